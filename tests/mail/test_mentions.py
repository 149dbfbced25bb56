"""Names and domains of a message, as a ledger is searched by them."""

from mayoke.mail.mentions import mentioned
from mayoke.mail.read.read import read
from mayoke.text.names import plain_name

MAIL = """From: しおさい堂 お客様係 <info@mail.shiosai.example>
To: hanako@example.jp
Subject: 【重要】「ゆきやなぎ書店」からのお知らせ
Content-Type: text/plain; charset=utf-8

株式会社みかん山商事より、お詫び申し上げます。
https://www.mikan.example/owabi
"""


def test_sender_subject_text_and_links_give_keys() -> None:
    keys = mentioned(read(MAIL.encode()))
    for name in ("しおさい堂", "ゆきやなぎ書店", "株式会社みかん山商事"):
        assert f"name:{plain_name(name)}" in keys
    assert {"domain:shiosai.example", "domain:mikan.example"} <= keys


def test_a_mail_without_names_gives_its_domain_alone() -> None:
    keys = mentioned(read(b"From: a@b.example\n\nhello\n"))
    assert keys == {"domain:b.example"}


def test_a_mail_full_of_brackets_is_bounded() -> None:
    body = "「あいうえお」" * 20_000
    text = f"From: a@b.example\nContent-Type: text/plain; charset=utf-8\n\n{body}"
    assert len(mentioned(read(text.encode()))) <= 200


def test_ten_thousand_links_are_bounded() -> None:
    links = "\n".join(f"https://h{n}.example/" for n in range(10_000))
    text = f"From: a@b.example\nContent-Type: text/plain; charset=utf-8\n\n{links}"
    assert len(mentioned(read(text.encode()))) <= 200
