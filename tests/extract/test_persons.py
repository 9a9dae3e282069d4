# ruff: noqa: RUF001 - releases are set with typographic marks
from __future__ import annotations

import pytest

from tests.extract.reading import read, surfaces


def names(*paragraphs: str, issuer: str = "KZ") -> list[str]:
    return [person.name for person in read(*paragraphs, issuer=issuer).persons]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister of Trade Aigerim Saparova opened the fair.", ["Aigerim Saparova"]),
        ("H.E. Dr. Omar bin Khalid Al Nasser was received.", ["Omar bin Khalid Al Nasser"]),
        ("President Ursula van der Berg spoke.", ["Ursula van der Berg"]),
        ("Foreign Minister Park Soo-min called.", ["Park Soo-min"]),
        ("Prime Minister TANAKA Hiroko replied.", ["TANAKA Hiroko"]),
        ("Ambassador J. Robert Hale Jr. left.", ["J. Robert Hale Jr."]),
        ("Lord Malik of Hartwell, Minister of State for Asia, wrote.", ["Lord Malik of Hartwell"]),
        (
            "Deputy Foreign Minister Nguyen Thi Lan and Sheikh Hamad Al Amri agreed.",
            ["Nguyen Thi Lan", "Hamad Al Amri"],
        ),
        ("The Government has appointed Mr Lawrence Bay Siow Hon as Ambassador.", ["Lawrence Bay Siow Hon"]),
        ("Minister for Home Affairs and Law K Doraisamy came.", ["K Doraisamy"]),
        ("Minister of Foreign AffairsWang Min will visit Peru.", ["Wang Min"]),
        (
            "Dr Ahmad Salihi Osman left. Minister Salihi met Minister of Trade Dr Rami Al Salhi.",
            ["Ahmad Salihi Osman", "Rami Al Salhi"],
        ),
        ("Lieutenant General Piotr Zając commands it.", ["Piotr Zając"]),
        ("Prince Turki Al Rashid, Minister of Energy, came.", ["Turki Al Rashid"]),
        ("With Elena Marques, Deputy Secretary General of the Council of Europe, he spoke.", ["Elena Marques"]),
        ("Maria Lopez and Juan Ortega, members of the Senate, came.", ["Maria Lopez", "Juan Ortega"]),
        ("Foreign Ministers Laura Stein, Peter Novak, and Ivo Kral met.", ["Laura Stein", "Peter Novak", "Ivo Kral"]),
        ("He saw the foreign ministers of Spain – Juan Gil and Latvia – Anna Ozola.", ["Juan Gil", "Anna Ozola"]),
        ("His Turkish counterpart Kemal Aydin agreed.", ["Kemal Aydin"]),
        ("Congresswoman Laura Dean and Dean Laura Holt of the faculty spoke.", ["Laura Dean", "Laura Holt"]),
        ("Prime Minister Karim Shia\u2019 al-Basri of Iraq came.", ["Karim Shia\u2019 al-Basri"]),
        ("He met President John R. Hale Jr. Minister Brixen spoke.", ["John R. Hale Jr.", "Brixen"]),
        ("Deputy Attorney General Ella O. Monaco spoke.", ["Ella O. Monaco"]),
        (
            "Lord (Imran) Malik of Hartwell and Baroness England of Hartwell spoke.",
            ["Lord (Imran) Malik of Hartwell", "Baroness England of Hartwell"],
        ),
        (
            "Minister of Defence Dato Paduka Major General (Rtd) Haji Awang Karim bin Pehin Datu Haji Omar spoke.",
            ["Karim bin Pehin Datu Haji Omar"],
        ),
        ("Vice-Minister for Foreign Affairs MORIYA Kenta left.", ["MORIYA Kenta"]),
        ("She met Secretary of the Party Committee An Rong.", ["An Rong"]),
        ("Minister of Ports and Insular Policy Ioannis Plakas came.", ["Ioannis Plakas"]),
        ("Acting Minister of Trade Amir Karim came.", ["Amir Karim"]),
        ("Speaker Tan Sri Dato' (Dr) Zaidi bin Omar came.", ["Zaidi bin Omar"]),
        (
            "Ministers Laura Stein (Peru), Pavel Qurov (Chad) and Ivo Kral came.",
            ["Laura Stein", "Pavel Qurov", "Ivo Kral"],
        ),
        (
            "The three are Laura Stein, Qadan Zyrovic, and Veqar Brixen.",
            ["Laura Stein", "Qadan Zyrovic", "Veqar Brixen"],
        ),
        (
            "Co-Chairs Laura Stein and Ivo Kral, White House Counsel Ann Holt and others came.",
            ["Laura Stein", "Ivo Kral", "Ann Holt"],
        ),
        ("He met Svetlana Zyrova, leader of the democratic opposition.", ["Svetlana Zyrova"]),
        ("Prime Minister MORIYA met the guests.", ["MORIYA"]),
        ("Minister Omar al-Qadiri came. Minister Qadiri spoke.", ["Omar al-Qadiri"]),
        ("Deputy Director Laura Finer came, and Mr. Finer spoke to Mr. President.", ["Laura Finer"]),
        ("At 3 PM Tuesday PM Laura Stein spoke.", ["Laura Stein"]),
        ("Director for the First Lady Mala Stein spoke.", ["Mala Stein"]),
        ("The Sultan of Qadan, Sultan Omar ibni Sultan Bakar, thanked Sultan Omar.", ["Omar ibni Sultan Bakar"]),
        ("Minister of Foreign Affairs and Expatriates Laura Stein spoke.", ["Laura Stein"]),
        ("Laura Becker of the Morning Herald asked a question.", ["Laura Becker"]),
        ("He met Rep. Gallant, Rep. Bender, and Sen. Turner of the Senate.", ["Gallant", "Bender", "Turner"]),
        ("Ms He Kian Boo spoke, and Mr President. He Met them.", ["He Kian Boo"]),
        ("Prime Minister Zyr Hsien Qadan and Mrs Zyr left; Mrs Zyr waved.", ["Zyr Hsien Qadan", "Zyr"]),
        ("Prime Minister Anna Holt spoke. Mrs Holt left.", ["Anna Holt"]),
        ("He met Director Bharat Zyrmurti of Peru.", ["Bharat Zyrmurti"]),
    ],
)
def test_a_name_is_read_in_any_tradition_without_courtesy_and_rank(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Foreign Affairs thanks the Deputy Minister.",
        "The President of Kazakhstan received the guests in Astana.",
        "The Kofi Mensah Foundation and the Vera Holt University signed.",
        "The Minister arrived in San Francisco on Monday.",
        "A round of consultations on Central Asia took place in London.",
        "The Secretary General of the United Nations spoke.",
        "He is Chairman of the Ports Board, Zyrov Qadan Pte Ltd, and others.",
        "The King County Metro and the Minister in Lima on Monday came.",
        "The ships called at Brixen Harbour, Qadan Lagoon, and Port Zyrov.",
    ],
)
def test_offices_bodies_and_places_are_no_persons(text: str) -> None:
    assert names(text) == []


