"""Reading the breach ledger: one incident with all that is known, one document, the figures."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from mayoke.records.errors import UnknownIncident
from mayoke.records.ledger import (
    Correction,
    Distribution,
    Document,
    Dossier,
    State,
    StateChange,
    Stats,
    Version,
)
from mayoke.store.connect import Store
from mayoke.store.derived import load
from mayoke.store.rows import REF_COLUMNS, entries_of, entry_query, loaded, ref_of, time_of
from mayoke.store.schema import (
    DELAYS,
    corrections,
    current_facts,
    documents,
    incidents,
    state_changes,
    versions,
)


def get(store: Store, incident: str) -> Dossier:
    """Everything on one incident. Raises UnknownIncident."""
    with store.reading() as connection:
        query = entry_query().where(incidents.c.public_id == incident)
        rows = connection.execute(query).all()
        if not rows:
            raise UnknownIncident(f"the ledger has no incident {incident}")
        row_id = rows[0].row_id
        return Dossier(
            entry=entries_of(connection, rows)[0],
            versions=_versions(connection, row_id),
            history=_history(connection, row_id),
            corrections=_corrections(connection, row_id, {int(n) for n in load(rows[0].corrected)}),
        )


def document(store: Store, sha256: str) -> Document | None:
    """A document with its text; None when the ledger does not have it."""
    with store.reading() as connection:
        row = connection.execute(
            select(documents).where(documents.c.sha256 == sha256)
        ).one_or_none()
    if row is None:
        return None
    return Document(
        sha256=row.sha256,
        media_type=row.media_type,
        received_at=time_of(row.received_at),
        text=row.text,
        url=row.url,
        title=row.title,
        site_name=row.site_name,
        published=row.published,
        document_kind=row.document_kind,
        report=row.report,
    )


def distribution(store: Store, delay: str, *, card_data: bool | None = None) -> Distribution:
    """The days of one delay over the ledger; ``card_data``: only with, or only without, them.

    Raises LookupError for a delay that is none.
    """
    with store.reading() as connection:
        return _distribution(connection, delay, card_data)


def _distribution(connection: Connection, delay: str, card_data: bool | None) -> Distribution:  # noqa: FBT001
    if delay not in DELAYS:
        raise LookupError(f"no delay is called {delay}")
    days = current_facts.c[delay]
    query = select(days).join(incidents).where(days.is_not(None), *_counting())
    if card_data is not None:
        query = query.where(current_facts.c.card_data == int(card_data))
    return Distribution(delay, tuple(connection.execute(query.order_by(days)).scalars()))


def stats(store: Store) -> Stats:
    """The ledger in numbers."""
    states: dict[State, int] = {"new": 0, "reviewed": 0, "published": 0, "withdrawn": 0}
    with store.reading() as connection:
        by_state = select(incidents.c.state, func.count()).group_by(incidents.c.state)
        states.update((row[0], row[1]) for row in connection.execute(by_state))
        return Stats(
            place=store.place,
            documents=connection.execute(select(func.count(documents.c.id))).scalar_one(),
            incidents=sum(states.values()),
            by_state=states,
            by_cause=_counted(connection, current_facts.c.cause),
            by_year=_counted(connection, current_facts.c.year),
            disclosure=_distribution(connection, DELAYS[0], None),
            disclosure_card=_distribution(connection, DELAYS[0], card_data=True),
        )


def _counted(connection: Connection, by: ColumnElement[Any]) -> dict[Any, int]:
    query = select(by, func.count()).select_from(current_facts).join(incidents)
    found = connection.execute(query.where(*_counting()).group_by(by)).all()
    return {row[0]: row[1] for row in sorted(found, key=lambda row: (row[0] is None, row[0]))}


def _counting() -> list[ColumnElement[bool]]:
    return [incidents.c.state != "withdrawn", incidents.c.same_as.is_(None)]


def _versions(connection: Connection, incident: int) -> tuple[Version, ...]:
    query = (
        select(
            versions.c.number,
            versions.c.added_at,
            versions.c.added_by.label("version_by"),
            versions.c.data,
            versions.c.link,
            *REF_COLUMNS,
        )
        .join(documents, documents.c.id == versions.c.document_id)
        .where(versions.c.incident_id == incident)
        .order_by(versions.c.number)
    )
    return tuple(
        Version(
            number=row.number,
            document=ref_of(row),
            added_at=time_of(row.added_at),
            added_by=row.version_by,
            data=load(row.data),
            link=loaded(row.link),
        )
        for row in connection.execute(query)
    )


def _history(connection: Connection, incident: int) -> tuple[StateChange, ...]:
    query = select(state_changes).where(state_changes.c.incident_id == incident)
    return tuple(
        StateChange(time_of(row.at), row.who, row.why, row.before, row.after)
        for row in connection.execute(query.order_by(state_changes.c.number))
    )


def _corrections(
    connection: Connection, incident: int, holding: Collection[int]
) -> tuple[Correction, ...]:
    query = select(corrections).where(corrections.c.incident_id == incident)
    return tuple(
        Correction(
            number=row.number,
            at=time_of(row.at),
            who=row.who,
            why=row.why,
            field=row.field,
            old=load(row.old),
            new=load(row.new),
            holds=row.number in holding,
        )
        for row in connection.execute(query.order_by(corrections.c.number))
    )
