"""The texts and links of a message as signals see them."""

from dataclasses import dataclass

from mayoke.records.evidence import Evidence
from mayoke.records.message import Address, Link, Message
from mayoke.text.fold import Folded, fold
from mayoke.text.url import Url

_COMPARED = 20_000
_SAMPLES = 12
_SAMPLE = 10


class Text:
    """One text of the message, and its folded twin (width, case, invisible characters, spaces).

    It is folded when that is first asked for.
    """

    __slots__ = ("_folded", "part", "raw")

    def __init__(self, part: str, raw: str) -> None:
        self.part = part
        self.raw = raw
        self._folded: Folded | None = None

    @property
    def folded(self) -> Folded:
        """The text in one form for all writings of a word."""
        if self._folded is None:
            self._folded = fold(self.raw)
        return self._folded

    def evidence(self, start: int, end: int) -> Evidence:
        """Evidence for ``folded.text[start:end]``, in offsets of the raw text."""
        a, b = self.folded.span(start, end)
        return Evidence(self.part, a, b, self.raw[a:b])


@dataclass(frozen=True, slots=True)
class SeenLink:
    """A link and its target as a browser reads it."""

    link: Link
    url: Url

    def evidence(self) -> Evidence:
        """The whole target."""
        return whole(self.link.part, self.link.target)

    def host_evidence(self) -> Evidence:
        """The host inside the target where it stands literally, else the whole target."""
        target = self.link.target
        at = target.lower().find(self.url.host)
        if at < 0:
            return self.evidence()
        return Evidence(
            self.link.part, at, at + len(self.url.host), target[at : at + len(self.url.host)]
        )


def whole(part: str, text: str) -> Evidence:
    """Evidence that quotes a whole text."""
    return Evidence(part, 0, len(text), text)


def twins(one: Text, other: Text) -> bool:
    """Are two texts the two forms of an alternative: about as long, and alike all along?

    Links and layout may differ; a text that only begins alike is no twin.
    """
    if abs(len(one.raw) - len(other.raw)) * 4 > len(other.raw):
        return False
    first, second = ("".join(text.raw[:_COMPARED].split()) for text in (one, other))
    step = max(1, len(first) // _SAMPLES)
    samples = [first[at : at + _SAMPLE] for at in range(0, len(first), step)]
    return sum(sample in second for sample in samples) * 4 >= 3 * len(samples)


def in_header(message: Message, part: str, needle: str) -> Evidence:
    """Where ``needle`` stands in a header field; the whole field when it is not there as written."""
    value = next((h.value for h in message.headers if h.part == part), "")
    at = value.lower().find(needle.lower())
    if at < 0:
        return whole(part, value)
    return Evidence(part, at, at + len(needle), value[at : at + len(needle)])


def name_evidence(message: Message, address: Address) -> Evidence:
    """Where a display name stands in its header field."""
    return in_header(message, address.part, address.name or address.address)


def address_evidence(message: Message, address: Address) -> Evidence:
    """Where an address stands in its header field."""
    return in_header(message, address.part, address.address)
