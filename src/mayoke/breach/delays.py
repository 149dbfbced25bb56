"""Days between the events of an incident; None, never zero, where a date is missing.

Suspicion is the earliest of the three ways to learn of a leak; disclosure the earliest of the
first report and this one; police and commission without those of a processor; the investigation
is the last that ended, from the latest start before it (study of breach notices, §2).
"""

from collections.abc import Iterable
from datetime import date

from mayoke.records.incident import Delays, Event, Exposure

_LEARNT = ("suspicion_notified", "suspicion_notified_other", "discovered")


def full(iso: str | None) -> date | None:
    """The day, when year, month and day are all known."""
    if iso is None or len(iso) != 10 or "X" in iso:
        return None
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def derive(timeline: Iterable[Event], exposure: Iterable[Exposure]) -> Delays:
    """The twelve delays of a timeline, from full dates only."""
    events = [(event, day) for event in timeline if (day := full(event.date))]

    def days(*kinds: str) -> list[date]:
        return [day for event, day in events if event.event in kinds]

    def first(*kinds: str) -> date | None:
        return min(days(*kinds), default=None)

    def first_own(kind: str) -> date | None:
        own = (day for e, day in events if e.event == kind and e.actor != "processor")
        return min(own, default=None)

    suspicion = first("suspicion_notified", "suspicion_notified_other", "discovered")
    told = days("disclosed_first", "disclosed")
    disclosure = min(told, default=None)
    done = max(days("investigation_completed"), default=None)
    started = days("investigation_started")
    begun = max((day for day in started if done and day <= done), default=None)
    after = min((day for day in told if done and day >= done), default=None)
    lasted, ended = _exposure(exposure)
    return Delays(
        suspicion_to_disclosure_days=_days(suspicion, disclosure),
        suspicion_to_full_report_days=_days(suspicion, max(days("disclosed"), default=None)),
        suspicion_to_card_stop_days=_days(suspicion, first("card_payment_stopped")),
        suspicion_to_site_stop_days=_days(suspicion, first("site_stopped")),
        suspicion_to_police_days=_days(suspicion, first_own("police_reported")),
        suspicion_to_ppc_days=_days(suspicion, first_own("ppc_reported")),
        suspicion_to_individuals_days=_days(suspicion, first("individuals_notified")),
        investigation_days=_days(begun, done),
        investigation_completed_to_disclosure_days=_days(done, after),
        occurrence_to_discovery_days=_days(first("incident_occurred"), suspicion),
        exposure_days=lasted,
        exposure_end_to_disclosure_days=_days(ended, disclosure),
    )


def _exposure(periods: Iterable[Exposure]) -> tuple[int | None, date | None]:
    """Length and end of the outer range; an attack counts only when there is no other basis."""
    known = list(periods)
    known = [p for p in known if p.basis != "attack"] or known
    starts, ends = [full(p.start) for p in known], [full(p.end) for p in known]
    begin = min((day for day in starts if day), default=None) if all(starts) else None
    end = max((day for day in ends if day), default=None) if all(ends) else None
    return _days(begin, end), end


def _days(first: date | None, last: date | None) -> int | None:
    return (last - first).days if first and last else None
