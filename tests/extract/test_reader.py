# ruff: noqa: RUF001 - releases are set with typographic marks
from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extract.reader import read_facts
from pipelines.model import Document, Facts
from tests.extract.reading import read, release

WORDS = (
    "Minister|of|Foreign Affairs|the|Kazakhstan|U.S.|Mr.|John|Smith|J.|,|.|;|’s|and|–|(|)|“|”|$|5|million|%|in|London",
    "on|Monday|12 May|2024|al-|bin|Georgia|Congo|31 June|counterpart|from|to|Ambassadors|:|president|H.E.|Lord|’|Jr.",
    "ad|interim|last|year|side|led|December|between|half a|over|\n",
)
SCRAPS = st.sampled_from([word for line in WORDS for word in line.split("|")])
PARAGRAPHS = st.lists(st.one_of(st.text(max_size=200), st.lists(SCRAPS, max_size=40).map(" ".join)), max_size=4)


@settings(max_examples=300, deadline=None)
@given(PARAGRAPHS)
def test_for_any_text_nothing_raises_and_every_span_is_literal(paragraphs: list[str]) -> None:
    document = release(*paragraphs)
    facts = read_facts(document)
    body = document.body
    sentences = {sentence.sentence_no: sentence for sentence in facts.sentences}
    for sentence in facts.sentences:
        assert body[sentence.char_start : sentence.char_end] == sentence.text
    for mention in facts.mentions:
        assert body[mention.char_start : mention.char_end] == mention.surface
        assert mention.sentence_no in sentences
        assert sentences[mention.sentence_no].char_start <= mention.char_start
        assert mention.char_end <= sentences[mention.sentence_no].char_end
    for figure in facts.figures:
        assert body[figure.char_start : figure.char_end]


@settings(max_examples=50, deadline=None)
@given(PARAGRAPHS)
def test_the_same_text_gives_the_same_facts(paragraphs: list[str]) -> None:
    assert read_facts(release(*paragraphs)) == read_facts(release(*paragraphs))


def test_a_release_in_another_language_has_no_facts() -> None:
    assert read_facts(release("Le ministre a rencontré John Smith à Paris.", language="fr")) == Facts()


def test_every_row_names_its_rule_and_points_at_known_rows() -> None:
    facts = read("Minister Aigul Omarova met $5 million donors in London on Monday in the United Kingdom.")
    assert all(mention.rule for mention in facts.mentions)
    assert {mention.entity for mention in facts.mentions if mention.kind == "person"} == {
        str(person.person_no) for person in facts.persons
    }
    assert {mention.entity for mention in facts.mentions if mention.kind == "place"} == {
        place.place_id for place in facts.places
    }


def test_a_long_hostile_text_is_read_in_good_time() -> None:
    read("Minister " * 2000)
    read(", " * 5000)
    read("“" * 3000 + "John Smith, " * 500)


def test_a_body_that_speaks_is_a_side_but_no_country() -> None:
    text = "High Representative Ilse Marten met Foreign Minister of Kenya Joel Otieno in Brussels on 5 May 2026."
    facts = read_facts(Document("https://x.example/1", "Talks", (text,), "en", "EU", published_on=date(2026, 5, 6)))
    assert {person.name: person.country_code for person in facts.persons} == {
        "Ilse Marten": None,
        "Joel Otieno": "KE",
    }
    assert "EU" not in {position.country_code for position in facts.positions}
