"""Where the ledger is, and who acts: options before environment before configuration."""

from pathlib import Path

import pytest

from mayoke.doors.cli.config import Config, load
from mayoke.doors.cli.failure import Failure
from mayoke.doors.cli.places import actor, address, default_address


def test_the_nearest_word_decides(tmp_path: Path) -> None:
    file = Config(database="sqlite:///c.db")
    told = {"MAYOKE_DATABASE_URL": "sqlite:///e.db"}
    assert address("sqlite:///o.db", file, told) == "sqlite:///o.db"
    assert address(None, file, told) == "sqlite:///e.db"
    assert address(None, file, {}) == "sqlite:///c.db"
    assert address(None, Config(), {}) == default_address()


def test_the_usual_place_follows_the_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_address().endswith("mayoke.db")


def test_who_acts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "taro")
    assert actor("花子", Config(acting_as="次郎")) == "花子"
    assert actor(None, Config(acting_as="次郎")) == "次郎"
    assert actor(None, Config()) == "taro"


@pytest.mark.parametrize("line", ["database = 3", 'acting_as = " "', 'self_review = "yes"'])
def test_a_wrong_value_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(line, encoding="utf-8")
    with pytest.raises(Failure, match=line.split(maxsplit=1)[0]):
        load({"MAYOKE_CONFIG": str(file)})


def test_the_keys_of_the_ledger_are_read(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('database = "sqlite:///x.db"\nself_review = true\n', encoding="utf-8")
    found = load({"MAYOKE_CONFIG": str(file)})
    assert (found.database, found.self_review, found.acting_as) == ("sqlite:///x.db", True, None)
