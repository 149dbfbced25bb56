"""Periods of notices and days of purchases."""

from datetime import date

import pytest

from mayoke.breach.purchases.judge import Standing, finding_of, rank_of
from mayoke.breach.purchases.spans import spans_of
from mayoke.records.incident import Exposure, Incident
from mayoke.records.purchase import NameMatch, Purchase
from mayoke.records.verdict import Sentence
from tests.breach.purchases.samples import exposure, watched

DAY = exposure("2024-01-10", "2024-03-20")
MONTH = exposure("2024-01", "2024-03", precision="month")
FUZZY = exposure("2024-01-10", "2024-03-20", precision="fuzzy")
OPEN_END = exposure("2024-01-10", None)
OPEN_START = exposure(None, "2024-03-20")


def told(period: Exposure | None, day: str, *, posted: bool = False) -> tuple[str, str]:
    base = watched("x").incident
    incident = Incident(notice_date="2024-09-01", exposure=(period,) if period else ())
    spans = spans_of(incident, posted=posted)
    on = date.fromisoformat(day)
    match = NameMatch("a-1", "sure", Sentence("", ""))
    purchase = Purchase(1, on, "x", 1)
    standing = Standing(rank_of(on, spans), on, None)
    finding = finding_of(purchase, match, standing, spans, card_only=bool(base.data_items))
    return finding.answer, finding.why


@pytest.mark.parametrize(
    ("period", "day", "answer", "why"),
    [
        (DAY, "2024-01-10", "inside", "within"),
        (DAY, "2024-03-20", "inside", "within"),
        (DAY, "2024-01-09", "near_edge", "near"),
        (DAY, "2024-03-23", "near_edge", "near"),
        (DAY, "2024-01-06", "outside", "after_or_before"),
        (DAY, "2024-03-24", "outside", "after_or_before"),
        (MONTH, "2024-01-15", "near_edge", "vague_period"),
        (MONTH, "2024-02-01", "inside", "within"),
        (MONTH, "2024-03-31", "near_edge", "vague_period"),
        (MONTH, "2024-04-10", "outside", "after_or_before"),
        (FUZZY, "2024-01-02", "near_edge", "vague_period"),
        (FUZZY, "2024-02-10", "inside", "within"),
        (FUZZY, "2023-12-01", "outside", "after_or_before"),
        (OPEN_END, "2024-06-01", "inside", "within"),
        (OPEN_END, "2024-10-01", "cannot_tell", "no_end"),
        (OPEN_END, "2024-01-01", "outside", "after_or_before"),
        (OPEN_START, "2020-01-01", "cannot_tell", "no_start"),
        (OPEN_START, "2024-03-22", "near_edge", "near"),
        (OPEN_START, "2024-05-01", "outside", "after_or_before"),
        (exposure("XXXX-01-10", "XXXX-03-20"), "2024-02-01", "cannot_tell", "no_year"),
        (exposure("2024-01-10", "2024-01-12", "attack"), "2020-05-05", "cannot_tell", "other_basis"),
        (exposure("2024-01-10", "2024-01-12", "public_access"), "2024-02-01", "outside", "after_or_before"),
        (None, "2024-02-01", "cannot_tell", "no_period"),
        (exposure("2024-02", "2024-02", precision="month"), "2024-02-14", "near_edge", "vague_period"),
        (exposure("2023", "2023", precision="year"), "2023-06-01", "near_edge", "vague_period"),
    ],
)  # fmt: skip
def test_days(period: Exposure | None, day: str, answer: str, why: str) -> None:
    assert told(period, day) == (answer, why)


def test_a_day_of_posting_is_late() -> None:
    assert told(DAY, "2024-01-15", posted=True) == ("near_edge", "posted")
    assert told(DAY, "2024-01-20", posted=True) == ("inside", "within")
    assert told(DAY, "2024-03-28", posted=True) == ("near_edge", "posted")


def test_several_periods_and_the_best_of_them() -> None:
    two = Incident(exposure=(DAY, exposure("2024-05-01", "2024-05-31")))
    spans = spans_of(two)
    days = [date(2024, 2, 1), date(2024, 5, 15), date(2024, 4, 10), date(2024, 4, 29)]
    assert [rank_of(day, spans) for day in days] == [3, 3, 0, 2]
