# ruff: noqa: RUF001 - releases are set with typographic marks
from __future__ import annotations

import pytest

from tests.extract.reading import entities, read, surfaces


def told(*paragraphs: str, issuer: str = "KZ") -> list[tuple[str, str, str]]:
    """Name, kind and status of the agreements of some paragraphs."""
    return [(row.name, row.kind, row.status) for row in read(*paragraphs, issuer=issuer).agreements]


@pytest.mark.parametrize(
    ("text", "name", "kind", "status"),
    [
        ("They signed a Memorandum of Understanding on tourism in Oslo.",
         "Memorandum of Understanding on tourism", "memorandum", "signed"),
        ("The Lima Declaration was adopted at the close of the day.", "Lima Declaration", "declaration", "adopted"),
        ("Negotiations on an Open Waters Agreement have begun.", "Open Waters Agreement", "agreement",
         "under_negotiation"),
        ("The ministers plan to sign a Protocol on border posts next year.", "Protocol on border posts", "protocol",
         "proposed"),
        ("The Fisheries Convention entered into force on 3 May 2019.", "Fisheries Convention", "convention",
         "in_force"),
        ("They spoke of the ratification of the Treaty on Inland Ports.", "Treaty on Inland Ports", "treaty",
         "under_ratification"),
        ("Both act under the Kyoto Protocol.", "Kyoto Protocol", "protocol", "mentioned"),
        ("They signed an agreement on air services between Peru and Ghana.",
         "agreement on air services between Peru and Ghana", "agreement", "signed"),
        ("The sides adopted a Joint Statement.", "Joint Statement", "joint_statement", "adopted"),
        ("They signed a Plan of Cooperation between the academies of Chile and Malta for 2025–2026.",
         "Plan of Cooperation between the academies of Chile and Malta for 2025–2026", "programme", "signed"),
        ("Both act under the Sendai Framework.", "Sendai Framework", "other", "mentioned"),
        ("They spoke of UNCLOS and of fish.", "UNCLOS", "convention", "mentioned"),
        ("The minister will also sign the Agreement on Inland Ports.", "Agreement on Inland Ports", "agreement",
         "proposed"),
        ("They hailed the 1962 Status of Vessels Agreement.", "1962 Status of Vessels Agreement", "agreement",
         "mentioned"),
        ("They follow the Boat Safety Action Plan to protect the young.", "Boat Safety Action Plan", "programme",
         "mentioned"),
        ("The Norway-Chile Coastal Framework Agreement was signed.", "Norway-Chile Coastal Framework Agreement",
         "agreement", "signed"),
        ("The day ended with signing of Memorandum of Understanding on reeds.", "Memorandum of Understanding on reeds",
         "memorandum", "signed"),
        ("The Norwegian-Chilean agreement was praised.", "Norwegian-Chilean agreement", "agreement", "mentioned"),
        ("They recalled the Joint Fisheries agreement.", "Joint Fisheries agreement", "agreement", "mentioned"),
        ("Joint Statement by the Prime Ministers of Peru and Ghana",
         "Joint Statement by the Prime Ministers of Peru and Ghana", "joint_statement", "mentioned"),
        ("They hailed the Covenant on Tides, Reeds, and Fish.", "Covenant on Tides, Reeds, and Fish", "treaty",
         "mentioned"),
        ("They await the Reed Trade (RT) Agreement between Peru and Ghana.",
         "Reed Trade (RT) Agreement between Peru and Ghana", "agreement", "mentioned"),
        ("They issued the New York Joint Statement.", "New York Joint Statement", "joint_statement", "adopted"),
        ("They signed the Final Protocol.", "Final Protocol", "protocol", "signed"),
        ("They confirmed an agreement on the Coastal Access Treaty.", "Coastal Access Treaty", "treaty", "mentioned"),
        ("Peru passed a law on ratification of the Agreement on Trade and Cooperation with Ghana.",
         "Agreement on Trade and Cooperation with Ghana", "agreement", "ratified"),
        ("They spoke of the Peru-Ghana reed purchase pact (RPP) on Monday and of reeds.",
         "Peru-Ghana reed purchase pact", "agreement", "mentioned"),
        ("Recalling UN Security Council Resolution 9999, they left.", "UN Security Council Resolution 9999", "other",
         "mentioned"),
        ("They issued the Island Leaders’ Statement.", "Island Leaders’ Statement", "joint_statement", "adopted"),
        ("They spoke of the Peru-Ghana-Chile reed purchase pact.", "Peru-Ghana-Chile reed purchase pact", "agreement",
         "mentioned"),
        ("The ministers signed a fisheries agreement.", "fisheries agreement", "agreement", "signed"),
        ("They praised the Peruvian Strategy to Prevent Floods.", "Peruvian Strategy to Prevent Floods", "other",
         "mentioned"),
        ("They spoke of the Peru-Ghana Trade in Reeds Agreement.", "Peru-Ghana Trade in Reeds Agreement", "agreement",
         "mentioned"),
        ("They signed an MOU between the Tide Board of Ghana (TBG) and the Reed Board of Peru (RBP) on reeds.",
         "MOU between the Tide Board of Ghana (TBG) and the Reed Board of Peru (RBP) on reeds", "memorandum",
         "signed"),
        ("They spoke of the roadmap for Ghana’s membership.", "roadmap for Ghana’s membership", "roadmap",
         "mentioned"),
        ("They recalled UN Security Council resolution 9999.", "UN Security Council resolution 9999", "other",
         "mentioned"),
        ("This is in line with UN Security Council Resolution 9999.", "UN Security Council Resolution 9999", "other",
         "mentioned"),
    ],
)  # fmt: skip
def test_an_instrument_has_its_name_kind_and_status(text: str, name: str, kind: str, status: str) -> None:
    assert told(text) == [(name, kind, status)]


