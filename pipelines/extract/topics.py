"""What a release says was discussed, or what its event is about, by the topics of the warehouse.

What belongs here: words that show a topic, and the contexts in which they do not. What does not: the words themselves
(`topic_words.csv`). The names of bodies, the titles of persons and standing text at a release's ends show nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import ahocorasick

from pipelines.extract.lexicons import rows, straight, word_class
from pipelines.extract.state_relations import announces_talks, tells_of_relations
from pipelines.extract.tokens import cut
from pipelines.model import TopicWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.extract.context import Context
    from pipelines.extract.tokens import Token

TITLE_LINKS = frozenset({"of", "for", "and", "the", ",", "&", "on", "to", "\u2013", "-", "in", "(", ")"})
OF = frozenset({"of", "for"})
BEFORE_TITLE = frozenset({"and", "&"})
CUE = re.compile(
    r"\b(?:discuss|talk|exchang|cooperat|collaborat|partnership|focus|topic|agenda|issues|areas|spheres?|fields?|sectors|"
    r"priorit|address|review|consider|touched|dealt|relations|ties|contacts|interaction|expand|deepen|strengthen|"
    r"develop|potential|interest in|opportunit|commit|reaffirm|underscor|emphasi|highlight|welcom|stress)",
    re.IGNORECASE,
)
BACKGROUND = re.compile(
    r"^(?:For reference|Background|Reference|Note|About |Photo|Press [Cc]ontact|Office of the Spokesperson|"
    r"MINISTRY OF|Media [Cc]ontact|Source:|The below is attributable|The following is attributable)"
)
BIOGRAPHY = re.compile(
    r"\b(?:BORN|EDUCATION|CAREER)\b|\b(?:graduated (?:from|with)|career diplomat|"
    r"(?:holds|obtained|received) an? (?:[A-Z]|degree)|"
    r"(?:previously|has also|subsequently) served as|joined the (?:\w+ ){0,3}(?:Ministry|MFA|[Ss]ervice)\b|"
    r"(?:began|started) (?:his|her) (?:\w+ )?career|(?:his|her) (?:\w+ ){0,2}postings?|through the ranks)"
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A topic that words of a sentence show."""

    topic: str
    strength: str  # strong, weak, title
    phrase: str
    line_no: int  # -1 for the title


