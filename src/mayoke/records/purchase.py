"""Purchases of a list or a card statement, and whether a leak concerns them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from mayoke.records.errors import BadInput
from mayoke.records.incident import Incident
from mayoke.records.verdict import Sentence

Role = Literal[
    "date",
    "merchant",
    "amount",
    "refund",
    "card",
    "kind",
    "part",
    "order",
    "customer",
    "name",
    "email",
    "phone",
]
"""What a column holds. ``refund``: money given back, in a column of its own. ``kind``: how it was
paid (1回, 分割, リボ, 代引). ``part``: which instalment it is."""
ROLES: Final[tuple[Role, ...]] = (
    "date",
    "merchant",
    "amount",
    "refund",
    "card",
    "kind",
    "part",
    "order",
    "customer",
    "name",
    "email",
    "phone",
)
LineKind = Literal["purchase", "refund", "instalment"]
Answer = Literal["inside", "near_edge", "outside", "cannot_tell"]
Certainty = Literal["sure", "likely", "possible"]
Why = Literal[
    "within",
    "near",
    "vague_period",
    "posted",
    "after_or_before",
    "no_period",
    "no_year",
    "no_start",
    "no_end",
    "other_basis",
    "similar_name",
    "no_date",
    "refund",
    "instalment",
    "wallet",
]


class UnknownColumns(BadInput):
    """Needed columns were not recognised. ``header``: the words (or numbers) of the columns."""

    def __init__(self, missing: tuple[Role, ...], header: tuple[str, ...]) -> None:
        self.missing = missing
        self.header = header
        super().__init__(
            f"no column for: {', '.join(missing)}; the columns are: {' | '.join(header)}"
        )


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand: a column's index from 0 for each role that is known.

    ``posted``: the date is the day of posting, not of the purchase.
    """

    at: Mapping[Role, int]
    posted: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One record of ``registry/data/statements``: the CSV of a card company.

    ``header``: column words that must all stand in the header line; empty: there is none, and
    ``roles`` give numbers from 1. ``sources`` say where the layout was learnt.
    """

    slug: str
    name: Sentence
    header: tuple[str, ...]
    roles: Mapping[str, str]
    posted: bool
    quality: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Purchase:
    """One line. ``number`` counts the lines after the header from 1; ``card`` is masked."""

    number: int
    day: date | None
    merchant: str
    amount: int | None
    kind: LineKind = "purchase"
    card: str = ""


@dataclass(frozen=True, slots=True)
class Watched:
    """An incident to compare purchases with. ``aliases``: other names it is known by."""

    id: str
    state: str
    incident: Incident
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameMatch:
    """Why a merchant's name is taken for that of an incident."""

    incident: str
    certainty: Certainty
    says: Sentence
    wallet: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One purchase and one incident.

    ``points_to``: the number of the purchase a refund or a later instalment belongs to.
    ``quote``: the notice's words on the period.
    """

    purchase: Purchase
    match: NameMatch
    answer: Answer
    why: Why
    quote: str = ""
    points_to: int | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many lines were read and what became of them."""

    purchases: int = 0
    matched: int = 0
    unread: int = 0
    answers: Mapping[Answer, int] = field(default_factory=dict)