@pytest.mark.parametrize(
    "text",
    [
        "The sides are in agreement.",
        "They noted the agreements reached by the leaders.",
        "The State Protocol Service met the guest.",
        "The Chief of Protocol greeted the delegation.",
        "This provides a clear roadmap for all.",
        "A charter flight took them home.",
        "They signed several contracts.",
        "It was a treaty.",
        "Congress passed the Convention on Pottery Implementation Act.",
        "The governor asked for a Disaster Declaration.",
        "The people read the Declaration of Independence.",
        "This is the first trade agreement between islands.",
        "The CPTPP Commission met in Lima.",
        "They studied under the Lima Cooperation Programme.",
        "Both opposed the latest resolution \u2013 a sign of trouble \u2013 and left.",
        "The UNFCCC COP41 meets in Lima.",
    ],
)
def test_words_for_a_kind_alone_name_no_instrument(text: str) -> None:
    assert told(text) == []


def test_one_instrument_is_one_row_however_often_it_is_named() -> None:
    found = told(
        "They signed a Customs Cooperation Agreement (CCA) on goods in transit.",
        "The Agreement will help trade. The CCA entered into force on 1 March 2024.",
    )
    assert found == [("Customs Cooperation Agreement", "agreement", "in_force")]


def test_an_instrument_inside_the_name_of_another_is_one_of_its_own() -> None:
    found = told("Today they signed a protocol amending the Air Traffic Agreement.")
    assert [(kind, status) for _, kind, status in found] == [("protocol", "signed"), ("agreement", "mentioned")]


def test_a_list_of_documents_shares_the_verb() -> None:
    found = told(
        "The visit saw the signing of two documents: a memorandum of understanding on archives and a "
        "letter of intent on museums."
    )
    assert [(kind, status) for _, kind, status in found] == [("memorandum", "signed"), ("other", "signed")]


def test_the_parties_stand_in_the_name_or_beside_it() -> None:
    parties = [
        row.parties
        for text in (
            "They signed an Agreement on customs between Peru and Ghana.",
            "The Norwegian minister signed a Memorandum of Understanding on fish.",
            "They recalled the Charter of the United Nations.",
        )
        for row in read(text).agreements
    ]
    assert parties == [("PE", "GH"), ("KZ", "NO"), ()]


