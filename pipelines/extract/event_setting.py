"""What a release as a whole tells about its engagements: which are the main ones, and when and where the others were.

What belongs here: the main engagement, inheritance of date, place and participants from it, the month of publication.
What does not: single sentences (`candidates`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.event_asides import drop_signings, is_umbrella, without_careers, without_feasts, without_toasts
from pipelines.extract.event_company import add_delegations, share_sides
from pipelines.extract.event_dates import of_publication, on_day, stated_date
from pipelines.extract.event_days import date_by_heading, date_by_schedule, day_of_series
from pipelines.extract.event_likeness import same_place
from pipelines.extract.event_places import Where
from pipelines.extract.event_scene import TITLE
from pipelines.extract.event_status import is_after
from pipelines.extract.event_stays import goes_home, leg_before, on_stay, related, stay_before
from pipelines.extract.implied_events import (
    addressed,
    states_of_ministers,
    stay_of_talks,
    talks_of_pairs,
    talks_of_title,
    talks_with,
)
from pipelines.extract.journeys import part_journeys, stand_in
from pipelines.extract.references import BYLINE
from pipelines.extract.telling import Candidate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.event_dates import When
    from pipelines.extract.event_scene import Row, Scene

AHEAD = 6  # tokens before a session in which `looking ahead to` stands
OPENING = 2  # paragraphs in which the main engagement is told
PLACELESS = frozenset({"call", "letter", "appointment", "aid"})
NEWS = frozenset({"meeting", "call", "ceremony", "dialogue", "letter"})  # kinds told without a date that bear the month
CALLS = frozenset({"calls", "phone calls", "telephone calls", "video calls"})  # each with somebody else
BY_PHONE = frozenset({"phone", "telephone", "video", "videoconference", "call"})
MISSIONS = frozenset({"embassy", "consulate"})  # opened in the state that receives them, which takes part
HOLDING = frozenset({"visit", "conference"})  # engagements within which others take place


def settle(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    """The engagements of a release, the main ones marked, date and place inherited where the text implies them."""
    candidates = [*without_feasts(candidates), *talks_of_title(scene, candidates)]
    candidates = drop_signings([*candidates, *talks_of_pairs(scene, candidates)])
    candidates += talks_with(scene, candidates)
    mains = mark_main(scene, candidates)
    umbrellas = [one for one in candidates if is_umbrella(one, candidates)]
    part_journeys(scene, candidates, mains)
    stand_in(candidates, mains)
    date_by_schedule(scene, candidates)
    for candidate in mains:
        date_by_heading(scene, candidate, candidates)
    add_delegations(scene, mains, candidates)
    candidates = [*candidates, *addressed(scene, candidates)]
    lead = holder(scene, mains, candidates)
    if lead is not None:
        complete_main(scene, lead)
    talked_in_person(scene, candidates, lead)
    for candidate in candidates:
        if candidate not in mains or candidate.kind == "meeting":
            inherit(
                scene,
                candidate,
                leg_before(scene, candidate, candidates) or stay_before(scene, candidate, candidates, lead),
            )
    for candidate in mains:
        on_stay(scene, candidate, candidates)
        complete_main(scene, candidate)
        if not candidate.sides and candidate.kind not in {"appointment", "aid"}:
            candidate.sides[scene.issuer] = None
    share_sides(candidates, mains)
    for candidate in candidates:
        turn_traveller(scene, candidate, mains)
        hosted = candidate.where is not None and candidate.where.country_code is not None
        if candidate.kind in HOLDING and not candidate.sides and candidate.where is not None and hosted:
            candidate.sides[candidate.where.country_code or ""] = None
    candidates += stay_of_talks(scene, candidates, mains)
    candidates = [
        one
        for one in candidates
        if is_told(one) and not goes_home(one) and not any(one is other for other in umbrellas)
    ]
    for candidate in candidates:
        plan_ahead(scene, candidate)
    return without_careers(without_toasts(candidates), mains)


def talked_in_person(scene: Scene, candidates: Sequence[Candidate], lead: Candidate | None) -> None:
    """Who `talked with` somebody during a visit, a session or a conference did not do so by phone."""
    if lead is None or lead.kind not in HOLDING | {"dialogue"}:
        return
    for candidate in candidates:
        words = scene.rows[candidate.row_no].marked.words
        if candidate.kind == "call" and candidate.trigger.words == "talked" and words.isdisjoint(BY_PHONE):
            candidate.kind, candidate.rule = "meeting", "meeting_talked"


def turn_traveller(scene: Scene, candidate: Candidate, mains: Sequence[Candidate]) -> None:
    """`the Minister's visit to Norway` is the other minister's where the one named last is Norwegian."""
    goal = candidate.where.country_code if candidate.where else None
    if candidate.kind != "visit" or goal is None or set(candidate.sides) != {goal} or not mains:
        return
    items = scene.rows[candidate.trigger.row_no].items
    bare = any(item.form == "pronoun" and item.person_no in candidate.roles for item in items)
    other = next((number for number in mains[0].roles if scene.sides.get(number) not in {None, goal}), None)
    if bare and other is not None:
        candidate.roles = {other: "guest"}
        candidate.sides = {scene.sides[other] or "": None, goal: None}


