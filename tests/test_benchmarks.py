"""The benchmarks of the README run and tell their figures; here on little, where the figures mean nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.prove

ROOT = Path(__file__).parents[1]


def measure(name: str, *arguments: str, hurried: str = "pass") -> str:
    """What a benchmark prints, with something of it changed so that it is soon done."""
    program = f"import benchmarks.{name} as it\nif __name__ == '__main__':\n    {hurried}\n    it.main()\n"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_readers_are_measured() -> None:
    pytest.importorskip("newspaper", reason="the group `bench` is not installed: make bench")
    assert "trafilatura" in measure("parse", hurried="it._ROUNDS = 1")
    assert "time beside bare tokenisation" in measure("extract", hurried="it._best.__defaults__ = (1,)")


def test_the_cost_of_dagster_is_measured() -> None:
    assert "with Dagster" in measure("operate", hurried="it._ROUNDS = 1")


def test_days_of_ticks_are_simulated() -> None:
    assert "12 ticks" in measure("months", "2", hurried="it._HOURS = 6")


def test_the_build_is_measured() -> None:
    pytest.importorskip("dlt", reason="the group `bench` is not installed: make bench")
    assert "20 new s" in measure("warehouse", "300")
