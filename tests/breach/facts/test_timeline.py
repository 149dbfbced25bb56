import json
from dataclasses import replace
from pathlib import Path

import pytest

from mayoke.breach.dates.resolve import resolve
from mayoke.breach.facts.events import find as timeline
from mayoke.breach.facts.parties.find import Parties
from mayoke.breach.read.layout import lay_out
from mayoke.breach.read.read import read
from mayoke.breach.reading import Part, Told
from mayoke.records.incident import Event
from mayoke.records.notice import NoticeContext

FOLDER = Path(__file__).parents[2] / "specimens" / "facts" / "timeline"
SPECIMENS = sorted(path.stem for path in FOLDER.glob("*.txt"))


def specimen(name: str) -> tuple[dict[str, str], str]:
    head: dict[str, str] = {}
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    while text.startswith("# "):
        line, _, text = text.partition("\n")
        key, _, value = line[2:].partition(": ")
        head[key] = value
    return head, text.lstrip("\n")


def events(
    text: str,
    head: dict[str, str] | None = None,
    part: Part | None = None,
    told: Told | None = None,
) -> tuple[Event, ...]:
    head = head or {}
    reading = resolve(lay_out(read(text, NoticeContext(head.get("title"), head.get("url")))))
    if "told" in head:  # the day of the notice, where this fact shall not lean on that one
        told = Told(head["told"], "absolute", (0, 1))
    if told is not None:
        reading = replace(reading, told=told)
    parties = Parties(
        organisation=head.get("organisation"),
        organisation_from=None,
        publisher=head.get("publisher"),
        processor=head.get("processor"),
        where={},
    )
    return timeline.find(reading, part or Part(((0, len(reading.text)),)), parties)


def plain(event: Event) -> dict[str, str]:
    out = {"date": event.date, "event": event.event, "actor": event.actor}
    return {**out, "detail": event.detail} if event.detail else out


@pytest.mark.parametrize("name", SPECIMENS)
def test_specimen(name: str) -> None:
    head, text = specimen(name)
    want = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    got = [plain(event) for event in events(text, head)]
    assert sorted(got, key=lambda e: (e["date"], e["event"])) == want


SAYINGS = (FOLDER / "sayings.tsv").read_text(encoding="utf-8").splitlines()
TOLD = Told("2023-06-30", "absolute", (0, 10))


@pytest.mark.parametrize("line", SAYINGS)
def test_saying(line: str) -> None:
    said, _, kinds = line.partition("\t")
    found = events(f"2023年6月30日\n株式会社あさひ堂\n\n{said}\n", told=TOLD)
    assert sorted(e.event for e in found if e.event != "disclosed") == sorted(kinds.split())


CARD = """2022年8月1日
株式会社こはる

2022年3月1日15時20分、カード会社から漏えいの懸念について連絡を受け、同日夜にカード決済を停止しました。
また、2022年3月3日にサイトを閉鎖しました。同時に、調査会社による調査も開始しました。
"""


def test_every_quote_is_a_piece_of_the_notice() -> None:
    for name in SPECIMENS:
        head, text = specimen(name)
        notice = read(text, NoticeContext())
        for event in events(text, head):
            assert notice.text[event.quote.start : event.quote.end] == event.quote.quote
            assert event.quote.quote.strip()


def test_a_time_of_day_makes_the_date_finer() -> None:
    first = next(e for e in events(CARD) if e.event == "suspicion_notified")
    assert (first.date, first.precision, first.basis) == ("2022-03-01", "minute", "absolute")


def test_words_that_lean_on_a_date_are_relative() -> None:
    stop = next(e for e in events(CARD) if e.event == "card_payment_stopped")
    assert (stop.date, stop.precision, stop.basis) == ("2022-03-01", "fuzzy", "relative")


def test_at_the_same_time_may_mean_either_day() -> None:
    begun = next(e for e in events(CARD) if e.event == "investigation_started")
    assert (begun.date, begun.alternatives) == ("2022-03-01", ("2022-03-03",))


def test_the_timeline_is_in_order_and_tells_each_event_once() -> None:
    for name in SPECIMENS:
        head, text = specimen(name)
        found = [(e.date, e.event) for e in events(text, head)]
        assert [date for date, _ in found] == sorted(date for date, _ in found)
        assert len(set(found)) == len(found)


def test_an_event_told_twice_is_quoted_once() -> None:
    twice = CARD + "なお、2022年3月1日にカード決済を停止しております。\n"
    assert [e.event for e in events(twice)].count("card_payment_stopped") == 1


def test_only_dates_of_the_part_count() -> None:
    cut = CARD.index("また、")
    found = events(CARD, part=Part(((0, cut),)))
    assert {e.event for e in found} == {"suspicion_notified", "card_payment_stopped", "disclosed"}


def test_a_broken_date_is_marked() -> None:
    text = "2020年9月15日\n株式会社こはる\n\n94日(金)に社員が不正アクセスを検知しました。\n"
    found = next(e for e in events(text) if e.event == "discovered")
    assert (found.date, found.damaged) == ("2020-09-04", True)


def test_without_a_date_of_the_notice_nothing_is_disclosed() -> None:
    found = events("9月4日に不正アクセスを検知しました。\n", told=Told(None, None))
    assert [e.event for e in found] == ["discovered"]


def test_a_date_known_only_from_the_address_is_no_disclosure() -> None:
    found = events(
        "9月4日に不正アクセスを検知しました。\n", told=Told("2020-09-15", "from_url", None)
    )
    assert "disclosed" not in {e.event for e in found}


def test_an_unknown_year_stays_unknown() -> None:
    found = events("9月4日に不正アクセスを検知しました。\n", told=Told(None, None))
    assert [e.date for e in found] == ["XXXX-09-04"]


def test_a_thousand_dates_are_bounded() -> None:
    text = "2023年5月1日に調査を開始し、カード会社から連絡を受け、" * 5000
    found = events(text, told=Told(None, None))
    assert {e.event for e in found} == {"investigation_started", "suspicion_notified"}


@pytest.mark.parametrize(
    "text",
    ["", "同日", "◇に報告しました。", "(5月1日)", "5月1日", "5月1日\n同時に調査を開始しました。"],
)
def test_odd_texts_are_read_without_error(text: str) -> None:
    found = events(text + "\n株式会社こはる\n", told=Told(None, None))
    assert all(e.date for e in found)
