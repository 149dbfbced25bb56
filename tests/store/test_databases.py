from pathlib import Path

import pytest

from tests import databases
from tests.databases import PostgresMissingError, Server, programs


def test_without_postgresql_one_line_names_the_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(databases, "_PLACES", (f"{tmp_path}/*/bin",))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PostgresMissingError, match=r"apt-get install postgresql$") as caught:
        programs()
    assert "\n" not in str(caught.value)


def test_the_newest_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for version in ("9.6", "15", "16"):
        folder = tmp_path / version / "bin"
        folder.mkdir(parents=True)
        for name in ("initdb", "postgres"):
            (folder / name).touch()
    monkeypatch.setattr(databases, "_PLACES", (f"{tmp_path}/*/bin",))
    monkeypatch.setenv("PATH", "")
    assert programs() == tmp_path / "16" / "bin"


def test_a_new_database_is_empty_and_goes_again(postgres: Server) -> None:
    address = postgres.database()
    assert address.startswith("postgresql://mayoke@127.0.0.1:")
    postgres.drop(address)
