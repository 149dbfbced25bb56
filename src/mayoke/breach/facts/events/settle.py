"""Which findings become events: each once, and only those that agree with each other in time."""

from collections.abc import Iterable
from dataclasses import replace

import re2

from mayoke.breach.facts.events.anchors import Anchor
from mayoke.breach.facts.events.weak import LEARNT, Told, chosen
from mayoke.records.incident import EventKind, Precision

_TELLING: tuple[EventKind, ...] = ("individuals_notified", "disclosed_first")
_LATER_TOO: tuple[EventKind, ...] = ("individuals_notified",)
_THEFT = re2.compile(r"盗|車上|置き引き|ひったくり|空き巣")
_DONE = re2.compile(r"^[^、◇]{0,12}?(?:ました|済み?|した$|しており)")
_FINENESS: dict[Precision, int] = {"minute": 0, "hour": 1, "fuzzy": 2, "day": 3, "month": 4}


def settled(found: list[Told], told: str | None) -> Iterable[Told]:
    """Each event once, and only those that agree with each other."""
    found = chosen(_told_later([one for one in found if not _after(one, told)]))
    found = _thefts(_not_within(_confirmed(found)))
    first: dict[tuple[str, str], Told] = {}
    for one in found:
        key = (one.event, one.iso)
        known = first.get(key)
        if known is None or _better(one, known):
            first[key] = one
    return _begun(_first_reports(_first_finds(list(first.values()))))


def _told_later(found: list[Told]) -> list[Told]:
    """Nobody is told of a leak before it is known: such a letter was the mistake itself."""
    learnt = min((one.iso for one in found if one.event in LEARNT), default="")
    return [
        one for one in found if one.event not in _TELLING or one.iso[:10] >= learnt[: len(one.iso)]
    ]


def _better(one: Told, known: Told) -> bool:
    """A finer time, or the same with somebody named, is told more fully."""
    if _fineness(one) != _fineness(known):
        return _fineness(one) < _fineness(known)
    return known.finding.actor == "operator" and one.finding.actor in {"staff", "monitoring"}


def _fineness(one: Told) -> int:
    return _FINENESS.get(one.clause.anchor.precision, 9)


def _after(one: Told, told: str | None) -> bool:
    """Later than the notice: a plan, unless people are to be told then, or it is told as done."""
    if told is None or one.event in _LATER_TOO:
        return False
    if one.iso[:4].isdigit() != told[:4].isdigit() or one.iso <= told[: len(one.iso)]:
        return False
    words = one.clause.words
    return _DONE.search(words[one.finding.end : one.finding.end + 16].partition("。")[0]) is None


def _confirmed(found: list[Told]) -> list[Told]:
    """A leak found where nothing was suspected before is the discovery, else its confirmation.

    On a day on which an investigation ended, its findings are no event of their own.
    """
    learnt = [one for one in found if one.event in LEARNT]
    ended = {one.iso for one in found if one.event == "investigation_completed"}
    out: list[Told] = []
    for one in found:
        if one.event == "leak_confirmed":
            earlier = any(other.iso < one.iso for other in learnt)
            if not earlier or one.iso in ended:
                continue
        if one.event == "discovered":
            same = any(o.event == "leak_confirmed" and o.clause is one.clause for o in found)
            earlier = any(other.iso < one.iso for other in learnt)
            if (earlier and same) or one.iso in ended:
                continue
        out.append(one)
    return out


def _not_within(found: list[Told]) -> list[Told]:
    """Of ranges within ranges (attack, and the days on which cards were taken) the outer one."""
    spans = [one.clause.anchor for one in found if one.clause.anchor.is_range]
    return [one for one in found if not _inner(one, spans)]


def _inner(one: Told, spans: list[Anchor]) -> bool:
    mine = one.clause.anchor
    if one.event != "incident_occurred" or len(mine.iso) < 10:
        return False
    return any(s.iso < mine.iso and s.last and mine.iso < s.last for s in spans)


def _thefts(found: list[Told]) -> list[Told]:
    """A theft that staff tell of was found when it is told, unless a find is told by itself."""
    if any(one.event in LEARNT for one in found):
        return found
    thefts = [
        replace(one, finding=replace(one.finding, event="discovered", actor="staff"))
        for one in found
        if one.event == "incident_occurred" and _THEFT.search(one.clause.words)
    ]
    return found + thefts[:1]


def _first_finds(found: list[Told]) -> list[Told]:
    """The organisation learns of it once; its processor may have found it earlier."""
    out: list[Told] = []
    for one in found:
        if one.event == "discovered" and one.finding.actor != "processor":
            others = (o for o in found if o.event in LEARNT and o is not one)
            if any(
                o.iso < one.iso or (o.iso == one.iso and o.event != "discovered") for o in others
            ):
                continue
        out.append(one)
    return out


def _first_reports(found: list[Told]) -> list[Told]:
    """Of the earlier reports only the first is one."""
    reports = [one for one in found if one.event == "disclosed_first"]
    keep = min(reports, key=lambda one: one.iso, default=None)
    return [one for one in found if one.event != "disclosed_first" or one is keep]


def _begun(found: list[Told]) -> list[Told]:
    """Until when people were told counts only if it stands nowhere when that began."""
    told = [one for one in found if one.event == "individuals_notified"]
    if all(one.clause.anchor.until for one in told):
        return found
    ends = [one for one in told if one.clause.anchor.until]
    return [one for one in found if one not in ends]
