"""Addresses: which ones may be asked for.

What belongs here: what an address alone tells. What does not: what robots.txt says of it.
"""

from __future__ import annotations

import ipaddress
import re
import socket

import httpx

_HOME = re.compile(r"/?([a-z]{2}(-[a-z]{2})?/?)?((index|default|home)\.\w+)?", re.IGNORECASE)
_APOLOGY = re.compile(r"/(404|error|not-?found|page-?not-?found|maintenance|sorry)\b", re.IGNORECASE)


class UnsafeAddressError(ValueError):
    """An address that a redirect may not lead to; the message says why."""


def host_of(url: str) -> str:
    """Host and port, as robots.txt and politeness count them."""
    return httpx.URL(url).netloc.decode()


def check_redirect(origin: str, target: str) -> None:
    """Refuse a redirect that no public site needs: another scheme, TLS given up, or a private network.

    Raises:
        UnsafeAddressError: with the reason.
    """
    came_from, leads_to = httpx.URL(origin), httpx.URL(target)
    if leads_to.scheme not in {"http", "https"}:
        raise UnsafeAddressError(f"redirect to the scheme {leads_to.scheme!r}")
    if came_from.scheme == "https" and leads_to.scheme == "http":
        raise UnsafeAddressError("redirect from https to http")
    if leads_to.host != came_from.host and _is_private(leads_to.host):
        raise UnsafeAddressError(f"redirect to the private address {leads_to.host}")


def lost_page(asked: str, answered: str) -> str | None:
    """Why the address that answered cannot be the page that was asked for, in words; None where it may be.

    A page that is not there any more is often answered, with status 200, by the home page or by a page that
    apologises: the redirect's target tells.
    """
    came_from, leads_to = httpx.URL(asked), httpx.URL(answered)
    if came_from == leads_to:
        return None
    if _is_home(leads_to.path) and not _is_home(came_from.path):
        return f"leads to the home page: {answered}"
    if _APOLOGY.search(leads_to.path) and not _APOLOGY.search(came_from.path):
        return f"leads to an error page: {answered}"
    return None


def _is_home(path: str) -> bool:
    return _HOME.fullmatch(path) is not None


def _is_private(host: str) -> bool:
    try:
        found = {ipaddress.ip_address(host.strip("[]"))}
    except ValueError:
        found = _look_up(host)
    return any(not address.is_global for address in found)


def _look_up(host: str) -> set[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    try:
        answers = socket.getaddrinfo(host, None, proto=socket.IPPROTO_TCP)
    except OSError:
        return set()  # the request itself will say that the host is not there
    return {ipaddress.ip_address(str(answer[4][0]).partition("%")[0]) for answer in answers}
