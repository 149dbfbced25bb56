"""A text cut at the edges of its marks, so that marks may overlap and lie within one another."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mayoke.publish.show.shorten import Stretch
from mayoke.publish.show.visible import pieces
from mayoke.records.shown import Mark, Segment


def segments(text: str, marks: Sequence[Mark], kept: Sequence[Stretch]) -> tuple[Segment, ...]:
    """The stretches ``kept`` of the text (ascending), with the notes of the marks on each piece.

    Without a cut the joined ``text`` of the pieces is ``text``, and that of the pieces under a mark
    is its quotation. Empty marks lie on no piece.
    """
    found = list(_cut(text, [mark for mark in marks if mark.start < mark.end], kept))
    return tuple(_with_edges(found))


def _cut(text: str, marks: Sequence[Mark], kept: Sequence[Stretch]) -> Iterator[Segment]:
    edges = sorted({edge for mark in marks for edge in (mark.start, mark.end)})
    at = 0
    for start, end in kept:
        if at < start:
            yield _left_out(start - at)
        inner = [edge for edge in edges if start < edge < end]
        for left, right in zip([start, *inner], [*inner, end], strict=True):
            notes = sorted(
                {mark.note for mark in marks if mark.start <= left and right <= mark.end}
            )
            for piece in pieces(text[left:right]):
                yield replace(piece, notes=tuple(notes)) if notes else piece
        at = end
    if at < len(text):
        yield _left_out(len(text) - at)


def _left_out(count: int) -> Segment:
    return Segment("left_out", "", "", count)


def _with_edges(found: list[Segment]) -> Iterator[Segment]:
    """The same, each piece knowing whose first and last one it is."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for at, segment in enumerate(found):
        for note in segment.notes:
            first.setdefault(note, at)
            last[note] = at
    for at, segment in enumerate(found):
        begins = tuple(note for note in segment.notes if first[note] == at)
        ends = tuple(note for note in segment.notes if last[note] == at)
        yield replace(segment, begins=begins, ends=ends) if begins or ends else segment
