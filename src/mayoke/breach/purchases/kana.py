"""Katakana in Latin letters, and one form for all the ways of spelling that."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_ROWS: Final = {
    "": "アイウエオ", "k": "カキクケコ", "g": "ガギグゲゴ", "s": "サシスセソ", "z": "ザジズゼゾ",
    "t": "タチツテト", "d": "ダヂヅデド", "n": "ナニヌネノ", "h": "ハヒフヘホ", "b": "バビブベボ",
    "p": "パピプペポ", "m": "マミムメモ", "r": "ラリルレロ",
}  # fmt: skip
_OTHERS: Final = {
    "ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ワ": "wa", "ヲ": "o", "ン": "n", "ヴ": "bu", "ヂ": "zi",
    "ヅ": "zu", "ャ": "`ya", "ュ": "`yu", "ョ": "`yo", "ヮ": "`wa", "ァ": "`a", "ィ": "`i", "ゥ": "`u",
    "ェ": "`e", "ォ": "`o", "ッ": "", "ー": "",
}  # fmt: skip
_LETTERS: Final = str.maketrans(
    {
        kana: consonant + vowel
        for consonant, row in _ROWS.items()
        for kana, vowel in zip(row, "aiueo", strict=True)
    }
    | _OTHERS
)
"""Letters by the row of the kana (si, tu, hu); a backquote before small ones."""
_TO_KATAKANA: Final = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}
_ONLY_KANA: Final = re.compile(r"[ァ-ヺー]+\Z")
_CANON: Final = (
    ("tsu", "tu"), ("shi", "si"), ("chi", "ti"), ("sh", "sy"), ("ch", "ty"), ("dji", "zi"),
    ("ji", "zi"), ("j", "zy"), ("zyi", "zi"), ("l", "r"), ("ck", "k"), ("ph", "h"), ("x", "kus"),
    ("c", "k"),
)  # fmt: skip
_BOTH: Final = (("di", "zi"), ("du", "zu"), ("f", "h"), ("v", "b"), ("mb", "nb"), ("mp", "np"))
_LONG: Final = re.compile(r"([aiueo])(?:\1|h(?![aiueoy]))|ou|ei")
_DOUBLE: Final = re.compile(r"([b-df-hj-np-tv-z])\1+")
_BIG_YOON: Final = re.compile(r"(?<=[キシチニヒミリギジビピ])[ヤユヨ]")
_BIG_STOP: Final = re.compile(r"ツ(?=[カ-ゴサ-ゾタ-ドパピプペポ])")
_MADE_SMALL: Final = str.maketrans("ヤユヨツ", "ャュョッ")


def spellings(word: str) -> frozenset[str]:
    """``canon`` forms of a name of kana alone, also where small kana were written large.

    Empty for a name with other characters.
    """
    text = unicodedata.normalize("NFKC", word).translate(_TO_KATAKANA)
    if not _ONLY_KANA.match(text):
        return frozenset()
    small = _BIG_STOP.sub("ッ", _BIG_YOON.sub(lambda m: m[0].translate(_MADE_SMALL), text))
    return frozenset(_finished(_spelt(each)) for each in {text, small})


@lru_cache(65_536)
def canon(letters: str) -> str:
    """One spelling for shi and si, ō and ou, double letters and one (Hepburn and Kunrei)."""
    text = letters.lower()
    for written, kept in _CANON:
        if written in text:
            text = text.replace(written, kept)
    return _finished(text)


def _spelt(kana: str) -> str:
    letters = kana.translate(_LETTERS)
    if "`" in letters:
        for vowel in "iuea":
            letters = letters.replace(f"{vowel}`", "")
        letters = letters.replace("`", "")
    return letters


def _finished(text: str) -> str:
    for written, kept in _BOTH:
        if written in text:
            text = text.replace(written, kept)
    return _DOUBLE.sub(r"\1", _LONG.sub(lambda match: match[0][0], text))
