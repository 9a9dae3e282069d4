"""What came and what went decide with their neighbours alone, and as all together would."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pipelines.build import RESOLVERS
from pipelines.load.resolvers import Comparing
from pipelines.resolve.clusters import Comparison, cluster, reached
from pipelines.resolve.persons import NamedPerson, PersonForm, Persons

NAMES = ["Ann Harrow", "A. Harrow", "Harrow", "Ann Mary Harrow", "Anne Harrow", "Amy Harrow", "Anna M. Harrow"]
OFFICES = ["Minister of Trade", "Ambassador to Peru", "Trade Minister"]

PERSONS = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.sampled_from(["GB", "US", None]),
        st.lists(st.sampled_from(OFFICES), max_size=2, unique=True),
    ),
    max_size=6,
)

DAYS = st.sampled_from([date(2025, 3, day) for day in (3, 4, 5, 9)])
EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["meeting", "dialogue", "visit"]),
        st.sampled_from(["held", "planned"]),
        DAYS,
        st.sampled_from(["day", "day", "day", "month"]),
        st.lists(st.sampled_from(["p1", "p2", "p3"]), max_size=2, unique=True),
        st.sampled_from(["city", None]),
        st.sampled_from(["mechanism", None]),
        st.sampled_from(["KZ", "PE"]),
    ),
    max_size=6,
)


@given(PERSONS, PERSONS, PERSONS)
def test_persons_that_come_and_go_end_where_a_build_from_nothing_ends(
    stay: list[Any], went: list[Any], came: list[Any]
) -> None:
    def named(prefix: str, people: list[Any]) -> list[NamedPerson]:
        return [(f"{prefix}{number}", 1, *person) for number, person in enumerate(people)]

    def own_id(row: NamedPerson) -> str:
        return PersonForm(row[2], row[3], frozenset(row[4])).own_id

    before = {link[0]: link[2] for link in Persons().resolve(named("s", stay) + named("w", went), [], [])[0]}
    after = {link[0]: link[2] for link in Persons().resolve(named("s", stay) + named("c", came), [], [])[0]}
    known, gone = (
        [(own_id(row), before[row[0]], *row[2:]) for row in named(prefix, people)]
        for prefix, people in (("s", stay), ("w", went))
    )
    links, moved = Persons().resolve(named("c", came), known, gone)
    assert {link[0]: link[2] for link in links} == {row[0]: after[row[0]] for row in named("c", came)}
    expected = {own_id(row) for row in named("s", stay) if after[row[0]] != before[row[0]]}
    assert moved == expected


@given(EVENTS, EVENTS, EVENTS)
def test_accounts_that_come_and_go_end_where_a_build_from_nothing_ends(
    stay: list[Any], went: list[Any], came: list[Any]
) -> None:
    def accounts(prefix: str, events: list[Any]) -> list[tuple[Any, ...]]:
        return [
            (f"{prefix}{number}", 1, kind, status, day, None, precision, ["KZ", "PE"], people, place, mechanism, None,
             issuer, day)
            for number, (kind, status, day, precision, people, place, mechanism, issuer) in enumerate(events)
        ]  # fmt: skip

    check_changes(RESOLVERS.event, accounts("s", stay), accounts("w", went), accounts("c", came))


@given(*[st.lists(st.tuples(st.sampled_from(["Pact on Mountain Farming", "Mountain Farming Pact of 2024",
                                             "Pact on Farming in the Mountain Valleys", "Pact"]),
                            st.sampled_from([None, date(2025, 3, 3), date(2025, 3, 4)])), max_size=5)] * 3)  # fmt: skip
def test_agreements_that_come_and_go_end_where_a_build_from_nothing_ends(
    stay: list[Any], went: list[Any], came: list[Any]
) -> None:
    def namings(prefix: str, agreements: list[Any]) -> list[tuple[Any, ...]]:
        return [
            (f"{prefix}{number}", 1, name, "treaty", ["KZ", "PE"], day, day and "day", None)
            for number, (name, day) in enumerate(agreements)
        ]

    check_changes(RESOLVERS.agreement, namings("s", stay), namings("w", went), namings("c", came))


def check_changes(resolver: object, stay: list[Any], went: list[Any], came: list[Any]) -> None:
    assert not callable(resolver)
    comparing: Comparing = resolver  # type: ignore[assignment]
    before = {link[0]: link for link in comparing.resolve(stay + went, [], [])[0]}
    after = {link[0]: link for link in comparing.resolve(stay + came, [], [])[0]}
    known, gone = ([(*row, before[row[0]][2]) for row in rows if before[row[0]][4]] for rows in (stay, went))
    links, moved = comparing.resolve(came, known, gone)
    assert {link[0]: link[2] for link in links} == {row[0]: after[row[0]][2] for row in came}
    assert moved == {after[row[0]][3] for row in known if after[row[0]][2] != row[-1]}


COUNTED = Comparison(
    lambda one, two: None if {one, two} == {2, 3} else float(abs(one - two) == 1), marks=lambda _number: None
)


def test_a_chain_of_likenesses_is_one_group_but_for_a_contradiction() -> None:
    assert [sorted(group) for group in cluster([1, 2, 3, 4, 9], COUNTED)] == [[1, 2], [3, 4], [9]]


def test_what_no_chain_links_to_a_change_is_not_reached() -> None:
    assert reached([1, 2, 7, 8, 9], [0], COUNTED) == {0, 1}
    assert reached([1, 2, 7, 8, 9], [3], COUNTED) == {2, 3, 4}


def test_rows_without_a_mark_in_common_are_never_compared() -> None:
    compared = []

    def likeness(one: str, two: str) -> float:
        compared.append(one + two)
        return 1

    comparison = Comparison(likeness, marks=lambda row: None if row == "e" else set(row[0]))
    assert cluster(["ab", "ac", "bd"], comparison) == [["ab", "ac"], ["bd"]]
    assert compared == ["abac"]
    assert len(cluster(["ab", "bd", "e"], comparison)) == 1, "a row without marks may be alike to any"
