"""Opening a store: a new one is made by the migrations, an old or foreign one is refused."""

from pathlib import Path
from typing import Literal

from sqlalchemy import Connection, inspect, text

from mayoke.records.errors import StoreDamaged, StoreMissing, StoreNewer, StoreOlder
from mayoke.store.connect import Store, connect
from mayoke.store.schema import HEAD, REVISIONS, VERSION_TABLE

Condition = Literal["empty", "older", "ready"]
MIGRATIONS = Path(__file__).with_name("migrations")


def open_store(address: str, *, timeout: float = 5.0, create: bool = True) -> Store:
    """The store at ``sqlite:///PATH`` or ``postgresql://…``, made when there is none.

    ``timeout``: seconds to wait for another writer. Raises StoreMissing (only without
    ``create``), StoreOlder, StoreNewer, StoreDamaged, StoreLocked, StoreUnreachable.
    """
    store = connect(address, timeout=timeout, create=create)
    try:
        _make_ready(store, create=create)
    except BaseException:
        store.close()
        raise
    return store


def _make_ready(store: Store, *, create: bool) -> None:
    with store.reading() as connection:
        found = condition(connection, store.place)
    if found == "older":
        raise StoreOlder(
            f"{store.place} was made by an older version of mayoke; "
            "make a backup, then run: mayoke store migrate"
        )
    if found == "empty":
        if not create:
            raise StoreMissing(f"there is no ledger at {store.place} yet")
        store.let_readers_through()
        with store.writing() as connection:
            if condition(connection, store.place) == "empty":  # nobody was quicker
                upgrade(connection)


def migrate_store(address: str, *, timeout: float = 5.0) -> tuple[str | None, str]:
    """Bring a store up to date: its revision before (None: it was empty) and now."""
    store = connect(address, timeout=timeout)
    try:
        with store.writing() as connection:
            if condition(connection, store.place) == "ready":
                return HEAD, HEAD
            before = revision(connection)
            upgrade(connection)
            return before, HEAD
    finally:
        store.close()


def revision(connection: Connection) -> str | None:
    """The migration the database stands at; None when there is no store in it."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()  # noqa: S608  our own name
    return None if found is None else str(found)


def condition(connection: Connection, place: str) -> Condition:
    """What lies there. Raises StoreNewer, StoreDamaged for what is none of ours."""
    if connection.dialect.name == "postgresql":
        _check_encoding(connection, place)
    found = revision(connection)
    if found == HEAD:
        return "ready"
    if found in REVISIONS:
        return "older"
    if found is not None:
        raise StoreNewer(
            f"{place} was made by a newer version of mayoke (schema {found}, this one knows "
            f"{HEAD}); install that version to use it"
        )
    if inspect(connection).get_table_names():
        raise StoreDamaged(f"{place} holds a database that is not mayoke's; name another place")
    return "empty"


def _check_encoding(connection: Connection, place: str) -> None:
    encoding = connection.execute(text("SHOW server_encoding")).scalar()
    if encoding != "UTF8":
        raise StoreDamaged(f"{place} has the encoding {encoding}; mayoke needs one in UTF8")


def upgrade(connection: Connection, target: str = "head") -> None:
    """Run the migrations up to ``target`` within the connection's transaction."""
    # Alembic takes a quarter of a second to load, and is needed once in a store's life.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    config.attributes["version_table"] = VERSION_TABLE
    command.upgrade(config, target)
