"""``mayoke desk``: the desk's own machine, in both languages."""

import io
import json
import stat
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from mayoke.doors.cli import main
from mayoke.help.consultation import visitor
from mayoke.help.consultation.age import desk_key, key_file, new_key
from mayoke.records.consultation import Content, Receipt
from mayoke.store.opening import open_store

Captured = pytest.CaptureFixture[str]
Run = Callable[..., tuple[int, str, str]]
NOW = datetime.now(UTC)
HOSTILE = "\x1b[2Jpaid\u202e at https://evil.example/pay\nsecond line"
MAIL = b"From: a@example.com\r\n\r\n\x1b]0;x\x07 hello\r\n"
MADE = new_key()


@pytest.fixture(autouse=True)
def _own_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, folder in (("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data")):
        monkeypatch.setenv(name, str(tmp_path / folder))
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setenv("MAYOKE_DATABASE_URL", f"sqlite:///{tmp_path}/desk.db")
    for name in ("MAYOKE_CONFIG", "MAYOKE_DEBUG", "MAYOKE_DESK_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capsys: Captured) -> Run:
    def do(*arguments: str) -> tuple[int, str, str]:
        status = main.status(["desk", *arguments])
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return do


def typed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.fixture
def receipt(tmp_path: Path) -> Receipt:
    """A consultation that was handed in, and the key in ``desk.key``."""
    path = tmp_path / "desk.key"
    path.write_bytes(key_file(MADE))
    path.chmod(0o600)
    store = open_store(f"sqlite:///{tmp_path}/desk.db")
    content = Content(
        story=HOSTILE,
        situations=("no_such_slug",),
        amount=12_000,
        when=NOW.date(),
        mail=MAIL,
        text="SMS\x07 text",
        contact="by mail",
        verdict="scam",
    )
    made = visitor.hand_in(store, desk_key(MADE.public), content, NOW)
    store.close()
    return made


def test_a_key_is_made_once_and_for_its_owner_alone(run: Run, tmp_path: Path) -> None:
    status, out, err = run("key", "--out", "new.key")
    path = tmp_path / "new.key"
    assert status == 0 and out.startswith("age1") and "keep a copy" in err
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert f"# public key: {out.strip()}" in path.read_text()
    assert "AGE-SECRET-KEY" not in out + err
    before = path.read_bytes()
    status, out, err = run("key", "--out", "new.key", "--lang", "ja")
    assert (status, out) == (73, "") and "上書きはしません" in err
    assert path.read_bytes() == before
    assert run("key", "--out", "no/such/folder.key")[0] == 73


def test_a_key_is_sealed_with_a_passphrase_typed_twice(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, receipt: Receipt
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    answers = iter(["horse", "house", "horse", "horse", "wrong", "horse"])
    monkeypatch.setattr("getpass.getpass", lambda _prompt: next(answers))
    assert run("key", "--out", "new.key", "--passphrase")[0] == 64
    assert not (tmp_path / "new.key").exists()
    assert run("key", "--out", "new.key", "--passphrase")[0] == 0
    assert b"AGE-SECRET-KEY" not in (tmp_path / "new.key").read_bytes()
    status, _, err = run("read", receipt.id, "--key", "new.key")
    assert status == 65 and "passphrase does not open" in err
    status, _, err = run("read", receipt.id, "--key", "new.key")
    assert status == 65 and "sealed to another one" in err


def test_the_list_shows_no_content_and_needs_no_key(run: Run, receipt: Receipt) -> None:
    for lang, words in (("ja", "返事待ち"), ("en", "waiting")):
        status, out, err = run("list", "--lang", lang)
        assert (status, err) == (0, "") and receipt.id in out and words in out
        assert "paid" not in out and "SMS" not in out
    found: dict[str, Any] = json.loads(run("list", "--format", "json")[1])
    assert found["schema"] == "mayoke.consultations/1"
    assert set(found["consultations"][0]) == {
        "id", "state", "arrived_at", "active_at", "expires_at", "days_left", "entries", "size",
    }  # fmt: skip


def test_what_a_visitor_wrote_does_not_steer_the_terminal(run: Run, receipt: Receipt) -> None:
    status, out, err = run("read", receipt.id.lower(), "--key", "desk.key")
    assert (status, err) == (0, "")
    assert "\x1b" not in out and "\x07" not in out and "\u202e" not in out
    assert "hxxps://evil[.]example/pay" in out and "\n    second line\n" in out
    assert "no_such_slug" in out and "12,000 yen" in out and "--mail FILE" in out
    assert "金額：12,000円" in run("read", receipt.id, "--key", "desk.key", "--lang", "ja")[1]


def test_reading_as_json_tells_everything_but_the_mail(
    run: Run, receipt: Receipt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAYOKE_DESK_KEY", "desk.key")
    status, out, _ = run("read", receipt.id, "--format", "json")
    found = json.loads(out)
    assert status == 0 and "\x1b" not in out and found["schema"] == "mayoke.consultation/1"
    assert found["entries"][0]["story"] == HOSTILE
    assert found["entries"][0]["mail"]["size"] == len(MAIL)


def test_the_mail_is_saved_as_it_came_and_nothing_is_overwritten(
    run: Run, receipt: Receipt, tmp_path: Path
) -> None:
    arguments = ("read", receipt.id, "--key", "desk.key", "--mail", "saved.eml")
    assert run(*arguments)[0] == 0
    assert (tmp_path / "saved.eml").read_bytes() == MAIL
    (tmp_path / "saved.eml").write_bytes(b"mine")
    status, _, err = run(*arguments)
    assert status == 73 and "never overwritten" in err
    assert (tmp_path / "saved.eml").read_bytes() == b"mine"
    assert run(*arguments, "--entry", "2")[0] == 66


def test_an_answer_comes_from_a_file_or_from_standard_input(
    run: Run, receipt: Receipt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "answer.txt").write_text("カード会社に電話を\n", encoding="utf-8")
    status, out, _ = run("answer", receipt.id, "answer.txt", "--key", "desk.key", "--as", "ann")
    assert status == 0 and out.startswith(f"{receipt.id}: ")
    typed(monkeypatch, "二つ目".encode())
    assert run("answer", receipt.id, "--key", "desk.key")[0] == 0
    store = open_store(f"sqlite:///{tmp_path}/desk.db")
    said = visitor.ask(store, receipt.code, NOW).said
    store.close()
    assert [one.content.story for one in said[1:]] == ["カード会社に電話を", "二つ目"]
    assert "answered" in run("list")[1]
    assert "ann" in run("log", receipt.id)[1]


@pytest.mark.parametrize(
    ("data", "says"), [(b"", "nothing to hand in"), (b"\xff\xfe", "no text in UTF-8"), (b"a" * 20_001, "too long")]
)  # fmt: skip
def test_an_answer_that_is_none_is_refused(
    run: Run, receipt: Receipt, monkeypatch: pytest.MonkeyPatch, data: bytes, says: str
) -> None:
    typed(monkeypatch, data)
    status, _, err = run("answer", receipt.id, "--key", "desk.key")
    assert status == 65 and says in err


def test_erasing_asks_first(run: Run, receipt: Receipt, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, b"")
    status, _, err = run("erase", receipt.id)
    assert status == 64 and "--yes" in err and receipt.id in run("list")[1]
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    replies = iter([False, True])
    monkeypatch.setattr("click.confirm", lambda _words: next(replies))
    assert "nothing was erased" in run("erase", receipt.id)[1] and receipt.id in run("list")[1]
    assert run("erase", receipt.id)[:2] == (0, f"{receipt.id}: erased\n")
    status, _, err = run("erase", receipt.id, "--yes", "--lang", "ja")
    assert status == 66 and "見つかりません" in err
    assert "お預かりしている相談はありません" in run("list", "--lang", "ja")[1]
    log = json.loads(run("log", "--format", "json")[1])
    assert [line["deed"] for line in log["lines"]] == ["handed_in", "erased"]


def test_purging_and_an_empty_log_are_told(run: Run, receipt: Receipt) -> None:
    assert run("purge")[:2] == (0, "0 consultations whose time was over were erased\n")
    assert "相談を受け付けました" in run("log", "--lang", "ja")[1]
    assert run("log", "nonsense")[1] == "nothing is logged yet\n"


def test_without_a_key_or_with_a_wrong_file_one_line_says_so(
    run: Run, receipt: Receipt, tmp_path: Path
) -> None:
    status, _, err = run("read", receipt.id)
    assert status == 64 and "MAYOKE_DESK_KEY" in err
    assert run("read", receipt.id, "--key", "nowhere.key")[0] == 66
    (tmp_path / "diary.txt").write_text("dear diary")
    status, _, err = run("read", receipt.id, "--key", "diary.txt", "--lang", "ja")
    assert status == 65 and "秘密鍵のファイルではありません" in err
    assert run("read", "K-00000", "--key", "desk.key")[0] == 66


def test_a_key_that_others_can_read_is_warned_of(
    run: Run, receipt: Receipt, tmp_path: Path
) -> None:
    (tmp_path / "desk.key").chmod(0o644)
    status, _, err = run("read", receipt.id, "--key", "desk.key")
    assert status == 0 and "chmod 600" in err


def test_without_a_database_none_is_made(run: Run, tmp_path: Path) -> None:
    status, _, err = run("list", "--lang", "ja")
    assert status == 66 and "台帳がまだありません" in err
    assert not (tmp_path / "desk.db").exists()


def test_what_is_not_installed_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [
        name
        for name in sys.modules
        if name.startswith(("mayoke.doors.cli.desk.", "mayoke.help.consultation"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyrage", None)
    status, _, err = run("list")
    assert status == 69 and "pip install 'mayoke[serve]'" in err
