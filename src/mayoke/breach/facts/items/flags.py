"""What is said beside an item: only a part of it, encrypted, hashed."""

import re
from typing import Literal

from mayoke.breach.facts.items.words import ItemWord

Flag = Literal["partial", "encrypted", "hashed"]

_CUT = frozenset(
    {
        *("card_number", "card_expiry", "card_holder_name", "bank_account", "my_number"),
        *("address", "postal_code", "name", "phone", "email", "birth_date"),
        *("insurance_number", "password"),
    }
)
"""Items that notices give in part; of others a part (カルテの一部) is the item itself."""
_NOT = "(?!(?:は|も)?(?:さ?れ|し|で)?(?:て|は)?(?:い|お)?(?:ませ|りませ|ない|らず|なか))"
_HASHED = re.compile(f"ハッシュ(?:値|化){_NOT}|不可逆(?:的)?(?:な|に)?(?:暗号|変換)|ソルト")
_ENCRYPTED = re.compile(f"暗号化{_NOT}|暗号(?:化)?(?:済|処理)")
_PART = re.compile(
    "(?:下|末尾|先頭|上|頭|後ろ|最後の|最初の|前)の?[0-9一二三四五六]{1,2}(?:桁|けた|文字)|一部(?:のみ|マスク|伏せ|非表示|桁)"
    "|マスキング|マスク(?:さ|処理|済)|伏せ字|伏字|伏せた"
    "|(?:市区町村|市町村|都道府県|町名|丁目|大字|県)(?:名)?(?:まで|のみ|だけ)|(?:姓|名字|苗字|名|年|月日)のみ|イニシャル|名字|苗字|頭文字|(?:番号|住所)の一部"
)
_SECRET = re.compile("ハッシュ|不可逆|ソルト|暗号")
"""Without one of these nothing is hashed or encrypted."""
_AFTER = re.compile("\\(([^()]{1,60})\\)|(?:(?:は|が|も)、?)?([^。、(]{0,40})")
_SOME = re.compile("(?:の|は|も)、?一部(?!の(?:方|お客|会員|利用|人|者))")
_BEFORE_HASH = re.compile(
    "(?:ハッシュ化|ハッシュ値に?変換|不可逆(?:的)?(?:な|に)?暗号化)(?:さ?れ|し|済み?)?(?:た|て(?:い|お)[るりた]?[たる]?|の)?$"
)
_BEFORE_ENCRYPTION = re.compile("暗号化(?:さ?れ|し|済み?)?(?:た|て(?:い|お)[るりた]?[たる]?|の)?$")
_BEFORE_PART = re.compile(
    "(?:(?:下|末尾|先頭|上)の?[0-9]桁(?:のみ)?の?|マスキングされた|マスク(?:された|済み?の)|一部(?:を|が)(?:マスク|伏せ)[ぁ-ん]{0,4}|一部伏せ字の)$"
)


def flag_of(text: str, word: ItemWord, start: int, end: int) -> Flag | None:
    """The flag of a word for an item in its sentence ``text[start:end]``; None without one."""
    inside = text[word.start : word.end]
    before = text[max(start, word.start - 24) : word.start]
    near = _near(text, word.end, end)
    if _SECRET.search(text, max(start, word.start - 24), max(word.end, min(end, word.end + 64))):
        if "ハッシュ" in inside or _HASHED.search(near) or _BEFORE_HASH.search(before):
            return "hashed"
        if _ENCRYPTED.search(near) or _BEFORE_ENCRYPTION.search(before):
            return "encrypted"
    if not _CUT.isdisjoint(word.codes) and _is_part(near, inside, before):
        return "partial"
    return None


def _is_part(near: str, inside: str, before: str) -> bool:
    return bool(_PART.search(near) or _PART.search(inside) or _BEFORE_PART.search(before))


def _near(text: str, at: int, end: int) -> str:
    """The bracket right behind a word, or the words up to the next comma."""
    behind = text[at : min(end, at + 64)]
    if _SOME.match(behind):
        return "一部のみ"
    found = _AFTER.match(behind)
    return found[0] if found else ""
