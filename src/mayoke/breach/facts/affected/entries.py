"""Tellings of one number put together, and rounded headlines left out."""

from collections.abc import Sequence

from mayoke.breach.facts.affected import signs
from mayoke.breach.facts.affected.joined import Told
from mayoke.breach.facts.affected.tree import Entry, same_unit
from mayoke.breach.facts.affected.what import of_noun

_ENTRIES_MAX = 40
_ROUND_UNITS = frozenset(("件", "名", "人"))


def entries_of(told: Sequence[Told]) -> list[Entry]:
    """One entry a number: tellings of the same value and counter are put together; at most 40."""
    entries: list[Entry] = []
    for m, strength in told:
        sums_up = signs.is_total(m.before, m.words, "")
        what = of_noun(m.number.unit, m.before, m.after, sums_up=sums_up)
        known = next(
            (e for e in entries if e.value == m.number.value and same_unit(e.unit, m.number.unit)),
            None,
        )
        if known is None:
            if len(entries) < _ENTRIES_MAX:
                entries.append(Entry(m, strength, what, [m]))
            continue
        known.seen.append(m)
        known.strength = max(known.strength, strength)
        known.what = known.what or what
    return _without_rounded(entries)


def _without_rounded(entries: list[Entry]) -> list[Entry]:
    """約3万人 in the headline and 29,876人 below are one group: the exact number stays."""
    return [
        e for e in entries
        if not any(_rounds(e, other) for other in entries if other is not e)
    ]  # fmt: skip


def _rounds(rough: Entry, exact: Entry) -> bool:
    a, b = rough.value, exact.value
    if a == b or a < 100 or a % 100 or exact.mention.number.qualifier != "exact":
        return False
    if rough.unit != exact.unit and not {rough.unit, exact.unit} <= _ROUND_UNITS:
        return False
    if signs.is_total(rough.mention.before, rough.mention.words, ""):
        return False
    if rough.mention.number.qualifier not in {"about", "min"} and a % 1000:
        return False
    step = 10 ** (len(str(a)) - len(str(a).rstrip("0")))
    return b % step != 0 and abs(a - b) < step and abs(a - b) * 12 <= a
