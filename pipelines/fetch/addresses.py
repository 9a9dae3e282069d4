"""Addresses: which ones may be asked for.

What belongs here: what an address alone tells. What does not: what robots.txt says of it.
"""

from __future__ import annotations

import ipaddress
import socket

import httpx


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
