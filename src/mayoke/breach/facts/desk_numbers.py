"""Telephone numbers and mail addresses as notices write them, in one form."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_PHONE = re.compile(
    # Areas and groups by the national numbering plan: 0AB-J, 0120, 0800, 0570, 050, 070-090.
    r"(?:(?<=tel)|(?<=fax)|(?<![0-9a-z@./_\-]))(?:\+81[- ]?(?:\(0\))?(?P<abroad>[1-9]\d{0,3})[- ]\d{1,4}[- ]\d{4}"
    r"|\(?0\d{1,4}\)? ?[-・.(~]? ?\d{1,4} ?[-・.)~] ?\d{3,4}|\(0\d{1,4}\) ?\d{1,4} ?-? ?\d{4}"
    r"|0(?:120|800|570|990)\d{6,7}|0[5789]0\d{8}|0\d{9})(?![0-9@_])"
)
_MORE = re.compile(
    r"(?:\((?:代表?|直通|同"
    r"|内線[\d、・,]{1,12})\))?[、・,/及び]{1,2}(\d{4})(?![\d\-/:年月日時人件名])"
)
_FAX = re.compile(
    r"(?:fax|ファッ?クス|ファクシミリ|ふぁっくす)[^0-9電t]{0,12}$|(?<![a-z])f[:.]\s?\(?$"
)
_BOTH = re.compile(r"(?:電話|tel)(?:番号)?[・/&と、]{1,2}(?:fax|ファッ?クス)[^0-9]{0,4}$")
_AT = r"(?: ?@ ?| ?[\[({<【](?:at|アット(?:マーク)?|@)[\])}>】] ?| ?_at_ ?)"
_MAIL = re.compile(
    r"(?<![a-z0-9._%+\-])([a-z0-9][a-z0-9._%+\-]{0,63})"
    + _AT
    + r"((?:[a-z0-9](?:[a-z0-9\-]{0,62})(?:\.| ?\[dot\] ?)){1,6}[a-z]{2,20})(?![a-z0-9])"
)
_SIGN_MAIL = re.compile(
    r"(?<![a-z0-9._%+\-])([a-z0-9][a-z0-9._%+\-]{0,63}) ?[☆★◎■●◆#*＊] ?"
    r"((?:[a-z0-9][a-z0-9\-]{0,62}\.){1,6}[a-z]{2,20})(?![a-z0-9])"
)
_ANY_AT = re.compile(r"@|[\[({<【](?:at|アット)|_at_")
_REPLACED = re.compile(r"を「?@|「?@」?に(?:変|置|換|替|修正)|アットマークに")
_MOST = 200


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number or mail address at ``text[start:end]`` and its plain form."""

    kind: Literal["phone", "email"]
    value: str
    start: int
    end: int


def phones(text: str, start: int, end: int) -> Iterator[Number]:
    """Telephone numbers, groups joined by hyphens; fax numbers are left out."""
    for count, found in enumerate(_PHONE.finditer(text, start, end)):
        if count >= _MOST:
            return
        left = text[max(found.start() - 20, start) : found.start()]
        if _FAX.search(left) and not _BOTH.search(left):
            continue
        value = _joined(found[0])
        if value is None:
            continue
        yield Number("phone", value, found.start(), found.end())
        more = _MORE.match(text, found.end(), end)
        if more:
            prefix = value.rpartition("-")[0]
            yield Number("phone", f"{prefix}-{more[1]}", more.start(1), more.end(1))


def _joined(written: str) -> str | None:
    if written.startswith("+"):
        written = "0" + re.sub(r"^\+81[- ]?(?:\(0\))?", "", written)
    groups = re.findall(r"\d+", written)
    digits = "".join(groups)
    if not 9 < len(digits) < 12:
        return None
    if len(groups) == 3:
        return "-".join(groups)
    if digits.startswith(("0120", "0800", "0570", "0990")):
        return f"{digits[:4]}-{digits[4:7]}-{digits[7:]}"
    if len(digits) == 11:
        return f"{digits[:3]}-{digits[3:7]}-{digits[7:]}"
    cut = 2 if digits[1] in "36" else 3  # no table of areas: only Tokyo and Osaka are certain
    return f"{digits[:cut]}-{digits[cut:6]}-{digits[6:]}" if len(groups) == 1 else None


def mails(text: str, start: int, end: int) -> Iterator[Number]:
    """Mail addresses without inner spaces, the sign written as ``@``."""
    if not _ANY_AT.search(text, start, end):
        return
    patterns = [_MAIL, _SIGN_MAIL] if _REPLACED.search(text, start, end) else [_MAIL]
    for pattern in patterns:
        for count, found in enumerate(pattern.finditer(text, start, end)):
            if count >= _MOST:
                return
            domain = re.sub(r" ?\[dot\] ?", ".", found[2])
            yield Number("email", f"{found[1]}@{domain}", found.start(), found.end())


def plain_mail(written: str) -> str:
    """An address as written, in one line and with ``@``: the letters keep their case."""
    words = "".join(unicodedata.normalize("NFKC", written).split())
    words = re.sub(r"(?i)[\[({<【](?:at|アット(?:マーク)?|@)[\])}>】]|_at_|[☆★◎■●◆#*]", "@", words)
    return re.sub(r"(?i)\[dot\]", ".", words)
