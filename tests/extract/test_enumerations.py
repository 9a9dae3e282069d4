# ruff: noqa: RUF001 - releases are set with typographic marks
from __future__ import annotations

import pytest

from tests.extract.reading import read


def held(*paragraphs: str, issuer: str = "KZ", title: str = "A release") -> dict[str, list[str]]:
    """The titles that a release gives to each person."""
    facts = read(*paragraphs, issuer=issuer, title=title)
    return {
        person.name: [row.title for row in facts.positions if row.person_no == person.person_no]
        for person in facts.persons
    }


def places(*paragraphs: str, issuer: str = "KZ") -> dict[str, str | None]:
    """The country of each person of a release."""
    return {person.name: person.country_code for person in read(*paragraphs, issuer=issuer).persons}


def test_a_definite_office_behind_a_titled_name_is_that_of_the_next_name() -> None:
    row = "He met Peru’s Trade Minister Ana Ruiz, the Head of the Office of the President of Peru, Ivo Kral, and {}."
    assert held(row.format("the press")) == {
        "Ana Ruiz": ["Trade Minister"],
        "Ivo Kral": ["Head of the Office of the President"],
    }
    alone = "He met Ana Ruiz, the Head of the Office of the President of Peru, and the press."
    assert held(alone) == {"Ana Ruiz": ["Head of the Office of the President"]}


def test_each_item_of_a_row_may_begin_with_its_office() -> None:
    row = "She met the Chairperson of the Council, H.E. Omar Zyrov, the Commissioner for Ports, H.E. Ana Ruiz, and all."
    assert held(row) == {"Omar Zyrov": ["Chairperson of the Council"], "Ana Ruiz": ["Commissioner for Ports"]}


def test_a_definite_office_in_small_letters_leads_to_the_name_behind_its_comma() -> None:
    assert held("They met the head of EU diplomacy, Ana Ruiz, and others.") == {"Ana Ruiz": ["head of EU diplomacy"]}
    assert held("After talks with the head of the mission, Ana Ruiz of Acme flew home.") == {"Ana Ruiz": []}


def test_states_and_their_officers_stand_in_the_same_order() -> None:
    row = "Talks were held by the Prime Ministers of Peru and Chad, Ana Ruiz and Ivo Kral."
    assert places(row) == {"Ana Ruiz": "PE", "Ivo Kral": "TD"}
    assert held(row) == {"Ana Ruiz": ["Prime Minister"], "Ivo Kral": ["Prime Minister"]}
    uneven = "Talks were held by the Prime Ministers of Peru and Chad, Ana Ruiz, Omar Zyrov and Ivo Kral."
    assert held(uneven)["Omar Zyrov"] == []


@pytest.mark.parametrize(
    ("office", "title"),
    [
        ("Minister for Ports and Foreign Affairs", "Minister of Foreign Affairs"),
        ("head of Kazakh diplomacy", "Minister of Foreign Affairs"),
        ("Foreign Minister", "Foreign Minister"),
        ("Minister for Ports", "Minister for Ports"),
        ("Deputy Minister for Ports and Foreign Affairs", "Deputy Minister for Ports and Foreign Affairs"),
    ],
)
def test_the_counterpart_of_a_foreign_minister_is_one_whatever_else_the_first_looks_after(
    office: str, title: str
) -> None:
    assert held(f"The {office} spoke to his Peruvian counterpart, Ana Ruiz.") == {"Ana Ruiz": [title]}


def test_the_desks_of_an_officer_stand_in_brackets() -> None:
    row = "He met Minister of State (Trade & Ports) (Youth, Sport and the Law) Ana Ruiz and Minister (Works) Ivo Kral."
    assert held(row) == {
        "Ana Ruiz": ["Minister of State (Trade & Ports) (Youth, Sport and the Law)"],
        "Ivo Kral": ["Minister (Works)"],
    }
    assert held("He met Minister Ana Ruiz (Peru).") == {"Ana Ruiz": ["Minister"]}


