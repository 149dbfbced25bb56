"""Tests of Japanese eras."""

import pytest

from mayoke.text.eras import ERAS, era_name, western_year


@pytest.mark.parametrize(
    ("era", "year", "western"),
    [
        ("令和", 1, 2019),
        ("令和", 6, 2024),
        ("平成", 1, 1989),
        ("平成", 31, 2019),
        ("平成", 32, 2020),
        ("昭和", 64, 1989),
        ("大正", 5, 1916),
        ("明治", 45, 1912),
        ("r", 5, 2023),
        ("H", 30, 2018),
        ("s", 63, 1988),
    ],
)
def test_years_of_eras(era: str, year: int, western: int) -> None:
    assert western_year(era, year) == western


@pytest.mark.parametrize(
    ("era", "year"), [("令和", 0), ("平成", 41), ("昭和", 65), ("明治", 46), ("慶応", 3), ("", 1)]
)
def test_years_that_never_were(era: str, year: int) -> None:
    assert western_year(era, year) is None


def test_letters_stand_for_eras() -> None:
    assert {era_name(letter) for letter in "mtshr"} == set(ERAS)
    assert era_name("x") is None
