from pathlib import Path

import pytest

from mayoke.doors.cli import config
from mayoke.doors.cli.config import Config
from mayoke.doors.cli.failure import Failure


def write(folder: Path, text: str) -> dict[str, str]:
    file = folder / "config.toml"
    file.write_text(text, encoding="utf-8")
    return {"MAYOKE_CONFIG": str(file)}


def test_every_key_is_read(tmp_path: Path) -> None:
    text = (
        'me = "a@example.jp"\nnames = ["山田花子"]\ntrust_authserv = ["mx.example.jp"]\nlang = "en"'
    )
    assert config.load(write(tmp_path, text)) == Config(
        ("a@example.jp",), ("山田花子",), ("mx.example.jp",), "en"
    )


def test_no_file_is_an_empty_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert config.load({}) == Config()


def test_the_platforms_folder_is_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "mayoke").mkdir()
    write(tmp_path / "mayoke", 'lang = "ja"')
    assert config.load({}) == Config(lang="ja")


@pytest.mark.parametrize(
    "text", ['lang = "fr"', "me = 3", "me = [3]", "my = []", "me = ", 'names = {a = "b"}']
)
def test_a_wrong_file_is_status_78(tmp_path: Path, text: str) -> None:
    with pytest.raises(Failure) as caught:
        config.load(write(tmp_path, text))
    assert caught.value.status == 78
    assert "config.toml" in caught.value.message


def test_a_named_file_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(Failure) as caught:
        config.load({"MAYOKE_CONFIG": str(tmp_path / "none.toml")})
    assert caught.value.status == 78


@pytest.mark.parametrize(
    ("option", "file", "environ", "lang"),
    [
        ("en", Config(lang="ja"), {"LANG": "ja_JP.UTF-8"}, "en"),
        (None, Config(lang="ja"), {"LANG": "en_GB.UTF-8"}, "ja"),
        (None, Config(), {"LANG": "ja_JP.UTF-8"}, "ja"),
        (None, Config(), {"LC_ALL": "C", "LANG": "ja_JP.UTF-8"}, "en"),
        (None, Config(), {"LC_ALL": "", "LC_MESSAGES": "ja_JP", "LANG": "de_DE"}, "ja"),
        (None, Config(), {}, "en"),
    ],
)
def test_the_language(option: str | None, file: Config, environ: dict[str, str], lang: str) -> None:
    assert config.language(option, file, environ) == lang


@pytest.mark.parametrize(
    ("option", "environ", "terminal", "wanted"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {}, True, False),
    ],
)
def test_colour(option: str, environ: dict[str, str], terminal: bool, wanted: bool) -> None:
    assert config.wants_colour(option, environ, terminal=terminal) is wanted
