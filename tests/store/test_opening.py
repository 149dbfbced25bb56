import sqlite3
import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from mayoke.records.errors import StoreDamaged, StoreMissing, StoreNewer, StoreOlder
from mayoke.records.incident import Delays
from mayoke.store.case_schema import cases
from mayoke.store.connect import Store, connect
from mayoke.store.consultation_schema import CONSULTATIONS
from mayoke.store.feedback_schema import FEEDBACK
from mayoke.store.opening import MIGRATIONS, migrate_store, open_store, revision
from mayoke.store.schema import DELAYS, HEAD, METADATA, REVISIONS, VERSION_TABLE


def set_revision(address: str, name: str) -> None:
    store = connect(address)
    with store.writing() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '{name}'"))
    store.close()


def test_the_migrations_make_what_the_tables_say(store: Store) -> None:
    def ours(_object: object, name: str | None, kind: str, *_: object) -> bool:
        """The search index is not for SQLAlchemy to know."""
        return not (name or "").startswith("searchable_") and (kind, name) != ("column", "tokens")

    with store.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": VERSION_TABLE, "include_object": ours}
        )
        assert cases.metadata is METADATA
        all_tables = [METADATA, CONSULTATIONS, FEEDBACK]
        assert compare_metadata(context, all_tables) == []  # type: ignore[arg-type]  # takes several


def test_the_list_of_migrations_is_theirs() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)
    assert [one.revision for one in script.walk_revisions()][::-1] == list(REVISIONS)
    assert script.get_current_head() == HEAD


def test_the_delays_are_those_of_an_incident() -> None:
    assert tuple(Delays.__dataclass_fields__) == DELAYS


def test_opening_twice_makes_it_once(empty_database: str) -> None:
    for _ in range(2):
        store = open_store(empty_database)
        with store.reading() as connection:
            assert revision(connection) == HEAD
        store.close()


def test_without_leave_nothing_is_made(empty_database: str, kind: str) -> None:
    with pytest.raises(StoreMissing):
        open_store(empty_database, create=False)
    if kind == "sqlite":
        assert not Path(empty_database.removeprefix("sqlite:///")).exists()


def test_two_may_open_a_new_one_at_once(empty_database: str) -> None:
    failed: list[BaseException] = []

    def run() -> None:
        try:
            open_store(empty_database, timeout=20).close()
        except BaseException as error:  # noqa: BLE001  shown below
            failed.append(error)

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def test_a_newer_store_is_refused(database: str) -> None:
    set_revision(database, "9001")
    with pytest.raises(StoreNewer, match=f"schema 9001, this one knows {HEAD}"):
        open_store(database)
    with pytest.raises(StoreNewer):
        migrate_store(database)


def test_an_older_store_names_the_command(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mayoke.store.opening.HEAD", "0999")
    monkeypatch.setattr("mayoke.store.opening.REVISIONS", (*REVISIONS, "0999"))
    with pytest.raises(StoreOlder, match="run: mayoke store migrate"):
        open_store(database)
    moved: list[Connection] = []
    monkeypatch.setattr("mayoke.store.opening.upgrade", moved.append)
    assert migrate_store(database) == (HEAD, "0999") and len(moved) == 1


def test_migrating_what_is_ready_or_empty(database: str, empty_database: str) -> None:
    assert migrate_store(database) == (HEAD, HEAD)
    assert migrate_store(empty_database) == (None, HEAD)
    open_store(empty_database, create=False).close()


def test_a_database_of_somebody_else_is_not_touched(empty_database: str, kind: str) -> None:
    store = connect(empty_database)
    with store.writing() as connection:
        connection.execute(text("CREATE TABLE recipes (name text)"))
    with pytest.raises(StoreDamaged, match="that is not mayoke's"):
        open_store(empty_database)
    if kind == "sqlite":
        file = sqlite3.connect(empty_database.removeprefix("sqlite:///"))
        assert file.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        file.close()
    store.close()
