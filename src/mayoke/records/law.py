"""A legal duty with a clock, and how an incident stands to it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from mayoke.records.verdict import Sentence

Trigger = Literal["sensitive", "property", "wrongful", "thousand"]
"""The four cases of the Enforcement Rules of the APPI, Article 7, items 1 to 4."""

ClockState = Literal[
    "no_duty_then",  # the law did not know the duty on that day
    "not_certain",  # whether the duty applies cannot be read from the notice
    "within",  # done by the day
    "later_than",  # done after the day; says nothing of why
    "no_fixed_days",  # the law says "promptly"
    "not_stated",  # a date is missing in the notice
]


@dataclass(frozen=True, slots=True)
class Duty:
    """One record of ``registry/data/laws``.

    In force from ``valid_from`` to ``valid_to`` (both days included; None: no end known).
    ``days`` counts the day of knowledge as the first; None: the law names no number.
    ``approximate``: the number is the guideline's reading of "promptly". ``done_by`` are the event
    and its details (empty: any). ``bodies``: whose duty it is.
    """

    slug: str
    name: Sentence
    law: str
    valid_from: date
    valid_to: date | None
    days: int | None
    approximate: bool
    event: str
    details: tuple[str, ...]
    triggers: tuple[Trigger, ...]
    unless: tuple[Trigger, ...]
    uncertain_causes: tuple[str, ...]
    bodies: Literal["business", "local"]


@dataclass(frozen=True, slots=True)
class Clock:
    """How one incident stands to one duty. ``days_later`` only with ``later_than``."""

    duty: str
    name: Sentence
    law: str
    state: ClockState
    learnt: date | None
    due: date | None
    done: date | None
    days_later: int | None
    says: Sentence
