"""What `deploy/` holds is what its own linters and schemas ask for, and fits the code that it starts."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from dagster._core.instance.config import dagster_instance_config

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
TOOLS = Path(sys.executable).parent


def check(*command: str | Path) -> None:
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_container_file_has_nothing_that_its_linter_minds() -> None:
    check(TOOLS / "hadolint", DEPLOY / "Containerfile")


def test_the_compose_file_is_as_its_specification_asks() -> None:
    check(TOOLS / "check-jsonschema", "--builtin-schema", "vendor.compose-spec", DEPLOY / "compose.yaml")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd-analyze on this machine")
def test_the_units_are_as_systemd_asks(tmp_path: Path) -> None:
    units = sorted(DEPLOY.glob("*.service"))
    for unit in units:
        (tmp_path / unit.name).write_text(unit.read_text(encoding="utf-8").replace("/opt/communique", str(ROOT)))
    assert len(units) == 2
    check("systemd-analyze", "verify", *(tmp_path / unit.name for unit in units))


def test_dagster_takes_the_settings_with_its_history_in_postgresql(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = [ROOT / "pipelines" / "dagster.yaml", DEPLOY / "postgres.yaml"]
    (tmp_path / "dagster.yaml").write_text("".join(path.read_text(encoding="utf-8") for path in settings))
    monkeypatch.setenv("DAGSTER_POSTGRES_URL", "postgresql://dagster@127.0.0.1/dagster")
    config, _ = dagster_instance_config(str(tmp_path))
    assert config["storage"] == {"postgres": {"postgres_url": {"env": "DAGSTER_POSTGRES_URL"}}}
    assert config["run_retries"]["enabled"]


def test_what_is_started_is_there_and_no_setting_is_for_nothing() -> None:
    compose = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    started = {
        word
        for path in DEPLOY.iterdir()
        for word in re.findall(r"dagster-(?:webserver|daemon)", path.read_text(encoding="utf-8"))
    }
    assert started == {"dagster-webserver", "dagster-daemon"}
    assert all((TOOLS / name).exists() for name in started)
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "pipelines").rglob("*.py"))
    set_there = yaml.safe_load(compose)["services"]["web"]["environment"]
    names = {name.removeprefix("COMMUNIQUE_ALERT_").lower() for name in set_there if "ALERT" in name}
    assert names == {"webhook", "smtp", "from", "to"}
    assert "COMMUNIQUE_CONTACT" in code


def test_the_compose_file_asks_for_what_the_readme_says_and_for_nothing_else() -> None:
    compose = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    assert set(re.findall(r"\$\{(\w+):\?", compose)) == {"COMMUNIQUE_CONTACT", "POSTGRES_PASSWORD"}
    assert [name for name, given in re.findall(r"\$\{(\w+)([^}]*)\}", compose) if not given] == []


def test_the_ui_is_offered_to_this_machine_alone() -> None:
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]
    assert services["web"]["ports"] == ["127.0.0.1:3000:3000"]
    assert "--host 127.0.0.1" in (DEPLOY / "communique-web.service").read_text(encoding="utf-8")
    assert all("ports" not in service for name, service in services.items() if name != "web")
