"""Contexts in which the words of a topic show nothing.

What belongs here: the titles of offices, the setting of an event (`amid the pandemic`), wishes, people told by their
field (`private sector leaders`), standing text and careers. What does not: the words of topics themselves.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pipelines.extract.lexicons import word_class, word_classes
from pipelines.extract.topic_lists import people_of_fields

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked

TITLE_LINKS = frozenset({"of", "for", "and", "the", ",", "&", "on", "to", "\u2013", "-", "in", "(", ")"})
OF = frozenset({"of", "for"})
BEFORE_TITLE = frozenset({"and", "&"})
LINKS = frozenset({",", "and", "or", "&", "/"})
NAME_LINKS = LINKS | {"of", "for", "in", "on", "the"}
WISHES = frozenset({"wish", "wishes", "wishing"})
WISH_OVER = frozenset({"as", "we", "that", ";"})
SIDELINES_STOPS = frozenset({",", ";", "to", "where", "who", "which", "with", "on", "they", "discussed"})
ADDRESS_STARTS = frozenset({"http", "https", "www"})
CHARGE = frozenset({"charge"})
CHARGE_STOPS = (SIDELINES_STOPS - {","}) | {"in", "at", "for", "also", "today"}
WHOLE_SETTING = frozenset({"despite", "notwithstanding", "amid", "amidst"})
PAIRS = frozenset({("in", "case"), ("the", "event"), ("given", "the")})
AUXILIARIES = frozenset({"have", "has", "had", "further"})
LONG_PHRASE = 5  # words of a phrase that may end in a title
NAME_LENGTH = 3  # words that a place's name takes to be told from a kind of place
SETTING_STOPS = frozenset(
    {",", ";", ".", ":", "and", "in", "on", "with", "to", "for", "at", "by", "from", "about", "as"}
)
SETTING_LENGTH = 8
BEFORE_SETTING = {"from": "topic_recovery", "by": "topic_cause", "to": "topic_cause", "of": "topic_times"}
PEOPLE_REACH = 9
PORTFOLIO_REACH = 6
BACKGROUND = re.compile(
    r"^(?:For reference|Background|Reference|Note|About |Photo|Press [Cc]ontact|Office of the Spokesperson|"
    r"Media [Cc]ontact|Source:|The below is attributable|The following is attributable)"
)
CREDIT = re.compile(r"^Photos?\b.{0,12}\b(?:[Cc]redits?|[Cc]ourtesy|by)\b")
BIOGRAPHY = re.compile(
    r"^(?:Worked|Served|Joined|Graduated|Studied) (?:in|as|at|for|with|from|the)\b|"
    r"\b(?:BORN|EDUCATION|CAREER)\b|\b(?:graduated (?:from|with)|career diplomat|"
    r"(?:holds|obtained|received|earning|earned) (?:a|an|his|her) (?:[A-Z]|degree)|"
    r"(?:previously|has also|subsequently) served as|joined the (?:\w+ ){0,3}(?:Ministry|MFA|[Ss]ervice)\b|"
    r"(?:began|started) (?:his|her) (?:\w+ )?career|(?:his|her) (?:\w+ ){0,2}postings?|through the ranks|"
    r"years? of (?:\w+ )?(?:service|experience)|extensive experience|strong background in|"
    r"has an? (?:\S+ )?(?:[Mm]aster|[Bb]achelor|PhD|[Dd]octorate|[Dd]egree)|[Ll]ecturer|internships?|"
    r"has held (?:a number|the post|various|several)|[Oo]ther experiences?)"
)
STAY = re.compile(
    r"\b(?:[Hh]e|[Ss]he) .*\bfrom (?:\w+ )?\d{4} (?:to|until) |\bfrom (?:\w+ )?\d{4} (?:to|until) .*\b(?:he|she) "
)
CAREER_WORDS = frozenset(  # one of these stands in every biography, as a word or in a compound
    {
        "worked", "served", "joined", "graduated", "studied", "born", "education", "career", "holds", "obtained",
        "received", "earning", "earned", "posting", "postings", "ranks", "year", "years", "experience", "experiences",
        "experienced", "background", "has", "lecturer", "lecturers", "internship", "internships",
    }
)  # fmt: skip
OPENING = re.compile(
    r"(?:Before|Prior to) (?:joining|becoming|his|her)\b|From \d{4} (?:to|until) \d{4}\b|"
    r"In (?:\w+ )?\d{4}, (?:he|she) (?:was|became|joined|moved|took)\b|"
    r"(?:He|She|M[rs]s? \w+|Dr \w+|Ambassador \w+) (?:(?:has|had) )?(?:(?:also|previously|then) )?"
    r"(?:was (?:(?:an? |the )(?:\w+ )?)?(?:[A-Z]\S* ){0,3}"
    r"(?:member|[Hh]ead|[Dd]irector|[Aa]dvis[eo]r|(?:[Vv]ice-)?[Pp]resident|[Cc]hair\w*)|headed|founded|studied|"
    r"(?:served|worked) (?:as|on|in|for|at))\b"
)


class Silence(NamedTuple):
    """The tokens of a sentence that show no topic, or only in passing."""

    barred: set[int]  # titles, wishes, portfolios
    named: set[int]  # bodies and persons: a phrase may begin or end in a name (`EU enlargement`)
    passing: set[int]  # settings

    def covers(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Whether a phrase shows nothing where it stands."""
        span = range(first, last)
        if not self.barred.isdisjoint(span):  # `reform of the Security Council` only ends in what looks like a title
            return first in self.barred or len(span) < LONG_PHRASE
        if self.named.isdisjoint(span):
            return False
        return all(step in self.named or tokens[step].low in NAME_LINKS for step in span)


