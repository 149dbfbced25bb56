"""Content-Transfer-Encoding, lenient."""

import pytest

from mayoke.mail.read import transfer


@pytest.mark.parametrize(
    ("value", "meaning"),
    [
        ("base64", "base64"),
        (" BASE64 ", "base64"),
        ('"base64";', "base64"),
        ("base-64", "base64"),
        ("quoted-printable", "qp"),
        ("Quoted/Printable", "qp"),
        ("x-uuencode", "uu"),
        ("8bit", ""),
        ("", ""),
        ("nonsense", ""),
    ],
)
def test_names_of_encodings(value: str, meaning: str) -> None:
    assert transfer.encoding_of(value) == meaning


@pytest.mark.parametrize(
    ("raw", "clear"),
    [
        (b"Y2FyZCBudW1iZXI=", b"card number"),
        (b"Y2FyZCBu\r\ndW1iZXI=\r\n", b"card number"),
        (b"Y2FyZCBudW1iZXI", b"card number"),
        (b"Y2Fy*ZCBu!dW1i ZXI=", b"card number"),
        (b"Y2FyZCBudW1iZXI====", b"card number"),
        (b"Y2FyZA==\r\nIG51bWJlcg==\r\n", b"card number"),
        (b"Y2FyZCBudW1iZXI=\r\n____\r\nlist footer, plain\r\n", b"card number"),
        (b"Y2FyZCBudW1i\r\n_______________\r\nlist footer\r\n", b"card numb"),
        (b"Y2FyZ", b"car"),
        (b"", b""),
        (b"=", b""),
        (b"!!!", b""),
    ],
)
def test_base64(raw: bytes, clear: bytes) -> None:
    assert transfer.decode(raw, "base64") == clear


@pytest.mark.parametrize(
    ("raw", "clear"),
    [
        (b"a=3Db", b"a=b"),
        (b"long=\r\nword", b"longword"),
        (b"long= \t\r\nword", b"longword"),
        (b"100=% off", b"100=% off"),
        (b"=E3=81=82", "あ".encode()),
        (b"=e3=81=82", "あ".encode()),
        (b"a_b", b"a_b"),
        (b"cut=\rthis must not vanish\r\nend", b"cutthis must not vanish\nend"),
        (b"=", b""),
    ],
)
def test_quoted_printable(raw: bytes, clear: bytes) -> None:
    assert transfer.decode(raw, "qp") == clear


def test_uuencode_with_a_broken_line() -> None:
    raw = b"begin 644 a.txt\r\n#0V%T\r\n\xff\xff\r\n`\r\nend\r\n"
    assert transfer.decode(raw, "uu") == b"Cat"


def test_bytes_without_encoding_stay_as_they_are() -> None:
    assert transfer.decode(b"=41 Y2Fy", "") == b"=41 Y2Fy"