@cache
def automaton() -> ahocorasick.Automaton:
    """The phrases, from the edge of a word; a star stands for any ending."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for row in rows("topic_words"):
        phrase = row["phrase"]
        key = f" {phrase[:-1]}" if phrase.endswith("*") else f" {phrase} "
        found.setdefault(key, []).append((row["topic"], row["strength"], phrase))
    machine = ahocorasick.Automaton()
    for key, shows in found.items():
        machine.add_word(key, (len(key), tuple(shows)))
    machine.make_automaton()
    return machine


def read_topics(context: Context) -> tuple[TopicWords, ...]:
    """The topics of a release, each with the first sentence that shows it."""
    shown = list(find_shown(context))
    rows_found: dict[str, TopicWords] = {}
    for topic in dict.fromkeys(one.topic for one in shown):
        evidence = decide([one for one in shown if one.topic == topic], context)
        if evidence is not None:
            rows_found[topic] = evidence
    if not rows_found and names_abroad(context) and announces_talks(cut(context.document.title)):
        return (TopicWords("politics", context.lines[0].line.sentence.sentence_no, "topic_of_talks"),)
    return tuple(sorted(rows_found.values(), key=lambda row: (row.sentence_no, row.topic_id)))


def names_abroad(context: Context) -> bool:
    """Whether a release names a country besides the one that speaks."""
    issuer = context.document.issuer_country
    return any(name.code != issuer for marked in context.lines for name in marked.countries.values())


def find_shown(context: Context) -> Iterator[Shown]:
    """Every word that shows a topic, in the title and then in the sentences."""
    title = cut(context.document.title)
    for topic, strength, phrase in matches(title, titled(title)):
        yield Shown(topic, strength, phrase, -1)
    named: dict[int, set[int]] = {}
    for name in context.body_names:
        named.setdefault(name.line_no, set()).update(range(name.first, name.last))
    for line_no, index in context.people.tokens:
        named.setdefault(line_no, set()).add(index)
    background = False
    paragraph = 0
    for line_no, marked in enumerate(context.lines):
        sentence = marked.line.sentence
        if sentence.paragraph_no != paragraph:
            paragraph, background = sentence.paragraph_no, bool(BACKGROUND.match(sentence.text))
        if background or BIOGRAPHY.search(sentence.text):
            continue
        barred = titled(marked.tokens) | named.get(line_no, set())
        for topic, strength, phrase in matches(marked.tokens, barred):
            if strength != "title":
                yield Shown(topic, strength, phrase, line_no)
        if tells_of_relations(marked):
            yield Shown("politics", "strong", "relations", line_no)


def matches(tokens: Sequence[Token], barred: set[int]) -> Iterator[tuple[str, str, str]]:
    """The topics, strengths and phrases that begin at each token outside names of bodies and offices.

    A phrase covers the shorter ones inside it; one without a topic only keeps them from counting.
    """
    text = f" {' '.join(straight(token.low).replace(' ', '') for token in tokens)} "
    found = [(last + 1 - size, size, shows) for last, (size, shows) in automaton().iter(text)]
    covered = 0  # up to where a phrase without a topic reaches
    for start, size, shows in sorted(found, key=lambda one: (one[0], -one[1])):
        if start < covered:
            continue
        first = text.count(" ", 0, start)
        free = barred.isdisjoint(range(first, first + text.count(" ", start, start + size - 1)))
        for topic, strength, phrase in shows:
            if not topic:
                covered = start + size - 1
            elif free:
                yield topic, strength, phrase


def titled(tokens: Sequence[Token]) -> set[int]:
    """The tokens that lie in the title of an office: `Minister of Trade and Industry`, `Energy Secretary`."""
    barred: set[int] = set()
    heads = word_class("topic_office")
    last = 0
    for at, token in enumerate(tokens):
        if at < last or not token.capital or token.low not in heads:
            continue
        first = at
        while first > last and in_title(tokens[first - 1], BEFORE_TITLE):
            first -= 1
        last = title_end(tokens, at + 1)
        barred |= set(range(first, last))
    return barred


def title_end(tokens: Sequence[Token], last: int) -> int:
    """Where the title of an office ends: a field follows its head only behind a link (`Minister of Trade`)."""
    lows = [token.low for token in tokens[last : last + 2]]
    if not lows or (lows[0] not in TITLE_LINKS and lows[-1] not in OF):
        return last
    while last < len(tokens) and in_title(tokens[last], TITLE_LINKS):
        last += 1
    return last


def in_title(token: Token, links: frozenset[str]) -> bool:
    """Whether a title can go on over a token."""
    return (token.capital and token.low != "the") or token.low in links


def decide(shown: Sequence[Shown], context: Context) -> TopicWords | None:
    """The row of a topic, if what shows it is enough."""
    strong = [one for one in shown if one.strength == "strong"]
    inside = [one for one in shown if one.line_no >= 0]
    cued = [one for one in inside if CUE.search(context.lines[one.line_no].line.sentence.text)]
    in_title = any(one.line_no < 0 for one in shown)
    if [one for one in strong if one.line_no >= 0]:
        chosen, rule = next(one for one in strong if one.line_no >= 0), "topic_phrase"
    elif in_title and context.lines:
        chosen, rule = (inside or shown)[0], "topic_title"
    elif cued:
        chosen, rule = cued[0], "topic_word_in_talks"
    else:
        return None
    return TopicWords(chosen.topic, context.lines[max(0, chosen.line_no)].line.sentence.sentence_no, rule)
