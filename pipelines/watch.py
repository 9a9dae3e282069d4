"""The story of one look at how things stand: what is wrong with a source, a check or a run, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pipelines.alerts.alert import Alert, Trouble, of_kinds
from pipelines.alerts.journal import JournalError
from pipelines.alerts.send import Warn, tell
from pipelines.load.checks import CheckResult
from pipelines.load.errors import BuildRunningError, ChecksFailedError
from pipelines.load.standing import Standing, standings
from pipelines.source import Source, SourceFolder

RUN, CHECK, SOURCE, SILENT = "run_failed", "check_failed", "source_failed", "source_silent"

_FOUND = frozenset({"page", "unchanged"})
_MAY_PASS = frozenset({"unreachable", "soft_error"})  # told when it has not passed by the third visit
_PASSING_VISITS = 3
_VISITED = timedelta(days=7)  # a source that nobody visits any more is nobody's trouble
_REFUSES = (
    "nothing is worked round, and the source is asked ever more rarely. Write to the ministry, or close the source"
)
_TO_DO = {
    "blocked": _REFUSES,
    "challenge": _REFUSES,
    "disallowed": "its robots.txt asks not to fetch it, and that is kept. Write to the ministry, or close the source",
    "unreachable": "see from this machine whether the site answers; the visits go on by themselves",
    "soft_error": "see in a browser whether the site is down for all; the visits go on by themselves",
}
_CHANGED = "open the listing in a browser; where it has changed, mend the file as CONTRIBUTING.md shows"
_LONG_WORDS = 400


def look_at_sources(home: Path, offered: SourceFolder, warn: Warn, *, now: datetime | None = None) -> list[Alert]:
    """Tell what is wrong with the sources on offer, as the last build knows them, and what is wrong no more.

    Raises:
        LoadError: the published file cannot be read.
        JournalError: no alert can be noted.
    """
    since = (now or datetime.now(UTC)) - _VISITED
    seen = [one for one in standings(home) if one.source_id in offered.sources and one.visited_at >= since]
    names = {one.source_id for one in seen} | set(offered.errors)
    broken = [
        Trouble(SOURCE, name, str(error), f"pipelines/sources/{name}.toml", "mend the file; the other sources go on")
        for name, error in offered.errors.items()
    ]
    troubles = [*broken, *(trouble for one in seen for trouble in _troubles(one, offered.sources[one.source_id]))]

    def looked_at(key: str) -> bool:
        kind, _, name = key.partition("/")
        return kind in {SOURCE, SILENT} and name in names

    return tell(home, troubles, looked_at=looked_at, warn=warn)


def failed_checks(results: Iterable[CheckResult]) -> list[Trouble]:
    """What is wrong by the checks that stopped a build."""
    return [
        failed_check(result.name, f"“{result.sentence}” does not hold in {result.row_count} rows")
        for result in results
        if result.severity == "error" and not result.passed
    ]


def failed_check(name: str, what: str) -> Trouble:
    """That a check of level error stopped a build."""
    return Trouble(
        CHECK,
        name,
        f"{what}; yesterday's file stays in place",
        f"sql/checks/{name}.sql, which returns the offending rows",
        "mend the source or the rule that made them, then `communique build`",
    )


@contextmanager
def telling_of(home: Path, command: str, warn: Warn, *, busy: type[Exception] = BuildRunningError) -> Iterator[None]:
    """Tell when what is done inside fails, and when it succeeds after it had failed; the error goes on its way.

    That another is at it (`busy`) is no failure, and neither is an interruption by hand.
    """
    try:
        yield
    except ChecksFailedError as error:
        _tell(home, failed_checks(error.results), warn, CHECK)
        raise
    except busy:
        raise
    except Exception as error:
        words = f"{type(error).__name__}: {error}"
        to_do = f"mend what it names, then `communique {command}`; nothing that was fetched is lost"
        _tell(home, [Trouble(RUN, f"communique {command}", shortened(words), str(home), to_do)], warn)
        raise
    _tell(home, [], warn, CHECK, f"{RUN}/communique {command}")


def shortened(words: str) -> str:
    """Words in one line that a person reads in a mail."""
    line = " ".join(words.split())
    return line if len(line) <= _LONG_WORDS else f"{line[: _LONG_WORDS - 1]}…"


def _tell(home: Path, troubles: list[Trouble], warn: Warn, *ended: str) -> None:
    kinds = of_kinds(*ended)
    try:
        tell(home, troubles, looked_at=lambda key: key in ended or kinds(key), warn=warn)
    except JournalError as error:
        warn(str(error))


def _troubles(one: Standing, source: Source) -> Iterator[Trouble]:
    where = f"{source.homepage} and `communique sources`"
    if one.verdict not in _FOUND and (one.verdict not in _MAY_PASS or one.failed_count >= _PASSING_VISITS):
        times = f", {one.failed_count} visits in a row" if one.failed_count > 1 else ""
        what = shortened(f"{one.verdict}{times}: {one.reason or 'no reason was given'}")
        yield Trouble(SOURCE, one.source_id, what, where, _TO_DO.get(one.verdict, _CHANGED))
    if one.is_silent:
        what = f"silent for {one.quiet_days} days, where {one.expected_gap_days} are the longest to be expected"
        to_do = f"see whether the ministry has published since; if so, {_CHANGED}"
        yield Trouble(SILENT, one.source_id, what, where, to_do)
