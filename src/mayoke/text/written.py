"""A date as it is written, before anybody asks which day it is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it is written, ``text[start:end]``; what is not written is None or empty.

    ``short``: the year has one or two digits and no era (``13年8月``). ``era``: the era written.
    ``year_word`` (同年, 昨年 …), ``month_word`` (同月, 先月 …) and ``day_word`` (同日, 翌日, 本日 …;
    ``同`` or ``翌`` before a number) lean on another date. ``fuzzy``: 頃, 上旬, 未明 … ``clock``:
    nothing but a time of day. ``fiscal``: 年度. ``unsure``: ``12/6`` with nothing that proves it a
    date. ``damaged``: broken in the text and repaired (94日).
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    weekday: int | None = None
    era: str = ""
    year_word: str = ""
    month_word: str = ""
    day_word: str = ""
    short: bool = False
    fuzzy: bool = False
    clock: bool = False
    fiscal: bool = False
    unsure: bool = False
    damaged: bool = False

    @property
    def relative(self) -> str:
        """The word that leans on another date, if any."""
        return self.year_word or self.month_word or self.day_word

    @property
    def names_day(self) -> bool:
        """Does it say which day, by number or by a word?"""
        return self.day is not None or self.day_word != ""
