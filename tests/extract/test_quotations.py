# ruff: noqa: RUF001 - releases are set with typographic marks
from __future__ import annotations

import pytest

from tests.extract.reading import read

OPENING = "Foreign Minister Aigul Omarova met Foreign Minister of Norway Erik Hansen in Oslo."


def told(*paragraphs: str) -> list[tuple[str, str | None]]:
    """The words and the speaker of each quotation."""
    facts = read(*paragraphs)
    names = {person.person_no: person.name for person in facts.persons}
    return [(row.text, names.get(row.person_no or 0)) for row in facts.quotations]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("“We shall build the bridge together,” Aigul Omarova said.", "We shall build the bridge together",
         "Aigul Omarova"),
        ("“We shall build the bridge together,” noted A. Omarova.", "We shall build the bridge together",
         "Aigul Omarova"),
        ('Erik Hansen said: "The north is open to all."', "The north is open to all.", "Erik Hansen"),
        ("«Our ports are open to our friends», said the Norwegian minister.", "Our ports are open to our friends",
         "Erik Hansen"),
        ("“We shall build the bridge together,” the Minister added.", "We shall build the bridge together",
         "Aigul Omarova"),
        ("Erik Hansen praised the talks. “They were long and good,” he said.", "They were long and good",
         "Erik Hansen"),
    ],
)  # fmt: skip
def test_speech_has_its_speaker_before_or_after(text: str, words: str, speaker: str) -> None:
    assert told(OPENING, text) == [(words, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Aigul Omarova said that the “green corridor” is open.",
        "He noted the exhibition “Treasures of the Northern Steppe and Sea”.",
        "They said the conference on “Water and Peace for All Our Peoples,” was useful.",
        "The company “Northern Lights Shipping” said nothing.",
        "A letter was read. It spoke of friendship.",
    ],
)
def test_titles_and_single_terms_in_marks_are_not_speech(text: str) -> None:
    assert told(OPENING, text) == []


def test_speech_may_run_through_paragraphs() -> None:
    found = told(OPENING, "Erik Hansen said: “The sea is wide and it is cold.", "“We sail it together.”")
    assert len(found) == 1
    assert found[0][0].startswith("The sea is wide")
    assert found[0][1] == "Erik Hansen"


def test_a_speech_that_its_speakers_name_interrupts_is_one() -> None:
    found = told(OPENING, "“The sea is wide and it is cold,” Erik Hansen said. “We shall always sail it together.”")
    assert [speaker for _, speaker in found] == ["Erik Hansen"]
    found = told(OPENING, "“The sea is wide,” Erik Hansen said. He added, “We shall always sail it together.”")
    assert len(found) == 2


def test_a_speech_goes_on_in_the_next_paragraph_that_opens_with_a_mark_or_holds_the_closing_one() -> None:
    for second in ("“We sail it together.”", "We sail it together.”"):
        found = told(OPENING, "Erik Hansen said: “The sea is wide and it is cold.", second)
        assert len(found) == 1
        assert found[0][0].endswith("We sail it together.")


SPEECH = "Our two nations share a long history and a common sea. We must guard it."


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Aigul Omarova, Foreign Minister, commented as follows:", "Aigul Omarova"),
        ("Before her journey to Oslo Aigul Omarova issued the following statement on 4 May:", "Aigul Omarova"),
        ("After the talks with Aigul Omarova, Minister Erik Hansen stated the following on the matter:", "Erik Hansen"),
        ("After the talks with Aigul Omarova, the Norwegian minister told the press:", "Erik Hansen"),
    ],
)
def test_the_end_of_a_paragraph_leads_into_speech_in_the_next(lead: str, speaker: str) -> None:
    assert told(OPENING, lead, f"“{SPEECH}”") == [(SPEECH, speaker)]


def test_each_of_two_speeches_has_its_own_lead() -> None:
    found = told(
        OPENING,
        "Erik Hansen commented as follows:",
        f"“{SPEECH}”",
        "Aigul Omarova stated:",
        "“The sea is open to all.”",
    )
    assert [speaker for _, speaker in found] == ["Erik Hansen", "Aigul Omarova"]


@pytest.mark.parametrize(
    ("tag", "speaker"),
    [
        ("said the head of Kazakh diplomacy.", "Aigul Omarova"),
        ("underlined Norway’s chief diplomat during the press conference.", "Erik Hansen"),
        ("the Norwegian Foreign Minister told the press after his meeting with Aigul Omarova.", "Erik Hansen"),
        ("reads the declaration.", None),
        ("Oddvarka Hansen assessed.", "Oddvarka Hansen"),
    ],
)
def test_who_speaks_may_be_told_by_an_office(tag: str, speaker: str | None) -> None:
    opening = OPENING.replace("Erik ", "") if "Oddvarka" in tag else OPENING
    assert told(opening, f"“The sea is wide and it is cold,” {tag}") == [("The sea is wide and it is cold", speaker)]


