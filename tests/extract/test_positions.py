# ruff: noqa: RUF001 - releases are set with typographic marks
from __future__ import annotations

import pytest

from tests.extract.reading import read

MINISTER = "Minister of Foreign Affairs"


TITLES = [
    (
        "Deputy Minister of Foreign Affairs of Kazakhstan Roman Aliyev spoke.",
        f"Deputy {MINISTER}",
        "KZ",
        "deputy_minister",
    ),
    ("UK Minister of State for Asia Jane Holt spoke.", "Minister of State for Asia", "GB", "deputy_minister"),
    ("Algeria’s President Karim Haddad spoke.", "President", "DZ", "head_of_state"),
    (
        "Anna Ford, First Deputy Speaker of the Senate of Chile, spoke.",
        "First Deputy Speaker of the Senate",
        "CL",
        "speaker",
    ),
    ("U.S. Ambassador to Australia Carol Penn spoke.", "Ambassador to Australia", "US", "ambassador"),
    ("Prime Minister Karl Rowe of Trinidad and Tobago spoke.", "Prime Minister", "TT", "head_of_government"),
    ("Mayor of Podgorica Ivan Perović spoke.", "Mayor of Podgorica", "ME", "mayor"),
    ("former Prime Minister of Japan Ken Mori spoke.", "former Prime Minister", "JP", "head_of_government"),
    (
        "Deputy Prime Minister – Minister of Foreign Affairs Murat Serikov spoke.",
        f"Deputy Prime Minister – {MINISTER}",
        "KZ",
        "deputy_head_of_government",
    ),
    (
        "Vice President and Minister of Foreign Affairs of Colombia Ana Ruiz spoke.",
        f"Vice President and {MINISTER}",
        "CO",
        "deputy_head_of_state",
    ),
    (
        "Minister of Health, Labour and Sport Aida Omarova spoke.",
        "Minister of Health, Labour and Sport",
        "KZ",
        "minister",
    ),
    (
        "Mr. Kenji Mori, Deputy Director-General, Asian Affairs Bureau, Ministry of Foreign Affairs, spoke.",
        "Deputy Director-General, Asian Affairs Bureau, Ministry of Foreign Affairs",
        "KZ",
        "director",
    ),
    (
        "Department of Works and Ports (DWP) Secretary Aida Omarova came.",
        "Department of Works and Ports Secretary",
        "KZ",
        "minister",
    ),
    (
        "Department of Works (DOW) Deputy Director for Ports Aida Omarova came.",
        "Deputy Director for Ports",
        "KZ",
        "director",
    ),
    (
        "Secretary of the Workers Party of Kazakhstan (WPK) Almaty City Committee Aida Omarova came.",
        "Secretary of the Workers Party Almaty City Committee",
        "KZ",
        "minister",
    ),
    ("Trade and Industry Minister Aida Omarova came.", "Trade and Industry Minister", "KZ", "minister"),
    ("Ms. Aida Omarova, Joint Secretary (Ports & Rail), came.", "Joint Secretary (Ports & Rail)", "KZ", "official"),
    ("Ms. Aida Omarova (IFS: 1998), presently Consul in Peru, left.", "Consul", "KZ", "consul"),
    ("Ms. Aida Omarova, Special Envoy for Peace, the ROK, left.", "Special Envoy for Peace", "KR", "envoy"),
    ("Aida Omarova, leader of the opposition of Peru, came.", "leader of the opposition", "PE", "leader"),
    ("Rail and Ports Agency Director Aida Omarova came.", "Rail and Ports Agency Director", "KZ", "director"),
    ("He met Women\u2019s Forum Chair Aida Omarova.", "Women\u2019s Forum Chair", "KZ", "chair"),
    (
        "Ms. Aida Omarova, President, Brixen State University, came.",
        "President, Brixen State University",
        "KZ",
        "head_of_body",
    ),
    (
        "Adviser to His Majesty the Sultan and Minister of Ports of Brunei Aida Omarova came.",
        "Adviser to His Majesty the Sultan and Minister of Ports",
        "BN",
        "adviser",
    ),
    ("He met Council on Clean Ports Chair Aida Omarova.", "Council on Clean Ports Chair", "KZ", "chair"),
    (
        "Ms. Aida Omarova, Rector of the University of Florence, came.",
        "Rector of the University of Florence",
        "KZ",
        "academic",
    ),
    (
        "It has appointed Ms Aida Omarova as its first Non-Resident Ambassador to Peru.",
        "Non-Resident Ambassador to Peru",
        "KZ",
        "ambassador",
    ),
    ("H.E. Ambassador Aida Omarova came.", "Ambassador", "KZ", "ambassador"),
    ("Under President Aida Omarova it grew.", "President", "KZ", "head_of_state"),
    ("It was founded by then-Minister for Trade Aida Omarova.", "then-Minister for Trade", "KZ", "minister"),
    ("Minister Delegate for Ports Aida Omarova spoke.", "Minister Delegate for Ports", "KZ", "deputy_minister"),
    ("Rep. Aida Omarova of the United States spoke.", "Rep.", "US", "member"),
    (
        "Special Envoy of the UN Secretary-General and Head of UNABC Aida Omarova spoke.",
        "Special Envoy of the UN Secretary-General and Head of UNABC",
        None,
        "envoy",
    ),
    (
        "Peru\u2019s National Security and Intelligence Advisor Olga Lind came.",
        "National Security and Intelligence Advisor",
        "PE",
        "adviser",
    ),
    (
        "He met Centers for Medicare and Medicaid Services Administrator Olga Lind.",
        "Centers for Medicare and Medicaid Services Administrator",
        "US",
        "head_of_body",
    ),
    (
        "Secretary General of the Organization of American States Olga Lind came.",
        "Secretary General of the Organization of American States",
        None,
        "head_of_body",
    ),
    ("European Commissioner for Ports Olga Lind came.", "European Commissioner for Ports", None, "commissioner"),
    (
        "Olga Lind, Administrator of the National Aeronautics and Space Administration, came to see the United States.",
        "Administrator of the National Aeronautics and Space Administration",
        "US",
        "head_of_body",
    ),
    ("Ambassador of Peru in Lima Olga Lind came.", "Ambassador in Lima", "PE", "ambassador"),
    ("Consul General in Lyon Olga Lind came.", "Consul General in Lyon", "KZ", "consul"),
    (
        "Head of the Delegation of the European Union to Peru Ambassador Olga Lind came.",
        "Head of the Delegation of the European Union to Peru Ambassador",
        None,
        "head_of_body",
    ),
    ("Director General Lind of the World Health Organization came.", "Director General", None, "director"),
    (
        "Peruvian State Secretary to the Minister for Rail and Minister of Ports Olga Lind came.",
        "State Secretary to the Minister for Rail and Minister of Ports",
        "PE",
        "deputy_minister",
    ),
    (
        "Anna Lind, QADO Assistant Secretary General – Ports and Rail; came.",
        "QADO Assistant Secretary General – Ports and Rail",
        "KZ",
        "official",
    ),
    (
        "Olga Lind, CEO of the power transmission company Qadnet, came.",
        "CEO of the power transmission company Qadnet",
        "KZ",
        "executive",
    ),
    ("Olga Lind, CEO of the Peruvian sea firm QDN, came.", "CEO of the sea firm QDN", "PE", "executive"),
    ("The deputy head of Peruvian diplomacy Olga Lind came.", "deputy head of diplomacy", "PE", "official"),
    ("Olga Lind, head of the host ministry, came.", "head of the host ministry", "KZ", "head_of_body"),
    (
        "In her speech, Deputy Chief of Mission, H.E. Ambassador Olga Lind spoke.",
        "Deputy Chief of Mission, Ambassador",
        "KZ",
        "diplomat",
    ),
    (
        "Minister in the Board’s Office, Second Minister for Ports, and Second Minister for Rail Olga Lind came.",
        "Minister in the Board’s Office, Second Minister for Ports, and Second Minister for Rail",
        "KZ",
        "minister",
    ),
    (
        "The Minister of State, Minister for the Ports, Olga Lind, came.",
        "Minister of State, Minister for the Ports",
        "KZ",
        "deputy_minister",
    ),
    (
        "Minister for the Middle East, Chad and Peru Olga Lind came.",
        "Minister for the Middle East, Chad and Peru",
        "KZ",
        "minister",
    ),
    (
        "Under Secretary for Ports, Rail, and the Sea Olga W. Lind came.",
        "Under Secretary for Ports, Rail, and the Sea",
        "KZ",
        "deputy_minister",
    ),
    (
        "Ministry of Ports, Trade and Rail Vice Minister for Sea Affairs Olga Lind came.",
        "Ministry of Ports, Trade and Rail Vice Minister for Sea Affairs",
        "KZ",
        "deputy_minister",
    ),
    ("New Mexico State Representative Olga Lind came.", "New Mexico State Representative", "US", "representative"),
    (
        "Bureau of Ports Senior Bureau Official Olga Lind came.",
        "Bureau of Ports Senior Bureau Official",
        "KZ",
        "official",
    ),
    ("Former President of Peru – Dr Olga Lind came.", "Former President", "PE", "head_of_state"),
    (
        "Ms Olga Lind, Chairman of the Zyr Qua Yew Exchange Fellowship, came.",
        "Chairman of the Zyr Qua Yew Exchange Fellowship",
        "KZ",
        "chair",
    ),
    (
        "It was hosted by the Chairman of the Ports Board for Deputy Minister Olga Lind.",
        "Deputy Minister",
        "KZ",
        "deputy_minister",
    ),
    (
        "Special Assistant to the President and NSC Coordinator for Health Beth Cole spoke.",
        "Special Assistant to the President and NSC Coordinator for Health",
        "KZ",
        "official",
    ),
]


