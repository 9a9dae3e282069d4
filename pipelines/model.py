"""The nouns that every layer shares: frozen, without behaviour.

What belongs here: the shape of a thing that crosses a layer. What does not: how it is fetched, parsed, extracted or
loaded. Times are aware and in UTC, spans count code points from the start of `Document.body`, countries are ISO
3166-1 alpha-2, currencies ISO 4217, languages ISO 639-1, places GeoNames ids.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


class Verdict(StrEnum):
    """What a response, or a whole visit, turned out to be."""

    PAGE = "page"
    UNCHANGED = "unchanged"
    REDIRECT = "redirect"  # the address says only that the text lives elsewhere
    GONE = "gone"
    DISALLOWED = "disallowed"  # robots.txt asks us not to fetch it
    BLOCKED = "blocked"
    CHALLENGE = "challenge"
    SOFT_ERROR = "soft_error"  # an error page under a status of 200
    EMPTY = "empty"
    BROKEN = "broken"  # bytes that cannot be what they say they are
    UNREACHABLE = "unreachable"  # no answer, or a failure of the server that may pass


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a listing: it names a release and, where the listing says so, when it last changed."""

    url: str
    external_id: str | None = None
    title: str | None = None
    updated: str | None = None  # as stated by the listing; compared, never parsed
    listed_on: date | None = None  # the day that the listing gives it
    body: bytes | None = None  # of a listing that carries the whole release: its page is not fetched


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: an address, and what is posted to it where a plain request will not do."""

    url: str
    json: bytes | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One response as it was fetched, or the reason why there is none."""

    url: str
    final_url: str
    fetched_at: datetime
    verdict: Verdict
    reason: str | None = None
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    sha256: str | None = None
    body: bytes = b""
    elapsed_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class ChangeNote:
    """What the ministry itself says about one change of a release."""

    noted_at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class Document:
    """A release as its page states it: words and dates, no facts read out of them yet."""

    url: str
    title: str
    paragraphs: tuple[str, ...]
    language: str
    issuer_country: str
    external_id: str | None = None
    summary: str | None = None
    document_type: str | None = None
    published_on: date | None = None  # the calendar day as the source states it
    published_at: datetime | None = None  # None where only a day is stated
    status: str = "live"  # live, withdrawn
    translation_of: str | None = None  # external_id of the original
    change_notes: tuple[ChangeNote, ...] = ()

    @property
    def body(self) -> str:
        """The paragraphs, joined by a blank line: the text that every span counts in."""
        return "\n\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body; `body[char_start:char_end] == text`."""

    sentence_no: int  # from 1, through the whole release
    paragraph_no: int  # from 1
    char_start: int
    char_end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the body that name something; `body[char_start:char_end] == surface`."""

    sentence_no: int
    char_start: int
    char_end: int
    kind: str  # person, organization, country, place, date, figure, agreement
    surface: str
    entity: str | None  # country: alpha-2; place: GeoNames id; date: EDTF; all others: the number in the release
    rule: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer that the release names."""

    place_id: str  # GeoNames id
    name: str
    country_code: str
    latitude: float
    longitude: float
    population: int


@dataclass(frozen=True, slots=True)
class Person:
    """One person within one release, all mentions joined."""

    person_no: int  # from 1, in order of first mention
    name: str  # the fullest form in the release, without honorifics
    country_code: str | None  # of the office held
    aliases: tuple[str, ...] = ()  # other forms of the name in the release


@dataclass(frozen=True, slots=True)
class Position:
    """An office that a sentence gives to a person."""

    person_no: int
    sentence_no: int
    title: str  # as stated, without the country
    rank: str | None  # head_of_state, head_of_government, minister, deputy_minister, ambassador, …
    country_code: str | None
    rule: str
    organization_no: int | None = None  # the body that the office belongs to, where the release names it


@dataclass(frozen=True, slots=True)
class Organization:
    """One body within one release, all mentions joined."""

    organization_no: int  # from 1, in order of first mention
    name: str  # the fullest form in the release
    kind: str | None  # ministry, agency, parliament, company, university, bank, think_tank, international, mission, …
    country_code: str | None  # None for international bodies, or where unclear
    acronym: str | None = None
    aliases: tuple[str, ...] = ()  # other forms of the name in the release


@dataclass(frozen=True, slots=True)
class EventPerson:
    """A person's part in an event."""

    person_no: int
    role: str  # chair, host, guest, participant, speaker, recipient
    side: str | None = None  # alpha-2, or the acronym of an international body


