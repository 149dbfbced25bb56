"""Mailbox lists (RFC 5322 §3.4), read tolerantly: real senders break every rule of it."""

import re

from mayoke.mail.read import encoded_word
from mayoke.records.message import Address

MAX_ADDRESSES = 500
_MAX_FAILURES = 4
_PLAIN = re.compile(r'[^"(<>,;:\\]+')


def parse(raw: str, part: str) -> tuple[Address, ...]:
    """The mailboxes of an unfolded header value whose encoded words are still encoded.

    Groups are opened, comments become the name when there is no other, ``;`` separates like ``,``.
    A value without any address gives one mailbox with an empty ``address``. At most
    ``MAX_ADDRESSES``; never raises.
    """
    found = []
    for item in _Walk(raw).run():
        mailbox = item.mailbox(part)
        if mailbox is not None:
            found.append(mailbox)
            if len(found) == MAX_ADDRESSES:
                break
    return tuple(found)


class _Item:
    """What was collected for one mailbox."""

    def __init__(self) -> None:
        self.phrase: list[str] = []
        self.comments: list[str] = []
        self.angles: list[str] = []
        self.has_at = False

    def mailbox(self, part: str) -> Address | None:
        """The mailbox, or ``None`` when nothing was collected."""
        words = " ".join("".join(self.phrase).split())
        if self.angles:
            *others, last = self.angles
            # Of several <…> the last is where an answer goes; the others are part of the show.
            words = " ".join([words, *(f"<{other}>" for other in others)]).strip()
            address = _clean(last)
        else:
            words, address = _bare(words)
        name = encoded_word.decode(words or " ".join(self.comments)).strip()
        if not name and not address:
            return None
        return Address(name, address, part)


class _Walk:
    """One pass over a value that cuts it into mailboxes."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.items = [_Item()]
        self.grouped = ";" in raw
        self.failures = 0

    def run(self) -> list[_Item]:
        """Walk to the end."""
        at = 0
        while at < len(self.raw) and len(self.items) <= MAX_ADDRESSES:
            end = self._stretch(at)
            at = self._take(at, end) if end > at else self._step(at)
        return self.items

    def _step(self, at: int) -> int:
        """Take one separator, or a run of ordinary characters; returns where to go on."""
        char = self.raw[at]
        item = self.items[-1]
        if char in ",;":
            self.items.append(_Item())
            return at + 1
        if char == ":" and self.grouped and not item.angles and not item.has_at:
            item.phrase.clear()  # the name of a group
            return at + 1
        if char == "\\":
            item.phrase.append(self.raw[at + 1 : at + 2])
            return at + 2
        plain = _PLAIN.match(self.raw, at)
        end = plain.end() if plain else at + 1
        run = self.raw[at:end]
        item.phrase.append(run)
        item.has_at = item.has_at or "@" in run
        return end

    def _stretch(self, at: int) -> int:
        """The end of what opens at ``at`` (quotation, comment, angle brackets), else ``at``."""
        char = self.raw[at]
        if char not in '"(<' or self.failures > _MAX_FAILURES:
            return at
        end = _CLOSING[char](self.raw, at)
        if not end:
            self.failures += 1
            return at
        return end

    def _take(self, at: int, end: int) -> int:
        """Put the stretch where it belongs; returns ``end``."""
        inner = self.raw[at + 1 : end - 1]
        item = self.items[-1]
        if self.raw[at] == "<":
            item.angles.append(inner)
        elif self.raw[at] == "(":
            item.comments.append(_unescape(inner).strip())
        else:
            item.phrase.append(_unescape(inner))
        return end


def _quotation(raw: str, at: int) -> int:
    """The end of the quotation that opens at ``at``; 0 when it never closes."""
    step = at + 1
    while step < len(raw):
        if raw[step] == '"':
            return step + 1
        step += 2 if raw[step] == "\\" else 1
    return 0


def _comment(raw: str, at: int) -> int:
    """The end of the comment that opens at ``at``, with nested ones; 0 when it never closes."""
    depth = 0
    step = at
    while step < len(raw):
        if raw[step] == "(":
            depth += 1
        elif raw[step] == ")":
            depth -= 1
            if depth == 0:
                return step + 1
        step += 2 if raw[step] == "\\" else 1
    return 0


def _angle(raw: str, at: int) -> int:
    """The end of the angle brackets that open at ``at``; 0 when they never close."""
    return raw.find(">", at) + 1


_CLOSING = {'"': _quotation, "(": _comment, "<": _angle}


def _unescape(text: str) -> str:
    if "\\" not in text:
        return text
    return text.replace("\\\\", "\0").replace("\\", "").replace("\0", "\\")


def _clean(address: str) -> str:
    """The address inside angle brackets: without route (RFC 5322 §4.4), spaces, ``mailto:``."""
    address = "".join(encoded_word.decode(address).split())
    if address.startswith("@"):
        address = address.rpartition(":")[2]
    # "<a@b.example<mailto:a@b.example>>" is how some programs write a link as text.
    return address.removeprefix("mailto:").partition("<")[0]


def _bare(words: str) -> tuple[str, str]:
    """Name and address of a mailbox without angle brackets."""
    if "@" not in words:
        return words, ""
    tokens = words.split(" ")
    at = next(index for index, token in enumerate(tokens) if "@" in token)
    address = tokens.pop(at).strip("[]'\"")
    return " ".join(tokens), address.removeprefix("mailto:")
