# ruff: noqa: RUF001 - releases are set with typographic marks
from __future__ import annotations

import pytest

from tests.extract.reading import entities, read


def figures(text: str) -> list[tuple[str, float, str, str]]:
    return [(figure.kind, figure.value, figure.unit, figure.qualifier) for figure in read(text).figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade reached $1.2 billion.", ("money", 1.2e9, "USD", "exact")),
        ("It exceeded 18 billion US dollars.", ("money", 18e9, "USD", "over")),
        ("A grant of EUR 40 mln was given.", ("money", 40e6, "EUR", "exact")),
        ("About 450 bn tenge was spent.", ("money", 450e9, "KZT", "about")),
        ("The fund gave S$2 million.", ("money", 2e6, "SGD", "exact")),
        ("Costs fell by 4.5 per cent.", ("percent", 4.5, "%", "exact")),
        ("Over 30% of exports are metals.", ("percent", 30, "%", "over")),
        ("Around 550 companies work here.", ("count", 550, "companies", "about")),
        ("Thirteen residents came home.", ("count", 13, "residents", "exact")),
        ("Up to 1,900 citizens were helped.", ("count", 1900, "citizens", "up_to")),
        ("At least 14.6 million Syrians need aid.", ("count", 14_600_000, "Syrians", "at_least")),
        ("Fewer than 40 people stayed.", ("count", 40, "people", "under")),
        ("Planes brought 38 tonnes of aid.", ("measure", 38, "tonnes", "exact")),
        ("A plant of 500 MW is built.", ("measure", 500, "megawatts", "exact")),
        ("Six joint ventures are active.", ("count", 6, "joint ventures", "exact")),
        ("It is one of the 15 priority projects.", ("count", 15, "priority projects", "exact")),
        ("Half a million doses arrived.", ("count", 500_000, "doses", "exact")),
        ("Over 40 safe and modern ships came.", ("count", 40, "safe and modern ships", "over")),
        ("It sold 14 of its ferries.", ("count", 14, "ferries", "exact")),
        ("The 450 U.S. firms stay.", ("count", 450, "U.S. firms", "exact")),
        ("More than 90 US companies stay.", ("count", 90, "US companies", "over")),
        ("More than 60[1] Norlandic firms stay.", ("count", 60, "Norlandic firms", "over")),
        ("The storm left 70 injured.", ("count", 70, "injured", "exact")),
        ("The leaf is 45 cm long.", ("measure", 45, "centimetres", "exact")),
        ("It met 60 village, town and port leaders.", ("count", 60, "village, town and port leaders", "exact")),
        ("It has a population of about 7 million.", ("count", 7e6, "people", "about")),
        ("At least two mills were lost.", ("count", 2, "mills", "at_least")),
        ("Trade was 1 billion 200 million euros.", ("money", 1.2e9, "EUR", "exact")),
        ("Seven Attorneys General came.", ("count", 7, "Attorneys General", "exact")),
        ("It took 300 cubic yards of sand.", ("measure", 300, "cubic yards", "exact")),
        ("The number of mills has reached almost 300.", ("count", 300, "mills", "about")),
        ("It gave 1.5 million Euros.", ("money", 1.5e6, "EUR", "exact")),
        ("Almost three and a half million trees fell.", ("count", 3.5e6, "trees", "about")),
        ("It came over and above the 200 units.", ("count", 200, "units", "exact")),
        ("The storm took 400 lives.", ("count", 400, "lives", "exact")),
        ("A grant of Rs. 500 crore was given.", ("money", 5e9, "INR", "exact")),
    ],
)
def test_a_quantity_has_kind_value_unit_and_qualifier(text: str, expected: tuple[str, float, str, str]) -> None:
    assert figures(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The 8th meeting took place on 11 February 2025.",
        "COP29 and the C5+1 format were praised.",
        "The two countries and both sides agreed.",
        "It is one of the leaders.",
        "They marked the 30th anniversary since 1992.",
        "Resolution 2254 was recalled at 10:30.",
        "The Three Seas Initiative grows.",
        "It is not a zero-sum game.",
        "The 11-year crisis goes on.",
        "Our three countries will act.",
        "It ranked 14 globally, and then ships came.",
        "They asked 40 and others answered.",
        "One in 4 ferries is late, and 1 in 5 trains is.",
        "She met two mayors.",
        "In less than two years northern villages rose.",
        "It helped 40 and gave us boats.",
        "They spoke of the Blue Line 2 tunnel and road works.",
    ],
)
def test_dates_ordinals_names_and_ordinary_twos_are_no_figures(text: str) -> None:
    assert figures(text) == []


def test_a_range_is_told_by_each_of_its_ends() -> None:
    facts = read("Between 10 and 12 million people will benefit; about 5-7% is expected.")
    assert [(figure.value, figure.value_high, figure.qualifier) for figure in facts.figures] == [
        (10e6, 12e6, "at_least"), (12e6, None, "up_to"), (5, 7, "about"), (7, None, "about"),
    ]  # fmt: skip


def test_an_acronym_in_brackets_does_not_hide_the_noun() -> None:
    assert figures("It revoked five Special River Group (SRG) listings.") == [
        ("count", 5, "Special River Group listings", "exact")
    ]
    assert figures("It is open 24 (except Sundays) hours.") == []


def test_a_plus_before_the_noun_means_over() -> None:
    assert figures("She met 150+ regional councillors.") == [("count", 150, "regional councillors", "over")]


def test_a_count_that_points_back_is_told_once() -> None:
    assert figures("Twelve groups came. All twelve groups left again.") == [("count", 12, "groups", "exact")]
    assert len(figures("Twelve groups came. All twelve ships left again.")) == 2


