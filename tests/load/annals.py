"""Three hand-made years of two ministries, in our own words: what the questions of analysts are asked of.

Each paragraph is a sentence. People and bodies are numbered in the order of the lists that a release is given.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from pipelines.model import (
    Agreement,
    DiplomaticTie,
    Event,
    EventPerson,
    Facts,
    Figure,
    Mention,
    Organization,
    Person,
    Position,
    Quotation,
    TopicWords,
)
from tests.load.engagements import ASTANA, LONDON, mention, told
from tests.load.hand_made import Archive, Look

NURTLEU = (Person(1, "Murat Nurtleu", "KZ"), "Minister of Foreign Affairs", "minister")
ROOK = (Person(2, "Ann Rook", "GB"), "Foreign Secretary", "minister")
REED = (Person(1, "Tom Reed", "GB"), "Ambassador", "ambassador")
BOLAT = (Person(2, "Akim Bolat", "KZ"), "President", "head_of_state")
WREN = (Person(1, "Ida Wren", "GB"), "Spokesperson", "spokesperson")
BOTH = (EventPerson(1, "chair", "KZ"), EventPerson(2, "chair", "GB"))
RIVER = {"mechanism": "Kazakhstan-UK River Dialogue", "mechanism_kind": "dialogue"}
DAM, CANAL = Organization(1, "Dam Board", "agency", "KZ"), Organization(2, "Canal Trust", "agency", "GB")


def engagement(number: int, sentence: int, kind: str, day: date, **more: object) -> Event:
    """An event of a day, held, of Kazakhstan and the United Kingdom unless told otherwise."""
    event = Event(number, sentence, kind, is_main=True, status="held", rule="by_hand", start_on=day)
    event = replace(event, date_precision="day", date_edtf=day.isoformat(), date_basis="stated", sides=("GB", "KZ"))
    return replace(event, **more)  # type: ignore[arg-type]


def instrument(text: str, sentence: int, name: str, status: str, **more: object) -> Agreement:
    """An agreement by the first place that names it."""
    start = text.index(name)
    agreement = Agreement(1, sentence, start, start + len(name), name, "agreement", status, "by_hand")
    return replace(agreement, **more)  # type: ignore[arg-type]


def offices(*holders: tuple[Person, str, str]) -> dict[str, object]:
    """People with their offices, all in the first sentence."""
    return {
        "persons": tuple(person for person, _, _ in holders),
        "positions": tuple(
            Position(person.person_no, 1, title, rank, person.country_code, "by_hand")
            for person, title, rank in holders
        ),
    }


def trade(text: str, sentence: int, words: str, value: float, year: str) -> tuple[Figure, Mention, Mention]:
    """A sum with its mention, and the first place that names Britain."""
    start = text.index(words)
    figure = Figure(1, sentence, start, start + len(words), "money", value, "USD", "exact", "by_hand", period_edtf=year)
    return figure, mention(text, sentence, "figure", words, "1"), mention(text, sentence, "country", "Britain", "GB")


def quoted(text: str, sentence: int, words: str, person_no: int) -> Quotation:
    start = text.index(words)
    return Quotation(1, sentence, start, start + len(words), words, person_no, "by_hand")


FIRST = """\
Minister of Foreign Affairs Murat Nurtleu and Foreign Secretary Ann Rook opened the River Dialogue in Astana.

Trade with Britain came to $2 billion in 2021.

The Dam Board and the Canal Trust signed the River Charter.

“Rivers bind us,” said Murat Nurtleu.

Relations were taken up on 19 January 1992."""

THIRD = """\
Minister of Foreign Affairs Murat Nurtleu and Foreign Secretary Ann Rook held the third River Dialogue in London.

Trade with Britain grew to $2.5 billion in 2023.

The Lake Treaty waits for ratification."""

GRAIN = "Talks on the Grain Accord with China have begun."

JOURNEY = """\
Minister of Foreign Affairs Murat Nurtleu travelled to London, where Foreign Secretary Ann Rook received him.

The Steppe Forum will meet in Astana on 20 May."""

LETTERS = "Ambassador Tom Reed handed his letters to President Akim Bolat in Astana."

CALL = "Foreign Secretary Ann Rook telephoned Minister Murat Nurtleu about schools."

FORUM = """\
Spokesperson Ida Wren told of the Water Forum in London.

