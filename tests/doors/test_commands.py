"""The commands on real mail, through the real judge."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from mayoke import pipeline
from mayoke.doors.cli import check as check_module
from mayoke.doors.cli import main, scan
from mayoke.doors.cli.rows import COLUMNS, csv_row
from mayoke.doors.cli.workers import StartError
from mayoke.records.verdict import Verdict
from tests.doors.test_render_json import validate

EXAMPLES = Path(__file__).parents[2] / "examples"
PHISHING = EXAMPLES / "phishing.eml"
SEXTORTION = EXAMPLES / "sextortion.eml"
DELIVERY = EXAMPLES / "delivery.eml"


@pytest.fixture(autouse=True)
def _own_house(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    for name in ("MAYOKE_CONFIG", "MAYOKE_DEBUG"):
        monkeypatch.delenv(name, raising=False)


Captured = pytest.CaptureFixture[str]


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    buffer = io.BufferedReader(io.BytesIO(data))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=buffer, isatty=lambda: False))


def checked(capsys: Captured, *arguments: str | Path) -> dict[str, Any]:
    main.status(["check", "--format", "json", *map(str, arguments)])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize(("mail", "status"), [(PHISHING, 1), (SEXTORTION, 1), (DELIVERY, 0)])
def test_the_status_is_the_verdict(mail: Path, status: int) -> None:
    command = [sys.executable, "-m", "mayoke", "check", str(mail)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (status, b"")


@pytest.mark.parametrize("mail", [PHISHING, SEXTORTION, DELIVERY])
def test_real_output_keeps_the_schema_and_quotes_exactly(mail: Path, capsys: Captured) -> None:
    found = checked(capsys, "--with-parts", mail)
    validate(found)
    assert found["evidence"]
    for item in found["evidence"]:
        text = found["parts"][item["part"]]
        assert text[item["start"] : item["end"]] == item["quote"]


def test_parts_are_given_only_when_asked_for(capsys: Captured) -> None:
    assert "parts" not in checked(capsys, DELIVERY)


def test_the_text_holds_no_live_link(capsys: Captured) -> None:
    main.status(["check", str(PHISHING)])
    out = capsys.readouterr().out
    assert out.startswith("✕ 詐欺メールです\n")
    assert "http" not in out.replace("hxxp", "")


def test_the_language_is_the_users(capsys: Captured) -> None:
    main.status(["check", "--lang", "en", str(PHISHING)])
    assert capsys.readouterr().out.startswith("✕ This is a scam\n")


def test_standard_input_is_the_default(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, PHISHING.read_bytes())
    assert checked(capsys)["source"] == "-"


def test_options_and_configuration_are_known_to_the_judge(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Any] = []
    real = pipeline.check

    def spy(data: bytes, **known: Any) -> Verdict:
        seen.append(known)
        return real(data, **known)

    monkeypatch.setattr(pipeline, "check", spy)
    file = tmp_path / "mine.toml"
    file.write_text('me = ["A@example.jp"]\nnames = ["花子"]\nlang = "en"', encoding="utf-8")
    monkeypatch.setenv("MAYOKE_CONFIG", str(file))
    main.status(
        ["check", "--me", "b@example.jp", "--trust-authserv", "MX.example.jp", str(DELIVERY)]
    )
    assert seen[0]["lang"] == "en"
    assert seen[0]["now"].tzinfo is not None
    assert seen[0]["known"].me == {"a@example.jp", "b@example.jp"}
    assert seen[0]["known"].names == {"花子"}
    assert seen[0]["known"].authserv_ids == {"mx.example.jp"}


@pytest.mark.parametrize(
    ("data", "status", "words"),
    [
        (b"", 65, "中身が空です"),
        (b" \n\n", 65, "中身が空です"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, 65, ".eml"),
        (
            b"From a@example.com Thu Nov 19 07:42:11 2026\nFrom: a@example.com\n\nx\n\n" * 2,
            65,
            "scan",
        ),
    ],
)
def test_what_is_no_mail_is_status_65(
    data: bytes, status: int, words: str, tmp_path: Path, capsys: Captured
) -> None:
    file = tmp_path / "mail"
    file.write_bytes(data)
    assert main.status(["check", str(file)]) == status
    captured = capsys.readouterr()
    assert captured.out == ""
    assert words in captured.err
    assert captured.err.count("\n") == 1


def test_what_is_too_large_is_status_65(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_module, "_read", lambda *_: b"x" * (50 * 1024 * 1024 + 1))
    assert main.status(["check", "-"]) == 65
    assert "大きすぎ" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_status_66(tmp_path: Path, capsys: Captured) -> None:
    assert main.status(["check", str(tmp_path / "none")]) == 66
    assert main.status(["check", str(tmp_path)]) == 66
    assert main.status(["scan", str(tmp_path / "none")]) == 66
    assert capsys.readouterr().err.count("\n") == 3


def test_a_fault_of_the_judge_is_status_70(monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(*_: object, **__: object) -> None:
        raise RuntimeError("x")

    monkeypatch.setattr(pipeline, "check", fault)
    assert main.status(["check", str(DELIVERY)]) == 70


def mailbox(folder: Path) -> Path:
    """Three mails and an empty file."""
    for mail in (PHISHING, SEXTORTION, DELIVERY):
        (folder / mail.name).write_bytes(mail.read_bytes())
    (folder / "nothing.eml").write_bytes(b"")
    return folder


def test_scan_prints_one_valid_line_a_message_in_order(tmp_path: Path, capsys: Captured) -> None:
    box = mailbox(tmp_path)
    assert main.status(["scan", "--workers", "2", str(box)]) == 65
    captured = capsys.readouterr()
    lines = [json.loads(line) for line in captured.out.splitlines()]
    for line in lines:
        validate(line)
    assert [Path(line["source"]).name for line in lines] == [
        "delivery.eml", "phishing.eml", "sextortion.eml",
    ]  # fmt: skip
    assert "nothing.eml: 中身が空です" in captured.err
    assert captured.err.splitlines()[-1] == (
        "mayoke: 4通: 詐欺 2, 迷惑広告 0, あやしい点は見つからず 1, 判断不能 0, 調べられず 1"
    )


def test_scan_is_successful_whatever_the_verdicts(capsys: Captured) -> None:
    assert main.status(["scan", "--format", "text", "--workers", "1", str(PHISHING)]) == 0
    assert capsys.readouterr().out.startswith("✕ 詐欺 ")


def test_scan_goes_on_where_it_stopped(tmp_path: Path, capsys: Captured) -> None:
    state = tmp_path / "state"
    command = ["scan", "--format", "csv", "--workers", "1", "--resume", str(state)]
    assert main.status([*command, str(PHISHING)]) == 0
    first = capsys.readouterr().out
    with state.open("ab") as file:
        file.write(b'{"source": "cut o')
    assert main.status([*command, str(PHISHING), str(DELIVERY)]) == 0
    second = capsys.readouterr()
    rows = list(csv.DictReader(io.StringIO(first + second.out)))
    assert [row["verdict"] for row in rows] == ["scam", "clean"]
    assert "済み 1" in second.err


def test_a_state_file_that_is_something_else_is_not_touched(tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.write_bytes(b"my diary\n")
    assert main.status(["scan", "--resume", str(state), str(DELIVERY)]) == 73
    assert state.read_bytes() == b"my diary\n"
    assert main.status(["scan", "--resume", str(tmp_path / "no" / "x"), str(DELIVERY)]) == 73


def test_a_formula_never_begins_a_cell() -> None:
    cells = ("=1+1", "+1", "-1", "@x", "\t=1", "a=1", '"q"')
    assert next(csv.reader([csv_row(cells)])) == ["'=1+1", "'+1", "'-1", "'@x", "'=1", "a=1", '"q"']
    assert csv_row(COLUMNS).split(",")[0] == "source"


def test_a_worker_that_cannot_start_is_status_70(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pool:
        def __init__(self, *_: object) -> None: ...

        def run(self, _: object) -> object:
            raise StartError("x")

    monkeypatch.setattr(scan, "Pool", Pool)
    assert main.status(["scan", str(DELIVERY)]) == 70


def test_explain_tells_signals_and_brands(capsys: Captured) -> None:
    assert main.status(["signals"]) == 0
    assert main.status(["brands"]) == 0
    listed = capsys.readouterr().out
    assert "brand_in_name_but_not_in_address" in listed
    assert main.status(["explain", "brand_in_name_but_not_in_address"]) == 0
    assert "When it is wrong" in capsys.readouterr().out
    assert main.status(["explain", "amazon"]) == 0
    assert "amazon.co.jp" in capsys.readouterr().out


def test_explain_helps_with_a_wrong_name(capsys: Captured) -> None:
    assert main.status(["explain", "brand_in_name_but_not_in_adress"]) == 64
    assert "brand_in_name_but_not_in_address" in capsys.readouterr().err


def test_output_that_nobody_reads_is_no_error() -> None:
    command = [sys.executable, "-m", "mayoke", "scan", "--workers", "1", str(EXAMPLES)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "LC_ALL": "C"}
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
        assert process.wait() == 141
