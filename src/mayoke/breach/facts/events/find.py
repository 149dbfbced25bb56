"""What happened when: the events of an incident with their dates.

A date and the words it governs (``events.clauses``) are judged by one file per event kind
(``events.catalogue``); here the findings become events, told once each, in order of date.
"""

import re

from mayoke.breach.facts.events import clauses, exposed
from mayoke.breach.facts.events.actors import cast
from mayoke.breach.facts.events.catalogue import findings
from mayoke.breach.facts.events.rule import Scene
from mayoke.breach.facts.events.settle import settled
from mayoke.breach.facts.events.weak import LEARNT, Told
from mayoke.breach.facts.parties.find import Parties
from mayoke.breach.reading import Part, Reading
from mayoke.records.incident import DateBasis, Event, Precision

_ATTACK = re.compile(r"不正(?:な)?ログイン|リスト型|不正(?:な)?アクセス|なりすまし|サイバー攻撃")
_CARDS = re.compile(r"(?:クレジット)?カード(?:の)?情報|カード決済")
_EVENTS = 200
_OPENING = 250
_QUOTE = 160
_WORD = 12
_ENDING = re.compile(
    r"(?:を|が)?(?:受け|行い|行っ|いただき|頂き)?(?:いたし|致し|し|され|り|れ|き|い|ち)?"
    r"(?:て(?:い|おり)?)?(?:ました|ます|た|済み?)?"
)
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


def find(reading: Reading, part: Part, parties: Parties) -> tuple[Event, ...]:
    """The events of one incident, in order of date; each kind and date once."""
    first = reading.main[0]
    scene = Scene(
        cast=cast(reading, parties),
        told=reading.told.date,
        attacked=_attacked(reading.text[first : first + _OPENING]),
    )
    found: list[Told] = []
    for clause in clauses.of_part(reading, part):
        found += [Told(finding, clause) for finding in findings(clause, scene)]
        if len(found) > _EVENTS:
            break
    events = [_event(reading, told) for told in settled(found, reading.told.date)]
    if all(event.event != "incident_occurred" for event in events):
        known = min((event.date for event in events if event.event in LEARNT), default=None)
        began = exposed.first_day(reading, part, known)
        events += [began] if began is not None else []
    own = _disclosed(reading, parties)
    if own is not None:
        events.append(own)
    return tuple(sorted(events, key=lambda e: (e.date, _ORDER[e.event], e.quote.start)))


def _attacked(opening: str) -> bool:
    """Is it about an attack, and not one on card data, whose periods are those of purchases?"""
    return _ATTACK.search(opening) is not None and _CARDS.search(opening) is None


def _event(reading: Reading, told: Told) -> Event:
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
