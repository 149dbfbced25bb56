"""Numbers as Japanese texts write them: 12,345, 3万2345, 1.4万, 三千二百八十, 〇九."""

import re

NUMERAL_CHARS = "0-9,.〇零一二三四五六七八九壱弐参十拾百千万萬億兆"
"""For a character class: every character a numeral may hold."""

_LONGEST = 40
_TOKEN = re.compile(
    r"([0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])|[0-9]{1,20})(\.[0-9]{1,8})?"
    r"|([〇零一二三四五六七八九壱弐参]{1,20})|([十拾百千])|([万萬億兆])"
)
_DIGITS = str.maketrans("〇零一二三四五六七八九壱弐参", "00123456789123")
_SMALL = {"十": 10, "拾": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "億": 10**8, "兆": 10**12}


def read_numeral(s: str) -> int | None:
    """The whole number that ``s`` (folded, without unit or spaces) writes, else None.

    Digits with or without commas, kanji by place (二〇二三) or with 十百千万億兆, and mixtures
    (12万3千, 1.4万). None for anything else: a comma in a wrong place, a rest that is no whole
    number, units out of order, more than 40 characters.
    """
    if not s or len(s) > _LONGEST:
        return None
    if s.isascii() and s.isdigit():
        return int(s)
    return _Sum().read(s)


class _Sum:
    """A numeral read from left to right; parts are kept as ``(value, decimal places)``."""

    def __init__(self) -> None:
        self.total = 0  # what 万, 億 … have closed
        self.section = 0  # what 十, 百, 千 have closed since
        self.waiting: tuple[int, int] | None = None  # digits still without a unit
        self.small = 10**4  # the last unit of the section
        self.large = 10**16

    def read(self, s: str) -> int | None:
        at = 0
        while at < len(s):
            token = _TOKEN.match(s, at)
            if token is None or not self._take(token):
                return None
            at = token.end()
        return self._close()

    def _take(self, token: re.Match[str]) -> bool:
        digits, decimals, kanji, small, large = token.groups()
        if small:
            return self._close_small(_SMALL[small])
        if large:
            return self._close_large(_LARGE[large])
        if self.waiting is not None:
            return False
        places = len(decimals) - 1 if decimals else 0
        written = (digits or kanji).replace(",", "").translate(_DIGITS) + (decimals or "")[1:]
        self.waiting = int(written), places
        return True

    def _close_small(self, unit: int) -> bool:
        value = _times(self.waiting or (1, 0), unit)
        if unit >= self.small or value is None or value >= self.small:
            return False
        self.section += value
        self.small, self.waiting = unit, None
        return True

    def _close_large(self, unit: int) -> bool:
        if unit >= self.large or (self.waiting is None and not self.section):
            return False
        value, places = self.waiting or (0, 0)
        if self.section and (places or value >= self.small):
            return False
        closed = _times((self.section + value, places), unit)
        if closed is None or closed >= self.large:
            return False
        self.total += closed
        self.large, self.small, self.section, self.waiting = unit, 10**4, 0, None
        return True

    def _close(self) -> int | None:
        value, places = self.waiting or (0, 0)
        if places or (self.section and value >= self.small):
            return None
        rest = self.section + value
        return None if self.total and rest >= self.large else self.total + rest


def _times(number: tuple[int, int], unit: int) -> int | None:
    """A number with decimals times a unit, if that is whole."""
    value, over = divmod(number[0] * unit, 10 ** number[1])
    return None if over else value
