"""Zip archives are listed, never unpacked."""

import io
import struct
import zipfile

import pytest

from mayoke.mail.read import archive


def zipped(*names: str, flags: int = 0) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name in names:
            target.writestr(name, b"content")
    data = stream.getvalue()
    if flags:
        at = data.index(b"PK\x01\x02")
        data = data[: at + 8] + struct.pack("<H", flags) + data[at + 10 :]
    return data


def test_names() -> None:
    data = zipped("invoice.pdf.exe", "請求書.xls")
    assert archive.is_zip(data)
    assert archive.members(data) == (("invoice.pdf.exe", "請求書.xls"), False)


def test_names_in_the_japanese_code_page_without_a_flag() -> None:
    data = zipped("XXXXXX.exe").replace(b"XXXXXX", "請求書".encode("cp932"))
    assert archive.members(data)[0] == ("請求書.exe",)


def test_the_encryption_flag() -> None:
    assert archive.members(zipped("a.exe", flags=1)) == (("a.exe",), True)


def test_a_cut_archive_is_read_from_its_front() -> None:
    data = zipped("a.exe", "b.exe")
    assert archive.members(data[: data.index(b"PK\x01\x02") + 4])[0] == ("a.exe", "b.exe")


def test_an_archive_behind_other_data() -> None:
    data = zipped("a.exe")
    end = data.index(b"PK\x05\x06")
    start = data.index(b"PK\x01\x02")
    assert archive.members(b"PK\x03\x04" + b"\0" * 100 + data[start:end] + data[end:])[0] == (
        "a.exe",
    )


def test_the_number_of_names_is_bounded() -> None:
    names, _ = archive.members(zipped(*(f"{index}.txt" for index in range(1_100))))
    assert len(names) == archive.MAX_MEMBERS


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x05\x06" + b"\xff" * 18, b"PK\x01\x02"])
def test_rubbish_has_no_names(data: bytes) -> None:
    assert archive.members(data) == ((), False)
