"""What somebody sees and does in the Dagster UI that `make ui` opens, in a real browser."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from pipelines.sample.site import SampleSite
from tests import screenshots
from tests.browser import CHROMIUM, Ui, free_port, ui
from tests.road import ask

PAGES = "/assets/pages/sample_kazakhstan"
SCHEDULE = "/locations/communique/schedules/sample_kazakhstan_visit"


@pytest.mark.prove
@pytest.mark.minutes(3)
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed: apt-get install chromium")
def test_what_is_materialised_by_hand_and_what_a_tick_brings_is_seen_and_in_the_published_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port()
    with ui(tmp_path, f"http://127.0.0.1:{port}", COMMUNIQUE_SAMPLE_CRON="* * * * *") as shown:
        with SampleSite(as_of=date(2025, 2, 12), port=port):
            look_at_what_is_there(shown)
            shown.materialise(PAGES)
            shown.wait_for("the run by hand", lambda: shown.runs("__ASSET_JOB"))
            shown.wait_for("its first build", lambda: titles(tmp_path))
            look_at_what_was_made(shown)
            before = titles(tmp_path)
        by_hand = shown.runs("__ASSET_JOB")
        with SampleSite(port=port):  # the ministry has published on
            shown.wait_for("what a tick brings", lambda: len(titles(tmp_path)) > len(before))
        assert shown.runs("__ASSET_JOB") == by_hand, "nobody has pressed a button since"
        look_at_the_tick(shown)
        assert shown.troubles == []
        liveness = [Path(sys.executable).with_name("dagster-daemon"), "liveness-check"]
        subprocess.run(liveness, env={**os.environ, "DAGSTER_HOME": str(tmp_path / "dagster")}, check=True)
        monkeypatch.setattr(screenshots, "FOLDER", tmp_path)
        for picture in (screenshots.lineage, screenshots.mart):
            picture(shown)
    screenshots.chart(tmp_path / "warehouse")
    for name in ("lineage", "mart", "contacts"):
        assert Image.open(tmp_path / f"{name}.png").height > 300


def look_at_what_is_there(shown: Ui) -> None:
    """The lineage, a switch for each schedule and sensor that is on, and a description for every asset."""
    shown.open("/asset-groups", until="published")
    for group in ("pages", "readings", "intake", "tables", "operations", "marts"):
        assert shown.page.get_by_text(group, exact=True).first.is_visible()
    statuses = shown.automations()
    assert {"sample_kazakhstan_visit", "build_after_visits", "maintain_daily"} <= statuses.keys()
    assert set(statuses.values()) == {"RUNNING"}
    shown.open("/automation", until="sample_kazakhstan_visit")
    switches = shown.page.locator("input[type=checkbox]").all()
    assert sum(switch.is_checked() for switch in switches) == len(statuses)
    assert [name for name, words in shown.descriptions().items() if not words] == []


def look_at_the_tick(shown: Ui) -> None:
    """The schedule that runs, and its ticks with the runs that they asked for."""
    shown.open(SCHEDULE, until="Tick history")
    assert shown.page.get_by_text("Every minute").is_visible()
    assert [switch.is_checked() for switch in shown.page.locator("input[type=checkbox]").all()] == [True]
    assert shown.page.get_by_text("1 run requested", exact=True).count() >= 2
    assert shown.page.get_by_text("Failed", exact=True).count() == 0


def look_at_what_was_made(shown: Ui) -> None:
    """A mart with its rows and its chart, a table with its checks, the source with its verdicts."""
    shown.open("/assets/mart/bilateral_activity?view=events", until="preview")
    assert shown.page.get_by_text("South Korea").count() or shown.page.get_by_text("Kazakhstan").count()
    assert shown.page.get_by_text("chart", exact=True).count() == 1
    shown.open("/assets/mart/source_coverage", until="Columns")
    assert shown.page.get_by_text("The source: see source.").count() == 1
    shown.open("/assets/main/release?view=checks", until="Passed")
    assert shown.page.get_by_text("Failed", exact=True).count() == 0
    shown.open(f"{PAGES}?view=events", until="Metadata")
    assert shown.page.get_by_text("backlog", exact=True).count() >= 1


def titles(folder: Path) -> list[tuple[object, ...]]:
    """The releases of the source in the published file, once there is one."""
    if not (folder / "warehouse" / "communique.duckdb").exists():
        return []
    return ask(folder / "warehouse", "select title from release where source_id = 'sample_kazakhstan'")