def test_the_date_is_that_of_the_status() -> None:
    (row,) = read("The Treaty of Bergen was signed by Norway and Chile on 22 January 2019.").agreements
    assert (row.date_edtf, row.date_basis) == ("2019-01-22", "stated")
    (news,) = read("They signed a Memorandum of Understanding on fish.").agreements
    assert (news.date_edtf, news.date_precision, news.date_basis) == ("2024-05", "month", "publication")


def test_what_was_signed_without_a_day_is_news_unless_it_is_what_a_name_is_known_for() -> None:
    (news,) = read("A Memorandum of Understanding on fish was signed.").agreements
    assert (news.date_edtf, news.date_basis) == ("2024-05", "publication")
    (old,) = read("They praised the Memorandum of Understanding on fish, which was signed by the kings.").agreements
    assert (old.status, old.date_on) == ("signed", None)


def test_an_instrument_is_mentioned_under_its_number() -> None:
    facts = read("They signed a Memorandum of Understanding on fish.")
    assert entities(facts, "agreement") == ["1"]
    assert surfaces(facts, "agreement") == ["Memorandum of Understanding on fish"]


def test_a_known_instrument_is_one_under_all_its_names() -> None:
    found = told("They act under the United Nations Convention on the Law of the Sea (UNCLOS). UNCLOS binds all.")
    assert found == [("United Nations Convention on the Law of the Sea", "convention", "mentioned")]


def test_instruments_announced_in_the_plural_share_what_is_told_of_them() -> None:
    found = told("They signed two MOUs on trade. The MOU on reeds helps farmers. They recalled the MOU on fish.")
    assert [status for _, _, status in found] == ["signed", "mentioned"]


def test_a_lettered_list_shares_the_verb_before_its_first_letter() -> None:
    found = told(
        "They witnessed the signing of (a) the MOU on reeds; (b) the renewed MOU on fish; and (c) the Treaty on tides."
    )
    assert [status for _, _, status in found] == ["signed", "signed", "signed"]


def test_a_row_of_instruments_shares_the_verb_behind_it() -> None:
    found = told("A Joint Declaration, a Program of Cooperation for 2026-2027 and two memorandums were signed.")
    assert [(name, status) for name, _, status in found] == [
        ("Joint Declaration", "signed"),
        ("Program of Cooperation for 2026-2027", "signed"),
    ]


def test_two_heads_joined_by_and_are_two_instruments() -> None:
    found = told("They need a Coastal Safeguards Agreement and Additional Protocol.")
    assert [name for name, _, _ in found] == ["Coastal Safeguards Agreement", "Additional Protocol"]


def test_a_name_that_follows_another_with_its_own_year_shares_no_verb() -> None:
    found = told("They praised the Reed Treaty signed in 1975, and more recently the landmark Tide Trade Agreement.")
    assert [status for _, _, status in found] == ["signed", "mentioned"]


def test_another_instrument_behind_and_is_no_party() -> None:
    found = told("They signed an MOU between the Tide Board and the Reed Board and an MOU on fish.")
    assert [name for name, _, _ in found] == ["MOU between the Tide Board and the Reed Board", "MOU on fish"]


def test_the_term_of_a_plan_is_not_its_date() -> None:
    (row,) = read("They signed a Plan of Cooperation on reeds from 2026 to 2028.").agreements
    assert row.date_edtf == "2024-05"


def test_names_that_differ_in_their_parties_are_two_instruments() -> None:
    assert len(told("The Peru-Ghana Tide Treaty is older than the Peru-Chile Tide Treaty.")) == 2


