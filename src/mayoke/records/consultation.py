"""A consultation: what a visitor hands in, and what the desk answers.

``repr`` shows no content, so that none comes into a log or the text of an error.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Side = Literal["visitor", "desk"]
"""Who says something."""

State = Literal["waiting", "answered"]
"""``waiting``: the visitor spoke last. ``answered``: the desk did."""

Deed = Literal["handed_in", "read", "added", "answered", "erased", "expired", "refused"]
"""What the access log tells. ``refused``: a code that fits nothing."""


@dataclass(frozen=True, slots=True)
class Content:
    """What is sealed. A later addition and the desk's answer mostly have only ``story``.

    ``story``: what happened, or the answer. ``mail``: the bytes of the mail, ``text``: of a message
    that is no mail (SMS, a chat), as pasted. ``contact``: how the visitor wants to be reached, if
    at all. ``verdict``: what mayoke said of the mail. ``situations`` and ``means`` are slugs of the
    registry, ``amount`` is yen, ``when`` the day.
    """

    story: str = field(default="", repr=False)
    situations: tuple[str, ...] = field(default=(), repr=False)
    when: date | None = field(default=None, repr=False)
    amount: int | None = field(default=None, repr=False)
    means: tuple[str, ...] = field(default=(), repr=False)
    mail: bytes = field(default=b"", repr=False)
    text: str = field(default="", repr=False)
    contact: str = field(default="", repr=False)
    verdict: str = field(default="", repr=False)
    lang: Literal["ja", "en"] = "ja"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the visitor takes home. ``code`` opens the consultation and is nowhere else.

    ``id`` (``K-7Q4M2``) may be told to anyone, for instance on the telephone: it opens nothing.
    """

    id: str
    code: str = field(repr=False)
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Said:
    """One entry, opened. ``number`` counts from 1."""

    number: int
    by: Side
    at: datetime
    content: Content


@dataclass(frozen=True, slots=True)
class Consultation:
    """A whole consultation, opened, the oldest entry first."""

    id: str
    state: State
    arrived_at: datetime
    expires_at: datetime
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """What the desk's list shows: no content. ``size``: bytes as they are sealed."""

    id: str
    state: State
    arrived_at: datetime
    active_at: datetime
    expires_at: datetime
    entries: int
    size: int

    def days_left(self, now: datetime) -> int:
        """Days until it is erased, begun ones counted, at least 0."""
        return max(0, -((now - self.expires_at).days))


@dataclass(frozen=True, slots=True)
class Logged:
    """A line of the access log. ``consultation`` is empty where no number belongs to it."""

    number: int
    at: datetime
    who: str
    deed: Deed
    consultation: str
