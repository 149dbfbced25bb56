"""What was not looked into is said."""

from mayoke.mail.check import context
from mayoke.mail.read.read import read
from mayoke.mail.signals import gaps
from mayoke.records.gap import Gap

HEAD = b"From: a@example.jp\nSubject: test\nMIME-Version: 1.0\n"


def found(data: bytes) -> list[Gap]:
    return list(gaps.find(context(read(data))))


def with_attachment(name: str, kind: str) -> bytes:
    return (
        HEAD
        + (
            'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nhello\n'
            f'--b\nContent-Type: {kind}\nContent-Disposition: attachment; filename="{name}"\n\n'
            "%PDF-1.4\n--b--\n"
        ).encode()
    )


def test_a_plain_mail_has_none() -> None:
    assert found(HEAD + b"\nhello\n") == []


def test_a_document_stays_closed() -> None:
    assert found(with_attachment("a.pdf", "application/pdf")) == [gaps.NOT_OPENED]


def test_a_picture_has_a_gap_elsewhere() -> None:
    assert found(with_attachment("a.png", "image/png")) == []


def test_an_empty_mail() -> None:
    assert found(HEAD + b"\n   \n") == [gaps.NO_TEXT]
