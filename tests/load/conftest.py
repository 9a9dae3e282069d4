"""Warehouses that several tests look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.load.annals import annals
from tests.load.engagements import eventful_archive
from tests.load.hand_made import Archive, small_archive

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """The small archive, not built yet."""
    return small_archive(tmp_path)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The small archive, built; not to be changed."""
    archive = small_archive(tmp_path_factory.mktemp("home"))
    archive.build()
    return archive


@pytest.fixture(scope="session")
def eventful(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The small archive and releases full of facts, built; not to be changed."""
    archive = eventful_archive(tmp_path_factory.mktemp("eventful"))
    archive.build()
    return archive


@pytest.fixture(scope="session")
def told_years(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Three years of two ministries, built; not to be changed."""
    archive = annals(tmp_path_factory.mktemp("annals"))
    archive.build()
    return archive
