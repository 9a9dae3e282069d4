"""The checks: one file under `sql/checks` each, which returns the rows that offend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipelines.load.files import SqlFile, sql_files

if TYPE_CHECKING:
    import duckdb

_SAMPLE_ROWS = 5


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one check found; `rows` holds the first few offending rows."""

    name: str
    sentence: str
    severity: str  # error, warn
    row_count: int
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    @property
    def passed(self) -> bool:
        """No row offends."""
        return self.row_count == 0


def check_files() -> list[SqlFile]:
    """Every check, sorted by name."""
    return sql_files("checks")


def run_checks(connection: duckdb.DuckDBPyConnection) -> list[CheckResult]:
    """Run every check on the opened warehouse."""
    return [run_check(connection, file) for file in check_files()]


def run_check(connection: duckdb.DuckDBPyConnection, file: SqlFile) -> CheckResult:
    """Run one check.

    Raises:
        ValueError: the file does not say `-- severity: error` or `-- severity: warn`.
    """
    severity = file.note("severity")
    if severity not in ("error", "warn"):
        raise ValueError(f"{file.path} must say `-- severity: error` or `-- severity: warn` in its second line")
    cursor = connection.execute(file.text)
    columns = tuple(column[0] for column in cursor.description or ())
    rows = cursor.fetchall()
    return CheckResult(
        name=file.path.stem,
        sentence=file.sentence,
        severity=severity,
        row_count=len(rows),
        columns=columns,
        rows=tuple(rows[:_SAMPLE_ROWS]),
    )
