"""Merchants' names as statements print them, brought to forms that can be compared."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from mayoke.text.names import plain_name
from mayoke.text.url import registrable

_LONGEST: Final = 120
_WALLETS: Final = (
    ("PayPal", re.compile(r"paypal|ペイパル")),
    ("Amazon Pay", re.compile(r"amz\*|amazon ?pay|アマゾン ?(?:pay|ペイ)|amazonpayments")),
    ("楽天ペイ", re.compile(r"楽天ペイ|ラクテン ?ペイ|rakuten ?pay")),
    ("PayPay", re.compile(r"paypay[* /-]|ペイペイ")),
    ("d払い", re.compile(r"d払い[ /*]|dバライ[ /*]")),
    ("LINE Pay", re.compile(r"line ?pay[* /]")),
)
_ANY_WALLET: Final = re.compile("|".join(pattern.pattern for _, pattern in _WALLETS))
_SIGN: Final = re.compile("[*/:・ ]|利用")
_NETWORK: Final = re.compile(
    r"(?:visa|ビザ|マスター(?:カード)?|mastercard|jcb|amex|diners)?(?:国内|海外)利用 ?(?:vs|mc|jc|ax)? ?"
)
_PROCESSOR: Final = re.compile(
    r"(?:paypal|pp|sq|sp|stripe|st|amz|amazon ?pay|アマゾン ?(?:pay|ペイ)|gmo(?:-?pg|ペイメント)?"
    r"|楽天ペイ|ラクテン ?ペイ|paypay|ペイパル|ペイペイ|d払い|dバライ|line ?pay|sbps|komoju|square"
    r"|shopify|np|atone|paidy|ペイディ|イプシロン|epsilon|ゼウス|zeus|イリヨウ)"
    r" ?[*/:・] ?|(?:ap|id|qp|eb|apple ?pay|quicpay)/|amz\*|(?:アマゾン|amazon) ?(?:pay|ペイ) "
    r"|(?:楽天|ラクテン) ?ペイ "
)
_SUFFIX: Final = re.compile(
    r"[ /](?:id|qp|ap|nfc|visaタッチ|applepay|quicpay|モバイル)$|\((?:利用|国内|買物)\)$"
)
_COUNTRY: Final = re.compile(r" (?:jp|jpn|tokyo|osaka|japan|(?:\+?81|0[0-9]{1,3})[-0-9]{7,12})$")
_DOMAIN: Final = re.compile(
    r"(?<![a-z0-9.@-])(?:https?://)?(?:www\.)?((?:[a-z0-9-]{1,60}\.){1,4}[a-z]{2,12})(?![a-z0-9-])"
)
_ENDS: Final = (
    "シヨツピングサイト", "シヨツピング", "シヨツプ", "ストアー", "ストア", "サイト", "通信販売", "通販", "ツウハン",
    "オンライン", "ネツト", "本店", "ホンテン", "モール", "マーケツト", "shopping", "shop", "store",
    "online", "official",
)  # fmt: skip
_FRONTS: Final = (
    *_ENDS, "公式", "コウシキ", "直営", "チヨクエイ", "ウエブ", "web", "インターネツト", "net", "the",
)  # fmt: skip
"""What stands before such an ending: オンラインショップ, 公式通販サイト."""
_OFFICIAL: Final = ("公式", "コウシキ", "official", "通販", "ツウハン", "サイト")
_BRANCH: Final = re.compile(
    r"(?P<rest>.{2,}) ?(?<![本売商茶書]) (?P<branch>\S{2,10}(?:店|テン|支店|シテン))$"
)
_GENERIC: Final = """
シヨツプ ストア オンラインストア オンラインシヨツプ オンライン ネツトシヨツプ ネツト 通販 ツウハン 通販サイト
公式 公式シヨツプ 公式ストア 公式サイト 公式通販 本店 ホンテン サイト モール マーケツト シヨツピング
インターネツト 会社 株式会社 カブシキガイシヤ ケツサイ 決済 カード 支払 オシハライ サービス
ギフト フアツシヨン スポーツ フーズ ジヤパン ニホン 日本 トウキヨウ 東京 大阪 オオサカ 京都 キヨウト 北海道
shop store online onlineshop onlinestore webshop netshop japan tokyo market mall official
service services payment card company gift fashion sports foods food mail order the web net
サクラ  ヤマト ホーム マート クラブ センター ライフ スタイル 薬局 ヤツキヨク 書店 シヨテン 食堂 病院 大学
"""
GENERIC: Final = frozenset(_GENERIC.split())
"""Names that say nothing of who it is; compared in the form of ``plain_name``."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A merchant's name taken apart.

    ``key``: ``plain_name`` form; ``short``: without online-shop endings; ``branch``: a branch's
    name was taken off; ``domain``: registrable, if one stands there; ``wallet``: paid through it.
    ``cut``: long enough to have been cut off by the card company.
    """

    key: str
    short: str
    branch: bool
    domain: str
    wallet: str
    cut: bool


@lru_cache(65_536)
def read_printed(name: str) -> Printed:
    """A merchant's name of a statement, full width or half, with prefixes and suffixes."""
    text = " ".join(unicodedata.normalize("NFKC", name[:_LONGEST]).lower().split())
    text = text.replace("−", "-").replace("‐", "-")
    wallet = ""
    if _ANY_WALLET.search(text):
        wallet = next(title for title, pattern in _WALLETS if pattern.search(text))
    body = _strip(text) if _SIGN.search(text) else text
    domain = _domain(body) if "." in body else ""
    found = _BRANCH.match(body) if body.endswith(("店", "テン")) else None
    branch = found is not None
    rest = found["rest"] if found else body
    key = plain_name(rest)
    return Printed(key, shorten(key), branch, domain, wallet, len(body) >= 15)


@lru_cache(65_536)
def shorten(key: str) -> str:
    """A ``plain_name`` without 公式 before it and オンラインショップ and the like behind it."""
    text = _without_end(key, _ENDS, 1)
    if text != key:
        text = _without_end(text, _FRONTS, 5)
    if text.startswith(_OFFICIAL[:3]):
        for word in _OFFICIAL:
            text = text.removeprefix(word)
    return text or key


def _without_end(text: str, ends: tuple[str, ...], times: int) -> str:
    for _ in range(times):
        if not text.endswith(ends):
            break
        text = text.removesuffix(next(end for end in ends if text.endswith(end)))
    return text


def is_telling(key: str) -> bool:
    """Is the name long and peculiar enough to be compared at all?"""
    return len(key) >= 3 and key not in GENERIC and not key.isdigit()


def _strip(text: str) -> str:
    for _ in range(3):
        before = text
        for pattern in (_NETWORK, _PROCESSOR):
            match = pattern.match(text)
            if match and match.end() < len(text):
                text = text[match.end() :].strip()
        match = _SUFFIX.search(text)
        if match and match.start() > 1:
            text = text[: match.start()].strip()
        match = _COUNTRY.search(text)
        if match and match.start() > 2:
            text = text[: match.start()].strip()
        if text == before:
            break
    return text


def _domain(text: str) -> str:
    match = _DOMAIN.search(text)
    return registrable(match[1]) if match else ""
