"""Guards around every page: who may be asked for, who may send, what a browser may do with it."""

import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'"
)
"""Content Security Policy Level 3: nothing inline, nothing from elsewhere, in nobody's frame."""

PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""For our own SVG pictures: they carry one style element and nothing else."""

_ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_HEAD = [(name.encode(), value.encode()) for name, value in _ALWAYS.items()]
_OURS = frozenset(name for name, _ in _HEAD)
_UNLESS = [(b"content-security-policy", POLICY.encode()), (b"cache-control", b"no-store")]
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]{2,45}\]|[0-9A-Za-z._-]{1,253})(?::[0-9]{0,5})?")
_READING = frozenset({"GET", "HEAD", "OPTIONS"})


class SecurityHeaders:
    """Adds the headers above to every answer; private pages are never stored by a cache."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and see to its answer's head."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = [pair for pair in message.get("headers", ()) if pair[0].lower() not in _OURS]
                names = {name.lower() for name, _ in told}
                told += _HEAD
                told += [pair for pair in _UNLESS if pair[0] not in names]
                message["headers"] = told
            await send(message)

        await self.app(scope, receive, with_headers)


def host_of(headers: Headers) -> str | None:
    """The one Host field; None where there is none, or more than one (RFC 9112 §3.2)."""
    given = headers.getlist("host")
    return given[0] if len(given) == 1 else None


def right_host(host: str, hosts: tuple[str, ...]) -> bool:
    """Is the site asked for by a name it has? The port does not matter (RFC 9110 §7.2)."""
    return "*" in hosts or _name(host) in hosts


def same_site(method: str, headers: Headers) -> bool:
    """Does the request come from our own page, or from no page at all?

    What a browser tells of itself decides (W3C Fetch Metadata; RFC 6454 Origin). There is no cookie
    and no session that another site could misuse, so a client that tells nothing may pass.
    """
    if method in _READING:
        return True
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = headers.get("origin")
    if origin is None:
        return True
    try:
        told = urlsplit(origin).netloc
    except ValueError:
        return False
    return bool(told) and told.lower() == headers.get("host", "").lower()


def _name(host: str) -> str:
    """The name without the port; empty for a field of another form."""
    found = _HOST.fullmatch(host)
    return found[1].lower().rstrip(".") if found else ""
