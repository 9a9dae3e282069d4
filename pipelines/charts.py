"""Pictures of what the marts hold, for whoever would rather look than read.

What belongs here: how a chart is drawn. What does not: its rows, which come from a file of `sql/questions`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import Any

from matplotlib import colormaps
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator
from PIL import Image

from pipelines.load.files import SQL_FOLDER
from pipelines.load.query import run_query

_SIZE_INCHES = (9.0, 3.4)
_DPI = 96
_COLOURS = 64  # of the picture: it is kept with every build, so it must be small
_SHOWN_MONTHS, _SHOWN_BARS, _SHOWN_LABELS = 36, 12, 9
_MONTHS_A_YEAR = 12

Rows = list[dict[str, Any]]
Series = dict[str, Counter[Any]]  # how much of each series falls on each month or name


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of the answer to one of the questions."""

    title: str
    question: str  # the file of sql/questions
    counted: Callable[[Rows], Series]
    drawn: Callable[[Axes, Series], None]


def draw(home: Path, chart: Chart) -> bytes | None:
    """The chart as PNG, from the published file of `home`; None where there is nothing to show yet."""
    columns, rows = run_query(home, (SQL_FOLDER / "questions" / f"{chart.question}.sql").read_text(encoding="utf-8"))
    if not rows:
        return None
    figure = Figure(figsize=_SIZE_INCHES, dpi=_DPI, layout="constrained")
    axes = figure.subplots()
    axes.set_title(chart.title, loc="left", fontsize=11)
    axes.spines[["top", "right"]].set_visible(False)
    chart.drawn(axes, chart.counted([dict(zip(columns, row, strict=True)) for row in rows]))
    axes.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0), frameon=False, fontsize=8)
    return _png(figure)


def _png(figure: Figure) -> bytes:
    drawn, small = BytesIO(), BytesIO()
    figure.savefig(drawn, format="png")
    Image.open(drawn).convert("RGB").quantize(_COLOURS).save(small, format="png", optimize=True)
    return small.getvalue()


def _standing(axes: Axes, series: Series) -> None:
    """A bar for each month, the series on top of each other."""
    months = _months({month for counts in series.values() for month in counts})
    labels = [f"{month:%b %Y}" for month in months]
    floor = [0] * len(months)
    for name, colour in _coloured(series):
        heights = [series[name][month] for month in months]
        axes.bar(labels, heights, bottom=floor, label=name, color=colour)
        floor = [low + height for low, height in zip(floor, heights, strict=True)]
    step = 1 + len(months) // _SHOWN_LABELS
    axes.set_xticks(range(0, len(months), step), labels[::step], fontsize=8)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))


def _lying(axes: Axes, series: Series) -> None:
    """A bar for each name, the longest on top, the series behind each other."""
    names = [name for name, _ in sum(series.values(), Counter()).most_common(_SHOWN_BARS)][::-1]
    left = [0] * len(names)
    for one, colour in _coloured(series):
        widths = [series[one][name] for name in names]
        axes.barh(names, widths, left=left, label=one, color=colour)
        left = [low + width for low, width in zip(left, widths, strict=True)]
    axes.tick_params(labelsize=8)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))


def _coloured(series: Series) -> Iterable[tuple[str, Any]]:
    """Each series with its colour: neighbours far apart, the first twenty all different."""
    colours = colormaps["tab20"].colors  # type: ignore[attr-defined]
    return zip(series, cycle([*colours[::2], *colours[1::2]]), strict=False)


def _months(found: set[date]) -> list[date]:
    """Every month up to the last one, but no more than are shown."""
    counted = [month.year * _MONTHS_A_YEAR + month.month - 1 for month in found]
    first, last = min(counted), max(counted)
    shown = range(max(first, last - _SHOWN_MONTHS + 1), last + 1)
    return [date(one // _MONTHS_A_YEAR, one % _MONTHS_A_YEAR + 1, 1) for one in shown]


def _releases(rows: Rows) -> Series:
    series: Series = defaultdict(Counter)
    for row in rows:
        series[row["source"]][row["month"]] += row["releases"]
    return series


def _contacts(rows: Rows) -> Series:
    """By kind, the contacts of each pair; where both ministries are read, those of either side are the same ones."""
    series: Series = {kind: Counter() for kind in _KINDS}
    told: dict[frozenset[str], str] = {}
    for row in rows:
        if told.setdefault(frozenset((row["country"], row["partner"])), row["country"]) == row["country"]:
            for kind in _KINDS:
                series[kind][f"{row['country']} and {row['partner']}"] += row[kind]
    return {kind: counts for kind, counts in series.items() if counts.total()}


def _topics(rows: Rows) -> Series:
    series: Series = defaultdict(Counter)
    for row in rows:
        series[row["country"]][row["topic"]] += row["engagements"]
    return series


_KINDS = ("meetings", "calls", "visits", "dialogues", "conferences", "others")

CHARTS = {
    "mart.source_coverage": Chart("Releases by month and source", "releases_by_month", _releases, _standing),
    "mart.bilateral_activity": Chart(
        "Contacts of the last two years, by pair and kind", "contacts_by_partner_and_month", _contacts, _lying
    ),
    "mart.topic_trends": Chart(
        "What engagements of the last three years were about, by ministry", "topics_by_partner", _topics, _lying
    ),
}
"""The charts, by the mart that they are shown beside."""
