"""What all tests share: sources made on the spot, and a client that waits for nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path

import pytest

from pipelines.fetch.client import PoliteClient, Politeness
from pipelines.source import Source, load_source
from tests.faults import FaultSite

HASTY = Politeness(read_seconds=0.6, deadline_seconds=1.2, first_wait_seconds=0.01, longest_wait_seconds=2.0)

SOURCE = """
name = "Test ministry"
issuer = "KZ"
language = "en"
timezone = "Asia/Almaty"
homepage = "https://ministry.example/"
terms = "None."
verified = false

[listing]
format = "html"
url = "https://ministry.example/news?page={page}"
links = '/news/(?P<id>\\d+)$'

[article]
format = "html"
title = "h1"
body = "div.body"
published = { at = "time", format = "%d.%m.%Y, %H:%M" }

[fetch]
delay_seconds = 0
at_least_bytes = 10
"""


@pytest.fixture
def write_source(tmp_path: Path) -> Callable[..., Path]:
    """Writes a source file, the usual one with some words replaced."""

    def write(*replacements: tuple[str, str], name: str = "test_ministry") -> Path:
        text = SOURCE
        for old, new in replacements:
            assert old in text, f"{old!r} is not in the usual source file"
            text = text.replace(old, new)
        path = tmp_path / f"{name}.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def source(write_source: Callable[..., Path]) -> Source:
    """A plain HTML source."""
    return load_source(write_source())


@pytest.fixture
def site() -> Iterator[FaultSite]:
    """A site whose answers a test chooses."""
    with FaultSite() as site:
        yield site


@pytest.fixture
def client(site: FaultSite) -> Iterator[PoliteClient]:
    """A client that reaches the site under the name ministry.example."""
    with PoliteClient(HASTY, routes={"ministry.example": site.origin}) as client:
        yield client


@pytest.hookimpl(trylast=True)  # what is deselected is gone by then
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let every worker begin with one of the longest tests; whoever is done takes over what waits behind another's."""
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    longest = sorted(filter(_minutes, items), key=_minutes, reverse=True)
    others = iter([item for item in items if not _minutes(item)])
    shares: list[list[pytest.Item]] = []
    for number in range(workers):  # of the size that pytest-xdist gives each in turn
        begun = longest[number :: 2 * workers] + longest[2 * workers - 1 - number :: 2 * workers]
        size = (len(items) - sum(map(len, shares))) // (workers - number)
        shares.append([*begun, *islice(others, size - len(begun))])
    items[:] = chain.from_iterable(shares)


def _minutes(item: pytest.Item) -> float:
    """How long a test takes, where that is marked."""
    marker = item.get_closest_marker("minutes")
    return float(marker.args[0]) if marker else 0.0
