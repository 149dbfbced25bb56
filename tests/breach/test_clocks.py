"""The legal clocks: which duty ran on that day, and the day it ended."""

from datetime import date

import pytest

from mayoke.breach.clocks import add_working_days, clocks, triggers
from mayoke.records.incident import AffectedCount, Event, Incident, Quote
from mayoke.registry.load import load

HERE = Quote("語", 0, 1)


def event(day: str, kind: str, detail: str | None = None) -> Event:
    return Event(day, "day", kind, "operator", "absolute", HERE, detail)  # type: ignore[arg-type]


def card_leak(learnt: str, *others: Event) -> Incident:
    return Incident(
        organisation="株式会社みほん商店",
        data_items=("card_number", "card_expiry"),
        cause="web_skimming",
        timeline=(event(learnt, "suspicion_notified"), *others),
    )


def states(incident: Incident) -> dict[str, str]:
    return {clock.duty: clock.state for clock in clocks(incident, load().laws)}


def test_before_the_duty_existed_nothing_is_late() -> None:
    incident = card_leak("2019-12-06", event("2020-02-25", "ppc_reported"))
    assert set(states(incident).values()) == {"no_duty_then"}


def test_the_last_day_before_the_duty_and_the_first_day_of_it() -> None:
    assert set(states(card_leak("2022-03-31")).values()) == {"no_duty_then"}
    assert "no_duty_then" not in states(card_leak("2022-04-01")).values()


def test_a_preliminary_report_in_time_and_one_later_than_that() -> None:
    in_time = card_leak("2024-05-13", event("2024-05-17", "ppc_reported", "preliminary"))
    assert states(in_time)["preliminary-report"] == "within"
    late = card_leak("2024-05-13", event("2024-06-13", "ppc_reported", "preliminary"))
    clock = next(c for c in clocks(late, load().laws) if c.duty == "preliminary-report")
    assert (clock.state, clock.due, clock.days_later) == ("later_than", date(2024, 5, 17), 27)
    assert "違反" not in clock.says.ja and "broke" not in clock.says.en


def test_a_missing_date_is_said_to_be_missing() -> None:
    assert states(card_leak("2024-05-13"))["preliminary-report"] == "not_stated"


def test_skimming_before_the_amendment_of_2024_is_not_certain() -> None:
    assert states(card_leak("2023-05-10"))["final-report-wrongful-2022"] == "not_certain"
    assert "final-report-wrongful" in states(card_leak("2024-05-13"))
    assert "final-report-wrongful-2022" not in states(card_leak("2024-05-13"))


def test_only_the_term_that_fits_the_case_is_shown() -> None:
    assert "final-report" not in states(card_leak("2024-05-13"))
    mailed = Incident(
        organisation="みほん株式会社",
        cause="misdelivery",
        affected_count=(AffectedCount(1500, "名", "exact", "customer", None, HERE),),
        timeline=(event("2024-05-13", "discovered"),),
    )
    assert "final-report" in states(mailed)
    assert "final-report-wrongful" not in states(mailed)


def test_a_small_misdelivery_may_be_no_duty_at_all() -> None:
    small = Incident(
        organisation="みほん株式会社",
        cause="misdelivery",
        affected_count=(AffectedCount(12, "名", "exact", "customer", None, HERE),),
        timeline=(event("2024-05-13", "discovered"),),
    )
    assert states(small)["preliminary-report"] == "not_certain"
    assert triggers(small) == frozenset()


def test_a_city_follows_its_own_clock() -> None:
    city = Incident(
        organisation="みほん市",
        data_items=("medical_info",),
        timeline=(event("2022-08-01", "discovered"),),
    )
    assert states(city) == {"local-preliminary-report": "no_duty_then"}


@pytest.mark.parametrize(
    ("learnt", "days", "due"),
    [
        ("2024-05-13", 5, "2024-05-17"),  # Monday to Friday
        ("2024-05-15", 5, "2024-05-20"),  # Sunday moves on
        ("2024-04-30", 5, "2024-05-07"),  # 3, 4, 5 May and the day in lieu
        ("2023-12-27", 5, "2024-01-04"),  # the turn of the year
    ],
)
def test_a_closed_last_day_moves_to_the_next_open_one(learnt: str, days: int, due: str) -> None:
    assert add_working_days(date.fromisoformat(learnt), days) == date.fromisoformat(due)
