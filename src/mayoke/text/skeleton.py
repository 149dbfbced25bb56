"""One form for all strings that look alike (in the manner of Unicode Technical Standard 39)."""

import re
import unicodedata
from functools import lru_cache

from mayoke.text.fold import fold_plain

_ALIKE = {
    "a": "аɑαạ",
    "b": "ЬьƄ",
    "c": "сϲⅽᴄ",
    "d": "ԁɗ",
    "e": "еҽє℮",
    "f": "ƒ",
    "g": "ɡցɢ",
    "h": "һհ",
    "j": "јϳ",
    "k": "кκ",
    "l": "1iI|!ıіίιӏɩℓ∣丨ⅼ",
    "m": "мⅿ",
    "n": "пոռη",
    "o": "0оοօσ〇○◯ⲟ",
    "p": "рρϱ",
    "q": "ԛզ",
    "r": "гᴦ",
    "s": "ѕꜱ",
    "t": "тτ",
    "u": "υսцʋ",
    "v": "ѵνᴠ",
    "w": "ѡԝաω",
    "x": "хχ×",
    "y": "уγүყ",
    "z": "ᴢ",
    # Japanese: kana that look like ideographs. ソ and ン differ enough to be read apart.
    "口": "ロ囗",
    "力": "カ",
    "工": "エ",
    "二": "ニ",
    "卜": "ト",
    "夕": "タ",
    "八": "ハ",
    "へ": "ヘ",
    "べ": "ベ",
    "ぺ": "ペ",
    "ー": "一",
    "才": "オ",
    "千": "チ",
    "三": "ミ",
}
_TABLE = str.maketrans({ch: to for to, alike in _ALIKE.items() for ch in alike})
_KEPT = 200
"""Strings up to this length are remembered."""
_DASH = re.compile("(?<=[\u3041-\u30ff\u4e00-\u9fff])-")
_ACCENTED = re.compile("[\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff]")
_FULL_SETS = (
    frozenset(("LATIN", "CJK", "HIRAGANA", "KATAKANA")),
    frozenset(("LATIN", "CJK", "BOPOMOFO")),
    frozenset(("LATIN", "CJK", "HANGUL")),
)


def skeleton(s: str) -> str:
    """The look of a string: two strings that look alike have the same skeleton.

    Folded first, then look-alikes of Latin letters (Cyrillic, Greek, digits ``0`` and ``1``), of
    pairs of letters (``rn`` m, ``vv`` w) and Japanese pairs (ロ 口, カ 力, エ 工, ニ 二, ト 卜, タ 夕,
    ハ 八, ヘ へ, ー 一) become one. Linear in the length.
    """
    return _skeleton(s) if len(s) <= _KEPT else _skeleton.__wrapped__(s)


@lru_cache(4096)
def _skeleton(s: str) -> str:
    text = fold_plain(s)
    if text.isascii():
        return text.translate(_TABLE).replace("rn", "m").replace("vv", "w")
    text = _ACCENTED.sub(_without_accent, text)
    text = _DASH.sub("ー", text.translate(_TABLE))
    return text.replace("rn", "m").replace("vv", "w")


def _without_accent(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFD", found[0])[0]


def mixed_script(label: str) -> bool:
    """Does a label mix scripts as no honest name does?

    True when it is not "highly restrictive" (UTS 39 §5.2): one script, or Latin with what Japanese,
    Chinese or Korean are written in, is honest. Digits and punctuation belong to every script.
    """
    if label.isascii():
        return False
    scripts = {script for script in map(_script, unicodedata.normalize("NFKC", label)) if script}
    return len(scripts) > 1 and not any(scripts <= allowed for allowed in _FULL_SETS)


@lru_cache(4096)
def _script(ch: str) -> str:
    """The script of a letter, from its Unicode name; empty for what all scripts share."""
    if not ch.isalpha() or ch in "ー々〆":
        return ""
    return unicodedata.name(ch, "").partition(" ")[0]
