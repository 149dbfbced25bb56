"""The header block."""

import pytest

from mayoke.mail.read import headers


def fields(block: bytes) -> list[tuple[str, str]]:
    return [(name, raw) for name, raw in headers.read_block(block, 0, len(block)).fields]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (b"A: 1\r\nB: 2\r\n\r\nbody", [("A", "1"), ("B", "2")]),
        (b"A: 1\nB: 2\n\nbody", [("A", "1"), ("B", "2")]),
        (b"A: 1\r\n 2\r\n\t3\r\n\r\n", [("A", "1 2 3")]),
        (b"A : 1\r\nB:2\r\nC:\r\n\r\n", [("A", "1"), ("B", "2"), ("C", "")]),
        (b"A: 1\0\r\n\r\n", [("A", "1")]),
        (b"\r\nA: body\r\n", []),
        (b"From x Mon Nov 22 20:20:20 2026\nX-A: 1\n\n", [("X-A", "1")]),
        (b"Subject: 1\nstray line\nTo: a@x.example\n\n", [("Subject", "1"), ("To", "a@x.example")]),
    ],
)
def test_fields(block: bytes, expected: list[tuple[str, str]]) -> None:
    assert fields(block) == expected


@pytest.mark.parametrize(
    ("block", "body"),
    [
        (b"A: 1\r\n\r\nbody", b"body"),
        (b"A: 1\n\nbody", b"body"),
        (b"A: 1\n\r\nbody", b"body"),
        (b"\nbody", b"body"),
        (b"Subject: 1\r\nThe body begins\r\nwithout an empty line.\r\n", b"The body begins\r\n"),
        (b"A: 1", b""),
    ],
)
def test_where_the_body_begins(block: bytes, body: bytes) -> None:
    assert block[headers.read_block(block, 0, len(block)).body :].startswith(body)


@pytest.mark.parametrize("codec", ["utf-8", "cp932", "euc_jp", "iso2022_jp"])
def test_raw_japanese_headers(codec: str) -> None:
    label = {"cp932": "Shift_JIS", "iso2022_jp": "ISO-2022-JP"}.get(codec, codec)
    text = "カード会員さまへ重要なお知らせ"
    block = b"Subject: " + text.encode(codec) + f"\nContent-Type: x; charset={label}\n\n".encode()
    assert fields(block)[0] == ("Subject", text)


def test_repeated_fields_are_told_apart_and_spelt_alike() -> None:
    block = headers.read_block(b"SUBJECT: a\nsubject: b\nmessage-id: <c>\n\n", 0, 37)
    assert [(header.name, header.part) for header in headers.records(block.fields)] == [
        ("SUBJECT", "header:Subject"),
        ("subject", "header:Subject:2"),
        ("message-id", "header:Message-ID"),
    ]


def test_a_block_beyond_the_limit_is_cut_and_the_body_is_still_found() -> None:
    block = b"X: " + b"a" * 300_000 + b"\n\nbody"
    read = headers.read_block(block, 0, len(block))
    assert read.limited
    assert block[read.body :] == b"body"


def test_too_many_fields_are_a_limit() -> None:
    block = b"a:\n" * 5_000 + b"\nbody"
    read = headers.read_block(block, 0, len(block))
    assert read.limited
    assert len(read.fields) == headers.MAX_FIELDS
    assert block[read.body :] == b"body"