def tells_career(marked: Marked) -> bool:
    """Whether a sentence tells of somebody's career."""
    sentence = marked.line.sentence.text
    if OPENING.match(sentence):
        return True
    may_tell = "-" in sentence or not marked.words.isdisjoint(CAREER_WORDS)
    if may_tell and BIOGRAPHY.search(sentence) is not None:
        return True
    return "from " in sentence and STAY.search(sentence) is not None


def silent(marked: Marked) -> set[int]:
    """The tokens of a sentence that show no topic wherever they stand: titles, wishes, addresses and such."""
    barred = titled(marked) | wished(marked) | portfolio(marked) | sidelines(marked) | addresses(marked)
    return barred | charges(marked) | people_of_fields(marked)


@cache
def setting_words() -> frozenset[str]:
    """The words at which a setting opens by itself, or behind `in` and `the`."""
    return WHOLE_SETTING | word_class("topic_setting") | {"case", "event"}


@cache
def setting_leads() -> frozenset[str]:
    """The words right behind which a setting can open: `emerge from`, `caused by`, `given the`."""
    return word_classes(*BEFORE_SETTING.values()) | {"given"}


def setting_starts(marked: Marked) -> list[int]:
    """The tokens at which a setting can open, in order."""
    behind = [at + 1 for at in marked.standing(setting_leads()) if at + 1 < len(marked.tokens)]
    return sorted({*marked.standing(setting_words()), *behind})


def settings(marked: Marked) -> set[int]:
    """The tokens that only tell amid what something happens: `amid the pandemic`, `as we emerge from the crisis`."""
    barred: set[int] = set()
    tokens = marked.tokens
    for at in setting_starts(marked):
        if tokens[at].low in WHOLE_SETTING:
            stop = next((step for step in range(at, len(tokens)) if tokens[step].low == ","), at + SETTING_LENGTH)
        elif opens_setting(tokens, at):
            ends = (step for step in range(at + 1, len(tokens)) if tokens[step].low in SETTING_STOPS)
            stop = min(next(ends, len(tokens)), at + SETTING_LENGTH)
        else:
            continue
        barred |= set(range(at, stop))
    return barred | burdens(marked) | places(marked)


def burdens(marked: Marked) -> set[int]:
    """The tokens that name what has made a matter worse: `the pandemic has exacerbated`."""
    barred: set[int] = set()
    tokens = marked.tokens
    for at in marked.standing(word_class("topic_burden")):
        if tokens[at - 1].low not in AUXILIARIES:
            continue
        first = at
        while first and tokens[first - 1].text not in {",", ";", ":"}:
            first -= 1
        barred |= set(range(first, at))
    return barred


def places(marked: Marked) -> set[int]:
    """The tokens of the names of places and prizes, which a release says little of: `Kuna Industrial Park`."""
    barred: set[int] = set()
    tokens = marked.tokens
    for at in marked.standing(word_class("topic_place")):
        if not tokens[at].capital:
            continue
        first = at
        while first and tokens[first - 1].capital:
            first -= 1
        if at + 1 - first >= NAME_LENGTH:
            barred |= set(range(first, at + 1))
    return barred


