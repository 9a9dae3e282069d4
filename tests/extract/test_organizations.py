from __future__ import annotations

import pytest

from tests.extract.reading import read, surfaces


def names(*paragraphs: str, issuer: str = "KZ") -> list[str]:
    return [row.name for row in read(*paragraphs, issuer=issuer).organizations]


def rules(*paragraphs: str, issuer: str = "KZ") -> list[str]:
    return [row.rule for row in read(*paragraphs, issuer=issuer).mentions if row.kind == "organization"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The UN and the World Bank took part.", ["UN", "World Bank"]),
        ("The Organisation of Turkic States met.", ["Organisation of Turkic States"]),
        ("The U.S. Department of State replied.", ["U.S. Department of State"]),
        ("Deputies of the Senate of Canada came.", ["Senate of Canada"]),
        ("UN Security Council Resolution 99 was cited.", ["UN Security Council"]),
        ("Talks with Airbus went on.", ["Airbus"]),
    ],
)
def test_a_well_known_body_is_read_by_name_and_by_acronym(text: str, expected: list[str]) -> None:
    assert names(text) == expected
    assert set(rules(text)) == {"known_body"}


@pytest.mark.parametrize(
    "text",
    [
        "Who will go? The eu is no word, and an oracle spoke.",
        "The PA system failed, and ICE covered the road.",
        "The ministry of the interior of his heart was empty.",
        "A Norwegian CDC is to be founded.",
    ],
)
def test_a_word_that_only_looks_like_an_acronym_is_no_body(text: str) -> None:
    assert names(text) == []


def test_an_acronym_within_a_compound_is_the_body() -> None:
    text = "An EU-Oman forum and UN-led talks are planned."
    assert names(text) == ["EU", "UN"]
    assert surfaces(read(text), "organization") == ["EU", "UN"]
    assert rules(text) == ["acronym_in_compound", "acronym_in_compound"]


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("The Ministry of Energy of Oman agreed.", "Ministry of Energy of Oman", "ministry", "OM"),
        (
            "The Ministry of Education, Science and Culture of Peru agreed.",
            "Ministry of Education, Science and Culture of Peru",
            "ministry",
            "PE",
        ),
        ("Chile\u2019s Institute of Public Health replied.", "Institute of Public Health", "institute", "CL"),
        ("The Seed and Soil Agency replied.", "Seed and Soil Agency", "agency", None),
        ("He teaches at Lisbon University.", "Lisbon University", "university", None),
        ("She left the University of Ghent.", "University of Ghent", "university", None),
        ("The Polish Academy of Sciences came.", "Polish Academy of Sciences", "institute", "PL"),
        ("The Embassy of Kenya in Oslo will open.", "Embassy of Kenya in Oslo", "mission", "KE"),
        ("The Kenyan Consulate General in Milan grew.", "Kenyan Consulate General in Milan", "mission", "KE"),
        ("He spoke in the Parliament of Fiji.", "Parliament of Fiji", "parliament", "FJ"),
        ("The Halden Development Bank lends.", "Halden Development Bank", "bank", None),
        ("Peruvian Airlines flies there.", "Peruvian Airlines", "company", "PE"),
        ("The Council of the Northern Towns met.", "Council of the Northern Towns", "council", None),
        ("The Podolia Mayor\u2019s Office paid.", "Podolia Mayor\u2019s Office", "agency", None),
        ("The Royal Danish Navy sailed.", "Royal Danish Navy", "armed_forces", "DK"),
    ],
)
def test_the_head_of_a_name_shows_a_body(text: str, name: str, kind: str, country: str | None) -> None:
    (row,) = read(text).organizations
    assert (row.name, row.kind, row.country_code) == (name, kind, country)
    assert rules(text) == [f"{kind}_words"]


@pytest.mark.parametrize(
    "text",
    [
        "The Government of Peru and the Council of Ministers agreed.",
        "The Joint Working Group and the Intergovernmental Commission will meet.",
        "The Kenya-Oman Business Council will meet.",
        "The Department of Asian Affairs prepared the visit.",
        "The Office of the Spokesperson wrote it.",
        "It was held at the Convention Centre.",
        "They spoke of the West Bank and of civil society.",
        "The Biden Administration acted, and so did the Public Administration students.",
        "She wears the Long Service Medal.",
        "The embassy and the agency were told.",
        "They went to Cold Lake Air Force Base.",
        "The Free Trade Agreement (FTA) was signed.",
    ],
)
def test_mechanisms_venues_departments_and_states_are_no_bodies(text: str) -> None:
    assert names(text) == []


