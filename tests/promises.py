"""What the documents tell people to type, to set and to look for, and the source of the test that a promise names."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "pipelines/extract/lexicons/README.md", "warehouse/README.md")

_PROGRAMS = (
    r"make|communique|\.venv/bin/\w+|docker|systemctl|systemd-analyze|uv|npm|duckdb|dagster-daemon|build|ls|export"
)
_COMMAND = re.compile(rf"(?:[A-Z_]+=(?:'[^']*'|\S+) )*(?:{_PROGRAMS}) \S")
_FENCE = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)
_SPAN = re.compile(r"(?<!`)`([^`]+)`(?!`)")
_SETTING = re.compile(r"\b(?:COMMUNIQUE|DAGSTER|POSTGRES)_[A-Z_]+\b|\b(?:PORT|LIVE)(?==)")
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
_PATH = re.compile(r"[\w.*$<>-]*/[\w./*$<>-]*|[\w.-]+\.(?:toml|yaml|json|py|csv|duckdb|env|sql|md)")


def promised() -> dict[str, set[str]]:
    """Commands, settings, options, paths and keys of all documents."""
    found: dict[str, set[str]] = {kind: set() for kind in ("command", "setting", "option", "path", "key")}
    for name in DOCUMENTS:
        text = (ROOT / name).read_text(encoding="utf-8")
        lines = [line for language, block in _FENCE.findall(text) if language == "sh" for line in block.splitlines()]
        prose = _FENCE.sub("", text)
        lines += re.findall(r"^    \$ (.+)$", prose, re.MULTILINE)
        spans = [" ".join(span.split()) for span in _SPAN.findall(prose)]
        commands = {as_typed(line) for line in lines} | {as_typed(span) for span in spans if _COMMAND.match(span)}
        found["command"] |= commands
        found["setting"] |= set(_SETTING.findall(text))
        found["option"] |= set(_OPTION.findall("\n".join([*commands, *spans])))
        found["path"] |= {span for span in spans if _PATH.fullmatch(span)} - {"/server_info"}
        found["path"] |= {link for link in re.findall(r"\]\(([^)#]+)\)", prose) if "://" not in link}
        found["key"] |= {key for language, block in _FENCE.findall(text) if language == "toml" for key in _keys(block)}
    return found


def as_typed(line: str) -> str:
    """A command without its comment, and without the folder of a program."""
    return re.sub(r"(^| )\.venv/bin/", r"\1", re.sub(r"\s+#.*$", "", line)).strip()


def _keys(toml: str) -> Iterator[str]:
    for name, value in tomllib.loads(toml).items():
        yield from ([f"{name}.{key}" for key in value] if isinstance(value, dict) else [name])


def source_of(test: str) -> str:
    """The statements of a test with all that it uses from the tests' own modules, without comments and docstrings."""
    path, _, name = test.partition("::")
    seen: dict[tuple[Path, str], ast.stmt] = {}
    _gather(ROOT / path, name, seen)
    if not seen:
        raise LookupError(f"there is no test {test}")
    return "\n".join(map(ast.unparse, seen.values()))


def _gather(path: Path, name: str, seen: dict[tuple[Path, str], ast.stmt]) -> None:
    """Add what a name stands for in a module, and what that uses; fixtures are used by the names of arguments."""
    defined, imported = _names_of(path)
    if name in imported:
        _gather(*imported[name], seen)
    elif name in defined and (path, name) not in seen:
        seen[path, name] = defined[name]
        nodes = list(ast.walk(defined[name]))
        used = [node.id for node in nodes if isinstance(node, ast.Name)]
        used += [node.arg for node in nodes if isinstance(node, ast.arg)]
        for one in used:
            _gather(path, one, seen)


@cache
def _names_of(path: Path) -> tuple[dict[str, ast.stmt], dict[str, tuple[Path, str]]]:
    """What a module of the tests defines, and what it has from others of them."""
    defined: dict[str, ast.stmt] = {}
    imported: dict[str, tuple[Path, str]] = {}
    for statement in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(statement, ast.FunctionDef | ast.ClassDef):
            defined[statement.name] = _without_words(statement)
        elif isinstance(statement, ast.Assign | ast.AnnAssign):
            for node in ast.walk(statement):
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                    defined[node.id] = statement
        elif isinstance(statement, ast.ImportFrom) and (statement.module or "").startswith("tests."):
            module = ROOT.joinpath(*(statement.module or "").split("."))
            for alias in statement.names:
                imported[alias.asname or alias.name] = (module.with_suffix(".py"), alias.name)
    return defined, imported


def _without_words(statement: ast.FunctionDef | ast.ClassDef) -> ast.stmt:
    for node in ast.walk(statement):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    return statement