def test_of_two_former_holders_of_an_office_both_are_of_one_country() -> None:
    row = "They called on former President of Peru Omar Zyrov and former President Ana Ruiz."
    assert places(row) == {"Omar Zyrov": "PE", "Ana Ruiz": "PE"}
    two = "In Peru, President Omar Zyrov of Peru and President Ana Ruiz met."
    assert places(two)["Ana Ruiz"] != "PE"


def test_who_is_about_to_take_office_belongs_to_a_list() -> None:
    row = "She met Peruvian Minister Omar Zyrov, incoming Executive Secretary Ana Ruiz, and the press."
    assert places(row, issuer="US") == {"Omar Zyrov": "PE", "Ana Ruiz": "PE"}


def test_a_body_that_is_only_the_field_of_an_office_leaves_it_its_country() -> None:
    assert places("Minister for European Union Affairs Ana Ruiz spoke.") == {"Ana Ruiz": "KZ"}
    assert places("Commissioner for the European Union Ana Ruiz spoke.") == {"Ana Ruiz": None}


def test_a_style_that_is_a_given_name_before_a_patronym_is_no_office() -> None:
    row = "Minister of Ports His Excellency General Sultan Bin Omar Al Zyrovi and Sultan Haitham spoke."
    assert held(row)["Sultan Bin Omar Al Zyrovi"] == ["Minister of Ports"]
    assert held(row)["Haitham"] == ["Sultan"]


def test_the_title_tells_two_offices_of_which_the_body_tells_either() -> None:
    both = "Deputy Prime Minister and Minister of Ports"
    title = f"{both} Ana Ruiz in Lima"
    assert held("Deputy Prime Minister Ana Ruiz came.", "Minister Ruiz spoke.", title=title)["Ana Ruiz"][-1] == both
    assert held("Chairwoman Ana Ruiz came.", title=title)["Ana Ruiz"] == ["Chairwoman"]


def test_a_group_of_two_states_is_led_by_one_of_the_first() -> None:
    row = "With the head of the Chadian–Kazakh Friendship Group, Omar Zyrov, he opened a show."
    assert held(row) == {"Omar Zyrov": ["head of the Chadian–Kazakh Friendship Group"]}
    assert places(row) == {"Omar Zyrov": "TD"}
    assert [body.name for body in read(row).organizations] == ["Chadian–Kazakh Friendship Group"]
    assert places("With the head of the Kazakh Friendship Group, Omar Zyrov, he came.") == {"Omar Zyrov": "KZ"}


def test_of_two_who_speak_about_the_ties_of_a_pair_of_states_each_is_of_one() -> None:
    row = "Deputy Minister of Kazakhstan Ivo Kral and Minister Ana Ruiz spoke about Kazakh–Peruvian {}."
    assert places(row.format("relations"))["Ana Ruiz"] == "PE"
    assert places(row.format("rivers"))["Ana Ruiz"] == "KZ"
    visit = "President Kral noted the visit of Minister Ana Ruiz to Lima for Kazakh–Peruvian relations."
    assert places(visit)["Ana Ruiz"] == "KZ"


def test_a_small_noun_behind_an_adjective_tells_a_national() -> None:
    assert places("It urges the release of Peruvian citizens Ana Ruiz and Ivo Kral.")["Ana Ruiz"] == "PE"
    assert places("It is in the Peruvian hands of Ana Ruiz.")["Ana Ruiz"] is None


def test_a_delegation_is_of_the_country_of_whom_it_accompanies() -> None:
    row = "Sultan of Oman Omar Zyrov will be accompanied by a delegation which includes Minister for Ports Ivo Kral."
    assert places(row, issuer="SG")["Ivo Kral"] == "OM"
    alone = "Sultan of Oman Omar Zyrov will meet a delegation which includes Minister for Ports Ivo Kral."
    assert places(alone, issuer="SG")["Ivo Kral"] == "SG"


