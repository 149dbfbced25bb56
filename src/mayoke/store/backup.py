"""A backup is one file that either database is restored from: JSON Lines, compressed.

The first line names the form and the schema, one line a row follows, table by table, and the last
line counts the rows and carries the SHA-256 of everything before it. What follows from the rows
(the search index) is left out and made again. Consultations are left out for good: a backup would
outlive their erasing. Restoring leaves those of the store as they are.
"""

import binascii
import gzip
import hashlib
import os
import tempfile
import zlib
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Final

import msgspec
from sqlalchemy import Connection, LargeBinary, Table, func, inspect, select, text
from sqlalchemy.exc import StatementError

from mayoke.records.errors import BadBackup, StoreNewer, StoreNotEmpty, StoreUnreachable
from mayoke.store.case_schema import cases
from mayoke.store.connect import Store
from mayoke.store.many import insert_many
from mayoke.store.opening import condition, upgrade
from mayoke.store.rows import stamp
from mayoke.store.schema import HEAD, METADATA, REVISIONS, VERSION_TABLE, documents
from mayoke.store.search import add_to_index, expect_many, tidy_index
from mayoke.version import __version__

FORM: Final = "mayoke.backup/1"
_BATCH: Final = 500
_BATCH_BYTES: Final = 16
"""As many rows of a table with whole mails in it."""
_HELD: Final = 1 << 25
"""So many characters of mails wait to be inserted at most, and one mail more."""
_LONGEST: Final = 1 << 28
"""No row is longer than so many bytes; a line that is, is not ours."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds: rows by table, and the schema they are of."""

    revision: str
    made_at: str
    rows: dict[str, int]


