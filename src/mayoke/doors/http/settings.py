"""How a server is set up; handed to its worker processes as JSON."""

from dataclasses import dataclass
from typing import Literal

import msgspec

ENVIRONMENT = "MAYOKE_SERVE"
"""The variable through which the command hands the settings to its worker processes."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``mayoke serve`` was told.

    ``hosts``: names the server answers to (RFC 9110 §7.2); ``*`` for any. ``database``: the store's
    address, None for a server without one. ``desk_key``: the desk's public key (``age1…``); without
    it consultations are closed. ``largest``: bytes of a request's body. ``seconds``: for one answer.
    ``patience``: seconds for a request to arrive. ``rate``: requests a minute that ask for work,
    for each client and worker process; 0 for no limit. ``unreviewed``: incidents nobody has
    reviewed are shown too.
    """

    host: str = "127.0.0.1"
    port: int = 8080
    workers: int = 1
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    database: str | None = None
    desk_key: str | None = None
    retention_days: int = 90
    largest: int = 25 * 1024 * 1024
    seconds: float = 10.0
    patience: float = 30.0
    rate: int = 120
    unreviewed: bool = False
    proxies: tuple[str, ...] = ()
    metrics: Literal["loopback", "all", "off"] = "loopback"

    def encode(self) -> str:
        """As JSON."""
        return msgspec.json.encode(self).decode()


def decode(text: str) -> Settings:
    """The settings in ``text``, as ``encode`` wrote them."""
    return msgspec.json.decode(text, type=Settings)
