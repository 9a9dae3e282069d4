"""How the tests of the extractor make a release out of sentences."""

from __future__ import annotations

from datetime import date

from pipelines.extract.reader import read_facts
from pipelines.model import Document, Event, Facts

PUBLISHED_ON = date(2024, 5, 15)  # a Wednesday


def release(*paragraphs: str, issuer: str = "KZ", title: str = "A release", language: str = "en") -> Document:
    """A release of some paragraphs, published on a Wednesday in May 2024."""
    return Document(
        "https://ministry.example/1", title, paragraphs, language, issuer, published_on=PUBLISHED_ON,
    )  # fmt: skip


def read(*paragraphs: str, issuer: str = "KZ", title: str = "A release") -> Facts:
    """The facts of some paragraphs."""
    return read_facts(release(*paragraphs, issuer=issuer, title=title))


def entities(facts: Facts, kind: str) -> list[str | None]:
    """What the mentions of a kind point at, in the order of the text."""
    return [mention.entity for mention in facts.mentions if mention.kind == kind]


def surfaces(facts: Facts, kind: str) -> list[str]:
    """The words of the mentions of a kind, in the order of the text."""
    return [mention.surface for mention in facts.mentions if mention.kind == kind]


def who(facts: Facts, event: Event) -> list[str]:
    """Who took part in an engagement, by name, in the order of the alphabet."""
    known = {person.person_no: person.name for person in facts.persons}
    return sorted(known[person.person_no] for person in event.persons)


def of_kind(facts: Facts, kind: str) -> list[Event]:
    """The engagements of a kind, in the order of the text."""
    return [event for event in facts.events if event.kind == kind]
