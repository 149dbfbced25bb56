"""Whatever arrives: no exception but ours, and every offset holds."""

import base64
import random

import pytest

from mayoke.mail.read.auth_results import receiving_host_results
from mayoke.mail.read.read import read
from mayoke.records.errors import BadInput
from mayoke.records.message import Message
from tests.mail.read.build import mail, mixed, multipart, part

MUTANTS = 100
FIELDS = ("From: =?UTF-8?B?6Z2S5pyo?= <a@shop.example>", "Subject: =?ISO-2022-JP?B?GyRCJCQbKEI=?=")
JAPANESE = "カード会員さまへ。https://login.example/ をご覧ください。"
PAGE = f"<html><body><p>{JAPANESE}</p><a href='https://a.example/'>ここ</a><form action=x><input></form>"
ALTERNATIVE, INNER = multipart(
    [part("text/plain", JAPANESE), part("text/html", PAGE)], "alternative", "c"
)
FORWARD = (
    "見て\n\n---------- Forwarded message ---------\nFrom: B <b@shop.example>\nSubject: s\nTo: x\n\n"
    + JAPANESE
)
AUTH = 'Authentication-Results: mx.example; spf=pass (a) smtp.mailfrom="x"@shop.example; dkim=fail header.d=b.example'

BASES: tuple[bytes, ...] = (
    mail(JAPANESE, *FIELDS),
    mail(JAPANESE.encode("iso-2022-jp"), *FIELDS, "Content-Type: text/plain; charset=iso-2022-jp"),
    mail(JAPANESE.encode("cp932"), *FIELDS, "Content-Type: text/plain; charset=shift_jis"),
    mail(
        base64.encodebytes(PAGE.encode()),
        *FIELDS,
        "Content-Type: text/html",
        "Content-Transfer-Encoding: base64",
    ),
    mail("=E3=81=82=\r\n" * 5, *FIELDS, "Content-Transfer-Encoding: quoted-printable"),
    mixed(part("text/plain", "x"), part("text/html", PAGE), fields=FIELDS),
    mixed(part(ALTERNATIVE, INNER), part("image/png; name=a.png", b"\x89PNG\0"), fields=FIELDS),
    mixed(
        part("text/plain", "FYI"), part("message/rfc822", mail(JAPANESE, *FIELDS)), fields=FIELDS
    ),
    mixed(part("", mail("one")), part("", mail("two")), kind="digest"),
    mail(FORWARD, *FIELDS),
    mail(FORWARD.replace("\n", "<br>"), *FIELDS, "Content-Type: text/html; charset=utf-8"),
    mail("x", "Received: from a by mx.example; now", AUTH, "Received: from b by c; now", *FIELDS),
    mixed(
        part(
            "application/zip; name*=utf-8''%E3%81%82.zip",
            b"PK\x03\x04" + b"\0" * 40 + b"PK\x05\x06" + b"\0" * 18,
        )
    ),
    mail("a \nb \n> c \n> d\n", *FIELDS, "Content-Type: text/plain; format=flowed; delsp=yes"),
    f"差出人: 青木 <a@shop.example>\n件名: お知らせ\n\n{JAPANESE}".encode(),
    b"From x@y.example Sun Nov 22 20:20:20 2026\n" + mail(JAPANESE, *FIELDS),
)


def mutant(base: bytes, rng: random.Random) -> bytes:
    """Bits flipped, stretches cut, doubled, moved or replaced by what means something here."""
    data = bytearray(base)
    for _ in range(rng.randrange(1, 8)):
        at, to = sorted(rng.randrange(len(data) + 1) for _ in range(2))
        action = rng.randrange(6)
        if action == 0 and data:
            data[at % len(data)] ^= 1 << rng.randrange(8)
        elif action == 1:
            del data[at : min(to, at + 40)]
        elif action == 2:
            data[at:at] = data[at:to] * rng.randrange(1, 4)
        elif action == 3:
            data[at:at] = rng.choice(TOKENS)
        elif action == 4:
            data[at : at + 3] = rng.randbytes(3)
        else:
            data[:] = data[to:] + data[:at]
    return bytes(data[:50_000])


TOKENS = (
    b"\r\n\r\n", b"\n", b"\r", b"\0", b"--b", b"\r\n--b--\r\n", b"=?", b"?=", b"=?UTF-8?B?", b'"', b"<", b">", b"(",
    b"\x1b$B", b"\x1b(B", b"=", b"\\", b";", b",", b"\xff\xfe", b"\xe3\x81", b"Content-Type: multipart/mixed\r\n",
    b"Content-Type: message/rfc822\r\n", b"Content-Transfer-Encoding: base64\r\n", b"; charset=utf-16", b"<a href=",
    b"From: ", "差出人: ".encode(), b"--- Forwarded message ---\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0",
)  # fmt: skip


def check(message: Message) -> None:
    texts = {body.part: body.text for body in message.bodies}
    assert len(texts) == len(message.bodies)
    for link in message.links:
        assert texts[link.text_part][link.start : link.end] == link.shown
    assert len({link.part for link in message.links}) == len(message.links)
    parts = {header.part for header in message.headers}
    assert len(parts) == len(message.headers)
    for box in (*message.from_, *message.reply_to, *message.to):
        assert box.part in parts
    assert not any("\0" in body.text for body in message.bodies)


@pytest.mark.parametrize("number", range(len(BASES)))
def test_mutants(number: int) -> None:
    rng = random.Random(number)
    readable = 0
    for _ in range(MUTANTS):
        data = mutant(BASES[number], rng)
        for form in (data, data.decode("utf-8", "replace")):
            try:
                message = read(form)
            except BadInput:
                continue
            readable += 1
            check(message)
            found = receiving_host_results(
                message, frozenset({"mx.example"}), frozenset({"example"})
            )
            if found:
                value = next(h.value for h in message.headers if h.part == found.evidence.part)
                assert value[found.evidence.start : found.evidence.end] == found.evidence.quote
    assert readable > MUTANTS


def test_the_bases_themselves_are_read() -> None:
    for base in BASES:
        check(read(base))
