"""Whom alerts go to: settings of the environment, and of nothing else, whose secrets are never shown."""

from __future__ import annotations

from typing import Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

_PREFIX = "COMMUNIQUE_ALERT_"
_ADDRESSES = {
    "webhook": ({"http", "https"}, "https://hooks.example.org/…"),
    "smtp": ({"smtp", "smtps"}, "smtps://user:password@mail.example.org"),
}


class AlertSettingsError(ValueError):
    """A setting that cannot be used; the message names it, and never its value."""


class AlertSettings(BaseSettings):
    """Where alerts go; with nothing set, to the journal alone."""

    model_config = SettingsConfigDict(
        env_prefix=_PREFIX, env_ignore_empty=True, frozen=True, hide_input_in_errors=True, extra="ignore"
    )

    webhook: SecretStr | None = None
    smtp: SecretStr | None = None  # an address with user and password in it, where the server wants them
    sender: str | None = Field(default=None, validation_alias=f"{_PREFIX}FROM")
    to: str | None = None  # one address, or several with commas

    @field_validator("webhook", "smtp")
    @classmethod
    def _is_address(cls, value: SecretStr | None, info: object) -> SecretStr | None:
        name = str(getattr(info, "field_name", ""))
        schemes, example = _ADDRESSES[name]
        if value is not None:
            found = urlsplit(value.get_secret_value())
            if found.scheme not in schemes or not found.hostname:
                raise ValueError(f"is no address such as {example}")
        return value

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.smtp and not (self.sender and self.to):
            raise ValueError(f"{_PREFIX}SMTP needs {_PREFIX}FROM and {_PREFIX}TO beside it")
        return self


def alert_settings() -> AlertSettings:
    """The settings of this environment.

    Raises:
        AlertSettingsError: one of them cannot be used.
    """
    try:
        return AlertSettings()
    except ValidationError as error:
        raise AlertSettingsError("; ".join(map(_told, error.errors(include_input=False)))) from None


def _told(error: object) -> str:
    found = dict(error)  # type: ignore[call-overload]
    name = "".join(f"{_PREFIX}{part}".upper() for part in found["loc"][:1])
    words = str(found["msg"]).removeprefix("Value error, ")
    return f"{name} {words}".strip()
