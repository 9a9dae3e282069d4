"""What analysts get to see of hand-made releases: every mart."""

from __future__ import annotations

from datetime import date

from tests.load.hand_made import Archive


def test_meetings_name_who_took_part_where_and_under_which_dialogue(eventful: Archive) -> None:
    rows = eventful.query(
        "select kind, status, place, country, mechanism, participants, sides, organizations, topics, reports"
        " from mart.meetings order by start_on"
    )
    dialogue, ministers, sides = "Kazakhstan-UK Strategic Dialogue", ["David Cameron", "Murat Nurtleu"], ["GB", "KZ"]
    sixth, eighth, visit = (f"https://{end}" for end in ("uk.example/6th", "kz.example/8th", "kz.example/visit"))
    department, topics = ["Department for Business and Trade"], ["Education", "Trade"]
    uk = "United Kingdom"
    assert rows == [
        ("dialogue", "held", "London", uk, dialogue, None, sides, None, None, [sixth]),
        ("dialogue", "held", "Astana", "Kazakhstan", dialogue, ministers, sides, department, topics, [eighth]),
        ("visit", "held", "London", uk, None, ["Murat Nurtleu"], sides, None, ["Energy"], [visit]),
        ("meeting", "held", "London", uk, "World Security Forum", ministers, sides, None, None, [visit]),
        ("call", "planned", None, None, None, None, sides, None, None, [visit]),
    ]


def test_two_people_who_shared_two_engagements_met_twice(eventful: Archive) -> None:
    columns = "person, other_person, country_code, other_country_code, kinds, places, event_count, first_on, last_on"
    (row,) = eventful.query(f"select {columns} from mart.who_met_whom")
    assert {row[0]: row[2], row[1]: row[3]} == {"Murat Nurtleu": "KZ", "David Cameron": "GB"}
    assert row[4:] == (["dialogue", "meeting"], ["Astana", "London"], 2, date(2024, 4, 24), date(2024, 5, 4))


def test_bilateral_activity_counts_what_was_held_by_month_and_not_what_is_planned(eventful: Archive) -> None:
    rows = eventful.query(
        "select partner, kind, event_count, month_on from mart.bilateral_activity"
        " where country_code = 'KZ' order by month_on, kind"
    )
    assert rows == [
        ("United Kingdom", "dialogue", 1, date(2022, 9, 1)),
        ("United Kingdom", "dialogue", 1, date(2024, 4, 1)),
        ("United Kingdom", "meeting", 1, date(2024, 5, 1)),
        ("United Kingdom", "visit", 1, date(2024, 5, 1)),
    ]
    both = "select count(*) from mart.bilateral_activity where country_code = "
    assert eventful.query(f"{both} 'GB'") == eventful.query(f"{both} 'KZ'")


def test_travel_tells_the_guest_with_office_and_span(eventful: Archive) -> None:
    rows = eventful.query(
        "select person, title, from_country, to_country, place, start_on, end_on, reports from mart.travel"
    )
    office = "Minister of Foreign Affairs"
    span, visit = (date(2024, 5, 3), date(2024, 5, 5)), ["https://kz.example/visit"]
    assert rows == [("Murat Nurtleu", office, "Kazakhstan", "United Kingdom", "London", *span, visit)]


def test_a_dialogue_shows_the_session_that_nobody_tells_of(eventful: Archive) -> None:
    rows = eventful.query(
        "select mechanism, countries, session_no, place, chairs, is_missing, reports from mart.dialogue_sessions"
        " order by session_no"
    )
    name, countries = "Kazakhstan-UK Strategic Dialogue", ["GB", "KZ"]
    assert rows == [
        (name, countries, 6, "London", None, False, ["https://uk.example/6th"]),
        (name, countries, 7, None, None, True, None),
        (name, countries, 8, "Astana", ["David Cameron", "Murat Nurtleu"], False, ["https://kz.example/8th"]),
    ]


def test_agreements_have_parties_signatories_and_their_latest_status(eventful: Archive) -> None:
    rows = eventful.query(
        "select name, kind, status, parties, organizations, date_edtf, event_id is not null, last_named_on"
        " from mart.agreement_register order by name"
    )
    companies, parties = ["Octopus Energy", "Samruk Energy"], ["GB", "KZ"]
    signed = "2024-04-24"
    assert rows == [
        ("Memorandum of Understanding", "memorandum", "proposed", parties, companies, None, False, date(2024, 5, 6)),
        ("Strategic Partnership Agreement", "agreement", "signed", parties, None, signed, True, date(2024, 4, 24)),
    ]


def test_a_body_signs_for_its_country_and_one_of_no_known_country_for_none(eventful: Archive) -> None:
    rows = eventful.query(
        "select party, organization.name from agreement_party left join organization using (organization_id)"
        " join agreement using (agreement_id) where agreement.kind = 'memorandum' order by all"
    )
    assert rows == [("GB", None), ("KZ", "Samruk Energy"), (None, "Octopus Energy")]


def test_the_register_leads_to_the_releases_that_name_an_agreement(eventful: Archive) -> None:
    rows = eventful.query("select reports from mart.agreement_register where kind = 'agreement'")
    assert rows == [(["https://kz.example/8th"],)]


def test_topics_are_counted_once_a_release_as_a_share_of_the_month(eventful: Archive) -> None:
    rows = eventful.query("select topic, issuer_country, release_count, share, month_on from mart.topic_trends")
    assert sorted(rows) == [
        ("Education", "KZ", 1, 1.0, date(2024, 4, 1)),
        ("Energy", "KZ", 1, 1.0, date(2024, 5, 1)),
        ("Trade", "KZ", 1, 1.0, date(2024, 4, 1)),
    ]


def test_an_engagement_that_one_side_tells_is_not_two_sided(eventful: Archive) -> None:
    rows = eventful.query("select distinct reported_by, not_reported_by, is_two_sided from mart.two_sided order by all")
    assert rows == [(["GB"], ["KZ"], False), (["KZ"], ["GB"], False)]


def test_organizations_and_ties_have_their_rows_and_mentions_lead_to_them(eventful: Archive) -> None:
    assert eventful.query("select name, acronym, kind, country_code, release_count from organization order by all") == [
        ("Department for Business and Trade", "DBT", "ministry", "GB", 1),
        ("Octopus Energy", None, "company", None, 1),
        ("Samruk Energy", None, "company", "KZ", 1),
    ]
    assert eventful.query("select name from organization_alias where name = 'DBT'") == [("DBT",)]
    named = "select surface from mention join {0} on {0}_id = entity_id where mention.kind = '{0}' order by all"
    assert len(eventful.query(named.format("organization"))) == 3
    assert len(eventful.query(named.format("agreement"))) == 2
    tie = eventful.query("select country_code, partner_code, established_on from diplomatic_tie")
    assert tie == [("KZ", "GB", date(1992, 1, 19))]


def test_a_position_belongs_to_the_body_that_its_release_names(eventful: Archive) -> None:
    rows = eventful.query("select person, title, organization from mart.office_holders where person = 'David Cameron'")
    assert sorted(rows, key=str) == [
        ("David Cameron", "Foreign Secretary", "Department for Business and Trade"),
        ("David Cameron", "Foreign Secretary", None),
    ]
