from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.load.described import described_tables, links
from pipelines.load.dictionary import README, declared_warehouse, dictionary

if TYPE_CHECKING:
    from tests.load.hand_made import Archive


def test_the_committed_dictionary_is_current() -> None:
    assert README.read_text() == dictionary(), "run `python -m pipelines.load.dictionary`"


def test_the_dictionary_tells_every_table_with_its_columns() -> None:
    text = dictionary()
    assert "### `release`\n\nOne row for each press release, as its newest edition has it.\n" in text
    assert "| `published_on` | date | The calendar day of publication as the source states it;" in text
    assert "### `mart.who_met_whom`" in text
    assert "### `ops.page`" in text
    assert "| `search` |" in text


def test_the_diagram_draws_what_the_columns_lead_to() -> None:
    text = dictionary()
    assert "\n    release ||--o{ sentence : release_id\n" in text
    assert "\n    mechanism |o--o{ event : mechanism_id\n" in text
    assert "ops" not in text.partition("```mermaid")[2].partition("```")[0]


def test_every_column_leads_where_the_diagram_draws_it(eventful: Archive) -> None:
    with declared_warehouse() as connection:
        lines = links(described_tables(connection, "main"))
    assert len(lines) > 40
    for table, column, other in lines:
        key = column.name if column.name.endswith(f"{other}_id") else f"{other}_id"
        name = column.name
        lost = f"from {table.name} where {name} is not null and {name} not in (select {key} from {other})"
        assert eventful.query(f"select count(*) {lost}") == [(0,)], (table.name, name)
