"""A small ministry site in a box: three ministries, or a folder of releases, behind one loopback port.

What belongs here: sockets, threads, and finding the site that a `Host` header names. What does not: what the
sites answer. Only the standard library serves: the sample needs nothing that a reader of pages does not.
"""

from __future__ import annotations

import itertools
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from pipelines.sample.exchange import Ask, Reply, Shape, missing_reply
from pipelines.sample.folder import folder_site
from pipelines.sample.govuk import govuk_site
from pipelines.sample.kazakh import kazakh_site
from pipelines.sample.uzbek import uzbek_site

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path
    from types import TracebackType


class Request(NamedTuple):
    """One request that the site has answered."""

    host: str
    path: str  # with the query
    status: int


class SampleSite:
    """Three fictional ministries, or one folder of releases, served on a free port of this machine.

    `as_of` shows what had been published, edited and withdrawn by the end of that day; without it, everything.
    `folder` serves the releases of that folder instead, in the shape of `kazakhstan-today.example`.

    Raises:
        FolderError: a file of the folder is not a release.
    """

    def __init__(self, *, as_of: date | None = None, folder: Path | None = None, port: int = 0) -> None:
        """Read the releases; nothing is served before the site is entered. Port 0 is any free one."""
        shapes = _shapes(as_of) if folder is None else (folder_site(folder),)
        self._shapes: Mapping[str, Shape] = {shape.host: shape for shape in shapes}
        self._numbers = itertools.count(1)
        self._port = port
        self._ended = Event()
        self._server: _Server | None = None
        self.hosts: tuple[str, ...] = tuple(self._shapes)
        self.requests: list[Request] = []

    @property
    def origin(self) -> str:
        """Where all hosts are reached, such as `http://127.0.0.1:40123`."""
        if self._server is None:
            raise RuntimeError("the sample site is not started: enter it with `with`, then read its origin")
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        """Start serving on a free port."""
        self._server = _Server(self, self._port)
        Thread(target=self._server.serve_forever, args=(0.02,), name="sample-site", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop serving and free the port."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None
        self._ended.set()

    def wait(self) -> None:
        """Serve until the site is ended, or the program is interrupted."""
        self._ended.wait()

    def answer(self, host: str, target: str, headers: Mapping[str, str]) -> Reply:
        """Answer one request to one host, and note it."""
        shape = self._shapes.get(host)
        ask = Ask.of(target, headers, next(self._numbers))
        reply = missing_reply(self._who_is_here(host)) if shape is None else shape.answer(ask)
        self.requests.append(Request(host, target, reply.status))
        return reply

    def _who_is_here(self, host: str) -> str:
        names = ", ".join(self.hosts)
        return (
            f"host {host}; the sites here are {names}, told apart by the Host header: curl -H 'Host: {self.hosts[0]}'"
        )


def _shapes(as_of: date | None) -> tuple[Shape, ...]:
    return (kazakh_site(as_of), govuk_site(as_of), uzbek_site(as_of))


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, site: SampleSite, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.site = site

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401  as typeshed has it
        """Let clients hang up when they like; anything else is an error of ours and is shown."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "Communique-sample"
    wbufsize = -1  # head and body leave together, else each reply waits for a delayed acknowledgement
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Find the site by the `Host` header and send its reply."""
        host = (self.headers.get("Host") or "").partition(":")[0].lower()
        reply = self.server.site.answer(host, self.path, dict(self.headers.items()))
        self.send_response(reply.status)
        for name, value in reply.headers:
            self.send_header(name, value)
        if reply.status != 304:  # noqa: PLR2004  "Not Modified" has no body and no length
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401  as http.server names it
        """Say nothing: the site keeps its requests for those who ask."""
