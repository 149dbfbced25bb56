"""A text of strangers made ready to be shown: in pieces, with the marks that lie on them."""

from dataclasses import dataclass
from typing import Literal

SegmentKind = Literal["text", "token", "blank_lines", "left_out"]
"""``text``: as it stands there; ``token``: characters nobody could see, by number; ``blank_lines``:
many line breaks, counted; ``left_out``: cut here, counted."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place to be marked: ``start`` and ``end`` are code-point offsets into the text ``part``.

    ``note`` numbers the sentence that belongs to it; several places may share one.
    """

    note: int
    part: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece. Joined, ``text`` of all pieces is the text; where it was cut ``text`` is empty.

    ``shown`` is what to show for it (empty for ``blank_lines`` and ``left_out``, whose words are
    the reader's); ``count`` the characters or lines. ``notes``: whose marks lie on it, ascending.
    ``begins``, ``ends``: notes whose first or last shown piece in this part it is.
    """

    kind: SegmentKind
    text: str
    shown: str
    count: int = 0
    notes: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownPart:
    """One text, named as in ``Evidence.part``. ``notes``: those marked in it, in reading order."""

    part: str
    segments: tuple[Segment, ...]
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A message or a notice, part by part. ``unplaced``: notes whose place is not there."""

    parts: tuple[ShownPart, ...]
    unplaced: tuple[int, ...] = ()
