"""A text without width, case, spaces and signs, to find a value however it is written."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

_LARGE = str.maketrans("ァィゥェォッャュョヮヵヶ", "アイウエオツヤユヨワカケ")
_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}
_MARKS = "\u3099\u309a"


class Needle(NamedTuple):
    """A value to look for, squeezed. ``alone``: it counts only where it is no part of a word."""

    text: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Squeezed:
    """``text[i]`` comes from ``raw[first[i]:last[i]]``."""

    raw: str
    text: str
    first: list[int]
    last: list[int]

    def is_alone(self, start: int, end: int) -> bool:
        """Does ``raw[start:end]`` stand as a word of its own: no sign of its script beside it?"""
        before, after = self.raw[start - 1 : start] if start else "", self.raw[end : end + 1]
        if after and after in "様殿氏さ" and _script(self.raw[end - 1]) != "latin":
            after = ""
        return not (
            (before and _script(before) == _script(self.raw[start]) != "")
            or (after and _script(after) == _script(self.raw[end - 1]) != "")
        )


class Finder:
    """Looks for many needles at once."""

    __slots__ = ("_machine", "_needles")

    def __init__(self, needles: Iterable[Needle]) -> None:
        self._needles = list(needles)
        self._machine = AhoCorasick([needle.text for needle in self._needles])

    def hits(self, text: Squeezed) -> Iterator[tuple[Needle, int, int]]:
        """Needles, and where they stand in the raw text: code points, end exclusive."""
        for index, start, end in self._machine.find_matches_as_indexes(text.text, overlapping=True):
            needle = self._needles[index]
            span = text.first[start], text.last[end - 1]
            if not needle.alone or text.is_alone(*span):
                yield needle, *span


def squeeze(raw: str) -> Squeezed:
    """Only letters and digits: NFKC, lower case, hiragana and small kana as large katakana."""
    out: list[str] = []
    first: list[int] = []
    last: list[int] = []
    for at, ch in enumerate(raw):
        for sign in _form(ch):
            if sign in _MARKS:
                if out and last[-1] == at:
                    joined = unicodedata.normalize("NFC", out[-1] + sign)
                    if len(joined) == 1:
                        out[-1], last[-1] = joined, at + 1
                continue
            out.append(sign)
            first.append(at)
            last.append(at + 1)
    return Squeezed(raw, "".join(out), first, last)


def squeezed(raw: str) -> str:
    """The squeezed text alone."""
    return squeeze(raw).text


@lru_cache(16_384)
def _form(ch: str) -> str:
    folded = unicodedata.normalize("NFKC", ch).lower().translate(_KATAKANA).translate(_LARGE)
    plain = "".join(
        part[0] if part[0].isascii() else sign
        for sign in folded
        if (part := unicodedata.normalize("NFD", sign))
    )
    return "".join(sign for sign in plain if sign.isalnum() or sign in _MARKS)


@lru_cache(16_384)
def _script(ch: str) -> str:
    form = unicodedata.normalize("NFKC", ch)[:1]
    if form.isdigit():
        return "digit"
    if form.isascii():
        return "latin" if form.isalpha() else ""
    if "ァ" <= form <= "ー":
        return "katakana"
    if "ぁ" <= form <= "ん":
        return "hiragana"
    return "kanji" if "㐀" <= form <= "鿿" or form == "々" else ""
