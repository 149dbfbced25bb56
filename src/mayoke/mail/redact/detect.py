"""Where the texts of one mail hold something personal or something live."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import re2

from mayoke.mail.redact import lines, names, numbers, web
from mayoke.mail.redact.pseudonyms import Pseudonyms
from mayoke.mail.redact.recipient import Sides
from mayoke.mail.redact.squeeze import squeeze
from mayoke.records.redacted import Cut, Removed, Sort
from mayoke.text import personal
from mayoke.text.fold import fold
from mayoke.text.links import find_urls

_IDENTIFIER = re2.compile(r"([^\s<>@,]{1,512})(?:@[^\s<>,]{1,255})?")
_PLAIN = frozenset(
    [
        "date",
        "mime-version",
        "content-type",
        "content-transfer-encoding",
        "received-spf",
        "authentication-results",
        "arc-authentication-results",
        "x-mailer",
        "user-agent",
    ]
)
"""Header fields whose numbers are nobody's."""


@dataclass(slots=True)
class Detector:
    """Collects what must go. ``removed`` grows while texts are looked at."""

    sides: Sides
    pseudonyms: Pseudonyms
    removed: dict[Removed, None] = field(default_factory=dict)

    def put(self, sort: Sort, value: str) -> str:
        """The stand-in of a value, which is remembered for the other texts."""
        item = Removed(sort, value)
        self.removed[item] = None
        return self.pseudonyms.of(item)

    def part(self, name: str, text: str) -> list[Cut]:
        """Cuts of one part, by what it shows itself; they may overlap."""
        if ":link:" in name or ":form:" in name:
            return [*web.cuts(text, self._token), *self._mails(text, _mask(text, []))]
        head = name.lower().split(":")
        header = head[1] if head[0] == "header" else ""
        if header in ("message-id", "in-reply-to", "references", "content-id"):
            return list(self._identifiers(text))
        spans = find_urls(text, bare=not header)
        found: list[Cut] = []
        for start, end in spans:
            found += _moved(web.cuts(text[start:end], self._token), start)
        mails = list(self._mails(text, _mask(text, spans)))
        found += mails
        if header not in _PLAIN:
            # Whole addresses: a host that the mail comes from is no number of anybody's.
            whole = [(start, end) for start, end in personal.mail_addresses(text)]
            taken = _mask(text, spans + whole + [(cut.start, cut.end) for cut in found])
            found += [cut for cut in self._lines(text) if not _inside(cut, taken)]
        if not header or header in ("subject", "from", "to", "cc", "reply-to"):
            spans += [(cut.start, cut.end) for cut in mails]
            found += self._people(text, _mask(text, spans))
        return found

    def _identifiers(self, text: str) -> Iterator[Cut]:
        """Identifiers of messages (RFC 5322 §3.6.4): what stands before the host is a token."""
        for match in _IDENTIFIER.finditer(text):
            yield Cut(match.start(1), match.end(1), self._token(match[1]))
            for at in range(match.end(1), match.end()):
                if text[at] == ".":
                    yield Cut(at, at + 1, "[.]")

    def _people(self, text: str, taken: bytearray) -> Iterator[Cut]:
        for start, end in (*names.find(text), *names.frequent(squeeze(text)), *lines.find(text)):
            if not _inside(Cut(start, end, ""), taken):
                yield Cut(start, end, self.put("name", text[start:end]))
        for start, end in lines.births(text):
            yield Cut(start, end, self.put("number", text[start:end]))

    def _token(self, value: str) -> str:
        if len(value) >= 6 and numbers.token_like(value):
            return self.put("token", value)
        return self.pseudonyms.of(Removed("token", value))

    def _mails(self, text: str, urls: bytearray) -> Iterator[Cut]:
        for start, end in personal.mail_addresses(text):
            address = text[start:end].lower()
            if address in self.sides.theirs:
                local = address.rpartition("@")[0]
                if numbers.token_like(local) and ("=" in local or "+" in local):
                    yield Cut(start, start + len(local), self._token(local))
                for at in range(start + len(local), end):
                    if text[at] == ".":
                        yield Cut(at, at + 1, "[.]")
            elif not _inside(Cut(start, end, ""), urls):
                yield Cut(start, end, self.put("mail", text[start:end]))

    def _lines(self, text: str) -> Iterator[Cut]:
        offset = 0
        waiting: Sort | None = None
        for line in text.splitlines(keepends=True):
            folded = fold(line.rstrip())  # the break at its end stays
            short = folded.text[:20_000]
            wallets = _mask(line, personal.wallets(line))
            found = list(numbers.find(short, self.sides.phones))
            label = numbers.bare_label(short)
            if waiting and short.strip() and not label:
                span = numbers.value_of(short)
                if span and span[1] - span[0] <= 60 and not short.rstrip().endswith("。"):
                    found.append(numbers.Found(*span, waiting))
                waiting = None
            waiting = label or waiting
            for start, end, sort in found:
                first, last = folded.span(start, end)
                value = line[first:last].strip()
                if sort == "name" and numbers.bare_label(fold(value).text):
                    continue  # a label with another label behind it
                if value and not _inside(Cut(first, last, ""), wallets):
                    yield Cut(offset + first, offset + last, self.put(sort, value))
            offset += len(line)


def _mask(text: str, spans: Iterable[tuple[int, int]]) -> bytearray:
    """1 where a span covers the text."""
    mask = bytearray(len(text))
    for start, end in spans:
        mask[start:end] = b"\1" * (end - start)
    return mask


def _inside(cut: Cut, mask: bytearray) -> bool:
    return 1 in mask[cut.start : cut.end]


def _moved(cuts: list[Cut], by: int) -> list[Cut]:
    return [Cut(cut.start + by, cut.end + by, cut.put) for cut in cuts]
