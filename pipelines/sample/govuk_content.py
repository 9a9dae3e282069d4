"""Documents of GOV.UK's Content API: field names and habits after `alphagov/publishing-api`, `content_schemas`.

A major edit bears a note in `change_history` and moves `public_updated_at`; a minor one does neither, only `updated_at`
and the wording tell of it.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from pipelines.sample.releases import happened

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from pipelines.sample.govuk_release import Gone, GovukRelease, Redirect, Withdrawn

SITE = "https://gov-uk.example"
ORGANISATION = "Foreign, Commonwealth & Development Office"
ORGANISATION_SLUG = "foreign-commonwealth-development-office"


def content_of(release: GovukRelease, siblings: Sequence[GovukRelease], as_of: date | None) -> dict[str, object]:
    """Write the document as the Content API gives it; `siblings` are all its language versions."""
    withdrawn = release.withdrawn
    is_withdrawn = withdrawn is not None and happened(withdrawn.at, as_of)
    changed_at = withdrawn.at if withdrawn is not None and is_withdrawn else release.changed_at
    return {
        "analytics_identifier": None,
        "base_path": release.path,
        "content_id": release.id,
        "document_type": release.document_type,
        "first_published_at": stamp(release.published_at),
        "locale": release.locale,
        "phase": "live",
        "public_updated_at": stamp(release.public_updated_at),
        "publishing_app": "whitehall",
        "rendering_app": "frontend",
        "schema_name": release.schema_name,
        "title": release.title,
        "description": release.summary,
        "updated_at": stamp(changed_at),
        "withdrawn_notice": _withdrawn_notice(withdrawn) if withdrawn is not None and is_withdrawn else {},
        "publishing_request_id": None,
        "details": _details(release),
        "links": _links(release, siblings),
    }


def gone_content(release: GovukRelease, gone: Gone) -> dict[str, object]:
    """Write what the Content API says, with status 410, of a document that was unpublished."""
    return _husk(release, gone.at, "gone") | {
        "details": {"explanation": _govspeak([gone.explanation]), "alternative_path": gone.alternative_path},
    }


def redirect_content(release: GovukRelease, redirect: Redirect) -> dict[str, object]:
    """Write what the Content API says, with status 200, of a document that gave way to another."""
    return _husk(release, redirect.at, "redirect") | {
        "details": {},
        "redirects": [{"path": release.path, "type": "exact", "destination": redirect.destination}],
    }


def stamp(at: datetime) -> str:
    """Write a time as GOV.UK does, such as `2025-02-13T11:02:00.000+00:00`."""
    return at.isoformat(timespec="milliseconds")


def _husk(release: GovukRelease, at: datetime, kind: str) -> dict[str, object]:
    return {
        "base_path": release.path,
        "content_id": None,
        "locale": release.locale,
        "title": None,
        "description": None,
        "document_type": kind,
        "schema_name": kind,
        "publishing_app": "whitehall",
        "public_updated_at": stamp(at),
        "updated_at": stamp(at),
        "withdrawn_notice": {},
        "links": {},
    }


def _withdrawn_notice(withdrawn: Withdrawn) -> dict[str, object]:
    return {"explanation": _govspeak([withdrawn.explanation]), "withdrawn_at": stamp(withdrawn.at)}


def _details(release: GovukRelease) -> dict[str, object]:
    notes = [(release.published_at, "First published.")]
    notes += [(edit.at, edit.note) for edit in release.edits if edit.note is not None]
    details: dict[str, object] = {
        "attachments": [],
        "body": _govspeak(release.paragraphs),
        "change_history": [{"note": note, "public_timestamp": stamp(at)} for at, note in reversed(notes)],
        "emphasised_organisations": [_content_id(f"/government/organisations/{ORGANISATION_SLUG}")],
        "first_public_at": stamp(release.published_at),
        "images": [],
        "political": release.document_type != "world_news_story",
        "tags": {"browse_pages": [], "policies": []},
    }
    if release.speech is not None:
        details["delivered_on"] = stamp(release.speech.delivered_on)
        details["location"] = release.speech.location
        details["speech_type_explanation"] = "Transcript of the speech, exactly as it was delivered"
    return details


def _links(release: GovukRelease, siblings: Sequence[GovukRelease]) -> dict[str, object]:
    translations = [_translation(one) for one in sorted(siblings, key=lambda one: one.locale)]
    organisation = _link(f"/government/organisations/{ORGANISATION_SLUG}", ORGANISATION, "organisation")
    links: dict[str, object] = {
        "available_translations": translations,
        "people": [_named("people", name, "person") for name in release.people],
        "world_locations": [_location(name) for name in release.world_locations],
    }
    if release.speech is not None:
        links["speaker"] = [_named("people", release.speech.speaker, "person")]
    if release.worldwide_organisations:  # world news has these and no organisations
        links["worldwide_organisations"] = [
            _named("world/organisations", name, "worldwide_organisation") for name in release.worldwide_organisations
        ]
        return links
    return links | {"organisations": [organisation], "primary_publishing_organisation": [organisation]}


def _translation(release: GovukRelease) -> dict[str, object]:
    link = _link(release.path, release.title, release.schema_name, release.locale)
    return link | {"content_id": release.id, "document_type": release.document_type}


def _named(folder: str, name: str, schema: str) -> dict[str, object]:
    bare = re.sub(r"^The Rt Hon (?:Sir )?|\b (?:MP|KC|OBE|CMG)\b", "", name)
    return _link(f"/government/{folder}/{slug_of(bare)}", name, schema)


def _location(name: str) -> dict[str, object]:
    return {
        "content_id": _content_id(f"/world/{slug_of(name)}"),
        "title": name,
        "locale": "en",
        "schema_name": "world_location",
        "document_type": "world_location",
        "links": {},
    }


def _link(path: str, title: str, schema: str, locale: str = "en") -> dict[str, object]:
    return {
        "api_path": f"/api/content{path}",
        "api_url": f"{SITE}/api/content{path}",
        "base_path": path,
        "content_id": _content_id(path),
        "document_type": schema,
        "links": {},
        "locale": locale,
        "schema_name": schema,
        "title": title,
        "web_url": f"{SITE}{path}",
        "withdrawn": False,
    }


def _content_id(path: str) -> str:
    return str(uuid5(NAMESPACE_URL, SITE + path))


def slug_of(name: str) -> str:
    """Write a name as it stands in addresses."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _govspeak(blocks: Sequence[str]) -> str:
    """Render blocks: `## ` opens a heading, `- ` the lines of a list, `> ` a quotation, else a paragraph."""
    return f'<div class="govspeak">{"".join(_block(block) for block in blocks)}</div>'


def _block(block: str) -> str:
    if block.startswith("## "):
        heading = block.removeprefix("## ")
        return f'<h2 id="{slug_of(heading)}">{escape(heading)}</h2>\n\n'
    if block.startswith("- "):
        lines = [line.removeprefix("- ") for line in block.splitlines()]
        items = "".join(f"  <li>{escape(line)}</li>\n" for line in lines)
        return f"<ul>\n{items}</ul>\n\n"
    if block.startswith("> "):
        return f"<blockquote>\n  <p>{escape(block.removeprefix('> '))}</p>\n</blockquote>\n\n"
    return f"<p>{escape(block)}</p>\n\n"
