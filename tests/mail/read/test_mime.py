"""The MIME structure: numbering, broken forms, bounds."""

import base64

import pytest

from mayoke.mail.read.mime import MAX_DEPTH, MAX_PARTS, Mime, parse
from tests.mail.read.build import mail, mixed, multipart, part


def leaves(mime: Mime) -> list[tuple[str, str, bytes]]:
    return [(leaf.number, leaf.content_type, leaf.content().strip()) for leaf in mime.root.leaves()]


def test_a_single_part_is_number_1() -> None:
    assert leaves(parse(mail("hi"))) == [("1", "text/plain", b"hi")]


def test_nested_multiparts_are_numbered_as_imap_does() -> None:
    inner_type, inner = multipart(
        [part("text/plain", "t"), part("text/html", "h")], "alternative", "c"
    )
    data = mixed(part(inner_type, inner), part("image/png", "png"))
    assert leaves(parse(data)) == [
        ("1.1", "text/plain", b"t"),
        ("1.2", "text/html", b"h"),
        ("2", "image/png", b"png"),
    ]


def test_an_attached_message_is_numbered_as_imap_does() -> None:
    inner_type, inner = multipart(
        [part("text/plain", "t"), part("text/html", "h")], "alternative", "c"
    )
    multi = mail(inner, "Subject: inner", f"Content-Type: {inner_type}")
    data = mixed(
        part("text/plain", "outer"),
        part("message/rfc822", multi),
        part("message/rfc822", mail("single")),
    )
    assert leaves(parse(data)) == [
        ("1", "text/plain", b"outer"),
        ("2.1", "text/plain", b"t"),
        ("2.2", "text/html", b"h"),
        ("3.1", "text/plain", b"single"),
    ]


def test_a_digest_holds_messages_by_default() -> None:
    data = mixed(part("", mail("one")), kind="digest")
    assert leaves(parse(data)) == [("1.1", "text/plain", b"one")]


def test_an_attached_message_in_base64_is_opened() -> None:
    inner = base64.encodebytes(mail("inner"))
    data = mixed(part("message/rfc822", inner, "Content-Transfer-Encoding: base64"))
    assert leaves(parse(data)) == [("1.1", "text/plain", b"inner")]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("text", "text/plain"),
        ("html", "text/html"),
        ("TEXT/HTML", "text/html"),
        ("text/html charset=utf-8", "text/html"),
        ('"text/html"; charset=utf-8', "text/html"),
        ("text/", "text/plain"),
        ("", "text/plain"),
        ("a/b/c", "text/plain"),
        (";", "text/plain"),
    ],
)
def test_broken_content_types(value: str, kind: str) -> None:
    root = parse(mail("x", "From: a@x.example", f"Content-Type: {value}")).root
    assert root.content_type == kind


def test_a_charset_without_semicolon_is_found() -> None:
    root = parse(mail("x", "From: a@x.example", "Content-Type: text/html charset=utf-8")).root
    assert root.parameters["charset"] == "utf-8"


def test_blank_lines_before_the_header_are_skipped() -> None:
    root = parse(b"\r\n \r\n\r\n" + mail("hi")).root
    assert [field.name for field in root.fields] == ["From", "Subject"]
    assert root.content() == b"hi"


@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"])
def test_line_ends(newline: bytes) -> None:
    data = mixed(part("text/plain", "one"), part("text/html", "two")).replace(b"\r\n", newline)
    assert leaves(parse(data)) == [("1", "text/plain", b"one"), ("2", "text/html", b"two")]


def test_a_missing_closing_delimiter_loses_nothing() -> None:
    data = mixed(part("text/plain", "one"), part("text/html", "two"))
    assert leaves(parse(data[: data.rindex(b"--b--")]))[1] == ("2", "text/html", b"two")


def test_preamble_and_epilogue_are_no_parts() -> None:
    kind, body = multipart([part("text/plain", "one")])
    data = mail(b"preamble\r\n" + body + b"epilogue\r\n--b\r\n\r\nlate", f"Content-Type: {kind}")
    assert leaves(parse(data)) == [("1", "text/plain", b"one")]


def test_a_wrong_boundary_is_replaced_by_the_one_that_stands_there() -> None:
    _, body = multipart([part("text/plain", "one"), part("text/html", "two")], boundary="real")
    data = mail(body, "From: a@x.example", "Content-Type: multipart/mixed; boundary=wrong")
    assert [leaf[1] for leaf in leaves(parse(data))] == ["text/plain", "text/html"]


def test_a_multipart_without_any_delimiter_is_text() -> None:
    data = mail("just words", "From: a@x.example", "Content-Type: multipart/mixed; boundary=b")
    assert leaves(parse(data)) == [("1", "text/plain", b"just words")]


def test_a_delimiter_must_fill_its_line() -> None:
    data = mixed(part("text/plain", "--bc\r\n --b\r\nx --b\r\n--b x"), part("text/plain", "two"))
    assert [leaf[2] for leaf in leaves(parse(data))] == [b"--bc\r\n --b\r\nx --b\r\n--b x", b"two"]


def test_an_inner_boundary_may_begin_like_the_outer_one() -> None:
    inner_type, inner = multipart([part("text/plain", "in")], "alternative", "b2")
    data = mixed(part(inner_type, inner), part("text/plain", "out"))
    assert [leaf[0] for leaf in leaves(parse(data))] == ["1.1", "2"]


def test_depth_is_bounded() -> None:
    body = part("text/plain", "deep")
    for level in range(MAX_DEPTH + 20):
        kind, inner = multipart([body], "mixed", f"b{level}x")
        body = part(kind, inner)
    mime = parse(b"From: a@x.example\r\n" + body)
    assert mime.limited
    assert len(list(mime.root.leaves())) == 1


def test_attached_messages_within_one_another_are_bounded() -> None:
    body = b"Subject: deep\r\n\r\ntext"
    for _ in range(200):
        body = b"Content-Type: message/rfc822\r\n\r\n" + body
    assert parse(body).limited


def test_the_number_of_parts_is_bounded() -> None:
    mime = parse(mixed(*[part("text/plain", "x")] * (MAX_PARTS + 10)))
    assert mime.limited
    assert len(list(mime.root.leaves())) == MAX_PARTS - 1


def test_lines_that_only_look_like_delimiters_are_bounded() -> None:
    mime = parse(mixed(part("text/plain", "--bx\r\n" * 50_000), part("text/plain", "two")))
    assert mime.limited
    assert len(list(mime.root.leaves())) == 1


@pytest.mark.parametrize("data", [b"", b"\r", b"\0\0\0", b":", b"--", b"\r\n\r\n\r\n", b"\xff\xfe"])
def test_hardly_anything_is_a_plain_text(data: bytes) -> None:
    assert [leaf.content_type for leaf in parse(data).root.leaves()] == ["text/plain"]


def test_the_headers_of_all_parts_together_are_bounded() -> None:
    mime = parse(mixed(*[b"a:\r\n" * 20_000 + b"\r\ntext"] * 60))
    assert mime.limited
    assert 10 < len(list(mime.root.leaves())) < 30
