"""Every campaign known so far, in memory: grows one mail at a time, and is kept as plain rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from mayoke.mail.campaigns.alike import Joined, alike
from mayoke.mail.campaigns.buckets import CAPACITY, Segment, slots
from mayoke.mail.campaigns.minhash import SIZE, shared
from mayoke.mail.campaigns.sketch import Sketch

_COMPARED = 24
"""So many of the nearest are compared in full."""
_SAME = 0.9
"""A mail with so much in common with one that is kept adds nothing to find others by."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sketch that is kept, with its campaign. ``words``: 256 bytes, little-endian."""

    campaign: int
    words: bytes = field(repr=False)
    pieces: int
    mime: int
    headers: int
    html: int
    hosts: tuple[str, ...]
    paths: tuple[str, ...]
    house: str


@dataclass(frozen=True, slots=True)
class Match:
    """The campaign a mail belongs to, and why. ``like``: number of the row it is most alike."""

    campaign: int
    like: int
    joined: Joined


class Index:
    """Campaigns by their sketches.

    A campaign's number is given once, counted from 1, and never changed: later mails join it, it
    never joins another.
    """

    def __init__(self) -> None:
        self._segments: list[Segment] = []
        self._rows: list[Row] = []
        self._campaigns = 0

    def __len__(self) -> int:
        """How many sketches are kept: fewer than mails were added when many were the same."""
        return len(self._rows)

    @classmethod
    def restore(cls, rows: Iterable[Row]) -> "Index":
        """The index that gave these ``rows``, in their order.

        Raises:
            ValueError: a row's ``words`` are not 256 bytes.
        """
        index = cls()
        for row in rows:
            index._keep(row, _sketch(row))
        return index

    def rows(self, since: int = 0) -> Iterator[Row]:
        """The rows from number ``since`` (from 0): what a store has to add to what it holds."""
        yield from self._rows[since:]

    def look_up(self, sketch: Sketch) -> Match | None:
        """The campaign a mail belongs to, or ``None``; changes nothing."""
        best: Match | None = None
        for at in self._nearest(sketch):
            joined = alike(sketch, _sketch(self._rows[at]))
            if joined and (best is None or joined.score > best.joined.score):
                best = Match(self._rows[at].campaign, at, joined)
        return best

    def add(self, sketch: Sketch) -> int:
        """The number of the campaign the mail belongs to: a known one, or a new one."""
        match = self.look_up(sketch)
        if match is None:
            self._keep(_row(sketch, self._campaigns + 1), sketch)
            return self._campaigns
        if not _adds_nothing(sketch, _sketch(self._rows[match.like])):
            self._keep(_row(sketch, match.campaign), sketch)
        return match.campaign

    def _keep(self, row: Row, sketch: Sketch) -> None:
        if not self._segments or self._segments[-1].full:
            self._segments.append(Segment())
        self._segments[-1].add(sketch.words, slots(sketch))
        self._rows.append(row)
        self._campaigns = max(self._campaigns, row.campaign)

    def _nearest(self, sketch: Sketch) -> list[int]:
        """Numbers of the rows worth comparing, the nearest first, the newer first among equals."""
        at = slots(sketch)
        found: list[tuple[int, int]] = []
        for number, segment in enumerate(self._segments):
            places, equal = segment.near(sketch.words, at)
            order = np.lexsort((places, equal))[::-1][:_COMPARED]
            base = number * CAPACITY
            found += [(int(equal[i]), base + int(places[i])) for i in order]
        return [place for _, place in sorted(found, reverse=True)[:_COMPARED]]


def _adds_nothing(new: Sketch, kept: Sketch) -> bool:
    return (
        shared(new.words, kept.words) >= _SAME
        and set(new.hosts) <= set(kept.hosts)
        and set(new.paths) <= set(kept.paths)
    )


def _row(sketch: Sketch, campaign: int) -> Row:
    return Row(
        campaign=campaign,
        words=sketch.words.astype("<u2").tobytes(),
        pieces=sketch.pieces,
        mime=sketch.mime,
        headers=sketch.headers,
        html=sketch.html,
        hosts=sketch.hosts,
        paths=sketch.paths,
        house=sketch.house,
    )


def _sketch(row: Row) -> Sketch:
    words = np.frombuffer(row.words, "<u2").astype(np.uint16)
    if words.size != SIZE:
        raise ValueError(f"a sketch has {SIZE} numbers, not {words.size}")
    return Sketch(
        words=words,
        pieces=row.pieces,
        mime=row.mime,
        headers=row.headers,
        html=row.html,
        hosts=row.hosts,
        paths=row.paths,
        house=row.house,
    )
