"""The door of the reading room."""

import pytest

from mayoke.mail.read import read as module
from mayoke.mail.read.read import read
from mayoke.records.errors import EmptyInput, TooLarge, UnsupportedInput
from mayoke.records.gap import Gap
from tests.mail.read.build import mail


@pytest.mark.parametrize("data", [b"", "", b" \r\n\t", "\n \n"])
def test_nothing(data: bytes | str) -> None:
    with pytest.raises(EmptyInput):
        read(data)


@pytest.mark.parametrize("data", [b"a" * 300, "a" * 300])
def test_too_large(data: bytes | str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_MESSAGE", 200)
    with pytest.raises(TooLarge):
        read(data)


def test_a_large_message_is_read_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_READ", 100)
    message = read(mail("x" * 500))
    assert 0 < len(message.bodies[0].text) < 100
    assert Gap("parts", "limit-reached") in message.gaps


def test_outlooks_own_format() -> None:
    with pytest.raises(UnsupportedInput, match=r"\.msg"):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100)


@pytest.mark.parametrize(
    "data",
    [
        "お荷物は https://a.example/ で".encode("cp932"),
        "お荷物は https://a.example/ で".encode("utf-16"),
    ],
)
def test_bytes_of_a_text_file(data: bytes) -> None:
    message = read(data)
    assert message.form == "text"
    assert message.bodies[0].text == "お荷物は https://a.example/ で"


def test_a_message_of_a_mailbox() -> None:
    message = read(b"From x@y.example Sun Nov 22 20:20:20 2026\n" + mail("x"))
    assert message.from_[0].address == "a@shop.example"
