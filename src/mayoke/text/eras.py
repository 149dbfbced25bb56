"""Japanese eras and the years of the common calendar."""

ERAS = {
    "明治": (1867, 45),
    "大正": (1911, 15),
    "昭和": (1925, 64),
    "平成": (1988, 40),
    "令和": (2018, 99),
}
"""Era to (the year before its first, the highest year that is written).

平成 goes on to 40: what was planned before May 2019 was written 平成32年.
"""

_LETTERS = {"m": "明治", "t": "大正", "s": "昭和", "h": "平成", "r": "令和"}


def era_name(word: str) -> str | None:
    """The era that a name or its letter (``r``, ``h``, ``s``, ``t``, ``m``) stands for."""
    name = _LETTERS.get(word.lower(), word)
    return name if name in ERAS else None


def western_year(era: str, year: int) -> int | None:
    """The common year of a year of an era (元年 is 1); None if the era or year does not exist."""
    name = era_name(era)
    if name is None:
        return None
    before, highest = ERAS[name]
    return before + year if 1 <= year <= highest else None
