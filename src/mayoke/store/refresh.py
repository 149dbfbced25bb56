"""Bringing what is derived of an incident in step with its documents and corrections."""

from typing import Any

from sqlalchemy import Connection, delete, insert, select

from mayoke.store.compose import Derive, Facts, Overlay, Told, compose, correct
from mayoke.store.derived import dump, keys_of, load, row_of, search_text
from mayoke.store.schema import (
    corrections,
    current_data,
    current_facts,
    documents,
    identity_keys,
    versions,
)
from mayoke.store.search import replace_in_index


def facts_now(connection: Connection, incident: int) -> Facts:
    """The facts of an incident, corrections included."""
    query = select(current_data.c.data).where(current_data.c.incident_id == incident)
    facts: Facts = load(connection.execute(query).scalar_one())
    return facts


def _overlays(connection: Connection, incident: int) -> list[Overlay]:
    query = select(corrections).where(corrections.c.incident_id == incident)
    return [
        Overlay(row.number, row.field, load(row.old), load(row.new))
        for row in connection.execute(query.order_by(corrections.c.number))
    ]


def refresh(connection: Connection, incident: int, derive: Derive) -> None:
    """Work out anew the current facts, keys and words of an incident."""
    said = _said(connection, incident)
    told = [Told(row.number, row.document_kind, load(row.data)) for row in said]
    facts, sources = compose(told)
    overlays = _overlays(connection, incident)
    facts, held = correct(facts if len(told) == 1 else derive(facts), overlays, derive)
    for table in (current_facts, current_data, identity_keys):
        connection.execute(delete(table).where(table.c.incident_id == incident))
    connection.execute(insert(current_facts).values(incident_id=incident, **row_of(facts)))
    corrected = dump({str(one.number): one.field for one in held})
    values = {"data": dump(facts), "sources": dump(sources), "corrected": corrected}
    connection.execute(insert(current_data).values(incident_id=incident, **values))
    keys = keys_of(facts)
    if keys:
        rows = [{"incident_id": incident, "key": key} for key in sorted(keys)]
        connection.execute(insert(identity_keys), rows)
    replace_in_index(connection, incident, search_text(facts, [(r.title, r.text) for r in said]))


def _said(connection: Connection, incident: int) -> list[Any]:
    query = (
        select(
            versions.c.number,
            versions.c.data,
            documents.c.document_kind,
            documents.c.title,
            documents.c.text,
        )
        .join(documents, documents.c.id == versions.c.document_id)
        .where(versions.c.incident_id == incident)
        .order_by(versions.c.number)
    )
    return list(connection.execute(query))