def test_a_department_gives_way_to_its_ministry() -> None:
    assert names("The Department of Asia of the Ministry of Health of Peru wrote.") == ["Ministry of Health of Peru"]


def test_a_states_own_security_council_is_not_that_of_the_united_nations() -> None:
    (row,) = read("Chad\u2019s Security Council met.").organizations
    assert (row.name, row.kind, row.country_code) == ("Security Council", "council", "TD")


def test_a_person_behind_or_before_a_name_is_not_part_of_it() -> None:
    assert names("Minister Jane Smith thanked Ivan Petrov of the Ministry of Health John Brown.") == [
        "Ministry of Health"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The press service of the Peruvian MFA reports.", ["Ministry of Foreign Affairs of Peru"]),
        ("The Foreign Ministry of Oman replied.", ["Ministry of Foreign Affairs of Oman"]),
        ("Kenya\u2019s Foreign Ministry replied.", ["Ministry of Foreign Affairs of Kenya"]),
    ],
)
def test_a_foreign_ministry_under_a_short_name_gets_its_full_one(text: str, expected: list[str]) -> None:
    assert names(text) == expected
    assert rules(text) == ["ministry_short_name"]


@pytest.mark.parametrize(
    "text",
    [
        "The Ministries of Foreign Affairs of Peru and Oman agreed.",
        "The Foreign Ministries of Peru and Oman agreed.",
        "Peru\u2019s and Oman\u2019s MFAs agreed.",
    ],
)
def test_ministries_in_the_plural_are_one_for_each_country(text: str) -> None:
    assert sorted(names(text)) == ["Ministry of Foreign Affairs of Oman", "Ministry of Foreign Affairs of Peru"]
    assert set(rules(text)) == {"ministries_of"}


def test_ministries_of_nobody_are_none() -> None:
    assert names("The two foreign ministries and other Ministries agreed.") == []


@pytest.mark.parametrize(
    ("text", "expected", "rule"),
    [
        ("A deal with Halden Mining Ltd was struck.", ["Halden Mining Ltd"], "legal_form"),
        ("A deal with JSC \u201cZaria Trade\u201d was struck.", ["JSC \u201cZaria Trade\u201d"], "legal_form"),
        ("The company \u201cZaria Trade\u201d will build it.", ["Zaria Trade"], "called_company"),
        ("Companies such as Zarix, Haldex and Quorum came.", ["Zarix", "Haldex"], "called_company"),
        ("The CEO of Zarix spoke.", ["Zarix"], "officer_of"),
        ("They met Kunze Zarya Tavor (KZT).", ["Kunze Zarya Tavor"], "spelled_acronym"),
        ("They met KZT (Kunze Zarya Tavor).", ["Kunze Zarya Tavor"], "spelled_acronym"),
        ("Jane Smith of the Morning Ledger asked.", ["Morning Ledger"], "person_of"),
        ("A deal with Zariel Sp. z o.o. was struck.", ["Zariel Sp. z o.o."], "legal_form"),
        ("A deal with Zariel Trade Co., Ltd. was struck.", ["Zariel Trade Co., Ltd."], "legal_form"),
        ("A deal with Zariel Energy was struck.", ["Zariel Energy"], "company_words"),
        (
            'A deal with JSC "National Company "Zaria Trade" was struck.',
            ['JSC "National Company "Zaria Trade"'],
            "legal_form",
        ),
    ],
)
def test_companies_are_shown_by_what_stands_beside_them(text: str, expected: list[str], rule: str) -> None:
    assert names(text)[: len(expected)] == expected
    assert rule in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "The company will build it in Oslo.",
        "A company in Norway and the President of Norway agreed.",
        "Companies such as these came to Oslo.",
        "The Director of Oslo and the Chairman of the meeting agreed.",
        "Jane Smith of the Middle East asked.",
        "It is limited. Limited time was left. The AG spoke.",
        "A Memorandum of Understanding (MOU) was signed.",
        "They spoke of Clean Energy, of Oslo Energy Days and of Strengthening Agro-Trade Systems.",
    ],
)
def test_what_stands_beside_a_common_word_or_a_place_is_no_company(text: str) -> None:
    assert names(text) == []


