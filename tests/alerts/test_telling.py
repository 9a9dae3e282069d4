"""A trouble is told once, again after a day, and when it has ended; a channel that is down costs nothing."""

from __future__ import annotations

import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme
from hypothesis import given
from hypothesis import strategies as st

from pipelines.alerts import channels as ways
from pipelines.alerts.alert import Alert, Trouble, of_kinds, to_tell
from pipelines.alerts.channels import ChannelError, Mail, channels
from pipelines.alerts.journal import Journal
from pipelines.alerts.send import tell
from pipelines.alerts.settings import AlertSettingsError, alert_settings
from tests.alerts.receivers import SECRET, Hook, Post, mail_server, webhook

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BLOCKED = Trouble("source_failed", "xx_mfa", "blocked: status 403", "https://xx.example/", "write to them")
SILENT = Trouble("source_silent", "yy_mfa", "silent for 9 days", "https://yy.example/", "look there")
SOURCES = of_kinds("source_failed", "source_silent")


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Sets the alert settings of the environment; none at first, and no waits between tries."""
    for name in ("WEBHOOK", "SMTP", "FROM", "TO"):
        monkeypatch.delenv(f"COMMUNIQUE_ALERT_{name}", raising=False)
    monkeypatch.setattr(ways.channels, "__kwdefaults__", {"wait_seconds": 0.0})

    def set_all(**values: str) -> None:
        for name, value in values.items():
            monkeypatch.setenv(f"COMMUNIQUE_ALERT_{name.upper()}", value)

    return set_all


@pytest.fixture
def hook(settings: Callable[..., None]) -> Iterator[Hook]:
    """A webhook that is set."""
    with webhook() as hook:
        settings(webhook=hook.address)
        yield hook


@pytest.fixture
def post(settings: Callable[..., None]) -> Iterator[Post]:
    """A mail server that is set."""
    with mail_server() as post:
        settings(smtp=post.address, **{"from": "watch@xx.example", "to": "one@xx.example, two@xx.example"})
        yield post


def states(alerts: list[Alert]) -> list[tuple[str, str]]:
    return [(alert.trouble.subject, alert.state) for alert in alerts]


def test_a_trouble_is_told_once_again_after_a_day_and_when_it_ends(tmp_path: Path) -> None:
    journal, told = Journal(tmp_path), []
    for hours in range(50):
        troubles = [BLOCKED] if hours < 40 else []
        told += states(journal.tell(troubles, looked_at=SOURCES, now=NOW + hours * HOUR))
    assert told == [("xx_mfa", "began"), ("xx_mfa", "lasts"), ("xx_mfa", "ended")]
    alerts = journal.read().alerts
    assert [alert.told_at - NOW for alert in alerts] == [0 * HOUR, 24 * HOUR, 40 * HOUR]
    assert {alert.began_at for alert in alerts} == {NOW}
    assert journal.read().lasting(NOW + 40 * HOUR) == []


def test_a_look_that_could_not_see_a_trouble_does_not_end_it(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.tell([BLOCKED, SILENT], looked_at=SOURCES, now=NOW)
    assert journal.tell([], looked_at=of_kinds("check_failed"), now=NOW + HOUR) == []
    assert states(journal.tell([], looked_at=of_kinds("source_silent"), now=NOW + HOUR)) == [("yy_mfa", "ended")]
    assert states(journal.read().lasting(NOW + HOUR)) == [("xx_mfa", "began")]
    assert journal.read().lasting(NOW + 8 * DAY) == []


@given(st.lists(st.tuples(st.booleans(), st.integers(min_value=1, max_value=90)), max_size=40))
def test_nobody_is_told_twice_in_a_day_nor_left_for_longer(looks: list[tuple[bool, int]]) -> None:
    last: dict[str, Alert] = {}
    moment = NOW
    for is_wrong, minutes_by_twenty in looks:
        moment += timedelta(minutes=20 * minutes_by_twenty)
        before = last.get(BLOCKED.key)
        told = list(to_tell(last, [BLOCKED] if is_wrong else [], moment, looked_at=SOURCES))
        was_open = before is not None and before.state != "ended"
        due = is_wrong and (not was_open or moment - before.told_at >= DAY) if before else is_wrong
        assert bool(told) == (due or (was_open and not is_wrong))
        last |= {alert.trouble.key: alert for alert in told}


def test_nothing_is_made_where_nothing_is_wrong(tmp_path: Path) -> None:
    assert tell(tmp_path, [], looked_at=SOURCES, warn=pytest.fail) == []
    assert list(tmp_path.iterdir()) == []


def test_a_line_cut_off_by_a_kill_costs_no_other(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.tell([BLOCKED], looked_at=SOURCES, now=NOW)
    path = next(journal.folder.glob("*.jsonl"))
    path.write_bytes(path.read_bytes() + b'{"alert_id": "cut o')
    journal.tell([BLOCKED, SILENT], looked_at=SOURCES, now=NOW)
    assert [alert.trouble for alert in journal.read().alerts] == [BLOCKED, SILENT]


TELLING = """
import sys
from pathlib import Path
from pipelines.alerts.alert import Trouble
from pipelines.alerts.journal import Journal
for number in range(20):
    trouble = Trouble("run_failed", f"{sys.argv[2]} {number}", "what " * 500, "where", "to do")
    Journal(Path(sys.argv[1])).tell([trouble, Trouble("run_failed", "both", "", "", "")], looked_at=lambda key: False)
