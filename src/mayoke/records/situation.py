"""What may have happened to someone, and the steps that follow from it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from mayoke.records.contact import Quality
from mayoke.records.verdict import Sentence

Phase = Literal["stop", "lock", "evidence", "report", "watch"]
"""In this order: stop the loss, lock, keep evidence, report, watch."""
PHASES: tuple[Phase, ...] = ("stop", "lock", "evidence", "report", "watch")

Within = Literal["minutes", "hours", "days"]
WITHIN: tuple[Within, ...] = ("minutes", "hours", "days")

CountsFrom = Literal["event", "contract_document", "elsewhere"]
"""``event``: when it happened; ``contract_document``: the day a complete contract document came;
``elsewhere``: a day that the person cannot know yet (a public notice, a statement)."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. ``says`` is the thing itself, ``how`` the sentences below it.

    ``covers``: steps that are needless beside this one. ``rank``: place within its phase, low first.
    """

    slug: str
    phase: Phase
    rank: int
    says: Sentence
    how: tuple[Sentence, ...]
    have_ready: tuple[Sentence, ...]
    contacts: tuple[str, ...]
    deadlines: tuple[str, ...]
    covers: tuple[str, ...]
    quality: Quality
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """A step as a situation takes it: which, and how soon there."""

    step: str
    within: Within


@dataclass(frozen=True, slots=True)
class Situation:
    """What happened, in the words of whom it happened to.

    ``first``: the calm and kind line that stands first. ``also``: situations that often come with
    it, to be asked about. ``money_lost``: money is gone or may be going. ``aliases``: other words
    for it, for those who type.
    """

    slug: str
    order: int
    name: Sentence
    first: Sentence
    note: Sentence | None
    within: Within
    money_lost: bool
    steps: tuple[Taken, ...]
    also: tuple[str, ...]
    aliases: tuple[str, ...]
    quality: Quality
    sources: tuple[str, ...]
    checked_on: date


@dataclass(frozen=True, slots=True)
class Means:
    """A means of payment: it adds the steps of ``situation`` (may be empty) and its own."""

    slug: str
    order: int
    name: Sentence
    situation: str
    steps: tuple[Taken, ...]
    quality: Quality
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A period after which a right or a chance is gone. ``days`` None: no number is fixed.

    ``first_day_counts``: the day it counts from is day 1 (so 8 days end 7 days later); else the
    next day is day 1 (Civil Code, Article 140).
    """

    slug: str
    name: Sentence
    rule: Sentence
    starts: Sentence
    counts_from: CountsFrom
    days: int | None
    first_day_counts: bool
    law: str
    caveat: Sentence | None
    quality: Quality
    sources: tuple[str, ...]
    checked_on: date
