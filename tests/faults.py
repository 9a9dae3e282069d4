"""A site that fails in every way that real ones do."""

from __future__ import annotations

import gzip
import ssl
import threading
import time
from collections import Counter
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

import trustme

Answer = Callable[[BaseHTTPRequestHandler], None]
BOMB = gzip.compress(b"\0" * 40_000_000, compresslevel=1)  # made beforehand: a slow answer would be another fault


class FaultSite:
    """Serves what `pages` says, by path; what is not there is 404."""

    def __init__(self, *, tls: bool = False) -> None:
        self.tls = tls  # with a certificate that nobody trusts
        self.pages: dict[str, list[Answer]] = {}
        self.asked: Counter[str] = Counter()
        self.times: list[float] = []
        self.headers: list[dict[str, str]] = []

    def __enter__(self) -> Self:
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site._answer(self)

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                site._answer(self)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        if self.tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        self.origin = f"http{'s' if self.tls else ''}://127.0.0.1:{self._server.server_address[1]}"
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def on(self, path: str, *answers: Answer) -> None:
        """Answer a path by these in turn, and by the last one from then on."""
        self.pages[path] = list(answers)

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.times.append(time.monotonic())
        self.headers.append({name.lower(): value for name, value in handler.headers.items()})
        answers = self.pages.get(handler.path, [reply(404, b"not here")])
        answer = answers[min(self.asked[handler.path], len(answers) - 1)]
        self.asked[handler.path] += 1
        try:
            answer(handler)
        except (BrokenPipeError, ConnectionResetError):
            handler.close_connection = True


def reply(status: int, body: bytes, **headers: str) -> Answer:
    """An ordinary answer; header names have `_` for `-`."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"content_type": "text/html", "content_length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        if status != 304:
            handler.wfile.write(body)

    return answer


def page(title: str, body: str = "<p>Some words of a release.</p>", when: str = "05.05.2026, 13:04") -> Answer:
    """An article of the usual test source."""
    return reply(200, article(title, body, when).encode(), content_type="text/html; charset=utf-8")


def article(title: str, body: str = "<p>Some words of a release.</p>", when: str = "05.05.2026, 13:04") -> str:
    """The markup of an article of the usual test source."""
    return f"<html><body><h1>{title}</h1><time>{when}</time><div class='body'>{body}</div></body></html>"


def listing(*numbers: int) -> Answer:
    """A page of the listing of the usual test source."""
    links = "".join(f'<li><a href="/news/{number}">Release {number}</a></li>' for number in numbers)
    return reply(200, f"<html><body><ul>{links}</ul></body></html>".encode())


def redirect(target: str) -> Answer:
    """A redirect."""
    return reply(302, b"", location=target)


def reset(handler: BaseHTTPRequestHandler) -> None:
    """Hang up without an answer."""
    handler.close_connection = True
    handler.connection.shutdown(2)


def half_body(handler: BaseHTTPRequestHandler) -> None:
    """Promise more than comes."""
    reply(200, b"<html>half", content_length="5000")(handler)
    handler.close_connection = True


def drip(handler: BaseHTTPRequestHandler) -> None:
    """A byte now and then, without end."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(60):
        handler.wfile.write(b".")
        handler.wfile.flush()
        time.sleep(0.1)
    handler.close_connection = True


def longer_than_said(handler: BaseHTTPRequestHandler) -> None:
    """A length that is shorter than the body."""
    reply(200, article("Longer than said").encode(), content_length="20")(handler)
    handler.close_connection = True


def endless(handler: BaseHTTPRequestHandler) -> None:
    """A hundred megabytes."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", str(100_000_000))
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"x" * 1_000_000)


def bomb(handler: BaseHTTPRequestHandler) -> None:
    """A small body that unpacks to forty megabytes."""
    reply(200, BOMB, content_encoding="gzip")(handler)
