"""The commands of whoever keeps a warehouse running: `communique maintain`, `alerts` and `health`."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta

import click

from pipelines.alerts.alert import Alert, Trouble
from pipelines.alerts.channels import ChannelError, channels
from pipelines.alerts.journal import Journal
from pipelines.alerts.settings import AlertSettingsError, alert_settings
from pipelines.health import signs
from pipelines.home import warehouse_home
from pipelines.maintain import MaintainError, MaintainingError, maintain
from pipelines.terminal import progress, show, table, warn
from pipelines.watch import telling_of


@click.command("maintain")
def maintain_command() -> None:
    """Join the archive's parts of months that are over, and remove the files that this replaced half a day ago."""
    home = warehouse_home()
    try:
        with progress() as bars, telling_of(home, "maintain", warn, busy=MaintainingError):
            bar = bars.add_task("maintaining", total=None)
            done = maintain(home, progress=lambda done, due: bars.update(bar, completed=done, total=due))
            done.raise_problems()
    except MaintainError as error:
        raise click.ClickException(str(error)) from error
    click.echo(done)


@click.command("alerts")
@click.option("--test", is_flag=True, help="Send one alert by every channel that is set, and say how it went.")
def alerts_command(*, test: bool) -> None:
    """Show what is wrong now, and since when."""
    if test:
        _try_channels()
        return
    lasting = Journal(warehouse_home()).read().lasting(datetime.now(UTC))
    if not lasting:
        click.echo("Nothing is wrong that was told of.")
        return
    rows = [
        (f"{one.began_at:%Y-%m-%d %H:%M}", one.trouble.kind, one.trouble.subject, one.trouble.what, one.trouble.to_do)
        for one in lasting
    ]
    show(table(["since", "kind", "subject", "what", "to do"], rows))


@click.command("health")
@click.option("--stale-hours", type=float, default=26, show_default=True, help="A build older than this is a bad sign.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object.")
def health_command(*, stale_hours: float, as_json: bool) -> None:
    """Say whether the warehouse is well, for a monitor: the exit status is 1 when it is not."""
    found = list(signs(warehouse_home(), stale=timedelta(hours=stale_hours)))
    is_well = all(sign.is_well for sign in found)
    if as_json:
        told = {sign.name: {"is_well": sign.is_well, "what": sign.what} for sign in found}
        click.echo(json.dumps({"is_well": is_well, **told}, ensure_ascii=False))
    else:
        for sign in found:
            click.echo(f"{'well' if sign.is_well else 'NOT WELL'}: {sign.name}: {sign.what}")
    if not is_well:
        sys.exit(1)


def _try_channels() -> None:
    trouble = Trouble("test", "communique alerts --test", "this is a trial", "nowhere", "nothing")
    now = datetime.now(UTC)
    try:
        ways = channels(alert_settings())
    except AlertSettingsError as error:
        raise click.ClickException(str(error)) from error
    if not ways:
        raise click.ClickException("no channel is set: COMMUNIQUE_ALERT_WEBHOOK and COMMUNIQUE_ALERT_SMTP are empty")
    failed = []
    for way in ways:
        try:
            way.send(Alert(f"{now:%Y%m%d%H%M%S}", trouble, "began", now, now))
            click.echo(f"{way.name}: taken")
        except ChannelError as error:
            failed.append(str(error))
    if failed:
        raise click.ClickException("; ".join(failed))
