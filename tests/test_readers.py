"""Each client that the README shows reads the published file, with the lines that the README shows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pytest
import sqlalchemy as sa

from pipelines.build import resolving_version
from pipelines.load.builder import open_builder
from tests.road import ask, build_all, collect_sample

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
READERS = README.partition("\n## Readers\n")[2].partition("\n## ")[0]
SNIPPETS = dict(re.findall(r"\n### (.+?)\n.*?```python\n(.*?)```", READERS, re.DOTALL))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample published under `warehouse/`, as in a checkout."""
    folder = tmp_path_factory.mktemp("checkout")
    collect_sample(folder / "warehouse")
    build_all(folder / "warehouse")
    return folder


def test_every_reader_is_shown() -> None:
    assert list(SNIPPETS) == ["DuckDB", "pandas", "Polars", "SQLAlchemy, and with it Superset"]


@pytest.mark.parametrize("reader", SNIPPETS)
def test_the_lines_of_the_readme_run_and_find_something(reader: str, folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", SNIPPETS[reader]],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) > 3, done.stdout


def test_pandas_and_polars_take_times_days_and_lists_as_what_they_are(folder: Path) -> None:
    copy = folder / "warehouse" / "parquet" / "mart" / "meetings.parquet"
    count = ask(folder / "warehouse", "select count(*) from mart.meetings")
    frame, polars = pd.read_parquet(copy), pl.read_parquet(copy)
    assert [(len(frame),)] == [(polars.height,)] == count
    assert polars.schema["start_on"] == pl.Date
    assert polars.schema["sides"] == pl.List(pl.String)
    releases = pd.read_parquet(copy.parents[1] / "main" / "release.parquet")
    assert str(releases["published_at"].dtype).startswith("datetime64[")
    assert str(releases["published_at"].dt.tz) == "UTC"


def test_sqlalchemy_lists_tables_marts_and_columns_as_a_bi_tool_asks_for_them(folder: Path) -> None:
    engine = sa.create_engine(f"duckdb:///{folder}/warehouse/communique.duckdb", connect_args={"read_only": True})
    seen = sa.inspect(engine)
    assert {"release", "event"} <= set(seen.get_table_names(schema="main"))
    assert {"meetings", "office_holders"} <= set(seen.get_view_names(schema="mart"))
    assert "published_on" in {column["name"] for column in seen.get_columns("release", schema="main")}
    engine.dispose()


def test_a_bi_tool_reads_through_sqlalchemy_while_builds_are_published(folder: Path) -> None:
    home = folder / "warehouse"
    publish(home, 0)
    tool = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", BI_TOOL, str(home / "communique.duckdb")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert tool.stdout
    for number in range(6):
        if number:
            publish(home, number)
        line = tool.stdout.readline()
        while line == f"build {number - 1}\n":
            line = tool.stdout.readline()
        assert line == f"build {number}\n", "each build is seen in its turn, and whole"
    _, errors = tool.communicate(input="enough", timeout=60)
    assert (tool.returncode, errors) == (0, "")


BI_TOOL = """
import select, sys
import sqlalchemy as sa
pooled = sa.create_engine(f"duckdb:///{sys.argv[1]}", connect_args={"read_only": True}, poolclass=sa.NullPool)
last, looks_after = False, 3
while looks_after:
    with pooled.connect() as connection:
        (one,) = connection.execute(sa.text("select distinct title from source_note")).scalars().all()
        assert connection.execute(sa.text("select count(*) from mart.meetings")).scalar_one() > 0
    print(one, flush=True)
    last = last or bool(select.select([sys.stdin], [], [], 0)[0])
    looks_after -= last
"""


def publish(home: Path, number: int) -> None:
    """Publish a build that differs in one value, in every row of a table of its own."""
    with open_builder(home, version=resolving_version({})) as build:
        build.connection.execute("create or replace table main.source_note as select '' as title from range(1000)")
        build.connection.execute("update main.source_note set title = ?", [f"build {number}"])
        build.publish()


@pytest.mark.prove
def test_node_reads_the_published_file(folder: Path, tmp_path: Path) -> None:
    (snippet,) = re.findall(r"\n### Node\n.*?```js\n(.*?)```", READERS, re.DOTALL)
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        pytest.skip("Node and npm are not installed")
    fetched = subprocess.run(
        [npm, "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(tmp_path), "@duckdb/node-api"],
        capture_output=True,
        text=True,
        check=False,
    )
    if fetched.returncode:
        pytest.skip(f"npm cannot install @duckdb/node-api here: {fetched.stderr[-200:]}")
    (tmp_path / "ask.mjs").write_text(snippet)
    done = subprocess.run([node, str(tmp_path / "ask.mjs")], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) > 3, done.stdout


@pytest.mark.prove
def test_duckdbs_own_prompt_reads_the_file(folder: Path, tmp_path: Path) -> None:
    fetched = subprocess.run(
        [*installer(), "--quiet", "--target", str(tmp_path), "--no-deps", f"duckdb-cli=={duckdb.__version__}"],
        capture_output=True,
        text=True,
        check=False,
    )
    if fetched.returncode:
        pytest.skip(f"duckdb-cli cannot be installed here: {fetched.stderr[-200:]}")
    (command,) = re.findall(r"`duckdb (-readonly .+?)`", READERS)
    done = subprocess.run(
        [tmp_path / "bin" / "duckdb", *command.split()],
        input="select count(*) > 40 as is_there from release;\n",
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "true" in done.stdout) == (0, True), done.stderr


@pytest.mark.prove
@pytest.mark.parametrize("release", ["1.2.0", "1.3.2", "1.4.4"])
def test_an_older_driver_reads_every_table_and_macro(folder: Path, tmp_path: Path, release: str) -> None:
    fetched = subprocess.run(
        [*installer(), "--quiet", "--target", str(tmp_path), "--no-deps", f"duckdb=={release}"],
        capture_output=True,
        text=True,
        check=False,
    )
    if fetched.returncode:
        pytest.skip(f"duckdb {release} cannot be installed here: {fetched.stderr[-200:]}")
    done = subprocess.run(
        [sys.executable, "-c", OLD_DRIVER, str(folder / "warehouse" / "communique.duckdb")],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    version, table_count = done.stdout.split()
    assert version == release
    assert int(table_count) > 50


def installer() -> list[str]:
    """Whatever installs packages here; an environment made by uv has no pip of its own."""
    uv = shutil.which("uv") or str(ROOT / ".tools" / "bin" / "uv")
    if Path(uv).exists():
        return [uv, "pip", "install", "--python", sys.executable]
    return [shutil.which("python3", path=os.defpath) or sys.executable, "-m", "pip", "install"]


OLD_DRIVER = """
import sys, duckdb
with duckdb.connect(sys.argv[1], read_only=True) as connection:
    names = connection.execute(
        "select schema_name || '.' || table_name from duckdb_tables() union all"
        " select schema_name || '.' || view_name from duckdb_views() where not internal"
    ).fetchall()
    for (name,) in names:
        connection.execute(f"from {name}").fetchall()
    assert connection.execute("from search('strategic dialogue')").fetchall()
    found = connection.execute("select e.text from figure f, evidence(f.release_id, f.sentence_no) e").fetchall()
    assert found
    print(duckdb.__version__, len(names))
"""
