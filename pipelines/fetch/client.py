"""The polite client: one request at a time a host, spaced, bounded, retried only where a retry can help.

What belongs here: how bytes are asked for. What does not: which addresses, and what the bytes mean.
Limits and their reasons: shared with every source through `Politeness` and the source's own `[fetch]`.
"""

from __future__ import annotations

import getpass
import hashlib
import os
import platform
import ssl
import threading
import time
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import TYPE_CHECKING, Self

import httpx
from pyrate_limiter import Limiter, Rate
from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception_type,
    sleep_using_event,
    stop_after_attempt,
    stop_any,
    stop_when_event_set,
    wait_exponential_jitter,
)

from pipelines.fetch.addresses import UnsafeAddressError, check_redirect, host_of, lost_page
from pipelines.fetch.robots import RobotsUnreachableError, Rules, read_rules
from pipelines.fetch.verdicts import judge
from pipelines.formats import Fetch
from pipelines.model import Page, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

AGENT = "Communique"


@dataclass(frozen=True, slots=True)
class Politeness:
    """Limits that hold for every request."""

    connect_seconds: float = 10.0
    read_seconds: float = 30.0
    deadline_seconds: float = 120.0  # for one whole response, however it drips
    max_bytes: int = 20_000_000  # decoded; also what a compressed bomb is stopped at
    max_redirects: int = 5
    attempts: int = 4
    first_wait_seconds: float = 1.0  # doubled, with jitter, from try to try
    longest_wait_seconds: float = 120.0  # a Retry-After beyond it ends the tries


class _TransientError(Exception):
    """A failure that the next try may not meet."""

    def __init__(self, page: Page, retry_after_seconds: float | None = None) -> None:
        super().__init__(page.reason)
        self.page = page
        self.retry_after_seconds = retry_after_seconds


class _TooLargeError(Exception):
    """A body beyond the cap."""


class _TooSlowError(Exception):
    """A body that drips on past the deadline."""


def contact() -> str:
    """Whom a ministry can write to about our requests: COMMUNIQUE_CONTACT, or else the account that runs this."""
    return os.environ.get("COMMUNIQUE_CONTACT") or f"{getpass.getuser()}@{platform.node()}"


def user_agent() -> str:
    """The name under which every request goes out."""
    return f"{AGENT}/{version('communique')} (foreign-ministry press releases; contact: {contact()})"


@dataclass(frozen=True, slots=True)
class _Ask:
    """One request, the same at every try."""

    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    json: bytes | None = None

    @property
    def method(self) -> str:
        return "GET" if self.json is None else "POST"

    @property
    def all_headers(self) -> dict[str, str]:
        return {**self.headers, **({} if self.json is None else {"Content-Type": "application/json"})}


