"""A source as its file describes it: one TOML file, read strictly.

What belongs here: the words of the format and their meaning. What does not: how a word is carried out; that is
`fetch`, `parse` and `collect`. Unknown keys are errors, and an error names the file, the key and the mend.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, available_timezones

import pycountry
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

SOURCES = Path(__file__).parent / "sources"


class SourceError(ValueError):
    """A source file that cannot be used; the message says which file, which key and what to do."""


def _regex(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"is not a regular expression: {error}") from error
    return text


def _country(code: str) -> str:
    if pycountry.countries.get(alpha_2=code) is None:
        raise ValueError("is not an ISO 3166-1 alpha-2 code, such as KZ")
    return code


def _language(code: str) -> str:
    if pycountry.languages.get(alpha_2=code) is None:
        raise ValueError("is not an ISO 639-1 code, such as en")
    return code


def _zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("is not a zone of the IANA database, such as Asia/Almaty")
    return name


def _as_pick(value: object) -> object:
    return {"at": value} if isinstance(value, str) else value


def _as_list(value: object) -> object:
    return [value] if isinstance(value, dict) else value


def _unverified(value: object) -> object:
    return None if value is False else value


Regex = Annotated[str, AfterValidator(_regex)]
CountryCode = Annotated[str, AfterValidator(_country)]
LanguageCode = Annotated[str, AfterValidator(_language)]
Zone = Annotated[str, AfterValidator(_zone)]


class Words(BaseModel):
    """Base of every table of a source file: frozen, and strict about keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PlainPick(Words):
    """Where one value stands in a page: a CSS selector, perhaps an attribute, perhaps a part of the text."""

    at: str
    attribute: str | None = None
    pattern: Regex | None = None  # the groups that match, joined by a space; without groups the whole match


Pick = Annotated[PlainPick, BeforeValidator(_as_pick)]


class DatePick(PlainPick):
    """Where a day or a time of publication stands, and how it is written."""

    format: str = "iso"  # a strptime format, or `iso` for ISO 8601; without %H no time of day is read
    year: Pick | None = None  # for a day that is stated without its year: where the year stands


class HtmlListing(Words):
    """A listing that is a web page of links."""

    format: Literal["html"]
    url: str  # `{page}` stands for the number of the page
    first_page: int = 1
    first_url: str | None = None  # where the first page has an address of its own
    links: Regex  # matched against absolute addresses; the group `id` is the release's own number
    at_least: int = 1  # fewer links on the first page mean that the page changed


class FeedListing(Words):
    """A listing that is an RSS or Atom feed."""

    format: Literal["feed"]
    url: str
    links: Regex = ""  # entries whose address does not match are left out; the group `id` as in HTML
    at_least: int = 1


class GovukListing(Words):
    """The GOV.UK Search API: docs/using-the-search-api.md in alphagov/search-api."""

    format: Literal["govuk_search"]
    url: str
    content_url: str  # the root of the Content API
    query: dict[str, str] = {}
    page_size: Annotated[int, Field(ge=1, le=1500)] = 50
    at_least: int = 1


Listing = Annotated[HtmlListing | FeedListing | GovukListing, Field(discriminator="format")]


class HtmlArticle(Words):
    """A release that is a web page, read by selectors inside its own region."""

    format: Literal["html"]
    until: date | None = None  # pages fetched on or after this day have the next block's layout
    region: str = "body"  # the first match is cut out; all else on the page is not looked at
    only_first: str | None = None  # pages that go on with other releases: from this selector's second match on, dropped
    title: Pick
    published: Annotated[list[DatePick], BeforeValidator(_as_list)] = []  # the first that is there
    body: str
    drop: list[str] = []  # selectors inside the body that are not the text
    summary: Pick | None = None
    address: Pick | None = None  # the release's own address, where the page states one
    language: Pick | None = None
    issuer: Pick | None = None
    keep_if: Regex | None = None  # pages whose title and text do not match are not this issuer's


class GovukArticle(Words):
    """A document of the GOV.UK Content API: formats news_article and speech of alphagov/publishing-api."""

    format: Literal["govuk_content"]
    until: date | None = None


Article = Annotated[HtmlArticle | GovukArticle, Field(discriminator="format")]


class Fetch(Words):
    """How politely a source is fetched."""

    delay_seconds: Annotated[float, Field(ge=0)] = 1.0  # robots.txt may ask for more
    max_pages: Annotated[int, Field(ge=0)] = 100  # a run fetches no more pages; 0 is no limit
    look_back_days: Annotated[int, Field(ge=0)] = 14  # pages younger than this are looked at again for edits
    look_again_hours: Annotated[float, Field(ge=0)] = 12.0
    soft_errors: list[str] = []  # phrases of this site's error pages that come with status 200
    at_least_bytes: int = 200  # a shorter body is no page


class Schedule(Words):
    """When a source is visited, in its own time zone."""

    cron: str = "17 * * * *"


class Source(Words):
    """A site that we read."""

    source_id: str
    name: str
    issuer: CountryCode
    language: LanguageCode
    timezone: Zone
    homepage: str
    terms: str  # under which terms the text may be used, in a sentence
    verified: Annotated[date | None, BeforeValidator(_unverified)]  # the day it was last read live; false: never
    listing: Listing
    article: Annotated[list[Article], BeforeValidator(_as_list), Field(min_length=1)]
    fetch: Fetch = Fetch()
    schedule: Schedule = Schedule()

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which the source states its times."""
        return ZoneInfo(self.timezone)

    @property
    def version(self) -> str:
        """Changes when anything changes that the reading of a page depends on."""
        words = self.model_dump_json(exclude={"fetch", "schedule", "verified", "terms", "name", "homepage"})
        return hashlib.sha256(words.encode()).hexdigest()[:12]

    def article_at(self, day: date) -> HtmlArticle | GovukArticle:
        """The block that describes pages as they were on the day they were fetched."""
        return next((block for block in self.article if block.until is None or day < block.until), self.article[-1])

    def external_id(self, url: str) -> str | None:
        """The release's own number, where the address holds it."""
        match = re.search(getattr(self.listing, "links", ""), url)
        return match.groupdict().get("id") if match else None


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
    formats = {"html", "feed", "govuk_search", "govuk_content"}
    return ".".join(str(step) for step in location if step not in formats)


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
