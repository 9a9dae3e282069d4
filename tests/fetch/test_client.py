"""The client is polite, and whatever a site does ends in a verdict."""

from __future__ import annotations

import gzip
import ipaddress
import time
from itertools import pairwise

import pytest

from pipelines.fetch import addresses
from pipelines.fetch.client import PoliteClient
from pipelines.formats import Fetch
from pipelines.model import Verdict
from tests.conftest import HASTY
from tests.faults import Answer, FaultSite, bomb, drip, endless, half_body, page, redirect, reply, reset

URL = "https://ministry.example/news/1"
EAGER = Fetch(delay_seconds=0, at_least_bytes=10)


def test_a_page_comes_with_its_bytes_headers_and_hash(site: FaultSite, client: PoliteClient) -> None:
    site.on("/news/1", page("Hello"))
    got = client.fetch(URL, EAGER)
    assert got.verdict is Verdict.PAGE
    assert b"<h1>Hello</h1>" in got.body
    assert got.sha256 is not None
    assert dict(got.headers)["content-type"] == "text/html; charset=utf-8"


def test_an_interface_is_told_what_its_source_file_says_and_robots_txt_is_not(
    site: FaultSite, client: PoliteClient
) -> None:
    site.on("/news/1", page("Hello"))
    client.fetch(URL, Fetch(delay_seconds=0, headers={"Code": "mfa"}), etag='"abc"')
    asked_robots, asked_page = site.headers
    assert "code" not in asked_robots
    assert (asked_page["code"], asked_page["if-none-match"]) == ("mfa", '"abc"')


def test_a_refusal_in_the_words_of_its_site_is_told_from_a_failure_that_may_pass(
    site: FaultSite, client: PoliteClient
) -> None:
    fetch = Fetch(delay_seconds=0, at_least_bytes=10, refusals=["<!doctype html"])
    site.on("/news/1", reply(200, b"<!DOCTYPE html><p>Where JSON was asked for.</p>"))
    assert client.fetch(URL, fetch).verdict is Verdict.BLOCKED
    assert client.fetch(URL, EAGER).verdict is Verdict.PAGE
    site.on("/news/1", reply(504, b"<!DOCTYPE html><p>Gateway Time-out</p>"))
    assert client.fetch(URL, fetch).verdict is Verdict.UNREACHABLE


