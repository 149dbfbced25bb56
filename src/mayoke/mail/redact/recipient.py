"""Whose mail it was, and which addresses and telephones are the scammer's own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mayoke.mail.read.addresses import parse
from mayoke.mail.redact import numbers
from mayoke.records.known import Known
from mayoke.records.message import Message
from mayoke.text import personal
from mayoke.text.fold import fold_plain

_TO = frozenset(
    [
        "to",
        "cc",
        "bcc",
        "delivered-to",
        "x-original-to",
        "envelope-to",
        "x-envelope-to",
        "x-delivered-to",
        "x-forwarded-to",
        "x-forwarded-for",
        "resent-to",
        "apparently-to",
    ]
)
_FOR = re.compile(r"\bfor <?([^\s<>;]{3,254}@[^\s<>;]{3,254})>?")
_NOBODY = re.compile(r"(?:お客|皆|会員|各位|ユーザー|利用者|undisclosed|recipients?|customer|user)")


@dataclass(frozen=True, slots=True)
class Sides:
    """The recipient's addresses and names, and what the scammer wants to be reached by.

    ``theirs``: the scammer's addresses, lower case; ``phones``: the digits of their telephones.
    """

    mine: tuple[str, ...]
    names: tuple[str, ...]
    theirs: frozenset[str]
    phones: frozenset[str]


def sides(message: Message, known: Known) -> Sides:
    """Tell the two sides apart; what stands on both is the recipient's."""
    mine = dict.fromkeys(sorted(known.me))
    names = dict.fromkeys(sorted(known.names))
    for address, name in _receivers(message):
        mine[address.lower()] = None
        if name and "@" not in name and not _NOBODY.search(name.lower()):
            names[name.strip("\"' ").removesuffix("様").strip()] = None
    theirs = {box.address.lower() for box in (*message.from_, *message.reply_to)}
    phones: set[str] = set()
    for link in message.links:
        scheme, _, rest = link.target.partition(":")
        if scheme.lower() == "mailto":
            theirs.add(rest.partition("?")[0].strip().lower())
        elif scheme.lower() == "tel":
            phones.add("".join(ch for ch in rest if ch.isdigit()))
    before = ""
    for body in message.bodies:
        for line in body.text.splitlines():
            folded = fold_plain(line[:20_000])
            phones.update(numbers.callable_phones(folded, before))
            before = folded or before
    names.pop("", None)
    return Sides(tuple(mine), tuple(names), frozenset(theirs - set(mine)), frozenset(phones))


def _receivers(message: Message) -> Iterator[tuple[str, str]]:
    for box in message.to:
        yield box.address, box.name
    for header in message.headers:
        name = header.name.lower()
        if name in _TO:
            for box in parse(header.value, header.part):
                if "@" in box.address:
                    yield box.address, box.name
            for start, end in personal.mail_addresses(header.value):
                yield header.value[start:end], ""
        elif name == "received":
            for match in _FOR.finditer(header.value[:20_000]):
                yield match[1], ""
