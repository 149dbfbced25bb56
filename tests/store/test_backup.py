import gzip
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from mayoke.records.errors import (
    BadBackup,
    StoreDamaged,
    StoreLocked,
    StoreNewer,
    StoreNotEmpty,
    StoreUnreachable,
)
from mayoke.records.ledger import NewIncident
from mayoke.store.backup import backup, inspect_backup, restore
from mayoke.store.connect import Store, connect
from mayoke.store.ledger import Ledger
from mayoke.store.listing import iterate, search
from mayoke.store.look_up import document as kept_document
from mayoke.store.look_up import get
from mayoke.store.opening import open_store
from mayoke.store.schema import HEAD
from tests.store.invented import ANN, BEN, NOON, document, facts


@pytest.fixture
def full(store: Store) -> Store:
    """A store with something in every table."""
    ledger = Ledger(store)
    name = ledger.add(
        document("流出の第一報"), [NewIncident(facts(), link={"offered": []})], ANN
    ).incidents[0]
    ledger.add(document("流出の続報"), [NewIncident(facts(), belongs_to=name)], BEN)
    ledger.correct(name, {"cause": "insider"}, BEN)
    ledger.add(document("紛失"), [NewIncident(facts(cause="lost_device"))], ANN)
    return store


@pytest.fixture
def made(full: Store, tmp_path: Path) -> Path:
    path = tmp_path / "mayoke.jsonl.gz"
    backup(full, path, NOON)
    return path


def everything(store: Store) -> list[Any]:
    return [get(store, entry.id) for entry in iterate(store)]


def rewritten(path: Path, change: Callable[[list[bytes]], list[bytes]]) -> None:
    with gzip.open(path) as file:
        lines = file.readlines()
    with gzip.open(path, "wb") as file:
        file.writelines(change(lines))


def test_what_was_backed_up_is_restored(full: Store, made: Path, tmp_path: Path) -> None:
    told = inspect_backup(made)
    assert (told.revision, told.made_at) == (HEAD, "2026-03-01T12:00:00Z")
    assert (told.rows["documents"], told.rows["incidents"], told.rows["versions"]) == (3, 2, 3)
    other = connect(f"sqlite:///{tmp_path}/other.db")
    assert restore(other, made).rows == told.rows
    assert everything(other) == everything(full)
    assert kept_document(other, document("紛失").sha256) == document("紛失")
    for query in ("流出", "続報", "紛", "あおば"):
        assert search(other, query) == search(full, query)
    assert [path.name for path in tmp_path.glob("mayoke.jsonl.gz*")] == ["mayoke.jsonl.gz"]


def test_either_database_restores_the_other(made: Path, empty_database: str, full: Store) -> None:
    target = connect(empty_database)
    restore(target, made)
    assert everything(target) == everything(full)
    name = Ledger(target).add(document("新しい"), [NewIncident(facts())], ANN).incidents[0]
    assert name == "2021-0003"
    with pytest.raises(Exception, match="keeps what was recorded"), target.writing() as connection:
        connection.execute(text("DELETE FROM versions"))
    target.close()
    open_store(empty_database, create=False).close()


def test_a_full_store_is_restored_only_by_force(full: Store, made: Path) -> None:
    before = everything(full)
    Ledger(full).add(document("後から"), [NewIncident(facts())], ANN)
    with pytest.raises(StoreNotEmpty, match="is not empty"):
        restore(full, made)
    assert len(everything(full)) == 3
    restore(full, made, force=True)
    assert everything(full) == before
    assert search(full, "後から").entries == ()


