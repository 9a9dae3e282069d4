"""Charts are drawn from the questions, small, and say what is on them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from matplotlib.figure import Figure
from PIL import Image

from pipelines.charts import CHARTS, draw
from pipelines.load.files import SQL_FOLDER
from tests.road import build_all, collect_sample


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    collect_sample(home, as_of=date(2025, 2, 12))
    build_all(home)
    return home


@pytest.mark.parametrize("mart", CHARTS)
def test_a_chart_is_a_small_picture(home: Path, mart: str, tmp_path: Path) -> None:
    drawn = draw(home, CHARTS[mart])
    assert drawn
    assert len(drawn) < 40_000
    (tmp_path / "chart.png").write_bytes(drawn)
    with Image.open(tmp_path / "chart.png") as picture:
        assert picture.size[0] > 600
        assert len(picture.getcolors() or []) > 4  # more than an empty frame


def test_every_chart_shows_a_question_beside_a_mart_that_is_there() -> None:
    for mart, chart in CHARTS.items():
        assert (SQL_FOLDER / "questions" / f"{chart.question}.sql").exists()
        assert (SQL_FOLDER / mart.replace(".", "/")).with_suffix(".sql").exists()


def test_months_without_a_release_keep_their_place_and_old_ones_give_way() -> None:
    rows = [
        {"source": "Halden", "month": month, "releases": count}
        for month, count in [(date(2019, 1, 1), 9), (date(2025, 11, 1), 2), (date(2026, 2, 1), 1)]
    ]
    chart = CHARTS["mart.source_coverage"]
    axes = Figure().subplots()
    chart.drawn(axes, chart.counted(rows))
    heights = [bar.get_height() for bar in axes.patches]
    assert len(heights) == 36
    assert heights[-4:] == [2, 0, 0, 1]


def test_a_contact_of_two_ministries_that_are_both_read_is_counted_once() -> None:
    kinds = dict.fromkeys(("calls", "visits", "dialogues", "conferences", "others"), 0)
    rows = [
        {"country": "Halden", "partner": "Kunze", "meetings": 3, **kinds},
        {"country": "Kunze", "partner": "Halden", "meetings": 3, **kinds},
        {"country": "Kunze", "partner": "Zarya", "meetings": 1, **kinds},
    ]
    counted = CHARTS["mart.bilateral_activity"].counted(rows)
    assert counted == {"meetings": {"Halden and Kunze": 3, "Kunze and Zarya": 1}}
