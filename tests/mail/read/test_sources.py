"""Kinds of files, and mailboxes."""

import io

import pytest

from mayoke.mail.read.sources import Kind, kind_of, split_mbox
from tests.mail.read.build import mail

FROM = b"From sender@x.example Sun Nov 22 20:20:20 2026\n"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (mail("x"), "mail"),
        (b"\r\n\r\n" + mail("x"), "mail"),
        (b"\xef\xbb\xbf" + mail("x"), "mail"),
        (b"X-Own: 1\nReceived: by mx.example\n\n", "mail"),
        (b"Date: today\n\nhi", "mail"),
        (b"stray\nReceived: x\nFrom: a\nTo: b\n\n", "mail"),
        (FROM + mail("x"), "mbox"),
        (b"From x@y.example Sun, 22 Nov 2026 20:20:20 +0900\n" + mail("x"), "mbox"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "msg"),
        (b"https://login.example/a", "text"),
        ("差出人: 青木\n件名: お知らせ\n".encode(), "text"),
        (b"Hello: this is a note\n\nFrom: me", "text"),
        (b"-- Forwarded message --\nFrom: a\nTo: b\nSubject: c\n\nx", "text"),
        (b"", "text"),
        (b"From here to there\n", "text"),
    ],
)
def test_kinds(data: bytes, kind: Kind) -> None:
    assert kind_of(data) == kind


def test_a_mailbox_is_split() -> None:
    one, two = mail("one", newline=b"\n"), mail("two\n\nFrom me to you", newline=b"\n")
    box = FROM + one + b"\n\n" + FROM + two + b"\n\n"
    assert list(split_mbox(io.BytesIO(box))) == [(1, one + b"\n"), (2, two + b"\n")]


def test_a_from_line_needs_an_empty_line_before_it() -> None:
    box = FROM + b"A: 1\n\ntext\n" + FROM + b"more\n"
    assert [data for _, data in split_mbox(io.BytesIO(box))] == [
        b"A: 1\n\ntext\n" + FROM + b"more\n"
    ]


def test_quoted_from_lines_are_unquoted_once() -> None:
    box = FROM + b"A: 1\n\n>From a\n>>From b\n> From c\n>Fromage\n"
    expected = b"A: 1\n\nFrom a\n>From b\n> From c\n>Fromage\n"
    assert list(split_mbox(io.BytesIO(box))) == [(1, expected)]


def test_windows_line_ends() -> None:
    box = (FROM + b"A: 1\n\none\n\n" + FROM + b"B: 2\n\ntwo\n").replace(b"\n", b"\r\n")
    assert [data[:1] for _, data in split_mbox(io.BytesIO(box))] == [b"A", b"B"]


def test_a_huge_message_is_cut_so_that_it_is_refused() -> None:
    box = FROM + b"A: 1\n\n" + b"x" * 1_000_000 + b"\n\n" + FROM + b"B: 2\n\ntwo\n"
    first, second = (data for _, data in split_mbox(io.BytesIO(box), limit=1_000))
    assert len(first) == 1_001
    assert second == b"B: 2\n\ntwo\n"


def test_a_file_without_from_line_is_one_message() -> None:
    assert list(split_mbox(io.BytesIO(mail("x")))) == [(1, mail("x"))]


def test_an_empty_file_has_no_message() -> None:
    assert list(split_mbox(io.BytesIO(b"\n\n"))) == []
