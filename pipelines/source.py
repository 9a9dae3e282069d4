"""A source as its file describes it: one TOML file, read strictly.

What belongs here: a source as a whole, and how its file is read. What does not: the words of each format, which are
`formats`. Unknown keys are errors, and an error names the file, the key and the mend.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice, pairwise
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import pycountry
from croniter import croniter
from pydantic import AfterValidator, BeforeValidator, Field, ValidationError

from pipelines.formats import FORMATS, Article, Fetch, Listing, Schedule, Words, Zone, as_list

_BODIES = frozenset({"EU", "UN"})  # international bodies that have a press service of their own
_TICKS = 25  # a day of those that come hourly, and some weeks of those that come daily
_LARGEST = (59, 23, 31, 12, 6)  # of each field of cron
SOURCES = Path(__file__).parent / "sources"


class SourceError(ValueError):
    """A source file that cannot be used; the message says which file, which key and what to do."""


def _issuer(code: str) -> str:
    if pycountry.countries.get(alpha_2=code) is None and code not in _BODIES:
        raise ValueError("is not an ISO 3166-1 alpha-2 code, such as KZ, nor EU or UN")
    return code


def _language(code: str) -> str:
    if pycountry.languages.get(alpha_2=code) is None:
        raise ValueError("is not an ISO 639-1 code, such as en")
    return code


def _unverified(value: object) -> object:
    return None if value is False else value


Issuer = Annotated[str, AfterValidator(_issuer)]
LanguageCode = Annotated[str, AfterValidator(_language)]


class Source(Words):
    """A site that we read."""

    source_id: str
    name: str
    issuer: Issuer
    language: LanguageCode
    timezone: Zone
    homepage: str
    terms: str  # under which terms the text may be used, in a sentence
    verified: Annotated[date | None, BeforeValidator(_unverified)]  # the day it was last read live; false: never
    republishes: str | None = None  # the source whose releases it repeats among its own texts
    listing: Listing
    article: Annotated[list[Article], BeforeValidator(as_list), Field(min_length=1)]
    fetch: Fetch = Fetch()
    schedule: Schedule = Schedule()

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which the source states its times."""
        return ZoneInfo(self.timezone)

    @property
    def cron(self) -> str:
        """When it is visited, with a number for each `H`."""
        return spread(self.schedule.cron, self.source_id)

    @property
    def longest_wait(self) -> timedelta:
        """The longest time between two visits."""
        start = datetime(2024, 1, 1, tzinfo=UTC)  # any moment does
        times: list[datetime] = list(islice(croniter(self.cron, start, ret_type=datetime), _TICKS))
        return max(later - earlier for earlier, later in pairwise([start, *times]))

    @property
    def version(self) -> str:
        """Changes when anything changes that the reading of a page depends on."""
        words = self.model_dump_json(
            exclude={"fetch", "schedule", "verified", "terms", "name", "homepage", "republishes"}
        )
        return hashlib.sha256(words.encode()).hexdigest()[:12]

    def article_at(self, day: date) -> Article:
        """The block that describes pages as they were on the day they were fetched."""
        return next((block for block in self.article if block.until is None or day < block.until), self.article[-1])

    def external_id(self, url: str) -> str | None:
        """The release's own number, where the address holds it."""
        match = re.search(getattr(self.listing, "links", ""), url)
        return match.groupdict().get("id") if match else None


def spread(cron: str, source_id: str) -> str:
    """A cron line with a number made from the id for each `H`: the same for ever, and another for the next source."""
    numbers, _ = croniter.expand(cron, hash_id=source_id.encode())
    return " ".join(map(_spread_field, cron.split(), numbers, _LARGEST))


def _spread_field(field: str, numbers: list[Any], largest: int) -> str:
    hashed, _, step = field.partition("/")
    if not hashed.startswith("H"):
        return field
    return f"{numbers[0]}-{largest}/{step}" if step and len(numbers) > 1 else str(numbers[0])


def load_source(path: Path) -> Source:
    """Read one source file; SourceError says what is wrong with it."""
    try:
        words: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: is not TOML in UTF-8: {error}. Mend the line that it names.") from error
    try:
        return Source(source_id=path.stem, **words)
    except ValidationError as error:
        raise SourceError(_explain(path, error)) from error
    except TypeError as error:
        raise SourceError(f"{path}: source_id: comes from the file's name; take the key out.") from error


@dataclass(frozen=True, slots=True)
class SourceFolder:
    """The sources of a folder by their id, in the order of their names, and what is wrong with the other files."""

    sources: dict[str, Source]
    errors: dict[str, SourceError]  # a file that cannot be used does not stop the others


def load_sources(folder: Path = SOURCES) -> SourceFolder:
    """Read all source files of a folder."""
    sources: dict[str, Source] = {}
    errors: dict[str, SourceError] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            sources[path.stem] = load_source(path)
        except SourceError as error:
            errors[path.stem] = error
    return SourceFolder(sources, errors)


def _explain(path: Path, error: ValidationError) -> str:
    lines = [f"{path}: {_key(detail['loc'])}: {_mend(detail)}" for detail in error.errors()]
    return "\n".join(lines)


def _key(location: tuple[int | str, ...]) -> str:
    """`listing.html.lnks` is `listing.lnks` in the file: the format is no table of its own there."""
    return ".".join(str(step) for step in location if step not in FORMATS)


def _mend(detail: Any) -> str:  # noqa: ANN401 - pydantic's own shape
    match detail["type"]:
        case "extra_forbidden":
            return "is no key of this table; check its spelling, or take it out."
        case "missing":
            return "is missing; add it."
        case "union_tag_invalid" | "union_tag_not_found":
            known = detail["ctx"].get("expected_tags", "those in pipelines/source.py")
            return f"format is not known; it is one of {known}."
        case _:
            return f"{detail['msg'].removeprefix('Value error, ')} (it is {detail['input']!r}); mend the value."
