import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from mayoke.records.errors import (
    StoreDamaged,
    StoreError,
    StoreLocked,
    StoreMissing,
    StoreUnreachable,
)
from mayoke.records.ledger import NewIncident
from mayoke.store.connect import Store, connect
from mayoke.store.ledger import Ledger
from mayoke.store.listing import find
from mayoke.store.opening import open_store
from tests.databases import Server
from tests.store.invented import ANN, document, facts


@pytest.mark.parametrize(
    "address",
    [
        "",
        "mayoke.db",
        "mysql://example.com/x",
        "sqlite://",
        "sqlite:///:memory:",
        "postgresql+asyncpg://x/y",
    ],
)
def test_an_address_of_another_form_is_refused(address: str) -> None:
    with pytest.raises(StoreUnreachable, match="write sqlite:///PATH or postgresql"):
        connect(address)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("sqlite:///a/b.db", "sqlite:///a/b.db"),
        ("postgresql://ann:secret@db.example.com/x", "postgresql://ann:***@db.example.com/x"),
        ("postgres://db.example.com/x", "postgresql://db.example.com/x"),
    ],
)
def test_the_place_hides_the_password(
    address: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert connect(address).place == place


def test_one_line_says_that_psycopg_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(StoreUnreachable, match=r"pip install 'mayoke\[postgres\]'"):
        connect("postgresql://db.example.com/x")


def test_a_server_that_does_not_answer(postgres: Server) -> None:
    for address in (
        "postgresql://mayoke:secret@127.0.0.1:9/x",
        f"postgresql://mayoke:secret@127.0.0.1:{postgres.port}/not_there",
    ):
        with pytest.raises(StoreUnreachable, match="no connection to postgresql://") as caught:
            open_store(address)
        assert "\n" not in str(caught.value) and "secret" not in str(caught.value)


def test_a_file_that_is_no_database_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(b"Dear Ann, \xff this is no database.\n" * 200)
    before = path.read_bytes()
    with pytest.raises(StoreDamaged, match="is not a database"):
        open_store(f"sqlite:///{path}")
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]


def test_a_folder_and_a_place_that_cannot_be_made(tmp_path: Path) -> None:
    with pytest.raises(StoreUnreachable, match="cannot be opened"):
        open_store(f"sqlite:///{tmp_path}")
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnreachable, match="cannot be made"):
        open_store(f"sqlite:///{tmp_path}/file/below/mayoke.db")


def test_a_new_file_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "mayoke.db"
    with pytest.raises(StoreMissing, match="there is no database"):
        open_store(f"sqlite:///{path}", create=False)
    assert not path.parent.exists()
    store = open_store(f"sqlite:///{path}")
    assert find(store).total == 0
    store.close()


def test_a_damaged_file_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "mayoke.db"
    store = open_store(f"sqlite:///{path}")
    ledger = Ledger(store)
    for n in range(30):
        ledger.add(document(f"文書{n}" * 300), [NewIncident(facts())], ANN)
    store.close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    data = bytearray(path.read_bytes())
    data[8192:] = b"\xa5" * (len(data) - 8192)
    path.write_bytes(bytes(data))
    with pytest.raises(StoreDamaged, match="restore it from a backup") as caught:
        find(open_store(f"sqlite:///{path}"))
    assert "\n" not in str(caught.value)


def test_a_second_writer_waits_and_then_hears_why(store: Store) -> None:
    with store.writing() as connection:
        connection.execute(text("UPDATE counters SET last = last"))
        with pytest.raises(StoreLocked, match="somebody else is writing"):
            Ledger(store).add(document(), [NewIncident(facts())], ANN)
        assert find(store).total == 0
    Ledger(store).add(document(), [NewIncident(facts())], ANN)
    assert find(store).total == 1


def test_a_reader_sees_one_moment_and_does_not_wait(store: Store) -> None:
    ledger = Ledger(store)
    ledger.add(document("一"), [NewIncident(facts())], ANN)
    count = text("SELECT count(*) FROM incidents")
    with store.reading() as connection:
        assert connection.execute(count).scalar() == 1
        ledger.add(document("二"), [NewIncident(facts())], ANN)
        assert connection.execute(count).scalar() == 1
    with store.reading() as connection:
        assert connection.execute(count).scalar() == 2


def test_what_fails_half_way_is_undone(store: Store) -> None:
    def crash() -> None:
        with store.writing() as connection:
            connection.execute(text("INSERT INTO counters (name, last) VALUES ('x', 1)"))
            raise KeyError("crash")

    with pytest.raises(KeyError):
        crash()
    with store.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM counters")).scalar() == 0


def test_every_refusal_is_one_of_the_store() -> None:
    assert issubclass(StoreLocked, StoreError) and issubclass(StoreMissing, StoreError)
