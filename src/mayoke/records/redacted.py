"""A mail without personal data. What was removed is kept for the proof, and never shown."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from mayoke.records.evidence import Evidence

Sort = Literal["name", "mail", "phone", "address", "card", "number", "token"]


@dataclass(frozen=True, slots=True)
class Cut:
    """``text[start:end]`` of a part became ``put``: code points, end exclusive, before all cuts."""

    start: int
    end: int
    put: str


@dataclass(frozen=True, slots=True)
class RedactedPart:
    """One text of the mail, redacted and defanged; ``cuts`` in order, none overlapping."""

    name: str
    text: str
    cuts: tuple[Cut, ...] = ()
    original: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Removed:
    """One personal value as it stood in the mail."""

    sort: Sort
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something personal that is left in an output; never says what it is.

    ``form``: the way it was read (``plain``, ``percent``, ``base64`` …); ``why``: a sort of value
    that was removed, or ``pattern:`` and the pattern it looks like.
    """

    form: str
    why: str


@dataclass(frozen=True, slots=True)
class Redacted:
    """A redacted mail. ``parts`` are named as ``Evidence.part`` names them.

    ``headers``, ``bodies``, ``links`` and ``files`` name the parts that are rendered; ``to`` are
    the pseudonyms it was sent to. ``kept``: the scammer's own telephones, addresses and wallets.
    """

    parts: tuple[RedactedPart, ...]
    headers: tuple[str, ...]
    bodies: tuple[str, ...]
    links: tuple[str, ...]
    files: tuple[str, ...]
    to: tuple[str, ...]
    kept: frozenset[str] = frozenset()
    pseudonyms: frozenset[str] = frozenset()
    removed: tuple[Removed, ...] = field(default=(), repr=False)

    def part(self, name: str) -> RedactedPart | None:
        """The part of that name."""
        return next((part for part in self.parts if part.name == name), None)

    def requote(self, evidence: Evidence) -> str:
        """What the verdict quoted, as it reads after redaction; empty for an unknown part.

        A value that the quotation cuts through is replaced as a whole.
        """
        part = self.part(evidence.part)
        if part is None:
            return ""
        return apply(part.original, part.cuts, evidence.start, evidence.end)


def apply(text: str, cuts: Sequence[Cut], start: int = 0, end: int | None = None) -> str:
    """``text[start:end]`` with the cuts done, which are in order and do not overlap."""
    end = len(text) if end is None else end
    out: list[str] = []
    at = start
    for cut in cuts:
        if cut.end <= start or cut.start >= end:
            continue
        out += (text[at : max(at, cut.start)], cut.put)
        at = cut.end
    out.append(text[at : max(at, end)])
    return "".join(out)