@dataclass(frozen=True, slots=True)
class EventOrganization:
    """A body's part in an event."""

    organization_no: int
    role: str


@dataclass(frozen=True, slots=True)
class Event:
    """An engagement that the release reports or announces; one row however often it is named."""

    event_no: int  # from 1, in order of the text
    sentence_no: int
    kind: str  # meeting, call, visit, dialogue, conference, signing, credentials, ceremony, letter, appointment, aid
    is_main: bool
    status: str  # held, planned, cancelled
    rule: str
    start_on: date | None = None  # first day of the span that it can be
    end_on: date | None = None  # only for engagements of more than a day
    date_precision: str | None = None  # day, month, year
    date_edtf: str | None = None
    date_basis: str | None = None  # stated, relative, publication
    place_id: str | None = None  # GeoNames id
    country_code: str | None = None
    mechanism: str | None = None  # the standing mechanism or conference, as named
    mechanism_kind: str | None = None
    session_no: int | None = None
    title: str | None = None
    plover_type: str | None = None  # of the sixteen of the PLOVER manual of 2024
    plover_mode: str | None = None
    persons: tuple[EventPerson, ...] = ()
    sides: tuple[str, ...] = ()  # alpha-2, or the acronym of an international body
    organizations: tuple[EventOrganization, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """A named instrument, with its status as this release tells it."""

    agreement_no: int  # from 1, in order of the text
    sentence_no: int
    char_start: int | None  # None where the title alone names it
    char_end: int | None
    name: str  # as stated
    kind: str  # treaty, agreement, memorandum, protocol, roadmap, joint_statement, declaration, programme, contract, …
    status: str  # signed, adopted, ratified, in_force, under_ratification, under_negotiation, proposed, mentioned
    rule: str
    date_on: date | None = None
    date_precision: str | None = None
    date_edtf: str | None = None
    date_basis: str | None = None
    parties: tuple[str, ...] = ()  # alpha-2 or acronym
    signatories: tuple[int, ...] = ()  # organization_no, where bodies rather than states sign
    event_no: int | None = None  # the event of this release at which it was signed


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that the release gives as somebody's own; `body[char_start:char_end] == text`."""

    quotation_no: int  # from 1, in order of the text
    sentence_no: int
    char_start: int
    char_end: int
    text: str  # without the quotation marks
    person_no: int | None  # None where the speaker is not named
    rule: str


@dataclass(frozen=True, slots=True)
class TopicWords:
    """A topic that the release says was discussed, or that its event is about, and the sentence that shows it."""

    topic_id: str
    sentence_no: int
    rule: str


@dataclass(frozen=True, slots=True)
class DiplomaticTie:
    """Since when two states have had diplomatic relations, as the release says or lets count back from."""

    country_code: str
    partner_code: str
    established_on: date
    sentence_no: int
    rule: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that a sentence states."""

    figure_no: int  # from 1, in order of the text
    sentence_no: int
    char_start: int
    char_end: int
    kind: str  # money, percent, count, measure
    value: float
    unit: str  # ISO 4217 code, `%`, the counted noun in the plural, or the unit
    qualifier: str  # exact, about, over, under, up_to, at_least
    rule: str
    value_high: float | None = None  # upper end of a range
    subject: str | None = None  # the words that say what it is about
    country_code: str | None = None
    period_edtf: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the extractor read out of one document, each with its evidence."""

    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    places: tuple[Place, ...] = ()
    persons: tuple[Person, ...] = ()
    positions: tuple[Position, ...] = ()
    figures: tuple[Figure, ...] = ()
    organizations: tuple[Organization, ...] = ()
    events: tuple[Event, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    topics: tuple[TopicWords, ...] = ()
    ties: tuple[DiplomaticTie, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader made of one page of the archive; `outcome` says whether it is a release at all."""

    source_id: str
    url: str  # as fetched
    fetched_at: datetime
    outcome: str  # release, fallback, redirect, gone, unchanged, skipped, quarantined, failed
    verdict: str
    reason: str | None = None
    status: int | None = None
    page_sha256: str | None = None
    byte_count: int = 0
    release_id: str | None = None
    text_sha256: str | None = None  # of the cleaned words, so that counters and adverts change nothing
    document: Document | None = None
    facts: Facts = field(default_factory=Facts)
