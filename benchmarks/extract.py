"""How fast the extractor reads, beside the bare cutting of the same text into words, and how it bears hostile text.

    make bench

The text is the sample site's own, in English. Times are of one process on one core, lexicons loaded beforehand; each
figure is the best of several rounds, because what else the machine does can only add to it.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice

from rich.console import Console
from rich.table import Table

from pipelines.extract.reader import read_facts
from pipelines.model import Document
from pipelines.parse.language import language_of
from pipelines.sample.kazakh import KazakhRelease
from pipelines.sample.releases import read_releases

_ROUNDS = 5
_WORDS_A_RELEASE = 350
_HOSTILE_CHARS = 200_000
_WORD = re.compile(r"\w+|[^\w\s]")


def corpus(words_a_release: int = _WORDS_A_RELEASE, count: int = 100) -> list[Document]:
    """Documents of about so many words, made of whole paragraphs of the sample's releases."""
    paragraphs = [
        paragraph
        for release in read_releases(KazakhRelease, "kazakh", None)
        for paragraph in release.paragraphs
        if language_of(paragraph, "en") == "en"
    ]
    endless = iter(paragraphs * (1 + count * words_a_release // 10))
    return [_document(_take(endless, words_a_release)) for _ in range(count)]


def hostile() -> dict[str, Document]:
    """Texts that no ministry writes and that a reader must not choke on."""
    texts = {
        "nested quotes": "“" * 50_000 + "word" * 10 + "”" * 50_000,
        "ten thousand commas": ", ".join(["Minister"] * 10_000),
        "capitals only": "MINISTER OF FOREIGN AFFAIRS OF KAZAKHSTAN MET AMBASSADOR ",
        "no full stops": "the minister met the ambassador in Astana on Monday and said that ",
        "names without end": "Ivan Petrov, Maria Schmidt and John Smith, ",
        "brackets": "(((Ministry (of) Foreign [Affairs] ",
        "digits": "1,234.56 million $ 2025-01-01 % ",
    }
    sized = {name: (text * (_HOSTILE_CHARS // len(text) + 1))[:_HOSTILE_CHARS] for name, text in texts.items()}
    return {name: _document((text,)) for name, text in sized.items()}


def main() -> None:
    """Measure and print."""
    documents = corpus()
    read_facts(documents[0])  # loads the lexicons
    seconds = _best(lambda: [read_facts(document) for document in documents])
    bare = _best(lambda: [_WORD.findall(document.body) for document in documents])
    table = Table("what", "figure", title="Extractor, one core", title_justify="left")
    table.add_row(f"releases of about {_WORDS_A_RELEASE} words a second", f"{len(documents) / seconds:.0f}")
    table.add_row("time beside bare tokenisation", f"{seconds / bare:.0f} times")
    for words in (350, 700, 1400, 2800):
        longer = corpus(words, 20)
        each = _best(lambda longer=longer: [read_facts(document) for document in longer]) / len(longer)
        table.add_row(f"milliseconds a release of {words} words, for each 350", f"{each * 1000 * 350 / words:.2f}")
    for name, document in hostile().items():
        table.add_row(
            f"seconds for 200 KB of {name}", f"{_best(lambda document=document: read_facts(document), 1):.2f}"
        )
    Console().print(table)


def _best(work: Callable[[], object], rounds: int = _ROUNDS) -> float:
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def _take(paragraphs: Iterator[str], words: int) -> tuple[str, ...]:
    taken: list[str] = []
    while sum(len(paragraph.split()) for paragraph in taken) < words:
        taken += islice(paragraphs, 1)
    return tuple(taken)


def _document(paragraphs: tuple[str, ...]) -> Document:
    return Document(
        url="https://ministry.example/1",
        title="Minister met Ambassador",
        paragraphs=paragraphs,
        language="en",
        issuer_country="KZ",
        published_on=date(2026, 5, 5),
    )


if __name__ == "__main__":
    main()