“The well is deep,” she said."""

RELIEF = "Britain sent 300 tents to Kenya."


def first_session() -> Facts:
    figure, sum_named, britain = trade(FIRST, 2, "$2 billion", 2e9, "2021")
    day = date(2022, 6, 10)
    charter = instrument(FIRST, 3, "River Charter", "signed", date_on=day, date_precision="day", event_no=1)
    charter = replace(charter, date_edtf="2022-06-10", date_basis="stated", parties=("GB", "KZ"), signatories=(1, 2))
    return told(
        FIRST,
        **offices(NURTLEU, ROOK),
        organizations=(DAM, CANAL),
        places=(ASTANA,),
        mentions=(sum_named, britain, mention(FIRST, 1, "place", "Astana", ASTANA.place_id)),
        events=(
            engagement(
                1, 1, "dialogue", day, place_id=ASTANA.place_id, country_code="KZ", session_no=1, persons=BOTH, **RIVER
            ),
        ),
        agreements=(charter,),
        figures=(figure,),
        quotations=(quoted(FIRST, 4, "Rivers bind us", 1),),
        topics=(TopicWords("water", 3, "by_hand"),),
        ties=(DiplomaticTie("KZ", "GB", date(1992, 1, 19), 5, "by_hand"),),
    )


def third_session() -> Facts:
    figure, sum_named, britain = trade(THIRD, 2, "$2.5 billion", 2.5e9, "2023")
    where = {"place_id": LONDON.place_id, "country_code": "GB"}
    return told(
        THIRD,
        **offices(NURTLEU, ROOK),
        places=(LONDON,),
        mentions=(sum_named, britain, mention(THIRD, 1, "place", "London", LONDON.place_id)),
        events=(engagement(1, 1, "dialogue", date(2024, 7, 1), session_no=3, persons=BOTH, **where, **RIVER),),
        agreements=(instrument(THIRD, 3, "Lake Treaty", "under_ratification", parties=("GB", "KZ")),),
        figures=(figure,),
        topics=(TopicWords("trade", 2, "by_hand"), TopicWords("water", 3, "by_hand")),
    )


def journey() -> Facts:
    where = {"place_id": LONDON.place_id, "country_code": "GB"}
    visit = engagement(1, 1, "visit", date(2025, 1, 12), end_on=date(2025, 1, 14), **where)
    visit = replace(visit, date_edtf="2025-01-12/2025-01-14", persons=(EventPerson(1, "guest", "KZ"),))
    meeting = engagement(2, 1, "meeting", date(2025, 1, 13), is_main=False, **where)
    meeting = replace(meeting, persons=(EventPerson(1, "guest", "KZ"), EventPerson(2, "host", "GB")))
    forum = engagement(3, 2, "conference", date(2025, 5, 20), is_main=False, status="planned", sides=("KZ",))
    forum = replace(forum, place_id=ASTANA.place_id, country_code="KZ", mechanism="Steppe Forum")
    return told(
        JOURNEY,
        **offices(NURTLEU, ROOK),
        places=(ASTANA, LONDON),
        events=(visit, meeting, replace(forum, mechanism_kind="forum")),
        topics=(TopicWords("trade", 1, "by_hand"),),
    )


def letters() -> Facts:
    event = engagement(1, 1, "credentials", date(2025, 2, 4), place_id=ASTANA.place_id, country_code="KZ")
    parts = (EventPerson(1, "guest", "GB"), EventPerson(2, "recipient", "KZ"))
    return told(LETTERS, **offices(REED, BOLAT), places=(ASTANA,), events=(replace(event, persons=parts),))


def call() -> Facts:
    event = engagement(1, 1, "call", date(2025, 1, 19), persons=(replace(BOTH[0], role="participant"), BOTH[1]))
    people = offices(NURTLEU, ROOK)
    return told(CALL, **people, events=(event,), topics=(TopicWords("education", 1, "by_hand"),))


def forum() -> Facts:
    event = engagement(1, 1, "conference", date(2025, 2, 2), place_id=LONDON.place_id, country_code="GB", sides=("GB",))
    event = replace(event, mechanism="Water Forum", mechanism_kind="forum", persons=(EventPerson(1, "speaker", "GB"),))
    words = (quoted(FORUM, 2, "The well is deep", 1),)
    return told(FORUM, **offices(WREN), places=(LONDON,), events=(event,), quotations=words)


def relief() -> Facts:
    event = engagement(1, 1, "aid", date(2025, 2, 10), sides=("GB", "KE"), country_code="KE", title="Tents for Kenya")
    start = RELIEF.index("300 tents")
    tents = Figure(1, 1, start, start + 9, "count", 300, "tents", "exact", "by_hand")
    mentions = (mention(RELIEF, 1, "figure", "300 tents", "1"), mention(RELIEF, 1, "country", "Kenya", "KE"))
    return told(RELIEF, events=(event,), figures=(tents,), mentions=mentions)


def annals(home: Path) -> Archive:
    """Five releases of one ministry and three of the other."""
    archive = Archive(home)
    grain = instrument(GRAIN, 1, "Grain Accord", "under_negotiation", parties=("CN", "KZ"))
    kazakh = [
        ("first", date(2022, 6, 11), FIRST, first_session()),
        ("grain", date(2023, 5, 5), GRAIN, told(GRAIN, agreements=(grain,))),
        ("third", date(2024, 7, 2), THIRD, third_session()),
        ("journey", date(2025, 1, 15), JOURNEY, journey()),
        ("letters", date(2025, 2, 5), LETTERS, letters()),
    ]
    british = [
        ("older", date(2024, 6, 1), GRAIN, told(GRAIN)),
        ("call", date(2025, 1, 20), CALL, call()),
        ("forum", date(2025, 2, 3), FORUM, forum()),
        ("relief", date(2025, 2, 11), RELIEF, relief()),
    ]
    for source_id, country, releases in (("kz_today", "KZ", kazakh), ("gov_uk", "GB", british)):
        looks = [
            Look(
                f"https://{country.lower()}.example/{name}",
                minute,
                text,
                title=name.title(),
                document={"published_on": day, "issuer_country": country},
                facts=facts,
            )
            for minute, (name, day, text, facts) in enumerate(releases)
        ]
        archive.add("a", looks, source_id=source_id)
    return archive
