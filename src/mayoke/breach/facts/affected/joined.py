"""Numbers concerned because others beside, below or behind them are."""

import re
from collections.abc import Sequence

from mayoke.breach.facts.affected.mention import Mention

_JOINED = re.compile(
    r"(?:様|分)?(?:と|、(?!うち|この|その)|及び|および|並びに|・)(?![^。、0-9\n]{0,12}(?:が|は|を)、)"
)
_ACTS = re.compile(r"(?:様|さま)?(?:の方|のお客様|の会員)?(?:が|を)")
_NEAR = 40
_HOUSEHOLDS = frozenset(("世帯", "家庭", "家族"))
_BELOW_LINES = 12
_SUMMED_MAX = 40

Told = tuple[Mention, int]
"""A mention and the strength with which it is said to count those concerned."""


def siblings(found: Sequence[Told], loose: Sequence[Mention]) -> list[Told]:
    """A店の方 2,940名、B店の方 1,117名の情報が …: the first is concerned as the second is."""
    known = {(m.sentence, m.number.unit): m.number.start for m, _ in reversed(found)}
    return [
        (m, 1) for m in loose
        if _JOINED.match(m.after) and not is_small(m) and not m.label
        and 0 < known.get((m.sentence, m.number.unit), 0) - m.number.end <= _NEAR
    ] + _households(found, loose)  # fmt: skip


def _households(found: Sequence[Told], loose: Sequence[Mention]) -> list[Told]:
    """38世帯94人分: the households of the people just behind."""
    starts = {m.number.start for m, _ in found}
    return [
        (m, 1) for m in loose
        if m.number.unit in _HOUSEHOLDS and not starts.isdisjoint(range(m.number.end, m.number.end + 3))
    ]  # fmt: skip


def addends(found: Sequence[Told], loose: Sequence[Mention]) -> list[Told]:
    """Numbers below a total that nothing governs but that add up to it."""
    taken: list[Told] = []
    known = [m for m, _ in found]
    every = sorted([*known, *loose], key=lambda m: m.number.start)
    for whole, _ in found[:_SUMMED_MAX]:
        near = [m for m in every if abs(m.line - whole.line) <= _BELOW_LINES and m is not whole]
        del near[_SUMMED_MAX:]
        taken += [(m, 1) for m in _window(near, whole) if m not in known and (m, 1) not in taken]
    return taken


def _window(near: Sequence[Mention], whole: Mention) -> Sequence[Mention]:
    """The first run of two or more neighbours with one counter that adds up to a number."""
    for first in range(len(near)):
        total = 0
        for last in range(first, len(near)):
            if near[last].number.unit != near[first].number.unit:
                break
            total += near[last].number.value
            if total > whole.number.value:
                break
            if total == whole.number.value and last > first:
                return near[first : last + 1]
    return ()


def exhausted(
    found: Sequence[Told], loose: Sequence[Mention], wholes: Sequence[Mention]
) -> list[Told]:
    """事業所533件のうち、個人338件 … 法人195件: all of the whole are concerned."""
    taken: list[Told] = []
    every = sorted([*(m for m, _ in found), *loose], key=lambda m: m.number.start)
    for whole in wholes[:_SUMMED_MAX]:
        near = [m for m in every if 0 <= m.line - whole.line <= _BELOW_LINES and m is not whole]
        near = [m for m in near if not _ACTS.match(m.after)]
        parts = _window(near[:_SUMMED_MAX], whole)
        if any(m is part for part in parts for m, _ in found):
            known = {id(m) for m, _ in found}
            taken += [(m, 1) for m in (whole, *parts) if id(m) not in known]
    return taken


def is_small(m: Mention) -> bool:
    """So few that the number may be of anything."""
    return m.number.value <= (2 if m.number.unit == "件" else 3)
