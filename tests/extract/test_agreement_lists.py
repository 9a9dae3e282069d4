from __future__ import annotations

import pytest

from tests.extract.reading import read

OPENING = "The Minister of Fish of Norway met the Minister of Reeds of Peru."


def told(*paragraphs: str) -> list[tuple[str, str]]:
    """The names and statuses of the instruments of some paragraphs, in the order of the text."""
    return [(row.name, row.status) for row in read(OPENING, *paragraphs, issuer="NO").agreements]


@pytest.mark.parametrize(
    ("lead", "status"),
    [
        ("He gave her a list of documents that may be signed: ", "proposed"),
        ("Among the papers exchanged by the sides were: ", "signed"),
        ("The following agreements were signed: ", "signed"),
        ("They spoke of documents: ", "mentioned"),
        ("They spoke of what was signed by others: ", "mentioned"),
    ],
)
def test_words_before_a_colon_tell_the_status_of_all_behind_it(lead: str, status: str) -> None:
    assert told(f"{lead}a Treaty on Tides; an Agreement on Fish; and a Protocol on Reeds.") == [
        ("Treaty on Tides", status),
        ("Agreement on Fish", status),
        ("Protocol on Reeds", status),
    ]


def test_a_list_of_lines_may_hold_other_kinds_than_its_lead_names() -> None:
    listed = ("\u2013 Protocol on Reeds", "\u2013 Agreement on Fish")
    assert told("The agreements sealed in Oslo are:", *listed) == [
        ("Protocol on Reeds", "signed"),
        ("Agreement on Fish", "signed"),
    ]
    assert told("The agreements sealed in Oslo matter.", "Protocol on Reeds of the north.") == [
        ("Protocol on Reeds", "mentioned"),
    ]


@pytest.mark.parametrize(
    ("announced", "opening", "status"),
    [
        ("Two documents were signed.", "The documents included", "signed"),
        ("Two documents were signed.", "They are", "signed"),
        ("Two documents were signed.", "Among them is", "signed"),
        ("Two documents will be signed.", "They are", "proposed"),
        ("Two documents were read.", "The documents included", "mentioned"),
    ],
)
def test_a_sentence_takes_up_what_was_announced_before(announced: str, opening: str, status: str) -> None:
    assert told(f"{announced} {opening} an Agreement on Fish.") == [("Agreement on Fish", status)]


def test_what_stands_beside_a_communique_is_signed_with_it() -> None:
    assert told("They signed a Joint Communiqu\u00e9, as well as a Plan of Consultations for 2031.") == [
        ("Joint Communiqu\u00e9", "signed"),
        ("Plan of Consultations for 2031", "signed"),
    ]


def test_a_companion_shares_the_verb_of_what_it_came_with() -> None:
    assert told("A Protocol on Tides was signed, together with an Agreement on Fish.")[1][1] == "signed"
    assert told("A Protocol on Tides was signed, in the spirit of the Agreement on Fish.")[1][1] == "mentioned"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Ministers put their signatures to the Agreement on Fish.", "signed"),
        ("The sides are working towards signing an Agreement on Fish.", "proposed"),
        ("The sides are working towards an Agreement on Fish.", "under_negotiation"),
        ("They welcomed the Agreement on Fish, in effect since May 2021.", "in_force"),
        ("They welcomed the Agreement on Fish, in effect a new start.", "mentioned"),
        ("The house read a draft law on the Agreement on Fish.", "under_ratification"),
        ("They discussed a draft Agreement on Fish.", "under_negotiation"),
        ("The Ministers witnessed the exchange of the Agreement on Fish.", "signed"),
        ("The Ministers exchanged views on the Agreement on Fish.", "mentioned"),
        ("The Ministers had an exchange of views on the Agreement on Fish.", "mentioned"),
        ("The Ministers called for an exchange of data under the Agreement on Fish.", "mentioned"),
    ],
)
def test_words_of_signatures_and_of_force(text: str, status: str) -> None:
    assert told(text) == [("Agreement on Fish", status)]


def test_the_marks_around_a_name_end_it() -> None:
    names = "\u201cMemorandum on Reeds and Fish\u201d and the \u201cMemorandum on Tides\u201d"
    assert told(f"They signed the {names}.") == [
        ("Memorandum on Reeds and Fish", "signed"),
        ("Memorandum on Tides", "signed"),
    ]
    assert told("They signed the Memorandum on \u201cBlue\u201d Fish.") == [
        ("Memorandum on \u201cBlue\u201d Fish", "signed")
    ]


def test_the_mark_of_the_next_item_ends_a_name() -> None:
    assert told("They adopted these papers: a) Memorandum on Reeds and Tides b) Memorandum on Fish.") == [
        ("Memorandum on Reeds and Tides", "adopted"),
        ("Memorandum on Fish", "adopted"),
    ]


def test_what_a_protocol_amends_was_not_signed_with_it() -> None:
    amending = told("They read the Protocol to the Fish Agreement with Peru, signed in Oslo.")
    assert dict(amending)["Fish Agreement with Peru"] == "mentioned"
    assert told("They read the Fish Agreement with Peru, signed in Oslo.") == [("Fish Agreement with Peru", "signed")]


def test_parties_of_a_contract_may_look_like_persons() -> None:
    papers = "The papers exchanged were: a contract between Oslo Rail and Marie Hansen"
    assert told(f"{papers}.") == [("contract between Oslo Rail and Marie Hansen", "signed")]
    assert "Hansen" not in told("They signed the Agreement on Fish Mrs Marie Hansen had read.")[0][0]


def test_one_more_memorandum_of_other_bodies_is_its_own() -> None:
    first = "A memorandum was signed between the Ministry of Fish of Norway and the Ministry of Reeds of Peru."
    other = "A memorandum was also signed between the Ministry of Trade of Norway and the Ministry of Sport of Peru."
    again = (
        "The memorandum was signed between the Ministry of Fish of Norway and the Ministry of Reeds of Peru in Oslo."
    )
    assert len(told(first, other)) == len((first, other))
    assert len(told(first, again)) == 1


def test_letters_and_programmes_of_action_are_instruments() -> None:
    assert told("They signed a Letter of Commitment on Fish.") == [("Letter of Commitment on Fish", "signed")]
    assert told("She wrote a letter on her commitment to fish.") == []
    assert told("They signed the Joint Action Programme for 2031.")[0][1] == "signed"
    assert told("The programme of action was long.") == []
    assert told("They signed the Executive Programme on Sport.") == [("Executive Programme on Sport", "signed")]
    assert told("They signed the Agreed Minutes of the talks.") == [("Agreed Minutes of the talks", "signed")]
    assert told("The executive read the minutes of the talks.") == []
