from __future__ import annotations

import re

from pipelines.load.dimensions import countries, topics

TOPICS = """
politics security defence economy trade investment finance energy nuclear minerals transport agriculture water
environment industry digital science space education culture tourism sport health labour migration consular
human_rights law parliament humanitarian development religion media disarmament
"""


def test_every_country_of_iso_3166_has_a_name_and_but_for_antarctica_a_region() -> None:
    rows = countries()
    assert len(rows) == 250
    assert all(row["name"] and row["official_name"] and row["alpha3"] for row in rows)
    assert [row["country_code"] for row in rows if not row["region"] or not row["subregion"]] == ["AQ"]
    by_code = {row["country_code"]: row for row in rows}
    assert by_code["KZ"]["subregion"] == "Central Asia"
    assert by_code["GB"]["subregion"] == "Northern Europe"
    assert by_code["BO"]["name"] == "Bolivia"


def test_the_regions_are_those_of_m49() -> None:
    regions = {row["region"] for row in countries() if row["region"]}
    assert regions == {"Africa", "Americas", "Asia", "Europe", "Oceania"}
    assert len({row["subregion"] for row in countries() if row["subregion"]}) == 22


def test_the_topics_are_those_of_the_labels() -> None:
    assert [row["topic_id"] for row in topics()] == TOPICS.split()
    assert all(row["label"] for row in topics())


def test_a_topic_is_a_concept_of_eurovoc_of_its_own_or_none() -> None:
    addresses = [row["eurovoc_uri"] for row in topics() if row["eurovoc_uri"]]
    assert len(addresses) == len(set(addresses)) == 32
    assert all(re.fullmatch(r"http://eurovoc\.europa\.eu/\d+", address) for address in addresses)
