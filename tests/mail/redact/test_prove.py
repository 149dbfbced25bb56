import hashlib
import json
from base64 import b64encode
from html import unescape

import pytest

from mayoke.mail.read.read import read
from mayoke.mail.redact.prove import prove
from mayoke.mail.redact.redact import redact
from mayoke.mail.redact.render import as_eml, as_html, as_json, as_text
from mayoke.records.known import Known
from mayoke.records.redacted import Redacted
from tests.mail.redact.specimens import mail

ME = "hanako.sagara@example.jp"


@pytest.fixture
def result() -> Redacted:
    return redact(
        mail(
            f"佐々倉 実乃里 様\n{ME}\n電話番号：090-1234-5678\n会員番号：KY7712043\n"
            "https://evil.example.net/?id=KY7712043\nお問い合わせ: 0120-000-000"
        )
    )


def test_every_rendering_passes_its_own_proof(result: Redacted) -> None:
    for rendered in (as_text(result), as_eml(result), as_html(result), as_json(result)):
        assert prove(rendered, result) == ()


@pytest.mark.parametrize(
    "leak",
    [
        "佐々倉実乃里",
        "佐 々 倉 実 乃 里",
        "佐&#12293;倉実乃里",
        "hanako.sagara&#64;example.jp",
        "hanako.sagara%40example.jp",
        "hanako.sagara=40example.jp",
        "hanako . sagara @ example . jp",
        "hanako.sagara[at]example[dot]jp",
        "Sagara",
        b64encode(ME.encode()).decode(),
        b64encode(b"to: " + ME.encode() + b" ok").decode(),
        "=?utf-8?b?" + b64encode("佐々倉実乃里".encode()).decode() + "?=",
        ME.encode().hex(),
        hashlib.md5(ME.encode()).hexdigest(),
        hashlib.sha1(ME.encode()).hexdigest().upper(),
        hashlib.sha256(ME.upper().encode()).hexdigest(),
        "０９０１２３４５６７８",
        "+81-90-1234-5678",
        "ky-7712043",
    ],
)
def test_a_removed_value_is_found_in_any_form(result: Redacted, leak: str) -> None:
    assert prove(as_text(result) + leak + "\n", result)


@pytest.mark.parametrize(
    "leak",
    [
        "someone.else@example.org",
        "080-8765-4321",
        "4111-1111-1111-1111",
        "〒150-0001 東京都渋谷区神宮前3-1-1",
        "鈴木一郎",
        "ｽｽﾞｷ ｲﾁﾛｳ",
        "Ichiro Suzuki",
    ],
)
def test_personal_patterns_are_found_though_nobody_removed_them(
    result: Redacted, leak: str
) -> None:
    assert prove(f"{as_text(result)}\n{leak}\n", result)


def test_what_the_user_calls_their_own_is_looked_for(result: Redacted) -> None:
    known = Known(names=frozenset({"桐ヶ崎 ましろ"}))
    assert prove("桐ヶ崎ましろ", result) == ()
    assert prove("桐ヶ崎ましろ", result, known)


def test_a_finding_does_not_hold_the_value(result: Redacted) -> None:
    found = prove("佐々倉実乃里", result)
    assert found
    assert "実乃里" not in repr(found)


def test_a_leak_inside_json_or_a_mail_is_found(result: Redacted) -> None:
    assert prove(json.dumps({"a": ["佐々倉実乃里"]}), result)
    assert prove(mail("佐々倉実乃里"), result)


def test_the_message_can_be_read_back(result: Redacted) -> None:
    message = read(as_eml(result))
    assert message.from_[0].address == "sender@redacted.invalid"
    assert message.to[0].address == "recipient-1@example.jp"
    assert message.bodies[0].text.replace("\r", "").strip() == as_text(result).strip()


def test_the_page_holds_nothing_of_the_senders_markup() -> None:
    page = as_html(redact(mail("<script>alert(1)</script>&lt;img src=x&gt;", html=True)))
    assert "<img" not in page
    assert "<script" not in page
    assert "<img src=x>" in unescape(page)


def test_a_header_of_the_sender_cannot_add_a_header() -> None:
    data = mail("こんにちは。", subject="a\nBcc: x@example.org")
    assert read(as_eml(redact(data))).header("Bcc") is None
