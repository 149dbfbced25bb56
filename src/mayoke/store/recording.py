"""The steps that the ledger's deeds are made of, within one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, update

from mayoke.records.errors import UnknownIncident
from mayoke.records.ledger import Document, NewIncident, State
from mayoke.store import ids
from mayoke.store.compose import Derive
from mayoke.store.derived import clean, dump, told_between
from mayoke.store.refresh import refresh
from mayoke.store.rows import stamp
from mayoke.store.schema import corrections, documents, incidents, state_changes, versions


@dataclass(frozen=True, slots=True)
class Deed:
    """Who does something, when, and why."""

    who: str
    at: datetime
    why: str = ""


def document_id(connection: Connection, sha256: str) -> int | None:
    """The row of a document that was kept before; None for a new one."""
    query = select(documents.c.id).where(documents.c.sha256 == sha256)
    return connection.execute(query).scalar()


def incidents_of(connection: Connection, document: int) -> tuple[str, ...]:
    """The names of the incidents that a document tells of."""
    query = (
        select(incidents.c.public_id)
        .join(versions, versions.c.incident_id == incidents.c.id)
        .where(versions.c.document_id == document, incidents.c.same_as.is_(None))
        .group_by(incidents.c.id, incidents.c.public_id)
        .order_by(incidents.c.id)
    )
    return tuple(connection.execute(query).scalars())


def row_of_incident(connection: Connection, incident: str) -> Any:
    """The row of the incident of that name. Raises UnknownIncident."""
    query = select(incidents).where(incidents.c.public_id == incident)
    row = connection.execute(query).one_or_none()
    if row is None:
        raise UnknownIncident(f"the ledger has no incident {incident}")
    return row


def meant(connection: Connection, incident: str) -> Any:
    """The row of the incident of that name, or of the one it turned out to be."""
    row = row_of_incident(connection, incident)
    return row_of_incident(connection, row.same_as) if row.same_as else row


def document_values(document: Document, number: int, who: str) -> dict[str, Any]:
    """The row of a document."""
    return {
        "id": number,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "received_at": stamp(document.received_at),
        "added_by": clean(who),
        "url": _clean(document.url),
        "title": _clean(document.title),
        "site_name": _clean(document.site_name),
        "published": document.published,
        "document_kind": document.document_kind,
        "report": document.report,
        "text": clean(document.text),
    }


def _clean(text: str | None) -> str | None:
    return None if text is None else clean(text)


def keep_document(connection: Connection, document: Document, deed: Deed) -> int:
    """Keep a document; its row."""
    number = ids.take(connection, "document")
    connection.execute(insert(documents).values(document_values(document, number, deed.who)))
    return number


def add_version(
    connection: Connection,
    derive: Derive,
    one: NewIncident,
    document: int,
    deed: Deed,
    known: Sequence[str],
) -> str:
    """Add what a document says of one incident; its name."""
    name = one.belongs_to or next(iter(known), None)
    row = meant(connection, name) if name else _new_incident(connection, one, deed)
    link = None if one.link is None else dump(one.link)
    connection.execute(
        insert(versions).values(
            incident_id=row.id,
            number=next_number(connection, versions, row.id),
            document_id=document,
            added_at=stamp(deed.at),
            added_by=clean(deed.who),
            link=link,
            data=dump(one.data),
        )
    )
    if name:
        facts_changed(connection, row, deed, "a further document was added")
    refresh(connection, row.id, derive)
    return str(row.public_id)


def _new_incident(connection: Connection, one: NewIncident, deed: Deed) -> Any:
    number = ids.take(connection, "incident")
    name = ids.take_public(connection, [year_of(one.data, deed.at)])[0]
    connection.execute(insert(incidents).values(incident_values(number, name, deed)))
    record_state(connection, number, None, "new", deed)
    return row_of_incident(connection, name)


def year_of(data: Mapping[str, Any], at: datetime) -> int:
    """The year that goes into an incident's name: of the announcement, or else of the adding."""
    told = told_between(data)
    return int(told[0][:4]) if told else at.year


def incident_values(number: int, name: str, deed: Deed) -> dict[str, Any]:
    """The row of a new incident."""
    at = stamp(deed.at)
    return {
        "id": number,
        "public_id": name,
        "state": "new",
        "added_at": at,
        "changed_at": at,
        "changed_by": clean(deed.who),
    }


def record_state(
    connection: Connection, incident: int, before: State | None, after: State, deed: Deed
) -> None:
    """Write down a change of state."""
    connection.execute(
        insert(state_changes).values(
            incident_id=incident,
            number=next_number(connection, state_changes, incident),
            at=stamp(deed.at),
            who=clean(deed.who),
            why=clean(deed.why),
            before=before,
            after=after,
        )
    )


def record_correction(
    connection: Connection, incident: int, path: str, values: tuple[Any, Any], deed: Deed
) -> None:
    """Write down what was put right: ``values`` are the old and the new one."""
    old, new = values
    connection.execute(
        insert(corrections).values(
            incident_id=incident,
            number=next_number(connection, corrections, incident),
            at=stamp(deed.at),
            who=clean(deed.who),
            why=clean(deed.why),
            field=path,
            old=dump(old),
            new=dump(new),
        )
    )


def facts_changed(connection: Connection, row: Any, deed: Deed, why: str) -> None:
    """Facts changed: what was reviewed has to be reviewed again before it is shown."""
    values = {"changed_by": clean(deed.who)}
    if row.state in {"reviewed", "published"}:
        told = Deed(deed.who, deed.at, f"{why}: {deed.why}" if deed.why else why)
        record_state(connection, row.id, row.state, "new", told)
        values["state"] = "new"
    touch(connection, row.id, values, deed.at)


def touch(connection: Connection, incident: int, values: Mapping[str, Any], at: datetime) -> None:
    """Change the row of an incident, and note when."""
    changed = update(incidents).where(incidents.c.id == incident)
    connection.execute(changed.values(changed_at=stamp(at), **values))


def next_number(connection: Connection, table: Table, incident: int) -> int:
    """The number of the next row of an incident in a table."""
    query = select(func.max(table.c.number)).where(table.c.incident_id == incident)
    return (connection.execute(query).scalar() or 0) + 1