def opens_setting(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word opens a setting: `during`, `emerge from`, `caused by`, `in times of`, `in case of`."""
    low = tokens[at].low
    before = tokens[at - 1].low if at else ""
    if (before, low) in PAIRS:
        return True
    lead = BEFORE_SETTING.get(low)
    if lead is not None:
        return before in word_class(lead)
    if low not in word_class("topic_setting"):
        return False
    return at + 1 == len(tokens) or not tokens[at + 1].low.endswith("ing")


def wished(marked: Marked) -> set[int]:
    """The tokens of a wish: `I wish the people peace and prosperity`."""
    tokens = marked.tokens
    for at in marked.standing(WISHES):
        if at + 1 < len(tokens) and tokens[at + 1].low != "to":
            ends = (step for step in range(at + 1, len(tokens)) if tokens[step].low in WISH_OVER)
            return set(range(at, next(ends, len(tokens))))
    return set()


def sidelines(marked: Marked) -> set[int]:
    """The tokens that name what a meeting is held beside: `on the sidelines of the climate conference`."""
    barred: set[int] = set()
    tokens = marked.tokens
    for at in marked.standing(word_class("topic_sidelines")):
        ends = (step for step in range(at, len(tokens)) if tokens[step].low in SIDELINES_STOPS)
        barred |= set(range(at, next(ends, len(tokens))))
    return barred


def addresses(marked: Marked) -> set[int]:
    """The tokens of web addresses, which stand without blanks."""
    barred: set[int] = set()
    if marked.words.isdisjoint(ADDRESS_STARTS):
        return barred
    tokens = marked.tokens
    for at, token in enumerate(tokens):
        goes_on = at - 1 in barred and tokens[at - 1].end == token.start
        if goes_on or token.low in ADDRESS_STARTS:
            barred.add(at)
    return barred


def portfolio(marked: Marked) -> set[int]:
    """The tokens that only say in what companies do business: `firms operating in sectors such as energy`."""
    companies = word_class("company_noun")
    for at in marked.standing(word_class("topic_trade_of")):
        if not companies.isdisjoint(marked.lows[:at]):
            ahead = marked.lows[at + 1 : at + PORTFOLIO_REACH]
            if not word_class("topic_sector").isdisjoint(ahead):
                return set(range(at, len(marked.tokens)))
    return set()


def charges(marked: Marked) -> set[int]:
    """The tokens that only say what officials are there for: `officials in charge of trade and customs`."""
    tokens, barred = marked.tokens, set[int]()
    for at in marked.standing(CHARGE):
        if tokens[at + 1 : at + 2] and tokens[at + 1].low == "of":
            ends = (step for step in range(at + 2, len(tokens)) if tokens[step].low in CHARGE_STOPS)
            barred |= set(range(at + 1, next(ends, len(tokens))))
    return barred


def tells_of_people(tokens: Sequence[Token], last: int) -> bool:
    """Whether words that end before `last` only say of which field people are: `private sector leaders`.

    Other fields may stand between in a list: `political, cultural and academic circles`.
    """
    people = word_class("topic_people")
    step = last
    while step < min(len(tokens), last + PEOPLE_REACH):
        token = tokens[step]
        if token.low in people:
            return step == last or tokens[step - 1].low not in LINKS
        after = tokens[step + 1].low if step + 1 < len(tokens) else ""
        linked = token.low in LINKS or tokens[step - 1].low in LINKS or after in people
        if not linked:
            return False
        step += 1
    return False


def titled(marked: Marked) -> set[int]:
    """The tokens that lie in the title of an office: `Minister of Trade and Industry`, `Energy Secretary`."""
    barred: set[int] = set()
    tokens = marked.tokens
    last = 0
    for at in marked.standing(word_class("topic_office")):
        if at < last or not tokens[at].capital:
            continue
        first = at
        while first > last and in_title(tokens[first - 1], BEFORE_TITLE):
            first -= 1
        last = title_end(tokens, at + 1)
        barred |= set(range(first, last))
    return barred


def title_end(tokens: Sequence[Token], last: int) -> int:
    """Where the title of an office ends: a field follows its head only behind a link (`Minister of Trade`)."""
    if last < len(tokens) and tokens[last].low == "general":
        last += 1
    lows = [token.low for token in tokens[last : last + 2]]
    if not lows or (lows[0] not in TITLE_LINKS and lows[-1] not in OF):
        return last
    while last < len(tokens) and in_title(tokens[last], TITLE_LINKS):
        last += 1
    return last


def in_title(token: Token, links: frozenset[str]) -> bool:
    """Whether a title can go on over a token."""
    return (token.capital and token.low != "the") or token.low in links
