"""From bytes to the record: texts in every charset, links, attachments."""

import base64
import io
import zipfile

import pytest

from mayoke.mail.read.read import read
from mayoke.records.gap import Gap
from mayoke.records.message import Message
from tests.mail.read.build import mail, mixed, multipart, part

SENTENCE = "カード会員さまへ、ご利用内容の確認をお願いします。"
VENDOR = "①㈱髙島、Ⅲ番、㍻のご案内です。"
HALF = "ｶｰﾄﾞの確認をお願いします。"
FROM = "From: a@shop.example"


def text_of(data: bytes) -> str:
    message = read(data)
    return message.bodies[0].text.strip()


def cp50221(text: str) -> bytes:
    """ISO-2022-JP as Windows writes it: vendor rows in JIS X 0208, half-width kana by ESC ( I."""
    out = b""
    for char in text:
        raw = char.encode("cp932")
        if len(raw) == 1 and raw >= b"\xa1":
            out += b"\x1b(I" + bytes([raw[0] & 0x7F])
        elif len(raw) == 1:
            out += b"\x1b(B" + raw
        else:
            row, cell = raw
            row = (row - (0x70 if row < 0xA0 else 0xB0)) * 2 - 1
            if cell >= 0x9F:
                row, cell = row + 1, cell - 0x7E
            else:
                cell -= 0x1F + (cell >= 0x80)
            out += b"\x1b$B" + bytes([row, cell])
    return out + b"\x1b(B"


@pytest.mark.parametrize(
    ("label", "raw", "text"),
    [
        ("utf-8", SENTENCE.encode(), SENTENCE),
        ("utf8", SENTENCE.encode(), SENTENCE),
        ("iso-2022-jp", SENTENCE.encode("iso-2022-jp"), SENTENCE),
        ("ISO-2022-JP", cp50221(VENDOR), VENDOR),
        ("iso-2022-jp", cp50221(HALF), HALF),
        ("cp50221", cp50221(HALF), HALF),
        ("us-ascii", SENTENCE.encode("iso-2022-jp"), SENTENCE),
        ("", SENTENCE.encode("iso-2022-jp"), SENTENCE),
        ("utf-8", SENTENCE.encode("iso-2022-jp"), SENTENCE),
        ("shift_jis", VENDOR.encode("cp932"), VENDOR),
        ("Shift-JIS", HALF.encode("cp932"), HALF),
        ("x-sjis", SENTENCE.encode("cp932"), SENTENCE),
        ("windows-31j", VENDOR.encode("cp932"), VENDOR),
        ("cp932", SENTENCE.encode("cp932"), SENTENCE),
        ("", SENTENCE.encode("cp932"), SENTENCE),
        ("utf-8", SENTENCE.encode("cp932"), SENTENCE),
        ("iso-8859-1", SENTENCE.encode("cp932"), SENTENCE),
        ("euc-jp", SENTENCE.encode("euc_jp"), SENTENCE),
        ("euc-jp", "①番のご案内です".encode("euc_jis_2004"), "①番のご案内です"),
        ("", SENTENCE.encode("euc_jp"), SENTENCE),
        ("us-ascii", SENTENCE.encode(), SENTENCE),
        ("iso-8859-1", SENTENCE.encode(), SENTENCE),
        ("", SENTENCE.encode(), SENTENCE),
        ("x-no-such-charset", SENTENCE.encode(), SENTENCE),
        ("gb2312", "请确认カードの内容、髙".encode("gb18030"), "请确认カードの内容、髙"),
        ("gb2312", SENTENCE.encode("gb18030"), SENTENCE),
        ("utf-16", SENTENCE.encode("utf-16"), SENTENCE),
        ("windows-1252", "Grüße – 10 €".encode("cp1252"), "Grüße – 10 €"),
        ("utf-8", b"\xef\xbb\xbf" + SENTENCE.encode(), SENTENCE),
    ],
)
@pytest.mark.parametrize("encoding", ["binary", "base64"])
def test_charsets(label: str, raw: bytes, text: str, encoding: str) -> None:
    charset = f"; charset={label}" if label else ""
    body = base64.encodebytes(raw) if encoding == "base64" else raw
    fields = (FROM, f"Content-Type: text/plain{charset}", f"Content-Transfer-Encoding: {encoding}")
    assert text_of(mail(body, *fields)) == text


