"""Incidents in our own form, ``mayoke.incident/1``; its schema is ``incident.schema.json``."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Final

import msgspec

from mayoke.records.ledger import DocumentRef, Entry

SCHEMA: Final = "mayoke.incident/1"


def incident_object(entry: Entry) -> dict[str, Any]:
    """One incident: what the ledger knows now, where it comes from, and its state."""
    return {
        "schema": SCHEMA,
        "id": entry.id,
        "state": entry.state,
        "added_at": stamp(entry.added_at),
        "changed_at": stamp(entry.changed_at),
        "corrected": list(entry.corrected),
        "sources": dict(entry.sources),
        "documents": [_document(document) for document in entry.documents],
        "incident": dict(entry.data),
    }


def _document(document: DocumentRef) -> dict[str, Any]:
    return {
        "sha256": document.sha256,
        "media_type": document.media_type,
        "received_at": stamp(document.received_at),
        "url": document.url,
        "title": document.title,
        "document_kind": document.document_kind,
        "report": document.report,
    }


def lines(entries: Iterable[Entry]) -> Iterator[bytes]:
    """JSON Lines: one incident a line, UTF-8."""
    for entry in entries:
        yield msgspec.json.encode(incident_object(entry)) + b"\n"


def stamp(at: datetime) -> str:
    """A time in UTC, to the second (RFC 3339)."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