def test_an_acronym_in_brackets_belongs_to_the_name_and_is_known_from_then_on() -> None:
    facts = read("The Halden Institute of Forestry (HIF) met. The HIF will host it.", "HIF came again.")
    (row,) = facts.organizations
    assert (row.name, row.acronym) == ("Halden Institute of Forestry", "HIF")
    assert surfaces(facts, "organization") == ["Halden Institute of Forestry", "HIF", "HIF", "HIF"]
    assert "release_acronym" in rules("The Halden Institute of Forestry (HIF) met.")


def test_a_name_and_an_acronym_that_the_lexicon_joins_are_one_body() -> None:
    (row,) = read("The United Nations met. The UN decided. The U.N. decided again.").organizations
    assert (row.name, row.acronym, row.kind) == ("United Nations", "UN", "international")
    assert row.aliases == ("U.N.",)


def test_a_shorter_form_joins_the_one_longer_name() -> None:
    assert names("The Academy of Public Law under the President of Chad met. The Academy of Public Law grew.") == [
        "Academy of Public Law under the President of Chad"
    ]


def test_a_shorter_form_of_two_names_stays_apart() -> None:
    found = names("The Trade Academy of Oslo, the Trade Academy of Bergen and the Trade Academy met.")
    assert found == ["Trade Academy of Oslo", "Trade Academy of Bergen", "Trade Academy"]


def test_the_ministry_is_the_only_one_named_and_of_two_it_is_neither() -> None:
    alone = read("The Ministry of Health of Peru wrote. The Ministry is thankful.")
    assert surfaces(alone, "organization") == ["Ministry of Health of Peru", "Ministry"]
    assert "the_ministry" in rules("The Ministry of Health of Peru wrote. The Ministry is thankful.")
    assert "the_ministry" not in rules("The Ministries of Health of Peru and Oman wrote. The Ministry is thankful.")


def test_a_foreign_ministry_without_a_country_is_the_issuers() -> None:
    (row,) = read("The Ministry of Foreign Affairs wrote.", issuer="PE").organizations
    assert row.country_code == "PE"
    (other,) = read("The Ministry of Foreign Affairs wrote.", issuer="US").organizations
    assert other.country_code is None


def test_the_signature_of_a_release_names_its_country() -> None:
    assert names("All agreed.", "MINISTRY OF FOREIGN AFFAIRS", "PERU", issuer="PE") == [
        "Ministry of Foreign Affairs of Peru"
    ]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Speaker of the House of Commons Jane Smith spoke.", "House of Commons"),
        ("President of the National Assembly of Chad Jane Smith spoke.", "National Assembly of Chad"),
        ("Jane Smith, Director General of the IAEA, spoke.", "IAEA"),
    ],
)
def test_an_office_is_linked_with_its_body(text: str, body: str) -> None:
    facts = read(text)
    named = {row.organization_no: row.name for row in facts.organizations}
    assert [named[row.organization_no] for row in facts.positions if row.organization_no] == [body]


def test_an_envoy_does_not_belong_to_the_body_that_he_is_sent_to() -> None:
    facts = read("Permanent Representative to the UN Jane Smith spoke.")
    assert [row.organization_no for row in facts.positions] == [None]


def test_a_mission_and_the_body_that_it_is_sent_to_are_both_named() -> None:
    assert names("The Permanent Mission of Chad to the United Nations in Geneva wrote.") == [
        "Permanent Mission of Chad to the United Nations",
        "United Nations",
    ]


