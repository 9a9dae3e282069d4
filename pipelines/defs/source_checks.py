"""The checks that a visit gives a verdict on: amber, with the reason, where a source refuses, fails or is silent.

A source that fails is no fault of the others nor of the run: these checks warn and stop nothing.
"""

from datetime import UTC, date, datetime

import dagster as dg

from pipelines.collect import Visit
from pipelines.home import warehouse_home
from pipelines.load.errors import NotPublishedError
from pipelines.load.query import run_query
from pipelines.source import Source, SourceError

ANSWERS = "answers_as_its_file_says"
RHYTHM = "keeps_its_rhythm"


def check_specs(key: dg.AssetKey) -> list[dg.AssetCheckSpec]:
    """What is asked of the pages of every source."""
    told = {
        ANSWERS: "The source let itself be read as its file says: neither refused, nor unreachable, nor empty.",
        RHYTHM: "The source has not been silent for longer than its own past lets expect.",
    }
    return [dg.AssetCheckSpec(name, asset=key, description=sentence) for name, sentence in told.items()]


def answers(key: dg.AssetKey, outcome: Visit) -> dg.AssetCheckResult:
    """Whether the visit could read the listing and its pages; else its verdict and why."""
    reason = outcome.reason or "all as its file says"
    said = f"{outcome.verdict}: {reason}" if outcome.failed else reason
    return _result(key, ANSWERS, passed=not outcome.failed, said=said, **_counts(outcome))


def _counts(outcome: Visit) -> dict[str, str | float]:
    fetched = outcome.fetched_count
    return {"verdict": str(outcome.verdict), "fetched": fetched, "backlog": outcome.backlog_count}


def file_is_broken(key: dg.AssetKey, error: SourceError) -> dg.AssetCheckResult:
    """That the source is not visited at all, since its file cannot be used."""
    return _result(key, ANSWERS, passed=False, said=str(error))


def keeps_its_rhythm(key: dg.AssetKey, source: Source, outcome: Visit) -> dg.AssetCheckResult:
    """Whether its silence is nothing unusual; a visit that found something new ends it.

    The rhythm and the newest release are those of the published file, which lags behind the visit by one build.
    """
    known = _rhythm(source.source_id)
    if known is None:
        return _result(key, RHYTHM, passed=True, said="nothing of it is published yet")
    last_on, gap_days = known
    quiet_days = (datetime.now(UTC).date() - last_on).days
    said = f"its newest release is {quiet_days} days old, where gaps of up to {gap_days:g} days are nothing unusual"
    passed = quiet_days <= gap_days or bool(outcome.verdict_counts["page"] and outcome.listed_count)
    return _result(key, RHYTHM, passed=passed, said=said, quiet_days=quiet_days, expected_gap_days=gap_days)


def _rhythm(source_id: str) -> tuple[date, float] | None:
    """The day of a source's newest release and its longest usual gap; None where either is not known."""
    try:
        _, rows = run_query(
            warehouse_home(),
            "select source_id, last_published_on, expected_gap_days from ops.rhythm"
            " where last_published_on is not null and expected_gap_days is not null",
        )
    except NotPublishedError:
        return None
    return next(((last_on, float(gap)) for name, last_on, gap in rows if name == source_id), None)


def _result(key: dg.AssetKey, name: str, *, passed: bool, said: str, **more: str | float) -> dg.AssetCheckResult:
    return dg.AssetCheckResult(
        asset_key=key,
        check_name=name,
        passed=passed,
        severity=dg.AssetCheckSeverity.WARN,
        description=said,
        metadata=more,
    )