def test_the_charset_of_a_page_without_a_label_is_read_from_its_meta() -> None:
    page = f"<html><head><meta charset=euc-jp></head><body>{SENTENCE}</body></html>"
    message = read(mail(page.encode("euc_jp"), FROM, "Content-Type: text/html"))
    assert SENTENCE in message.bodies[0].text
    assert message.bodies[0].declared_charset == "euc-jp"


@pytest.mark.parametrize(
    ("fields", "body", "text"),
    [
        (("Content-Type: text",), "hello", "hello"),
        (("Content-Transfer-Encoding: base64",), b"aGVsbG8", "hello"),
        (("Content-Transfer-Encoding: base64",), b"aGV*sb!G8==", "hello"),
        (("Content-Transfer-Encoding: quoted-printable",), b"h=65llo=\r\n=", "hello"),
        ((), "he\0ll\0o", "hello"),
        ((), "one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        (("Content-Type: text/plain; format=flowed; delsp=yes",), "確認 \r\nする", "確認する"),
    ],
)
def test_broken_and_unusual_bodies(fields: tuple[str, ...], body: bytes | str, text: str) -> None:
    assert text_of(mail(body, FROM, *fields)) == text


def test_headers_of_the_record() -> None:
    message = read(
        mail(
            "x",
            "FROM: =?ISO-2022-JP?B?GyRCQEQ7MxsoQg==?= <info@shop.example>",
            "To: a@x.example, B <b@x.example>",
            "Reply-To: other@free.example",
            "Subject: =?UTF-8?B?44GC?= =?UTF-8?B?44GE?=",
            "Message-ID:  <1@shop.example> ",
            "Received: one",
            "Received: two",
        )
    )
    assert message.form == "mail"
    assert message.subject == "あい"
    assert [(box.name, box.address, box.domain) for box in message.from_] == [
        ("青山", "info@shop.example", "shop.example")
    ]
    assert message.from_[0].part == "header:From"
    assert [box.address for box in message.to] == ["a@x.example", "b@x.example"]
    assert [box.address for box in message.reply_to] == ["other@free.example"]
    assert message.message_id == "1@shop.example"
    assert [header.part for header in message.all("received")] == [
        "header:Received",
        "header:Received:2",
    ]


def test_all_from_fields_are_read_in_order() -> None:
    message = read(mail("x", "From: a@x.example", "From: b@x.example", "Subject: s"))
    assert [(box.address, box.part) for box in message.from_] == [
        ("a@x.example", "header:From"),
        ("b@x.example", "header:From:2"),
    ]


def test_texts_and_links_are_named_by_their_part() -> None:
    alternative, inner = multipart(
        [
            part("text/plain", "see https://a.example/1 and https://b.example/2"),
            part("text/html", '<a href="https://c.example/3">here</a> https://d.example/4'),
        ],
        "alternative",
        "c",
    )
    message = read(mixed(part(alternative, inner), part("image/png", "x")))
    assert [(body.part, body.html) for body in message.bodies] == [
        ("1.1:text", False),
        ("1.2:text", True),
    ]
    assert [(link.part, link.target, link.place) for link in message.links] == [
        ("1.1:link:1", "https://a.example/1", "text"),
        ("1.1:link:2", "https://b.example/2", "text"),
        ("1.2:link:1", "https://c.example/3", "a"),
        ("1.2:link:2", "https://d.example/4", "text"),
    ]
    assert message.links[2].shown == "here"
    assert message.parts == (("1.1", "text/plain"), ("1.2", "text/html"), ("2", "image/png"))
    check_offsets(message)


def check_offsets(message: Message) -> None:
    texts = {body.part: body.text for body in message.bodies}
    for link in message.links:
        assert texts[link.text_part][link.start : link.end] == link.shown


def test_an_address_that_is_the_words_of_a_link_is_one_link() -> None:
    page = '<p>go to <a href="https://evil.example/">https://bank.example/</a> now</p>'
    message = read(mail(page, FROM, "Content-Type: text/html"))
    assert [(link.target, link.shown) for link in message.links] == [
        ("https://evil.example/", "https://bank.example/")
    ]


@pytest.mark.parametrize(
    ("target", "resolved"),
    [
        ("login", "https://evil.example/a/login"),
        ("/login", "https://evil.example/login"),
        ("https://b.example/", "https://b.example/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("//b.example/x", "//b.example/x"),
        ("#top", "#top"),
    ],
)
def test_relative_links_lead_to_the_base_of_the_page(target: str, resolved: str) -> None:
    page = f'<base href="https://evil.example/a/"><a href="{target}">x</a><form action="{target}"><input></form>'
    message = read(mail(page, FROM, "Content-Type: text/html"))
    assert message.links[0].target == resolved
    assert message.bodies[0].forms[0].action == resolved


def test_forms_are_named_by_their_part() -> None:
    page = '<form action="https://evil.example/"><input type=password name=pin></form>'
    message = read(mail(page, FROM, "Content-Type: text/html"))
    assert [(form.part, form.action) for form in message.bodies[0].forms] == [
        ("1:form:1", "https://evil.example/")
    ]


def test_attachments() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("請求書.exe", b"x")
    zipped = base64.encodebytes(stream.getvalue())
    message = read(
        mixed(
            part("text/plain", "see the file"),
            part(
                'application/zip; name="=?UTF-8?B?6KuL5rGC?=.zip"',
                zipped,
                "Content-Transfer-Encoding: base64",
                "Content-Disposition: attachment",
            ),
            part("image/png", "\x89PNG", "Content-ID: <1>"),
            part("text/html; name=form.html", "<p>x</p>", "Content-Disposition: attachment"),
            part(
                "text/plain", "note", "Content-Disposition: inline; filename*=utf-8''%E3%81%82.txt"
            ),
        )
    )
    assert [body.part for body in message.bodies] == ["1:text"]
    assert [(item.part, item.name, item.inline) for item in message.attachments] == [
        ("2", "請求.zip", False),
        ("3", "", True),
        ("4", "form.html", False),
        ("5", "あ.txt", True),
    ]
    assert message.attachments[0].members == ("請求書.exe",)
    assert message.attachments[0].size == len(stream.getvalue())
    assert message.attachments[2].head == b"<p>x</p>"


def test_a_single_text_is_read_even_when_it_calls_itself_a_file() -> None:
    assert (
        text_of(mail("words", FROM, "Content-Disposition: attachment; filename=a.txt")) == "words"
    )


def test_an_encrypted_archive_is_a_gap() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.exe", b"x")
    data = stream.getvalue()
    at = data.index(b"PK\x01\x02") + 8
    body = base64.encodebytes(data[:at] + b"\x01\x00" + data[at + 2 :])
    message = read(
        mixed(
            part("text/plain", "x"),
            part("application/zip", body, "Content-Transfer-Encoding: base64"),
        )
    )
    assert message.attachments[0].encrypted
    assert Gap("attachment", "encrypted-attachment") in message.gaps


def test_many_links_are_a_limit() -> None:
    message = read(mail("https://a.example/x\n" * 6_000))
    assert len(message.links) == 5_000
    assert Gap("links", "limit-reached") in message.gaps


def test_a_long_text_is_a_limit() -> None:
    message = read(mail("word " * 500_000))
    assert len(message.bodies[0].text) == 1_000_000
    assert Gap("text", "limit-reached") in message.gaps


def test_a_message_without_text_is_a_gap() -> None:
    assert Gap("text", "no-body-text") in read(mixed(part("image/png", "x"))).gaps
    assert Gap("text", "no-body-text") not in read(mail("x")).gaps


def test_bytes_that_fit_no_charset_are_a_gap() -> None:
    fields = (FROM, "Content-Type: text/plain; charset=utf-8")
    assert (
        Gap("text", "undecodable-part") in read(mail(b"abc \x81\x20 def\x9d " * 20, *fields)).gaps
    )
    # One broken byte in a long text is no reason to worry anyone.
    assert read(mail(SENTENCE.encode() * 20 + b"\xff", *fields)).gaps == ()
