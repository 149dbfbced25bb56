"""Which stretches of a long text are shown: its beginning, and every marked place with context."""

from collections.abc import Sequence

Stretch = tuple[int, int]

_CONTEXT = 120
_LEAST = 20
_NOT_WORTH = 40
"""A gap of fewer characters is shown: telling of it would take as much room."""


def stretches(length: int, marked: Sequence[Stretch], room: int) -> list[Stretch]:
    """Ascending stretches of a text of ``length`` characters, about ``room`` characters in all.

    Each place of ``marked`` keeps its beginning and its end, and some text on both sides; what room
    is left shows the text from its beginning on.
    """
    if length <= room:
        return [(0, length)] if length else []
    share = max(room // max(len(marked), 1), 4 * _LEAST)
    wanted = [near for place in marked for near in _around(place, share)]
    kept = _joined([(max(0, start), min(length, end)) for start, end in wanted])
    left = room - sum(end - start for start, end in kept)
    return _filled(kept, length, left)


def _around(place: Stretch, share: int) -> list[Stretch]:
    start, end = place
    if end - start <= share - 2 * _LEAST:
        context = min(_CONTEXT, (share - (end - start)) // 2)
        return [(start - context, end + context)]
    half = (share - 2 * _LEAST) // 2
    return [(start - _LEAST, start + half), (end - half, end + _LEAST)]


def _joined(wanted: list[Stretch]) -> list[Stretch]:
    kept: list[Stretch] = []
    for start, end in sorted(wanted):
        if kept and start - kept[-1][1] < _NOT_WORTH:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return kept


def _filled(kept: list[Stretch], length: int, left: int) -> list[Stretch]:
    """The same with ``left`` characters more, from the beginning of the text on."""
    more: list[Stretch] = []
    at = 0
    for start, end in [*kept, (length, length)]:
        gap = start - at
        if left > 0 and gap > 0:
            more.append((at, at + min(gap, left)))
            left -= gap
        at = end
    return [stretch for stretch in _joined([*kept, *more]) if stretch[0] < stretch[1]]
