"""What of planted data still stands in an output, in any form, and which traces were lost."""

import base64
import binascii
import email
import hashlib
import html
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from functools import lru_cache
from urllib.parse import unquote

from tools.planted.records import Plant, Planted

_INVISIBLE = [
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2065),
    0xAD,
    0x34F,
    0xFEFF,
]
_TIGHT = (
    {c: c + 0x60 for c in range(0x3041, 0x3097)}
    | dict.fromkeys(_INVISIBLE)
    | dict.fromkeys(map(ord, "‐‑‒–—―−─"), "-")
    | dict.fromkeys(map(ord, "●•∗○■＊"), "*")
)
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_KANA = re.compile("[ァ-ヶー]")
_TAG = re.compile(r"<[^<>]*>")
_SPACE = re.compile(r"\s+")
_DOT = re.compile(r"[\[({]\s*(?:\.|dot)\s*[\])}]")
_AT = re.compile(r"[\[({]\s*(?:@|at)\s*[\])}]")
_RUN = re.compile(r"[A-Za-z0-9+/]{11,}")
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2}){6,}")
_WORD = re.compile(r"=\?([A-Za-z0-9_-]+)\?([bBqQ])\?([^?\s]*)\?=")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")
_EQUALS = re.compile(r"=[0-9A-Fa-f]{2}=[0-9A-Fa-f]{2}")
_NUMBER = re.compile(r"\d(?:[\s().,/・ー-]{0,3}\d)*")
_SEPARATOR = re.compile(r"\D+")
_READABLE = re.compile("[^\x00-\x1f\x7f\ufffd]{5,}")
_STREET = re.compile(r"(?<=\d)(?:丁目|番地ノ|番地|番|ノ|ー|-)(?=\d)")
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:")


@dataclass(frozen=True, slots=True)
class _Views:
    """An output in the forms in which values are looked for.

    ``tight``: one width, one case, one kana, no blanks, with and without tags. ``flat``: without
    dashes too. ``numbers``: runs of digits, groups kept apart by dashes. ``street``: house numbers
    joined by dashes.
    """

    tight: str
    flat: str
    numbers: str
    street: str


def leaks(planted: Planted, rendered: bytes) -> list[str]:
    """``kind: value (what was found)`` of each planted value that stands in an output in any form."""
    views = _views(rendered)
    return [
        f"{plant.kind}: {plant.value} ({needle})"
        for plant in planted.planted
        if (needle := next((n for view, n in _needles(plant) if _stands(views, view, n)), ""))
    ]


def kept(planted: Planted, rendered: bytes) -> list[str]:
    """The traces and the evidence that an output has lost; being defanged is no loss."""
    tight = _views(rendered).tight
    return [trace for trace in planted.keep if _tight(trace) not in tight]


def _stands(views: _Views, view: str, needle: str) -> bool:
    """A short number counts only from the edge of a group to the edge of one: it may be chance."""
    if view != "numbers":
        return needle in getattr(views, view)
    spaced = "-?".join(needle)
    edged = rf"(?<!\d){spaced}(?!\d)" if len(needle) < 10 else spaced
    return re.search(edged, views.numbers) is not None


def _needles(plant: Plant) -> Iterator[tuple[str, str]]:
    """``(view, string)``: what would give a value away."""
    value, tight = plant.value, _tight(plant.value)
    digits = "".join(ch for ch in value if "0" <= ch <= "9")
    if plant.kind == "name":
        a, b = _plain(value).split()
        yield "tight", a + b
        yield "tight", b + a
        least = 6 if a.isascii() else 2 if value == _KANA.sub("", value) else 3
        yield from (("tight", word) for word in (a, b) if len(word) >= least)
    elif plant.kind == "mail":
        yield "tight", tight
        yield "tight", tight.split("@", maxsplit=1)[0]
        data = value.encode()
        for name in ("md5", "sha1", "sha256"):
            yield "tight", hashlib.new(name, data, usedforsecurity=False).hexdigest()
    elif plant.kind == "phone":
        yield from (("numbers", n) for n in (digits, f"81{digits[1:]}", f"81{digits}"))
    elif plant.kind == "address":
        city, street, house = value.split()
        yield "street", _street(_tight(street))
        yield "tight", _tight(city + street.rstrip("0123456789-"))
        yield "tight", _tight(house)
    elif plant.kind in {"token", "customer"}:
        yield "flat", tight.replace("-", "")
    else:
        yield "numbers", digits
    if plant.kind == "card":
        yield "flat", f"**{digits[-4:]}"


