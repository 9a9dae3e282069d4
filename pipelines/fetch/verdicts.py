"""Verdicts: what a response turned out to be, judged before anything is parsed.

What belongs here: status, content type, first bytes and marker phrases. What does not: what the page says.
The phrases are data, in markers.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from http import HTTPStatus
from pathlib import Path

from pipelines.formats import Fetch
from pipelines.model import Verdict

_MARKED_BYTES = 65_536  # marker phrases stand near the top of such pages
_SHELL_CHARS = 150  # a title and a line that asks for JavaScript
_UNSEEN = re.compile(rb"<(script|style|noscript|svg|head)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(rb"<[^<>]*>")
_BINARY_STARTS = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}


@cache
def _markers() -> dict[Verdict, tuple[str, ...]]:
    words = tomllib.loads((Path(__file__).parent / "markers.toml").read_text(encoding="utf-8"))
    return {Verdict(name): tuple(phrase.lower() for phrase in phrases) for name, phrases in words.items()}


def judge(status: int, content_type: str, body: bytes, fetch: Fetch) -> tuple[Verdict, str | None]:
    """The verdict of a response and, unless it is a page, its reason in words."""
    return (
        _by_status(status)
        or _by_marker(status, body, fetch)
        or _by_failure(status)
        or _by_content(content_type, body, fetch)
        or (Verdict.PAGE, None)
    )


def _by_status(status: int) -> tuple[Verdict, str | None] | None:
    if status == HTTPStatus.NOT_MODIFIED:
        return Verdict.UNCHANGED, None
    if status in {404, 410}:
        return Verdict.GONE, f"status {status}"
    return None


def _by_marker(status: int, body: bytes, fetch: Fetch) -> tuple[Verdict, str | None] | None:
    top = body[:_MARKED_BYTES].decode("utf-8", "replace").lower()
    phrase = None if _may_pass(status) else _first_in(top, fetch.refusals)
    if phrase:
        return Verdict.BLOCKED, f"the page says {phrase!r}"
    for verdict, phrases in _markers().items():
        if status == HTTPStatus.OK and verdict is Verdict.CHALLENGE and len(body) > _MARKED_BYTES:
            continue  # challenge pages are small; a long page may merely load the same scripts
        phrase = _first_in(top, phrases)
        if phrase:
            return verdict, f"the page says {phrase!r}"
    phrase = _first_in(top, fetch.soft_errors)
    return (Verdict.SOFT_ERROR, f"the page says {phrase!r}") if phrase else None


def _first_in(top: str, phrases: Iterable[str]) -> str | None:
    return next((phrase for phrase in phrases if phrase.lower() in top), None)


def _may_pass(status: int) -> bool:
    return status in {408, 425, 429} or status >= HTTPStatus.INTERNAL_SERVER_ERROR


def _by_failure(status: int) -> tuple[Verdict, str | None] | None:
    if status in {401, 403, 407, 451}:
        return Verdict.BLOCKED, f"status {status}"
    if _may_pass(status):
        return Verdict.UNREACHABLE, f"status {status}"
    if status >= HTTPStatus.BAD_REQUEST:
        return Verdict.BROKEN, f"status {status}: the site does not understand the request"
    return None


def _by_content(content_type: str, body: bytes, fetch: Fetch) -> tuple[Verdict, str | None] | None:
    binary = next((name for start, name in _BINARY_STARTS.items() if body.startswith(start)), None)
    if binary or content_type.partition("/")[0] in {"image", "audio", "video", "font"}:
        return Verdict.BROKEN, f"is {binary or content_type}, not a text"
    if not body.strip():
        return Verdict.EMPTY, "the body is empty"
    if len(body) < fetch.at_least_bytes:
        return Verdict.EMPTY, f"{len(body)} bytes, where a page has at least {fetch.at_least_bytes}"
    if _is_shell(body):
        return Verdict.EMPTY, "a page of scripts without words: the text is only there in a browser"
    return None


def _is_shell(body: bytes) -> bool:
    """Whether a page is the empty frame of a single-page application."""
    if len(body) > _MARKED_BYTES or b"<script" not in body.lower():
        return False
    words = _TAG.sub(b" ", _UNSEEN.sub(b" ", body))
    return len(b" ".join(words.split())) < _SHELL_CHARS
