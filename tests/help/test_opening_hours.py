from datetime import UTC, datetime

import pytest

from mayoke.help.opening_hours import reachable, timetable
from mayoke.help.words import JST
from mayoke.records.contact import Contact, Opening
from mayoke.records.verdict import Sentence
from tests.help.invented import WEEKDAYS, contact

OFFICE = contact()
LUNCH = contact(hours=(Opening(WEEKDAYS, "10:00", "12:00"), Opening(WEEKDAYS, "13:30", "17:00")))
LATE = contact(hours=(Opening(("fri",), "13:00", "24:00"),))
NIGHT = contact(
    hours=(Opening(("fri",), "22:00", "24:00"), Opening(("sat",), "00:00", "06:00")),
    year_end=False,
)
HOLIDAYS = contact(
    hours=(Opening(WEEKDAYS, "09:30", "20:00"), Opening(("sat", "sun", "holiday"), "09:30", "17:30")),
    year_end=False,
)  # fmt: skip


def at(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=JST)


@pytest.mark.parametrize(
    ("who", "now", "ja"),
    [
        (OFFICE, "2026-11-24T10:00", "受付中（17:15まで）"),
        (OFFICE, "2026-11-24T08:30", "受付中（17:15まで）"),
        (OFFICE, "2026-11-24T08:29", "今は受付時間外です。次は今日の8:30から"),
        (OFFICE, "2026-11-24T17:14", "受付中（17:15まで）"),
        (OFFICE, "2026-11-24T17:15", "今は受付時間外です。次は11月25日（水）8:30から"),
        # Sunday; Monday 23 November 2026 is Labour Thanksgiving Day
        (OFFICE, "2026-11-22T10:00", "今は受付時間外です。次は11月24日（火）8:30から"),
        (OFFICE, "2026-11-23T10:00", "今は受付時間外です。次は11月24日（火）8:30から"),
        # 3 May 2026 is a Sunday: 6 May is the substitute holiday
        (OFFICE, "2026-05-06T10:00", "今は受付時間外です。次は5月7日（木）8:30から"),
        # 22 September 2026 lies between two holidays and is one for that
        (OFFICE, "2026-09-22T10:00", "今は受付時間外です。次は9月24日（木）8:30から"),
        # the year's end; 2 and 3 January 2027 are a weekend
        (OFFICE, "2026-12-28T17:15", "今は受付時間外です。次は2027年1月4日（月）8:30から"),
        (OFFICE, "2026-12-29T10:00", "今は受付時間外です。次は2027年1月4日（月）8:30から"),
        (LUNCH, "2026-11-24T11:59", "受付中（12:00まで）"),
        (LUNCH, "2026-11-24T12:00", "今は休み時間です。次は今日の13:30から"),
        (LUNCH, "2026-11-24T13:30", "受付中（17:00まで）"),
        (LATE, "2026-11-27T23:59", "受付中（24:00まで）"),
        (LATE, "2026-11-28T00:00", "今は受付時間外です。次は12月4日（金）13:00から"),
        (NIGHT, "2026-11-27T23:00", "受付中（11月28日（土）6:00まで）"),
        (NIGHT, "2026-11-28T05:59", "受付中（6:00まで）"),
        (HOLIDAYS, "2026-11-23T18:00", "今は受付時間外です。次は11月24日（火）9:30から"),
        (HOLIDAYS, "2026-11-23T17:00", "受付中（17:30まで）"),
        (HOLIDAYS, "2027-01-01T10:00", "受付中（17:30まで）"),
    ],
)  # fmt: skip
def test_hours_are_those_of_the_day(who: Contact, now: str, ja: str) -> None:
    found = reachable(who, at(now))
    assert found.says.ja == ja
    assert found.reach == ("open" if ja.startswith("受付中") else "closed")
    assert (found.until is None) == (found.reach == "closed")
    assert (found.opens is None) == (found.reach == "open")


def test_the_time_is_japans_wherever_one_asks() -> None:
    midnight_in_utc = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)  # 9:00 in Japan
    evening_in_utc = datetime(2026, 11, 23, 23, 29, tzinfo=UTC)  # 8:29 on Tuesday in Japan
    assert reachable(OFFICE, midnight_in_utc).reach == "open"
    found = reachable(OFFICE, evening_in_utc)
    assert found.reach == "closed"
    assert found.opens == at("2026-11-24T08:30")


def test_english_says_the_same() -> None:
    assert reachable(OFFICE, at("2026-11-24T10:00")).says.en == "Open now (until 17:15)"
    assert (
        reachable(OFFICE, at("2026-11-22T10:00")).says.en == "Closed now. Opens Tue 24 Nov at 8:30"
    )
    assert reachable(LATE, at("2026-11-27T13:00")).says.en == "Open now (until midnight)"


def test_a_place_open_day_and_night_says_so() -> None:
    phone = reachable(contact(always=True, hours=()), at("2027-01-01T03:00"))
    form = reachable(contact(always=True, hours=(), phone=""), at("2027-01-01T03:00"))
    assert (phone.reach, phone.until, phone.says.ja) == ("open", None, "24時間つながります")
    assert form.says == Sentence("いつでも使えます", "Available at any time")


def test_a_place_that_is_open_all_hours_of_all_days_never_closes_within_reach() -> None:
    days = (*WEEKDAYS, "sat", "sun", "holiday")
    found = reachable(
        contact(hours=(Opening(days, "00:00", "24:00"),), year_end=False), at("2026-11-24T10:00")
    )
    assert found.reach == "open"


def test_unknown_hours_are_unknown() -> None:
    found = reachable(contact(hours=()), at("2026-11-24T10:00"))
    assert (found.reach, found.until, found.opens) == ("unknown", None, None)
    assert found.says.ja == "受付時間は確かめられていません"


@pytest.mark.parametrize("now", ["2026-11-24T10:00", "2026-11-24T07:00", "2026-11-22T10:00"])
def test_hours_that_nobody_confirmed_say_so(now: str) -> None:
    says = reachable(contact(uncertain=("hours",)), at(now)).says
    assert "受付時間は確かめきれていません" in says.ja
    assert "not confirmed" in says.en


def test_a_place_open_on_holidays_only_is_found_months_ahead() -> None:
    found = reachable(
        contact(hours=(Opening(("holiday",), "10:00", "16:00"),)), at("2026-05-07T00:00")
    )
    assert found.opens == at("2026-07-20T10:00")


@pytest.mark.parametrize(
    ("who", "ja", "en"),
    [
        (
            OFFICE,
            "平日8:30から17:15まで、12月29日から1月3日までは休み",
            "Weekdays 8:30 to 17:15; closed 29 Dec to 3 Jan",
        ),
        (
            HOLIDAYS,
            "平日9:30から20:00まで、土日祝日9:30から17:30まで",
            "Weekdays 9:30 to 20:00; weekends and holidays 9:30 to 17:30",
        ),
        (NIGHT, "金22:00から24:00まで、土0:00から6:00まで", "Fri 22:00 to 24:00; Sat 0:00 to 6:00"),
        (contact(hours=()), "受付時間は確かめられていません", "Its hours are not known"),
        (contact(always=True, hours=()), "24時間つながります", "Answers day and night"),
    ],
)
def test_paper_tells_the_hours_themselves(who: Contact, ja: str, en: str) -> None:
    assert timetable(who) == Sentence(ja, en)
