"""A place that helps, when it can be reached, and how sure that is."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from mayoke.records.verdict import Sentence

Quality = Literal["high", "medium", "low", "own"]
"""How well a record is known: by a primary source, by others, by hearsay; ``own``: our wording."""

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun", "holiday"]
"""A day of the week in Japan; ``holiday`` is a national holiday, whatever day it falls on."""

Doubt = Literal["phone", "hours", "url", "mail"]
"""What of a contact was not confirmed by a source, and is shown as uncertain."""

ContactRole = Literal[
    "police", "consumer", "bank", "card", "report", "technical", "legal", "privacy", "credit",
    "carrier", "identity", "finance", "listening",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opening:
    """Open on ``days`` from ``opens`` until ``closes`` (``HH:MM``, Japan Standard Time).

    ``closes`` is exclusive and may be ``24:00``. A holiday that is not among ``days`` is closed,
    whatever day of the week it is.
    """

    days: tuple[Day, ...]
    opens: str
    closes: str


@dataclass(frozen=True, slots=True)
class Contact:
    """A record of ``registry/data/contacts``. ``phone``, ``url`` and ``mail`` may be empty.

    ``always``: open day and night. ``hours`` empty and not ``always``: the hours are not known.
    ``year_end``: closed from 29 December to 3 January. ``how``: what to know before turning there;
    ``meanwhile``: what to do while it is closed. ``listening``: somebody who listens, beside those
    who act. ``uncertain``: what no source confirmed.
    """

    slug: str
    name: Sentence
    role: ContactRole
    for_what: Sentence
    phone: str
    url: str
    mail: str
    how: tuple[Sentence, ...]
    always: bool
    hours: tuple[Opening, ...]
    year_end: bool
    hours_note: Sentence | None
    meanwhile: Sentence | None
    languages: tuple[str, ...]
    listening: bool
    uncertain: tuple[Doubt, ...]
    quality: Quality
    sources: tuple[str, ...]
    checked_on: date
