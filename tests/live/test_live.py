"""The live sites give listings and releases; run by `make test LIVE=1` where there is a web."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipelines.home import live_sources
from pipelines.model import Verdict
from pipelines.source import Source
from tests.live.conftest import Seen

pytestmark = [
    pytest.mark.live,
    pytest.mark.parametrize("source", live_sources().sources.values(), ids=lambda source: source.source_id),
]

Look = Callable[[Source], Seen]
_ENOUGH_CHARS = 100


def test_the_listing_is_a_page(source: Source, look: Look) -> None:
    seen = look(source)
    assert seen.listing.verdict is Verdict.PAGE, f"{seen.listing.url}: {seen.reason}"


def test_the_listing_names_enough_releases(source: Source, look: Look) -> None:
    assert len(look(source).entries) >= source.listing.at_least, look(source).reason


def test_the_newest_release_is_read_by_its_selectors(source: Source, look: Look) -> None:
    assert look(source).outcome in {"release", "skipped", "redirect", "gone"}, look(source).reason


@pytest.mark.parametrize("field", ["title", "published_on", "language", "body"])
def test_the_newest_release_has_the_field(source: Source, look: Look, field: str) -> None:
    document = look(source).document
    if document is None:
        pytest.skip(f"no release: {look(source).outcome or look(source).reason}")
    value = getattr(document, field)
    assert value
    if field == "language":
        assert value == source.language
    if field == "body":
        assert len(value) > _ENOUGH_CHARS
