"""Who meets whom, and where: what a sentence's engagement tells of the country of an officer it does not place.

What belongs here: the host of a meeting, the side of the one that meets, a visit told beside a name. What does not:
countries that words state, and what follows where nothing is told (`allegiance`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.gazetteer import longest_place, places
from pipelines.extract.lexicons import word_class

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.allegiance import Scene
    from pipelines.extract.naming import Naming
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked

NEAR = 8
MANY = 2
FAR_BACK = 8  # sentences in which the one whom a pronoun means is looked for
AMONG = frozenset({"by", "of", "to", "including", "which"})  # a delegation may stand between
ABROAD = "abroad"  # foreign, but of which country is not told


def comes_from_abroad(first: Naming, scene: Scene) -> bool:
    """Whether the words say that the person is the issuer's guest: `Prime Minister Roe's visit to <issuer>`."""
    marked = scene.lines[first.line_no]
    if first.office is not None and any(
        marked.tokens[index].low == "to" and goes_to(marked, index + 1, scene.issuer)
        for index in range(first.office.first, first.office.last)
    ):
        return True
    if is_addressed(marked, first) or is_elect(marked, first):
        return True
    return destination(first, scene) == scene.issuer


def is_told_counterpart(marked: Marked, first: Naming) -> bool:
    """Whether `his counterpart` stands before a person's office, which is another state's then."""
    begin = min(first.first, first.office.first) if first.office is not None else first.first
    before = marked.tokens[max(0, begin - MANY) : begin]
    return any(token.low == "counterpart" for token in before)


def is_elect(marked: Marked, first: Naming) -> bool:
    """Whether the one who is congratulated has just been elected: `We congratulate President-elect Roe`."""
    if first.office is None or not first.office.head.lower().endswith("-elect"):
        return False
    before = marked.tokens[max(0, first.office.first - 3) : first.office.first]
    return any(token.low.startswith("congratulat") for token in before)


def destination(first: Naming, scene: Scene) -> str | None:
    """The country to which the words behind a name say that the person travels: `Minister Roe's visit to Lima`."""
    marked = scene.lines[first.line_no]
    mark = marked.at(first.last)
    if mark is None or mark.low not in {"\u2019s", "'s"}:
        return None
    for index in range(first.last + 1, min(first.last + NEAR, len(marked.tokens) - MANY)):
        if marked.tokens[index].low in {"visit", "travel", "trip", "visits"} and marked.tokens[index + 1].low == "to":
            begin = index + MANY + int(marked.tokens[index + MANY].low == "the")
            return country_at(marked, begin) if begin < len(marked.tokens) else None
    return None


def is_addressed(marked: Marked, first: Naming) -> bool:
    """Whether a letter speaks to the person, in the head of it: `Dear President Roe`, `Your Excellency, Ms Roe`."""
    tokens = marked.tokens
    begin = min(first.first, first.office.first) if first.office is not None else first.first
    if begin < 1 or tokens[0].low not in {"dear", "your"}:
        return False
    return all(token.low in word_class("salutation") for token in tokens[:begin])


def goes_to(marked: Marked, index: int, code: str) -> bool:
    """Whether a country, an article apart, or one of its cities stands at an index."""
    token = marked.at(index)
    if token is not None and token.low == "the":
        index += 1
    return index < len(marked.tokens) and country_at(marked, index) == code


def by_nearest(first: Naming, scene: Scene) -> str | None:
    """The foreign country named last before this person, in the sentence or else earlier in its paragraph."""
    paragraph = scene.lines[first.line_no].line.sentence.paragraph_no
    for line_no in range(first.line_no, -1, -1):
        marked = scene.lines[line_no]
        if marked.line.sentence.paragraph_no != paragraph:
            return None
        end = first.first if line_no == first.line_no else len(marked.tokens)
        found = [index for index in marked.countries if index < end and marked.countries[index].code != scene.issuer]
        if found:
            return marked.countries[max(found)].code
    return None


def by_host(first: Naming, scene: Scene) -> str | None:
    """The foreign country, by its name or its city's, in which the sentence sets a meeting with this person."""
    marked = scene.lines[first.line_no]
    if not any(token.low in word_class("meeting") for token in marked.tokens[: first.first]):
        return None
    for index in range(first.first - 1, 0, -1):
        if marked.tokens[index - 1].low not in word_class("leads_to_place"):
            continue
        code = country_at(marked, index) or country_of_capital(marked, index)
        if code is not None and code != scene.issuer:
            return None if index > MANY and leads_away(marked, index, first) else code
    return None


def leads_away(marked: Marked, index: int, first: Naming) -> bool:
    """Whether the words between the place of a meeting and a person turn to something else."""
    end = min(first.first, first.office.first) if first.office is not None else first.first
    return any(token.low in word_class("turns_away") for token in marked.tokens[index:end])


def country_at(marked: Marked, index: int) -> str | None:
    """The country named at a token, or that of a well-known city."""
    name = marked.countries.get(index)
    if name is not None:
        return name.code if name.form == "name" else None
    end = longest_place(marked, index)
    if end == index:
        return None
    found = places()[" ".join(token.low for token in marked.tokens[index:end])]
    return found[0].country_code


def country_of_capital(marked: Marked, index: int) -> str | None:
    """The country whose capital is told by that word alone: `in the Peruvian capital`."""
    if marked.tokens[index].low == "the":
        index += 1
    name, noun = marked.countries.get(index), marked.at(index + 1)
    told = name is not None and name.form == "adjective" and noun is not None and noun.low == "capital"
    return name.code if name is not None and told else None