def test_every_mention_is_literally_in_the_body() -> None:
    text = "The EU-Oman talks, the Peruvian MFA, UN Women and Halden Ltd."
    for row in read(text).mentions:
        assert text[row.char_start : row.char_end] == row.surface


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The \u201cZaria Trude\u201d Battalion marched.", ["\u201cZaria Trude\u201d Battalion"]),
        ("The \u201cZaria\u201d Public Foundation helped.", ["\u201cZaria\u201d Public Foundation"]),
        ("The Center \u201cPaths of Hope\u201d helped.", ["Center \u201cPaths of Hope\u201d"]),
        ("They read \u201cA Dawn, at last\u201d in the Foundation.", []),
        ("The Foundation \u201cis ready to help\u201d, she said.", []),
    ],
)
def test_a_name_in_quotation_marks_beside_a_head_is_the_bodys(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Union of Bakers and Brewers agreed.", ["Union of Bakers and Brewers"]),
        ("The International Union of Glaziers agreed.", ["International Union of Glaziers"]),
        ("The Customs Union grew, and the State of the Union was told.", []),
    ],
)
def test_a_union_is_a_body_where_its_members_are_told(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Briefings by the Office for Harbours & Piers followed.", ["Office for Harbours & Piers"]),
        ("The Director of the Office for Harbours spoke.", []),
        ("The Press Service of the Ministry of Energy of Peru wrote.", ["Ministry of Energy of Peru"]),
        ("The Harbour Support Fund of Peru paid.", ["Harbour Support Fund of Peru"]),
        ("The Harbour Support Group of Peru met.", []),
    ],
)
def test_a_fund_and_an_office_for_something_are_bodies_but_parts_of_a_ministry_are_not(
    text: str, expected: list[str]
) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Council on Bridging the Harbour Gap met.", ["Council on Bridging the Harbour Gap"]),
        ("The Agency for Harbours and the Minister agreed.", ["Agency for Harbours"]),
        ("They passed the National Harbour Foundation for the Sea Act.", ["National Harbour Foundation"]),
        ("The Chilean NGO Zariel Group spoke.", ["Zariel Group"]),
        ("The Peru-based Zariel Foundation spoke.", ["Zariel Foundation"]),
        ("The Peru Zariel Foundation spoke.", ["Peru Zariel Foundation"]),
    ],
)
def test_a_name_reaches_as_far_as_what_the_body_is_for(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Zariel Prefectural Government agreed.", ["Zariel Prefectural Government"]),
        ("The new Regional Government agreed.", []),
        ("The Harbour Commissioner\u2019s Office agreed.", ["Harbour Commissioner\u2019s Office"]),
        ("The Secretary\u2019s Office agreed.", []),
        ("The Fundaci\u00f3n Zariel agreed.", ["Fundaci\u00f3n Zariel"]),
        ("The Overseas Friends and Zariel University agreed.", ["Zariel University"]),
        ("The Bread and Water University agreed.", ["Bread and Water University"]),
    ],
)
def test_governments_below_the_state_and_offices_of_commissioners_are_bodies(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_an_acronym_at_the_end_of_an_events_name_is_the_known_bodys() -> None:
    assert names("The Regional Forum of the World Economic Forum (WEF) met. The WEF agreed.") == [
        "World Economic Forum"
    ]


def test_an_acronym_that_the_release_gives_to_another_body_is_not_the_known_one() -> None:
    assert names("The Institute of Middle Oceans (IMO) met. The IMO agreed.") == ["Institute of Middle Oceans"]
    assert names("The Institute of Middle Oceans met. The UN agreed.") == ["Institute of Middle Oceans", "UN"]


def test_a_council_of_experts_without_a_name_is_no_body() -> None:
    assert names("The Business Council and the Advisory Board met.") == []
    assert names("The Zariel Business Council met.") == ["Zariel Business Council"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Ministries of Energy, Trade and Integration of Peru came.",
            ["Ministry of Energy", "Ministry of Trade", "Ministry of Integration"],
        ),
        (
            "Peru's Ministries of Education and Science and of the Interior came.",
            ["Ministry of Education and Science", "Ministry of Interior"],
        ),
        (
            "Experts of the Ministries of Foreign Affairs and Labour and Social Protection came.",
            ["Ministry of Foreign Affairs", "Ministry of Labour and Social Protection"],
        ),
        (
            "Officials of the Departments of State, Energy, and Health and Human Services came.",
            ["Department of State", "Department of Energy", "Department of Health and Human Services"],
        ),
        ("The Departments of the Treasury and Justice came.", ["Department of the Treasury", "Department of Justice"]),
        ("The Departments of Tides and Reefs of the college came.", []),
        ("The Ministries of Fishing, Amber Holt and others came.", []),
    ],
)
def test_several_ministries_in_one_phrase_are_read_one_by_one(text: str, expected: list[str]) -> None:
    assert [name.removesuffix(" of Kazakhstan") for name in names(text)] == expected


