"""Hand-made releases that tell of engagements, agreements and words: what the marts are made of.

Each paragraph is a sentence; numbers of people and bodies are those of their order in the lists below.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from pipelines.model import (
    Agreement,
    DiplomaticTie,
    Event,
    EventOrganization,
    EventPerson,
    Facts,
    Mention,
    Organization,
    Person,
    Place,
    Position,
    Quotation,
    Sentence,
    TopicWords,
)
from tests.load.hand_made import Archive, Look, small_archive

ASTANA = Place("1526273", "Astana", "KZ", 51.18, 71.45, 1_350_000)
LONDON = Place("2643743", "London", "GB", 51.51, -0.13, 8_900_000)
NURTLEU = Person(1, "Murat Nurtleu", "KZ")
CAMERON = Person(2, "David Cameron", "GB")
MINISTER = "Minister of Foreign Affairs"
SECRETARY = "Foreign Secretary"

DIALOGUE_TEXT = """\
Minister of Foreign Affairs Murat Nurtleu and Foreign Secretary David Cameron held the Strategic Dialogue in Astana.

They signed the Strategic Partnership Agreement.

“We are close partners,” the Minister said.

Trade with the Department for Business and Trade and education were discussed.

Diplomatic relations were established on 19 January 1992."""

SESSION_TEXT = "The UK and Kazakhstan held the sixth session of their Strategic Dialogue in London."

VISIT_TEXT = """\
Minister of Foreign Affairs Murat Nurtleu visited London from 3 to 5 May.

There he met Foreign Secretary David Cameron at the World Security Forum.

Samruk Energy and Octopus Energy plan a Memorandum of Understanding.

A call is planned for June."""


def told(text: str, **facts: object) -> Facts:
    """Facts of a text whose paragraphs are its sentences."""
    sentences, start = [], 0
    for number, paragraph in enumerate(text.split("\n\n"), start=1):
        sentences.append(Sentence(number, number, start, start + len(paragraph), paragraph))
        start += len(paragraph) + 2
    return Facts(sentences=tuple(sentences), **facts)  # type: ignore[arg-type]


def mention(text: str, sentence_no: int, kind: str, surface: str, entity: str) -> Mention:
    """The first place in a text that bears these words."""
    start = text.index(surface)
    return Mention(sentence_no, start, start + len(surface), kind, surface, entity, "by_hand")


def people(text: str, body_of_second: int | None = None) -> dict[str, object]:
    """Two ministers with their offices, each in the first sentence that names them; the second's may have a body."""
    lines = text.split("\n\n")
    first = {person.person_no: 1 + [person.name in line for line in lines].index(True) for person in (NURTLEU, CAMERON)}
    return {
        "persons": (NURTLEU, CAMERON),
        "positions": (
            Position(1, first[1], MINISTER, "minister", "KZ", "by_hand"),
            Position(2, first[2], SECRETARY, "minister", "GB", "by_hand", body_of_second),
        ),
    }


def dialogue_facts() -> Facts:
    """The eighth session, with an agreement, a quotation, topics and a tie."""
    text = DIALOGUE_TEXT
    signed, said = text.index("Strategic Partnership Agreement"), text.index("We are")
    event = Event(
        1,
        1,
        "dialogue",
        is_main=True,
        status="held",
        rule="by_hand",
        start_on=date(2024, 4, 24),
        date_precision="day",
        date_edtf="2024-04-24",
        date_basis="stated",
        place_id=ASTANA.place_id,
        country_code="KZ",
        mechanism="Kazakhstan-UK Strategic Dialogue",
        mechanism_kind="dialogue",
        session_no=8,
        title="Eighth Kazakhstan-UK Strategic Dialogue",
        persons=(EventPerson(1, "chair", "KZ"), EventPerson(2, "chair", "GB")),
        sides=("GB", "KZ"),
        organizations=(EventOrganization(1, "participant"),),
        topics=("trade", "education"),
    )
    name = "Strategic Partnership Agreement"
    agreement = Agreement(
        1,
        2,
        signed,
        signed + len(name),
        name,
        "agreement",
        "signed",
        "by_hand",
        date(2024, 4, 24),
        "day",
        "2024-04-24",
        "stated",
        ("GB", "KZ"),
        event_no=1,
    )
    return told(
        text,
        **people(text, body_of_second=1),
        places=(ASTANA,),
        organizations=(Organization(1, "Department for Business and Trade", "ministry", "GB", "DBT"),),
        mentions=(
            mention(text, 1, "person", "Murat Nurtleu", "1"),
            mention(text, 1, "place", "Astana", ASTANA.place_id),
            mention(text, 2, "agreement", name, "1"),
            mention(text, 4, "organization", "Department for Business and Trade", "1"),
        ),
        events=(event,),
        agreements=(agreement,),
        quotations=(Quotation(1, 3, said, said + 22, text[said : said + 22], 1, "by_hand"),),
        topics=(
            TopicWords("trade", 4, "by_hand"),
            TopicWords("education", 4, "by_hand"),
            TopicWords("trade", 2, "by_hand"),
        ),
        ties=(DiplomaticTie("KZ", "GB", date(1992, 1, 19), 5, "by_hand"),),
    )


