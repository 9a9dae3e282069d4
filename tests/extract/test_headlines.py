from __future__ import annotations

from tests.extract.reading import read, surfaces


def test_the_title_lends_an_office_and_a_country_to_a_person_of_the_body() -> None:
    facts = read("Ms Olga Vrba thanked the hosts.", title="Minister of Ports of Peru Olga Vrba Visits Astana")
    assert [(person.name, person.country_code) for person in facts.persons] == [("Olga Vrba", "PE")]
    [position] = facts.positions
    assert (position.title, position.country_code, position.sentence_no) == ("Minister of Ports", "PE", 1)


def test_the_title_lends_a_fuller_name() -> None:
    facts = read("Minister Vrbova thanked the hosts.", title="Meeting with Minister of Ports Olga Vrbova")
    assert [person.name for person in facts.persons] == ["Olga Vrbova"]
    assert surfaces(facts, "person") == ["Vrbova"]


def test_an_office_of_the_body_is_not_told_again_from_the_title() -> None:
    facts = read("Minister of Ports Olga Vrba spoke.", title="Remarks by Minister of Ports Olga Vrba")
    assert [position.title for position in facts.positions] == ["Minister of Ports"]


def test_whom_only_the_title_names_is_told_by_the_office_in_the_body() -> None:
    facts = read(
        "Mr Tan Ah Hua: To ask the Minister for Ports about the quays.",
        issuer="SG", title="Minister for Ports Dr Lim Bee Lan's Written Reply",
    )  # fmt: skip
    assert [(person.name, person.country_code) for person in facts.persons] == [
        ("Tan Ah Hua", "SG"), ("Lim Bee Lan", "SG"),
    ]  # fmt: skip
    assert surfaces(facts, "person") == ["Tan Ah Hua", "Minister for Ports"]


def test_whom_only_the_title_names_is_no_person_where_the_body_has_no_such_office() -> None:
    facts = read("The quays are open.", title="Statement by Minister for Ports Olga Vrba")
    assert facts.persons == ()


def test_the_country_of_an_office_in_the_title_goes_with_it() -> None:
    facts = read(
        "SECRETARY HARROW: I am delighted to have the vice president and foreign minister here.",
        title="Secretary Ann Harrow and Peruvian Vice President and Foreign Minister Rosa Lopera Before Their Meeting",
        issuer="US",
    )
    assert {person.name: person.country_code for person in facts.persons}["Rosa Lopera"] == "PE"
