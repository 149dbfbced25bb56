"""From the texts of a message and the places in them to what can be put on a page."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from mayoke.publish.show.order import chosen
from mayoke.publish.show.segments import segments
from mayoke.publish.show.shorten import stretches
from mayoke.records.shown import Mark, Shown, ShownPart

ROOM: Final = 6000
"""About so many characters are shown in all."""
_TEXT_LEAST: Final = 2500
_SMALL: Final = 240
_MARKS: Final = 60


def show(parts: Mapping[str, str], marks: Sequence[Mark]) -> Shown:
    """A message ready to be shown: its parts in reading order, cut into pieces with their marks.

    ``parts``: every text by its name, as ``pipeline.parts`` gives them; ``marks``: places in them.
    Sender, subject, text and file names are always shown, other parts where a mark lies. A long
    text is shortened around its marks. Of more than 60 marks the first 60 are shown; the notes of
    the others, and of marks that fit no text, are ``unplaced``.
    """
    placed: dict[str, list[Mark]] = {}
    for mark in marks[:_MARKS]:
        if 0 <= mark.start <= mark.end <= len(parts.get(mark.part, "")) and mark.part in parts:
            placed.setdefault(mark.part, []).append(mark)
    names = chosen(parts, placed)
    shown = tuple(_parts(parts, names, placed))
    there = {note for part in shown for note in part.notes}
    missing = dict.fromkeys(mark.note for mark in marks if mark.note not in there)
    return Shown(shown, tuple(missing))


def _parts(
    parts: Mapping[str, str], names: Sequence[str], placed: Mapping[str, list[Mark]]
) -> Iterator[ShownPart]:
    small = sum(min(len(parts[name]), _SMALL) for name in names if not _is_text(name))
    texts = [name for name in names if _is_text(name)]
    room = max(ROOM - small, _TEXT_LEAST)
    for name in names:
        if not _is_text(name):
            yield _part(name, parts[name], placed.get(name, []), _SMALL)
            continue
        share = room // max(len(texts), 1)
        texts.pop()
        room -= min(len(parts[name]), share)
        yield _part(name, parts[name], placed.get(name, []), share)


def _part(name: str, text: str, marks: list[Mark], room: int) -> ShownPart:
    kept = stretches(len(text), [(mark.start, mark.end) for mark in marks], room)
    in_order = sorted(marks, key=lambda mark: (mark.start, mark.end, mark.note))
    notes = tuple(dict.fromkeys(mark.note for mark in in_order))
    return ShownPart(name, segments(text, marks, kept), notes)


def _is_text(name: str) -> bool:
    return name.endswith(":text")
