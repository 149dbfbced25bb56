"""Tests of numbers in Japanese writing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mayoke.text.numerals import read_numeral

KANJI = "〇一二三四五六七八九"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", 0),
        ("12,345", 12345),
        ("1,204,377", 1204377),
        ("三千二百八十", 3280),
        ("〇九", 9),
        ("二〇二三", 2023),
        ("十", 10),
        ("二十一", 21),
        ("千", 1000),
        ("百五", 105),
        ("3万2345", 32345),
        ("5万905", 50905),
        ("1.4万", 14000),
        ("3.25百", 325),
        ("12万3千", 123000),
        ("14万4千", 144000),
        ("1億2,000万", 120_000_000),
        ("十二万三千四百五十六", 123456),
        ("壱万", 10000),
        ("2兆", 2 * 10**12),
    ],
)
def test_numerals_are_read(written: str, value: int) -> None:
    assert read_numeral(written) == value


@pytest.mark.parametrize(
    "written",
    [
        "",
        "万",
        "万一",
        "1.4",
        "1,23",
        "12,3456",
        "1,2345",
        "五百千",
        "1万10000",
        "1万2億",
        "二3",
        "3件",
        "数千",
        "-3",
        "1 000",
        "1.23456万",
        "百百",
        "二百三百",
        "9" * 41,
        "千" * 30,
    ],
)
def test_what_is_no_whole_number_is_none(written: str) -> None:
    assert read_numeral(written) is None


@given(st.integers(0, 10**15))
def test_every_number_with_commas_is_read_back(value: int) -> None:
    assert read_numeral(f"{value:,}") == value


@given(st.integers(0, 10**15))
def test_every_number_in_kanji_by_place_is_read_back(value: int) -> None:
    assert read_numeral("".join(KANJI[int(digit)] for digit in str(value))) == value


def in_kanji(value: int) -> str:
    """A number in the traditional way of writing."""
    out, rest = "", value
    for unit, name in ((10**12, "兆"), (10**8, "億"), (10**4, "万")):
        if rest >= unit:
            out += small_in_kanji(rest // unit, full=True) + name
            rest %= unit
    return out + (small_in_kanji(rest, full=False) if rest else "")


def small_in_kanji(value: int, *, full: bool) -> str:
    """A number below 10,000; ``full``: the one before 千 is written."""
    out = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十")):
        digit, value = divmod(value, unit)
        if digit:
            out += (KANJI[digit] if digit > 1 or (full and unit == 1000) else "") + name
    return out + (KANJI[value] if value else "")


@given(st.integers(1, 10**16 - 1))
def test_every_number_in_kanji_with_units_is_read_back(value: int) -> None:
    assert read_numeral(in_kanji(value)) == value


@given(st.integers(1, 9999), st.integers(0, 9999))
def test_a_mixed_number_is_read_back(tens: int, rest: int) -> None:
    assert read_numeral(f"{tens}万{rest or ''}") == tens * 10**4 + rest


@given(st.text("0123456789,.〇一二三十百千万億兆", max_size=60))
def test_anything_gives_a_number_or_none(written: str) -> None:
    value = read_numeral(written)
    assert value is None or value >= 0
