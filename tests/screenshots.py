"""Pictures of the Dagster UI and of a chart, from the sample, for the README: `make screenshots`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PIL import Image

from pipelines.charts import CHARTS, draw
from pipelines.sample.site import SampleSite
from tests.browser import CHECKOUT, Ui, free_port, ui

FOLDER = CHECKOUT / "docs"
_COLOURS = 200

_REFRESH = """
mutation { launchRun(executionParams: {
    selector: {repositoryLocationName: "communique", repositoryName: "__repository__", jobName: "refresh"},
    runConfigData: {}
}) { __typename } }
"""


def main() -> None:
    """Make them all."""
    FOLDER.mkdir(exist_ok=True)
    port = free_port()
    with tempfile.TemporaryDirectory() as folder, SampleSite(port=port) as site:
        with ui(Path(folder), site.origin) as shown:
            shown.ask(_REFRESH)
            shown.wait_for("the refresh", lambda: shown.runs("refresh"))
            lineage(shown)
            mart(shown)
        chart(Path(folder) / "warehouse")


def lineage(shown: Ui) -> None:
    """The road of the data, group by group."""
    shown.page.set_viewport_size({"width": 1500, "height": 640})
    shown.open("/asset-groups", until="published")
    shown.page.get_by_text("Hide navigation").click()
    shown.page.locator("button:right-of(input[placeholder^='Jump'])").first.click()
    for group in ("pages", "readings", "published"):
        shown.page.locator("foreignObject").get_by_text(group, exact=True).first.click()
        shown.page.wait_for_timeout(1500)
    mouse = shown.page.mouse  # the picture stands around the last group: pull the others in
    mouse.move(600, 580)
    mouse.down()
    mouse.move(1080, 580, steps=10)
    mouse.up()
    keep(shown, "lineage.png")


def mart(shown: Ui) -> None:
    """A mart with its columns, its checks, and how fresh it is."""
    shown.page.set_viewport_size({"width": 1300, "height": 900})
    shown.open("/assets/mart/source_coverage", until="Columns")
    keep(shown, "mart.png")


def chart(home: Path) -> None:
    """Contacts by partner, as the asset of the mart shows them."""
    drawn = draw(home, CHARTS["mart.bilateral_activity"])
    assert drawn is not None
    (FOLDER / "contacts.png").write_bytes(drawn)


def keep(shown: Ui, name: str) -> None:
    """Save what the browser shows, with few colours, so that the picture is small."""
    path = FOLDER / name
    shown.page.wait_for_timeout(2000)  # what is drawn moves into its place
    shown.page.screenshot(path=path)
    Image.open(path).convert("RGB").quantize(_COLOURS).save(path, optimize=True)


if __name__ == "__main__":
    main()
