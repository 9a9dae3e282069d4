"""The seam of the resolver of events: whatever it gives one id becomes one event, by deltas as in one go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipelines.build import RESOLVERS
from tests.load.engagements import ASTANA, DIALOGUE_TEXT, LONDON, dialogue_facts, eventful_archive
from tests.load.hand_made import Archive, Look, release_id
from tests.load.test_questions import answer

OURS, THEIRS = "https://kz.example/8th", "https://uk.example/8th"
FIRST_EVENT_OF = {release_id("kz_today", OURS), release_id("gov_uk", THEIRS)}


def one_event(events: Iterable[tuple[Any, ...]]) -> list[tuple[str, int, str]]:
    """A resolver that knows two releases to tell of the same session."""
    return [
        (release, number, "one" if release in FIRST_EVENT_OF and number == 1 else f"{release}-{number}")
        for release, number, *_ in events
    ]


def one_agreement(agreements: Iterable[tuple[Any, ...]]) -> list[tuple[str, int, str]]:
    """A resolver that knows what they signed there to be one agreement."""
    return [
        (release, number, "one" if release in FIRST_EVENT_OF else f"{release}-{number}")
        for release, number, *_ in agreements
    ]


@pytest.fixture
def told_twice(tmp_path: Path) -> Archive:
    """The eventful archive, and the other side's account of the session, not built yet."""
    archive = eventful_archive(tmp_path)
    archive.resolvers = replace(RESOLVERS, event=one_event, agreement=one_agreement)
    theirs = dialogue_facts()
    event = replace(
        theirs.events[0],
        place_id=LONDON.place_id,
        persons=theirs.events[0].persons[1:],
        topics=("trade", "energy"),
        title="Strategic Dialogue",
    )
    agreement = replace(theirs.agreements[0], status="in_force", date_on=None, date_precision=None)
    agreement = replace(agreement, date_edtf=None, date_basis=None)
    facts = replace(theirs, events=(event,), agreements=(agreement,), places=(ASTANA, LONDON))
    document = {"published_on": date(2024, 4, 25), "issuer_country": "GB"}
    archive.add("p", [Look(THEIRS, 804, DIALOGUE_TEXT, document=document, facts=facts)], source_id="gov_uk")
    return archive


def test_one_event_keeps_both_accounts_and_shows_where_they_differ(told_twice: Archive) -> None:
    told_twice.build()
    rows = told_twice.query("select title, report_count, source_count, place_id from event where event_id = 'one'")
    assert rows == [("Eighth Kazakhstan-UK Strategic Dialogue", 2, 2, ASTANA.place_id)]
    rows = told_twice.query(
        "select reported_by, not_reported_by, places, differs_in, is_two_sided, is_disputed, reports"
        " from mart.two_sided where event_id = 'one'"
    )
    assert rows == [(["GB", "KZ"], [], ["Astana", "London"], ["place"], True, True, [OURS, THEIRS])]
    assert told_twice.query("select count(*) from event_person where event_id = 'one'") == [(2,)]
    topics = told_twice.query("select topic_id from event_topic where event_id = 'one' order by all")
    assert topics == [("education",), ("energy",), ("trade",)]
    (meeting,) = told_twice.query("select reports from mart.meetings where event_id = 'one'")
    assert meeting == ([OURS, THEIRS],)
    (account,) = answer(told_twice, "accounts_that_differ")
    title, places, told_by = (
        "Eighth Kazakhstan-UK Strategic Dialogue",
        ["Astana", "London"],
        ["Kazakhstan", "United Kingdom"],
    )
    assert account == ("dialogue", title, ["2024-04-24"], places, ["held"], told_by, [OURS, THEIRS])


def test_one_agreement_has_the_status_last_told_and_the_date_that_is_known(told_twice: Archive) -> None:
    told_twice.build()
    rows = told_twice.query(
        "select status, parties, date_on, release_count, event_id from mart.agreement_register"
        " where agreement_id = 'one'"
    )
    assert rows == [("in_force", ["GB", "KZ"], date(2024, 4, 24), 2, "one")]


@pytest.mark.prove
def test_accounts_that_come_and_go_give_the_same_rows_as_a_build_from_nothing(told_twice: Archive) -> None:
    every = list(told_twice.parts)
    without = [name for name in every if name != "gov_uk/p"]
    told_twice.build(*without)
    alone = told_twice.hashes()
    told_twice.build(*every)
    together = told_twice.hashes()
    told_twice.build(*without)
    assert told_twice.hashes() == alone
    told_twice.build(*[name for name in every if name != "kz_today/m"])
    assert told_twice.query("select title, report_count from event where event_id = 'one'") == [
        ("Strategic Dialogue", 1)
    ]
    told_twice.build(*every)
    assert told_twice.hashes() == together
    told_twice.build(full=True)
    assert told_twice.hashes() == together


def test_an_event_that_no_release_tells_any_more_is_gone_with_all_that_hung_on_it(told_twice: Archive) -> None:
    told_twice.build()
    rest = [name for name in told_twice.parts if name not in {"gov_uk/n", "gov_uk/p", "kz_today/m"}]
    told_twice.build(*rest)
    for table in (
        "event",
        "event_report",
        "event_person",
        "event_side",
        "event_organization",
        "event_topic",
        "mechanism",
        "agreement",
        "agreement_report",
        "agreement_party",
        "organization",
        "organization_alias",
        "quotation",
        "release_topic",
        "diplomatic_tie",
    ):
        assert told_twice.query(f"select count(*) from {table}") == [(0,)], table
    assert told_twice.query("select name from place") == [("Astana",)]
