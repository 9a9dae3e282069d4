"""What a person judged to be one is found to be one, and what was judged to be two is kept apart."""

from __future__ import annotations

from pipelines.build import RESOLVERS
from pipelines.resolve.mechanisms import mechanism_id
from pipelines.resolve.persons import Persons
from tests.resolve.judged import EventAccount, b_cubed, event_accounts, person_mentions


def test_persons_are_told_apart_as_a_person_would() -> None:
    mentions = person_mentions()
    named = [
        (f"r{number:04}", number, mention.name, mention.country, list(mention.offices))
        for number, mention in enumerate(mentions)
    ]
    links, _ = Persons().resolve(named, [], [])
    precision, recall, f1 = b_cubed([mention.person for mention in mentions], [link[2] for link in links])
    assert precision >= 0.96
    assert recall >= 0.97
    assert f1 >= 0.97


def test_events_are_told_apart_as_a_person_would() -> None:
    accounts = event_accounts()
    links, _ = RESOLVERS.event.resolve([row_of(number, account) for number, account in enumerate(accounts)], [], [])
    precision, recall, f1 = b_cubed([account.event for account in accounts], [link[2] for link in links])
    assert precision >= 0.99
    assert recall >= 0.91
    assert f1 >= 0.95


def row_of(number: int, account: EventAccount) -> tuple[object, ...]:
    sides = account.sides if account.kind == "dialogue" else ()
    mechanism = mechanism_id(account.mechanism, sides) if account.mechanism else None
    return (
        account.release,
        number,
        account.kind,
        account.status,
        account.start_on,
        account.end_on,
        account.date_precision,
        list(account.sides),
        list(account.persons),
        account.place,
        mechanism,
        account.session_no,
        account.issuer,
        account.published_on,
    )
