"""What can go wrong when the warehouse is built or read; each message says what, where and what to do next.

LoadError
├── BuildFailedError       the disk, a part, a reading or a file under sql/ stopped the build
├── BuildRunningError      another builder holds the lock
├── ChecksFailedError      an error-level check returned rows, so nothing was published
├── CopiesFailedError      the tables are published, but their Parquet copies could not be made
├── PublishedFileError     the published file cannot be read, or is not a warehouse of ours
├── NotPublishedError      nothing has been published yet
└── QueryError             an analyst's SQL that DuckDB refuses
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipelines.load.checks import CheckResult


class LoadError(Exception):
    """Any failure of this layer that a person can do something about."""


class BuildFailedError(LoadError):
    """The disk, a part, a reading or a file under `sql/` stopped the build; the published file is as it was."""


class BuildRunningError(LoadError):
    """Another builder holds the lock."""


class ChecksFailedError(LoadError):
    """An error-level check returned rows, so nothing was published; `results` are those of all checks."""

    def __init__(self, message: str, results: list[CheckResult]) -> None:
        """Keep the results for whoever shows them."""
        super().__init__(message)
        self.results = results


class CopiesFailedError(LoadError):
    """The tables are published, but their Parquet copies could not be made; the old ones are as they were."""


class PublishedFileError(LoadError):
    """The published file cannot be read, or is not a warehouse of ours."""


class NotPublishedError(LoadError):
    """Nothing has been published yet."""


class QueryError(LoadError):
    """An analyst's SQL that DuckDB refuses."""