def test_a_body_among_the_fields_of_an_office_is_not_meant() -> None:
    assert names("Secretary for Foreign, Commonwealth and Maritime Affairs Jane Holt spoke.") == []
    assert names("Minister of Foreign Affairs, European Union and Trade Jane Holt spoke.") == []
    assert names("Jane Holt praised Peru, the Commonwealth and Oman.") == ["Commonwealth"]


def test_the_commission_of_a_party_is_no_body_of_its_own() -> None:
    assert names("Chair of the Harbour Party of Peru (HPP) Commission for Foreign Relations Jane Holt spoke.") == [
        "Harbour Party of Peru"
    ]
    assert names("The Harbour Commission for Foreign Relations met.") == ["Harbour Commission for Foreign Relations"]


def test_foreign_ministries_in_small_letters_are_read_where_their_country_is_told() -> None:
    assert names("The foreign ministries of Peru and Chad met.") == [
        "Ministry of Foreign Affairs of Peru",
        "Ministry of Foreign Affairs of Chad",
    ]
    assert names("The Chilean and Peruvian foreign ministries and the Omani foreign ministry met.") == [
        "Ministry of Foreign Affairs of Chile",
        "Ministry of Foreign Affairs of Peru",
        "Ministry of Foreign Affairs of Oman",
    ]
    assert names("The foreign ministries and a foreign ministry met.") == []


def test_the_consultations_of_a_foreign_office_are_not_the_office() -> None:
    assert names("The Foreign Office Consultations were held.", issuer="IN") == []
    assert names("The Foreign Office wrote.", issuer="IN") == ["Foreign Office"]


def test_an_adjective_behind_a_body_is_no_branch_of_it() -> None:
    assert names("The White House American Tide Plan was praised.", issuer="US") == ["White House"]
    assert names("A Historically Black College came to the Zarix College.", issuer="US") == ["Zarix College"]


def test_a_ministry_is_of_the_country_of_the_officer_whose_title_names_it() -> None:
    facts = read(
        "The Minister met Secretary-General of the Ministry of Tides of Peru Ana Holt.",
        "Secretary-General of the Ministry of Reefs Luz Vega spoke in Peru. The Ministry of Foreign Affairs was glad.",
    )
    assert [(row.name, row.country_code) for row in facts.organizations] == [
        ("Ministry of Tides of Peru", "PE"),
        ("Ministry of Reefs", "KZ"),
        ("Ministry of Foreign Affairs", "KZ"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks with the National Tide Systems company were held.", ["National Tide Systems"]),
        ("Talks with the Zyrix company were held.", ["Zyrix"]),
        ("Talks with the Peruvian company and a Silicon Valley company were held.", []),
        ("Talks with the Brave company were held.", []),
        (
            "The Zarix State University named after Anna al-Karim won.",
            ["Zarix State University named after Anna al-Karim"],
        ),
        ("The Zarix Board named after long talks a new chair.", ["Zarix Board"]),
        ("The Cabinet of Ministers of Peru met.", ["Cabinet of Ministers of Peru"]),
    ],
)
def test_names_before_a_company_and_of_namesakes_are_read_in_full(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_games_and_days_of_a_body_and_departments_of_state_are_no_bodies() -> None:
    assert names("The Commonwealth Games opened.", issuer="GB") == []
    assert names("Each of the main Departments of State has a plan.", issuer="GB") == []
    assert names("The Departments of State and Energy have a plan.", issuer="US") == [
        "Department of State",
        "Department of Energy",
    ]


def test_a_body_that_sends_a_mission_is_not_named_apart() -> None:
    assert names("The Delegation of the European Union to Peru wrote.") == ["Delegation of the European Union to Peru"]
    assert names("The Mission of Peru to the United Nations wrote.") == [
        "Mission of Peru to the United Nations",
        "United Nations",
    ]


def test_a_programme_of_the_united_nations_is_one_body() -> None:
    assert names("The United Nations World Food Programme gave rice.") == ["United Nations World Food Programme"]
    assert names("The United Nations gave rice.") == ["United Nations"]


def test_the_committee_of_a_parliament_that_is_named_is_part_of_it() -> None:
    assert names("The Tide Affairs Committee of the Saeima met.") == ["Saeima"]
    assert names("The Tide Affairs Committee of the Zarix Guild met.") == ["Tide Affairs Committee of the Zarix Guild"]