def test_the_next_sentence_may_tell_who_spoke() -> None:
    for after in ("These words were spoken by Erik Hansen.", "This was how Erik Hansen summed up the talks."):
        assert told("The talks went on for long.", f"“{SPEECH}” {after}") == [(SPEECH, "Erik Hansen")]
    assert told("The talks went on for long. “Sea and Peace for All.” This motto is old.") == []


def test_german_marks_and_lost_opening_marks_are_read() -> None:
    for text in (
        "„We sail the wide sea together“, said Erik Hansen.",
        "We sail the wide sea together,” said Erik Hansen.",
    ):
        assert told(OPENING, text) == [("We sail the wide sea together", "Erik Hansen")]


def test_a_clause_in_marks_after_what_somebody_holds_is_speech() -> None:
    text = "the sea has never been as quiet as today"
    assert told(OPENING, f"We note the determination that “{text}” and a failure to “guard it.”") == [(text, None)]
    assert told(OPENING, "We note the failure that is “the wide and cold northern sea” of all.") == []


@pytest.mark.parametrize(
    "text",
    [
        "In line with the theme of the year, “Sail Together and Stay Strong,” the forum highlighted trade.",
        "She welcomed the minister’s “green and blue growth model,” as an idea that was announced in May.",
        "In his keynote, “Reflections on the wide northern sea”, Erik Hansen elaborated on trade.",
    ],
)
def test_themes_and_phrases_before_a_verb_of_speech_are_not_speech(text: str) -> None:
    assert told(OPENING, text) == []


def test_speech_without_marks_ends_in_a_verb_without_a_subject_of_its_own() -> None:
    for tag in (
        "stressed Minister Erik Hansen.",
        "said the Norwegian top diplomat. He then spoke of trade.",
        "underlined the head of Norwegian diplomacy during the press conference.",
    ):
        found = told(OPENING, f"Norway will stand by its friends for as long as it takes {tag}")
        assert found == [("Norway will stand by its friends for as long as it takes", "Erik Hansen")]
    for text in (
        "Norway will stand by its friends for as long as it takes, said Minister Erik Hansen.",
        "The ministers met the delegation of the northern port and also noted Minister Erik Hansen.",
        "The report that the parliament of the country heard stressed the importance of trade.",
    ):
        assert told(OPENING, text) == []


def test_the_words_that_name_the_speaker_may_stand_in_the_next_paragraph() -> None:
    found = told(OPENING, "We want our ports to be open to all", "said Foreign Minister Erik Hansen.")
    assert found == [("We want our ports to be open to all", "Erik Hansen")]


def test_a_lead_into_points_is_none_into_speech() -> None:
    assert told(OPENING, "Erik Hansen stressed the following points:", "The ports are to be opened in May.") == []
    assert told(OPENING, "Erik Hansen stressed:", "– The ports are to be opened in May.") == []


def test_a_name_before_a_colon_speaks() -> None:
    text = "**Erik Hansen, head of the Chamber of the North**: “The sea is wide and it is cold.”"
    assert told(text) == [("The sea is wide and it is cold.", "Erik Hansen")]
    assert told(OPENING, "The motto of the year: “The sea is wide and it is cold.”") == []


def test_a_paragraph_may_be_speech_without_marks() -> None:
    found = told(OPENING, "We want our ports to be open to all ships said Foreign Minister Erik Hansen.")
    assert found == [("We want our ports to be open to all ships", "Erik Hansen")]


def test_a_paragraph_may_be_led_into() -> None:
    found = told("Foreign Minister Erik Hansen said:", "The north is open to all who come in peace.")
    assert found == [("The north is open to all who come in peace.", "Erik Hansen")]


def test_a_signature_names_the_speaker() -> None:
    found = told("They said much.", "“The north is open to all who come in peace.”", "– Erik Hansen, 4 May 2024")
    assert found == [("The north is open to all who come in peace.", "Erik Hansen")]


def test_a_signature_may_stand_behind_a_dash() -> None:
    text = "The north is open to all who come in peace."
    assert told("They said much.", f"“{text}” – Minister Erik Hansen.") == [(text, "Erik Hansen")]
    assert told("They said much.", "“Open Ports for All Who Come in Peace” – a film by Erik Hansen.") == []


def test_a_statement_given_whole_is_no_quotation() -> None:
    assert told("The following is attributable to the Spokesperson:", "We welcome the truce. It is a good day.") == []


def test_a_short_sentence_behind_a_speech_may_name_the_speaker() -> None:
    text = "The sea is wide and it is cold."
    assert told(OPENING, f"“{text}” Mr. Erik Hansen said. He left Oslo.") == [(text, "Erik Hansen")]
    assert told(OPENING, f"“{text}” Aigul Omarova said that trade grows.") == []


