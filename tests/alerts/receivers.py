"""Whoever takes alerts on this machine in a test: a webhook, and a mail server."""

from __future__ import annotations

import json
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

SECRET = "open-sesame"  # noqa: S105 - invented


@dataclass
class Hook:
    """What a webhook was posted, and what it answers: these statuses first, then 200."""

    answers: list[int] = field(default_factory=list)
    posted: list[dict[str, Any]] = field(default_factory=list)
    address: str = ""


@contextmanager
def webhook() -> Iterator[Hook]:
    """A webhook whose address holds a secret."""
    hook = Hook()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            status = hook.answers.pop(0) if hook.answers else 200
            if status == 200:
                hook.posted.append(json.loads(body))
            self.send_response(status)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    hook.address = f"http://127.0.0.1:{server.server_port}/{SECRET}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield hook
    finally:
        server.shutdown()
        server.server_close()


@dataclass
class Post:
    """The letters that a mail server took."""

    letters: list[EmailMessage] = field(default_factory=list)
    address: str = ""

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - its name
        """Take a letter."""
        letter = message_from_bytes(envelope.content or b"", policy=policy.default)  # type: ignore[arg-type]
        self.letters.append(letter)  # type: ignore[arg-type]
        return "250 OK"


@contextmanager
def mail_server(*, tls: ssl.SSLContext | None = None, from_the_start: bool = False) -> Iterator[Post]:
    """A mail server that wants a password, with TLS where a context is given: from the start, or when asked to."""
    post = Post()

    def authenticate(_server: SMTP, _session: Session, _envelope: Envelope, _how: str, data: Any) -> AuthResult:
        return AuthResult(success=isinstance(data, LoginPassword) and data.password == SECRET.encode(), handled=False)

    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]  # the server wants to know it beforehand
    encrypted = {"ssl_context": tls} if from_the_start else {"tls_context": tls}
    controller = Controller(
        post,
        hostname="127.0.0.1",
        port=port,
        authenticator=authenticate,
        auth_required=True,
        auth_require_tls=tls is not None and not from_the_start,
        **encrypted,
    )
    controller.start()
    try:
        post.address = f"smtp{'s' if from_the_start else ''}://watch:{SECRET}@127.0.0.1:{port}"
        yield post
    finally:
        controller.stop()
