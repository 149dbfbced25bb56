"""What the casebook holds: specimens of scam mail, with who did what to them. Times are aware."""

from dataclasses import dataclass, field
from datetime import date, datetime

from mayoke.records.ledger import State
from mayoke.records.verdict import Family, VerdictWord


@dataclass(frozen=True, slots=True)
class Specimen:
    """A mail as it was handed in. ``sha256`` of the bytes, hexadecimal; never changed once kept."""

    sha256: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Judged:
    """How it was judged when it was added. ``brand``: the slug of whom it imitates, or empty."""

    verdict: VerdictWord
    kind: str
    family: Family | None
    brand: str
    rules: str
    model: str


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case to be added. ``source``: where the specimen comes from; ``notes``: for the keepers.

    ``comment``: the author's own words for readers, ``comment_by`` their name.
    """

    specimen: Specimen
    judged: Judged
    first_seen: date
    source: str = ""
    notes: str = ""
    comment: str = ""
    comment_by: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A case of the casebook, without its specimen's bytes. ``id``: ``C-2026-0001``, permanent.

    ``campaign``: the id of the campaign it belongs to, or empty.
    """

    id: str
    state: State
    sha256: str
    judged: Judged
    first_seen: date
    source: str
    notes: str
    comment: str
    comment_by: str
    added_at: datetime
    added_by: str
    changed_at: datetime
    changed_by: str
    campaign: str = ""
