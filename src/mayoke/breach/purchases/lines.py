"""Rows of a list as purchases: which are refunds, which are later instalments, which are neither."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Final

from mayoke.breach.purchases.cells import mask_cards, read_amount, read_day, read_part
from mayoke.breach.purchases.columns import guess, header_word
from mayoke.breach.purchases.table import Table, rows
from mayoke.records.purchase import Columns, LineKind, Purchase, Role

_REFUND: Final = re.compile(
    r"返金|返品|取消|取り消し|キャンセル|払戻|払い戻し|マイナス|refund|cancel|return"
)
_PARTS: Final = re.compile(r"分割|リボ|ボーナス|繰越|[0-9]+ ?回(?:払|目)")
_ONCE: Final = re.compile(r"^(?:1|一|ー)回(?:払い?)?$|1 ?回払")
DIGIT: Final = "[0-9０-９]"
_DIGIT: Final = re.compile(DIGIT)
_NO_PURCHASE: Final = re.compile(
    r"^(?:[【〔＜<(*※◆■□]?(?:小計|合計|総合計|総計|中計|お支払(?:い)?(?:金額)?(?:合計|総額)|ご請求(?:金額)?(?:合計|総額)?"
    r"|ご利用者名?|カード会員|会員番号|残高|繰越|次回|前回分?(?:口座)?(?:振替|支払|お支払|請求)|口座振替|"
    r"お支払方法|以上|計$|total|subtotal|現地利用額|変換レート|円換算))"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A row that is a purchase, with its cells."""

    purchase: Purchase
    row: Sequence[str]


def lines(table: Table, skip: int, columns: Columns) -> Iterator[Line | None]:
    """Every row after the header; None for one that is no purchase (a total, a remark).

    A second header within the file (another section) moves the columns.
    """
    at = dict(columns.at)
    for number, row in enumerate(islice(rows(table), skip, None), 1):
        again = _section(row, at)
        if again:
            at = again
            yield None
        else:
            yield read_line(row, at, number)


def read_line(row: Sequence[str], at: dict[Role, int], number: int) -> Line | None:
    """One row; None when it bears no shop or no day, or is a total."""
    merchant, written = cell(row, at.get("merchant")), cell(row, at.get("date"))
    if not (names_shop(merchant) and is_dated(written)):
        return None
    amount = yen_of(cell(row, at.get("amount")), cell(row, at.get("refund")))
    kind = way_of(cell(row, at.get("kind")), cell(row, at.get("part")))
    if amount is not None and amount < 0:
        kind = "refund"
    card = last_digits(cell(row, at.get("card")))
    return Line(Purchase(number, read_day(written), mask_cards(merchant), amount, kind, card), row)


def is_dated(written: str) -> bool:
    """Does anything stand there that could be a day?"""
    return bool(_DIGIT.search(written))


@lru_cache(65_536)
def names_shop(merchant: str) -> bool:
    """Is it a name, and none of a total, a remark or a heading?"""
    if not merchant:
        return False
    text = unicodedata.normalize("NFKC", merchant).lower()
    return not _NO_PURCHASE.match(text) and any(map(str.isalnum, text))


def yen_of(paid: str, back: str) -> int | None:
    """The amount of a line; negative where the money stands in the column of refunds."""
    amount, returned = read_amount(paid), read_amount(back) if back else None
    return -abs(returned) if returned and not amount else amount


def way_of(words: str, part_words: str) -> LineKind:
    """What the way of payment and the number of the instalment say; a negative amount says more."""
    if says_refund(words):
        return "refund"
    part = read_part(part_words)
    if part is not None and part > 1 and (not words or says_parts(words)):
        return "instalment"
    return "purchase"


@lru_cache(4096)
def says_refund(words: str) -> bool:
    """Does the way of payment speak of money given back?"""
    return bool(_REFUND.search(unicodedata.normalize("NFKC", words).lower()))


@lru_cache(4096)
def says_parts(words: str) -> bool:
    """Does the way of payment speak of instalments?"""
    text = unicodedata.normalize("NFKC", words)
    return text.isdigit() or bool(_PARTS.search(text) and not _ONCE.search(text))


def cell(row: Sequence[str], at: int | None) -> str:
    """The stripped cell; empty where the row has none."""
    return row[at].strip() if at is not None and at < len(row) else ""


def last_digits(text: str) -> str:
    """No more of a card than its last four digits."""
    digits = "".join(ch for ch in unicodedata.normalize("NFKC", text) if ch.isdigit())
    return f"****{digits[-4:]}" if len(digits) >= 4 else ""


def _section(row: Sequence[str], at: dict[Role, int]) -> dict[Role, int] | None:
    """The columns a row of header words gives, if it is one."""
    where = at.get("date", 0)
    if where >= len(row) or read_day(row[where]) or not header_word(row[where]):
        return None
    again = guess(row)
    if "date" in again.at and "merchant" in again.at:
        return dict(again.at)
    return None


def origin_day(days: Sequence[tuple[date, int]], on: date | None) -> tuple[date, int] | None:
    """The last purchase up to a day among ``(day, number)``; the greatest number of that day."""
    fitting = [one for one in days if on is None or one[0] <= on]
    return max(fitting) if fitting else None