def by_encounter(first: Naming, number: int, scene: Scene) -> str | None:
    """The country of one whom a placed person meets: the issuer's for its guests, abroad for its own officers."""
    marked = scene.lines[first.line_no]
    begin = min(first.first, first.office.first) if first.office is not None else first.first
    met = last_encounter(marked, begin)
    if met is None:
        return None
    subject = subject_country(met, first.line_no, number, scene)
    if subject is None:
        return None
    return ABROAD if subject == scene.issuer else scene.issuer


def by_escort(first: Naming, number: int, scene: Scene) -> str | None:
    """The country of the one whom a person accompanies: `She will be accompanied by Minister Roe`."""
    tokens = scene.lines[first.line_no].tokens
    for index in range(first.first - 1, 0, -1):
        if tokens[index].low in word_class("turns_away") and tokens[index].low not in AMONG:
            return None
        if tokens[index].low == "accompanied":
            return subject_country(index, first.line_no, number, scene)
    return None


def last_encounter(marked: Marked, begin: int) -> int | None:
    """The last word of meeting before an index, if nothing between turns to something else."""
    for index in range(begin - 1, 0, -1):
        low = marked.tokens[index].low
        if low in word_class("encounter"):
            return index
        if low in word_class("turns_away") and not is_passive(marked, index):
            return None
    return None


def is_passive(marked: Marked, index: int) -> bool:
    """Whether `by` follows a verb of meeting: `was hosted to lunch by`."""
    if marked.tokens[index].low != "by":
        return False
    return any(token.low in word_class("encounter") for token in marked.tokens[max(0, index - 4) : index])


def subject_country(met: int, line_no: int, number: int, scene: Scene) -> str | None:
    """The country of the one who meets: the person named last before the verb, or the one whom a pronoun means."""
    tokens = scene.lines[line_no].tokens
    if (told := subject_behind(met, line_no, number, scene)) is not None:
        return told
    here = subjects(met, line_no, number, scene)
    while here and (earlier := verb_before(tokens, here[-1], met)) is not None:
        met = earlier
        here = subjects(met, line_no, number, scene)
    placed = [scene.placed[who] for _, _, who in here if who in scene.placed]
    if placed:
        return placed[-1]
    if here:
        return None
    if not any(
        token.low in word_class("pronoun") or token.text in word_class("office_acronym") or is_bare_office(token.low)
        for token in tokens[: met + 1]
    ) and not is_subject(tokens, met):
        return None
    return spoken_of(line_no, scene)


def subject_behind(met: int, line_no: int, number: int, scene: Scene) -> str | None:
    """The country of the one named behind opening words: `In his meeting with Minister Roe, President Doe said`."""
    tokens = scene.lines[line_no].tokens
    opened = tokens[0].low in {"in", "during", "at"} and met <= MANY + 1 and tokens[1].low in word_class("possessive")
    if not opened:
        return None
    here = [who for _, _, who in scene.present.get(line_no, ())]
    following = here[here.index(number) + 1 :] if number in here else []
    return next((scene.placed[who] for who in following if who in scene.placed), None)


def is_subject(tokens: Sequence[Token], met: int) -> bool:
    """Whether a noun of meeting opens the sentence, so that who meets is told before: `A meeting with Minister Roe`."""
    opens = met <= MANY or tokens[met - 2].text == ","  # behind opening words: `Within the visit, a meeting with`
    return met > 0 and opens and tokens[met - 1].low in {"a", "the", "meeting", "separate", "another"}


def subjects(met: int, line_no: int, number: int, scene: Scene) -> list[tuple[int, int, int]]:
    """Who is named before a verb of meeting, but for those behind `by`: first token, last token, bearer."""
    tokens = scene.lines[line_no].tokens
    before = [item for item in scene.present.get(line_no, ()) if item[1] <= met and item[2] != number]
    ends = [0, *(last for _, last, _ in before)]
    return [
        item
        for item, start in zip(before, ends, strict=False)
        if not any(token.low == "by" for token in tokens[start : item[0]])
    ]


def verb_before(tokens: Sequence[Token], item: tuple[int, int, int], met: int) -> int | None:
    """The verb whose object a person is, where the next verb shares its subject: `met A and called on B`."""
    first, last, _ = item
    if not any(token.low == "and" for token in tokens[last:met]):
        return None
    verbs = [index for index in range(first) if tokens[index].low in word_class("encounter")]
    return verbs[-1] if verbs else None


def is_bare_office(low: str) -> bool:
    """Whether a word alone stands for the one who is spoken of: `the Minister`."""
    return low in word_class("bare_office")


def spoken_of(line_no: int, scene: Scene) -> str | None:
    """The country of the person with whom the nearest earlier sentence that names one begins."""
    for earlier in range(line_no - 1, max(-1, line_no - FAR_BACK), -1):
        for first, _, who in scene.present.get(earlier, ()):
            before = scene.lines[earlier].tokens[:first]
            if any(token.low in word_class("encounter") for token in before):
                if (side := other_side(before, who, scene)) is not None:
                    return side
                break
            if who in scene.placed:
                return scene.placed[who]
    return None


def other_side(before: Sequence[Token], who: int, scene: Scene) -> str | None:
    """The side of an unnamed officer who meets a person of the other: `The Minister was received by President Roe`."""
    told = any(token.low in word_class("pronoun") or is_bare_office(token.low) for token in before[:NEAR])
    known = scene.placed.get(who)
    if not told or known is None:
        return None
    return scene.issuer if known != scene.issuer else scene.guest
