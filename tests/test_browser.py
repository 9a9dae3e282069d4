"""What somebody sees and does in the Dagster UI that `make ui` opens, in a real browser."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipelines.sample.site import SampleSite
from tests.browser import CHROMIUM, Ui, free_port, ui
from tests.road import ask

PAGES = "/assets/pages/sample_kazakhstan"


@pytest.mark.prove
@pytest.mark.minutes(2)
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed: apt-get install chromium")
def test_a_source_is_materialised_looked_at_and_found_in_the_published_file(tmp_path: Path) -> None:
    port = free_port()
    with ui(tmp_path, f"http://127.0.0.1:{port}") as shown:
        look_at_what_is_there(shown)
        with SampleSite(as_of=date(2025, 2, 12), port=port):
            shown.materialise(PAGES)
            shown.wait_for_run("build", 1)
        look_at_what_was_made(shown)
        before = titles(tmp_path)
        with SampleSite(port=port):
            shown.materialise(PAGES)
            shown.wait_for_run("build", 2)
        assert len(titles(tmp_path)) > len(before) > 0
        assert shown.troubles == []


def look_at_what_is_there(shown: Ui) -> None:
    """The lineage, the schedules that run, and a description for every asset."""
    shown.open("/asset-groups", until="published")
    for group in ("pages", "readings", "intake", "tables", "operations", "marts"):
        assert shown.page.get_by_text(group, exact=True).first.is_visible()
    shown.open("/automation", until="sample_kazakhstan_visit")
    switches = shown.page.get_by_role("switch").all() or shown.page.locator("input[type=checkbox][role]").all()
    toggles = shown.page.locator("label:has(input[type=checkbox])")
    assert switches or toggles.count()
    assert [name for name, words in shown.descriptions().items() if not words] == []


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
    return ask(folder / "warehouse", "select title from release where source_id = 'sample_kazakhstan'")