def session_facts() -> Facts:
    """The sixth session, in a month, told by the other side under the dialogue's name turned round."""
    event = Event(
        1,
        1,
        "dialogue",
        is_main=True,
        status="held",
        rule="by_hand",
        start_on=date(2022, 9, 1),
        date_precision="month",
        date_edtf="2022-09",
        date_basis="stated",
        place_id=LONDON.place_id,
        country_code="GB",
        mechanism="UK-Kazakhstan Strategic Dialogue",
        mechanism_kind="dialogue",
        session_no=6,
        sides=("KZ", "GB"),
    )
    place = mention(SESSION_TEXT, 1, "place", "London", LONDON.place_id)
    return told(SESSION_TEXT, places=(LONDON,), mentions=(place,), events=(event,))


def visit_facts() -> Facts:
    """A visit of three days, a meeting on it beside a forum, a memorandum of two companies, and a planned call."""
    text = VISIT_TEXT
    day = {"date_precision": "day", "date_basis": "stated"}
    visit = Event(
        1,
        1,
        "visit",
        is_main=True,
        status="held",
        rule="by_hand",
        start_on=date(2024, 5, 3),
        end_on=date(2024, 5, 5),
        date_edtf="2024-05-03/2024-05-05",
        place_id=LONDON.place_id,
        country_code="GB",
        persons=(EventPerson(1, "guest", "KZ"),),
        sides=("GB", "KZ"),
        **day,
    )
    meeting = replace(
        visit,
        event_no=2,
        sentence_no=2,
        kind="meeting",
        is_main=False,
        start_on=date(2024, 5, 4),
        end_on=None,
        date_edtf="2024-05-04",
        mechanism="World Security Forum",
        mechanism_kind="conference",
        persons=(EventPerson(1, "guest", "KZ"), EventPerson(2, "host", "GB")),
    )
    call = Event(3, 4, "call", is_main=False, status="planned", rule="by_hand", start_on=date(2024, 6, 1))
    call = replace(call, date_precision="month", date_edtf="2024-06", date_basis="stated", sides=("GB", "KZ"))
    name = "Memorandum of Understanding"
    start = text.index(name)
    memorandum = Agreement(1, 3, start, start + len(name), name, "memorandum", "proposed", "by_hand")
    return told(
        text,
        **people(text),
        places=(LONDON,),
        organizations=(
            Organization(1, "Samruk Energy", "company", "KZ"),
            Organization(2, "Octopus Energy", "company", None),
        ),
        mentions=(
            mention(text, 3, "organization", "Samruk Energy", "1"),
            mention(text, 3, "organization", "Octopus Energy", "2"),
            mention(text, 3, "agreement", name, "1"),
        ),
        events=(visit, meeting, call),
        agreements=(replace(memorandum, parties=("GB", "KZ"), signatories=(1, 2)),),
        topics=(TopicWords("energy", 3, "by_hand"),),
    )


def eventful_archive(home: Path) -> Archive:
    """The small archive, and three releases full of facts in two more parts."""
    archive = small_archive(home)
    spring, may = {"published_on": date(2024, 4, 24)}, {"published_on": date(2024, 5, 6)}
    archive.add(
        "m",
        [
            Look("https://kz.example/8th", 801, DIALOGUE_TEXT, document=spring, facts=dialogue_facts()),
            Look("https://kz.example/visit", 802, VISIT_TEXT, document=may, facts=visit_facts()),
        ],
    )
    autumn = {"published_on": date(2022, 9, 21), "issuer_country": "GB"}
    sixth = Look("https://uk.example/6th", 803, SESSION_TEXT, document=autumn, facts=session_facts())
    archive.add("n", [sixth], source_id="gov_uk")
    return archive
