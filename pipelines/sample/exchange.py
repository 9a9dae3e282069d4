"""What the sample site is asked and what it answers: plain values, so that each shape is a pure function.

What belongs here: a request, a reply, and the few kinds of reply that all shapes give. What does not: sockets,
and what any one ministry's pages look like.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from email.utils import format_datetime, parsedate_to_datetime
from typing import TYPE_CHECKING, Protocol
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Ask:
    """One request: where to, with which headers (names in lower case), and how many came before it."""

    path: str
    query: Mapping[str, list[str]] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    number: int = 0

    @classmethod
    def of(cls, target: str, headers: Mapping[str, str], number: int) -> Ask:
        """Read the target of a request line, such as `/eng/society/?page=2`."""
        parts = urlsplit(target)
        query = parse_qs(parts.query, keep_blank_values=True)
        return cls(parts.path, query, {name.lower(): value for name, value in headers.items()}, number)

    @property
    def page_no(self) -> int:
        """The page of a listing that is asked for, from 1; what is no such number means the first."""
        stated = self.query.get("page", ["1"])[-1]
        return max(1, int(stated)) if stated.isascii() and stated.isdigit() else 1


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer, ready to be sent."""

    status: int
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


class Shape(Protocol):
    """One ministry's site: its host, and what it answers."""

    @property
    def host(self) -> str:
        """The name in the `Host` header under which the site is reached."""

    def answer(self, ask: Ask) -> Reply:
        """Answer one request; the same request and number give the same reply."""


def page_reply(body: str | bytes, content_type: str = HTML, status: int = 200) -> Reply:
    """Answer with a page or a text."""
    content = body if isinstance(body, bytes) else body.encode("utf-8", "xmlcharrefreplace")
    return Reply(status, content, (("Content-Type", content_type),))


def json_reply(value: object, status: int = 200) -> Reply:
    """Answer with JSON, as GOV.UK sends it."""
    body = json.dumps(value, ensure_ascii=False).encode()
    return Reply(status, body, (("Content-Type", "application/json; charset=utf-8"),))


def missing_reply(what: str) -> Reply:
    """Answer that there is no such address."""
    return page_reply(f"Not found: {what}\n", "text/plain; charset=utf-8", 404)


def conditional(ask: Ask, reply: Reply, changed_at: datetime | None = None) -> Reply:
    """Add the validators to a reply, and answer 304 without a body when the client holds this very reply.

    `If-None-Match` goes before `If-Modified-Since`, as RFC 9110 section 13.2.2 says.
    """
    etag = f'"{hashlib.sha256(reply.body).hexdigest()[:20]}"'
    validators: tuple[tuple[str, str], ...] = (("ETag", etag),)
    if changed_at is not None:
        validators += (("Last-Modified", format_datetime(changed_at, usegmt=True)),)
    if _holds(ask, etag, changed_at):
        return Reply(304, b"", validators)
    return replace(reply, headers=reply.headers + validators)


def _holds(ask: Ask, etag: str, changed_at: datetime | None) -> bool:
    held_tags = ask.headers.get("if-none-match")
    if held_tags is not None:
        return etag in {tag.strip().removeprefix("W/") for tag in held_tags.split(",")}
    held_since = ask.headers.get("if-modified-since")
    if held_since is None or changed_at is None:
        return False
    try:
        return changed_at.replace(microsecond=0) <= parsedate_to_datetime(held_since)
    except ValueError:
        return False  # a date that cannot be read is ignored, RFC 9110 section 13.1.3
