"""Sessions and conferences that others only speak of."""

from __future__ import annotations

import pytest

from tests.extract.reading import of_kind, read, who

OWN = "Minister of Foreign Affairs of Kazakhstan Aigul Omarova"
GUEST = "Foreign Minister of Norway Kari Hansen"


@pytest.mark.parametrize(
    "passing",
    [
        "welcomed progress ahead of the Arctic Forum",
        "thanked the crew for their work since the Arctic Forum",
        "support the pledges made at the Arctic Forum",
        "noted the importance of the Arctic Forum",
    ],
)
def test_a_session_that_is_only_spoken_of_is_no_engagement(passing: str) -> None:
    assert of_kind(read(f"{OWN} and {GUEST} {passing}."), "conference") == []
    assert len(of_kind(read(f"{OWN} and {GUEST} attended the Arctic Forum."), "conference")) == 1


def test_who_speaks_of_a_dated_session_takes_no_part_in_it() -> None:
    facts = read(f"{OWN} and {GUEST} discussed preparations for the Arctic Forum on 20 May in Bergen.")
    [forum] = of_kind(facts, "conference")
    assert (who(facts, forum), forum.status, str(forum.start_on)) == ([], "planned", "2024-05-20")
    facts = read(f"{OWN} and {GUEST} attended the Arctic Forum on 13 May in Bergen.")
    [forum] = of_kind(facts, "conference")
    assert who(facts, forum) == ["Aigul Omarova", "Kari Hansen"]


@pytest.mark.parametrize("part", ["hosting the Arctic Forum", "her participation in the Arctic Forum"])
def test_who_is_thanked_for_a_session_was_at_it_and_who_thanks_was_not(part: str) -> None:
    facts = read(f"{OWN} met {GUEST} in Oslo.", f"{OWN} thanked {GUEST} for {part} in Bergen.")
    [forum] = of_kind(facts, "conference")
    assert who(facts, forum) == ["Kari Hansen"]


def test_the_day_of_what_is_said_is_not_that_of_a_session_spoken_of() -> None:
    talk = f"On 13 May {OWN} and {GUEST} in a long and friendly talk welcomed the Arctic Forum in Bergen."
    facts = read(f"{OWN} met {GUEST} in Oslo.", talk)
    assert [forum.start_on for forum in of_kind(facts, "conference")] == [None]


def test_a_clause_that_tells_who_met_makes_it_told() -> None:
    facts = read(f"The talks were held four months after the Arctic Forum, at which {OWN} and {GUEST} opened a fund.")
    [forum] = of_kind(facts, "conference")
    assert who(facts, forum) == ["Aigul Omarova", "Kari Hansen"]


def test_talks_that_are_only_wished_for_or_discussed_are_no_engagement() -> None:
    for passing in ("support talks between Peru and Chile", "discussed Peru's talks with Chile"):
        assert of_kind(read(f"{OWN} met {GUEST}.", f"They {passing}."), "meeting")[1:] == []
    facts = read(f"{OWN} met {GUEST}.", "Later, talks between Peru and Chile were held in Lima.")
    assert [sorted(event.sides) for event in of_kind(facts, "meeting")] == [["KZ", "NO"], ["CL", "PE"]]


def test_talks_with_somebody_named_that_are_discussed_were_held() -> None:
    facts = read(
        f"{OWN} met {GUEST}.", "They discussed the meeting between Ana Diaz, President of Chile, and Juan Paz."
    )
    assert len(of_kind(facts, "meeting")) == 2


def test_a_meeting_in_which_something_is_said_is_told() -> None:
    facts = read(f"{OWN} reaffirmed her support in a meeting with {GUEST}.")
    assert who(facts, of_kind(facts, "meeting")[0]) == ["Aigul Omarova", "Kari Hansen"]


def test_a_group_that_works_did_not_meet() -> None:
    at_work = "The Kazakhstan-Norway Working Group on Water helps farmers."
    assert of_kind(read(f"{OWN} met {GUEST} on 13 May.", f"In 2025, {at_work}"), "dialogue") == []
    met = "The Kazakhstan-Norway Working Group on Water met on 3 May."
    assert len(of_kind(read(f"{OWN} met {GUEST} on 13 May.", met), "dialogue")) == 1
