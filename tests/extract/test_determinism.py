"""The same text gives the same facts, whatever the order, the process and the hash seed."""

from __future__ import annotations

import os
import subprocess
import sys

READ = """
import hashlib, random
from benchmarks.extract import corpus
from pipelines.extract.reader import read_facts
documents = list(enumerate(corpus(count=20)))
random.shuffle(documents)
facts = sorted((number, repr(read_facts(document))) for number, document in documents)
print(hashlib.sha256(repr(facts).encode()).hexdigest())
"""


def digest(seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(
        [sys.executable, "-c", READ], env=environment, capture_output=True, text=True, check=True
    ).stdout


def test_facts_do_not_depend_on_order_process_or_hash_seed() -> None:
    assert len({digest(seed) for seed in ("1", "2")}) == 1
