"""File names and first bytes."""

import pytest

from mayoke.mail.signals.attached_files import earlier_extension, extension, kind


@pytest.mark.parametrize(
    ("name", "last", "earlier"),
    [
        ("請求書.PDF.exe", "exe", "pdf"),
        ("bill.pdf      .scr", "scr", "pdf"),
        ("bill.pdf. ", "pdf", ""),
        (".config", "", ""),
        ("noname", "", ""),
        ("a" * 5000 + ".js", "js", ""),
    ],
)
def test_extensions(name: str, last: str, earlier: str) -> None:
    assert (extension(name), earlier_extension(name)) == (last, earlier)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"PK\x03\x04rest", "zip"),
        (b"\xef\xbb\xbf \r\n<!DOCTYPE HTML>", "html"),
        (b"MZ\x90", "program"),
        (b"hello", ""),
        (b"", ""),
    ],
)
def test_kinds(head: bytes, expected: str) -> None:
    assert kind(head) == expected
