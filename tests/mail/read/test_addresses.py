"""Mailbox lists as they are sent."""

import pytest

from mayoke.mail.read.addresses import MAX_ADDRESSES, parse


@pytest.mark.parametrize(
    ("raw", "boxes"),
    [
        ("a@shop.example", [("", "a@shop.example")]),
        ("<a@shop.example>", [("", "a@shop.example")]),
        ("Shop <a@shop.example>", [("Shop", "a@shop.example")]),
        ('"Shop, Inc." <a@shop.example>', [("Shop, Inc.", "a@shop.example")]),
        (r'"a \"b\" c" <a@shop.example>', [('a "b" c', "a@shop.example")]),
        ("a@shop.example (Aoki Hanae)", [("Aoki Hanae", "a@shop.example")]),
        ("Shop (x (y) z) <a@shop.example>", [("Shop", "a@shop.example")]),
        ("=?UTF-8?B?6Z2S5pyo?= <a@shop.example>", [("青木", "a@shop.example")]),
        ('"=?UTF-8?B?6Z2S5pyo?=" <a@shop.example>', [("青木", "a@shop.example")]),
        ("=?UTF-8?Q?a=2Cb_=3Cx=40y=3E?= <a@shop.example>", [("a,b <x@y>", "a@shop.example")]),
        ("a@x.example, B <b@x.example>", [("", "a@x.example"), ("B", "b@x.example")]),
        ("a@x.example; b@x.example", [("", "a@x.example"), ("", "b@x.example")]),
        ("Team: a@x.example, B <b@x.example>;", [("", "a@x.example"), ("B", "b@x.example")]),
        ("undisclosed-recipients:;", []),
        ("件名: <a@x.example>", [("件名:", "a@x.example")]),
        # RFC 5322 §4.4, the route of old
        ("<@r.example,@s.example:a@x.example>", [("", "a@x.example")]),
        ("青木 <mailto:a@x.example>", [("青木", "a@x.example")]),
        ("a@x.example<mailto:a@x.example>", [("a@x.example", "a@x.example")]),
        # Of several angle brackets the last is where an answer goes.
        (
            "info@brand.example.jp <x@evil.example>",
            [("info@brand.example.jp", "x@evil.example")],
        ),
        ("A <i@a.example> <x@b.example>", [("A <i@a.example>", "x@b.example")]),
        ('"info@a.example" <x@b.example>', [("info@a.example", "x@b.example")]),
        ("Aoki a@x.example", [("Aoki", "a@x.example")]),
        ("only a name", [("only a name", "")]),
        ('"open <a@x.example>', [('"open', "a@x.example")]),
        ("(open <a@x.example>", [("(open", "a@x.example")]),
        ("", []),
        (", ,;", []),
        ("<>", []),
    ],
)
def test_mailboxes(raw: str, boxes: list[tuple[str, str]]) -> None:
    assert [(box.name, box.address) for box in parse(raw, "header:From")] == boxes


def test_every_mailbox_names_its_header() -> None:
    assert {box.part for box in parse("a@x.example, b@x.example", "header:To:2")} == {"header:To:2"}


@pytest.mark.parametrize("junk", ["(", '"', "<", ":", "\\", "@:", '\\"', "<>", "(\\", "a,"])
def test_long_junk_is_read_in_one_pass(junk: str) -> None:
    assert len(parse(junk * 50_000 + ";", "header:To")) <= MAX_ADDRESSES
