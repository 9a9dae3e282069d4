"""The Dagster UI as `make ui` starts it, on the sample site, and a headless Chromium that looks at it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Page, sync_playwright

CHECKOUT = Path(__file__).parents[1]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
START_SECONDS = 120
RUN_SECONDS = 300

_NODES = "{ assetNodes { assetKey { path } description jobNames } }"
_RUNS = "{ runsOrError { ... on Runs { results { runId jobName status } } } }"
_AUTOMATIONS = (
    "{ repositoriesOrError { ... on RepositoryConnection { nodes {"
    " schedules { name state: scheduleState { status } } sensors { name state: sensorState { status } } } } } }"
)


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Ui:
    """A running UI and the page of a browser that looks at it."""

    origin: str
    page: Page
    troubles: list[str] = field(default_factory=list)  # what the page said went wrong

    def open(self, path: str, *, until: str) -> None:
        """Open a page of the UI and wait until it shows these words."""
        self.page.goto(f"{self.origin}{path}")
        self.page.get_by_text(until, exact=True).first.wait_for(timeout=30_000)
        self.page.wait_for_load_state("networkidle")

    def ask(self, query: str) -> dict[str, Any]:
        """Ask the UI's own GraphQL."""
        reply = httpx.post(f"{self.origin}/graphql", json={"query": query}, timeout=60).raise_for_status().json()
        assert "errors" not in reply, reply
        data: dict[str, Any] = reply["data"]
        return data

    def descriptions(self) -> dict[str, str]:
        """What the UI says of each asset."""
        nodes = self.ask(_NODES)["assetNodes"]
        return {"/".join(node["assetKey"]["path"]): node["description"] or "" for node in nodes}

    def automations(self) -> dict[str, str]:
        """Whether each schedule and each sensor runs."""
        (of_all,) = self.ask(_AUTOMATIONS)["repositoriesOrError"]["nodes"]
        return {one["name"]: one["state"]["status"] for one in of_all["schedules"] + of_all["sensors"]}

    def runs(self, job: str) -> list[str]:
        """The runs of a job that have succeeded; the implicit one is `__ASSET_JOB`. No run may have failed."""
        runs = self.ask(_RUNS)["runsOrError"]["results"]
        assert not [run for run in runs if run["status"] == "FAILURE"], runs
        return sorted(run["runId"] for run in runs if run["jobName"] == job and run["status"] == "SUCCESS")

    def wait_for(self, what: str, came: Callable[[], object]) -> None:
        """Wait until something has come, while no run fails."""
        until = time.monotonic() + RUN_SECONDS
        while not came():
            assert time.monotonic() < until, f"{what} did not come in {RUN_SECONDS} s"
            self.runs("any")
            time.sleep(1)

    def materialise(self, path: str) -> None:
        """Press the button of an asset's page."""
        self.open(path, until="Materialize")
        self.page.locator("button", has_text="Materialize").first.click()


@contextmanager
def ui(folder: Path, sample: str, **settings: str) -> Iterator[Ui]:
    """`make ui` with a history and a warehouse under a folder, and a browser beside it; both end with the block."""
    port = free_port()
    told = {
        "COMMUNIQUE_HOME": str(folder / "warehouse"),
        "COMMUNIQUE_SAMPLE": sample,
        "DAGSTER_HOME": str(folder / "dagster"),
        **settings,
    }
    command = ["make", "ui", f"PORT={port}"]
    with (folder / "ui.log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=CHECKOUT, env=os.environ | told, stdout=log, stderr=log, start_new_session=True
        )
    origin = f"http://127.0.0.1:{port}"
    try:
        _wait(origin, process, folder / "ui.log")
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1500, "height": 1000}, color_scheme="light")
            shown = Ui(origin, page)
            page.on("pageerror", lambda error: shown.troubles.append(str(error)))
            yield shown
            browser.close()
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=60)


def _wait(origin: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        assert process.poll() is None, log.read_text(encoding="utf-8")
        try:
            if httpx.get(f"{origin}/server_info").is_success:
                return
        except httpx.TransportError:
            time.sleep(0.5)
    raise AssertionError(f"the UI did not start in {START_SECONDS} s: {log.read_text(encoding='utf-8')}")
