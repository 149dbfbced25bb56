"""What happened when: the events of an incident with their dates.

A date and the words it governs (``events.clauses``) are judged by one file per event kind
(``events.catalogue``); here the findings become events, told once each, in order of date.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

import re2

from mayoke.breach.facts.events import clauses, exposed
from mayoke.breach.facts.events.actors import cast
from mayoke.breach.facts.events.anchors import Anchor
from mayoke.breach.facts.events.catalogue import findings
from mayoke.breach.facts.events.clauses import Clause
from mayoke.breach.facts.events.rule import Finding, Scene
from mayoke.breach.facts.parties import Parties
from mayoke.breach.reading import Part, Reading
from mayoke.records.incident import DateBasis, Event, EventKind, Precision

_LEARNT: tuple[EventKind, ...] = ("suspicion_notified", "suspicion_notified_other", "discovered")
_NO_DEEDS: tuple[EventKind, ...] = ("incident_occurred", "suspicion_notified")
_TELLING: tuple[EventKind, ...] = ("individuals_notified", "disclosed_first")
_LATER_TOO: tuple[EventKind, ...] = ("individuals_notified",)
_ATTACK = re2.compile(r"不正(?:な)?ログイン|リスト型|不正(?:な)?アクセス|なりすまし|サイバー攻撃")
_CARDS = re2.compile(r"(?:クレジット)?カード(?:の)?情報|カード決済")
_THEFT = re2.compile(r"盗|車上|置き引き|ひったくり|空き巣")
_DONE = re2.compile(r"^[^、◇]{0,12}?(?:ました|済み?|した$|しており)")
_EVENTS = 200
_OPENING = 250
_QUOTE = 160
_WORD = 12
_ENDING = re.compile(
    r"(?:を|が)?(?:受け|行い|行っ|いただき|頂き)?(?:いたし|致し|し|され|り|れ|き|い|ち)?"
    r"(?:て(?:い|おり)?)?(?:ました|ます|た|済み?)?"
)
_FINENESS: dict[Precision, int] = {"minute": 0, "hour": 1, "fuzzy": 2, "day": 3, "month": 4}
_ORDER: dict[str, int] = {
    name: place
    for place, name in enumerate((
        "incident_occurred", "suspicion_notified", "suspicion_notified_other", "discovered",
        "contained", "card_payment_stopped", "site_stopped", "investigation_started",
        "leak_confirmed", "investigation_completed", "ppc_reported", "regulator_reported",
        "police_reported", "recovered", "service_resumed", "disclosed_first",
        "individuals_notified", "disclosed",
    ))
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Told:
    """A finding with its clause."""

    finding: Finding
    clause: Clause

    @property
    def iso(self) -> str:
        return self.clause.anchor.iso

    @property
    def event(self) -> EventKind:
        return self.finding.event


def find(reading: Reading, part: Part, parties: Parties) -> tuple[Event, ...]:
    """The events of one incident, in order of date; each kind and date once."""
    first = reading.main[0]
    scene = Scene(
        cast=cast(reading, parties),
        told=reading.told.date,
        attacked=_attacked(reading.text[first : first + _OPENING]),
    )
    found: list[_Told] = []
    for clause in clauses.of_part(reading, part):
        found += [_Told(finding, clause) for finding in findings(clause, scene)]
        if len(found) > _EVENTS:
            break
    events = [_event(reading, told) for told in _settled(found, reading.told.date)]
    if all(event.event != "incident_occurred" for event in events):
        known = min((event.date for event in events if event.event in _LEARNT), default=None)
        began = exposed.first_day(reading, part, known)
        events += [began] if began is not None else []
    own = _disclosed(reading, parties)
    if own is not None:
        events.append(own)
    return tuple(sorted(events, key=lambda e: (e.date, _ORDER[e.event], e.quote.start)))


def _attacked(opening: str) -> bool:
    """Is it about an attack, and not one on card data, whose periods are those of purchases?"""
    return _ATTACK.search(opening) is not None and _CARDS.search(opening) is None


def _settled(found: list[_Told], told: str | None) -> Iterable[_Told]:
    """Each event once, and only those that agree with each other."""
    found = _deeds(_told_later([one for one in found if not _after(one, told)]))
    found = _thefts(_not_within(_confirmed(found)))
    first: dict[tuple[str, str], _Told] = {}
    for one in found:
        key = (one.event, one.iso)
        known = first.get(key)
        if known is None or _better(one, known):
            first[key] = one
    return _begun(_first_reports(_first_finds(list(first.values()))))


def _told_later(found: list[_Told]) -> list[_Told]:
    """Nobody is told of a leak before it is known: such a letter was the mistake itself."""
    learnt = min((one.iso for one in found if one.event in _LEARNT), default="")
    return [
        one for one in found if one.event not in _TELLING or one.iso[:10] >= learnt[: len(one.iso)]
    ]


def _deeds(found: list[_Told]) -> list[_Told]:
    """Of the deeds told plainly the last before the first find, if no incident is told."""
    out = [one for one in found if not one.finding.weak]
    learnt = [one.iso for one in out if one.event in _LEARNT]
    if not learnt:
        finds = [one for one in found if one.finding.weak and one.event == "discovered"]
        out += sorted(finds, key=lambda one: one.iso)[:1]
        learnt = [one.iso for one in out if one.event in _LEARNT]
    if any(one.event in _NO_DEEDS for one in out) or not learnt:
        return out
    before = [
        one
        for one in found
        if one.finding.weak and one.event == "incident_occurred" and one.iso <= min(learnt)
    ]
    return out + sorted(before, key=lambda one: one.iso)[-1:]


def _better(one: _Told, known: _Told) -> bool:
    """A finer time, or the same with somebody named, is told more fully."""
    if _fineness(one) != _fineness(known):
        return _fineness(one) < _fineness(known)
    return known.finding.actor == "operator" and one.finding.actor in {"staff", "monitoring"}


def _fineness(one: _Told) -> int:
    return _FINENESS.get(one.clause.anchor.precision, 9)


def _after(one: _Told, told: str | None) -> bool:
    """Later than the notice: a plan, unless people are to be told then, or it is told as done."""
    if told is None or one.event in _LATER_TOO:
        return False
    if one.iso[:4].isdigit() != told[:4].isdigit() or one.iso <= told[: len(one.iso)]:
        return False
    words = one.clause.words
    return _DONE.search(words[one.finding.end : one.finding.end + 16].partition("。")[0]) is None


def _confirmed(found: list[_Told]) -> list[_Told]:
    """A leak found where nothing was suspected before is the discovery, else its confirmation.

    On a day on which an investigation ended, its findings are no event of their own.
    """
    learnt = [one for one in found if one.event in _LEARNT]
    ended = {one.iso for one in found if one.event == "investigation_completed"}
    out: list[_Told] = []
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


def _not_within(found: list[_Told]) -> list[_Told]:
    """Of ranges within ranges (attack, and the days on which cards were taken) the outer one."""
    spans = [one.clause.anchor for one in found if one.clause.anchor.is_range]
    return [one for one in found if not _inner(one, spans)]


def _inner(one: _Told, spans: list[Anchor]) -> bool:
    mine = one.clause.anchor
    if one.event != "incident_occurred" or len(mine.iso) < 10:
        return False
    return any(s.iso < mine.iso and s.last and mine.iso < s.last for s in spans)


def _thefts(found: list[_Told]) -> list[_Told]:
    """A theft that staff tell of was found when it is told, unless a find is told by itself."""
    if any(one.event in _LEARNT for one in found):
        return found
    thefts = [
        replace(one, finding=replace(one.finding, event="discovered", actor="staff"))
        for one in found
        if one.event == "incident_occurred" and _THEFT.search(one.clause.words)
    ]
    return found + thefts[:1]


def _first_finds(found: list[_Told]) -> list[_Told]:
    """The organisation learns of it once; its processor may have found it earlier."""
    out: list[_Told] = []
    for one in found:
        if one.event == "discovered" and one.finding.actor != "processor":
            others = (o for o in found if o.event in _LEARNT and o is not one)
            if any(
                o.iso < one.iso or (o.iso == one.iso and o.event != "discovered") for o in others
            ):
                continue
        out.append(one)
    return out


def _first_reports(found: list[_Told]) -> list[_Told]:
    """Of the earlier reports only the first is one."""
    reports = [one for one in found if one.event == "disclosed_first"]
    keep = min(reports, key=lambda one: one.iso, default=None)
    return [one for one in found if one.event != "disclosed_first" or one is keep]


def _begun(found: list[_Told]) -> list[_Told]:
    """Until when people were told counts only if it stands nowhere when that began."""
    told = [one for one in found if one.event == "individuals_notified"]
    if all(one.clause.anchor.until for one in told):
        return found
    ends = [one for one in told if one.clause.anchor.until]
    return [one for one in found if one not in ends]


def _event(reading: Reading, told: _Told) -> Event:
    anchor, finding = told.clause.anchor, told.finding
    start, end = told.clause.place(finding.start, finding.end)
    if start < anchor.start:
        start = max(told.clause.at, start - _WORD)
    start, end = min(start, anchor.start), max(_to_word_end(reading.text, end), anchor.end)
    if end - start > _QUOTE:
        start, end = anchor.start, max(anchor.end, min(end, anchor.start + _QUOTE))
    end = min(end, max(told.clause.line.end, anchor.end))
    return Event(
        date=anchor.iso,
        precision=anchor.precision,
        event=finding.event,
        actor=finding.actor,
        basis=anchor.basis,
        quote=reading.quote(start, end),
        detail=finding.detail,
        damaged=anchor.damaged,
        alternatives=anchor.alternatives,
    )


def _to_word_end(text: str, end: int) -> int:
    """Over the ending of the verb (停止|いたしました), for those who read the quotation."""
    ending = _ENDING.match(text, end)
    return ending.end() if ending else end


def _disclosed(reading: Reading, parties: Parties) -> Event | None:
    """This announcement, where its date stands in the text."""
    told = reading.told
    if told.date is None or told.span is None or told.basis is None:
        return None
    start, end = told.span
    seen = next((date for date in reading.dates if start <= date.start < end), None)
    by_length: dict[int, Precision] = {4: "year", 7: "month"}
    basis: DateBasis = told.basis
    return Event(
        date=told.date,
        precision=by_length.get(len(told.date), "day"),
        event="disclosed",
        actor="parent" if parties.publisher else "operator",
        basis=basis,
        quote=reading.quote(start, end),
        damaged=seen.damaged if seen else False,
    )
