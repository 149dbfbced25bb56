"""URLs as browsers read them, and the domain somebody had to register for them."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple
from urllib.parse import urljoin

import can_ada
import pydomainextractor

from mayoke.text.hosters import SHARED
from mayoke.text.invisible import INVISIBLE

HostForm = Literal["name", "ip4", "ip6"]

TARGET_MAX = 8192
_CACHED = 8192
_HOST_MAX = 255
"""Longer ones are no hosts (RFC 1035 §2.3.4): they are read, but not remembered."""
_SUFFIXES = pydomainextractor.DomainExtractor()
_EDGES = "".join(map(chr, range(0x21)))
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]{0,30}:")
_BREAKS = str.maketrans("", "", "\t\n\r")
_PLAIN = re.compile(r"https?://[a-z0-9\-_]+\.[a-z0-9\-._]*[a-z](?:[/?#]|\Z)")
_SPECIAL = frozenset(("http:", "https:", "ftp:", "ws:", "wss:"))
_NUMERIC = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}\Z")
_BARE = re.compile(r"[^\s/?#@:\\]{1,255}(?=[/?#:]|\Z)")


@dataclass(frozen=True, slots=True)
class Url:
    r"""A target as a browser opens it (WHATWG URL Standard).

    ``host`` is ASCII (punycode), lower case, without a final dot, an IPv6 address without brackets,
    empty for schemes without hosts (mailto, tel, data). ``registrable`` is the part of it that
    somebody registered. ``query`` is without its question mark, ``scheme`` without its colon.
    ``oddities`` name forms that an honest writer does not use:

    numeric-ip
        an address of numbers that is not written as four decimal ones (``http://2130706433/``)
    encoded-host
        percent signs in the host (``ex%61mple.com``)
    wide-host
        full-width, styled or invisible characters that the browser turns into plain ones
    backslash
        ``\`` for ``/`` before the path
    missing-slashes
        not exactly two slashes after the scheme
    dotless
        a host without any dot
    """

    raw: str
    scheme: str
    host: str
    registrable: str
    port: int | None
    userinfo: str
    path: str
    query: str
    host_form: HostForm
    oddities: tuple[str, ...]


class _Host(NamedTuple):
    name: str
    registrable: str
    form: HostForm


def parse(target: str, base: str = "") -> Url | None:
    """The target of a link, or ``None`` when a browser could not open it.

    ``base`` is the page's base address for relative targets. Without one, a bare host name
    (``www.example.com/a``) is read as a mail program reads it: as ``http``. Only the first 8,192
    characters are looked at.
    """
    raw = target.strip(_EDGES)[:TARGET_MAX]
    full = _absolute(raw, base)
    if not full:
        return None
    try:
        url = can_ada.parse(full)
    except ValueError:
        return None
    except TypeError:  # a lone surrogate
        return parse(target.encode("utf-8", "replace").decode(), base)
    scheme: str = url.protocol
    hostname: str = url.hostname
    host = _host(hostname) if len(hostname) <= _HOST_MAX else _host.__wrapped__(hostname)
    user, password, port = url.username, url.password, url.port
    return Url(
        raw,
        scheme[:-1],
        host.name,
        host.registrable,
        int(port) if port else None,
        f"{user}:{password}" if password else user,
        url.pathname,
        url.search[1:],
        host.form,
        () if _PLAIN.match(full) else _oddities(full, scheme, host),
    )


def _absolute(raw: str, base: str) -> str:
    """The target with a scheme, or an empty string."""
    if _SCHEME.match(raw):
        head = raw.partition(":")[0].lower()
        if "." not in head:
            return raw
    elif raw.startswith(("//", "\\\\", "/\\", "\\/")):
        return (base.partition(":")[0] if _SCHEME.match(base) else "https") + ":" + raw
    if base:
        try:
            joined = urljoin(base, raw)
        except ValueError:
            return ""
        return joined if _SCHEME.match(joined) else ""
    found = _BARE.match(raw)
    host = found[0].lower() if found else ""
    return "http://" + raw if "." in host and known_suffix(host) else ""


def known_suffix(host: str) -> bool:
    """Does a bare word end in a public suffix, so that it can be a host?"""
    try:
        parts = _SUFFIXES.extract(host)
    except ValueError:
        return False
    return bool(parts["suffix"] and parts["domain"])


def _oddities(full: str, scheme: str, host: _Host) -> tuple[str, ...]:
    if scheme not in _SPECIAL:
        return ()
    rest = full.translate(_BREAKS).partition(":")[2]
    after = rest.lstrip("/\\")
    slashes = rest[: len(rest) - len(after)]
    authority = re.split(r"[/\\?#]", after, maxsplit=1)[0]
    written = authority.rpartition("@")[2]
    if not written.startswith("["):
        written = written.partition(":")[0]
    found = []
    if host.form == "ip4" and not _NUMERIC.match(written.rstrip(".")):
        found.append("numeric-ip")
    if "%" in written:
        found.append("encoded-host")
    if not written.isascii() and _is_wide(written):
        found.append("wide-host")
    if "\\" in slashes or after[len(authority) : len(authority) + 1] == "\\":
        found.append("backslash")
    if len(slashes) != 2:
        found.append("missing-slashes")
    if host.form == "name" and host.name and "." not in host.name:
        found.append("dotless")
    return tuple(found)


def _is_wide(written: str) -> bool:
    plain = "".join(ch for ch in written if ch not in INVISIBLE).lower()
    return plain != written.lower() or any(
        ch in "。．｡" or unicodedata.normalize("NFKC", ch) != ch for ch in plain
    )


@lru_cache(_CACHED)
def _host(hostname: str) -> _Host:
    if hostname.startswith("["):
        name = hostname.strip("[]")
        return _Host(name, name, "ip6")
    name = hostname.rstrip(".").lower()
    if _NUMERIC.match(name):
        return _Host(name, name, "ip4")
    return _Host(name, registrable(name), "name")


def registrable(host: str) -> str:
    """The registrable domain of a host in lower case; the host itself when it has none.

    The public suffix list with its private part, and Japanese shop and site hosters that it lacks:
    a shop below one of them is a domain of its own. An IP address is returned as it is.
    """
    return _registrable(host) if len(host) <= _HOST_MAX else _registrable.__wrapped__(host)


@lru_cache(_CACHED)
def _registrable(host: str) -> str:
    host = host.rstrip(".").lower()
    if _NUMERIC.match(host) or ":" in host:
        return host
    labels = host.split(".")
    for keep in (4, 3):
        if len(labels) >= keep and ".".join(labels[1 - keep :]) in SHARED:
            own = ".".join(labels[-keep:])
            return own.removeprefix("www.")
    try:
        parts = _SUFFIXES.extract(host)
    except ValueError:
        return host
    if not parts["domain"]:
        return host
    if not parts["suffix"]:  # an unknown top level: one label below it (the list's rule "*")
        return ".".join(labels[-2:])
    return f"{parts['domain']}.{parts['suffix']}"


def unicode_host(host: str) -> str:
    """The host with its ``xn--`` labels decoded, as a browser may show it."""
    if "xn--" not in host or len(host) > _HOST_MAX:
        return host
    return _unicode_host(host)


@lru_cache(_CACHED)
def _unicode_host(host: str) -> str:
    return ".".join(_decoded(label) for label in host.split("."))


def _decoded(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return label
