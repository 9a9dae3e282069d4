"""The published file as it lies there: its name, and what the next build takes over from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa

from pipelines.load.errors import PublishedFileError

if TYPE_CHECKING:
    from pathlib import Path

PUBLISHED_NAME = "communique.duckdb"

_BUILD_SCHEMA = pa.schema({"build_id": pa.string(), "definition_sha256": pa.string()})


@dataclass(frozen=True, slots=True)
class History:
    """The builds so far, and the definition of the tables that the last of them used; None before the first."""

    builds: pa.Table
    definition_sha256: str | None


def read_history(published: Path) -> History:
    """Read `ops.build` of the published file; an empty history when there is no file.

    Raises:
        PublishedFileError: the file is damaged, or is not a warehouse of ours.
    """
    if not published.exists():
        return History(_BUILD_SCHEMA.empty_table(), None)
    try:
        with duckdb.connect(str(published), read_only=True) as connection:
            connection.execute("set timezone = 'UTC'")
            builds = connection.execute("select * from ops.build order by started_at").to_arrow_table()
    except duckdb.Error as error:
        raise PublishedFileError(
            f"{published} cannot be read as a warehouse ({error}); it can be made again from the archive:"
            " move it away, then build again"
        ) from error
    definitions = builds["definition_sha256"].to_pylist()
    return History(builds, definitions[-1] if definitions else None)
