"""How results and progress look at a prompt, in a pipe and in a log."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

OUT, ERR = Console(), Console(stderr=True)
_PIPE_WIDTH = 160


def warn(words: str) -> None:
    """Say on standard error what went wrong and stops nothing."""
    ERR.print(f"warning: {words}", highlight=False, soft_wrap=True, markup=False)


def progress() -> Progress:
    """Bars on standard error, where a person watches; nothing elsewhere."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=ERR, transient=True, disable=not ERR.is_terminal)


def show(table: Table) -> None:
    """Print a table, in a pipe or a file as wide as it needs."""
    if not OUT.is_terminal:
        OUT.width = _PIPE_WIDTH
    OUT.print(table)


def table(columns: list[str], rows: list[tuple[Any, ...]], title: str | None = None) -> Table:
    """Rows under their names; nothing where a value is missing."""
    made = Table(title=title, title_justify="left")
    for column in columns:
        made.add_column(column, overflow="fold")
    for row in rows:
        made.add_row(*("" if value is None else str(value) for value in row))
    return made