@pytest.mark.parametrize(("text", "title", "country", "rank"), TITLES)
def test_a_title_is_told_as_stated_without_the_country(text: str, title: str, country: str | None, rank: str) -> None:
    [position] = read(text).positions
    assert (position.title, position.country_code, position.rank) == (title, country, rank)


def test_officers_of_international_bodies_have_no_country() -> None:
    facts = read("Eva Lind, President of the European Commission, met UN Special Envoy Geir Dahl.")
    assert [position.country_code for position in facts.positions] == [None, None]
    assert [person.country_code for person in facts.persons] == [None, None]


def test_a_second_holder_of_an_office_is_the_guest() -> None:
    facts = read(
        "Foreign Minister of Kazakhstan Murat Serikov met Foreign Minister Laila Haddad.",
        title="Talks with Morocco",
    )
    assert [person.country_code for person in facts.persons] == ["KZ", "MA"]


def test_a_counterpart_holds_the_same_office() -> None:
    facts = read("Foreign Minister Johann Weber and his Israeli counterpart Gil Tal signed.", issuer="DE")
    assert [(position.title, position.country_code) for position in facts.positions] == [
        ("Foreign Minister", "DE"), ("Foreign Minister", "IL"),
    ]  # fmt: skip


def test_a_counterpart_may_stand_behind_the_name() -> None:
    facts = read("Minister of Trade Aida Omarova received Kemal Aydin, her Turkish counterpart.")
    assert [(position.title, position.country_code) for position in facts.positions] == [
        ("Minister of Trade", "KZ"), ("Minister of Trade", "TR"),
    ]  # fmt: skip


