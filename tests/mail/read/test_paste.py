"""Pasted text."""

import pytest

from mayoke.mail.read.read import read
from tests.mail.read.build import mail


def test_a_mails_source() -> None:
    source = mail(
        "=E3=81=82",
        "Received: by mx.example",
        "From: =?UTF-8?B?6Z2S5pyo?= <a@shop.example>",
        "Subject: お知らせ",
        "Content-Transfer-Encoding: quoted-printable",
    ).decode()
    message = read(source)
    assert (message.form, message.subject) == ("mail", "お知らせ")
    assert message.from_[0].name == "青木"
    assert message.bodies[0].text == "あ"


@pytest.mark.parametrize(
    "head",
    [
        "差出人: 青木商店 <info@shop.example>\n件名: ご確認のお願い\n宛先: me@x.example\n\n",
        "件名：ご確認のお願い\n差出人：青木商店 <info@shop.example>\n\n",
        "From: 青木商店 <info@shop.example>\nSent: Monday\nSubject: ご確認のお願い\n\n",
        "From: 青木商店 <info@shop.example>\r\nSubject: ご確認のお願い\r\n\r\n",
        "\n\n送信元: 青木商店 <info@shop.example>\n日時: 月曜日\n件名: ご確認のお願い\n",
    ],
)
def test_copied_header_lines(head: str) -> None:
    message = read(head + "本文です。login.example/a")
    assert message.form == "mail"
    assert message.subject == "ご確認のお願い"
    assert [(box.name, box.address) for box in message.from_] == [("青木商店", "info@shop.example")]
    assert message.bodies[0].text.startswith("本文です。")
    header = message.header("From")
    assert header is not None
    assert header.value in head


@pytest.mark.parametrize(
    "text",
    [
        "お荷物をお届けしましたが不在のため持ち帰りました。https://a.example/x",
        "青木\n10:21 写真見た？\n自分\n10:22 見てない",
        "件名: だけの一行\n\n本文",
        "Note: buy milk\nFrom the shop",
        "https://login.example/",
        "差出人不明のメールが来ました",
    ],
)
def test_text_without_header(text: str) -> None:
    message = read(text)
    assert message.form == "text"
    assert message.headers == ()
    assert message.bodies[0].text == text
    assert message.parts == (("1", "text/plain"),)


def test_links_without_scheme_are_found() -> None:
    message = read("こちら example.com/card まで")
    assert [(link.part, link.target, link.place) for link in message.links] == [
        ("1:link:1", "example.com/card", "text")
    ]


def test_a_pages_source_is_read_as_a_page() -> None:
    message = read('<!DOCTYPE html><p>押す <a href="https://a.example/">ここ</a></p>')
    assert message.bodies[0].html
    assert [(link.target, link.shown) for link in message.links] == [("https://a.example/", "ここ")]


def test_a_pasted_forward_is_opened() -> None:
    message = read(
        "転送します\n\n---------- Forwarded message ---------\nFrom: X <x@shop.example>\nSubject: s\n\n本文"
    )
    assert message.unwrapped == "inline"
    assert message.from_[0].address == "x@shop.example"
    assert message.bodies[0].text == "本文"


@pytest.mark.parametrize("text", ["\ufeff本文", "本\0文", "本文\ud800", "a\r\nb\rc"])
def test_odd_characters(text: str) -> None:
    body = read(text).bodies[0].text
    assert "\0" not in body
    assert "\r" not in body
    assert not body.startswith("\ufeff")
