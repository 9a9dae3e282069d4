"""Sessions before and after the one that a release is about, and sessions that are none."""

from __future__ import annotations

from pipelines.model import Facts
from tests.extract.reading import of_kind, read, who

ROUND = "Kazakhstan and Norway held the sixth round of political consultations in Oslo on 13 May."


def sessions(facts: Facts) -> list[tuple[str, int | None, str | None, tuple[str, ...]]]:
    """The dialogues of a release: status, number, date and sides."""
    return [
        (event.status, event.session_no, event.date_edtf, tuple(sorted(event.sides)))
        for event in of_kind(facts, "dialogue")
    ]


def test_the_next_round_is_a_session_of_its_own_with_the_same_sides() -> None:
    facts = read(ROUND, "The seventh round will be convened in Astana in 2025.")
    assert sessions(facts)[1] == ("planned", 7, "2025", ("KZ", "NO"))
    facts = read(ROUND, "The previous round of consultations took place in Astana on 5 February 2023.")
    assert sessions(facts)[1] == ("held", None, "2023-02-05", ("KZ", "NO"))
    assert len(sessions(read(ROUND, "The second round of applications will be opened in 2025."))) == 1


def test_a_commission_of_the_two_that_is_to_meet_has_their_sides() -> None:
    facts = read(ROUND, "The Intergovernmental Commission will meet in Astana in December 2024.")
    assert sessions(facts)[1] == ("planned", None, "2024-12", ("KZ", "NO"))
    alone = read("Kazakhstan works on trade.", "The Intergovernmental Commission will meet in December 2024.")
    assert all(len(sides) < 2 for _, _, _, sides in sessions(alone))


def test_a_numbered_session_is_held_where_a_comma_says_so() -> None:
    summit = "12th Summit of the Organization of Turkic States"
    facts = read(ROUND, f"The {summit}, held in Baku on 7 May, endorsed the plan.")
    assert [event.date_edtf for event in of_kind(facts, "conference")] == ["2024-05-07"]
    assert of_kind(read(ROUND, f"The {summit}, awaited by many, is a theme of its own."), "conference") == []


def test_a_session_in_an_office_is_none() -> None:
    facts = read("Minister Aigul Omarova met the President of the 76th Session of the UN General Assembly Kari Hansen.")
    assert of_kind(facts, "conference") == []
    told = read("Minister Aigul Omarova attended the 76th Session of the UN General Assembly.")
    assert len(of_kind(told, "conference")) == 1


def test_a_council_of_one_state_is_no_conference_and_not_the_united_nations() -> None:
    facts = read("Minister Aigul Omarova met Secretary of the National Security Council of Oman Said Al Kindi.")
    assert [event.kind for event in facts.events] == ["meeting"]
    assert "UN" not in facts.events[0].sides


def test_what_is_only_thought_of_is_no_session() -> None:
    pair = "Minister of Norway Kari Hansen met with Minister of Chile Pedro Soto."
    assert of_kind(read(pair, "They discussed launching the Norway-Chile Strategic Dialogue."), "dialogue") == []
    told = read(pair, "They launched the Norway-Chile Strategic Dialogue.")
    assert len(of_kind(told, "dialogue")) == 1


def test_a_session_to_come_that_is_spoken_of_has_no_persons_yet() -> None:
    pair = "Minister of Norway Kari Hansen and Minister of Chile Pedro Soto"
    facts = read(f"{pair} discussed preparations for the forthcoming Fifth Pacific Summit in Lima in August.")
    assert who(facts, of_kind(facts, "conference")[0]) == []
    facts = read(f"{pair} attended the Fifth Pacific Summit in Lima.")
    assert who(facts, of_kind(facts, "conference")[0]) == ["Kari Hansen", "Pedro Soto"]


def test_meeting_behind_a_bracketed_acronym_belongs_to_the_name() -> None:
    facts = read(
        "Norway and Chile looked forward to the successful convening of the 20th Norway-Chile Joint Council (NCJC) "
        "meeting in Lima later this year."
    )
    assert [(event.kind, event.status, event.date_edtf) for event in facts.events] == [("dialogue", "planned", "2024")]


def test_held_behind_an_acronym_tells_that_a_numbered_session_was() -> None:
    facts = read(
        ROUND, "They recalled that the 12th Northern Council Summit (NCS), held in Riga on 7 May, had been a success."
    )
    assert [event.date_edtf for event in of_kind(facts, "conference")] == ["2024-05-07"]
    assert (
        of_kind(read(ROUND, "They recalled that the 12th Northern Council Summit (NCS) is far off."), "conference")
        == []
    )


def test_an_informal_summit_that_is_dated_ahead_is_planned() -> None:
    facts = read(ROUND, "Hungary will welcome the leaders to an informal summit in Budapest in May 2025.")
    assert [(event.status, event.date_edtf) for event in of_kind(facts, "conference")] == [("planned", "2025-05")]
    assert of_kind(read(ROUND, "Hungary will welcome the leaders to an informal dinner."), "conference") == []
