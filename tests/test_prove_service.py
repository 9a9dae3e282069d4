"""The service that the units of `deploy/` run, killed at random moments while visits go on: nothing is lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest

from pipelines.sample.site import SampleSite
from pipelines.waiting import waiting
from tests.browser import CHECKOUT, free_port
from tests.road import ask, build_all, collect_sample

pytestmark = pytest.mark.prove

SOURCE = "sample_kazakhstan"
DAYS = [date(2024, 6, 1), date(2024, 9, 1), date(2024, 12, 1), date(2025, 1, 15), date(2025, 2, 12), None]
MODULE = "pipelines.definitions"
HEAL_SECONDS = 600  # a run that dies before it starts is noticed after a while, and its like wait for its pool
# Minutes of the settings that the test need not wait for.
SOONER = {
    "start_timeout_seconds: 120": "start_timeout_seconds: 40",
    "poll_interval_seconds: 60": "poll_interval_seconds: 5",
}
UNFINISHED = "[QUEUED, NOT_STARTED, STARTING, STARTED, CANCELING]"
RUNS = (
    f"{{ runsOrError(filter: {{statuses: {UNFINISHED}}}) {{ ... on Runs {{ results {{ runId jobName status }} }} }} }}"
)
LAUNCH = "mutation($asked: ExecutionParams!) { launchRun(executionParams: $asked) { __typename } }"
VISIT = {
    "selector": {
        "repositoryName": "__repository__",
        "repositoryLocationName": MODULE,
        "jobName": "visit",
        "assetSelection": [{"path": [kind, SOURCE]} for kind in ("pages", "readings")],
    },
    "runConfigData": {},
}
SOLD = "select release_id, title, body from release where source_id = 'sample_kazakhstan' order by all"


@dataclass
class Service:
    """The web server and the daemon, each started again when it ends, as systemd does."""

    folder: Path
    sample_port: int
    port: int = field(default_factory=free_port)
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def commands(self) -> dict[str, list[str]]:
        """What the units run."""
        bin_folder = Path(sys.executable).parent
        web = [bin_folder / "dagster-webserver", "--host", "127.0.0.1", "--port", self.port, "--module-name", MODULE]
        daemon = [bin_folder / "dagster-daemon", "run", "--module-name", MODULE]
        return {"web": list(map(str, web)), "daemon": list(map(str, daemon))}

    @property
    def home(self) -> Path:
        """The warehouse."""
        return self.folder / "warehouse"

    def keep_up(self) -> None:
        """Start whatever does not run."""
        told = {
            "COMMUNIQUE_HOME": str(self.home),
            "COMMUNIQUE_SAMPLE": f"http://127.0.0.1:{self.sample_port}",
            "DAGSTER_HOME": str(self.folder / "dagster"),
        }
        for name, command in self.commands.items():
            if name not in self.processes or self.processes[name].poll() is not None:
                with (self.folder / f"{name}.log").open("ab") as log:
                    self.processes[name] = subprocess.Popen(
                        command, cwd=CHECKOUT, env=os.environ | told, stdout=log, stderr=log, start_new_session=True
                    )

    def kill(self, name: str) -> None:
        """Kill a part of the service with all that it started; or the processes of runs."""
        for group in [self.processes[name].pid] if name in self.processes else []:
            os.killpg(group, signal.SIGKILL)
            self.processes[name].wait()
        if name == "run":
            for process in self._of_runs():
                os.kill(process, signal.SIGKILL)

    def _of_runs(self) -> Iterator[int]:
        """The processes that hold the lifeline of a run."""
        for descriptor in Path("/proc").glob("[0-9]*/fd/*"):
            try:
                if descriptor.readlink().parent == self.home / ".runs":
                    yield int(descriptor.parts[2])
            except OSError:  # gone meanwhile, or another's
                continue

    def ask(self, query: str, **variables: Any) -> dict[str, Any]:
        """Ask the web server, which may have to be started again first."""
        until = time.monotonic() + HEAL_SECONDS
        while time.monotonic() < until:
            self.keep_up()
            try:
                reply = httpx.post(
                    f"http://127.0.0.1:{self.port}/graphql", json={"query": query, "variables": variables}, timeout=60
                )
                data: dict[str, Any] | None = reply.json().get("data") if reply.is_success else None
            except httpx.TransportError:
                data = None
            if data:
                return data
            time.sleep(0.5)
        raise AssertionError((self.folder / "web.log").read_text(encoding="utf-8")[-3000:])

    def visit(self) -> None:
        """Ask for a visit, as a schedule's tick does."""
        until = time.monotonic() + HEAL_SECONDS
        while self.ask(LAUNCH, asked=VISIT)["launchRun"]["__typename"] != "LaunchRunSuccess":
            assert time.monotonic() < until
            time.sleep(0.5)

    def wait_until_healed(self) -> None:
        """Wait until no run is under way and the published file holds all that the archive does."""
        until = time.monotonic() + HEAL_SECONDS
        while time.monotonic() < until:
            under_way = self.ask(RUNS)["runsOrError"]["results"]
            if not under_way and self.home.exists() and waiting(self.home) is None:
                return
            time.sleep(2)
        raise AssertionError(f"after {HEAL_SECONDS} s there are still {under_way}")


@contextmanager
def service(folder: Path, sample_port: int) -> Iterator[Service]:
    """The service with a history and a warehouse under a folder; it ends with the block."""
    (folder / "dagster").mkdir()
    settings = (CHECKOUT / "pipelines" / "dagster.yaml").read_text(encoding="utf-8")
    for usual, sooner in SOONER.items():
        assert usual in settings
        settings = settings.replace(usual, sooner)
    (folder / "dagster" / "dagster.yaml").write_text(settings, encoding="utf-8")
    running = Service(folder, sample_port)
    try:
        running.keep_up()
        yield running
    finally:
        for name in running.processes:
            if running.processes[name].poll() is None:
                running.kill(name)


@pytest.mark.minutes(2.5)
def test_a_service_killed_at_random_moments_loses_nothing_and_heals(tmp_path: Path) -> None:
    seed = int(os.environ.get("SEED", "0")) or random.SystemRandom().randrange(1, 10**6)
    print(f"\nSEED={seed} repeats these moments")  # noqa: T201 - a failure must be repeatable
    dice = random.Random(seed)  # noqa: S311
    port = free_port()
    with service(tmp_path, port) as running:
        for day in DAYS:
            with SampleSite(as_of=day, port=port):
                running.visit()
                time.sleep(dice.uniform(0.5, 9))
                running.kill(dice.choice(["web", "daemon", "run"]))
                running.keep_up()
                time.sleep(dice.uniform(0.5, 4))
        with SampleSite(port=port):
            running.visit()
            running.wait_until_healed()
    calm = tmp_path / "calm"
    collect_sample(calm)
    build_all(calm)
    assert ask(running.home, SOLD) == ask(calm, SOLD)
