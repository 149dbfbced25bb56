"""What the breach ledger holds. Times are aware; a day is ISO 8601 to the precision known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median
from typing import Any, Literal

State = Literal["new", "reviewed", "published", "withdrawn"]
Sort = Literal["told", "added", "changed", "organisation", "delay"]


@dataclass(frozen=True, slots=True)
class Document:
    """A notice as it was handed in, and where it comes from. Never changed once it is kept.

    ``sha256`` of the bytes, hexadecimal. ``published``: the day its page bears.
    """

    sha256: str
    media_type: str
    received_at: datetime
    text: str
    url: str | None = None
    title: str | None = None
    site_name: str | None = None
    published: str | None = None
    document_kind: str = "operator_notice"
    report: Literal["first", "later", "final"] | None = None


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """A kept document without its text."""

    sha256: str
    media_type: str
    received_at: datetime
    added_by: str
    url: str | None
    title: str | None
    document_kind: str
    report: str | None


@dataclass(frozen=True, slots=True)
class NewIncident:
    """An incident that a document tells of: the JSON of ``mayoke.notice/1``.

    ``belongs_to``: the id of the known incident that it is; None makes a new one. ``link``: why it
    was, or was not, taken for that one (plain JSON, kept with the version).
    """

    data: Mapping[str, Any]
    belongs_to: str | None = None
    link: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding a document. ``known``: these very bytes had been added before."""

    incidents: tuple[str, ...]
    known: bool = False


@dataclass(frozen=True, slots=True)
class Version:
    """What one document says of an incident; numbered from 1 and never changed."""

    number: int
    document: DocumentRef
    added_at: datetime
    added_by: str
    data: Mapping[str, Any]
    link: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class StateChange:
    """Who moved an incident from one state to another, when and why."""

    at: datetime
    who: str
    why: str
    before: State | None
    after: State


@dataclass(frozen=True, slots=True)
class Correction:
    """A value that a person put right; what the document said stays.

    ``field``: a path such as ``organisation`` or ``affected_count.0.count``. ``holds``: a later
    document has not said something else since.
    """

    number: int
    at: datetime
    who: str
    why: str
    field: str
    old: Any
    new: Any
    holds: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """An incident as the ledger knows it now: its documents together, with the corrections.

    ``sources``: the version each field comes from, when there are several. ``changed_by``: who
    last added a document or corrected something. ``same_as``: the incident it turned out to be.
    """

    id: str
    state: State
    data: Mapping[str, Any]
    added_at: datetime
    changed_at: datetime
    changed_by: str
    sources: Mapping[str, int] = field(default_factory=dict)
    documents: tuple[DocumentRef, ...] = ()
    corrected: tuple[str, ...] = ()
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything the ledger has on one incident."""

    entry: Entry
    versions: tuple[Version, ...]
    history: tuple[StateChange, ...]
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which incidents; None asks for nothing.

    ``organisation``: words within the name of the organisation or a site. ``since`` and
    ``until``: days, months or years between which, both included, the announcement may lie.
    """

    states: frozenset[State] = frozenset()
    organisation: str | None = None
    cause: str | None = None
    since: str | None = None
    until: str | None = None
    card_data: bool | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the incidents found. ``total`` is None where counting them all would take long."""

    entries: tuple[Entry, ...]
    offset: int
    more: bool
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Distribution:
    """The days of one delay, of all incidents that are not withdrawn and tell them, in order."""

    name: str
    days: tuple[int, ...]

    def median(self) -> float | None:
        """The middle; None without any."""
        return float(median(self.days)) if self.days else None

    def share_at_most(self, days: int) -> float | None:
        """Which share took at most so many days (0 to 1); None without any."""
        if not self.days:
            return None
        return sum(one <= days for one in self.days) / len(self.days)


@dataclass(frozen=True, slots=True)
class Stats:
    """The ledger in numbers. Causes, years and delays leave out what was withdrawn.

    ``by_year``: None stands for a year that no document tells.
    """

    place: str
    documents: int
    incidents: int
    by_state: Mapping[State, int]
    by_cause: Mapping[str | None, int]
    by_year: Mapping[int | None, int]
    disclosure: Distribution
    disclosure_card: Distribution


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import: ids that are new here, and how many lines were known already."""

    added: int
    known: int
    first_id: str | None = None
    last_id: str | None = None
