"""RFC 2047 in the forms that are sent, allowed or not."""

import base64

import pytest

from mayoke.mail.read.encoded_word import decode


def b(text: str, charset: str, codec: str = "") -> str:
    payload = base64.b64encode(text.encode(codec or charset)).decode()
    return f"=?{charset}?B?{payload}?="


def cut_inside_a_character(text: str, charset: str, codec: str, at: int) -> str:
    raw = text.encode(codec)
    words = (base64.b64encode(piece).decode() for piece in (raw[:at], raw[at:]))
    return " ".join(f"=?{charset}?B?{word}?=" for word in words)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("plain", "plain"),
        (b("重要なお知らせ", "UTF-8"), "重要なお知らせ"),
        (b("重要なお知らせ", "ISO-2022-JP"), "重要なお知らせ"),
        (b("①髙㈱～", "Shift_JIS", "cp932"), "①髙㈱～"),
        (b("お知らせ", "EUC-JP"), "お知らせ"),
        (b("お知らせ", "windows-31j", "cp932"), "お知らせ"),
        ("=?UTF-8?Q?=E9=87=8D=E8=A6=81_a=3Db?=", "重要 a=b"),
        ("=?utf-8*ja?B?44GC?=", "あ"),
        ("=?UTF-8*ja-JP?Q?=E3=81=82?= tail", "あ tail"),
        ("Re: =?UTF-8?B?44GC?= [1]", "Re: あ [1]"),
        # §6.2: white space between two words is no text.
        ("=?UTF-8?B?44GC?= =?UTF-8?B?44GE?=", "あい"),
        ("=?UTF-8?B?44GC?=   =?ISO-2022-JP?B?GyRCJCQbKEI=?=", "あい"),
        # Not allowed by §5, but sent:
        ("=?UTF-8?B?44GC?==?UTF-8?B?44GE?=", "あい"),
        ("a=?UTF-8?B?44GC?=b", "aあb"),
        ("=?UTF-8?Q?two words?=", "two words"),
        ("=?UTF-8?B?44GC44?= =?UTF-8?B?GE?=", "あい"),
        ("=?UTF-8?B?4*4G!C?=", "あ"),
        ("=?UTF-8?B??=", ""),
        ("=?UTF-8?X?abc?=", "=?UTF-8?X?abc?="),
        ("=?UTF-8?B?44GC", "=?UTF-8?B?44GC"),
        ("=?x-unknown?Q?abc?=", "abc"),
        ("=?UTF-8?Q?one=0D=0ABcc:_x?=", "one  Bcc: x"),
    ],
)
def test_words(raw: str, text: str) -> None:
    assert decode(raw) == text


@pytest.mark.parametrize(
    ("charset", "codec", "at"),
    [
        ("UTF-8", "utf-8", 4),
        ("UTF-8", "utf-8", 7),
        ("Shift_JIS", "cp932", 5),
        ("EUC-JP", "euc_jp", 3),
    ],
)
def test_a_character_cut_in_two_words(charset: str, codec: str, at: int) -> None:
    assert (
        decode(cut_inside_a_character("本人確認のお願い", charset, codec, at)) == "本人確認のお願い"
    )


def test_iso_2022_jp_cut_without_returning_to_ascii() -> None:
    raw = "ご利用のお知らせ".encode("iso-2022-jp")
    words = (base64.b64encode(piece).decode() for piece in (raw[:9], raw[9:]))
    header = "\t".join(f"=?ISO-2022-JP?B?{word}?=" for word in words)
    assert decode(header) == "ご利用のお知らせ"


def test_right_to_left_override_is_kept() -> None:
    assert decode(b("invoice\u202efdp.exe", "UTF-8")) == "invoice\u202efdp.exe"
