"""Incidents of the ledger, several at a time: listed, found by words, alike, or all of them."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, func, select

from mayoke.records.ledger import Entry, Filter, Page, Sort
from mayoke.store.connect import Store
from mayoke.store.derived import day_range
from mayoke.store.rows import entries_of, entry_query
from mayoke.store.schema import DELAYS, current_facts, identity_keys, incidents
from mayoke.store.search import matching, words_of
from mayoke.text.fold import fold_plain

_BATCH: Final = 500
_ALL: Final = Filter()


def find(
    store: Store,
    wanted: Filter = _ALL,
    *,
    sort: Sort = "told",
    offset: int = 0,
    limit: int = 50,
) -> Page:
    """Incidents in order: newest announcement first, longest delay first, names from あ on.

    Those that turned out to be another one are left out. What is not known stands last.
    """
    within = select(incidents.c.id).join(current_facts).where(*_conditions(wanted))
    with store.reading() as connection:
        ids = (
            connection.execute(within.order_by(*_order(sort)).offset(offset).limit(limit))
            .scalars()
            .all()
        )
        total = connection.execute(select(func.count()).select_from(within.subquery())).scalar_one()
        entries = _loaded(connection, ids)
    return Page(entries, offset, more=offset + len(entries) < total, total=total)


def search(
    store: Store, query: str, wanted: Filter = _ALL, *, offset: int = 0, limit: int = 50
) -> Page:
    """Incidents in whose names, addresses or documents every word stands; last added first.

    Words are separated by spaces and may be of any length; width and case do not matter.
    """
    words = words_of(query)
    with store.reading() as connection:
        found = _matching(connection, words, wanted, offset + limit + 1)
        entries = _loaded(connection, found[offset : offset + limit])
    return Page(entries, offset, more=len(found) > offset + limit)


def candidates(store: Store, keys: Collection[str], *, most: int = 50) -> tuple[Entry, ...]:
    """Incidents that share a name or domain (``derived.keys_of``), last added first."""
    with store.reading() as connection:
        query = (
            select(identity_keys.c.incident_id)
            .distinct()
            .join(incidents, incidents.c.id == identity_keys.c.incident_id)
            .where(identity_keys.c.key.in_(sorted(keys)), incidents.c.same_as.is_(None))
            .order_by(identity_keys.c.incident_id.desc())
            .limit(most)
        )
        return _loaded(connection, connection.execute(query).scalars().all())


def iterate(store: Store, wanted: Filter = _ALL) -> Iterator[Entry]:
    """Every incident, in the order of adding, as of one moment; a few in memory at a time."""
    with store.reading() as connection:
        last = 0
        while True:
            query = entry_query().join(current_facts).where(*_conditions(wanted))
            query = query.where(incidents.c.id > last)
            rows = connection.execute(query.order_by(incidents.c.id).limit(_BATCH)).all()
            if not rows:
                return
            yield from entries_of(connection, rows)
            last = rows[-1].row_id


def _loaded(connection: Connection, ids: Sequence[int]) -> tuple[Entry, ...]:
    """The entries of incidents, in the same order."""
    rows = connection.execute(entry_query().where(incidents.c.id.in_(ids))).all()
    place = {row_id: at for at, row_id in enumerate(ids)}
    return tuple(entries_of(connection, sorted(rows, key=lambda row: place[row.row_id])))


def _conditions(wanted: Filter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [incidents.c.same_as.is_(None)]
    if wanted.states:
        found.append(incidents.c.state.in_(sorted(wanted.states)))
    if wanted.organisation:
        name = fold_plain(wanted.organisation)
        found.append(current_facts.c.names_folded.contains(name, autoescape=True))
    if wanted.cause:
        found.append(current_facts.c.cause == wanted.cause)
    if wanted.since:
        since = day_range(wanted.since)
        found.append(current_facts.c.told_to >= (since[0] if since else wanted.since))
    if wanted.until:
        until = day_range(wanted.until)
        found.append(current_facts.c.told_from <= (until[1] if until else wanted.until))
    if wanted.card_data is not None:
        found.append(current_facts.c.card_data == int(wanted.card_data))
    return found


def _order(sort: Sort) -> list[ColumnElement[Any]]:
    last_added = incidents.c.id.desc()
    if sort == "organisation":
        return [current_facts.c.name == "", current_facts.c.name, last_added]
    if sort == "added":
        return [last_added]
    if sort == "changed":
        return [incidents.c.changed_at.desc(), last_added]
    by: ColumnElement[Any] = (
        current_facts.c[DELAYS[0]] if sort == "delay" else current_facts.c.told_from
    )
    return [by.desc().nulls_last(), last_added]


def _matching(connection: Connection, words: Sequence[str], wanted: Filter, most: int) -> list[int]:
    """The first ``most`` incidents with the words that the filter lets through."""
    found: list[int] = []
    before: int | None = None
    size = most if wanted == _ALL else max(most, _BATCH)
    while len(found) < most:
        ids = matching(connection, words, size, before=before)
        found += _let_through(connection, ids, wanted)
        if len(ids) < size:
            break
        before = ids[-1]
    return found[:most]


def _let_through(connection: Connection, ids: Sequence[int], wanted: Filter) -> list[int]:
    query = select(incidents.c.id).join(current_facts)
    query = query.where(incidents.c.id.in_(ids), *_conditions(wanted))
    return list(connection.execute(query.order_by(incidents.c.id.desc())).scalars())
