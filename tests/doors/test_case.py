"""``mayoke case``: a mail is kept, reviewed by somebody else, marked as public, taken back."""

import io
import json
import stat
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from mayoke.doors.cli import main

Captured = pytest.CaptureFixture[str]
Run = Callable[..., tuple[int, str, str]]
ID = f"C-{datetime.now(UTC).year}-0001"
SCAM = """From: Card <a@scam.example>\r
To: h@example.jp\r
Subject: =?utf-8?B?5pys5Lq656K66KqN?=\r
Content-Type: text/plain; charset=utf-8\r
\r
お客様のセブンカードの利用を停止しました。24時間以内に\r
https://7card.scam.example/login で本人確認をしてください。\x1b[2J\u202e\r
""".encode()
OTHER = b"From: b@example.com\r\nSubject: hello\r\n\r\nSee you on Sunday.\r\n"


@pytest.fixture(autouse=True)
def _own_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, folder in (("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data")):
        monkeypatch.setenv(name, str(tmp_path / folder))
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    for name in ("MAYOKE_CONFIG", "MAYOKE_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "scam.eml").write_bytes(SCAM)
    (tmp_path / "other.eml").write_bytes(OTHER)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capsys: Captured, database: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("MAYOKE_DATABASE_URL", database)

    def do(*arguments: str) -> tuple[int, str, str]:
        status = main.status(["case", *arguments])
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return do


def told(run: Run, *arguments: str) -> dict[str, Any]:
    status, out, err = run(*arguments, "--format", "json")
    assert (status, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    return found


def ids(run: Run, *arguments: str) -> list[str]:
    return [one["id"] for one in told(run, *arguments)["cases"]]


def refused(run: Run, status: int, *arguments: str) -> str:
    """What the one clear line says."""
    got, out, err = run(*arguments)
    assert (got, out) == (status, "") and len(err.splitlines()) == 1
    return err


def test_a_case_goes_its_way(run: Run) -> None:
    status, out, _ = run("add", "scam.eml", "--as", "ann")
    assert status == 0 and out == f"{ID}: added as a new case, to be reviewed (verdict: scam)\n"
    steps = (
        ("review", f"{ID}: new → reviewed"),
        ("publish", f"{ID}: reviewed → published"),
        ("withdraw", f"{ID}: published → withdrawn"),
        ("review", f"{ID}: withdrawn → reviewed"),
    )
    for deed, line in steps:
        why = ("--why", "because") if deed != "publish" else ()
        assert run(deed, ID.lower(), "--as", "ben", *why) == (0, line + "\n", "")
    history = told(run, "show", ID)["history"]
    assert [one["after"] for one in history] == [
        "new", "reviewed", "published", "withdrawn", "reviewed",
    ]  # fmt: skip
    assert [one["who"] for one in history] == ["ann", *["ben"] * 4]
    assert history[3]["why"] == "because"


def test_steps_that_the_rules_do_not_allow(run: Run) -> None:
    run("add", "scam.eml", "--as", "ann")
    before = told(run, "show", ID)
    assert "somebody else" in refused(run, 77, "review", ID, "--as", "ann")
    assert "別の人" in refused(run, 77, "review", ID, "--as", "ann", "--lang", "ja")
    assert "is new; it cannot become published" in refused(run, 77, "publish", ID, "--as", "ben")
    assert told(run, "show", ID) == before
    run("review", ID, "--as", "ben")
    assert "already" in refused(run, 77, "review", ID, "--as", "ben")
    run("publish", ID, "--as", "ann")
    assert "cannot become reviewed" in refused(run, 77, "review", ID, "--as", "ben")
    assert run("withdraw", ID, "--as", "ben")[0] == 64


def test_one_person_alone_may_do_everything_when_it_is_configured(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "config" / "mayoke"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('acting_as = "花子"\nself_review = true\n', "utf-8")
    run("add", "scam.eml")
    assert run("review", ID)[0] == 0
    assert {one["who"] for one in told(run, "show", ID)["history"]} == {"花子"}


def test_the_same_mail_twice_is_one_clear_line_with_its_id(run: Run) -> None:
    run("add", "scam.eml", "--as", "ann")
    before = told(run, "show", ID)
    assert f"known as case {ID}" in refused(run, 65, "add", "scam.eml", "--notes", "again")
    assert told(run, "show", ID) == before and ids(run, "list") == [ID]


def test_a_list_tells_what_a_program_needs(run: Run) -> None:
    words = ("--source", "inbox", "--notes", "n", "--comment", "Beware", "--seen", "2026-03-01")
    run("add", "scam.eml", "--as", "ann", *words)
    found = told(run, "list")
    assert found["schema"] == "mayoke.cases/1"
    assert (found["total"], found["offset"], found["more"]) == (1, 0, False)
    (case,) = found["cases"]
    assert (case["id"], case["state"], case["verdict"]) == (ID, "new", "scam")
    assert (case["kind"], case["brand"], case["first_seen"]) == ("phishing", "7card", "2026-03-01")
    assert (case["source"], case["notes"]) == ("inbox", "n")
    assert (case["comment"], case["comment_by"]) == ("Beware", "ann")


def test_lists_are_filtered(run: Run) -> None:
    run("add", "scam.eml", "--as", "ann", "--seen", "2026-03-01")
    run("add", "other.eml", "--as", "ann", "--seen", "2026-04-01")
    second = ID[:-1] + "2"
    run("review", second, "--as", "ben")
    assert ids(run, "list") == [second, ID]
    assert ids(run, "list", "--kind", "phishing") == [ID]
    assert ids(run, "list", "--brand", "7card") == [ID]
    assert ids(run, "list", "--verdict", "scam") == [ID]
    assert ids(run, "list", "--state", "reviewed") == [second]
    assert ids(run, "list", "--since", "2026-03-02") == [second]
    assert ids(run, "list", "--until", "2026-03-31") == [ID]
    assert "--offset 1" in run("list", "--limit", "1")[1]
    assert run("list", "--brand", "none") == (0, "The casebook has nothing of that kind.\n", "")


def test_cases_are_found_by_the_words_of_their_mails(run: Run) -> None:
    run("add", "scam.eml", "--as", "ann")
    run("add", "other.eml", "--as", "ann")
    assert ids(run, "search", "本人確認", "停止") == [ID]
    assert ids(run, "search", "7card.scam.example") == [ID]
    assert ids(run, "search", "ｓｕｎｄａｙ") == [ID[:-1] + "2"]
    assert ids(run, "search", "--state", "published", "停止") == []


def test_what_a_scammer_wrote_neither_steers_the_terminal_nor_is_live(run: Run) -> None:
    run("add", "scam.eml", "--as", "ann", "--comment", "see https://evil.example/\x1b[2J")
    shown = [run("show", ID, "--lang", lang)[1] for lang in ("ja", "en")]
    for out in shown:
        assert "本人確認" in out and "hxxps://7card[.]scam[.]example/login" in out
        assert "hxxps://evil[.]example/" in out
        assert "https://" not in out and "\x1b" not in out and "\u202e" not in out
    assert "ann さんのひとこと" in shown[0] and "セブンカード" in shown[0]
    assert "Comment by ann" in shown[1] and "Seven Card" in shown[1]


def test_the_mail_is_saved_as_it_came_and_overwrites_nothing(run: Run, tmp_path: Path) -> None:
    run("add", "scam.eml", "--as", "ann")
    path = tmp_path / "saved.eml"
    assert run("show", ID, "--mail", "saved.eml")[0] == 0
    assert path.read_bytes() == SCAM and stat.S_IMODE(path.stat().st_mode) == 0o600
    path.write_bytes(b"mine")
    assert "cannot be made" in refused(run, 73, "show", ID, "--mail", "saved.eml")
    assert path.read_bytes() == b"mine"


@pytest.mark.parametrize("deed", [("show",), ("review",), ("publish",), ("withdraw", "--why", "x")])
def test_an_unknown_case_is_one_clear_line(run: Run, deed: tuple[str, ...]) -> None:
    assert "no case C-9" in refused(run, 66, *deed, "c-9")
    assert "事例はありません" in refused(run, 66, *deed, "c-9", "--lang", "ja")


def test_what_is_no_mail_is_not_added(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.eml").write_bytes(b"")
    mbox = b"From a@example.com Mon Nov 23 00:00:00 2026\n" + OTHER.replace(b"\r", b"") + b"\n"
    (tmp_path / "two.mbox").write_bytes(mbox * 2)
    refused(run, 65, "add", "empty.eml")
    assert "one by one" in refused(run, 65, "add", "two.mbox")
    refused(run, 66, "add", "gone.eml")
    assert "is a folder" in refused(run, 66, "add", ".")
    tomorrow = (date.today() + timedelta(days=2)).isoformat()  # noqa: DTZ011  as the user's clock
    assert "cannot lie ahead" in refused(run, 64, "add", "scam.eml", "--seen", tomorrow)
    assert ids(run, "list") == []


def test_a_mail_may_come_by_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(SCAM))))
    assert run("add", "--as", "ann")[0] == 0
    assert f"known as case {ID}" in refused(run, 65, "add", "scam.eml")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_without_a_casebook_one_line_says_how_to_begin(run: Run, tmp_path: Path, lang: str) -> None:
    gone = f"sqlite:///{tmp_path / 'gone.db'}"
    assert "mayoke case add" in refused(run, 66, "list", "--database", gone, "--lang", lang)
    assert not (tmp_path / "gone.db").exists()
