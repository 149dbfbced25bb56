"""What the ledger holds, as JSON: ``mayoke.incidents/1``, ``mayoke.incident/1``."""

from collections.abc import Iterable
from typing import Any

from mayoke.records.ledger import Correction, DocumentRef, Dossier, Entry, StateChange, Version


def entries_object(entries: Iterable[Entry], **about: object) -> dict[str, Any]:
    """A list of incidents; ``about`` tells of the list (total, offset)."""
    return {
        "schema": "mayoke.incidents/1",
        **about,
        "incidents": [entry_object(entry) for entry in entries],
    }


def entry_object(entry: Entry) -> dict[str, Any]:
    """One incident as the ledger knows it now."""
    return {
        "id": entry.id,
        "state": entry.state,
        "added_at": entry.added_at.isoformat(),
        "changed_at": entry.changed_at.isoformat(),
        "changed_by": entry.changed_by,
        "same_as": entry.same_as,
        "corrected": list(entry.corrected),
        "sources": dict(entry.sources),
        "documents": [_document(one) for one in entry.documents],
        "incident": dict(entry.data),
    }


def dossier_object(dossier: Dossier) -> dict[str, Any]:
    """Everything on one incident."""
    return {
        "schema": "mayoke.incident/1",
        **entry_object(dossier.entry),
        "versions": [_version(one) for one in dossier.versions],
        "history": [_change(one) for one in dossier.history],
        "corrections": [_correction(one) for one in dossier.corrections],
    }


def _document(one: DocumentRef) -> dict[str, Any]:
    return {
        "sha256": one.sha256,
        "url": one.url,
        "title": one.title,
        "media_type": one.media_type,
        "document_kind": one.document_kind,
        "report": one.report,
        "received_at": one.received_at.isoformat(),
        "added_by": one.added_by,
    }


def _version(one: Version) -> dict[str, Any]:
    return {
        "number": one.number,
        "sha256": one.document.sha256,
        "added_at": one.added_at.isoformat(),
        "added_by": one.added_by,
        "link": one.link,
        "incident": dict(one.data),
    }


def _change(one: StateChange) -> dict[str, Any]:
    return {
        "at": one.at.isoformat(),
        "who": one.who,
        "why": one.why,
        "before": one.before,
        "after": one.after,
    }


def _correction(one: Correction) -> dict[str, Any]:
    return {
        "number": one.number,
        "at": one.at.isoformat(),
        "who": one.who,
        "why": one.why,
        "field": one.field,
        "old": one.old,
        "new": one.new,
        "holds": one.holds,
    }
