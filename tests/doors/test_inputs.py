from io import BufferedReader, BytesIO
from pathlib import Path

import pytest

from mayoke.doors.cli import inputs
from mayoke.mail.read import sources

MAIL = b"From: a@example.com\nSubject: x\n\nhello\n"
MBOX = b"From a@example.com Thu Nov 19 07:42:11 2026\n" + MAIL + b"\n"


def stdin(data: bytes = b"") -> BufferedReader:
    return BufferedReader(BytesIO(data))


def read(*paths: Path, data: bytes = b"") -> list[inputs.Input]:
    return list(inputs.messages([str(path) for path in paths], stdin(data)))


def put(path: Path, data: bytes = MAIL) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def names(folder: Path) -> list[str]:
    return [item.source.removeprefix(f"{folder}/") for item in read(folder)]


def test_a_file_is_one_message(tmp_path: Path) -> None:
    file = put(tmp_path / "a.eml")
    assert read(file) == [inputs.Input(str(file), MAIL)]


def test_the_messages_of_an_mbox_file_are_numbered(tmp_path: Path) -> None:
    file = put(tmp_path / "box", MBOX * 2)
    found = read(file)
    assert [item.source for item in found] == [f"{file}#1", f"{file}#2"]
    assert {item.data for item in found} == {MAIL}


def test_standard_input_is_a_message_or_an_mbox() -> None:
    assert read(Path("-"), data=MAIL) == [inputs.Input("-", MAIL)]
    assert [item.source for item in read(Path("-"), data=MBOX * 2)] == ["-#1", "-#2"]


def test_a_folder_is_read_with_all_below_it_in_order(tmp_path: Path) -> None:
    for name in ("b.eml", "a/z.eml", "a/y.eml", ".hidden", ".dir/x.eml", "c"):
        put(tmp_path / name)
    assert names(tmp_path) == ["a/y.eml", "a/z.eml", "b.eml", "c"]


def test_of_a_maildir_only_the_mail_is_read(tmp_path: Path) -> None:
    for name in ("cur/2:2,S", "new/1", "tmp/3", "dovecot.index", ".Sent/cur/4", ".Sent/new/5"):
        put(tmp_path / name)
    assert names(tmp_path) == [".Sent/cur/4", ".Sent/new/5", "cur/2:2,S", "new/1"]


def test_a_link_is_read_at_the_top_and_not_further_down(tmp_path: Path) -> None:
    outside = put(tmp_path / "outside" / "a.eml")
    box = tmp_path / "box"
    put(box / "deep" / "b.eml")
    (box / "top").symlink_to(outside)
    (box / "deep" / "link").symlink_to(outside)
    assert names(box) == ["deep/b.eml", "top"]


def test_a_link_to_its_own_folder_ends(tmp_path: Path) -> None:
    put(tmp_path / "a.eml")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert names(tmp_path) == ["a.eml"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "none")
    assert found.problem
    assert found.data == b""


def test_a_broken_link_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "broken").symlink_to(tmp_path / "none")
    assert names(tmp_path) == []


def test_a_name_that_is_no_utf8_can_be_written(tmp_path: Path) -> None:
    assert inputs.name("a\udcff.eml") == r"a\xff.eml"


def test_of_something_endless_only_the_limit_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "MAX_MESSAGE", 10)
    assert sources.MAX_MESSAGE > 10
    (found,) = read(Path("-"), data=MAIL)
    assert found.data == MAIL[:11]


def test_the_size_is_that_of_all_files(tmp_path: Path) -> None:
    put(tmp_path / "a", b"123")
    put(tmp_path / "b" / "c", b"4567")
    assert inputs.size([str(tmp_path)]) == 7
    assert inputs.size([str(tmp_path), "-"]) is None
