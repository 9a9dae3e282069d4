"""The words of a source file: what a listing, an article, a polite fetch and a rhythm can be.

What belongs here: one class a format, and the keys it knows. What does not: how a format is carried out; that is
`parse` and `fetch`. Unknown keys are errors.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import jmespath
from croniter import croniter
from jmespath.exceptions import JMESPathError
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator


def _regex(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"is not a regular expression: {error}") from error
    return text


def _path(text: str) -> str:
    try:
        jmespath.compile(text)
    except JMESPathError as error:
        raise ValueError(f"is not a JMESPath expression: {error}") from error
    return text


def _headers(stated: dict[str, str]) -> dict[str, str]:
    told = _WHO_ASKS.intersection(map(str.lower, stated))
    if told:
        raise ValueError(f"may not state {', '.join(sorted(told))}: every source is asked under our own name")
    return stated


def _as_pick(value: object) -> object:
    return {"at": value} if isinstance(value, str) else value


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError("is not a zone of the IANA database, such as Asia/Almaty") from error
    return name


def _cron(stated: str) -> str:
    if len(stated.split()) != _CRON_FIELDS or not croniter.is_valid(stated, hash_id=b"any"):
        raise ValueError("is not a time in the five fields of cron, in which H stands for a number made from the id")
    return stated


def as_list(value: object) -> object:
    """A key that may be given once or several times."""
    return value if isinstance(value, list) else [value]


FORMATS = frozenset({"html", "feed", "sitemap", "json", "graphql", "wordpress", "govuk_search", "govuk_content"})

_WHO_ASKS = frozenset({"authorization", "cookie", "from", "host", "origin", "referer", "user-agent"})

_CRON_FIELDS = 5

Zone = Annotated[str, AfterValidator(_zone)]
Regex = Annotated[str, AfterValidator(_regex)]
Headers = Annotated[dict[str, str], AfterValidator(_headers)]
Cron = Annotated[str, AfterValidator(_cron)]
JsonPath = Annotated[str, AfterValidator(_path)]  # https://jmespath.org/specification.html


class Words(BaseModel):
    """Base of every table of a source file: frozen, and strict about keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PlainPick(Words):
    """Where one value stands.

    In a page: a CSS selector, perhaps an attribute; or `schema:datePublished`, a property of the page's schema.org
    article, or `meta:og:title`, the content of a meta element by its name or property. In a JSON reply: a JMESPath.
    """

    at: str
    attribute: str | None = None
    pattern: Regex | None = None  # the groups that match, joined by a space; without groups the whole match


Pick = Annotated[PlainPick, BeforeValidator(_as_pick)]
Picks = Annotated[list[Pick], BeforeValidator(as_list)]  # the first that is there


class DatePick(PlainPick):
    """Where a day or a time of publication stands, and how it is written."""

    format: str = "iso"  # a strptime format, `iso` for ISO 8601 or `rfc2822`; without %H no time of day is read
    zone: Zone | None = None  # of an interface that tells times in another zone than the source's, such as UTC
    midnight_is_no_time: bool = False  # the site writes days as midnights
    year: Pick | None = None  # for a day that is stated without its year: where the year stands


DatePicks = Annotated[list[Annotated[DatePick, BeforeValidator(_as_pick)]], BeforeValidator(as_list)]


class _Listing(Words):
    """What all listings share."""

    at_least: int = 1  # fewer releases on the first page mean that the page changed, not that the ministry was quiet
    since: date | None = None  # releases that the listing dates before this day are left alone


class _Numbered(_Listing):
    """A listing of numbered pages."""

    url: str  # `{page}` stands for the number of the page
    first_page: int = 1
    step: int = 1  # from page to page: 1 for numbers, the size of a page for offsets


class HtmlListing(_Numbered):
    """A listing that is a web page of links."""

    format: Literal["html"]
    first_url: str | None = None  # where the first page has an address of its own
    links: Regex  # matched against absolute addresses; the group `id` is the release's own number
    card: str | None = None  # selector of what surrounds one link and its date
    title: Pick | None = None  # inside the card; else the words of the link
    dated: DatePicks = []  # inside the card


class FeedListing(_Numbered):
    """A listing that is an RSS or Atom feed."""

    format: Literal["feed"]
    links: Regex = ""  # entries whose address does not match are left out; the group `id` as in HTML
    full_text: bool = False  # the items carry the whole release, so its page is not fetched


class SitemapListing(_Numbered):
    """A sitemap, a news sitemap or a sitemap index: https://www.sitemaps.org/protocol.html."""

    format: Literal["sitemap"]
    links: Regex  # as in HTML
    children: Regex = ""  # of an index: the sitemaps that hold releases