def test_what_the_parties_agree_on_belongs_to_the_name() -> None:
    ((name, _, _),) = told(
        "They signed an Agreement between the Government of Peru and the Government of Ghana on reeds."
    )
    assert name == "Agreement between the Government of Peru and the Government of Ghana on reeds"


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("They recalled UN Security Council Resolution 9999 on Chile.", ("UN",)),
        ("The minister signed the Artemis Accords.", ("KZ",)),
        ("The Artemis Accords were signed in 2020.", ()),
        ("They praised the Norway-Chile Shipping Treaty.", ("NO", "CL")),
        ("Peru and Ghana are members of the CPTPP.", ("PE", "GH")),
        ("They praised the CPTPP with Ghana.", ()),
        ("The guest from Ghana arrived. Then the ministers signed an Agreement on reeds.", ("KZ", "GH")),
        ("They urged all to heed the Five-Point Consensus.", ("ASEAN",)),
        ("They praised the EU-Peru Reed Trade Agreement.", ("EU", "PE")),
        ("They praised the ASEAN-Ghana Reed Trade Agreement.", ("ASEAN", "GH")),
    ],
)
def test_parties_are_told_by_the_name_by_joining_or_by_the_paragraph(text: str, parties: tuple[str, ...]) -> None:
    (row,) = read(text).agreements
    assert row.parties == parties


def test_the_bodies_that_signed_may_follow_the_verb() -> None:
    facts = read(
        "A Memorandum of Understanding was signed between the Ministry of Health of Ghana and the Ministry of Health "
        "of Peru."
    )
    (row,) = facts.agreements
    assert [facts.organizations[number - 1].country_code for number in row.signatories] == ["GH", "PE"]


def test_a_stand_that_is_declared_and_a_consent_are_no_instruments() -> None:
    assert told("They welcomed Peru's declaration of support for the fishers of the north.") == []
    assert told("They signed the declaration of friendly ports.") == [
        ("declaration of friendly ports", "declaration", "signed")
    ]
    assert told("Chile opened a consulate with the agreement of the government of Malta.") == []


def test_a_heading_before_a_dash_is_no_part_of_a_name() -> None:
    assert told("Tide Board Consultations— Joint Declaration on Ports") == [
        ("Joint Declaration on Ports", "declaration", "mentioned")
    ]
    assert told("They signed the Peru – Ghana Declaration on Ports.") == [
        ("Peru – Ghana Declaration on Ports", "declaration", "signed")
    ]


def test_the_matter_at_the_end_of_a_name_is_no_second_instrument() -> None:
    joint = ("Joint Statement on the Inland Tide Pact", "joint_statement", "adopted")
    assert told("They adopted a Joint Statement on the Inland Tide Pact.", "The Inland Tide Pact holds.") == [joint]
    assert told("They adopted a Joint Statement on Ports.", "They follow the Inland Tide Pact.")[1:] == [
        ("Inland Tide Pact", "agreement", "mentioned")
    ]


def test_both_countries_are_those_told_before_and_not_where_they_met() -> None:
    title = "Visit of the Minister to Ghana"
    (signed,) = read("He met the President of Ghana.", "Both countries signed an MOU on fish in Lima, Peru.",
                     title=title, issuer="MT").agreements  # fmt: skip
    assert signed.parties == ("MT", "GH")
    (other,) = read("He signed an MOU on fish with Peru.", title=title, issuer="MT").agreements
    assert other.parties == ("MT", "PE")


