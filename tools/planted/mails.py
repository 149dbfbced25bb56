"""Invented scam mails with personal data planted in them.

The generator knows nothing of the redactor: who wrote it has not read it. All people are invented,
card numbers are public test numbers, telephone numbers lie in ranges that are not given out.
"""

import base64
import hashlib
import html
import random
from collections.abc import Iterator
from urllib.parse import quote

from mayoke.records.known import Known
from tools.planted.data import CHARSETS, HEADERS, SCAMS, ZONES
from tools.planted.draw import one, some
from tools.planted.encode import part, png, several, word
from tools.planted.people import (
    Pen,
    Person,
    address_of,
    details,
    greeting,
    made_up,
    phones,
    written_name,
)
from tools.planted.records import Planted


def planted(count: int, seed: int = 0) -> Iterator[Planted]:
    """``count`` mails, always the same for a ``seed``; the first ones do not depend on ``count``."""
    for number in range(count):
        yield _mail(random.Random(seed * 1_000_003 + number))  # noqa: S311  test data


def _mail(rng: random.Random) -> Planted:
    person, pen = made_up(rng), Pen(rng)
    brand, subject, *evidence = rng.choice(SCAMS.split("\n")).split("|")
    host = f"{some(rng, 7).lower()}-{rng.choice(('login', 'jp', 'secure'))}.{one(rng, ZONES)}"
    sender = (
        f"{one(rng, 'mx news post')}{rng.randrange(99)}.{some(rng, 5).lower()}.{one(rng, ZONES)}"
    )
    trace = f"050-0000-{rng.randrange(10000):04}"
    contact = f"お問い合わせ窓口 電話 {trace}（24時間受付）"
    if brand == "匿名":
        trace = "bc1q" + "".join(rng.choices("023456789acdefghjklmnpqrstuvwxyz", k=38))
        contact = f"送金先のビットコインアドレス: {trace}"
    pen.charset = rng.choice(CHARSETS)
    parts = []
    shape = rng.choice(("plain", "html", "both", "both", "file", "inline", "attached"))
    for markup in (False, True):
        if (shape in {"plain", "inline"} and markup) or (shape == "html" and not markup):
            continue
        pen.markup = markup
        lines = [greeting(pen, person), *evidence, *details(pen, person)]
        lines += [_button(pen, person, host), contact, *_foot(pen, host)]
        body = "\r\n".join(f"<p>{line}</p>" for line in lines) if markup else "\r\n".join(lines)
        if markup:
            body = f"<html><body>{body}{_picture(pen, person, host)}</body></html>"
        parts.append((markup, body))
    pen.markup = False
    keep = (host, sender, trace, *evidence)
    scammer = f"{brand} <info@{sender}>"
    data = (
        _inline(pen, person, scammer, parts[0][1])
        if shape == "inline"
        else _entity(pen, _headers(pen, person, scammer, subject), parts, shape, person)
    )
    known = Known()
    if rng.random() < 0.5:
        names = (person.kanji, person.kana, person.roman)
        known = Known(frozenset({person.mail}), frozenset(names))
    return Planted(data, known, pen.plants(), keep)


def _link(pen: Pen, person: Person, host: str) -> str:
    """A link that knows whom it was sent to."""
    mail = person.mail.encode()
    encoded = base64.urlsafe_b64encode(mail).decode()
    ways = [quote(person.mail, safe=""), "".join(f"%{byte:02X}" for byte in mail), person.mail]
    ways += [
        encoded,
        encoded.rstrip("="),
        quote(base64.b64encode(mail).decode(), safe=""),
        mail.hex(),
    ]
    sums = [
        hashlib.new(name, mail, usedforsecurity=False).hexdigest()
        for name in ("md5", "sha1", "sha256")
    ]
    ways += [*sums, sums[0].upper(), quote(quote(person.mail, safe=""), safe="")]
    items = [f"t={pen.token('link')}"]
    if pen.rng.random() < 0.7:
        items.append(
            f"{pen.rng.choice(('e', 'email', 'u', 'k'))}={pen.put('mail', person.mail, 'link', ways)}"
        )
    if pen.rng.random() < 0.2:
        forms = [quote(person.kanji.replace(" ", gap)) for gap in ("", " ", "　")]
        items.append(f"name={pen.put('name', person.kanji, 'link', forms)}")
    if pen.rng.random() < 0.1:
        items.append(
            f"tel={pen.put('phone', person.phone, 'link', [person.phone.replace('-', '')])}"
        )
    pen.rng.shuffle(items)
    path = pen.rng.choice(("/jp/login", "/signin.html", "/c/TOKEN/index.php"))
    if "TOKEN" in path:
        path = path.replace("TOKEN", pen.token("link"))
    return f"https://{host}{path}?{'&'.join(items)}"


def _button(pen: Pen, person: Person, host: str) -> str:
    link = _link(pen, person, host)
    if not pen.markup:
        return f"お手続きはこちら: {link}"
    title = f"{written_name(pen, person, 'attribute')}様専用ページ"
    return f'<a href="{html.escape(link)}" title="{title}">お手続きはこちら</a>'


