"""Sealed rows: what erasing leaves in the files, what a backup holds, who writes at once."""

import gzip
import secrets
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from sqlalchemy import text

from mayoke.help.consultation import desk, visitor
from mayoke.help.consultation.code import read_code
from mayoke.records.errors import StoreLocked
from mayoke.store.backup import backup, restore
from mayoke.store.connect import Store, connect
from mayoke.store.consultation_log import REFUSALS_MOST
from mayoke.store.consultations import Lock, at_work, looking
from mayoke.store.opening import migrate_store, open_store, upgrade
from mayoke.store.schema import HEAD
from tests.help.desks import CONTENT, DAY, IDENTITY, KEY, MAIL, NOON, STORY

PLAIN = (MAIL, MAIL[:40], STORY.encode(), STORY.encode()[:30], CONTENT.text.encode())


def sealed_bytes(store: Store, code: str) -> dict[str, bytes]:
    """What a database holds of a consultation, piece by piece."""
    lookup = read_code(code).lookup
    with looking(store, NOON) as shelf:
        row = shelf.find_by(lookup)
        assert row is not None
        whole = shelf.whole(row.id)
    assert whole is not None
    pieces = {f"entry {one.number}": one.sealed for one in whole.entries}
    return {
        **pieces,
        "wrapped": row.wrapped,
        "lookup": lookup.encode(),
        "salt": row.lock.salt,
        "verifier": row.lock.verifier,
    }


def on_disk(path: Path) -> bytes:
    """The file, its write-ahead log and the log's index."""
    names = (path.name, f"{path.name}-wal", f"{path.name}-shm")
    return b"".join(path.with_name(n).read_bytes() for n in names if path.with_name(n).exists())


def found_in(data: bytes, pieces: dict[str, bytes]) -> set[str]:
    """Which pieces stand there, whole or in part; every age file begins alike, so not by that."""
    return {
        name
        for name, piece in pieces.items()
        if piece in data or any(part in data for part in _parts(piece))
    }


def _parts(piece: bytes) -> list[bytes]:
    """Some 16 bytes of a long piece: its end, and about every 100 bytes."""
    starts = [*range(48, len(piece) - 16, 100), len(piece) - 16]
    return [piece[at : at + 16] for at in starts] if len(piece) > 64 else []


def always(sealed: bytes) -> Callable[[int], bytes]:
    return lambda _entry: sealed


def plain_in(data: bytes) -> list[bytes]:
    return [piece for piece in PLAIN if piece in data]


@pytest.mark.parametrize("who", ["visitor", "desk", "time"])
def test_erasing_leaves_nothing_in_the_files_of_sqlite(tmp_path: Path, who: str) -> None:
    path = tmp_path / "mayoke.db"
    store = open_store(f"sqlite:///{path}")
    keeper = store.engine.connect()  # the log is not emptied just because nobody has it open
    keeper.exec_driver_sql("SELECT count(*) FROM consultations").fetchall()
    keeper.rollback()
    other = visitor.hand_in(store, KEY, CONTENT, NOON, retention_days=300)
    receipt = visitor.hand_in(store, KEY, CONTENT, NOON)
    desk.answer(store, IDENTITY, receipt.id, STORY, who="ann", now=NOON)
    pieces, others = sealed_bytes(store, receipt.code), sealed_bytes(store, other.code)
    assert len(pieces) == 6
    assert found_in(on_disk(path), pieces | others) == set(pieces | others)
    assert plain_in(on_disk(path)) == []
    if who == "visitor":
        visitor.erase(store, receipt.code, NOON)
    elif who == "desk":
        desk.erase(store, receipt.id, who="ann", now=NOON)
    else:
        desk.purge(store, NOON + 90 * DAY)
    assert found_in(on_disk(path), pieces) == set()
    keeper.close()
    store.close()
    assert found_in(on_disk(path), pieces) == set()
    assert found_in(on_disk(path), others) == set(others)
    assert plain_in(on_disk(path)) == []
    assert receipt.code.replace("-", "").encode() not in on_disk(path)


def test_without_overwriting_the_bytes_would_still_be_there(tmp_path: Path) -> None:
    """The search above finds what a plain deletion leaves."""
    path = tmp_path / "mayoke.db"
    store = open_store(f"sqlite:///{path}")
    receipt = visitor.hand_in(store, KEY, CONTENT, NOON)
    pieces = sealed_bytes(store, receipt.code)
    with store.writing() as connection:
        for table in ("consultation_keys", "consultation_entries", "consultations"):
            connection.execute(text("PRAGMA secure_delete = OFF"))
            connection.execute(text(f"DELETE FROM {table}"))
    store.close()
    assert found_in(on_disk(path), pieces) >= {"wrapped", "entry 1"}