def holder(scene: Scene, mains: Sequence[Candidate], candidates: Sequence[Candidate]) -> Candidate | None:
    """The engagement within which the others take place: a main visit or conference, or one of the opening."""
    for candidate in (*mains, *candidates):
        early = scene.rows[candidate.row_no].sentence.paragraph_no <= OPENING
        fresh = candidate.status == "held" and early and not candidate.background and bool(candidate.roles)
        if candidate.kind in HOLDING and (fresh or candidate.main):
            return candidate
    return mains[0] if mains else None


def is_told(candidate: Candidate) -> bool:
    """Whether enough is known to count it: somebody took part."""
    if candidate.kind == "aid" or (candidate.kind == "signing" and not candidate.main):
        return len(candidate.sides) > 1
    if candidate.kind in {"meeting", "call"} and not candidate.main:
        return bool(candidate.roles) or len(candidate.sides) > 1
    if candidate.kind in {"meeting", "call"} and not candidate.roles:
        return len(candidate.sides) > 1
    if candidate.kind == "visit" and not candidate.main:
        return bool(candidate.roles) or len(candidate.sides) > 1
    if candidate.kind in {"conference", "dialogue"} and not candidate.main:
        return bool(candidate.roles or candidate.sides)
    return bool(candidate.roles or candidate.sides or (candidate.mechanism and candidate.mechanism.name))


