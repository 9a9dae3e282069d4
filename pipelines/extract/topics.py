"""What a release says was discussed, or what its event is about, by the topics of the warehouse.

What belongs here: words that show a topic, and the contexts in which they do not. What does not: the words themselves
(`topic_words.csv`). The names of bodies, the titles of persons and standing text at a release's ends show nothing.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pipelines.extract.lexicons import word_class
from pipelines.extract.state_relations import announces_talks, announces_visit, tells_of_relations
from pipelines.extract.topic_contexts import (
    BACKGROUND,
    CREDIT,
    Silence,
    settings,
    silent,
    tells_career,
)
from pipelines.extract.topic_phrases import matches, may_match, spell
from pipelines.model import TopicWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.extract.context import Context
    from pipelines.extract.tokens import Token

CAPTION_LENGTH = 300  # characters that a caption stays under
PASSING_LINES = 2  # sentences that make a topic of what is only told in passing
WEAK_LINES = 4  # sentences that make a topic of weak words without talks


class Shown(NamedTuple):
    """A topic that words of a sentence show."""

    topic: str
    strength: str  # strong, cued (weak, in talks), weak, passing, title
    phrase: str
    line_no: int  # -1 for the title


def read_topics(context: Context) -> tuple[TopicWords, ...]:
    """The topics of a release, each with the first sentence that shows it."""
    shown = list(find_shown(context))
    rows_found: dict[str, TopicWords] = {}
    for topic in dict.fromkeys(one.topic for one in shown):
        evidence = decide([one for one in shown if one.topic == topic], context)
        if evidence is not None:
            rows_found[topic] = evidence
    title = context.title
    announced = announces_visit(title) or (not rows_found and announces_talks(title))
    if announced and "politics" not in rows_found and context.lines and names_abroad(context):
        first = context.lines[0].line.sentence.sentence_no
        rows_found["politics"] = TopicWords("politics", first, "topic_of_talks")
    return tuple(sorted(rows_found.values(), key=lambda row: (row.sentence_no, row.topic_id)))


def names_abroad(context: Context) -> bool:
    """Whether a release names a country besides the one that speaks."""
    issuer = context.document.issuer_country
    return any(name.code != issuer for marked in context.lines for name in marked.countries.values())


def find_shown(context: Context) -> Iterator[Shown]:
    """Every word that shows a topic, in the title and then in the sentences."""
    title = context.title
    named = named_tokens(context)
    for topic, strength, phrase in matches(
        title, spell(title), Silence(silent(title), named_again(title.tokens, context), set())
    ):
        yield Shown(topic, strength, phrase, -1)
    background = background_paragraphs(context)
    for line_no, marked in enumerate(context.lines):
        sentence = marked.line.sentence
        related = tells_of_relations(marked)
        text = spell(marked)
        silent_line = sentence.paragraph_no in background or not (related or may_match(marked, text))
        if silent_line or tells_career(marked):
            continue
        silence = Silence(silent(marked), named.get(line_no, set()), settings(marked))
        cued: bool | None = None
        for topic, strength, phrase in matches(marked, text, silence):
            if strength == "title":
                continue
            if strength == "weak" and cued is None:
                cued = is_talk(marked.tokens, silence.barred | silence.named)
            counted = topic == "trade" and not word_class("topic_amount").isdisjoint(marked.words)
            yield Shown(topic, "cued" if strength == "weak" and (cued or counted) else strength, phrase, line_no)
        if related:
            yield Shown("politics", "strong", "relations", line_no)


def background_paragraphs(context: Context) -> set[int]:
    """The paragraphs of standing text, and the captions of pictures: short ones before a `Photo credit`."""
    found: set[int] = set()
    lengths: dict[int, int] = {}
    for marked in context.lines:
        sentence = marked.line.sentence
        number = sentence.paragraph_no
        if number not in lengths:
            if BACKGROUND.match(sentence.text):
                found.add(number)
            if CREDIT.match(sentence.text) and lengths.get(number - 1, CAPTION_LENGTH) < CAPTION_LENGTH:
                found.add(number - 1)
        lengths[number] = lengths.get(number, 0) + len(sentence.text)
    return found


def named_tokens(context: Context) -> dict[int, set[int]]:
    """The tokens of each sentence that name bodies and persons."""
    named: dict[int, set[int]] = {}
    for name in context.body_names:
        named.setdefault(name.line_no, set()).update(range(name.first, name.last))
    for line_no, index in context.people.tokens:
        named.setdefault(line_no, set()).add(index)
    return named


def named_again(title: Sequence[Token], context: Context) -> set[int]:
    """The tokens of a title that name a private body which the text names too, in more words than one."""
    lows = [token.low for token in title]
    found: set[int] = set()
    private = {body.organization_no for body in context.organizations if body.kind in word_class("topic_private_body")}
    for name in context.body_names:
        if name.organization_no not in private:
            continue
        words = [token.low for token in context.lines[name.line_no].tokens[name.first : name.last]]
        if len(words) > 1 and words[0] in lows:
            for first in range(len(lows) - len(words) + 1):
                if lows[first : first + len(words)] == words:
                    found |= set(range(first, first + len(words)))
    return found


def is_talk(tokens: Sequence[Token], barred: set[int]) -> bool:
    """Whether a word outside of names tells of talks or of what is strengthened, welcomed or planned."""
    stems = talk_stems()
    words = word_class("topic_talk_word")
    return any(
        (token.low.startswith(stems) or token.low in words) and at not in barred for at, token in enumerate(tokens)
    )


@cache
def talk_stems() -> tuple[str, ...]:
    """The beginnings of such words."""
    return tuple(sorted(word_class("topic_talk")))


def told_in(shown: Sequence[Shown], strength: str) -> int:
    """The number of sentences that show a topic with a strength."""
    return len({one.line_no for one in shown if one.strength == strength})


def decide(shown: Sequence[Shown], context: Context) -> TopicWords | None:
    """The row of a topic, if what shows it is enough."""
    inside = [one for one in shown if one.line_no >= 0]
    strong = [one for one in inside if one.strength == "strong"]
    cued = [one for one in inside if one.strength == "cued"]
    if strong:
        chosen, rule = strong[0], "topic_phrase"
    elif len(inside) < len(shown) and context.lines:
        chosen, rule = (inside or shown)[0], "topic_title"
    elif cued:
        chosen, rule = cued[0], "topic_word_in_talks"
    elif told_in(inside, "passing") >= PASSING_LINES or told_in(inside, "weak") >= WEAK_LINES:
        chosen, rule = inside[0], "topic_repeated"
    else:
        return None
    return TopicWords(chosen.topic, context.lines[max(0, chosen.line_no)].line.sentence.sentence_no, rule)