def test_a_mark_that_never_closes_ends_before_the_speakers_name() -> None:
    for tag in (", said Minister Erik Hansen.", ". said Minister Erik Hansen."):
        found = told(OPENING, f"“The sea is wide and it is cold{tag}", "They sail together.")
        assert [(text.rstrip("."), speaker) for text, speaker in found] == [
            ("The sea is wide and it is cold", "Erik Hansen")
        ]
    assert told(OPENING, "“The Wide and Cold Sea was read by Erik Hansen in Oslo", "They sail together.") == []


def test_a_hope_in_marks_is_its_bearers() -> None:
    text = "our nations will share a long and good future"
    found = told(OPENING, f"Erik Hansen spoke of his firm hope that “{text}” and left.")
    assert found == [(text, "Erik Hansen")]


def test_an_office_told_by_one_word_is_rather_that_of_its_own_title() -> None:
    found = told(OPENING, "Secretary of State Anna Smith came.", "“The sea is wide and cold,” the Secretary said.")
    assert [speaker for _, speaker in found] == ["Anna Smith"]


def test_a_paragraph_without_a_stop_is_speech_beside_speech_without_marks() -> None:
    long = "The northern ports are open to all ships of all nations through the whole of the long winter and spring"
    spoken = "We want our ports to be open to all said Foreign Minister Erik Hansen."
    assert [words for words, _ in told(OPENING, spoken, "They agreed.", long)] == [
        "We want our ports to be open to all",
        long,
    ]
    assert told(OPENING, "We want our ports to be open to all said the head of the harbour office.", long) == []


def test_a_dash_before_the_speaker_closes_speech_that_names_nobody_first() -> None:
    sea = "The sea is wide and it “belongs” to all of mankind"
    assert told(OPENING, f"{sea} - Erik Hansen said, adding that Norway would stay.") == [(sea, "Erik Hansen")]
    assert told(OPENING, "The sea is wide and cold, Erik Hansen said, adding that Norway would stay.") == []
    assert told(OPENING, "We sail. - summarised Erik Hansen.") == []
    assert told(OPENING, "We sail on the wide sea. - summarised Erik Hansen.") == [
        ("We sail on the wide sea.", "Erik Hansen")
    ]


def test_a_paragraph_in_the_first_person_is_speech_beside_speech_without_marks() -> None:
    own = "Our harbours have flourished since the day on which both peoples chose to build them and to share them."
    signed = "We sail on the wide sea, Erik Hansen said."
    assert told(OPENING, own, signed) == [(own, None), ("We sail on the wide sea", "Erik Hansen")]
    assert told(OPENING, own) == []
    heading = "Joint Programme of the two kingdoms for the building of harbours and of ships in the north"
    assert told(OPENING, signed, heading, "Work Plan") == [("We sail on the wide sea", "Erik Hansen")]


def test_a_pronoun_is_not_whom_its_subject_only_spoke_of() -> None:
    found = told(
        "President Olav Berg met Aigul Omarova. And he accused the others of fearing Erik Hansen. "
        "He said, “We do not need your sanctions.”"
    )
    assert [speaker for _, speaker in found] == ["Olav Berg"]


@pytest.mark.parametrize(
    ("paragraphs", "words"),
    [
        (["'We shall build the bridge together,' Aigul Omarova said."], ["We shall build the bridge together"]),
        (["‘We shall build our allies' bridge’, Aigul Omarova said."], ["We shall build our allies' bridge"]),
        (["'The ports are open to all.", "We shall build the bridge,' Aigul Omarova said."],
         ["The ports are open to all.\n\nWe shall build the bridge"]),
        (["The allies' bridge stands for the ports' sake, Aigul Omarova said."], []),
        (["“They sang ‘We shall build the bridge.’ at dusk,” Aigul Omarova said."],
         ["They sang ‘We shall build the bridge.’ at dusk"]),
    ],
)  # fmt: skip
def test_single_marks_hold_speech_where_a_release_has_no_double_ones(paragraphs: list[str], words: list[str]) -> None:
    assert told(OPENING, *paragraphs) == [(text, "Aigul Omarova") for text in words]


def test_a_statement_that_somebody_issues_is_speech() -> None:
    words = "The north is open to all."
    assert told(OPENING, "Erik Hansen issued the following statement:", words) == [(words[:-1] + ".", "Erik Hansen")]
    assert told(OPENING, "Erik Hansen issued the following list:", words) == []


def test_speech_without_marks_begins_behind_what_is_told_of_the_speaker() -> None:
    speech = "We need the bridge, and we need it in our time, Aigul Omarova said."
    assert told(OPENING, f"In Oslo the minister opened the fair. {speech}")[0][0].startswith("We need the bridge")
    assert told(OPENING, f"The north is open. {speech}")[0][0].startswith("The north is open.")
