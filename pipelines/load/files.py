"""The SQL files: folder = schema, file = table.

What belongs here: finding them, saying in which order they depend on each other, taking them apart into statements.
What does not: running them against data (builder.py) or judging what checks return (checks.py).
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from graphlib import TopologicalSorter
from pathlib import Path

SQL_FOLDER = Path(__file__).parents[2] / "sql"
TABLE_SCHEMAS = ("main", "mart", "ops")

_TEXT_OR_COMMENT = re.compile(r"'(?:[^']|'')*'|--[^\n]*")
_QUALIFIED = re.compile(r"\b(main|mart|ops|incoming)\.(\w+)")


@dataclass(frozen=True)
class SqlFile:
    """One file under `sql/`; `name` is `schema.table`."""

    path: Path

    @property
    def schema(self) -> str:
        """The folder."""
        return self.path.parent.name

    @property
    def name(self) -> str:
        """What the file makes, as `schema.table`."""
        return f"{self.schema}.{self.path.stem}"

    @cached_property
    def text(self) -> str:
        """The whole file."""
        return self.path.read_text(encoding="utf-8")

    @property
    def sentence(self) -> str:
        """The first line without its dashes: what a row is, what a check holds, or the question."""
        return self.text.partition("\n")[0].removeprefix("--").strip()

    @property
    def makes_macro(self) -> bool:
        """Whether the file makes a macro, which has no rows, rather than a table or a view."""
        return bool(re.search(r"^create (or replace )?macro", self.text, re.MULTILINE))

    def note(self, key: str) -> str | None:
        """The value of a line `-- key: value`, or None when the file has no such line."""
        found = re.search(rf"^-- {re.escape(key)}: *(.+)$", self.text, re.MULTILINE)
        return found[1].strip() if found else None

    def names(self) -> set[str]:
        """Every `schema.table` that the code of the file names, comments and quoted words aside."""
        code = _TEXT_OR_COMMENT.sub(" ", self.text)
        return {".".join(found) for found in _QUALIFIED.findall(code)}


def sql_files(*schemas: str) -> list[SqlFile]:
    """The files of these schemas, sorted by path."""
    return [SqlFile(path) for schema in schemas for path in sorted((SQL_FOLDER / schema).glob("*.sql"))]


def lineage(*schemas: str) -> dict[str, set[str]]:
    """What each table of these schemas (all published ones unless named) is made of, tables of the same schemas only.

    Returns `{"main.release": {"ops.page"}, …}`, every table being a key.
    """
    files = {file.name: file for file in sql_files(*(schemas or TABLE_SCHEMAS))}
    return {name: (file.names() & files.keys()) - {name} for name, file in files.items()}


def ordered_files(*schemas: str) -> list[SqlFile]:
    """The files of these schemas, each after those that it reads; the same order on every machine.

    Raises:
        graphlib.CycleError: when two files read each other.
    """
    files = {file.name: file for file in sql_files(*schemas)}
    graph = {name: sorted(needed) for name, needed in sorted(lineage(*schemas).items())}
    return [files[name] for name in TopologicalSorter(graph).static_order()]


def definition_sha256(version: str) -> str:
    """Fingerprint of all that makes rows, `version` included: when it changes, they must be made from nothing."""
    digest = hashlib.sha256(version.encode())
    for file in sql_files("incoming", *TABLE_SCHEMAS):
        digest.update(f"{file.name}\0{file.text}\0".encode())
    return digest.hexdigest()
