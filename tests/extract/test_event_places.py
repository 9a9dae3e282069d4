"""Where engagements were: the city of a venue, the host, the goal of a visit, the line of a heading."""

from __future__ import annotations

import pytest

from pipelines.model import Event, Facts
from tests.extract.reading import of_kind, read


def city(facts: Facts, event: Event) -> str | None:
    """The name of the place of an engagement."""
    return next((place.name for place in facts.places if place.place_id == event.place_id), None)


def first_city(facts: Facts, kind: str) -> str | None:
    """The place of the first engagement of a kind."""
    return city(facts, of_kind(facts, kind)[0])


MET = "Foreign Minister of Norway Kari Hansen met with Foreign Minister of Chile Pedro Soto"

VENUES = [
    (f"{MET} at the White House.", "Washington"),
    (f"{MET} at the U.S. Department of State.", "Washington"),
    (f"{MET} in Downing Street.", "London"),
    (f"{MET} at the UN Headquarters.", "New York"),
    (f"{MET} in the Hungarian capital.", "Budapest"),
    (f"{MET} in the capital of Hungary.", "Budapest"),
]


@pytest.mark.parametrize(("sentence", "name"), VENUES)
def test_a_venue_or_a_seat_of_government_tells_the_city(sentence: str, name: str) -> None:
    assert first_city(read(sentence), "meeting") == name


def test_a_house_that_is_no_setting_tells_no_city() -> None:
    assert first_city(read(f"{MET} and thanked the White House."), "meeting") is None
    assert first_city(read(f"{MET} and praised growth in the Hungarian capital market."), "meeting") is None
    assert first_city(read(f"{MET} at the UN Headquarters in Geneva."), "meeting") == "Geneva"


def test_the_city_that_hosts_is_where_it_is() -> None:
    facts = read(f"{MET}.", "They spoke of the 10th Northern Summit, which Oslo will host in November.")
    assert first_city(facts, "conference") == "Oslo"
    facts = read(f"{MET}.", "The 10th OSCE Summit will be held in November, and Oslo has welcomed it.")
    assert first_city(facts, "conference") is None


def test_what_a_traveller_goes_for_is_at_the_goal() -> None:
    told = "Foreign Minister of Norway Kari Hansen will travel to Tallinn to attend the Northern Forum"
    assert first_city(read(f"{told}."), "conference") == "Tallinn"
    assert first_city(read(f"{told} in Riga."), "conference") == "Riga"


def test_who_is_on_a_visit_meets_there() -> None:
    stay = "Foreign Minister of Norway Kari Hansen is on a working visit to Tallinn."
    title = "Meeting with the Foreign Minister of Chile"
    facts = read(stay, f"{MET} today.", issuer="NO", title=title)
    assert first_city(facts, "meeting") == "Tallinn"
    gone = "Foreign Minister of Norway Kari Hansen recalled her last visit to Tallinn."
    assert first_city(read(gone, f"{MET} today.", issuer="NO", title=title), "meeting") is None


def test_a_place_alone_in_the_heading_is_where_it_was() -> None:
    title = "Kari Hansen and Pedro Soto before their meeting"
    people = "Kari Hansen, Foreign Minister of Norway"
    said = "MINISTER HANSEN: Welcome, Foreign Minister of Chile Pedro Soto."
    assert first_city(read(people, "Geneva, Switzerland", said, title=title), "meeting") == "Geneva"
    assert first_city(read(people, "Geneva has changed.", said, title=title), "meeting") is None


def test_meetings_of_the_title_were_all_where_it_says() -> None:
    title = "Minister Hansen's Meetings in Tallinn"
    other = "Minister Hansen met Foreign Minister of Latvia Anna Ozola."
    facts = read(f"{MET} today.", other, issuer="NO", title=title)
    assert [city(facts, event) for event in of_kind(facts, "meeting")] == ["Tallinn", "Tallinn"]
