"""The first day of an attack or of open access, where no sentence tells of it as an event."""

from mayoke.breach.facts.exposure import find as exposure
from mayoke.breach.reading import Part, Reading
from mayoke.records.incident import Event

_DAY = 10
_BASES = ("attack", "public_access")


def first_day(reading: Reading, part: Part, known: str | None) -> Event | None:
    """The incident as begun with the earliest of those ranges; None if there is none.

    ``known``: the day on which it was noticed. Where data were typed in or bought with, the range is that of the purchases.
    """
    ranges, _ = exposure.find(reading, part)
    if any(one.basis not in _BASES for one in ranges):
        return None
    began = [one for one in ranges if one.basis in _BASES and one.start and len(one.start) >= _DAY]
    first = min(began, key=lambda one: one.start or "", default=None)
    if first is None or first.start is None:
        return None
    day = first.start[:_DAY]
    if known and day >= known:  # the day of the find, at which it still lay open
        return None
    seen = next((date for date in reading.dates if date.iso == day), None)
    return Event(
        date=day,
        precision=seen.precision if seen else "day",
        event="incident_occurred",
        actor="attacker" if first.basis == "attack" else "operator",
        basis=seen.basis if seen else "inherited",
        quote=first.quote,
        damaged=seen.damaged if seen else False,
    )
