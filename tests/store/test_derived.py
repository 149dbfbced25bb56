from typing import Any

import pytest

from mayoke.store.connect import Store
from mayoke.store.derived import (
    clean,
    day_range,
    dump,
    keys_of,
    load,
    row_of,
    search_text,
    sites_of,
)
from mayoke.store.ids import take, take_public
from tests.store.invented import facts


@pytest.mark.parametrize(
    ("iso", "days"),
    [
        ("2024-02-05", ("2024-02-05", "2024-02-05")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024-02-XX", ("2024-02-01", "2024-02-29")),
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-XX-05", ("2024-01-01", "2024-12-31")),
        ("2023-02-30", ("2023-02-01", "2023-02-28")),
        ("2023-13", ("2023-01-01", "2023-12-31")),
        ("XXXX-02-05", None),
        ("", None),
        (None, None),
        (20240205, None),
        ("2024-02-05T10:00", None),
    ],
)
def test_the_days_a_date_can_mean(iso: Any, days: tuple[str, str] | None) -> None:
    assert day_range(iso) == days


def test_sites_of_either_form() -> None:
    assert sites_of(facts()) == [("あおば茶舗オンライン", "https://shop.aoba-cha.example.com/")]
    old = {"site_name": "甲; 乙", "site_url": "https://a.example.com"}
    assert sites_of(old) == [("甲", "https://a.example.com"), ("乙", None)]
    assert sites_of({}) == []


def test_keys() -> None:
    assert keys_of(facts()) == {
        "name:アオバ茶舗",
        "name:アオバ茶舗オンライン",
        "domain:example.com",
    }
    assert keys_of({"organisation": "株式会社", "site_url": "nonsense"}) == frozenset()
    assert all(len(key) < 200 for key in keys_of({"organisation": "長" * 500}))


def test_columns_of_nothing() -> None:
    row = row_of({})
    assert row["name"] == "" and row["card_data"] == 0
    assert {name for name, value in row.items() if value is not None} == {
        "name",
        "names_folded",
        "card_data",
    }


def test_a_missing_notice_date_is_looked_for_among_the_events() -> None:
    assert row_of(facts(notice_date=None))["told_from"] == "2021-03-05"
    assert row_of(facts(notice_date=None, timeline=[], document_date="2022-05"))["year"] == 2022


def test_json_is_kept_as_it_is() -> None:
    value = {"流": ["😀", None, 1.5, True, "\0"]}
    assert load(dump(value)) == value
    assert clean("a\0\ud83d\ude00b") == "a\ufffd\ufffd\ufffdb"
    with pytest.raises(ValueError, match="Out of range"):
        dump(float("inf"))


def test_the_words_to_search_are_bounded() -> None:
    assert len(search_text(facts(), [("題", "長い" * 100_000)])) < 110_000
    nested: dict[str, Any] = {}
    for _ in range(30_000):
        nested = {"x": nested}
    assert search_text(nested, []) == ""


def test_numbers_are_given_once(store: Store) -> None:
    with store.writing() as connection:
        assert [take(connection, "incident", n) for n in (1, 3, 1)] == [1, 2, 5]
        assert take(connection, "document") == 1
        assert take_public(connection, [2021, 2020, 2021]) == [
            "2021-0001",
            "2020-0001",
            "2021-0002",
        ]
        assert take_public(connection, [2021]) == ["2021-0003"]
        take(connection, "year:2022", 9999)
        assert take_public(connection, [2022]) == ["2022-10000"]
