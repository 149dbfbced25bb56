"""Cells: days, amounts, card numbers."""

from datetime import date

import pytest

from mayoke.breach.purchases.cells import mask_cards, read_amount, read_day, read_part


@pytest.mark.parametrize(
    "cell",
    [
        "2024/01/05", "2024/1/5", "2024-01-05", "2024.1.5", "24/01/05", "'24/01/05", "20240105", "240105",
        "2024年1月5日", "２０２４年１月５日", "令和6年1月5日", "R6.1.5", "2024/01/05 12:30", "2024-01-05T12:30:00+09:00",
        "2024年 1月 5日",
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_writing(cell: str) -> None:
    assert read_day(cell) == date(2024, 1, 5)


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "1/5",
        "1月5日",
        "2024/13/05",
        "2024/02/30",
        "合計",
        "12345",
        "2024/01",
        "平成99年1月1日",
        "20241301",
    ],
)
def test_no_day_is_made_up(cell: str) -> None:
    assert read_day(cell) is None


def test_the_first_year_of_an_era_and_the_last_century() -> None:
    assert read_day("令和元年5月1日") == date(2019, 5, 1)
    assert read_day("99/12/31") == date(1999, 12, 31)


@pytest.mark.parametrize(
    ("cell", "yen"),
    [
        ("1234", 1234), ("1,234", 1234), ("¥1,234", 1234), ("\\1,234", 1234), ("１，２３４円", 1234),
        ("-1,234", -1234), ("△1,234", -1234), ("▲1234", -1234), ("(1,234)", -1234), ("¥-1,234", -1234),
        ("−500", -500), ("1234-", -1234), ("0", 0),
    ],
)  # fmt: skip
def test_amounts(cell: str, yen: int) -> None:
    assert read_amount(cell) == yen


@pytest.mark.parametrize("cell", ["", "abc", "1,23", "12/34", "1回", "1 2 a"])
def test_no_amount_is_made_up(cell: str) -> None:
    assert read_amount(cell) is None


@pytest.mark.parametrize(
    "number",
    [
        "4111111111111111",
        "4111-1111-1111-1111",
        "4111 1111 1111 1111",
        "４１１１－１１１１－１１１１－１１１１",
        "378282246311111",
    ],
)
def test_card_numbers_are_masked(number: str) -> None:
    masked = mask_cards(f"カード {number} です")
    assert masked.endswith("1111 です")
    assert sum(map(str.isdigit, masked)) == 4


@pytest.mark.parametrize(
    "text", ["ｼｵｻｲﾄﾞｳ 0120-000-123", "2024/01/05", "SHOP 12345678", "4980-****-****-1234"]
)
def test_other_numbers_stay(text: str) -> None:
    assert mask_cards(text) == text


def test_instalments() -> None:
    assert [read_part(cell) for cell in ("2回目", "3/10", "２", "", "一括")] == [
        2,
        3,
        2,
        None,
        None,
    ]
