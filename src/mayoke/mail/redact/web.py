"""Links without what identifies the reader, which nobody can click."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from urllib.parse import unquote

from mayoke.mail.redact.numbers import token_like
from mayoke.records.redacted import Cut, apply

_LABEL_LEAST = 8
"""A shorter word could not tell a recipient from many thousand others."""

Name = Callable[[str], str]
"""Gives a token its pseudonym."""
_SCHEMES = ("http:", "https:", "ftp:", "hxxp:", "hxxps:")
_WHOSE = frozenset(
    [
        "u",
        "user",
        "users",
        "member",
        "members",
        "id",
        "customer",
        "customers",
        "to",
        "for",
        "name",
        "account",
        "r",
    ]
)
"""Folders below which the reader's name or number stands."""
_MAX = 8192


def cuts(target: str, name: Name) -> list[Cut]:
    """What to change in a link: scheme and host defanged; user, tokens, values, fragment cut."""
    return sorted(_cuts(target, name), key=lambda cut: cut.start)


def safe(target: str, name: Name) -> str:
    """The link, redacted and defanged."""
    return apply(target, cuts(target, name))


def _cuts(target: str, name: Name) -> Iterator[Cut]:
    head, colon, _ = target.partition(":")
    scheme = (head + colon).strip().lower()
    at = 0
    if scheme in _SCHEMES:
        yield Cut(0, len(head), head.strip().lower().replace("tt", "xx").replace("ftp", "fxp"))
        at = len(head) + 1
        while target[at : at + 1] in ("/", "\\"):
            at += 1
    elif colon and head.strip().isalpha():
        if scheme not in ("mailto:", "tel:", "cid:", "sms:") and len(target) > at:
            yield Cut(len(head) + 1, len(target), name(target[len(head) + 1 :]))
        elif scheme == "cid:":
            yield Cut(len(head) + 1, len(target), name(target))
        elif scheme == "mailto:" and "?" in target:
            yield from _query(target, target.index("?"), len(target), name)
        return
    end = _first_of(target, at, "/\\?#")
    yield from _authority(target, at, end, name)
    query, fragment = _first_of(target, end, "?#"), _first_of(target, end, "#")
    if end < query:
        yield from _path(target, end, query, name)
    if query < fragment:
        yield from _query(target, query, fragment, name)
    if fragment + 1 < len(target):
        yield Cut(fragment + 1, len(target), name(target[fragment + 1 :]))


def _first_of(text: str, at: int, signs: str) -> int:
    return next((i for i in range(at, min(len(text), _MAX)) if text[i] in signs), len(text))


def _authority(target: str, start: int, end: int, name: Name) -> Iterator[Cut]:
    user = target.rfind("@", start, end)
    if user >= 0:
        written = target[start:user]
        if ":" in written or "%" in written or "." not in written or token_like(written):
            yield Cut(start, user, name(written))
        else:
            yield from _dots(target, start, user)
        start = user + 1
    at = start
    labels = target[start:end].split(".")
    for index, label in enumerate(labels):
        # The last two or three labels are what somebody registered. A short one, or one with a
        # word in it, tells campaigns apart, not recipients.
        made = token_like(label) and "-" not in label and len(label) >= _LABEL_LEAST
        mine = index < len(labels) - 2 and (made or len(label) >= 30)
        if mine and not all(part.isdigit() for part in labels):
            yield Cut(at, at + len(label), name(label))
        at += len(label) + 1
    yield from _dots(target, start, end)


def _dots(target: str, start: int, end: int) -> Iterator[Cut]:
    for at in range(start, end):
        if target[at] in ".．。｡":
            yield Cut(at, at + 1, "[.]")


def _path(target: str, start: int, end: int, name: Name) -> Iterator[Cut]:
    at = start
    before = ""
    for segment in target[start:end].split("/"):
        words = segment.replace("-", ".").replace("_", ".").replace("~", ".").split(".")
        plain = all(_wordish(word) for word in words) and len(segment) <= 40
        if segment and (not plain or before.lower() in _WHOSE):
            yield Cut(at, at + len(segment), name(segment))
        before = segment
        at += len(segment) + 1


def _wordish(word: str) -> bool:
    if not word:
        return True
    if not (word.isascii() and word.isalnum()) or len(word) > 20 or token_like(word):
        return False
    if len(word) >= _LABEL_LEAST and any(a.isdigit() and b.isalpha() for a, b in pairwise(word)):
        return False  # digits within letters
    one_case = word.islower() or word.isupper() or word[1:].islower() or word.isdigit()
    return (one_case or len(word) < 8) and not (word.isupper() and len(word) > 12)


def _query(target: str, start: int, end: int, name: Name) -> Iterator[Cut]:
    at = start + 1
    for pair in target[at:end].replace(";", "&").split("&"):
        key, equals, value = pair.partition("=")
        if not equals or not _wordish(key.replace("_", "").replace("-", "")):
            if pair and (not equals or key):
                yield Cut(at, at + len(pair), name(pair))
        elif value:
            yield Cut(at + len(key) + 1, at + len(pair), _value(value, name))
        at += len(pair) + 1


def _value(value: str, name: Name) -> str:
    inner = unquote(value)
    if inner.lower().startswith(("http://", "https://")) and len(inner) < len(value) + 1:
        host = inner.partition("://")[2]
        if not host.lower().startswith(("http:", "https:")):
            return safe(inner[: _first_of(inner, 0, "?#")], name)
    return name(value)