def test_a_bracket_tells_the_country_of_each_in_a_list() -> None:
    facts = read("Ministers Laura Stein (Peru), Amy Holt (R-Ohio) and Ivo Kral (the Czech Republic) came.")
    assert [person.country_code for person in facts.persons] == ["PE", "US", "CZ"]


def test_an_office_may_stand_in_the_line_above_a_styled_name() -> None:
    facts = read(
        "These presented credentials:", "(b) The Ambassador of Peru", "His Excellency Juan Rojas", "They spoke."
    )
    assert [(position.title, position.country_code) for position in facts.positions] == [("Ambassador", "PE")]


def test_the_items_of_a_list_with_dashes_are_not_one_office() -> None:
    facts = read("- Laura Stein, Chair of the Council - Governor Ivo Kral - Governor Ann Holt (DE)", issuer="US")
    assert [position.title for position in facts.positions] == ["Chair of the Council", "Governor", "Governor"]
    assert [person.country_code for person in facts.persons] == ["US", "US", "US"]


def test_a_monarch_has_both_styles() -> None:
    facts = read("Yang di-Pertuan Agong XII Sultan Omar Bakar of Malaysia came.")
    assert [position.title for position in facts.positions] == ["Yang di-Pertuan Agong XII", "Sultan"]


def test_a_side_gives_its_members_their_country() -> None:
    facts = read("The Japanese side was led by Deputy Minister Ken Mori.", issuer="US")
    assert [person.country_code for person in facts.persons] == ["JP"]