def test_a_backup_cut_short_changes_nothing(full: Store, made: Path) -> None:
    data, before = made.read_bytes(), everything(full)
    for size in (0, 1, 10, len(data) // 3, len(data) // 2, len(data) - 9, len(data) - 1):
        made.write_bytes(data[:size])
        with pytest.raises(BadBackup, match="nothing was changed"):
            restore(full, made, force=True)
    assert everything(full) == before


CHANGES: list[Callable[[list[bytes]], list[bytes]]] = [
    lambda lines: lines[:-1],
    lambda lines: lines[:4] + lines[5:],
    lambda lines: [*lines, b'{"table":"counters","row":{}}\n'],
    lambda lines: [line.replace(b"insider", b"unknown") for line in lines],
    lambda lines: [*lines[:2], b"not json\n", *lines[2:]],
    lambda lines: [*lines[:2], b"[]\n", *lines[2:]],
    lambda lines: [b"{}\n", *lines[1:]],
    lambda lines: [b'{"form":"something else"}\n', *lines[1:]],
    lambda lines: lines[-1:],
]


def test_a_backup_that_was_changed_changes_nothing(full: Store, made: Path) -> None:
    data, before = made.read_bytes(), everything(full)
    for change in CHANGES:
        made.write_bytes(data)
        rewritten(made, change)
        with pytest.raises(BadBackup, match="nothing was changed"):
            restore(full, made, force=True)
    assert everything(full) == before


def _signed(lines: list[bytes]) -> list[bytes]:
    """The lines with a last one that fits."""
    counts: dict[str, int] = {}
    for line in lines[1:]:
        table = json.loads(line)["table"]
        counts[table] = counts.get(table, 0) + 1
    sha256 = hashlib.sha256(b"".join(lines)).hexdigest()
    return [*lines, json.dumps({"end": True, "rows": counts, "sha256": sha256}).encode() + b"\n"]


ROWS: list[dict[str, Any]] = [
    {"table": "counters", "row": {"name": "x"}},
    {"table": "counters", "row": {"name": "x", "last": 1, "more": 2}},
    {"table": "counters", "row": {"name": "incident", "last": 1}},
    {"table": "sqlite_master", "row": {"name": "x"}},
    {"table": "searchable", "row": {"text": "x"}},
    {"table": "versions", "row": {"incident_id": 99}},
]


def test_rows_that_do_not_fit_change_nothing(full: Store, made: Path) -> None:
    data, before = made.read_bytes(), everything(full)
    for row in ROWS:
        line = json.dumps(row).encode() + b"\n"
        made.write_bytes(data)
        rewritten(made, lambda lines, line=line: _signed([*lines[:-1], line]))  # type: ignore[misc]
        with pytest.raises(BadBackup, match="nothing was changed"):
            restore(full, made, force=True)
    assert everything(full) == before


def test_a_backup_of_a_newer_version_is_refused(full: Store, made: Path) -> None:
    rewritten(made, lambda lines: [lines[0].replace(b'"schema":"', b'"schema":"9'), *lines[1:]])
    with pytest.raises(StoreNewer, match="made by a newer version"):
        restore(full, made, force=True)


def test_a_file_that_is_no_backup(full: Store, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(b"Dear Ann")
    with pytest.raises(BadBackup, match=r"letter\.txt"):
        restore(full, path, force=True)
    with pytest.raises(StoreUnreachable, match="there is no file"):
        restore(full, tmp_path / "nothing.gz", force=True)


def test_a_crash_while_writing_leaves_the_old_backup(
    full: Store, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = made.read_bytes()

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mayoke.store.backup._rows", crash)
    with pytest.raises(KeyboardInterrupt):
        backup(full, made, NOON)
    assert made.read_bytes() == before
    assert [path.name for path in made.parent.glob(".mayoke*")] == []


def test_a_place_that_cannot_be_written(full: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreUnreachable, match="cannot be written"):
        backup(full, tmp_path / "no" / "such" / "folder.gz", NOON)


def test_a_crash_while_restoring_changes_nothing(
    full: Store, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(full)

    def crash(*_: object) -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as patch:
        patch.setattr("mayoke.store.backup.tidy_index", crash)
        with pytest.raises(RuntimeError, match="power cut"):
            restore(full, made, force=True)
    assert everything(full) == before and len(search(full, "流出").entries) == 1


def test_restoring_waits_for_a_writer(full: Store, made: Path) -> None:
    with full.writing(), pytest.raises(StoreLocked):
        restore(full, made, force=True)


def test_a_database_of_somebody_else_is_never_emptied(made: Path, empty_database: str) -> None:
    target = connect(empty_database)
    with target.writing() as connection:
        connection.execute(text("CREATE TABLE recipes (name text)"))
    with pytest.raises(StoreDamaged):
        restore(target, made, force=True)
    with target.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM recipes")).scalar() == 0
    target.close()


def test_the_same_store_gives_the_same_bytes(full: Store, made: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.gz"
    backup(full, again, NOON)
    assert again.read_bytes() == made.read_bytes()
