from __future__ import annotations

from pipelines.load.dictionary import README, dictionary


def test_the_committed_dictionary_is_current() -> None:
    assert README.read_text() == dictionary(), "run `python -m pipelines.load.dictionary`"


def test_the_dictionary_tells_every_table_with_its_columns() -> None:
    text = dictionary()
    assert "### `release`\n\nOne row for each press release, as its newest edition has it.\n" in text
    assert "| `published_on` | date | The calendar day of publication as the source states it;" in text
    assert "### `mart.who_met_whom`" in text
    assert "### `ops.page`" in text
    assert "| `search` |" in text