def test_a_signature_block_names_office_and_country() -> None:
    facts = read("Yours sincerely,", "Maria da Costa", "Prime Minister", "Democratic Republic of Timor-Leste")
    assert [(position.title, position.country_code) for position in facts.positions] == [("Prime Minister", "TL")]


def test_holders_of_one_office_in_the_plural_each_have_it() -> None:
    facts = read("He met Assistant Secretaries Laura Stein, Omar Zyrov, and Ann Holt, and Chiefs of Staff.")
    assert [position.title for position in facts.positions] == ["Assistant Secretary"] * 3


def test_an_office_in_the_plural_is_not_that_of_one_name_before_it() -> None:
    facts = read("First Lady of Peru Ana Ruiz, Cabinet Secretaries, and officials came.")
    assert [(position.title, position.country_code) for position in facts.positions] == [("First Lady", "PE")]


def test_an_office_behind_a_comma_and_a_name_is_no_part_of_the_next_one() -> None:
    facts = read("He met Ana Strong, Consul for the Peru Mission, and Deputy Minister Ivo Kral.")
    assert [position.title for position in facts.positions] == ["Consul for the Peru Mission", "Deputy Minister"]
    facts = read("Deputy Minister Omar Zyrov served as Acting Head, and Minister of Trade Ivo Kral came.")
    assert [position.title for position in facts.positions] == ["Deputy Minister", "Minister of Trade"]


def test_all_words_behind_a_name_in_a_list_with_dashes_are_its_office() -> None:
    facts = read(
        "- Laura Stein, Executive Director, Qadan Patient - Ivo Kral, President, Guild of Rope, Sail, & Net Aces (GR)"
        " - Governor Ann Holt, Qadan Board - Omar Zyrov, Peru - Beth Dole, Onward Justice",
        issuer="US",
    )
    assert [position.title for position in facts.positions] == [
        "Executive Director, Qadan Patient", "President, Guild of Rope, Sail, & Net Aces", "Governor",
    ]  # fmt: skip


def test_the_title_tells_in_full_what_the_body_shortens() -> None:
    facts = read("PM Omar Zyrov met her.", title="Visit of Prime Minister Omar Zyrov")
    assert [position.title for position in facts.positions] == ["PM", "Prime Minister"]


def test_an_acronym_of_an_office_is_not_the_plural_of_a_shorter_one() -> None:
    facts = read("SMS Tan Ah Hua met SM Lim Say Peng.", issuer="SG")
    assert [(row.title, row.rank) for row in facts.positions] == [("SMS", "deputy_minister"), ("SM", "minister")]


