"""Replies of GOV.UK's Search API, after `alphagov/search-api`, `docs/using-the-search-api.md`.

It lists documents in English only, ordered by their last major update, and goes on naming some that have since gone
or given way to others. A parameter that it does not know is an error.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from pipelines.sample.exchange import Reply, json_reply
from pipelines.sample.govuk_content import ORGANISATION, ORGANISATION_SLUG, slug_of, stamp
from pipelines.sample.govuk_release import SPEECHES, GovukRelease

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SUPERGROUP = "news_and_communications"
MOST = 1500
COUNT = 10
PLAIN = {"q", "order", "count", "start", "fields", "c"}
FILTERS = (
    "organisations",
    "people",
    "world_locations",
    "format",
    "content_store_document_type",
    "content_purpose_supergroup",
    "content_purpose_subgroup",
    "public_timestamp",
)
DEFAULT_FIELDS = (
    "title",
    "description",
    "link",
    "slug",
    "format",
    "public_timestamp",
    "organisations",
    "world_locations",
)


class UnprocessableError(ValueError):
    """A request that the Search API answers with 422; the message is its own."""


def search_reply(query: Mapping[str, list[str]], releases: Sequence[GovukRelease]) -> Reply:
    """Answer a search with the matching documents, or with 422 and what is wrong."""
    asked = {name.removesuffix("[]"): _values(values) for name, values in query.items()}
    try:
        return json_reply(_found(asked, releases))
    except UnprocessableError as error:
        return json_reply({"error": str(error)}, 422)


def _found(asked: Mapping[str, list[str]], releases: Sequence[GovukRelease]) -> dict[str, object]:
    rows = [_row(release) for release in releases if release.locale == "en"]
    known = PLAIN | {f"filter_{name}" for name in FILTERS}
    if unknown := [name for name in asked if name not in known]:
        raise UnprocessableError(f"Unexpected parameters: {', '.join(unknown)}")
    for name, values in asked.items():
        if name.startswith("filter_"):
            rows = [row for row in rows if _matches(row, name.removeprefix("filter_"), values)]
    rows = _ordered(rows, asked.get("order", [""])[-1])
    start, count = _whole(asked, "start", 0), _whole(asked, "count", COUNT)
    if count > MOST:
        raise UnprocessableError(f"Maximum result set size (as specified in 'count') is {MOST}")
    fields = asked.get("fields") or list(DEFAULT_FIELDS)
    return {
        "results": [_result(row, fields) for row in rows[start : start + count]],
        "total": len(rows),
        "start": start,
        "aggregates": {},
        "suggested_queries": [],
        "suggested_autocomplete": [],
        "es_cluster": "A",
    }


def _row(release: GovukRelease) -> dict[str, object]:
    """Write all that the index holds of a document."""
    return {
        "title": release.title,
        "description": release.summary,
        "link": release.path,
        "slug": release.path.rpartition("/")[2],
        "format": release.document_type,
        "content_id": release.id,
        "content_store_document_type": release.document_type,
        "content_purpose_supergroup": SUPERGROUP,
        "content_purpose_subgroup": "speeches_and_statements" if release.document_type in SPEECHES else "news",
        "public_timestamp": stamp(release.public_updated_at),
        "first_published_at": stamp(release.published_at),
        "updated_at": stamp(release.changed_at),
        "is_historic": False,
        "organisations": [
            {
                "title": ORGANISATION,
                "slug": ORGANISATION_SLUG,
                "link": f"/government/organisations/{ORGANISATION_SLUG}",
            }
        ],
        "people": [{"title": name, "slug": slug_of(name)} for name in release.people],
        "world_locations": [
            {"title": name, "slug": slug_of(name), "link": f"/world/{slug_of(name)}"}
            for name in release.world_locations
        ],
    }


def _matches(row: Mapping[str, object], name: str, wanted: Sequence[str]) -> bool:
    held = row[name]
    if name == "public_timestamp":
        bounds = dict(one.partition(":")[::2] for one in wanted)
        day = str(held)[:10]
        return bounds.get("from", day) <= day <= bounds.get("to", day)
    if isinstance(held, list):
        return any(one["slug"] in wanted for one in held)
    return str(held) in wanted


def _ordered(rows: Sequence[dict[str, object]], order: str) -> list[dict[str, object]]:
    """Order by `public_timestamp`, with a minus the newest first; without an order as the search likes."""
    if order not in {"", "public_timestamp", "-public_timestamp"}:
        raise UnprocessableError(f'"{order}" is not a valid sort field')
    if not order:
        return sorted(rows, key=lambda row: str(row["slug"]))
    return sorted(rows, key=_timestamp, reverse=order.startswith("-"))


def _timestamp(row: Mapping[str, object]) -> datetime:
    return datetime.fromisoformat(str(row["public_timestamp"]))


def _result(row: Mapping[str, object], fields: Sequence[str]) -> dict[str, object]:
    result = {name: row[name] for name in fields if name in row}
    index = {"index": "govuk", "es_score": None, "_id": row["link"], "elasticsearch_type": row["format"]}
    return result | index | {"document_type": "edition"}


def _values(values: Sequence[str]) -> list[str]:
    return [part for value in values for part in value.split(",") if part]


def _whole(asked: Mapping[str, list[str]], name: str, default: int) -> int:
    stated = asked.get(name, [str(default)])[-1:]
    if not stated or not (stated[0].isascii() and stated[0].isdigit()):
        raise UnprocessableError(
            f'Invalid value "{"".join(stated)}" for parameter "{name}" (expected positive integer)'
        )
    return int(stated[0])