@lru_cache(maxsize=4)
def _views(rendered: bytes) -> _Views:
    """Everything that can be read in an output, in its forms."""
    plain = [_plain(text) for text in _readings(rendered)]
    plain += [bare for text in plain if (bare := _TAG.sub("", text)) != text]
    tight = "\n".join(_SPACE.sub("", text) for text in plain)
    runs = _NUMBER.findall("\n\n\n\n".join(plain).translate(_DIGITS))
    numbers = "|".join(_SEPARATOR.sub("-", run) for run in runs)
    return _Views(tight, tight.replace("-", ""), numbers, _street(tight))


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text.translate(_TIGHT)).casefold().translate(_TIGHT)
    return _AT.sub("@", _DOT.sub(".", text)).replace("hxxp", "http")


def _tight(text: str) -> str:
    return _SPACE.sub("", _plain(text))


def _street(tight: str) -> str:
    return _STREET.sub("-", tight.translate(_DIGITS))


def _readings(rendered: bytes) -> Iterator[str]:
    """The output as it is, its parts, and what is encoded in either, two layers deep."""
    layer = list(dict.fromkeys(_texts(rendered)))
    for _ in range(3):
        yield from layer
        layer = [inner for text in layer for inner in _inside(text)]


def _texts(rendered: bytes) -> Iterator[str]:
    text = rendered.decode("utf-8", "replace")
    yield text
    if rendered[:1] in {b"{", b"["}:
        try:
            yield from ("\n".join(_strings(json.loads(text))),)
        except ValueError:
            return
    elif _HEADER.match(rendered):
        for part in email.message_from_bytes(rendered).walk():
            yield from _of_part(part)


def _strings(value: object) -> Iterator[str]:
    """Every string in what JSON holds, and its numbers."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
    else:
        yield str(value)


def _of_part(part: Message) -> Iterator[str]:
    """A part's headers, its file name and its content."""
    yield "\n".join(f"{name}: {value}" for name, value in part.items())
    yield part.get_filename() or ""
    data = part.get_payload(decode=True)
    if isinstance(data, bytes):
        yield _decoded(data, part.get_content_charset() or "utf-8")


def _decoded(data: bytes, charset: str) -> str:
    try:
        return data.decode({"shift_jis": "cp932"}.get(charset.lower(), charset), "ignore")
    except LookupError:
        return data.decode("utf-8", "ignore")


def _inside(text: str) -> Iterator[str]:
    """What a text holds in some encoding, each different from the text itself."""
    opened = unquote(html.unescape(_ESCAPE.sub(lambda m: chr(int(m[1], 16)), text)))
    if opened != text:
        yield opened
    if words := _WORD.findall(text):
        yield "\n".join(_encoded_word(*word) for word in words)
    if _EQUALS.search(text):
        yield binascii.a2b_qp(text.encode("utf-8", "replace")).decode("utf-8", "ignore")
    standard = text.replace("-", "+").replace("_", "/")
    held = [_base64(run, shift) for run in _RUN.findall(standard) for shift in range(4)]
    held += [bytes.fromhex(run) for run in _HEX.findall(text)]
    readable = _READABLE.findall(b"\0".join(held).decode("utf-8", "replace"))
    if readable:
        yield "\n".join(readable)


def _encoded_word(charset: str, way: str, held: str) -> str:
    if way in "qQ":
        return _decoded(binascii.a2b_qp(held.encode(), header=True), charset)
    return _decoded(base64.b64decode(held + "=" * (-len(held) % 4)), charset)


def _base64(run: str, shift: int) -> bytes:
    """A run of letters read as base64, from its first to fourth letter on."""
    rest = run[shift:]
    rest = rest[: len(rest) - (len(rest) % 4 == 1)]
    return binascii.a2b_base64(rest + "=" * (-len(rest) % 4))