def mark_main(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The engagements that the title names; without any, the first that the opening tells as news."""
    titled = [candidate for candidate in candidates if candidate.trigger.row_no == TITLE]
    mains = [candidate for candidate in titled if candidate.row_no != TITLE]
    several = next((candidate for candidate in titled if candidate.trigger.words in {"meetings", *CALLS}), None)
    if several is not None:
        mains = [one for one in candidates if is_one_of(several, one)] or mains
        for one in mains:
            one.where = one.where or several.where
    if titled and not mains:
        mains = adopt(scene, titled[0], candidates)
    if not mains:
        opening = [
            candidate for candidate in candidates
            if candidate.row_no != TITLE and scene.rows[candidate.row_no].sentence.paragraph_no <= OPENING
            and candidate.row_no not in scene.spoken.rows
        ]  # fmt: skip
        fresh = [one for one in opening if not one.background and one.kind != "appointment"]
        fresh = [one for one in fresh if not one.spoken_of] or fresh
        later = [one for one in candidates if not one.background and one.row_no not in {TITLE, *scene.spoken.rows}]
        mains = ([one for one in fresh if not one.aside] or fresh or opening or later)[:1]
    if mains and mains[0].kind == "appointment" and not titled:
        mains += [one for one in candidates if one.kind == "appointment" and not one.background and one not in mains]
    if mains and mains[0].kind == "meeting":
        mains += [one for one in candidates if one.trigger is mains[0].trigger and one not in mains]
    letters = {one.row_no for one in mains if one.kind == "letter"}
    mains += [one for one in candidates if one.kind == "letter" and one.row_no in letters and one not in mains]
    for candidate in mains:
        candidate.main = True
    return mains


def is_one_of(several: Candidate, one: Candidate) -> bool:
    """Whether an engagement of the body is one of those of which the title speaks: `Meetings in Oslo`."""
    fresh = one.status == "held" and not one.background
    return fresh and one.kind == several.trigger.kind and (one.kind == "meeting" or one.row_no != TITLE)


def adopt(scene: Scene, titled: Candidate, candidates: Sequence[Candidate]) -> list[Candidate]:
    """An engagement that only the title tells as such: its evidence is the first sentence that names its people."""
    del candidates
    for row_no, row in enumerate(scene.rows[1:3], 1):
        if titled.kind == "meeting" and not titled.roles and (states := states_of_ministers(row)):
            titled.row_no, titled.sides = row_no, states
            return [titled]
    for row_no, row in enumerate(scene.rows):
        if row_no == TITLE:
            continue
        people = [item for item in row.items if item.form == "person"]
        if not people or row.marked.tokens[-1].text == ":" or is_signed_for(row):
            continue
        titled.row_no = row_no
        if titled.when is None:
            titled.when = stated_date(row, titled.trigger, ())
        if len(titled.roles) < 2 and not (titled.kind == "visit" and titled.roles):  # noqa: PLR2004
            for item in people if titled.kind != "visit" else people[:1]:
                titled.roles.setdefault(item.person_no or 0, "participant")
                if item.side:
                    titled.sides.setdefault(item.side, None)
        return [titled]
    titled.row_no = 1
    return [titled]


def is_signed_for(row: Row) -> bool:
    """Whether a line only says which spokesperson gave the release out."""
    return len(row.marked.tokens) <= BYLINE and "spokesperson" in row.marked.words


def complete_main(scene: Scene, candidate: Candidate) -> None:
    """The date and place that a main engagement has by being news: month of publication, dateline."""
    published_on = scene.context.document.published_on
    if candidate.when is None and candidate.status == "held":
        greeting = candidate.trigger.form == "greeting" and published_on is not None
        candidate.when = on_day(published_on) if greeting and published_on else of_publication(published_on)
    if candidate.where is None and candidate.kind not in PLACELESS and scene.dateline and candidate.kind != "visit":
        candidate.where = Where(scene.dateline, scene.dateline.country_code)
    if candidate.kind in PLACELESS - {"aid", "appointment"}:
        candidate.where = None
    if (
        candidate.kind == "ceremony"
        and candidate.where is not None
        and not MISSIONS.isdisjoint(scene.rows[candidate.row_no].marked.words)
    ):
        candidate.sides.setdefault(candidate.where.country_code or "", None)
    foreign = bool(candidate.roles) and all(
        scene.sides.get(number) not in {None, scene.issuer} for number in candidate.roles
    )
    if candidate.kind == "visit" and candidate.where is None and foreign:
        candidate.where = Where(None, scene.issuer)
        candidate.sides.setdefault(scene.issuer, None)


def inherit(scene: Scene, candidate: Candidate, lead: Candidate | None) -> None:
    """The date and place of another engagement: within the main visit or conference its own; for news the month."""
    if candidate.kind in PLACELESS - {"aid", "appointment"}:
        candidate.where = None
    aside = candidate.background or candidate.spoken_of or is_looked_to(scene, candidate)
    if lead is None or lead is candidate or aside:
        return
    if candidate.status != lead.status and not is_under_way(scene, candidate, lead):
        return
    sits = candidate.kind == "dialogue" and lead.kind == "visit" and same_place(lead.where, candidate.where)
    alone = len({scene.sides.get(number) for number in candidate.roles}) == 1 and not candidate.background
    if (candidate.kind == "meeting" or sits) and alone and lead.roles:
        join_lead(scene, candidate, lead)
    within = lead.kind in HOLDING and related(lead, candidate) and not is_later(candidate, lead)
    candidate.when = (
        candidate.when or day_of_series(scene, candidate) or when_beside(scene, candidate, lead, within=within)
    )
    beside = lead.kind == "dialogue" and bool(lead.roles.keys() & candidate.roles.keys())
    if candidate.where is None and (within or beside) and candidate.kind not in PLACELESS:
        candidate.where = lead.where
    if within and lead.kind == "conference" and candidate.kind == "meeting" and candidate.mechanism is None:
        candidate.mechanism = lead.mechanism
    if within and not candidate.roles and lead.kind == "visit":
        own = {scene.sides.get(number) or "": None for number in lead.roles if scene.sides.get(number)}
        candidate.sides.update(lead.sides if len(candidate.sides) <= 1 else own)
    if within and candidate.kind == "ceremony" and lead.kind == "visit" and lead.roles:
        join_host(scene, candidate, lead)


def plan_ahead(scene: Scene, candidate: Candidate) -> None:
    """What other sentences date behind the day of publication is planned, however its own sentence tells it."""
    published_on = scene.context.document.published_on
    if candidate.status != "held" or candidate.when is None or published_on is None:
        return
    told = "will" not in scene.rows[candidate.row_no].marked.words
    next_day = told and (candidate.when.start_on - published_on).days <= 1  # of another zone
    if is_after(candidate.when, published_on) and not next_day:
        candidate.status = "planned"


def is_later(candidate: Candidate, lead: Candidate) -> bool:
    """Whether an engagement has a date of its own behind the end of another."""
    if candidate.when is None or lead.when is None or lead.when.precision != "day":
        return False
    return candidate.when.start_on > (lead.when.end_on or lead.when.start_on)


def is_looked_to(scene: Scene, candidate: Candidate) -> bool:
    """Whether a session without date is only looked to: `looking ahead to the Northern Summit`."""
    before = scene.rows[candidate.trigger.row_no].marked.lows[: candidate.trigger.first]
    return candidate.mechanism is not None and candidate.when is None and "ahead" in before[-AHEAD:]


def is_news(scene: Scene, candidate: Candidate) -> bool:
    """Whether an undated engagement is told as fresh: held, by people of the country that speaks."""
    own = any(scene.sides.get(number) == scene.issuer for number in candidate.roles)
    return own and candidate.status == "held" and candidate.kind in NEWS


def is_under_way(scene: Scene, candidate: Candidate, lead: Candidate) -> bool:
    """Whether a plan is for a visit that had begun and not ended when the release came out."""
    published_on = scene.context.document.published_on
    if lead.kind != "visit" or candidate.status != "planned" or lead.when is None or published_on is None:
        return False
    return lead.when.precision == "day" and (lead.when.end_on or lead.when.start_on) >= published_on


def when_beside(scene: Scene, candidate: Candidate, lead: Candidate, *, within: bool) -> When | None:
    """The date of an engagement beside the lead: its own within a visit or conference, else the month of the news."""
    if lead.when is None or not (within or same_day(scene, candidate, lead)):
        return of_publication(scene.context.document.published_on) if is_news(scene, candidate) else None
    if lead.trigger.words.startswith("arriv"):
        return lead.when.month
    if within or candidate.row_no == lead.row_no:
        return narrowed(lead.when)
    return lead.when.month


def join_lead(scene: Scene, candidate: Candidate, lead: Candidate) -> None:
    """The other party of a meeting told with one person only: who leads the main engagement, if of another side."""
    number = next(iter(lead.roles))
    own = set(candidate.sides)
    apart = lead.kind in HOLDING and lead.where is not None and not same_place(lead.where, candidate.where)
    if apart or number in candidate.roles or own == {scene.sides.get(number)}:
        return
    candidate.roles[number] = "participant"
    if scene.sides.get(number):
        candidate.sides.setdefault(scene.sides[number] or "", None)


def join_host(scene: Scene, candidate: Candidate, lead: Candidate) -> None:
    """A ceremony within a visit is for the visitor and held by the country visited."""
    visitor = next(iter(lead.roles))
    host = lead.where.country_code if lead.where else None
    hosted = bool(candidate.roles) and all(scene.sides.get(number) == host for number in candidate.roles)
    if hosted and visitor not in candidate.roles and scene.sides.get(visitor) != host:
        candidate.roles[visitor] = "guest"
        candidate.sides.setdefault(scene.sides.get(visitor) or "", None)
    if host is not None and visitor in candidate.roles:
        candidate.sides.setdefault(host, None)
    candidate.sides.pop("", None)


def same_day(scene: Scene, candidate: Candidate, lead: Candidate) -> bool:
    """Whether it is told as news beside the main engagement: in the opening, or with one of its people."""
    early = scene.rows[candidate.row_no].sentence.paragraph_no <= OPENING
    return lead.status == "held" and (early or bool(lead.roles.keys() & candidate.roles.keys()))


def narrowed(when: When | None) -> When | None:
    """A day as it is; of a longer stay, the month."""
    if when is None:
        return None
    return when.month if when.end_on is not None else when