def backup(store: Store, path: Path, at: datetime) -> Backup:
    """Write the whole ledger to ``path``; it appears there whole or not at all.

    Others may read and write meanwhile: the backup is of one moment. Raises StoreUnreachable
    when the file cannot be written.
    """
    try:
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name}.", suffix=".part", delete=False
        ) as part:
            try:
                made = _write(store, part, at)
                part.flush()
                os.fsync(part.fileno())
                Path(part.name).replace(path)
            except BaseException:
                Path(part.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise StoreUnreachable(f"the backup {path} cannot be written: {error.strerror}") from error
    return made


def _write(store: Store, part: IO[bytes], at: datetime) -> Backup:
    made = Backup(HEAD, stamp(at), {})
    digest = hashlib.sha256()
    with gzip.GzipFile(fileobj=part, mode="wb", filename="", mtime=0, compresslevel=6) as file:

        def put(value: object) -> None:
            line = msgspec.json.encode(value) + b"\n"
            digest.update(line)
            file.write(line)

        put({"form": FORM, "schema": HEAD, "made_at": made.made_at, "mayoke": __version__})
        with store.reading() as connection:
            for table in METADATA.sorted_tables:
                count = 0
                for row in _rows(connection, table):
                    put({"table": str(table.name), "row": row})
                    count += 1
                made.rows[str(table.name)] = count
        put({"end": True, "rows": made.rows, "sha256": digest.hexdigest()})
    return made


def _rows(connection: Connection, table: Table) -> Iterator[dict[str, Any]]:
    query = select(table).order_by(*table.primary_key)
    names = [str(column.name) for column in table.columns]
    few = _BATCH_BYTES if _bytes_in(table) else _BATCH
    for row in connection.execution_options(yield_per=few).execute(query):
        yield dict(zip(names, row, strict=True))


def inspect_backup(path: Path) -> Backup:
    """Read a backup through and check it. Raises BadBackup, or StoreNewer for a newer schema."""
    lines = _lines(path)
    head = next(lines)
    counts: dict[str, int] = {}
    for line in lines:
        if "end" in line:
            fits = counts == {name: n for name, n in line.get("rows", {}).items() if n}
            break
        table = str(line.get("table"))
        counts[table] = counts.get(table, 0) + 1
    else:
        fits = False
    if not fits or next(lines, None) is not None:
        raise BadBackup(f"{path} is not whole: its end does not fit; nothing was changed")
    return Backup(str(head["schema"]), str(head["made_at"]), counts)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    """Every line, checked: the form and schema at the beginning, the checksum at the end."""
    digest, ended = hashlib.sha256(), False
    decoder = msgspec.json.Decoder(dict[str, Any])
    try:
        with gzip.open(path, "rb") as file:
            for number, data in enumerate(iter(lambda: file.readline(_LONGEST), b"")):
                line = decoder.decode(data)
                if number == 0:
                    _check_head(path, line)
                ended = "end" in line
                if ended and line["sha256"] != digest.hexdigest():
                    raise BadBackup(f"{path} was changed after it was made; nothing was changed")
                digest.update(data)
                yield line
    except FileNotFoundError as error:
        raise StoreUnreachable(f"there is no file {path}") from error
    except (EOFError, OSError, zlib.error, msgspec.DecodeError, KeyError) as error:
        raise BadBackup(f"{path} is no whole backup of mayoke; nothing was changed") from error
    if not ended:
        raise BadBackup(f"{path} is no backup of mayoke, or was cut short; nothing was changed")


def _check_head(path: Path, head: dict[str, Any]) -> None:
    if head.get("form") != FORM:
        raise BadBackup(f"{path} is no backup of mayoke; nothing was changed")
    if head["schema"] not in REVISIONS:
        raise StoreNewer(
            f"{path} was made by a newer version of mayoke (schema {head['schema']}, this one "
            f"knows {HEAD}); nothing was changed"
        )


def restore(store: Store, path: Path, *, force: bool = False) -> Backup:
    """Fill the ledger from a backup of either database; all of it, or nothing is changed.

    The ledger must be empty; with ``force`` what it holds is lost. Raises StoreNotEmpty,
    BadBackup, StoreNewer, StoreDamaged (a database that is not ours is never emptied).
    """
    checked = inspect_backup(path)
    store.let_readers_through()
    with store.writing() as connection:
        empty = condition(connection, store.place) == "empty" or _has_nothing(connection)
        if not (empty or force):
            raise StoreNotEmpty(f"{store.place} is not empty; restore into a new place instead")
        _clear(connection)
        upgrade(connection, checked.revision)
        expect_many(connection)
        rows = (line for line in _lines(path) if "table" in line)
        try:
            for batch in _batches(rows):
                _insert(connection, batch)
        except (StatementError, KeyError, TypeError, binascii.Error) as error:
            raise BadBackup(f"{path} has rows that do not fit; nothing was changed") from error
        upgrade(connection)
        tidy_index(connection)
    return checked


def _batches(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Rows to be inserted together; few of those that hold whole mails."""
    batch: list[dict[str, Any]] = []
    held = 0
    for line in rows:
        batch.append(line)
        held += len(line["row"].get("data") or "") if isinstance(line["row"], dict) else 0
        if len(batch) == _BATCH or held > _HELD:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def _has_nothing(connection: Connection) -> bool:
    """Neither notices nor cases; an older store has no table of cases yet."""
    there = [one for one in (documents, cases) if inspect(connection).has_table(str(one.name))]
    counts = (select(func.count()).select_from(one) for one in there)
    return not any(connection.execute(count).scalar() for count in counts)


def _clear(connection: Connection) -> None:
    """Remove what is ours; triggers go with their tables."""
    connection.execute(text("DROP TABLE IF EXISTS searchable_index"))
    for name in [*(table.name for table in reversed(METADATA.sorted_tables)), VERSION_TABLE]:
        connection.execute(text(f"DROP TABLE IF EXISTS {name}"))
    if connection.dialect.name == "postgresql":
        connection.execute(text("DROP FUNCTION IF EXISTS mayoke_keep()"))


def _insert(connection: Connection, batch: list[dict[str, Any]]) -> None:
    """Insert rows of the backup, in order; the words of ``searchable`` are indexed again."""
    names = dict.fromkeys(str(line["table"]) for line in batch)
    for name in names:
        rows = [line["row"] for line in batch if line["table"] == name]
        if any(row.keys() != rows[0].keys() for row in rows):
            raise KeyError(name)
        if name == "searchable":
            add_to_index(connection, {row["incident_id"]: row["text"] for row in rows})
        elif name in METADATA.tables:
            insert_many(connection, name, _with_bytes(METADATA.tables[name], rows))
        else:
            raise BadBackup(f"the backup has an unknown table {name}; nothing was changed")


def _with_bytes(table: Table, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with the bytes that JSON holds as base64. Raises binascii.Error for what is none."""
    names = _bytes_in(table)
    if not names:
        return rows
    return [{**row, **{n: b64decode(row[n], validate=True) for n in names}} for row in rows]


def _bytes_in(table: Table) -> list[str]:
    return [str(one.name) for one in table.columns if isinstance(one.type, LargeBinary)]