class JsonItems(_Numbered):
    """What the listings share that are JSON replies: a list of items, and where in an item its parts stand."""

    items: JsonPath  # the list; a lone object counts as a list of one
    link: JsonPath | None = None  # the release's address, perhaps relative to the listing's
    address: str | None = None  # or how it is made, with the names of the item's own fields in braces
    title: JsonPath | None = None
    updated: JsonPath | None = None
    dated: DatePicks = []
    links: Regex = ""  # releases whose address does not match are left out; the group `id` as in HTML
    keep_if: JsonPath | None = None  # items for which it is false or null are left out
    full_text: bool = False  # the items carry the whole release, so its page is not fetched

    @model_validator(mode="after")
    def _leads_somewhere(self) -> JsonItems:
        if (self.link is None) == (self.address is None):
            raise ValueError("needs either `link` or `address`: where in an item its address stands, or how it is made")
        return self


class JsonListing(JsonItems):
    """A listing that is the reply of any JSON interface."""

    format: Literal["json"]


class GraphqlListing(JsonItems):
    """A listing that is asked for by a GraphQL query in a POST: https://graphql.org/learn/serving-over-http/."""

    format: Literal["graphql"]
    query: str  # `{page}` stands for the number of the page


class WordpressListing(_Listing):
    """The REST interface of WordPress, whose items carry the whole text: developer.wordpress.org/rest-api."""

    format: Literal["wordpress"]
    url: str  # of the collection, such as https://ministry.example/wp-json/wp/v2/posts
    query: dict[str, str] = {}
    page_size: Annotated[int, Field(ge=1, le=100)] = 50
    links: Regex = ""


class GovukListing(_Listing):
    """The GOV.UK Search API: docs/using-the-search-api.md in alphagov/search-api."""

    format: Literal["govuk_search"]
    url: str
    content_url: str  # the root of the Content API
    query: dict[str, str] = {}
    page_size: Annotated[int, Field(ge=1, le=1500)] = 50


Listing = Annotated[
    HtmlListing | FeedListing | SitemapListing | JsonListing | GraphqlListing | WordpressListing | GovukListing,
    Field(discriminator="format"),
]


class _Article(Words):
    """What all articles share."""

    until: date | None = None  # pages fetched on or after this day have the next block's layout


class _PickedArticle(_Article):
    """An article whose parts the source's file names one by one."""

    title: Picks
    published: DatePicks = []
    drop: list[str] = []  # selectors inside the body that are not the text
    summary: Picks = []
    address: Picks = []  # the release's own address, where the page states one
    language: Picks = []
    issuer: Pick | None = None
    document_type: Picks = []
    original: Picks = []  # the address or number of the release that this one translates or repeats
    keep_if: Regex | None = None  # pages whose title and text do not match are not this issuer's


class HtmlArticle(_PickedArticle):
    """A release that is a web page, read by selectors inside its own region."""

    format: Literal["html"]
    region: str = "body"  # the first match is cut out; all else on the page is not looked at
    only_first: str | None = None  # pages that go on with other releases: from this selector's second match on, dropped
    body: str
    lead: str | None = None  # selector of opening words that stand before the body and outside it
    in_pieces: bool = False  # the text stands in several elements: in all that `body` matches, not only in the first
    fall_back: Literal["generic"] | None = None  # read a page that the selectors do not fit by the generic reader


class JsonArticle(_PickedArticle):
    """A release that is one item of a JSON reply; its body is HTML, or text with blank lines."""

    format: Literal["json"]
    body: JsonPath
    region: str | None = None  # selector inside the body's HTML, where the item holds a whole page


class WordpressArticle(_Article):
    """A post of the REST interface of WordPress."""

    format: Literal["wordpress"]
    region: str | None = None  # selector inside the content, where it holds a whole page
    drop: list[str] = []


class GovukArticle(_Article):
    """A document of the GOV.UK Content API: formats news_article and speech of alphagov/publishing-api."""

    format: Literal["govuk_content"]


Article = Annotated[HtmlArticle | JsonArticle | WordpressArticle | GovukArticle, Field(discriminator="format")]


class Fetch(Words):
    """How politely a source is fetched."""

    delay_seconds: Annotated[float, Field(ge=0)] = 1.0  # robots.txt may ask for more
    headers: Headers = {}  # what an interface wants to be told beside the address, such as which ministry
    max_pages: Annotated[int, Field(ge=0)] = 100  # a run fetches no more pages; 0 is no limit
    look_again_hours: Annotated[float, Field(ge=0)] = 12.0  # for edits, the first time; then ever more rarely
    soft_errors: list[str] = []  # phrases of this site's error pages that come with status 200
    refusals: list[str] = []  # phrases by which this site refuses us, whatever the status says
    at_least_bytes: int = 200  # a shorter body is no page


class Schedule(Words):
    """When a source is visited, in its own time zone, and how often it speaks.

    In `cron` an `H` is a number made from the source's id, as Jenkins has it: `H H/3 * * *` is every three hours, by
    each source at a minute and from an hour of its own, so that they do not all start together.
    """

    cron: Cron = "H * * * *"
    expected_gap_days: Annotated[float, Field(gt=0)] | None = None  # between releases, until its own past tells
    is_closed: bool = False  # nothing new is published at these addresses, so that silence says nothing
