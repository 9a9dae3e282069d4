"""Which web the assets read: the real one, or the sample site under COMMUNIQUE_SAMPLE.

`COMMUNIQUE_SAMPLE=1` puts the site up for each visit; an address, such as `http://127.0.0.1:8399`, is where
`communique sample` serves it. `COMMUNIQUE_SAMPLE_CRON` is when the sample's sources are visited, for whoever wants to
see a tick sooner than their files say; real ministries are visited as theirs say.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from pipelines.fetch.client import PoliteClient
from pipelines.formats import Schedule
from pipelines.home import live_sources, sample_sources
from pipelines.sample.site import SampleSite
from pipelines.source import SourceFolder


def offered_sources() -> SourceFolder:
    """The sources that have assets and schedules.

    Raises:
        ValidationError: COMMUNIQUE_SAMPLE_CRON is no time in the five fields of cron.
    """
    return _as_often(sample_sources()) if _is_sample() else live_sources()


@contextmanager
def open_client() -> Iterator[PoliteClient]:
    """A client for one visit; for the sample, together with its site."""
    if not _is_sample():
        with PoliteClient() as client:
            yield client
        return
    if _setting().startswith("http"):
        with PoliteClient(routes=dict.fromkeys(SampleSite().hosts, _setting())) as client:
            yield client
        return
    with SampleSite() as site, PoliteClient(routes=dict.fromkeys(site.hosts, site.origin)) as client:
        yield client


def _as_often(offered: SourceFolder) -> SourceFolder:
    """The sample's sources, visited when the setting says, where it does."""
    stated = os.environ.get("COMMUNIQUE_SAMPLE_CRON")
    if not stated:
        return offered
    often = {"schedule": Schedule(cron=stated)}
    return SourceFolder({name: one.model_copy(update=often) for name, one in offered.sources.items()}, offered.errors)


def _is_sample() -> bool:
    return _setting() not in {"", "0"}


def _setting() -> str:
    return os.environ.get("COMMUNIQUE_SAMPLE", "")