def test_who_leads_a_side_may_bear_a_long_office() -> None:
    row = "Director General Omar Zyrov, Bureau of Ports, Ministry of Home Affairs, led the {} delegation."
    assert places(row.format("Chadian"))["Omar Zyrov"] == "TD"
    assert places(row.format("whole"))["Omar Zyrov"] == "KZ"


def test_a_heading_in_capitals_tells_an_office_and_a_name() -> None:
    row = "UNDER SECRETARY FOR PORTS ROSE B. ZYROV Under Secretary Zyrov attends meetings."
    assert held(row, issuer="US") == {"Rose B. Zyrov": ["Under Secretary FOR PORTS", "Under Secretary"]}
    assert held("UNDER SECRETARY FOR PORTS AND RAIL attends meetings.", issuer="US") == {}


@pytest.mark.parametrize("name", ["Móte Zyrov", "Mute B. Zyrov"])
def test_an_accent_or_an_initial_makes_a_name_of_an_english_word(name: str) -> None:
    assert held(f"He met Prime Minister {name} and others.") == {name: ["Prime Minister"]}
    assert held("He met Prime Minister Mute and others.") == {}


def test_a_parent_told_in_the_patronym_of_a_child_is_another_person() -> None:
    row = "He met President Omar bin Karim Al Zyrovi and Crown Prince Khalid bin Omar bin Karim Al Zyrovi."
    assert held(row) == {
        "Omar bin Karim Al Zyrovi": ["President"],
        "Khalid bin Omar bin Karim Al Zyrovi": ["Crown Prince"],
    }
    again = "He met Crown Prince Khalid bin Omar bin Karim. Prince Khalid bin Omar thanked him."
    assert list(held(again)) == ["Khalid bin Omar bin Karim"]


def test_courtesy_may_stand_between_the_acronym_of_an_office_and_a_name() -> None:
    row = "He met Saudi Crown Prince and PM His Royal Highness Omar bin Zyrov."
    assert held(row) == {"Omar bin Zyrov": ["Crown Prince and PM"]}
    assert held("He came at 3 PM on Monday with Omar Zyrov.") == {"Omar Zyrov": []}


def test_a_department_has_deputy_secretaries_for_each_field() -> None:
    row = "Deputy Secretary Ana Ruiz of the United States met Peru. Deputy Secretary Ivo Kral spoke."
    assert places(row, issuer="US") == {"Ana Ruiz": "US", "Ivo Kral": "US"}
    row = "Prime Minister Ana Ruiz of the United Kingdom spoke of Peru. Prime Minister Ivo Kral listened."
    assert places(row, issuer="GB") == {"Ana Ruiz": "GB", "Ivo Kral": "PE"}


def test_who_serves_an_officer_is_told_with_that_officer() -> None:
    row = "Department of Ports Counselor to the Secretary Ivo Kral spoke."
    assert held(row, issuer="US") == {"Ivo Kral": ["Department of Ports Counselor to the Secretary"]}
    assert held("They listened to the Secretary Ivo Kral.") == {"Ivo Kral": ["Secretary"]}


def test_a_surname_that_is_a_word_is_no_part_of_the_next_office() -> None:
    row = "Policy Advisor Susan Banks and Deputy Public Outreach Director Ivo Kral came."
    assert held(row) == {"Susan Banks": ["Policy Advisor"], "Ivo Kral": ["Deputy Public Outreach Director"]}
    assert held("Banks and Ports Agency Director Ivo Kral came.")["Ivo Kral"] == ["Banks and Ports Agency Director"]


def test_an_office_that_leads_to_a_capital_is_not_that_of_a_titled_name_before_it() -> None:
    assert held("Minister of Ports Ana Ruiz, Minister of State (Rail) Low Boat, came.") == {
        "Ana Ruiz": ["Minister of Ports"]
    }
    assert held("Ana Ruiz, Minister of State for Rail, came.") == {"Ana Ruiz": ["Minister of State for Rail"]}
