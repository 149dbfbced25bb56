"""Consultations as sealed rows. Nothing here can open one: see ``help.consultation``.

Every deed runs in one transaction (``at_work``), before which what has expired is erased.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, func, insert, select, update

from mayoke.records.consultation import Deed, Listed, Logged, Side
from mayoke.store.connect import Store
from mayoke.store.consultation_log import read_lines, write_line
from mayoke.store.consultation_schema import (
    consultation_entries,
    consultation_keys,
    consultations,
)
from mayoke.store.rows import stamp, time_of


@dataclass(frozen=True, slots=True)
class Lock:
    """What a receipt code is checked against."""

    lookup: str = field(repr=False)
    salt: bytes = field(repr=False)
    verifier: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class SealedEntry:
    """An entry as it is kept."""

    number: int
    by: Side
    at: datetime
    sealed: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Sealed:
    """A consultation as it is kept. ``count``: how many entries; ``entries``: them, if wanted."""

    id: str
    lock: Lock
    wrapped: bytes = field(repr=False)
    arrived_at: datetime
    expires_at: datetime
    size: int
    count: int
    entries: tuple[SealedEntry, ...] = ()


@dataclass(slots=True)
class Shelf:
    """The consultations within one transaction, as of ``now``. What has expired is not here."""

    connection: Connection
    now: datetime
    erased: int = 0

    def is_free(self, number: str) -> bool:
        """Was the number never given? The log remembers those that were erased."""
        return not read_lines(self.connection, number, 1)

    def size(self) -> int:
        """Bytes of all consultations together."""
        total = self.connection.execute(select(func.sum(consultations.c.size))).scalar()
        return int(total or 0)

    def put(self, number: str, lock: Lock, wrapped: bytes, days: int) -> None:
        """Keep a new consultation, still without an entry."""
        at = stamp(self.now)
        self.connection.execute(
            insert(consultations).values(
                id=number,
                lookup=lock.lookup,
                salt=lock.salt,
                verifier=lock.verifier,
                arrived_at=at,
                active_at=at,
                expires_at=at,
                retention_days=days,
                size=0,
            )
        )
        self.connection.execute(
            insert(consultation_keys).values(consultation_id=number, wrapped=wrapped)
        )

    def append(self, number: str, side: Side, seal: Callable[[int], bytes]) -> datetime:
        """Keep a further entry; until when the consultation is kept now.

        ``seal`` gets the entry's number.
        """
        table = consultation_entries
        last = select(func.max(table.c.number)).where(table.c.consultation_id == number)
        entry = (self.connection.execute(last).scalar() or 0) + 1
        sealed, at = seal(entry), stamp(self.now)
        self.connection.execute(
            insert(table).values(
                consultation_id=number, number=entry, side=side, at=at, sealed=sealed
            )
        )
        kept = select(consultations.c.retention_days).where(consultations.c.id == number)
        until = self.now + timedelta(days=self.connection.execute(kept).scalar_one())
        grown = update(consultations).where(consultations.c.id == number)
        self.connection.execute(
            grown.values(
                active_at=at,
                expires_at=stamp(until),
                size=consultations.c.size + len(sealed),
            )
        )
        return time_of(stamp(until))

    def find(self, number: str) -> Sealed | None:
        """The consultation of that number, without its entries; None for none."""
        return self._find(consultations.c.id == number)

    def find_by(self, lookup: str) -> Sealed | None:
        """The consultation with that public part of its code, without its entries."""
        return self._find(consultations.c.lookup == lookup)

    def whole(self, number: str) -> Sealed | None:
        """The consultation of that number with its entries; None for none."""
        found = self.find(number)
        return replace(found, entries=tuple(self._entries(number))) if found else None

    def _find(self, wanted: ColumnElement[bool]) -> Sealed | None:
        entries = select(func.count()).where(
            consultation_entries.c.consultation_id == consultations.c.id
        )
        query = (
            select(
                consultations,
                consultation_keys.c.wrapped,
                entries.scalar_subquery().label("said"),
            )
            .join(consultation_keys, consultation_keys.c.consultation_id == consultations.c.id)
            .where(wanted, consultations.c.expires_at > stamp(self.now))
        )
        row = self.connection.execute(query).one_or_none()
        if row is None:
            return None
        return Sealed(
            id=row.id,
            lock=Lock(row.lookup, bytes(row.salt), bytes(row.verifier)),
            wrapped=bytes(row.wrapped),
            arrived_at=time_of(row.arrived_at),
            expires_at=time_of(row.expires_at),
            size=row.size,
            count=row.said,
        )

    def _entries(self, number: str) -> Iterator[SealedEntry]:
        table = consultation_entries
        query = select(table).where(table.c.consultation_id == number).order_by(table.c.number)
        for row in self.connection.execute(query):
            yield SealedEntry(row.number, row.side, time_of(row.at), bytes(row.sealed))

    def listing(self) -> list[Listed]:
        """All that are here: those that wait for an answer first, the oldest first."""
        rows = [_listed(row) for row in self.connection.execute(_list_query(self.now))]
        return sorted(rows, key=lambda one: (one.state != "waiting", one.active_at, one.id))

    def erase(self, number: str) -> None:
        """Delete a consultation: its key first, then everything else but the log."""
        for table in (consultation_keys, consultation_entries):
            self.connection.execute(delete(table).where(table.c.consultation_id == number))
        self.connection.execute(delete(consultations).where(consultations.c.id == number))
        self.erased += 1

    def purge(self) -> int:
        """Erase what has expired, and log it; how many."""
        query = select(consultations.c.id).where(consultations.c.expires_at <= stamp(self.now))
        expired = list(self.connection.execute(query.order_by(consultations.c.id)).scalars())
        for number in expired:
            self.erase(number)
            self.log("mayoke", "expired", number)
        return len(expired)

    def log(self, who: str, deed: Deed, number: str = "") -> None:
        """Write down who did what."""
        write_line(self.connection, self.now, who, deed, number)

    def logged(self, number: str = "", most: int = 1000) -> list[Logged]:
        """The newest lines of the log, of one consultation or of all, oldest first."""
        return read_lines(self.connection, number, most)


@contextmanager
def at_work(store: Store, now: datetime) -> Iterator[Shelf]:
    """The consultations, with nobody else writing; all that is done is kept, or nothing.

    What has expired is erased before. Raises a StoreError.
    """
    with store.writing() as connection:
        shelf = Shelf(connection, now)
        shelf.purge()
        yield shelf
    if shelf.erased:
        store.leave_no_traces()


@contextmanager
def looking(store: Store, now: datetime) -> Iterator[Shelf]:
    """The consultations as they are, for reading only: for what is not an access."""
    with store.reading() as connection:
        yield Shelf(connection, now)


def _list_query(now: datetime) -> Select[Any]:
    entries = consultation_entries
    last = (
        select(entries.c.consultation_id, func.max(entries.c.number).label("number"))
        .group_by(entries.c.consultation_id)
        .subquery()
    )
    return (
        select(consultations, entries.c.side, last.c.number)
        .join(last, last.c.consultation_id == consultations.c.id)
        .join(
            entries,
            (entries.c.consultation_id == last.c.consultation_id)
            & (entries.c.number == last.c.number),
        )
        .where(consultations.c.expires_at > stamp(now))
    )


def _listed(row: Any) -> Listed:
    return Listed(
        id=row.id,
        state="answered" if row.side == "desk" else "waiting",
        arrived_at=time_of(row.arrived_at),
        active_at=time_of(row.active_at),
        expires_at=time_of(row.expires_at),
        entries=row.number,
        size=row.size,
    )