def test_the_desk_of_an_office_may_be_somebodys_office() -> None:
    facts = read("Minister of State (Prime Minister’s Office) Tan Ah Hua spoke.", issuer="SG")
    assert [row.title for row in facts.positions] == ["Minister of State (Prime Minister’s Office)"]


def test_an_officer_of_a_mission_to_a_body_is_the_states() -> None:
    facts = read("Jane Holt, an advisor at the Peruvian Mission to the United Nations, spoke.")
    assert [person.country_code for person in facts.persons] == ["PE"]
    facts = read("Jane Holt, an advisor at the United Nations, spoke.")
    assert [person.country_code for person in facts.persons] == [None]


def test_a_country_that_an_office_deals_with_is_not_the_officers() -> None:
    facts = read("Director of the Chad Affairs Bureau Amina Berg and Chad Affairs Office Director Marat Bekov met.")
    assert {person.name: person.country_code for person in facts.persons} == {"Amina Berg": "KZ", "Marat Bekov": "KZ"}
    assert [row.title for row in facts.positions] == [
        "Director of the Chad Affairs Bureau",
        "Chad Affairs Office Director",
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ana Holt becomes Ambassador to Chile.", "Ambassador to Chile"),
        ("Ana Holt has been made Consul General in Hamburg.", "Consul General in Hamburg"),
        ("Ana Holt, a career diplomat, had been appointed Speaker of the Seimas.", "Speaker of the Seimas"),
        ("Ana Holt is the Minister of Trade.", "Minister of Trade"),
        ("Ana Holt, until recently Minister of Trade, sings.", "Minister of Trade"),
    ],
)
def test_who_is_made_an_officer_holds_the_office(text: str, title: str) -> None:
    facts = read(text)
    assert [(person.name, row.title) for person in facts.persons for row in facts.positions] == [("Ana Holt", title)]


def test_whom_an_officer_makes_glad_is_no_officer() -> None:
    assert read("Ana Holt made a Minister of Trade laugh.").positions == ()


def test_a_given_name_in_the_middle_of_a_name_is_no_office() -> None:
    facts = read("Foreign Minister of Iran Hussein Amir Karimi spoke.")
    assert [(person.name, person.country_code) for person in facts.persons] == [("Hussein Amir Karimi", "IR")]
    facts = read("The Qatari Amir Hussein Karimi spoke.")
    assert [row.title for row in facts.positions] == ["Amir"]


def test_a_title_ends_before_the_next_excellency() -> None:
    facts = read(
        "His Excellency Omar bin Karim, Minister of Trade, Her Excellency Eva Lind, President of the Civil Service "
        "Bureau and His Excellency Ali Haddad, Minister of Mines, came.",
        issuer="SG",
    )
    assert [(row.person_no, row.title) for row in facts.positions] == [
        (1, "Minister of Trade"),
        (2, "President of the Civil Service Bureau"),
        (3, "Minister of Mines"),
    ]
    facts = read("Eva Lind, Chief of the Office of His Majesty and Director of Trade, came.")
    assert [row.title for row in facts.positions] == ["Chief of the Office of His Majesty and Director of Trade"]


def test_the_first_word_of_a_sentence_may_be_of_an_offices_field() -> None:
    facts = read("Road Safety Minister Ana Holt said no. Dear Prime Minister Eva Lind, thank you.", issuer="GB")
    assert [row.title for row in facts.positions] == ["Road Safety Minister", "Prime Minister"]


def test_a_known_body_before_an_office_is_in_the_title_in_full() -> None:
    facts = read("They met National Oceanic and Atmospheric Administration Administrator Ana Holt.", issuer="US")
    assert [row.title for row in facts.positions] == ["National Oceanic and Atmospheric Administration Administrator"]
    facts = read("They met Oceanic and Zarix Administration Administrator Ana Holt.", issuer="US")
    assert [row.title for row in facts.positions] == ["Administration Administrator"]
