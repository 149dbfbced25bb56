"""Which weak findings count: those that the order of things asks for.

A leak happens, is learnt of, is stopped, looked into and told. What was told by no fixed words
counts only if no strong finding tells it and its day lies where it belongs in that order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mayoke.breach.facts.events.clauses import Clause
from mayoke.breach.facts.events.rule import Finding
from mayoke.records.incident import EventKind

LEARNT: tuple[EventKind, ...] = ("suspicion_notified", "suspicion_notified_other", "discovered")
"""The kinds by which an organisation learns of a leak."""
_NO_DEEDS: tuple[EventKind, ...] = ("incident_occurred", "suspicion_notified")
_DAYS: dict[EventKind, tuple[int, int, bool]] = {
    "contained": (0, 10, False),
    "card_payment_stopped": (0, 60, False),
    "site_stopped": (0, 60, False),
    "investigation_started": (0, 120, False),
    "ppc_reported": (0, 400, False),
    "regulator_reported": (0, 400, False),
    "police_reported": (0, 400, False),
    "service_resumed": (1, 800, False),
    "leak_confirmed": (1, 400, False),
    "investigation_completed": (0, 800, True),
    "individuals_notified": (0, 400, False),
    "disclosed_first": (0, 400, False),
    "recovered": (0, 400, False),
}
"""At least and at most so many days after the first find; does the last of several count?"""


@dataclass(frozen=True, slots=True)
class Told:
    """A finding with its clause."""

    finding: Finding
    clause: Clause

    @property
    def iso(self) -> str:
        """Its day, or the first one of a range."""
        return self.clause.anchor.iso

    @property
    def event(self) -> EventKind:
        """Its kind."""
        return self.finding.event


def chosen(found: Sequence[Told]) -> list[Told]:
    """The strong findings, and of the weak ones those that have their place among them."""
    out = [one for one in found if not one.finding.weak]
    weak = sorted((one for one in found if one.finding.weak), key=lambda one: one.iso)
    out += _first_told(out, weak)
    if not _learnt(out):
        out += [one for one in weak if one.event == "discovered"][:1]
    learnt = min(_learnt(out), default=None)
    if learnt is None:
        return out
    if not any(one.event in _NO_DEEDS for one in out):
        out += [one for one in weak if one.event == "incident_occurred" and one.iso <= learnt][-1:]
    return out + list(_after(out, weak, learnt))


def _learnt(found: Sequence[Told]) -> list[str]:
    return [one.iso for one in found if one.event in LEARNT]


def _first_told(strong: Sequence[Told], weak: Sequence[Told]) -> list[Told]:
    """Who told first, if nobody else is said to have told and nothing was found before."""
    if any(one.event in LEARNT[:2] for one in strong):
        return []
    found = min(_learnt(strong), default="9")
    told = [one for one in weak if one.event in LEARNT[:2]]
    return [one for one in told if one.iso[:10] <= found[: len(one.iso)]][:1]


def _after(strong: Sequence[Told], weak: Sequence[Told], learnt: str) -> Iterator[Told]:
    """What follows on the first find within its time, one of a kind."""
    kinds = {one.event for one in strong}
    for event, (least, most, last) in _DAYS.items():
        if event in kinds:
            continue
        fit = [one for one in weak if one.event == event and _within(learnt, one.iso, least, most)]
        yield from fit[-1:] if last else fit[:1]


def _within(learnt: str, iso: str, least: int, most: int) -> bool:
    try:
        days = (date.fromisoformat(iso[:10]) - date.fromisoformat(learnt[:10])).days
    except ValueError:  # a month, or no year
        return False
    return least <= days <= most
