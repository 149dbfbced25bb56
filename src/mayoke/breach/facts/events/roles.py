"""Events by the roles in a clause: what no fixed phrase told, if both roles stand there.

Such a finding is weak: ``settle`` takes it only where the order of things allows it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import re2

from mayoke.breach.facts.events import words
from mayoke.breach.facts.events.actors import TELLERS, investigators
from mayoke.breach.facts.events.clauses import Clause
from mayoke.breach.facts.events.role_tables import ROLES, Roles
from mayoke.breach.facts.events.rule import Case, Finding, planned, refused
from mayoke.records.incident import Actor, EventKind

_BEFORE, _AFTER = 60, 16
_SEEN = 160
_ACTORS: dict[EventKind, Actor] = {"recovered": "operator", "service_resumed": "operator"}
_OF_CARDS = ("card_company", "card_brand", "payment_processor")
_TELLER = re2.compile("|".join(f"(?P<{name}>{said})" for name, said in TELLERS.items()))


@dataclass(frozen=True, slots=True)
class _Table:
    """A kind with its patterns ready."""

    event: EventKind
    who: "re2._Regexp"
    does: "re2._Regexp"
    unless: "re2._Regexp"


def _table(one: Roles) -> _Table:
    return _Table(one.event, re2.compile(one.who), re2.compile(one.does), re2.compile(one.unless))


def _somewhere(who: str) -> str:
    """A pattern that finds all that ``who`` finds, whatever stands around it."""
    loose = who.replace("(?:^|[^タ])", "")
    plain = loose.replace("[^", "[").replace(r"\s", "")
    return "" if any(sign in plain for sign in "^$\\") else loose


_TABLES = tuple(_table(one) for one in ROLES)


def _screens(patterns: Iterable[str]) -> re2.Set:
    options = re2.Options()
    options.max_mem = words.ROOM
    screens = re2.Set.SearchSet(options)
    for pattern in patterns:
        screens.Add(pattern)
    screens.Compile()
    return screens


_DOES = _screens(one.does for one in ROLES)
_SOMEWHERE = _screens(_somewhere(one.who) for one in ROLES)


def findings(case: Case, known: Sequence[Finding]) -> list[Finding]:
    """Weak findings of kinds that ``known`` has not, told by words that tell none of those."""
    clause = case.clause
    if clause.anchor.is_range and not clause.anchor.one_day:
        return []
    kinds = {one.event for one in known}
    out: list[Finding] = []
    told = [i for i in _DOES.Match(clause.words) or () if _TABLES[i].event not in kinds]
    if not told:
        return []
    named = _SOMEWHERE.Match(clause.lead[-_SEEN:] + clause.words) or ()
    for table in (_TABLES[i] for i in sorted(told) if i in named):
        found = _judge(table, case, [*known, *out])
        if found is not None:
            out.append(found)
    return out


def _judge(table: _Table, case: Case, known: Sequence[Finding]) -> Finding | None:
    said = case.clause.words
    for deed in table.does.finditer(said):
        start, end = deed.span()
        if any(one.start < end and start < one.end for one in known):
            continue
        if not _placed(case.clause, start, end) or refused(said, end) or planned(said, end):
            continue
        before = (case.clause.lead[-_SEEN:] + said[:start]).rpartition("。")[2][-_SEEN:]
        role = table.who.search(before + deed.group())
        if role is None:
            continue
        if table.unless.search(before[-_BEFORE:] + said[start : end + _AFTER].partition("。")[0]):
            continue
        event, actor = _acted(table.event, case, before, end)
        if actor is not None:
            return Finding(event, actor, start, end, weak=True)
    return None


def _placed(clause: Clause, start: int, end: int) -> bool:
    """Behind the date and in its sentence; before it where the date comes last."""
    if clause.postposed:
        return end <= clause.mark
    if start < clause.mark or start >= clause.ranged:
        return False
    return clause.entry or "。" not in clause.words[clause.mark : start]


def _acted(event: EventKind, case: Case, before: str, end: int) -> tuple[EventKind, Actor | None]:
    """The kind, and who did it; nobody if that rules the event out (told by staff)."""
    if event != "suspicion_notified_other":
        return event, _actor(event, case, end)
    told = None
    for match in _TELLER.finditer(before):
        told = match.lastgroup
    if told in _OF_CARDS:
        return "suspicion_notified", told
    return event, None if told == "staff" else told or "third_party"


def _actor(event: EventKind, case: Case, end: int) -> Actor | None:
    actor: Actor = _ACTORS.get(event) or case.scene.cast.subject(case.clause, end)
    if event == "leak_confirmed" and actor == "processor":
        return None
    if event == "investigation_completed" and actor == "operator":
        named = case.scene.cast.external or investigators(case.clause.words)
        return "forensics" if named else actor
    if event == "disclosed_first":
        if case.scene.told is None or case.clause.anchor.iso >= case.scene.told:
            return None
        return "parent" if case.scene.cast.publisher else actor
    return actor