"""


def test_two_processes_at_once_lose_no_line_and_tell_nothing_twice(tmp_path: Path) -> None:
    command = [sys.executable, "-c", TELLING, str(tmp_path)]
    running = [subprocess.Popen([*command, name]) for name in ("one", "other")]
    assert [one.wait(timeout=60) for one in running] == [0, 0]
    subjects = [alert.trouble.subject for alert in Journal(tmp_path).read().alerts]
    assert len(subjects) == len(set(subjects)) == 41


def test_a_webhook_gets_what_where_and_what_to_do(tmp_path: Path, hook: Hook) -> None:
    tell(tmp_path, [BLOCKED], looked_at=SOURCES, warn=pytest.fail)
    tell(tmp_path, [BLOCKED], looked_at=SOURCES, warn=pytest.fail)
    (posted,) = hook.posted
    assert (posted["kind"], posted["subject"], posted["state"]) == ("source_failed", "xx_mfa", "began")
    assert (posted["what_happened"], posted["where_to_look"], posted["what_to_do"]) == (
        "blocked: status 403",
        "https://xx.example/",
        "write to them",
    )
    assert "xx_mfa: source failed" in posted["text"]


def test_a_webhook_that_is_down_for_a_moment_is_tried_again_at_once(tmp_path: Path, hook: Hook) -> None:
    hook.answers = [503, 429]
    tell(tmp_path, [BLOCKED], looked_at=SOURCES, warn=pytest.fail)
    assert len(hook.posted) == 1


def test_an_alert_waits_for_a_webhook_that_is_down_and_goes_out_once_at_the_next_chance(
    tmp_path: Path, hook: Hook
) -> None:
    hook.answers = [500] * 3
    warned: list[str] = []
    tell(tmp_path, [BLOCKED], looked_at=SOURCES, warn=warned.append)
    assert hook.posted == []
    assert warned == ["an alert waits to be sent again: the webhook at 127.0.0.1 answered 500"]
    for _ in range(3):
        tell(tmp_path, [BLOCKED, SILENT], looked_at=SOURCES, warn=pytest.fail)
    assert [posted["subject"] for posted in hook.posted] == ["xx_mfa", "yy_mfa"]


def test_a_webhook_that_refuses_is_not_asked_thrice(tmp_path: Path, hook: Hook) -> None:
    hook.answers = [404, 500]
    tell(tmp_path, [BLOCKED], looked_at=SOURCES, warn=lambda _: None)
    assert hook.answers == [500]


def test_an_alert_is_news_for_a_week(tmp_path: Path, hook: Hook) -> None:
    Journal(tmp_path).tell([SILENT], looked_at=SOURCES, channels=["webhook"], now=datetime.now(UTC) - 8 * DAY)
    tell(tmp_path, [BLOCKED], looked_at=lambda _: False, warn=pytest.fail)
    assert [posted["subject"] for posted in hook.posted] == ["xx_mfa"]


def test_what_was_told_before_a_channel_was_set_is_not_sent_by_it(
    tmp_path: Path, settings: Callable[..., None]
) -> None:
    tell(tmp_path, [BLOCKED], looked_at=SOURCES, warn=pytest.fail)
    with webhook() as hook:
        settings(webhook=hook.address)
        tell(tmp_path, [BLOCKED], looked_at=SOURCES, warn=pytest.fail)
        assert hook.posted == []


def test_a_letter_has_the_trouble_in_its_subject_and_all_of_it_in_its_text(tmp_path: Path, post: Post) -> None:
    tell(tmp_path, [BLOCKED], looked_at=SOURCES, warn=pytest.fail)
    (letter,) = post.letters
    assert letter["subject"] == "[Communique] xx_mfa: source failed"
    assert (letter["from"], letter["to"]) == ("watch@xx.example", "one@xx.example, two@xx.example")
    assert (
        "What: blocked: status 403\nWhere: https://xx.example/\nTo do: write to them"
        in letter.get_content().replace("\r", "")
    )


def test_one_channel_that_fails_does_not_hold_up_the_other(tmp_path: Path, hook: Hook, post: Post) -> None:
    hook.answers = [403]
    tell(tmp_path, [BLOCKED], looked_at=SOURCES, warn=lambda _: None)
    assert len(post.letters) == 1
    told = Journal(tmp_path).read()
    assert told.taken == {told.alerts[0].alert_id: ("mail",)}


@pytest.mark.parametrize(
    "address",
    [f"smtp://watch:{SECRET}-not@127.0.0.1:%d", f"smtp://watch:{SECRET}@127.0.0.1:9", f"http://127.0.0.1:9/{SECRET}"],
)
def test_no_secret_is_shown_when_a_channel_fails(
    tmp_path: Path, post: Post, settings: Callable[..., None], address: str
) -> None:
    port = post.address.rpartition(":")[2]
    settings(**{"webhook" if address.startswith("http") else "smtp": address.replace("%d", port)})
    warned: list[str] = []
    tell(tmp_path, [BLOCKED], looked_at=SOURCES, warn=warned.append)
    assert len(warned) == 1
    written = "".join(path.read_text() for path in (tmp_path / "alerts").iterdir())
    for shown in (*warned, repr(alert_settings()), repr(channels(alert_settings())), written):
        assert SECRET not in shown


def test_a_password_leaves_this_machine_under_tls_only(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ways, "_LOOPBACK", frozenset())
    (mail,) = (way for way in channels(alert_settings()) if isinstance(way, Mail))
    alert = next(to_tell({}, [BLOCKED], NOW, looked_at=SOURCES))
    with pytest.raises(ChannelError, match="offers no TLS, so it gets no password"):
        mail.send(alert)
    assert post.letters == []


@pytest.mark.parametrize("from_the_start", [True, False])
def test_under_tls_a_server_is_believed_by_its_certificate_alone(
    tmp_path: Path, settings: Callable[..., None], monkeypatch: pytest.MonkeyPatch, *, from_the_start: bool
) -> None:
    authority, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    warned: list[str] = []
    with mail_server(tls=context, from_the_start=from_the_start) as post:
        settings(smtp=post.address, **{"from": "watch@xx.example", "to": "one@xx.example"})
        tell(tmp_path, [BLOCKED], looked_at=SOURCES, warn=warned.append)
        assert post.letters == []
        assert warned[0].endswith("did not take the alert: SSLCertVerificationError")
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
        tell(tmp_path, [BLOCKED], looked_at=SOURCES, warn=pytest.fail)
        assert len(post.letters) == 1


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"webhook": f"hooks.example/{SECRET}"}, "COMMUNIQUE_ALERT_WEBHOOK is no address such as https://"),
        ({"smtp": f"{SECRET}@mail.example"}, "COMMUNIQUE_ALERT_SMTP is no address such as smtps://"),
        ({"smtp": f"smtps://u:{SECRET}@mail.example"}, "needs COMMUNIQUE_ALERT_FROM and COMMUNIQUE_ALERT_TO"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_without_its_value_and_costs_no_alert(
    tmp_path: Path, settings: Callable[..., None], values: dict[str, str], words: str
) -> None:
    settings(**values)
    with pytest.raises(AlertSettingsError, match=words) as caught:
        alert_settings()
    assert SECRET not in repr(caught.value)
    warned: list[str] = []
    assert len(tell(tmp_path, [BLOCKED], looked_at=SOURCES, warn=warned.append)) == 1
    assert words in warned[0]
    assert SECRET not in warned[0]
