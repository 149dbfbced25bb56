"""What is no message is refused in one clear line."""

import pytest

from mayoke.mail.read.read import read
from mayoke.records.errors import EmptyInput, UnsupportedInput


@pytest.mark.parametrize(
    "data",
    [
        b"\x7fELF\x02\x01\x01" + bytes(200),
        b"%PDF-1.7\n1 0 obj << /Type /Catalog >>",
        b"\x89PNG\r\n\x1a\n" + bytes(60),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    ],
    ids=["program", "pdf", "picture", "msg"],
)
def test_a_file_that_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnsupportedInput, match="mail"):
        read(data)


def test_nothing_is_refused_as_empty() -> None:
    with pytest.raises(EmptyInput):
        read(b" \r\n\t")


def test_a_mail_with_binary_in_its_body_is_read() -> None:
    data = b"From: a@example.com\nSubject: x\n\n" + bytes(range(256)) * 4
    assert read(data).subject == "x"
