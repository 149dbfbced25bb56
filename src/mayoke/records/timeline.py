"""What a picture of a course of events is drawn from; labels are in one language already."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Mark:
    """An event. ``day`` is None where the full date is not known; ``written`` says what is."""

    day: date | None
    written: str
    label: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A period, drawn as a bar; both days included."""

    start: date
    end: date
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in order, periods, and the words around them.

    ``days_later``: how to write a distance, with ``{n}`` (``{n}日後``). ``since_first``: the heading
    of the distances. ``undated``: the heading of what has no full date.
    """

    title: str
    marks: tuple[Mark, ...]
    stretches: tuple[Stretch, ...]
    days_later: str
    since_first: str
    undated: str
