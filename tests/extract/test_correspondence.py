"""Letters that somebody hands over: between the one who wrote and the one to whom, not the one who carries."""

from __future__ import annotations

from tests.extract.reading import of_kind, read, who

WRITER = "President of Kazakhstan Arman Bek"
CARRIER = "Deputy Minister of Foreign Affairs of Kazakhstan Aigul Omarova"


def test_who_conveys_a_message_did_not_write_it() -> None:
    facts = read(f"{CARRIER} conveyed a message from {WRITER} to President of Norway Olav Berg.")
    [letter] = of_kind(facts, "letter")
    assert who(facts, letter) == ["Arman Bek", "Olav Berg"]


def test_a_letter_may_be_addressed_to_somebody() -> None:
    facts = read(
        f"The Ambassador handed over a letter from Foreign Minister of Norway Kari Hansen addressed to {WRITER}."
    )
    [letter] = of_kind(facts, "letter")
    assert who(facts, letter) == ["Arman Bek", "Kari Hansen"]


def test_messages_to_two_are_one_each() -> None:
    facts = read(
        f"{CARRIER} transmitted congratulatory messages from {WRITER}, one to King of Norway Olav Berg and one to "
        "Prime Minister of Norway Nils Dahl."
    )
    assert [who(facts, letter) for letter in of_kind(facts, "letter")] == [
        ["Arman Bek", "Olav Berg"],
        ["Arman Bek", "Nils Dahl"],
    ]


def test_who_sends_a_letter_himself_wrote_it() -> None:
    facts = read(f"{WRITER} sent a letter to Prime Minister of Norway Nils Dahl.")
    [letter] = of_kind(facts, "letter")
    assert who(facts, letter) == ["Arman Bek", "Nils Dahl"]
