"""Between rows of the database and records."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Select, select

from mayoke.records.ledger import DocumentRef, Entry
from mayoke.store.derived import load
from mayoke.store.schema import current_data, documents, incidents, versions

_CHUNK = 500


def stamp(at: datetime) -> str:
    """A time as it is kept: UTC, to the second, so that text order is time order.

    Raises ValueError for a time without a zone.
    """
    if at.tzinfo is None:
        raise ValueError("a time needs a zone")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def time_of(kept: str) -> datetime:
    """The time that ``stamp`` kept."""
    return datetime.strptime(kept, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


REF_COLUMNS = (
    documents.c.sha256,
    documents.c.media_type,
    documents.c.received_at,
    documents.c.added_by,
    documents.c.url,
    documents.c.title,
    documents.c.document_kind,
    documents.c.report,
)


def ref_of(row: Any) -> DocumentRef:
    """A document without its text."""
    return DocumentRef(
        sha256=row.sha256,
        media_type=row.media_type,
        received_at=time_of(row.received_at),
        added_by=row.added_by,
        url=row.url,
        title=row.title,
        document_kind=row.document_kind,
        report=row.report,
    )


def entry_query() -> Select[Any]:
    """Incidents with their facts of now; those that turned out to be another one too."""
    return select(
        incidents.c.id.label("row_id"),
        incidents.c.public_id,
        incidents.c.state,
        incidents.c.added_at,
        incidents.c.changed_at,
        incidents.c.changed_by,
        incidents.c.same_as,
        current_data.c.data,
        current_data.c.sources,
        current_data.c.corrected,
    ).join(current_data, current_data.c.incident_id == incidents.c.id)


def entries_of(connection: Connection, rows: Sequence[Any]) -> list[Entry]:
    """The entries of ``entry_query`` rows, with their documents."""
    ids = [row.row_id for row in rows]
    papers = _documents(connection, ids)
    return [_entry(row, papers.get(row.row_id, [])) for row in rows]


def _entry(row: Any, papers: Iterable[DocumentRef]) -> Entry:
    return Entry(
        id=row.public_id,
        state=row.state,
        data=load(row.data),
        added_at=time_of(row.added_at),
        changed_at=time_of(row.changed_at),
        changed_by=row.changed_by,
        sources=load(row.sources),
        documents=tuple(papers),
        corrected=tuple(dict.fromkeys(load(row.corrected).values())),
        same_as=row.same_as,
    )


def _documents(connection: Connection, ids: Sequence[int]) -> dict[int, list[DocumentRef]]:
    found: dict[int, list[DocumentRef]] = {}
    for chunk in _chunks(ids):
        query = (
            select(versions.c.incident_id, *REF_COLUMNS)
            .join(documents, documents.c.id == versions.c.document_id)
            .where(versions.c.incident_id.in_(chunk))
            .order_by(versions.c.incident_id, versions.c.number)
        )
        for row in connection.execute(query):
            known = found.setdefault(row.incident_id, [])
            ref = ref_of(row)
            if ref not in known:
                known.append(ref)
    return found


def _chunks(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))


def loaded(text: str | None) -> Mapping[str, Any] | None:
    """Kept JSON, or None."""
    return None if text is None else load(text)
