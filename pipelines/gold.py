"""How well the rules read labelled releases, where a folder of them is at hand.

The labels and the program that compares are the folder's own: `releases/*.json`, each a release with its facts, and
`score.py`, which takes `--gold`, `--warehouse` and `--json`. What is compared is a published file, made as any other.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from pipelines.build import build
from pipelines.collect import visit
from pipelines.fetch.client import PoliteClient
from pipelines.home import folder_source
from pipelines.load.published import PUBLISHED_NAME
from pipelines.sample.site import SampleSite

_SETTING = "COMMUNIQUE_GOLD"
_LONGEST_SECONDS = 600
_SHOWN = 500  # characters of what the program says


class GoldError(RuntimeError):
    """A folder that cannot be compared with; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Score:
    """F1 by kind of fact, and the mean that the program makes of them, from 0 to 1."""

    mean_f1: float
    f1: dict[str, float]


def gold_folder() -> Path | None:
    """The folder that COMMUNIQUE_GOLD names, if any."""
    stated = os.environ.get(_SETTING)
    return Path(stated).resolve() if stated else None


def score(folder: Path) -> Score:
    """Read the labelled releases as the sample site serves them, and compare; nothing of it stays on the disk.

    Raises:
        GoldError: `releases` or `score.py` is not there, or the program failed.
    """
    for needed in (folder / "releases", folder / "score.py"):
        if not needed.exists():
            raise GoldError(f"{needed} is not there; let {_SETTING} name a folder that holds releases/ and score.py")
    with TemporaryDirectory(prefix="communique-gold-") as made:
        home, told = Path(made), Path(made) / "told.json"
        _publish(folder / "releases", home)
        given = {"--gold": folder / "releases", "--warehouse": home / PUBLISHED_NAME, "--json": told}
        command = [sys.executable, folder / "score.py", *(word for pair in given.items() for word in pair)]
        done = subprocess.run(  # noqa: S603 - the program that whoever runs us has named
            command, capture_output=True, text=True, timeout=_LONGEST_SECONDS, check=False
        )
        if done.returncode or not told.exists():
            raise GoldError(f"{folder / 'score.py'} ended with {done.returncode}: {done.stderr[-_SHOWN:].strip()}")
        return _read(told)


def _publish(releases: Path, home: Path) -> None:
    offered = folder_source()
    with SampleSite(folder=releases) as site, PoliteClient(routes=dict.fromkeys(site.hosts, site.origin)) as client:
        for source in offered.sources.values():
            visit(source, home, client, max_pages=0)
    build(home, offered.sources, copies=False)


def _read(told: Path) -> Score:
    found = json.loads(told.read_text(encoding="utf-8"))
    try:
        return Score(float(found["mean_f1"]), {kind: float(row["f1"]) for kind, row in found["facts"].items()})
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise GoldError(
            f"score.py told something else than `mean_f1` and `facts` with an `f1` each: {error!r}"
        ) from error
