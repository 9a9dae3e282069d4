"""The language of a text, as it is and not as its address says: French texts stand under `/en/`."""

from __future__ import annotations

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_ENOUGH_CHARS = 200  # below, a list of names decides
_TELLING_CHARS = 800  # of a long text the beginning tells as much as the whole
_SURE = 0.99


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str, stated: str) -> str:
    """ISO 639-1 code: the stated language, unless a text of some length is surely another."""
    if len(text) < _ENOUGH_CHARS:
        return stated
    language, probability = _identifier().classify(text[:_TELLING_CHARS])
    return str(language) if probability >= _SURE else stated
