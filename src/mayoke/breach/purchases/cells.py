"""Cells of a purchase list: days, amounts, card numbers, instalments."""

import re
import unicodedata
from datetime import date
from functools import lru_cache
from typing import Final

from mayoke.text.eras import western_year

_LONGEST: Final = 40
_WESTERN: Final = re.compile(
    r"'?(?P<y>[0-9]{4}|[0-9]{2})(?P<s>[-/.年])(?P<m>[0-9]{1,2})(?:(?P=s)|月)(?P<d>[0-9]{1,2})日?"
    r"(?![0-9])"
)
_DIGITS: Final = re.compile(r"(?P<y>[0-9]{4}|[0-9]{2})(?P<m>[0-9]{2})(?P<d>[0-9]{2})(?![0-9])")
_ERA: Final = re.compile(
    r"(?P<era>令和|平成|昭和|[rhs])\.?(?P<y>[0-9]{1,2}|元)[-/.年](?P<m>[0-9]{1,2})[-/.月]"
    r"(?P<d>[0-9]{1,2})日?(?![0-9])"
)
_AMOUNT: Final = re.compile(
    r"(?P<neg>[-△▲(]{0,2})[¥\\$]?(?P<minus>-?)(?P<n>[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})"
    r"(?:\.(?P<dec>[0-9]{1,4}))?円?\)?(?P<after>-?)\Z"
)
_CARD: Final = re.compile(r"(?<![0-9])(?:[0-9*][ -]?){9,15}[0-9*]{4}(?![0-9])")
_PART: Final = re.compile(r"(?P<n>[0-9]{1,3})\s?(?:回目|/|$)")
CENTURY: Final = 69
"""Two-digit years up to this one are of the 2000s."""


@lru_cache(16_384)
def read_day(cell: str) -> date | None:
    """The day a cell names, with its year; None if it names none or the year is missing.

    ``2024/01/05``, ``24/1/5``, ``20240105``, ``240105``, ``2024年1月5日``, ``令和6年1月5日``,
    ``R6.1.5``; a time behind it is passed over. Full-width forms too.
    """
    text = unicodedata.normalize("NFKC", cell[:_LONGEST]).lower().strip()
    text = text.replace("年 ", "年").replace("月 ", "月")
    for pattern in (_WESTERN, _DIGITS):
        match = pattern.match(text)
        if match:
            return _day(_full_year(match["y"]), match["m"], match["d"])
    match = _ERA.match(text)
    if match is None:
        return None
    return _day(
        western_year(match["era"], int(match["y"].replace("元", "1"))), match["m"], match["d"]
    )


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year <= CENTURY else 1900)


def _day(year: int | None, month: str, day: str) -> date | None:
    if year is None or not 1950 <= year <= 2100:
        return None
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None


def read_amount(cell: str) -> int | None:
    """Whole yen: ``1,234``, ``¥1,234``, ``-1,234``, ``△1,234``, ``(1,234)``; None otherwise."""
    if len(cell) < 16 and cell.isascii() and cell.isdigit():
        return int(cell)
    text = unicodedata.normalize("NFKC", cell[:_LONGEST]).replace(" ", "").replace("−", "-")
    match = _AMOUNT.match(text)
    if match is None:
        return None
    value = int(match["n"].replace(",", ""))
    return -value if match["neg"] or match["minus"] or match["after"] else value


def mask_cards(text: str) -> str:
    """The text with all but the last four digits of every card number starred out."""
    if not any(map(str.isdigit, text)):
        return text
    if not text.isascii():
        folded = unicodedata.normalize("NFKC", text)
        if folded != text and _CARD.search(folded):
            text = folded
    return _CARD.sub(_masked, text)


def _masked(match: re.Match[str]) -> str:
    digits = [ch for ch in match[0] if ch not in " -"]
    if sum(map(str.isdigit, digits)) < 12:
        return match[0]
    return "*" * (len(digits) - 4) + "".join(digits[-4:])


@lru_cache(4096)
def read_part(cell: str) -> int | None:
    """Which instalment a cell names: ``2回目``, ``2/10``, ``2``; None if it names none."""
    if not cell:
        return None
    text = unicodedata.normalize("NFKC", cell[:_LONGEST]).strip()
    match = _PART.search(text)
    return int(match["n"]) if match else None