def test_many_rows_that_move_between_pages_leave_nothing(tmp_path: Path) -> None:
    path = tmp_path / "mayoke.db"
    store = open_store(f"sqlite:///{path}")
    gone: dict[str, bytes] = {}
    for n in range(120):
        lock = Lock(f"LOOKUP{n:02X}X", secrets.token_bytes(16), secrets.token_bytes(32))
        wrapped, sealed = secrets.token_bytes(409), secrets.token_bytes(100 * (n % 23 + 1))
        number = f"K-{n:05}"
        with at_work(store, NOON) as shelf:
            shelf.put(number, lock, wrapped, 90)
            for _ in range(n % 3 + 1):
                shelf.append(number, "visitor", always(sealed))
        if n % 4:
            gone |= {f"{n} wrapped": wrapped, f"{n} sealed": sealed, f"{n} salt": lock.salt}
    for n in sorted(range(120), key=lambda n: n * 37 % 120):
        if n % 4:
            with at_work(store, NOON) as shelf:
                shelf.erase(f"K-{n:05}")
    store.close()
    assert len(gone) == 270 and found_in(on_disk(path), gone) == set()


def test_postgresql_holds_no_plain_text_and_no_row_of_what_was_erased(store: Store) -> None:
    receipt = visitor.hand_in(store, KEY, CONTENT, NOON)
    tables = ("consultations", "consultation_keys", "consultation_entries")
    with store.reading() as connection:
        for table in tables:
            rows = connection.execute(text(f"SELECT * FROM {table}")).all()
            assert len(rows) == 1
            values = [bytes(v) if not isinstance(v, str | int) else v for v in rows[0]]
            assert (
                plain_in(
                    b"".join(str(v).encode() + (v if isinstance(v, bytes) else b"") for v in values)
                )
                == []
            )
    visitor.erase(store, receipt.code, NOON)
    with store.reading() as connection:
        for table in tables:
            assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0


def test_a_backup_holds_no_consultation_and_restoring_leaves_them(
    store: Store, tmp_path: Path
) -> None:
    receipt = visitor.hand_in(store, KEY, CONTENT, NOON)
    path = tmp_path / "backup.jsonl.gz"
    made = backup(store, path, NOON)
    data = gzip.decompress(path.read_bytes())
    assert b"consultation" not in data and plain_in(data) == []
    assert receipt.id.encode() not in data and read_code(receipt.code).lookup.encode() not in data
    assert not any("consultation" in table for table in made.rows)
    restore(store, path, force=True)
    assert visitor.ask(store, receipt.code, NOON).said[0].content == CONTENT
    visitor.erase(store, receipt.code, NOON)
    restore(store, path, force=True)
    assert desk.listing(store, NOON) == []


def test_several_may_add_at_once(store: Store, database: str) -> None:
    receipt = visitor.hand_in(store, KEY, CONTENT, NOON)
    failed: list[BaseException] = []

    def add(which: int) -> None:
        own = open_store(database, timeout=20)
        try:
            if which % 2:
                desk.answer(own, IDENTITY, receipt.id, f"answer {which}", who="ann", now=NOON)
            else:
                visitor.add(own, receipt.code, CONTENT, NOON)
        except BaseException as error:  # noqa: BLE001  shown below
            failed.append(error)
        finally:
            own.close()

    threads = [threading.Thread(target=add, args=(which,)) for which in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    found = visitor.ask(store, receipt.code, NOON)
    assert [one.number for one in found.said] == list(range(1, 8))
    assert sorted(one.by for one in found.said) == ["desk"] * 3 + ["visitor"] * 4


def test_who_comes_while_another_writes_is_told_so_and_nothing_is_kept(store: Store) -> None:
    with at_work(store, NOON), pytest.raises(StoreLocked):
        visitor.hand_in(store, KEY, CONTENT, NOON)
    assert desk.listing(store, NOON) == []


def test_refused_codes_do_not_fill_the_disk(store: Store) -> None:
    with at_work(store, NOON) as shelf:
        for _ in range(REFUSALS_MOST + 5):
            shelf.log("visitor", "refused")
        shelf.log("ann", "read", "K-00000")
    lines = desk.access_log(store, NOON, most=REFUSALS_MOST * 2)
    assert [line.deed for line in lines] == ["refused"] * REFUSALS_MOST + ["read"]
    later = NOON + DAY
    with at_work(store, later) as shelf:
        shelf.log("visitor", "refused")
    assert desk.access_log(store, later, most=1)[0].deed == "refused"


def test_an_error_of_the_database_shows_no_values(store: Store) -> None:
    def twice() -> Iterable[str]:
        with at_work(store, NOON) as shelf:
            lock = Lock("SECRETLOOKUP", b"SECRETSALT", b"SECRETVERIFIER")
            for number in ("K-00001", "K-00002"):
                shelf.put(number, lock, b"SECRETKEY", 90)
        return ()

    with pytest.raises(Exception, match=r"(?i)unique") as caught:
        twice()
    assert "parameters" in str(caught.value) and "SECRETKEY" not in str(caught.value)


def test_a_store_of_the_ledger_alone_is_brought_up_to_date(empty_database: str) -> None:
    old = connect(empty_database)
    with old.writing() as connection:
        upgrade(connection, "0001")
    old.close()
    assert migrate_store(empty_database) == ("0001", HEAD)
    store = open_store(empty_database)
    receipt = visitor.hand_in(store, KEY, CONTENT, NOON)
    assert visitor.ask(store, receipt.code, NOON).id == receipt.id
    store.close()
