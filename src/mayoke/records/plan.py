"""What to do now, for whom something happened to."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from mayoke.records.contact import Contact, Quality
from mayoke.records.situation import Phase, Within
from mayoke.records.verdict import Sentence

Reach = Literal["open", "closed", "unknown"]
"""Can the contact be reached now? ``unknown``: its hours are not known."""


@dataclass(frozen=True, slots=True)
class Happened:
    """What a person tells. ``situations`` and ``means`` are slugs, ``amount`` is yen.

    ``when`` is a day, or a time with a zone, or None. ``contract_document``: the day on which a
    complete contract document was received, for cooling-off.
    """

    situations: tuple[str, ...]
    when: date | datetime | None = None
    amount: int | None = None
    means: tuple[str, ...] = ()
    contract_document: date | None = None


@dataclass(frozen=True, slots=True)
class Reachable:
    """A contact as of the time of the plan.

    ``until``: open until then (None: day and night). ``opens``: when it opens next, if closed and
    known. ``says``: the same in words.
    """

    contact: Contact
    reach: Reach
    until: datetime | None
    opens: datetime | None
    says: Sentence


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline as a date. ``day`` None: it counts from a day nobody told; ``passed``: it is over."""

    slug: str
    name: Sentence
    rule: Sentence
    starts: Sentence
    day: date | None
    passed: bool
    law: str
    caveat: Sentence | None
    quality: Quality
    checked_on: date
    says: Sentence


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step of a plan. ``contacts`` and ``deadlines`` are slugs into the plan's own lists.

    ``situations``: which of the told situations (or means) ask for it.
    """

    number: int
    slug: str
    phase: Phase
    within: Within
    says: Sentence
    how: tuple[Sentence, ...]
    have_ready: tuple[Sentence, ...]
    contacts: tuple[str, ...]
    deadlines: tuple[str, ...]
    situations: tuple[str, ...]
    quality: Quality


@dataclass(frozen=True, slots=True)
class Plan:
    """An ordered plan. ``first`` is the calm line; ``warnings`` hold always (recovery scams …).

    ``contacts`` are those of the steps, in the order in which the steps need them; ``listening``
    those who listen. ``also``: situations to ask about. ``registry``: the version of the records.
    """

    happened: Happened
    names: tuple[Sentence, ...]
    asked_at: datetime
    first: Sentence
    steps: tuple[PlanStep, ...]
    contacts: tuple[Reachable, ...]
    listening: tuple[Reachable, ...]
    deadlines: tuple[Due, ...]
    warnings: tuple[Sentence, ...]
    notes: tuple[Sentence, ...]
    also: tuple[str, ...]
    registry: str