@dataclass
class PoliteClient:
    """Fetches addresses for one run; safe to share between threads, one of which at a time talks to a host.

    Args:
        politeness: the limits.
        routes: hosts whose requests go to another origin, such as the sample site on loopback.
    """

    politeness: Politeness = field(default_factory=Politeness)
    routes: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Open the connection pool."""
        limits = self.politeness
        self._http = httpx.Client(
            headers={"User-Agent": user_agent(), "Accept-Language": "en,*;q=0.5"},
            timeout=httpx.Timeout(limits.read_seconds, connect=limits.connect_seconds),
            transport=_Routed(self.routes),
        )
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._busy: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._pace: dict[str, Limiter] = {}
        self._rules: dict[str, Rules] = {}

    def __enter__(self) -> Self:
        """Return the open client."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connections."""
        self._http.close()

    def stop(self) -> None:
        """Let the visits that use this client come to their end: no wait goes on, and no page is begun."""
        self._stopping.set()

    @property
    def is_stopping(self) -> bool:
        """Whether somebody asked to stop."""
        return self._stopping.is_set()

    def fetch(
        self,
        url: str,
        fetch: Fetch,
        *,
        json: bytes | None = None,
        etag: str | None = None,
        last_modified: str | None = None,
    ) -> Page:
        """Fetch one address; whatever happens is a verdict of the page, nothing is raised for it.

        Args:
            url: the address.
            fetch: the source's own limits and marker phrases.
            json: what is posted to the address, for the interfaces that are asked so.
            etag: of the wording that is held, for a conditional request.
            last_modified: the same, as the site stated it.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {**fetch.headers, **{name: value for name, value in conditions.items() if value}}
        ask = _Ask(url, headers, json)
        try:
            with self._turn(url):
                if not self._rules_of(url, fetch).allows(url):
                    return _no_page(url, Verdict.DISALLOWED, "robots.txt asks not to fetch it")
                return self._try(ask, fetch)
        except RobotsUnreachableError as error:
            return _no_page(url, Verdict.UNREACHABLE, f"robots.txt could not be had: {error}")
        except httpx.InvalidURL as error:
            return _no_page(url, Verdict.BROKEN, f"is no address: {error}")

    @contextmanager
    def _turn(self, url: str) -> Iterator[None]:
        with self._lock:
            busy = self._busy[host_of(url)]
        with busy:
            yield

    def _rules_of(self, url: str, fetch: Fetch) -> Rules:
        host = host_of(url)
        if host not in self._rules:
            self._rules[host] = read_rules(url, AGENT, lambda address: self._try(_Ask(address), _ROBOTS))
            delay = max(fetch.delay_seconds, self._rules[host].delay_seconds)
            self._pace[host] = Limiter(Rate(1, max(1, round(delay * 1000))), buffer_ms=0)
        return self._rules[host]

    def _try(self, ask: _Ask, fetch: Fetch) -> Page:
        limits = self.politeness
        jitter = wait_exponential_jitter(
            multiplier=limits.first_wait_seconds, max=limits.longest_wait_seconds, jitter=limits.first_wait_seconds
        )

        def wait(state: RetryCallState) -> float:
            error = state.outcome.exception() if state.outcome else None
            asked = error.retry_after_seconds if isinstance(error, _TransientError) else None
            return max(jitter(state), asked or 0.0)

        tries = Retrying(
            stop=stop_any(stop_after_attempt(limits.attempts), stop_when_event_set(self._stopping)),
            wait=wait,
            retry=retry_if_exception_type(_TransientError),
            sleep=sleep_using_event(self._stopping),
            reraise=True,
        )
        try:
            return tries(self._once, ask, fetch)
        except _TransientError as error:
            return error.page

    def _once(self, ask: _Ask, fetch: Fetch) -> Page:
        started, url = time.monotonic(), ask.url
        try:
            page, retry_after = self._follow(ask, fetch)
        except (_TooLargeError, _TooSlowError, UnsafeAddressError, httpx.TooManyRedirects) as error:
            page, retry_after = _no_page(url, Verdict.BROKEN, str(error)), None
        except httpx.DecodingError as error:
            page, retry_after = _no_page(url, Verdict.BROKEN, f"the compressed body does not unpack: {error}"), None
        except httpx.TransportError as error:
            verdict, reason = _name_failure(error)
            page, retry_after = _no_page(url, verdict, reason), None
        page = replace(page, elapsed_seconds=round(time.monotonic() - started, 3))
        if page.verdict is not Verdict.UNREACHABLE:
            return page
        if retry_after is not None and retry_after > self.politeness.longest_wait_seconds:
            return replace(page, reason=f"{page.reason}; asks to come back in {retry_after:.0f} s")
        raise _TransientError(page, retry_after)

    def _follow(self, ask: _Ask, fetch: Fetch) -> tuple[Page, float | None]:
        url = address = ask.url
        for _ in range(self.politeness.max_redirects + 1):
            self._wait_for_pace(address)
            with self._http.stream(ask.method, address, headers=ask.all_headers, content=ask.json) as response:
                if not response.has_redirect_location:
                    return self._judged(url, address, response, fetch), _retry_after(response)
            target = str(httpx.URL(address).join(response.headers["location"]))
            check_redirect(address, target)
            if _site_of(target) != _site_of(address):
                reason = f"leads to another site: {target}"
                return _no_page(url, Verdict.REDIRECT, reason, final_url=target), None
            address = target
        raise httpx.TooManyRedirects(f"more than {self.politeness.max_redirects} redirects", request=response.request)

    def _wait_for_pace(self, url: str) -> None:
        pace = self._pace.get(host_of(url))
        if pace:
            pace.try_acquire("request")

    def _judged(self, url: str, final_url: str, response: httpx.Response, fetch: Fetch) -> Page:
        body = self._body(response)
        content_type = response.headers.get("content-type", "")
        verdict, reason = judge(response.status_code, content_type, body, fetch)
        if verdict is Verdict.PAGE and (reason := lost_page(url, final_url)):
            verdict = Verdict.SOFT_ERROR
        return Page(
            url=url,
            final_url=final_url,
            fetched_at=datetime.now(UTC),
            verdict=verdict,
            reason=reason,
            status=response.status_code,
            headers=tuple((name.lower(), value) for name, value in response.headers.items()),
            sha256=hashlib.sha256(body).hexdigest() if body else None,
            body=body,
        )

    def _body(self, response: httpx.Response) -> bytes:
        limits = self.politeness
        deadline = time.monotonic() + limits.deadline_seconds
        chunks, size = [], 0
        for chunk in response.iter_bytes():
            size += len(chunk)
            if size > limits.max_bytes:
                raise _TooLargeError(f"the body is larger than {limits.max_bytes:,} bytes")
            if time.monotonic() > deadline:
                raise _TooSlowError(f"the body was not through after {limits.deadline_seconds:.0f} s")
            chunks.append(chunk)
        return b"".join(chunks)


class _Routed(httpx.BaseTransport):
    """Sends the requests of some hosts to another origin, as `curl --connect-to` does; the Host header stays."""

    def __init__(self, routes: Mapping[str, str]) -> None:
        self._routes = {host: httpx.URL(origin) for host, origin in routes.items()}
        self._inner = httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        origin = self._routes.get(request.url.host)
        if origin is None:
            return self._inner.handle_request(request)
        url = request.url.copy_with(scheme=origin.scheme, host=origin.host, port=origin.port)
        routed = httpx.Request(
            request.method, url, headers=request.headers, stream=request.stream, extensions=request.extensions
        )
        return self._inner.handle_request(routed)

    def close(self) -> None:
        self._inner.close()


_ROBOTS = Fetch(at_least_bytes=0)


def _site_of(url: str) -> str:
    return httpx.URL(url).host.removeprefix("www.")


def _no_page(url: str, verdict: Verdict, reason: str, *, final_url: str | None = None) -> Page:
    return Page(url=url, final_url=final_url or url, fetched_at=datetime.now(UTC), verdict=verdict, reason=reason)


def _name_failure(error: httpx.TransportError) -> tuple[Verdict, str]:
    """Verdict and reason of a request that got no response; a bad certificate does not heal by trying again."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return Verdict.BROKEN, f"the certificate is not to be trusted: {cause.verify_message}"
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpx.UnsupportedProtocol):
        return Verdict.BROKEN, str(error)
    words = str(error) or "no answer in time"
    return Verdict.UNREACHABLE, f"{type(error).__name__}: {words}"


def _retry_after(response: httpx.Response) -> float | None:
    """Seconds that a response asks to wait; RFC 9110 10.2.3: a number, or a date."""
    value = response.headers.get("retry-after", "").strip()
    if value.isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (moment - datetime.now(moment.tzinfo or UTC)).total_seconds())