def test_all_mentions_of_a_person_are_joined() -> None:
    facts = read(
        "Deputy Minister Roman Aliyev met Ambassador Clara Voss.",
        "R. Aliyev thanked her. Minister Aliev and Ms Voss agreed, and Aliyev left.",
    )
    assert [(person.name, person.aliases) for person in facts.persons] == [
        ("Roman Aliyev", ("R. Aliyev", "Aliev", "Aliyev")),
        ("Clara Voss", ("Voss",)),
    ]
    assert len(surfaces(facts, "person")) == 6


def test_a_couple_with_one_surname_stays_two_persons() -> None:
    facts = read("President Anton Keller and First Lady Maria Keller arrived. President Keller spoke.")
    assert [(person.name, person.aliases) for person in facts.persons] == [
        ("Anton Keller", ("Keller",)),
        ("Maria Keller", ()),
    ]


def test_a_country_in_a_name_is_not_mentioned() -> None:
    facts = read("Mr. Chad Miller met Ms. Jordan Reed.")
    assert [person.name for person in facts.persons] == ["Chad Miller", "Jordan Reed"]
    assert surfaces(facts, "country") == []


def test_a_list_under_an_office_names_its_holders() -> None:
    facts = read(
        "Credentials were presented by the following Ambassadors:",
        "– Luis Prado (Kingdom of Spain);",
        "– Jaan Tamm (Estonia).",
    )
    assert [(person.name, person.country_code) for person in facts.persons] == [
        ("Luis Prado", "ES"),
        ("Jaan Tamm", "EE"),
    ]


