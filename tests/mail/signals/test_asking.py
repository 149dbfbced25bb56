"""What counts as asking for something, and what does not."""

import pytest

from mayoke.mail.check import context
from mayoke.mail.read.read import read
from mayoke.mail.signals.asking import ENTER, TELL, Asking

ASKING = Asking("暗号のことば", "magic word", verbs=f"{ENTER}|{TELL}")


def asked(text: str) -> str | None:
    evidence = ASKING.first(context(read(text)))
    return evidence.quote if evidence else None


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("暗号のことばを入力してください。", "暗号のことばを入力してください"),
        ("暗 号 のことば を ご入力 下さい。", "暗 号 のことば を ご入力 下さい"),
        ("お名前と暗号のことばをご返信ください。", "暗号のことばをご返信ください"),
        ("ログインには暗号のことばが必要です。", "暗号のことばが必要です"),
        ("必要なもの：お名前、暗号のことば", "暗号のことば"),
        ("暗号のことばを教えていただけますか。", "暗号のことばを教えていただけますか"),
        ("Please enter your magic word below.", "enter your magic word"),
        ("Kindly reply with the magic word now", "reply with the magic word"),
    ],
)
def test_a_request_is_quoted(text: str, quote: str) -> None:
    assert asked(text) == quote


@pytest.mark.parametrize(
    "text",
    [
        "当社が暗号のことばをお尋ねすることはありません。",
        "暗号のことばを入力しないでください。",
        "暗号のことばをメールで返信していただくことは決してありません。",
        "暗号のことばを入力させる偽のサイトにご注意ください。",
        "フィッシングのメールが暗号のことばを入力してくださいと求めます。",
        "暗号のことばを変更のうえご連絡ください。",
        "暗号のことば：ab12cd 画面に入力してください。",
        "暗号のことばに電話してください。お名前を入力してください。",
        "暗号のことばは変わりました。お名前を入力してください。",
        "Never enter your magic word on such a page.",
        "We will send you the magic word tomorrow.",
        "Nobody will ask you to send your magic word.",
        "The magic word changed. Enter your name.",
    ],
)
def test_no_request(text: str) -> None:
    assert asked(text) is None
