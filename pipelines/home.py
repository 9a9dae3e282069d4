"""Where the data lives, and which sources may have brought it."""

from __future__ import annotations

import os
from pathlib import Path

from pipelines.source import SOURCES, Source, SourceFolder, load_source, load_sources

_CHECKOUT = Path(__file__).parents[1]
_SAMPLE = Path(__file__).parent / "sample"


def warehouse_home() -> Path:
    """The folder of archive, readings and published file: COMMUNIQUE_HOME, else the checkout's `warehouse/`."""
    return Path(os.environ.get("COMMUNIQUE_HOME") or _CHECKOUT / "warehouse").resolve()


def live_sources() -> SourceFolder:
    """The sources that are read from the web."""
    return load_sources(SOURCES)


def sample_sources() -> SourceFolder:
    """The sources that the sample site serves."""
    return load_sources(_SAMPLE / "sources")


def folder_source() -> SourceFolder:
    """The source that stands for any folder of releases."""
    source = load_source(_SAMPLE / "folder.toml")
    return SourceFolder({source.source_id: source}, {})


def known_sources() -> dict[str, Source]:
    """All of them that can be used: what an archive may hold."""
    return {**live_sources().sources, **sample_sources().sources, **folder_source().sources}
