"""The ways by which an alert goes out: a webhook, and e-mail. What they say when they fail names no secret."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import Protocol
from urllib.parse import SplitResult, unquote, urlsplit

import httpx
from pydantic import SecretStr
from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_exponential_jitter

from pipelines.alerts.alert import Alert
from pipelines.alerts.settings import AlertSettings

_SECONDS = 10.0
_ATTEMPTS = 3  # at one chance; the next look is the next chance
_TOO_MANY, _SERVER_FAILED = 429, 500
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class ChannelError(RuntimeError):
    """An alert did not go out; the message says by which channel and why, without its address."""

    def __init__(self, words: str, *, may_pass: bool = True) -> None:
        """Keep whether another try may help."""
        super().__init__(words)
        self.may_pass = may_pass


class Channel(Protocol):
    """A way out."""

    @property
    def name(self) -> str:
        """As the journal has it."""

    def send(self, alert: Alert) -> None:
        """Send one alert.

        Raises:
            ChannelError: it did not go out.
        """


def channels(settings: AlertSettings, *, wait_seconds: float = 1.0) -> list[Channel]:
    """The ways out that are set; `wait_seconds` is the first wait between tries, doubled from try to try."""
    found: list[Channel] = []
    if settings.webhook:
        found.append(Webhook(settings.webhook, wait_seconds))
    if settings.smtp:
        found.append(Mail(settings.smtp, settings.sender or "", settings.to or "", wait_seconds))
    return found


@dataclass(frozen=True)
class Webhook:
    """Posts an alert as JSON: its columns in `ops.alert`, and `text` for services that show that."""

    address: SecretStr
    wait_seconds: float
    name: str = "webhook"

    def send(self, alert: Alert) -> None:
        """Post it; anything but 2xx is a failure."""
        _tries(self.wait_seconds)(self._post, alert)

    def _post(self, alert: Alert) -> None:
        address = self.address.get_secret_value()
        host = urlsplit(address).hostname
        try:
            reply = httpx.post(address, json=message(alert), timeout=_SECONDS)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise ChannelError(f"the webhook at {host} could not be reached: {type(error).__name__}") from None
        if not reply.is_success:
            may_pass = reply.status_code == _TOO_MANY or reply.status_code >= _SERVER_FAILED
            raise ChannelError(f"the webhook at {host} answered {reply.status_code}", may_pass=may_pass)


@dataclass(frozen=True)
class Mail:
    """Mails an alert as plain text."""

    address: SecretStr
    sender: str
    to: str
    wait_seconds: float
    name: str = "mail"

    def send(self, alert: Alert) -> None:
        """Hand it to the server; a server away from this machine gets a password under TLS only."""
        _tries(self.wait_seconds)(self._mail, alert)

    def _mail(self, alert: Alert) -> None:
        server = urlsplit(self.address.get_secret_value())
        try:
            with _connection(server) as connection:
                connection.send_message(self._letter(alert))
        except (smtplib.SMTPException, OSError) as error:
            code = getattr(error, "smtp_code", None)
            words = f"{type(error).__name__}{f' ({code})' if code else ''}"
            raise ChannelError(f"the mail server {server.hostname} did not take the alert: {words}") from None

    def _letter(self, alert: Alert) -> EmailMessage:
        letter = EmailMessage()
        letter["Subject"] = f"[Communique] {' '.join(alert.headline.split())}"
        letter["From"], letter["To"] = self.sender, self.to
        letter["Date"] = formatdate(alert.told_at.timestamp())
        letter["Message-ID"] = make_msgid(alert.alert_id, domain="communique.invalid")
        letter.set_content(alert.text)
        return letter


def message(alert: Alert) -> dict[str, str]:
    """An alert as a webhook gets it."""
    return {
        "text": f"Communique: {alert.text}",
        "alert_id": alert.alert_id,
        "kind": alert.trouble.kind,
        "subject": alert.trouble.subject,
        "state": alert.state,
        "what_happened": alert.trouble.what,
        "where_to_look": alert.trouble.where,
        "what_to_do": alert.trouble.to_do,
        "began_at": alert.began_at.isoformat(),
        "told_at": alert.told_at.isoformat(),
    }


def _connection(server: SplitResult) -> smtplib.SMTP:
    host, context = server.hostname or "", ssl.create_default_context()
    if server.scheme == "smtps":
        connection: smtplib.SMTP = smtplib.SMTP_SSL(host, server.port or 465, timeout=_SECONDS, context=context)
    else:
        connection = smtplib.SMTP(host, server.port or 587, timeout=_SECONDS)
        connection.ehlo()
        if connection.has_extn("starttls"):
            connection.starttls(context=context)
        elif server.username and host not in _LOOPBACK:
            connection.close()
            raise ChannelError(f"the mail server {host} offers no TLS, so it gets no password", may_pass=False)
    if server.username:
        connection.login(unquote(server.username), unquote(server.password or ""))
    return connection


def _tries(wait_seconds: float) -> Retrying:
    return Retrying(
        stop=stop_after_attempt(_ATTEMPTS),
        wait=wait_exponential_jitter(multiplier=wait_seconds, max=_SECONDS, jitter=wait_seconds),
        retry=retry_if_exception(lambda error: isinstance(error, ChannelError) and error.may_pass),
        reraise=True,
    )
