"""Tests of the year in an address and by the weekdays."""

import pytest

from mayoke.breach.dates.year_clues import (
    UrlDate,
    date_of_url,
    not_before,
    shifted,
    year_of_short_url,
    years_of_weekdays,
)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/2023/02/qa.html", (2023, 2, None)),
        ("/news/20210914.html", (2021, 9, 14)),
        ("/news/2021-09-14/", (2021, 9, 14)),
        ("/news-2024-05-01", (2024, 5, 1)),
        ("/news/2021/9/4/", (2021, 9, 4)),
        ("/topics/2020/1016", (2020, 10, 16)),
        ("/files/2023061601.pdf", (2023, 6, 16)),
        ("/2019/k1120.html", (2019, None, None)),
        ("/news/202302.html", (2023, 2, None)),
        ("/?date=2023-05-12", (2023, 5, 12)),
        ("/0628.html", None),
        ("/page74.html", None),
        ("/fair2025/index.html", None),
        ("/column/0231", None),
        ("/news/20231340", None),
        ("/20230230.html", None),
        ("/archives/20191234567", None),
        ("/", None),
    ],
)
def test_dates_of_addresses(path: str, expected: UrlDate | None) -> None:
    assert date_of_url("https://www.example.com" + path) == expected


@pytest.mark.parametrize(
    "url", [None, "", "https://news2023.example.com/", "https://[broken/2023/02/", "2023"]
)
def test_addresses_without_a_date(url: str | None) -> None:
    assert date_of_url(url) is None


def test_a_short_day_counts_only_when_the_text_names_it() -> None:
    url = "https://www.example.com/info/090826.html"
    assert year_of_short_url(url, 8, 26) == 2009
    assert year_of_short_url(url, 8, 27) is None


def test_weekdays_over_a_new_year() -> None:
    assert years_of_weekdays([(12, 28, 3), (1, 10, 2)], 2020, 2028) == [2024]
    assert years_of_weekdays([(12, 28, 3), (1, 10, 2), (1, 11, 2)], 2020, 2030) == []
    assert years_of_weekdays([], 2020, 2030) == []


def test_what_a_text_speaks_of_bounds_its_year() -> None:
    assert not_before("個人情報保護委員会に報告") == 2016
    assert not_before("令和の時代") == 2019
    assert not_before("お知らせ") == 2005


def test_days_on() -> None:
    assert shifted(2023, 12, 31, 1) == (2024, 1, 1)
    assert shifted(None, 12, 31, 1) == (None, 1, 1)
    assert shifted(2024, 3, 1, -1) == (2024, 2, 29)
