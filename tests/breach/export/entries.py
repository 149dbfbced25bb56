"""Invented entries of the ledger for the tests of the exports."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from mayoke.records.incident import Delays
from mayoke.records.ledger import DocumentRef, Entry
from tests.store.invented import facts

ADDED = datetime(2026, 3, 1, 12, tzinfo=UTC)
CHANGED = datetime(2026, 4, 2, 3, 4, 5, tzinfo=UTC)
NOTICE = DocumentRef(
    "a" * 64,
    "text/html",
    ADDED,
    "ann",
    "https://www.example.com/1",
    "お詫び",
    "operator_notice",
    "first",
)
FINAL = DocumentRef(
    "b" * 64,
    "application/pdf",
    CHANGED,
    "ben",
    "https://www.example.com/2",
    None,
    "second_report",
    "final",
)
_NAMES = ("organisation", "organisation_from", "site_name", "site_url", "notice_date_basis")
_CODES = ("cause", "cause_confirmed", "leak_status")
_LISTS = ("sites", "exposure", "affected_count", "data_items", "timeline")
NOTHING: dict[str, Any] = {
    **facts(),
    **dict.fromkeys((*_NAMES, *_CODES)),
    **{name: [] for name in _LISTS},
    "card_data": {"leaked": False, "security_code": False},
    "notice_date": "2021",
    "delays": asdict(Delays()),
}
"""A notice that tells hardly anything."""


def entry(**other: Any) -> Entry:
    """A published incident with two documents; ``other`` are facts, and fields of the entry."""
    own = ("id", "state", "documents")
    fields: dict[str, Any] = {name: other.pop(name) for name in own if name in other}
    delays = {**NOTHING["delays"], "suspicion_to_disclosure_days": 101}
    values: dict[str, Any] = {
        "id": "2021-0001",
        "state": "published",
        "data": {**facts(delays=delays), **other},
        "added_at": ADDED,
        "changed_at": CHANGED,
        "changed_by": "ben",
        "sources": {"cause": 2},
        "documents": (NOTICE, FINAL),
        "corrected": ("cause",),
    }
    values.update(fields)
    return Entry(**values)