def test_a_partnership_with_officers_is_a_body() -> None:
    assert told("He met the Chair of the Partnership for Clean Rivers.") == []
    assert told("He praised the Partnership for Clean Rivers.") == [
        ("Partnership for Clean Rivers", "programme", "mentioned")
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They signed a Plan of Consultations for 2025 and made statements.", ["Plan of Consultations for 2025"]),
        ("The ministers signed an Agreement on Trade and Made Goods.", ["Agreement on Trade and Made Goods"]),
        ("They signed the Treaty on Safe Tides and Peru's part in it.", ["Treaty on Safe Tides"]),
        ("They signed the Treaty on Safe Tides and Rivers.", ["Treaty on Safe Tides and Rivers"]),
        ("They signed the Memorandum on Sport with Minister Omar.", ["Memorandum on Sport"]),
        ("They signed the Memorandum on Sport with Peru.", ["Memorandum on Sport with Peru"]),
        ("They signed the agreement on a ten-month term starting in May.", ["agreement on a ten-month term"]),
        ("They signed the roadmap on an urgent basis.", []),
        ("They signed the roadmap on clean rivers.", ["roadmap on clean rivers"]),
        ("They signed an agreement for Peru to join the board.", []),
        ("They signed an agreement for clean rivers.", ["agreement for clean rivers"]),
        (
            "They signed an agreement on the avoidance of floods and the prevention of drought.",
            ["agreement on the avoidance of floods and the prevention of drought"],
        ),
        ("They signed an agreement on reeds and the guests left.", ["agreement on reeds"]),
        ("They recalled the 3 May Joint Statement on Tides.", ["3 May Joint Statement on Tides"]),
        ("They recalled the May 2023 Joint Statement on Tides.", ["2023 Joint Statement on Tides"]),
        ("Annex B \u2013 Peru-Ghana Joint Statement on Tides", ["Peru-Ghana Joint Statement on Tides"]),
        ("They shared a joint vision of growing reeds.", []),
        ("They hailed President Anna Berg's Action Plan on Reeds.", []),
        ("They hailed Peru's Action Plan on Reeds.", ["Action Plan on Reeds"]),
        ("They signed the Joint Vision on Reeds.", ["Joint Vision on Reeds"]),
        ("Fifty guests took part in the Peru Cooperation Programme on reeds.", []),
        ("They hailed the Peru-Ghana Cooperation Programme on reeds.", ["Peru-Ghana Cooperation Programme on reeds"]),
    ],
)  # fmt: skip
def test_a_name_ends_where_prose_begins(text: str, names: list[str]) -> None:
    assert [row.name for row in read(text).agreements] == names


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("They met with the aim of signing a memorandum on reeds.", "proposed"),
        ("They met after signing a memorandum on reeds.", "signed"),
        ("They initialled the Agreement on Reeds.", "under_negotiation"),
        ("They spoke of the Tide Water Treaty, which is to expire in 2030.", "in_force"),
        ("Peru signed the Treaty on Tides in May and ratified it in June.", "ratified"),
        ("They awaited ratification of the border treaty. A border treaty in force would help.", "under_ratification"),
        ("They awaited ratification of the border treaty. The border treaty is in force.", "in_force"),
        ("He called for work to continue on an agreement on transport.", "under_negotiation"),
        ("The parliament adopted a political declaration.", "adopted"),
    ],
)  # fmt: skip
def test_words_beside_a_name_tell_how_far_it_is(text: str, status: str) -> None:
    assert [row.status for row in read(text).agreements] == [status]


def test_a_name_ends_before_what_somebody_did_next() -> None:
    facts = read("They welcomed the treaty on the use of the sea and acknowledged Norway's role.")
    assert [agreement.name for agreement in facts.agreements] == ["treaty on the use of the sea"]


def test_a_year_before_a_name_is_that_of_the_instrument_and_of_no_other() -> None:
    facts = read("Kazakhstan and Norway signed the 1954 Bergen Pact and the 1966 Treaty of Amity.")
    assert [(one.name, one.date_edtf) for one in facts.agreements] == [
        ("1954 Bergen Pact", "1954"),
        ("1966 Treaty of Amity", "1966"),
    ]


def test_what_a_body_lent_its_name_to_or_others_issued_is_not_of_the_two_sides() -> None:
    title = "On the call of Kazakhstan and Norway"
    for name in (
        "We support the NTB Compact with Africa.",
        "We support the joint statement of the Northern Tide Board.",
    ):
        assert [one.parties for one in read(name, title=title).agreements] == [()]


def test_what_is_adopted_under_an_instrument_is_not_the_instrument() -> None:
    facts = read("The rules that states have adopted as part of the Oslo Declaration of Human Rights are clear.")
    assert [(one.name, one.status) for one in facts.agreements] == [("Oslo Declaration of Human Rights", "mentioned")]
