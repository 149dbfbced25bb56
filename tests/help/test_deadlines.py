from datetime import UTC, date, datetime

import pytest

from mayoke.help.deadlines import due, last_day
from mayoke.help.words import JST
from mayoke.records.plan import Happened
from tests.help.invented import NOW, deadline

D = date.fromisoformat


@pytest.mark.parametrize(
    ("start", "days", "first", "last"),
    [
        ("2026-11-20", 8, True, "2026-11-27"),  # day 1 is the day of the document
        ("2026-11-20", 20, True, "2026-12-09"),
        ("2026-11-20", 60, False, "2027-01-19"),
        ("2026-11-20", 30, False, "2026-12-20"),
        ("2028-02-28", 2, True, "2028-02-29"),  # a leap year
        ("2028-02-28", 2, False, "2028-03-01"),
        ("2027-02-28", 2, True, "2027-03-01"),
        ("2028-02-29", 366, True, "2029-02-28"),
        ("2026-12-31", 1, True, "2026-12-31"),
    ],
)
def test_a_period_ends_on_its_last_day(start: str, days: int, first: bool, last: str) -> None:
    assert last_day(D(start), days, first_day_counts=first) == D(last)


def test_eight_days_from_the_document_are_a_date() -> None:
    found = due(
        deadline("eight", "contract_document", 8, first=True),
        Happened(("x",), contract_document=D("2026-11-20")),
        NOW,
    )
    assert (found.day, found.passed) == (D("2026-11-27"), False)
    assert found.says.ja == "11月27日（金）まで（今日を入れてあと4日）"
    assert found.says.en == "Until Fri 27 Nov (4 days left, today included)"


def test_sixty_days_from_the_event_are_a_date_with_its_year() -> None:
    found = due(deadline(), Happened(("x",), when=D("2026-11-20")), NOW)
    assert found.day == D("2027-01-19")
    assert found.says.ja.startswith("2027年1月19日（火）まで")


def test_the_day_of_an_event_is_the_day_in_japan() -> None:
    when = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)  # 5:00 on the 20th in Japan
    assert due(deadline(), Happened(("x",), when=when), NOW).day == D("2027-01-19")


def test_on_the_last_day_it_is_not_over() -> None:
    last = datetime(2026, 11, 24, 23, 59, tzinfo=JST)
    happened = Happened(("x",), when=D("2026-10-25"))
    today = due(deadline(days=30), happened, last)
    assert (today.day, today.passed) == (D("2026-11-24"), False)
    assert today.says.ja == "今日、11月24日（火）まで"
    after = due(deadline(days=30), happened, datetime(2026, 11, 24, 15, 0, tzinfo=UTC))
    assert after.passed


def test_one_that_is_over_is_worth_asking_about_all_the_same() -> None:
    found = due(deadline(), Happened(("x",), when=D("2026-01-05")), NOW)
    assert found.passed
    assert "相談してみてください" in found.says.ja
    assert "Ask all the same" in found.says.en


@pytest.mark.parametrize(
    ("one", "ja"),
    [
        (deadline(), "起きた日がわかると"),
        (deadline(counts_from="contract_document", days=8), "契約書面を受け取った日がわかると"),
        (deadline(counts_from="elsewhere", days=60), "いつまでかは"),
        (deadline(counts_from="elsewhere", days=None), "事情によって違います"),
    ],
)
def test_without_its_day_it_says_what_it_counts_from(one: object, ja: str) -> None:
    found = due(one, Happened(("x",)), NOW)  # type: ignore[arg-type]
    assert found.day is None
    assert not found.passed
    assert ja in found.says.ja


def test_a_period_from_elsewhere_is_no_date_even_when_the_event_is_known() -> None:
    one = deadline(counts_from="elsewhere", days=60)
    assert due(one, Happened(("x",), when=D("2026-11-20")), NOW).day is None