def test_a_range_of_percents_has_two_ends() -> None:
    assert figures("Between 5% and 10% of ships are old.") == [
        ("percent", 5, "%", "at_least"),
        ("percent", 10, "%", "up_to"),
    ]
    assert figures("It grew by 5% and 10 mills were built.")[0] == ("percent", 5, "%", "exact")


def test_running_numbers_of_paragraphs_are_no_figures() -> None:
    assert read("It was asked.", "2 Our missions remain open.", "3 MFA thanks all friends.").figures == ()
    assert [one.value for one in read("It was asked.", "30 Norlandic ships came.").figures] == [30]


def test_a_change_is_two_figures() -> None:
    assert figures("Support grows from one million to five million euro.") == [
        ("money", 1e6, "EUR", "exact"), ("money", 5e6, "EUR", "exact"),
    ]  # fmt: skip


def test_a_change_shares_scale_and_unit() -> None:
    text = "Trade grew from 5.6 to 8.7 billion euros, and its share from 5 to 8 percent."
    assert [(figure.value, figure.unit) for figure in read(text).figures] == [
        (5.6e9, "EUR"), (8.7e9, "EUR"), (5, "%"), (8, "%"),
    ]  # fmt: skip


def test_amounts_without_a_unit_take_the_currency_told_before() -> None:
    text = "Turnover was 50.5 million US dollars (exports – 4.9 million, imports – 45.6 million)."
    assert [figure.value for figure in read(text).figures] == [50.5e6, 4.9e6, 45.6e6]
    assert {figure.unit for figure in read(text).figures} == {"USD"}


def test_a_figure_knows_what_it_is_about_whose_and_when() -> None:
    [figure] = read("In 2023 the United States provided $808 million in humanitarian assistance.").figures
    assert (figure.subject, figure.country_code, figure.period_edtf) == ("humanitarian assistance", "US", "2023")


def test_each_figure_is_a_mention_too() -> None:
    assert entities(read("It cost $5 million and took 40 workers."), "figure") == ["1", "2"]


def test_figures_are_numbered_in_the_order_of_the_text() -> None:
    found = read("The ministers spoke of 40 companies. Later they spoke of 40 ships.").figures
    assert [figure.figure_no for figure in found] == [1, 2]


def test_an_amount_may_count_what_was_counted_before_it() -> None:
    assert figures("He led 19 missions, three of them in May.") == [
        ("count", 19, "missions", "exact"),
        ("count", 3, "missions", "exact"),
    ]
    assert figures("Over 900 guests came, and nearly 500 have left.")[1] == ("count", 500, "guests", "about")
    assert figures("He led 19 missions, and 300 went by sea.") == [("count", 19, "missions", "exact")]


def test_a_count_told_again_is_the_same_figure() -> None:
    assert len(figures("Over 57 courses were held. Over 57 courses were planned.")) == 1
    assert len(figures("Over 57 courses were held. Over 57 schools were built.")) == 2
    assert len(figures("They gave $5 million in aid. The $5 million package grows.")) == 1


def test_each_end_of_a_range_may_have_its_percent_sign() -> None:
    assert figures("Between 5% and 10% of ships are old.") == [
        ("percent", 5, "%", "at_least"),
        ("percent", 10, "%", "up_to"),
    ]
    assert figures("It grew by 5% and 10 mills were built.")[0] == ("percent", 5, "%", "exact")


def test_running_numbers_may_stand_before_sentences() -> None:
    text = "1 This is the reply. 2 Travellers are well. 3 Travellers should take care. They are 40 travellers."
    assert figures(text) == [("count", 40, "travellers", "exact")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four of the seven papers are in use.", [(4, "papers"), (7, "papers")]),
        ("Four of their papers are in use.", [(4, "papers")]),
        ("Over 60 boats came, against 44 the year before.", [(60, "boats"), (44, "boats")]),
        ("Over 60 boats came, against 44 at the helm.", [(60, "boats")]),
        ("They praised the three Town-to-Town projects.", [(3, "Town-to-Town projects")]),
        ("They praised the three Town Projects.", []),
        ("They host nearly 2 million Norlander who fled.", [(2e6, "Norlander")]),
        ("They host nearly 2 million Norlander doves.", [(2e6, "Norlander doves")]),
    ],
)
def test_a_count_may_leave_its_noun_to_another(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(value, unit) for _, value, unit, _ in figures(text)] == expected


def test_a_heading_states_the_currency_of_a_list() -> None:
    lines = ["Tide Board (TB): 2.5 million", "Peru", "Reed Fund: 700,000", "Boats: 12"]
    headed = read("Breakdown of the grant (USD)", *lines).figures
    assert [(row.value, row.unit, row.rule) for row in headed] == [
        (2.5e6, "USD", "money_headed"),
        (700_000, "USD", "money_headed"),
    ]
    assert read("Breakdown of the grant (boats)", *lines).figures == ()
    told = "The board then met for a long time and spoke of the tides, the reeds and the old harbour wall"
    assert read("Breakdown of the grant (USD)", told, *lines).figures == ()


def test_a_web_address_states_no_figure() -> None:
    assert figures("See https://boats.example/a%20b%2Fc for more.") == []
    assert figures("See 20% of boats for more.") == [("percent", 20, "%", "exact")]


def test_millions_beside_a_share_are_no_share() -> None:
    facts = read("It is a market of 661 million and 60% of them are young; 5 and 6 percent of trade is lost.")
    assert [figure.value for figure in facts.figures if figure.kind == "percent"] == [60, 5, 6]
