"""The mails with planted data, and that nothing planted is overlooked in an output."""

import base64
import email
import email.policy
import hashlib
import html
import json
from urllib.parse import quote

import pytest

from mayoke.records.known import Known
from tools.planted.left import kept, leaks
from tools.planted.mails import planted
from tools.planted.records import Plant, Planted

MAIL = "sayoko.kirishima77@home.example.jp"
PLANTS = (
    Plant("name", "霧島 小夜子", (), ()),
    Plant("name", "キリシマ サヨコ", (), ()),
    Plant("name", "Kirishima Sayoko", (), ()),
    Plant("mail", MAIL, (), ()),
    Plant("phone", "090-0000-1234", (), ()),
    Plant("postal", "123-4567", (), ()),
    Plant("address", "東京都府中市 架空町1-2-3 コーポ架空203", (), ()),
    Plant("card", "4111111111111111", (), ()),
    Plant("account", "7654321", (), ()),
    Plant("customer", "MB8392118203", (), ()),
    Plant("token", "a9Xk27QmPz41", (), ()),
)
KEEP = ("login-jp.example.net", "050-0000-9876", "本日中に手続きがない場合は返送されます")
ONE = Planted(b"", Known(), PLANTS, KEEP)


def found(rendered: str | bytes) -> set[str]:
    data = rendered if isinstance(rendered, bytes) else rendered.encode()
    return {leak.split(":")[0] for leak in leaks(ONE, data)}


def test_everything_planted_stands_in_the_mail_itself() -> None:
    for mail in planted(250):
        assert len(leaks(mail, mail.data)) == len(mail.planted)
        assert kept(mail, mail.data) == []


def test_the_mails_are_the_same_every_time() -> None:
    assert list(planted(20, seed=3)) == list(planted(30, seed=3))[:20]
    assert list(planted(5, seed=3)) != list(planted(5, seed=4))


def test_the_mails_are_well_formed() -> None:
    for mail in planted(150, seed=1):
        read = email.message_from_bytes(mail.data, policy=email.policy.default)
        assert [defect for part in read.walk() for defect in part.defects] == []


def test_every_kind_place_and_charset_occurs() -> None:
    mails = list(planted(300, seed=2))
    plants = [plant for mail in mails for plant in mail.planted]
    assert {plant.kind for plant in plants} == {plant.kind for plant in PLANTS}
    assert {
        "text",
        "html",
        "attribute",
        "link",
        "To",
        "Received",
        "Message-ID",
        "file name",
        "picture",
    } < {place for plant in plants for place in plant.where}
    whole = b"\n".join(mail.data for mail in mails)
    for sign in (
        b"ISO-2022-JP",
        b"Shift_JIS",
        b"quoted-printable",
        b"message/rfc822",
        b"filename*0*=",
    ):
        assert sign in whole
    assert {bool(mail.known.me) for mail in mails} == {True, False}


@pytest.mark.parametrize(
    ("rendered", "kind"),
    [
        ("霧島様へ", "name"),
        ("小 夜 子 さん", "name"),
        ("<p>霧<b></b>島&#8203;小夜子</p>", "name"),
        ('<img alt="霧島小夜子">', "name"),
        ("&#38695;&#x5CF6; 様", "name"),
        ("ｷﾘｼﾏ ｻﾖｺ", "name"),
        ("きりしま", "name"),
        ("SAYOKO KIRISHIMA", "name"),
        ("ＫＩＲＩＳＨＩＭＡ", "name"),
        (json.dumps({"a": ["霧島"]}), "name"),
        ('<script>"\\u9727\\u5cf6"</script>', "name"),
        (quote("?n=霧島"), "name"),
        ("From: =?ISO-2022-JP?B?GyRCTDhFZxsoQg==?= <a@example.com>\n\nx", "name"),
        ("sayoko.kirishima77[at]home[.]example[.]jp", "mail"),
        ("SAYOKO.KIRISHIMA77＠HOME.EXAMPLE.JP", "mail"),
        ("bounce+sayoko.kirishima77=home.example.jp@example.net", "mail"),
        (quote(quote(MAIL, safe=""), safe=""), "mail"),
        ("".join(f"%{byte:02x}" for byte in MAIL.encode()), "mail"),
        ("?u=x1" + base64.urlsafe_b64encode(MAIL.encode()).decode().rstrip("="), "mail"),
        (base64.b64encode(base64.b64encode(MAIL.encode())), "mail"),
        (MAIL.encode().hex(), "mail"),
        (hashlib.sha256(MAIL.encode()).hexdigest().upper(), "mail"),
        ("+81 (0)90-0000-1234", "phone"),
        ("〇九〇ー〇〇〇〇ー一二三四", "phone"),
        ("090（0000）<wbr>1234", "phone"),
        ("〒123−4567", "postal"),
        ("架空町一丁目二番三号", "address"),
        ("府中市架空町１－２－３", "address"),
        ("コーポ架空２０３号室", "address"),
        ("4111-1111 1111 1111", "card"),
        ("●●●●-●●●●-●●●●-1111", "card"),
        ("普通 ７６５４３２１", "account"),
        ("MB83-9211-8203", "customer"),
        ("/c/a9Xk27QmPz41/", "token"),
    ],
)
def test_a_value_is_found_in_every_form(rendered: str | bytes, kind: str) -> None:
    assert kind in found(rendered)


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
def test_a_value_is_found_in_a_part_of_a_mail(encoding: str) -> None:
    text = (
        base64.encodebytes("霧島 様\n".encode("cp932")).decode()
        if encoding == "base64"
        else "=96=B6=93=\n=87 =97l\n"
    )
    head = f"Content-Type: text/plain; charset=Shift_JIS\nContent-Transfer-Encoding: {encoding}\n\n"
    assert found(head + text) == {"name"}


def test_a_redacted_output_leaks_nothing_and_keeps_the_evidence() -> None:
    clean = (
        "［受取人］様 電話［番号1］、hxxps://login-jp[.]example[.]net/［消した］ 窓口 050-0000-9876\n"
        "本日中に手続きが\nない場合は返送されます"
    )
    for rendered in (clean, html.escape(clean), json.dumps({"text": clean})):
        assert found(rendered) == set()
        assert kept(ONE, rendered.encode()) == []


def test_what_was_removed_too_much_is_named() -> None:
    assert kept(ONE, "窓口 ［番号2］ login-jp.example.net".encode()) == list(KEEP[1:])


def test_a_short_number_inside_a_longer_one_is_chance() -> None:
    assert found("整理番号 17654321998") == set()
