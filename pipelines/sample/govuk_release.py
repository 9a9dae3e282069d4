"""What a file of `releases/govuk` holds: a document of GOV.UK, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import AwareDatetime

from pipelines.sample.releases import Release, Strict

if TYPE_CHECKING:
    from datetime import datetime

SPEECHES = {"speech", "authored_article", "written_statement", "oral_statement"}


class Gone(Strict):
    """When a document was unpublished, and why."""

    at: AwareDatetime
    explanation: str
    alternative_path: str = ""


class Redirect(Strict):
    """When a document gave way to another."""

    at: AwareDatetime
    destination: str


class Withdrawn(Strict):
    """When a document was withdrawn, and why; its text stays readable."""

    at: AwareDatetime
    explanation: str


class Speech(Strict):
    """What a speech states beside its text."""

    delivered_on: AwareDatetime
    location: str
    speaker: str


class GovukRelease(Release):
    """A document; `id` is its content_id, which its translations share."""

    document_type: Literal["press_release", "news_story", "world_news_story", "government_response", "speech"]
    locale: str = "en"
    people: tuple[str, ...] = ()
    world_locations: tuple[str, ...] = ()
    worldwide_organisations: tuple[str, ...] = ()
    speech: Speech | None = None
    withdrawn: Withdrawn | None = None
    gone: Gone | None = None
    redirect: Redirect | None = None

    @property
    def public_updated_at(self) -> datetime:
        """When it was last edited in a way that the public is told of."""
        return max([self.published_at] + [edit.at for edit in self.edits if edit.note is not None])

    @property
    def schema_name(self) -> str:
        """The schema that the document follows."""
        return "speech" if self.document_type in SPEECHES else "news_article"
