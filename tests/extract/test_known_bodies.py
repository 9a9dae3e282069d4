"""Known bodies, missions, and what only begins as the name of one."""

from __future__ import annotations

import csv

import pytest

from pipelines.extract.lexicons import FOLDER, rows, words
from tests.extract.reading import read


def names(*paragraphs: str, issuer: str = "KZ") -> list[str]:
    return [row.name for row in read(*paragraphs, issuer=issuer).organizations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Funds of the Nordic Investment Bank were used.", ["Nordic Investment Bank"]),
        ("The Reserve Bank of India and the Bank of England agreed.", ["Reserve Bank of India", "Bank of England"]),
        ("KFOR and UNIFIL stayed.", ["KFOR", "UNIFIL"]),
        ("Shining Path was listed.", ["Shining Path"]),
        ("The AIT statistics were poor, and so was the ACT.", []),
    ],
)
def test_bodies_known_to_the_world_are_read_and_doubtful_acronyms_are_not(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_no_body_stands_twice_and_no_clear_acronym_belongs_to_two() -> None:
    lines = list(csv.DictReader((FOLDER / "known_bodies.csv").open(encoding="utf-8", newline="")))
    every = [row["name"] for row in lines]
    assert len(every) == len(set(every))
    clear = [row["acronym"] for row in lines if row["acronym"] not in words("ambiguous_acronyms") | {"", "IOC"}]
    assert len(clear) == len(set(clear))
    assert {row["country"] for row in lines} <= {row["code"] for row in rows("countries")} | {"", "HK"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Commonwealth will meet.", ["Commonwealth"]),
        ("The Commonwealth of Freedonia will meet.", []),
        ("They called on Congress to act.", ["Congress"]),
        ("The Peruvian Congress voted.", ["Peruvian Congress"]),
        ("The Congress of Dentists met, and so did the Dental Congress.", []),
        ("Bloomberg reported it.", ["Bloomberg"]),
        ("The Bloomberg Green Forum was opened.", []),
    ],
)
def test_a_short_name_that_goes_on_is_another_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Kenyan Embassy Fiji: call us.", ["Kenyan Embassy Fiji"]),
        ("The U.S. Mission to Fiji wrote.", ["U.S. Mission to Fiji"]),
        ("The Mission to Mars was put off.", []),
        ("The EU Delegation to Fiji wrote.", ["EU Delegation to Fiji"]),
        ("The Delegation of Dentists to Fiji wrote.", []),
        (
            "The Kenyan High Commission in London for all Kenyans abroad wrote.",
            ["Kenyan High Commission in London"],
        ),
    ],
)
def test_a_mission_bears_the_state_that_it_is_sent_to(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_missions_of_one_state_in_several_are_several_and_the_bare_one_joins_the_only_one() -> None:
    both = names("The Kenyan Embassy in Fiji and the Kenyan Embassy in Peru wrote.")
    assert both == ["Kenyan Embassy in Fiji", "Kenyan Embassy in Peru"]
    assert names("The Kenyan Embassy in Fiji wrote. The Kenyan Embassy is open.") == ["Kenyan Embassy in Fiji"]


@pytest.mark.parametrize("label", ["Photo credit: ", "Photos courtesy of: ", "Photo: ", "Image by "])
def test_whose_a_picture_is_names_no_body(label: str) -> None:
    assert names(f"{label}Ministry of Health, Peru") == []
    assert names(f"{label}Ministry of Health, Peru", "The Ministry of Health of Peru wrote.") == [
        "Ministry of Health of Peru"
    ]


def test_what_a_picture_shows_may_name_one() -> None:
    assert names("Photo caption: The Minister at the Ministry of Health, Peru") == ["Ministry of Health"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Chancellery of the Prime Minister wrote.", ["Chancellery of the Prime Minister"]),
        ("Ministry of Trade Minister Jane Smith wrote.", ["Ministry of Trade"]),
        (
            "The Ministry of Micro, Small and Medium Enterprises wrote.",
            ["Ministry of Micro, Small and Medium Enterprises"],
        ),
        ("The Peruvian Government and Ministry of Health wrote.", ["Ministry of Health"]),
        ("The National Credit Agency wrote.", ["National Credit Agency"]),
        ("PRIME MINISTER\u2019S OFFICE", ["Prime Minister\u2019s Office"]),
        ("The Office of the President of Fiji wrote.", ["Office of the President of Fiji"]),
        ("The Australian Defence Force helped.", ["Australian Defence Force"]),
        ("It is a Foreign Terrorist Organization and a Joint Stock Company.", []),
        ("The Dinner Party and the Welcome Center were full.", []),
        ("The 9th Conference of the Parties (COP9) met.", []),
        ("The FTA (Free Trade Agreement) and the PNG (Papua New Guinea) map were shown.", []),
        ("The Legislative Chamber of Fiji voted.", ["Legislative Chamber of Fiji"]),
    ],
)
def test_names_end_where_they_end(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ministry of the Interior and Administration wrote.", ["Ministry of the Interior and Administration"]),
        ("The Ministry of Health and Parliament agreed.", ["Ministry of Health", "Parliament"]),
        ("The Ministry of Trade and School Meals wrote.", ["Ministry of Trade and School Meals"]),
        ("The Committee on Friendship with Foreign Towns met.", ["Committee on Friendship with Foreign Towns"]),
        ("The Committee on Friendship met with John Smith.", ["Committee on Friendship"]),
        ("The Kenyan Embassy in Fiji with Acting Minister John Smith met.", ["Kenyan Embassy in Fiji"]),
        ("Embassy Oslo, and Embassy Tunis were paid.", ["Embassy Oslo", "Embassy Tunis"]),
        ("The Standing Committee on Trade met.", ["Standing Committee on Trade"]),
        ("The Standing Committee met.", []),
        ("The Trade Mission to Fiji left.", []),
        ("King Halden University opened.", ["King Halden University"]),
        ("The National Consultative Commission on Ethics met.", ["National Consultative Commission on Ethics"]),
        ("The Consultative Commission on Ethics met.", []),
        ("The Texas Department of Roads wrote.", ["Texas Department of Roads"]),
        ("The Department of Roads wrote.", []),
        ("The Polish Consulate General in Grodno wrote.", ["Polish Consulate General in Grodno"]),
        ("The Emirates Red Crescent helped.", ["Emirates Red Crescent"]),
        ("The Bank of Fiji and the Fijian Police wrote.", ["Bank of Fiji", "Fijian Police"]),
        ("A Fijian Bank Holiday and a Fijian Police Car were seen.", []),
        ("The Office of the Prosecutor General wrote.", ["Office of the Prosecutor General"]),
        ("The Oslo Police Department wrote.", ["Oslo Police Department"]),
    ],
)
def test_a_name_holds_all_that_the_body_is_for(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The White House hosted them, and White House officials spoke.", ["White House"]),
        ("They met at the White House.", []),
        ("Follow us on Facebook or Facebook @ministry.", []),
        ("Facebook was fined.", ["Facebook"]),
        ("The White House Youth Workshop was held.", []),
        ("He left the Law School of the Universidad del Norte.", ["Universidad del Norte"]),
        ("He left the Instituto Halden y Zaria.", ["Instituto Halden y Zaria"]),
        ("The Department of State Bureau of Oceans wrote.", ["Department of State"]),
        ("The joint Water and Soil Task Force met.", ["Water and Soil Task Force"]),
        ("The Joint Task Force met.", []),
        ("The Kenya-Oman Soil Task Force met.", []),
        ("The Secretary of the CPC Halden Municipal Committee and the Soil Committee came.", ["CPC", "Soil Committee"]),
        ("Mayor Jane Smith, North Halden, NV, came with Zarix NV.", ["Zarix NV"]),
        ("The Kenyan Embassies in Fiji were closed.", ["Kenyan Embassies in Fiji"]),
    ],
)
def test_a_seat_a_school_and_a_bureau_give_way_to_the_body(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Present were: - Jane Smith, Director, Halden Rights Watch - John Brown, President, Zarix",
            ["Halden Rights Watch", "Zarix"],
        ),
        ("Present were: - Jane Smith, Director, Public Affairs - John Brown, President, Norway", []),
        ("She said, as Director, Halden is a fine town.", []),
    ],
)
def test_a_list_of_those_present_names_their_bodies(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_an_office_of_the_white_house_is_known_with_and_without_it() -> None:
    facts = read("The White House Office of Public Engagement and the White House met him.", issuer="US")
    assert [body.name for body in facts.organizations] == ["White House Office of Public Engagement", "White House"]
    assert [body.name for body in read("The Office of Public Engagement met him.", issuer="US").organizations] != []
