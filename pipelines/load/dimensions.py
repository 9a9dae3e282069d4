"""The rows of tables that no release fills: countries and topics.

Countries come from pycountry (ISO 3166-1), their regions from `country_region.csv` (UN M49, geographic regions;
Antarctica has none; Taiwan, which M49 does not list, stands where it lies). `country_beside.csv` holds the code that is
in use beside ISO 3166-1, among those that the standard leaves to users. Topics come from `topic.csv`, each with the
EuroVoc domain (100142 to 100162) or else concept that means the same; security and consular matters have none.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pycountry

_FOLDER = Path(__file__).parent


def countries() -> list[dict[str, str | None]]:
    """One dictionary for each country, with the columns of the table `country`, sorted by code."""
    regions = {row["country_code"]: row for row in _rows("country_region.csv")}
    standard = [
        {
            "country_code": country.alpha_2,
            "alpha3": country.alpha_3,
            "name": getattr(country, "common_name", country.name),
            "official_name": getattr(country, "official_name", country.name),
            "region": regions[country.alpha_2]["region"],
            "subregion": regions[country.alpha_2]["subregion"],
        }
        for country in pycountry.countries
    ]
    return sorted([*standard, *_rows("country_beside.csv")], key=lambda row: str(row["country_code"]))


def topics() -> list[dict[str, str | None]]:
    """One dictionary for each topic code, with the columns of the table `topic`, in the order of the file."""
    return _rows("topic.csv")


def _rows(name: str) -> list[dict[str, str | None]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return [{key: value or None for key, value in row.items()} for row in csv.DictReader(file)]