def test_a_given_name_that_only_a_later_sentence_tells_is_part_of_the_name() -> None:
    facts = read(
        "Minister Qadakian thanked them.", "\u201cWe agree,\u201d Vorsen Qadakian said. Yesterday Qadakian left."
    )
    assert [(person.name, person.aliases) for person in facts.persons] == [("Vorsen Qadakian", ("Qadakian",))]
    assert [person.name for person in read("Minister Qadakian came. The Zyr Qadakian Bank closed.").persons] == [
        "Qadakian"
    ]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Readout of President Holt\u2019s Meeting", "The President met members of Congress.", [("Holt", "President")]),
        ("Statement by President Jim Holt on Ports", "I spoke with them.", [("Jim Holt", "President")]),
        ("Statement by Press Secretary Beth Holt on Ports", "They met today.", []),
        ("Readout of President Holt\u2019s Meeting", "He met members of the President of Peru\u2019s party.", []),
    ],
)
def test_one_whom_only_the_title_names_rests_on_words_of_the_body(
    title: str, text: str, expected: list[tuple[str, str]]
) -> None:
    facts = read(text, issuer="US", title=title)
    assert [(facts.persons[row.person_no - 1].name, row.title) for row in facts.positions] == expected


def test_an_office_is_a_surname_s_anchor_where_a_verb_or_another_office_follows() -> None:
    assert names("Minister Son and Minister Zyrova met. Attorney General Garrison spoke.") == [
        "Son",
        "Zyrova",
        "Garrison",
    ]
    assert names("He gave the Minister Award to all, and Minister Level talks go on.") == []


def test_a_surname_alone_is_a_person_where_its_war_is_told() -> None:
    facts = read("They condemn Zyrov’s brutal, unprovoked war of choice.")
    assert [person.name for person in facts.persons] == ["Zyrov"]
    assert read("They condemn Hezbollah’s war and Chad’s war and a Zyrov war.").persons == ()


def test_a_thing_that_bears_a_name_is_no_person() -> None:
    assert read("They read the newspaper Anna Zyrov.").persons == ()
    assert [person.name for person in read("They read with Anna Zyrov.").persons] == ["Anna Zyrov"]


def test_a_question_that_begins_with_will_names_nobody() -> None:
    assert read("QUESTION: Will Chad become a member?").persons == ()
    assert [person.name for person in read("They met Will Chad.").persons] == ["Will Chad"]


def test_a_surname_alone_is_not_the_initial_of_anothers_name() -> None:
    facts = read("President Brandt spoke, and the actor Anna B. Vance sang.", issuer="US")
    assert [person.name for person in facts.persons] == ["Brandt", "Anna B. Vance"]


def test_a_courtesy_makes_a_person_of_the_name_of_a_town() -> None:
    facts = read("The author Anna Sutton came. Ms. Sutton sang in Boston.", issuer="US")
    assert [(person.name, person.aliases) for person in facts.persons] == [("Anna Sutton", ("Sutton",))]
    assert [place.name for place in facts.places] == ["Boston"]


def test_a_name_ends_where_a_lost_line_break_begins_a_question() -> None:
    assert names("Mr Tan Lip HuaTo ask the Minister for Trade about tides.", issuer="SG") == ["Tan Lip Hua"]
    assert names("Mr Tan LipTo went home.", issuer="SG") == ["Tan LipTo"]


def test_a_verb_of_a_heading_ends_a_name() -> None:
    assert names("Minister Karim Osman Calls on the King") == ["Karim Osman"]
    assert names("Minister Karim Osman Reed sang") == ["Karim Osman Reed"]


def test_a_feast_is_nobody() -> None:
    assert names("They sent Hari Raya greetings.") == []


def test_an_abbreviated_given_name_is_part_of_the_name() -> None:
    assert names("The poet Md. Karim Uddin met Mr. Mohd. Salim Khan.") == ["Md. Karim Uddin", "Mohd. Salim Khan"]


def test_a_thing_named_after_a_person_is_nobody() -> None:
    assert names("Gas reached the President Anna Keller LNG Terminal.") == []
    assert names("President Anna Keller LNG imports praised.") != []


def test_a_headline_that_goes_on_with_a_call_names_no_call() -> None:
    title = "Readout of Vice President Pamela Harris Call with President Diego Sol of Peru"
    facts = read(
        "Vice President Pamela Harris Call with President Diego Sol of Peru went well.", title=title, issuer="US"
    )
    assert [person.name for person in facts.persons] == ["Pamela Harris", "Diego Sol"]


def test_a_university_named_after_a_land_is_no_person() -> None:
    assert names("She met Chancellor of the University of Malaya His Royal Highness Sultan Nazri Shah.") == [
        "Nazri Shah"
    ]
