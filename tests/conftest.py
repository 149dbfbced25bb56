"""Fixtures that several folders share: empty and ready databases of both kinds."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mayoke.store.connect import Store
from mayoke.store.opening import open_store
from tests.databases import PostgresMissingError, Server, server

KINDS = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """One server for each test process; started when the first test asks for it."""
    try:
        with server() as running:
            yield running
    except PostgresMissingError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Addresses of databases with the newest schema, to be copied; filled as they are needed."""
    return {"folder": str(tmp_path_factory.mktemp("templates"))}


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """The kind of database."""
    return str(request.param)


@pytest.fixture
def empty_database(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database without anything in it."""
    if kind == "sqlite":
        yield f"sqlite:///{tmp_path}/empty.db"
        return
    running: Server = request.getfixturevalue("postgres")
    address = running.database()
    yield address
    running.drop(address)


@pytest.fixture
def database(
    kind: str, tmp_path: Path, templates: dict[str, str], request: pytest.FixtureRequest
) -> Iterator[str]:
    """The address of a new store."""
    if kind == "sqlite":
        if kind not in templates:
            path = Path(templates["folder"], "template.db")
            open_store(f"sqlite:///{path}").close()
            templates[kind] = str(path)
        shutil.copyfile(templates[kind], tmp_path / "mayoke.db")
        yield f"sqlite:///{tmp_path}/mayoke.db"
        return
    running: Server = request.getfixturevalue("postgres")
    if kind not in templates:
        templates[kind] = running.database()
        open_store(templates[kind]).close()
    address = running.database(templates[kind].rpartition("/")[2])
    yield address
    running.drop(address)


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    """A new store, open."""
    opened = open_store(database, timeout=0.2)
    yield opened
    opened.close()
