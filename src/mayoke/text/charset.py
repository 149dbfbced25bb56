"""Bytes to text: the charset a mail declares is a hint, the bytes decide."""

import codecs
import re
from dataclasses import dataclass
from functools import lru_cache

from mayoke.text.jis import decode_iso_2022_jp

_ALIASES = {
    "shift_jis": "cp932", "shift-jis": "cp932", "shiftjis": "cp932", "sjis": "cp932",
    "x-sjis": "cp932", "ms_kanji": "cp932", "windows-31j": "cp932", "windows-932": "cp932",
    "cswindows31j": "cp932", "ms932": "cp932", "x-ms-cp932": "cp932", "shift_jisx0213": "cp932",
    "shift_jis-2004": "cp932",
    "euc-jp": "euc_jis_2004", "x-euc-jp": "euc_jis_2004", "eucjp": "euc_jis_2004",
    "eucjp-ms": "euc_jis_2004", "eucjp-win": "euc_jis_2004", "cp51932": "euc_jis_2004",
    "x-euc": "euc_jis_2004", "ujis": "euc_jis_2004",
    "gb2312": "gb18030", "x-gbk": "gb18030", "gbk": "gb18030", "euc-cn": "gb18030",
    "gb_2312-80": "gb18030", "chinesesimplified": "gb18030", "cp936": "gb18030",
    "windows-936": "gb18030",
    "hz-gb-2312": "hz",
    "big5": "cp950", "big5-hkscs": "big5hkscs", "x-x-big5": "cp950", "windows-950": "cp950",
    "ks_c_5601-1987": "cp949", "ks_c_5601": "cp949", "euc-kr": "cp949", "ksc5601": "cp949",
    "ks_c_5601-1989": "cp949", "windows-949": "cp949", "x-windows-949": "cp949",
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "iso8859-1": "cp1252",
    "us-ascii": "", "ascii": "", "unknown-8bit": "", "default": "", "unknown": "", "x-unknown": "",
    "unicode-1-1-utf-7": "utf-7", "unicode-1-1-utf-8": "utf-8", "utf8": "utf-8",
    "utf-8-sig": "utf-8", "utf8mb4": "utf-8", "x-utf-8": "utf-8",
    "tis-620": "cp874", "iso-8859-11": "cp874", "windows-874": "cp874", "iso-8859-9": "cp1254",
    "iso-8859-8-i": "iso-8859-8", "macintosh": "mac-roman",
}  # fmt: skip
"""Labels as mail writes them, to the codec that reads what really stands behind them."""

_MULTIBYTE = frozenset(("cp932", "euc_jis_2004", "gb18030", "cp950", "big5hkscs", "cp949"))
_NAMES = {"euc_jis_2004": "euc-jp", "cp1252": "windows-1252", "cp950": "big5", "cp949": "euc-kr"}
_KANA = re.compile("[ぁ-んァ-ヶー]")
_HALF_KANA = re.compile("[｡-ﾟ]")
_SAMPLE = 20_000
_ESCAPE = re.compile(rb"\x1b(?:\$[@B(]|\([BIJ])")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Decoded text, the charset that was used, and how many places could not be read."""

    text: str
    used: str
    undecodable: int


def decode(data: bytes, declared: str | None) -> Decoded:
    """Text of bytes that are said to be in charset ``declared``; never raises.

    A byte order mark and the escapes of ISO-2022 are believed first (without escapes that label
    says nothing), then UTF-8 when the bytes are valid in it (whatever the label says), then the
    label, then what the text looks like: Shift_JIS or EUC-JP by their kana, else windows-1252.
    What cannot be read becomes U+FFFD and is counted.
    """
    label = _codec(declared or "")
    if label == "utf-7" or label.startswith(("utf-16", "utf-32")):
        return _plain(data, label)
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        mark = "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-16"
        return _plain(data, mark)
    if b"\x1b" in data:
        if b"\x1b$)C" in data:
            return _plain(data, "iso2022_kr")
        if _ESCAPE.search(data) and (data.isascii() or not _fits(data, "utf-8")):
            text, bad = decode_iso_2022_jp(data)
            return Decoded(text, "iso-2022-jp", bad)
    if data.isascii():
        return _plain(data, "hz") if label == "hz" else Decoded(data.decode("ascii"), "ascii", 0)
    return _eight_bit(data, label)


@lru_cache(256)
def _codec(declared: str) -> str:
    """The codec of a label; empty when the label says nothing or is unknown."""
    label = declared.strip(" \t\r\n\"'").lower().replace(" ", "-")[:60]
    if label in _ALIASES:
        return _ALIASES[label]
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""
    return "" if name in _NOT_CHARSETS or name.startswith("iso2022") else _ALIASES.get(name, name)


_NOT_CHARSETS = frozenset(
    (
        *("ascii", "base64", "bz2", "charmap", "hex", "idna", "mbcs", "oem", "punycode", "quopri"),
        *("raw-unicode-escape", "rot-13", "undefined", "unicode-escape", "uu", "zlib"),
    )
)
"""Python codecs that no mail part is written in."""


def _plain(data: bytes, codec: str) -> Decoded:
    try:
        text = data.decode(codec, "replace")
    except UnicodeError:  # utf-16 without a byte order, broken surrogates in utf-7
        text = data.decode("latin-1")
        return Decoded(text, "latin-1", 1)
    if codec == "utf-7":  # it can spell lone surrogates, which no later step could encode
        text = text.encode("utf-8", "replace").decode()
    return Decoded(text, _NAMES.get(codec, codec.removesuffix("-sig")), text.count("\ufffd"))


def _eight_bit(data: bytes, label: str) -> Decoded:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        # Two-byte sequences alone may be EUC or half-width kana by chance: there the label decides.
        if label not in _MULTIBYTE or max(text) >= "\u0800" or not _fits(data, label):
            return Decoded(text, "utf-8", text.count("\ufffd") if "\ufffd" in text else 0)
    if label and label not in ("utf-8", "cp1252") and _fits(data, label):
        return _plain(data, label)
    return _guess(data, label)


def _fits(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except (UnicodeError, LookupError):
        return False
    return True


def _guess(data: bytes, label: str) -> Decoded:
    """The best reading of bytes that are neither UTF-8 nor what the label says."""
    sample = data[:_SAMPLE]
    high = sum(sample.translate(_HIGH))
    best, least = label or "cp1252", _badness(sample, label or "cp1252", high)
    for codec in ("utf-8", "cp932", "euc_jis_2004"):
        badness = _badness(sample, codec, high)
        if badness < least:
            best, least = codec, badness
    return _plain(data, best)


_HIGH = bytes(128) + b"\x01" * 128


def _badness(sample: bytes, codec: str, high: int) -> float:
    """How unlikely a reading is: 0 for perfect, 1 for one wrong place in every two high bytes."""
    try:
        text = sample.decode(codec, "replace")
    except UnicodeError:
        return 10.0
    wrong = text.count("\ufffd") * 2 / max(high, 1)
    if codec == "cp1252":
        return wrong + 0.3
    if codec in ("cp932", "euc_jis_2004"):
        letters = max(high // 2, 1)
        kana = len(_KANA.findall(text)) / letters
        half = len(_HALF_KANA.findall(text)) / letters
        return wrong + half + (0.5 if kana < 0.15 else 0.0)
    return wrong
