"""From an address to a database, and every failure told in one line."""

import importlib.util
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, NullPool, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from mayoke.records.errors import (
    StoreDamaged,
    StoreError,
    StoreLocked,
    StoreMissing,
    StoreUnreachable,
)

WRITER_LOCK: Final = 0x6D61796F6B65
"""The advisory lock that a writer holds on PostgreSQL ("mayoke")."""
_WRITING: Final = "mayoke_writing"
_FORMS: Final = "sqlite:///PATH or postgresql://USER@HOST/NAME"


@dataclass(frozen=True, slots=True)
class Store:
    """An open database. ``place`` is its address without a password."""

    engine: Engine
    place: str

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self.engine.dialect.name

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database throughout."""
        options = {"isolation_level": "REPEATABLE READ"} if self.dialect == "postgresql" else {}
        with (
            told(self.place),
            self.engine.connect().execution_options(**options) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that nobody else writes beside; all of it is kept, or nothing."""
        with (
            told(self.place),
            self.engine.connect().execution_options(**{_WRITING: True}) as connection,
            connection.begin(),
        ):
            if self.dialect == "postgresql":
                lock = text("SELECT pg_advisory_xact_lock(:key)")
                connection.execute(lock, {"key": WRITER_LOCK})
            yield connection

    def let_readers_through(self) -> None:
        """Write-ahead logging: who reads a SQLite file never waits for who writes it.

        The file remembers it, so it is set once, when the file is found to be ours.
        """
        if self.dialect == "sqlite":
            with told(self.place), closing(self.engine.raw_connection()) as connection:
                connection.cursor().execute("PRAGMA journal_mode = WAL")

    def leave_no_traces(self) -> bool:
        """After erasing: empty SQLite's write-ahead log, where erased bytes still stand.

        False when a reader was in the way; the next time, or the last one to close, does it. On
        PostgreSQL there is nothing a client could do: VACUUM and its log are the administrator's.
        """
        if self.dialect != "sqlite":
            return True
        with told(self.place), closing(self.engine.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy, *_ = cursor.fetchone() or (1,)
            return not busy

    def close(self) -> None:
        """Give every connection back."""
        self.engine.dispose()


def connect(address: str, *, timeout: float = 5.0, create: bool = True) -> Store:
    """The database at ``address``, not looked at yet.

    ``timeout``: seconds to wait for another writer, and for a server to answer. ``create``: a
    SQLite file that is not there, and its folder, may be made. Raises a StoreError.
    """
    url = _parsed(address)
    place = url.render_as_string(hide_password=True).replace("+psycopg", "")
    if url.get_backend_name() == "sqlite":
        return Store(_sqlite(url, timeout=timeout, create=create), place)
    return Store(_postgresql(url, timeout), place)


def _parsed(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise StoreUnreachable(f"the database address is none; write {_FORMS}") from error
    if url.drivername in {"postgresql", "postgres"}:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername == "sqlite" and url.database and url.database != ":memory:":
        return url
    raise StoreUnreachable(f"the database address has an unknown form; write {_FORMS}")


def _sqlite(url: URL, *, timeout: float, create: bool) -> Engine:
    path = Path(url.database or "")
    if not path.exists():
        if not create:
            raise StoreMissing(f"there is no database at {path}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnreachable(f"{path.parent} cannot be made: {error.strerror}") from error
    engine = create_engine(
        url, poolclass=NullPool, connect_args={"timeout": timeout}, hide_parameters=True
    )

    @event.listens_for(engine, "connect")
    def _settings(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # transactions are ours, see below
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cache_size = -32768")
        connection.execute("PRAGMA secure_delete = ON")  # what is erased is overwritten

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get(_WRITING, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _postgresql(url: URL, timeout: float) -> Engine:
    if importlib.util.find_spec("psycopg") is None:
        raise StoreUnreachable(
            "PostgreSQL needs psycopg, which is not installed: pip install 'mayoke[postgres]'"
        )
    arguments = {
        "connect_timeout": max(2, round(timeout)),
        "application_name": "mayoke",
        "options": f"-c lock_timeout={max(1, round(timeout * 1000))}",
    }
    return create_engine(
        url, pool_size=2, pool_pre_ping=True, connect_args=arguments, hide_parameters=True
    )


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turn what a driver says about the database (not about our SQL) into a StoreError."""
    try:
        yield
    except DBAPIError as error:
        translated = _translated(error.orig, place)
        if translated is None:
            raise
        raise translated from error


def _translated(error: BaseException | None, place: str) -> StoreError | None:
    if isinstance(error, sqlite3.Error):
        return _of_sqlite(error, place)
    state = getattr(error, "sqlstate", None)
    words = " ".join(str(error).split())
    if state == "55P03":
        return _locked(place)
    if state in {"42501", "25006"}:  # not allowed; a server that only reads
        return StoreUnreachable(f"{place}: {words}")
    if state is None and type(error).__name__ in {"OperationalError", "ConnectionTimeout"}:
        return StoreUnreachable(f"no connection to {place}: {words}")
    if isinstance(state, str) and state[:2] in {"08", "28", "3D", "53", "57"}:
        return StoreUnreachable(f"no connection to {place}: {words}")
    return None


def _locked(place: str) -> StoreLocked:
    return StoreLocked(f"{place} is in use: somebody else is writing; try again in a moment")


def _of_sqlite(error: sqlite3.Error, place: str) -> StoreError | None:
    name = getattr(error, "sqlite_errorname", None) or ""
    kind = name.removeprefix("SQLITE_").partition("_")[0]
    if kind in {"BUSY", "LOCKED"}:
        return _locked(place)
    if kind == "NOTADB":
        return StoreDamaged(f"{place} is not a database; the file was not touched")
    if kind == "CORRUPT":
        return StoreDamaged(f"{place} is damaged ({error}); restore it from a backup")
    if kind in {"CANTOPEN", "PERM", "READONLY", "AUTH"}:
        return StoreUnreachable(f"{place} cannot be opened or written: {error}")
    if kind in {"FULL", "IOERR", "NOMEM"}:
        return StoreUnreachable(f"{place} cannot be read or written: {error}")
    return None
