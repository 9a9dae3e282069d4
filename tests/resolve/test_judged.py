from __future__ import annotations

from collections import Counter

import pycountry
import pytest

from tests.resolve.judged import b_cubed, event_accounts, person_mentions

KINDS = {
    *("meeting", "call", "visit", "dialogue", "conference", "signing", "credentials", "ceremony", "letter"),
    *("appointment", "aid"),
}


def test_the_measure_agrees_with_the_example_of_its_authors() -> None:
    truth = ["a"] * 5 + ["b"] * 2 + ["c"] * 5
    found = ["1"] * 5 + ["2"] * 7
    assert b_cubed(truth, found) == pytest.approx((16 / 21, 1.0, 32 / 37))


def test_joining_costs_precision_and_splitting_costs_recall() -> None:
    truth = ["a", "a", "b", "b"]
    assert b_cubed(truth, ["x", "x", "y", "y"]) == (1.0, 1.0, 1.0)
    assert b_cubed(truth, ["x"] * 4) == pytest.approx((0.5, 1.0, 2 / 3))
    assert b_cubed(truth, ["w", "x", "y", "z"]) == pytest.approx((1.0, 0.5, 2 / 3))


def test_the_measure_refuses_what_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="no items"):
        b_cubed([], [])
    with pytest.raises(ValueError, match="shorter"):
        b_cubed(["a", "b"], ["x"])


def test_about_half_of_the_judged_persons_are_named_more_than_once() -> None:
    told = Counter(mention.person for mention in person_mentions())
    assert told.total() >= 250
    assert 0.45 < sum(count > 1 for count in told.values()) / len(told) < 0.65


def test_about_half_of_the_judged_events_are_told_more_than_once() -> None:
    told = Counter(account.event for account in event_accounts())
    assert told.total() >= 160
    assert 0.45 < sum(count > 1 for count in told.values()) / len(told) < 0.65


def test_no_release_tells_of_one_event_twice() -> None:
    assert max(Counter((account.release, account.event) for account in event_accounts()).values()) == 1


def test_a_release_has_one_issuer_and_one_day() -> None:
    stated = {(account.release, account.issuer, account.published_on) for account in event_accounts()}
    assert len(stated) == len({account.release for account in event_accounts()})


def test_every_account_is_of_a_kind_and_its_days_are_in_order() -> None:
    for account in event_accounts():
        assert account.kind in KINDS, account
        assert account.status in {"held", "planned", "cancelled"}, account
        assert (account.start_on is None) == (account.date_precision is None), account
        assert account.end_on is None or (account.start_on is not None and account.start_on < account.end_on), account
        assert account.status != "held" or account.start_on is None or account.start_on <= account.published_on, account


def test_a_coarse_day_is_the_first_of_its_span() -> None:
    for account in event_accounts():
        if account.start_on is not None and account.date_precision == "month":
            assert account.start_on.day == 1, account
        if account.start_on is not None and account.date_precision == "year":
            assert (account.start_on.month, account.start_on.day) == (1, 1), account


def test_every_country_is_one() -> None:
    stated = {mention.country for mention in person_mentions() if mention.country}
    stated |= {account.issuer for account in event_accounts()}
    stated |= {side for account in event_accounts() for side in account.sides if len(side) == 2 and side != "EU"}
    assert {code for code in stated if pycountry.countries.get(alpha_2=code) is None} == set()
