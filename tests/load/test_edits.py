"""What mart.edits tells of a change: the paragraphs, and the changed words alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.model import Facts
from tests.load.hand_made import Archive, Look

BEFORE = "The bridge cost two million.\n\nIt opened in May.\n\nAll were glad."


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (BEFORE.replace("two million", "three million"), ("two", "three")),
        (BEFORE.replace("May.", "May. Boats passed."), (None, "Boats passed.")),
        (BEFORE.replace("\n\nAll were glad.", ""), ("All were glad.", None)),
        (
            BEFORE.replace("two", "ten").replace("glad", "sad"),
            ("two million. All were glad.", "ten million. All were sad."),
        ),
        (BEFORE.replace("The bridge", "The bridge the bridge"), (None, "the bridge")),
    ],
)
def test_the_changed_words_are_told_from_the_first_to_the_last(
    tmp_path: Path, after: str, words: tuple[str | None, str | None]
) -> None:
    archive = Archive(tmp_path)
    looks = [Look("https://kz.example/1", minute, text, facts=Facts()) for minute, text in ((1, BEFORE), (2, after))]
    archive.add("a", looks)
    archive.build()
    assert archive.query("select words_before, words_after from mart.edits") == [words]
