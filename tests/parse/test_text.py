"""Words come out of bytes and markup whole."""

from __future__ import annotations

import pytest

from pipelines.parse.text import clean, decode, paragraphs_of

RUSSIAN = "Встреча «на полях» саммита — Астана"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (RUSSIAN.encode("cp1251"), "text/html; charset=windows-1251"),
        (f'<meta charset="windows-1251">{RUSSIAN}'.encode("cp1251"), "text/html"),
        (f'<meta charset="windows-1251">{RUSSIAN}'.encode("cp1251"), "text/html; charset=utf-8"),
        (RUSSIAN.encode(), "text/html"),
        (RUSSIAN.encode(), "text/html; charset=utf-8"),
        (b"\xef\xbb\xbf" + RUSSIAN.encode(), "text/html; charset=iso-8859-1"),
    ],
    ids=["header", "meta", "lying header", "nothing said", "utf-8", "byte order mark"],
)
def test_bytes_are_decoded_by_what_is_true(body: bytes, content_type: str) -> None:
    assert RUSSIAN in decode(body, content_type)


@pytest.mark.parametrize(
    ("markup", "paragraphs"),
    [
        ("<p>One.</p><p>Two.</p>", ("One.", "Two.")),
        ("<div>One.<br><br>Two.</div>", ("One.", "Two.")),
        ("<div>One.<br>\n<br>Two.<br>&nbsp;<br>Three.</div>", ("One.", "Two.", "Three.")),
        ("<p>One<br>line.</p>", ("One line.",)),
        ("<p>A <b>bold</b> <a href='#'>link</a>, here.</p>", ("A bold link, here.",)),
        ("<ul><li>One</li><li>Two</li></ul>", ("One", "Two")),
        ("<p>Text.</p><script>var x = '<p>no</p>';</script><!-- no -->", ("Text.",)),
        ("Loose words<p>One.</p>and more", ("Loose words", "One.", "and more")),
        ("<p>&nbsp;</p><p> </p><p>One.</p>", ("One.",)),
        ("<table><tr><td>Cell</td><td>Other</td></tr></table>", ("Cell", "Other")),
        ("<p>R&amp;D &lt;here&gt; &euro;5</p>", ("R&D <here> €5",)),
    ],
)
def test_paragraphs_follow_the_blocks(markup: str, paragraphs: tuple[str, ...]) -> None:
    assert paragraphs_of(markup) == paragraphs


def test_white_space_and_invisible_marks_are_folded() -> None:
    assert clean(" a\u00a0b\n\tc\u200bd \u00ad ") == "a b cd"
