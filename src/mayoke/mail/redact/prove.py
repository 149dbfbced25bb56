"""The proof: an output is read in every form it can be read in, and nothing personal is found."""

import base64
import binascii
import contextlib
import html
import json
import quopri
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

import re2

from mayoke.mail.read import encoded_word
from mayoke.mail.read.parts import texts
from mayoke.mail.read.read import read
from mayoke.mail.redact import names, numbers
from mayoke.mail.redact.forms import needles
from mayoke.mail.redact.render import SENDER
from mayoke.mail.redact.squeeze import Finder, squeeze
from mayoke.records.errors import BadInput
from mayoke.records.known import Known
from mayoke.records.redacted import Finding, Redacted, Removed
from mayoke.text import personal
from mayoke.text.fold import fold

_BASE64 = re2.compile(r"[A-Za-z0-9+/_\-]{16,}={0,2}")
_ENCODED_WORD = re2.compile(r"=\?[^?\s]{1,40}\?[bBqQ]\?[^?\s]*\?=")
_WRAPPED = re2.compile(r"([A-Za-z0-9+/]{60,76})\n")
_HEX = re2.compile(r"(?:[0-9a-fA-F]{2}){8,}")
_GONE = "ⵣ"
"""Stands where a stand-in stood: a letter of no language that mails here are written in."""
_NOBODY = Known()


def prove(rendered: str | bytes, redacted: Redacted, known: Known = _NOBODY) -> tuple[Finding, ...]:
    """What personal is left in an output; empty when it may be published.

    Looked for are the removed values in all their forms, and patterns of personal data except what
    the scammer asked to be reached by. A finding never holds the value.
    """
    text = rendered.decode("utf-8", "replace") if isinstance(rendered, bytes) else rendered
    more = [Removed("mail", address) for address in known.me]
    more += [Removed("name", name) for name in known.names]
    wanted = needles((*redacted.removed, *more))
    finder = Finder(wanted)
    masks = sorted((*redacted.pseudonyms, SENDER), key=len, reverse=True)
    found: dict[Finding, None] = {}
    for form, view in dict.fromkeys(_views(text, rendered)):
        bare = view.replace("[.]", ".")
        for mask in masks:
            bare = bare.replace(mask, _GONE)
        plain = squeeze(bare)
        for needle, _, _ in finder.hits(plain):
            found[Finding(form, wanted[needle].sort)] = None
        for why in _patterns(bare, redacted.kept):
            found[Finding(form, f"pattern:{why}")] = None
    return tuple(found)


def _views(text: str, rendered: str | bytes) -> Iterator[tuple[str, str]]:
    """``(form, text)`` of every reading."""
    yield "plain", text
    yield "html", html.unescape(text)
    yield "percent", unquote(unquote(text))
    if "=" in text:
        yield "quoted-printable", quopri.decodestring(text.encode()).decode("utf-8", "replace")
    if "=?" in text:
        yield "encoded-word", encoded_word.decode(text)
    lines = _WRAPPED.sub(r"\1", _ENCODED_WORD.sub(" ", text).replace("\r\n", "\n"))
    yield "base64", "\n".join(_unpacked(match[0] for match in _BASE64.finditer(lines)))
    yield (
        "hex",
        "\n".join(
            bytes.fromhex(match[0]).decode("utf-8", "ignore") for match in _HEX.finditer(text)
        ),
    )
    if text.lstrip().startswith(("{", "[")):
        with contextlib.suppress(ValueError):
            yield "json", "\n".join(_strings(json.loads(text)))
    if isinstance(rendered, bytes):
        with contextlib.suppress(BadInput):
            yield "mail", "\n".join(texts(read(rendered)).values())


def _unpacked(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        plain = word.rstrip("=").replace("-", "+").replace("_", "/")
        try:
            data = base64.b64decode(plain + "=" * (-len(plain) % 4))
        except (binascii.Error, ValueError):
            continue
        yield data.decode("utf-8", "ignore")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(key)
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _patterns(text: str, kept: frozenset[str]) -> Iterator[str]:
    for start, end in personal.mail_addresses(text):
        if text[start:end].lower() not in kept:
            yield "mail"
    for start, end in personal.phones(text):
        if "".join(ch for ch in fold(text[start:end]).text if ch.isdigit()) not in kept:
            yield "phone"
    if personal.card_numbers(text):
        yield "card"
    if any(numbers.has_address(fold(line[:20_000]).text) for line in text.splitlines()):
        yield "address"
    if names.frequent(squeeze(text)):
        yield "name"