def _picture(pen: Pen, person: Person, host: str) -> str:
    alt = f"{written_name(pen, person, 'attribute')}様へのお知らせ"
    return f'<img src="https://{host}/o/{pen.token("link")}.gif" alt="{alt}" width="1">'


def _foot(pen: Pen, host: str) -> Iterator[str]:
    if pen.rng.random() < 0.6:
        yield f"配信停止: https://{host}/unsub/{pen.token('unsubscribe')}"


def _headers(pen: Pen, person: Person, sender: str, subject: str) -> list[str]:
    brand, address = sender.split(" ", 1)
    host = address[:-1].split("@")[1]
    mail, rng = person.mail, pen.rng
    to = pen.put("mail", mail, "To", [mail, mail.upper()])
    called = word(written_name(pen, person, "To"), pen)
    verp = pen.put("mail", mail, "Return-Path", [mail.replace("@", "=")])
    lines = [
        f"Return-Path: <bounce+{verp}@{host}>",
        f"Delivered-To: {pen.put('mail', mail, 'Delivered-To')}",
        f"Received: from {host} ([192.0.2.{rng.randrange(1, 255)}]) by mx.example.jp with ESMTPS",
        f"\tid {pen.token('Received')} for <{pen.put('mail', mail, 'Received')}>; Mon, 6 Apr 2026 09:12:00 +0900",
        f"From: {word(brand, pen)} {address}",
        f"To: {called} <{to}>",
        f"Subject: {word(subject, pen)}",
        f"Date: Mon, 6 Apr 2026 09:{rng.randrange(60):02}:00 +0900",
        f"Message-ID: <{pen.token('Message-ID')}@{host}>",
    ]
    more = rng.sample(HEADERS, rng.randrange(4))
    return lines + [line.format(host=host, token=pen.token(line.split(":")[0])) for line in more]


def _entity(
    pen: Pen, head: list[str], parts: list[tuple[bool, str]], shape: str, person: Person
) -> bytes:
    """A mail with its headers; ``attached``: inside another that the recipient sent on."""
    made = [part(pen, text, markup=markup) for markup, text in parts]
    body = made[0] if len(made) == 1 else several(made, "alternative", "=_alternative")
    if shape == "file":
        body = several([body, _file(pen, person)], "mixed", "=_mixed")
    data = "\r\n".join([*head, "MIME-Version: 1.0", ""]).encode() + body
    if shape != "attached":
        return data
    inner = b"Content-Type: message/rfc822\r\n\r\n" + data
    note = part(pen, _covering(pen, person), markup=False)
    outer = _forwarder(pen, person)
    return outer.encode() + several([note, inner], "mixed", "=_forward")


def _forwarder(pen: Pen, person: Person) -> str:
    called = word(written_name(pen, person, "From", scripts="漢a"), pen)
    address = pen.put("mail", person.mail, "From")
    subject = word("Fwd: 不審なメールが届きました", pen)
    mark = pen.token("Message-ID")
    return (
        f"From: {called} <{address}>\r\nTo: <report@desk.example.org>\r\nSubject: {subject}\r\n"
        f"Message-ID: <{mark}@desk.example.org>\r\nMIME-Version: 1.0\r\n"
    )


def _covering(pen: Pen, person: Person) -> str:
    """What the recipient wrote above the forwarded mail, with a signature."""
    phone = pen.put("phone", person.phone, "signature", phones(person.phone))
    lines = [
        "不審なメールが届きましたのでお送りします。",
        "",
        "--",
        written_name(pen, person, "signature", scripts="漢a"),
    ]
    return "\r\n".join(
        [*lines, f"TEL: {phone}", f"E-mail: {address_of(pen, person, 'signature')}", ""]
    )


def _inline(pen: Pen, person: Person, sender: str, body: str) -> bytes:
    to = pen.put("mail", person.mail, "forwarded To")
    called = written_name(pen, person, "forwarded To", scripts="漢a")
    quoted = "\r\n".join(f"> {line}" for line in body.split("\r\n"))
    inner = quoted if pen.rng.random() < 0.4 else body
    opening = (
        f"---------- Forwarded message ---------\r\nFrom: {sender}\r\nTo: {called} <{to}>\r\n\r\n"
    )
    text = f"{_covering(pen, person)}\r\n{opening}{inner}\r\n"
    return _forwarder(pen, person).encode() + part(pen, text, markup=False)


def _file(pen: Pen, person: Person) -> bytes:
    """An attached picture: the name in its file name and in what it says about itself."""
    name = f"ご請求書_{written_name(pen, person, 'file name', scripts='漢カ')}様.png"
    author = written_name(pen, person, "picture", scripts="漢")
    encoded = quote(name, safe="")
    ways = [f"filename*=UTF-8''{encoded}", f'filename="{word(name, pen)}"']
    cut = len(encoded) // 6 * 3
    ways.append(f"filename*0*=UTF-8''{encoded[:cut]};\r\n filename*1*={encoded[cut:]}")
    said = f"Content-Disposition: attachment; {pen.rng.choice(ways)}"
    data = base64.encodebytes(png(author)).replace(b"\n", b"\r\n")
    head = f"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n{said}\r\n\r\n"
    return head.encode() + data