def test_every_request_says_who_asks_and_whom_to_write_to(site: FaultSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_CONTACT", "desk@example.org")
    site.on("/news/1", page("Hello"))
    with PoliteClient(HASTY, routes={"ministry.example": site.origin}) as named:
        named.fetch(URL, EAGER)
    assert site.headers[-1]["user-agent"].startswith("Communique/")
    assert "desk@example.org" in site.headers[-1]["user-agent"]
    assert site.headers[-1]["host"] == "ministry.example"


@pytest.mark.parametrize(
    ("answer", "verdict", "words"),
    [
        (reply(404, b"no"), Verdict.GONE, "404"),
        (reply(410, b"no"), Verdict.GONE, "410"),
        (reply(403, b"no"), Verdict.BLOCKED, "403"),
        (reply(422, b"what?"), Verdict.BROKEN, "does not understand"),
        (reply(500, b"oops"), Verdict.UNREACHABLE, "500"),
        (reply(200, b""), Verdict.EMPTY, "empty"),
        (reply(200, b"tiny"), Verdict.EMPTY, "4 bytes"),
        (reply(200, b"%PDF-1.7 and more of it"), Verdict.BROKEN, "PDF"),
        (reply(200, b"<title>Just a moment...</title> wait"), Verdict.CHALLENGE, "just a moment"),
        (reply(200, b"<title>Client Challenge</title> wait"), Verdict.CHALLENGE, "client challenge"),
        (reply(200, b"<html><title>Access Denied</title></html>"), Verdict.BLOCKED, "access denied"),
        (reply(200, b"<p>is currently experiencing technical difficulties</p>"), Verdict.SOFT_ERROR, "difficulties"),
        (reply(200, b"no gzip at all, whatever it says", content_encoding="gzip"), Verdict.BROKEN, "does not unpack"),
        (reset, Verdict.UNREACHABLE, "RemoteProtocolError"),
        (half_body, Verdict.UNREACHABLE, "RemoteProtocolError"),
        (drip, Verdict.BROKEN, "not through"),
        (endless, Verdict.BROKEN, "larger than 20,000,000 bytes"),
        (bomb, Verdict.BROKEN, "larger than 20,000,000 bytes"),
        (redirect("/news/1"), Verdict.BROKEN, "redirects"),
        (redirect("ftp://ministry.example/x"), Verdict.BROKEN, "scheme"),
        (redirect("https://10.0.0.1/x"), Verdict.BROKEN, "private address"),
        (redirect("https://elsewhere.example/x"), Verdict.REDIRECT, "another site"),
    ],
)
def test_whatever_a_site_does_ends_in_a_verdict_with_its_reason(
    site: FaultSite, client: PoliteClient, answer: Answer, verdict: Verdict, words: str
) -> None:
    site.on("/news/1", answer)
    got = client.fetch(URL, EAGER)
    assert (got.verdict, words in (got.reason or "")) == (verdict, True), got.reason


def test_a_host_that_is_not_there_is_unreachable(client: PoliteClient) -> None:
    got = client.fetch("http://127.0.0.1:9/x", EAGER)
    assert got.verdict is Verdict.UNREACHABLE
    assert "ConnectError" in (got.reason or "")


def test_a_failure_that_passes_is_tried_again(site: FaultSite, client: PoliteClient) -> None:
    site.on("/news/1", reply(503, b"later"), reset, page("At last"))
    assert client.fetch(URL, EAGER).verdict is Verdict.PAGE
    assert site.asked["/news/1"] == 3


@pytest.mark.parametrize("status", [403, 404, 422])
def test_a_refusal_is_not_tried_again(site: FaultSite, client: PoliteClient, status: int) -> None:
    site.on("/news/1", reply(status, b"no"))
    client.fetch(URL, EAGER)
    assert site.asked["/news/1"] == 1


def test_retry_after_is_waited_for(site: FaultSite, client: PoliteClient) -> None:
    site.on("/news/1", reply(429, b"slow down", retry_after="1"), page("Thanks"))
    started = time.monotonic()
    assert client.fetch(URL, EAGER).verdict is Verdict.PAGE
    assert time.monotonic() - started >= 1.0


def test_a_retry_after_beyond_the_limit_ends_the_tries(site: FaultSite, client: PoliteClient) -> None:
    site.on("/news/1", reply(503, b"slow down", retry_after="3600"))
    got = client.fetch(URL, EAGER)
    assert (got.verdict, site.asked["/news/1"]) == (Verdict.UNREACHABLE, 1)
    assert "3600 s" in (got.reason or "")


def test_robots_txt_is_obeyed_and_asked_for_once(site: FaultSite, client: PoliteClient) -> None:
    site.on("/robots.txt", reply(200, b"User-agent: *\nDisallow: /private/\n"))
    site.on("/private/1", page("Secret"))
    site.on("/news/1", page("Open"))
    assert client.fetch("https://ministry.example/private/1", EAGER).verdict is Verdict.DISALLOWED
    assert client.fetch(URL, EAGER).verdict is Verdict.PAGE
    assert (site.asked["/robots.txt"], site.asked["/private/1"]) == (1, 0)


def test_while_robots_txt_fails_nothing_is_asked(site: FaultSite, client: PoliteClient) -> None:
    site.on("/robots.txt", reply(500, b"oops"))
    site.on("/news/1", page("Open"))
    assert client.fetch(URL, EAGER).verdict is Verdict.UNREACHABLE
    assert site.asked["/news/1"] == 0


def test_requests_to_a_host_are_spaced_by_the_longer_of_both_delays(site: FaultSite, client: PoliteClient) -> None:
    site.on("/robots.txt", reply(200, b"User-agent: *\nCrawl-delay: 0.3\n"))
    site.on("/news/1", page("Open"))
    for _ in range(3):
        client.fetch(URL, Fetch(delay_seconds=0.05, at_least_bytes=10))
    gaps = [later - sooner for sooner, later in pairwise(site.times[1:])]
    assert min(gaps) >= 0.25, gaps


def test_a_conditional_request_that_finds_nothing_new_is_unchanged(site: FaultSite, client: PoliteClient) -> None:
    site.on("/news/1", reply(304, b""))
    got = client.fetch(URL, EAGER, etag='"abc"', last_modified="Tue, 05 May 2026 08:04:00 GMT")
    assert got.verdict is Verdict.UNCHANGED
    assert site.headers[-1]["if-none-match"] == '"abc"'
    assert site.headers[-1]["if-modified-since"] == "Tue, 05 May 2026 08:04:00 GMT"


def test_a_compressed_page_is_unpacked(site: FaultSite, client: PoliteClient) -> None:
    site.on("/news/1", reply(200, gzip.compress(b"<html>long enough</html>"), content_encoding="gzip"))
    assert client.fetch(URL, EAGER).body == b"<html>long enough</html>"


def test_a_redirect_within_the_site_is_followed_and_noted(site: FaultSite, client: PoliteClient) -> None:
    site.on("/news/1", redirect("/news/2"))
    site.on("/news/2", page("Moved"))
    got = client.fetch(URL, EAGER)
    assert (got.verdict, got.url, got.final_url) == (Verdict.PAGE, URL, "https://ministry.example/news/2")


def test_a_redirect_to_a_name_that_resolves_to_a_private_address_is_refused(
    site: FaultSite, client: PoliteClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "_look_up", lambda _host: {ipaddress.ip_address("192.168.1.1")})
    site.on("/news/1", redirect("https://inside.example/x"))
    assert "private address" in (client.fetch(URL, EAGER).reason or "")


def test_tls_is_not_given_up_on_the_way(site: FaultSite, client: PoliteClient) -> None:
    site.on("/news/1", redirect("http://ministry.example/news/2"))
    got = client.fetch(URL, EAGER)
    assert (got.verdict, "https to http" in (got.reason or "")) == (Verdict.BROKEN, True)


def test_a_sites_own_error_phrases_are_known(site: FaultSite, client: PoliteClient) -> None:
    site.on("/news/1", reply(200, b"<html>We are doing System Maintenance now</html>"))
    fetch = Fetch(delay_seconds=0, at_least_bytes=10, soft_errors=["system maintenance"])
    assert client.fetch(URL, fetch).verdict is Verdict.SOFT_ERROR
    assert client.fetch(URL, EAGER).verdict is Verdict.PAGE
