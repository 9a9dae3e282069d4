"""What a host's robots.txt allows, asked once a run.

Rules as in RFC 9309: without the file all is allowed, and while it cannot be reached nothing is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import httpx
from protego import Protego

from pipelines.model import Page, Verdict

Fetch = Callable[[str], Page]


class RobotsUnreachableError(Exception):
    """The host did not answer for its robots.txt, so nothing may be asked of it now."""


@dataclass(frozen=True, slots=True)
class Rules:
    """One host's rules for one agent."""

    parsed: Protego
    agent: str

    def allows(self, url: str) -> bool:
        """Whether the agent may fetch the address."""
        return bool(self.parsed.can_fetch(url, self.agent))

    @property
    def delay_seconds(self) -> float:
        """The crawl delay that the host asks for; 0 where it asks for none."""
        return float(self.parsed.crawl_delay(self.agent) or 0)


def read_rules(url: str, agent: str, fetch: Fetch) -> Rules:
    """Fetch and read the robots.txt of an address's host.

    Raises:
        RobotsUnreachableError: the file may exist but could not be had.
    """
    address = str(httpx.URL(url).copy_with(raw_path=b"/robots.txt", fragment=None))
    page = fetch(address)
    match page.verdict:
        case Verdict.UNREACHABLE:
            raise RobotsUnreachableError(f"{address}: {page.reason}")
        case Verdict.PAGE | Verdict.EMPTY:
            text = page.body.decode("utf-8", "replace")
        case _:
            text = ""  # RFC 9309 2.3.1.3: unavailable means that there are no rules
    return Rules(Protego.parse(text), agent)
