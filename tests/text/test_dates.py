"""Tests of finding written dates and periods."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mayoke.text.dates import find_written
from mayoke.text.fold import fold_plain
from mayoke.text.periods import find_periods
from mayoke.text.written import Written

KANJI = "〇一二三四五六七八九"
DAYS = st.dates(date(2019, 5, 2), date(2045, 12, 31))


def one(text: str) -> Written:
    (found,) = find_written(fold_plain(text))
    return found


def day_of(text: str) -> tuple[int | None, int | None, int | None]:
    found = one(text)
    return found.year, found.month, found.day


def texts(text: str) -> list[str]:
    """The written dates that stay after weeding."""
    folded = fold_plain(text)
    return [folded[w.start : w.end] for w in find_periods(folded)[0]]


def kanji(value: int) -> str:
    tens, ones = divmod(value, 10)
    return (
        ("" if tens < 2 else KANJI[tens]) + ("十" if tens else "") + (KANJI[ones] if ones else "")
    )


FORMS = {
    "{y}年{m}月{d}日": "plain",
    "{y}年 {m}月 {d}日": "spaced",
    "{y} 年 {m} 月 {d} 日": "widely spaced",
    "{y}/{m}/{d}": "slashes",
    "{y}/{m:02}/{d:02}": "slashes and zeros",
    "{y}-{m:02}-{d:02}": "ISO",
    "{y}.{m}.{d}": "dots",
    "{y}.{m:02}.{d:02}": "dots and zeros",
    "令和{r}年{m}月{d}日": "era",
    "令和{r}({y})年{m}月{d}日": "era and year",
    "令和{r}年({y}年){m}月{d}日": "era, then year",
    "{y}年(令和{r}年){m}月{d}日": "year and era",
    "r{r}.{m}.{d}": "letter of the era",
    "西暦{y}年{m}月{d}日": "said to be common",
}


@pytest.mark.parametrize("form", FORMS)
@given(day=DAYS)
def test_every_day_is_read_back_in_every_form(form: str, day: date) -> None:
    text = form.format(y=day.year, m=day.month, d=day.day, r=day.year - 2018)
    assert day_of(f"異常を{text}に確認") == (day.year, day.month, day.day)
    wide = "".join(chr(ord(c) + 0xFEE0) if c in "0123456789/.-()" else c for c in text)
    assert day_of(wide) == (day.year, day.month, day.day)


@given(day=DAYS)
def test_every_day_in_kanji_is_read_back(day: date) -> None:
    year = "".join(KANJI[int(digit)] for digit in str(day.year))
    text = f"{year}年{kanji(day.month)}月{kanji(day.day)}日"
    assert day_of(text) == (day.year, day.month, day.day)
    assert day_of(text[5:]) == (None, day.month, day.day)
    assert day_of(f"令和{kanji(day.year - 2018)}年" + text[5:]) == (day.year, day.month, day.day)


@given(st.text(alphabet=st.characters(exclude_categories=["Nd", "No", "Nl"]), max_size=80))
def test_a_text_without_digits_names_no_day_by_number(text: str) -> None:
    folded = "".join(c for c in fold_plain(text) if c not in "〇零一二三四五六七八九十元0123456789")
    assert all(w.year is w.month is w.day is None for w in find_written(folded))


@given(
    st.text(
        alphabet="0123456789年月日時分:/.-~令和平成元同翌今昨本前()金より からまで、。間以内h",
        max_size=60,
    )
)
def test_whatever_is_written_the_findings_are_in_order_and_within(text: str) -> None:
    folded = fold_plain(text)
    dates, periods = find_periods(folded)
    ends = [0, *(w.end for w in dates)]
    assert all(ends[i] <= w.start < w.end <= len(folded) for i, w in enumerate(dates))
    for period in periods:
        assert 0 <= period.start < period.end <= len(folded)
        for side in (period.first, period.last):
            assert side is None or 0 <= side < len(dates)


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        ("2019年12月", 2019, 12, None),
        ("2019年", 2019, None, None),
        ("2019/12", 2019, 12, None),
        ("令和元年5月1日", 2019, 5, 1),
        ("平成31年4月30日", 2019, 4, 30),
        ("昭和63年4月1日", 1988, 4, 1),
        ("h31.3.26", 2019, 3, 26),
        ("H30/3/26", 2018, 3, 26),
        ("令和5.3.1", 2023, 3, 1),
        ("2023(令和5)年3月1日", 2023, 3, 1),
        ("令和5年〔2023年〕3月1日", 2023, 3, 1),
        ("2019. 12. 6", 2019, 12, 6),
        ("12月6日", None, 12, 6),
        ("６日（土）", None, None, 6),
        ("十月三日", None, 10, 3),
        ("12/6(金)", None, 12, 6),
        ("12/6㈮", None, 12, 6),
        ("12.6(金)", None, 12, 6),
        ("12月6(金)", None, 12, 6),
        ("⽉⽇ではなく9⽉ 10 ⽇", None, 9, 10),
        ("2004月1月", 2004, 1, None),
        ("2007月9月18日", 2007, 9, 18),
        ("令和2月6月3日", 2020, 6, 3),
        ("94日(金)", None, 9, 4),
        ("警察署 710日", None, 7, 10),
        ("629日に確認", None, 6, 29),
        ("1231日、", None, 12, 31),
    ],
)
def test_forms(text: str, year: int | None, month: int | None, day: int | None) -> None:
    assert day_of(text) == (year, month, day)


@pytest.mark.parametrize(
    "text",
    [
        "1日あたり3,000件",
        "3日間",
        "10日以内",
        "中3日",
        "2日後",
        "3日目",
        "約10日",
        "1日に10回",
        "1日も早く",
        "毎月25日",
        "5年間",
        "10年以上",
        "24時間受付",
        "3年ぶり",
        "2023年3月期",
        "5月号",
        "1月分の明細",
        "平成15年法律第57号",
        "平成15年5月30日法律第57号",
        "2022年4月1日施行の改正法",
        "創業1950年",
        "創業大正5年",
        "設立：2003年4月1日",
        "Copyright 2003-2016",
        "since 2003.4.1",
        "20○○年○月○日",
        "20〇〇年〇月〇日",
        "2024年〇月〇日",
        "令和6年　月　日",
        "令和○年○月○日",
        "キャリアフェア2024",
        "2025年卒業予定の学生",
        "2024年版",
        "2025年問題",
        "電話 03-0000-2024",
        "0120-000-123",
        "バージョン2023.4.1",
        "ver 2023.4.1",
        "192.168.12.6",
        "比率は1/2",
        "1/2に減らした",
        "3.11",
        "第2023-12-4号",
        "https://www.example.com/2023/02/21/",
        "日本年金機構",
        "開催当日の受付",
        "前年比",
        "前年同期",
        "明日香",
        "13月40日",
        "2023年2月29日",
        "180日",
        "365日",
        "四五日",
        "三日月",
        "生年月日 1980年5月3日",
        "土日祝",
        "先日お知らせした",
        "数日後",
        "翌営業日",
        "翌週",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert texts(text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("同日に停止", "同日"),
        ("その日の夜8時", "その日"),
        ("当日中に", "当日"),
        ("翌日には", "翌日"),
        ("翌々日には", "翌々日"),
        ("翌31日(水)", "翌"),
        ("同6日に", "同"),
        ("同月21日", "同月"),
        ("翌月5日", "翌月"),
        ("翌年3月", "翌年"),
        ("同年8月21日", "同年"),
        ("同年同月3日", "同年"),
        ("本日より", "本日"),
        ("昨年11月8日", "昨年"),
        ("去年5月", "去年"),
        ("一昨年の春", "一昨年"),
        ("ことし3月", "ことし"),
        ("先月20日", "先月"),
        ("今月6日", "今月"),
        ("おととい", "おととい"),
        ("。同時に、調査も", "同時に"),
    ],
)
def test_words_that_lean_on_another_date(text: str, word: str) -> None:
    assert one(text).relative == word


@pytest.mark.parametrize(
    ("text", "hour", "minute", "fuzzy"),
    [
        ("12月6日15時30分", 15, 30, False),
        ("12月6日 午後3時", 15, None, False),
        ("12月6日(金)夜8時", 20, None, False),
        ("12月6日午後3時半", 15, 30, False),
        ("12月6日、10時15分", 10, 15, False),
        ("12月6日24時", 24, None, False),
        ("12月6日 9:05", 9, 5, False),
        ("12月6日(金) 18:00:30", 18, 0, False),
        ("12月6日正午", 12, None, False),
        ("12月6日の朝", None, None, True),
        ("12月6日未明", None, None, True),
        ("12月6日深夜", None, None, True),
        ("12月6日午前", None, None, False),
        ("12月6日9時頃", 9, None, True),
        ("12月6日9時過ぎ", 9, None, True),
        ("12月6日頃", None, None, True),
        ("15時20分に停止", 15, 20, False),
        ("三時に", 3, None, False),
    ],
)
def test_times_of_day(text: str, hour: int | None, minute: int | None, fuzzy: bool) -> None:
    found = one(text)
    assert (found.hour, found.minute, found.fuzzy) == (hour, minute, fuzzy)


@pytest.mark.parametrize(
    "mark", ["上旬", "中旬", "下旬", "初旬", "末", "末頃", "頃", "半ば", "初め", "の中頃"]
)
def test_vague_months(mark: str) -> None:
    found = one(f"2019年12月{mark}に")
    assert (found.year, found.month, found.day, found.fuzzy) == (2019, 12, None, True)


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("12月6日(金)", 4),
        ("12月6日（金曜日）", 4),
        ("12月6日㈮", 4),
        ("12月6日〔金〕", 4),
        ("12月6日 金曜日", 4),
        ("5月3日(火・祝)", 1),
        ("5月3日(日)", 6),
    ],
)
def test_weekdays(text: str, weekday: int) -> None:
    assert one(text).weekday == weekday


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "2020年5月18日から2021年4月8日までのあいだに",
            "2020年5月18日から2021年4月8日までのあいだ",
        ),
        ("2020年5月18日より2021年4月8日にかけて", "2020年5月18日より2021年4月8日にかけて"),
        ("2021/6/17～11/24", "2021/6/17~11/24"),
        ("2021年6月17日 ― 11月24日", "2021年6月17日- 11月24日"),
        ("2021年6月17日(木)18:00 ～ 20日(日)9:40", "2021年6月17日(木)18:00 ~ 20日(日)9:40"),
        ("8月3～5日", "8月3~5日"),
        ("4～6月に", "4~6月"),
        ("2018～2020年", "2018~2020年"),
        (
            "平成16年6月の開店以来、平成19年9月18日まで",
            "平成16年6月の開店以来、平成19年9月18日まで",
        ),
        ("令和2年度から令和4年度まで", "令和2年度から令和4年度まで"),
        ("2008年4月以降に", "2008年4月以降"),
        ("6月23日～", "6月23日~"),
        ("9月17日まで", "9月17日まで"),
        ("9月17日以前", "9月17日以前"),
    ],
)
def test_periods(text: str, words: str) -> None:
    folded = fold_plain(text)
    (period,) = find_periods(folded)[1]
    assert folded[period.start : period.end] == words


@pytest.mark.parametrize(
    "text", ["10時～16時", "平日9時から17時", "3日から5日以内に", "5月9日、10日", "1～2日程度"]
)
def test_no_periods(text: str) -> None:
    assert find_periods(fold_plain(text))[1] == []


def test_slashed_days_are_dates_among_others() -> None:
    assert texts("2022/3/1に発生し、3/4に報告") == ["2022/3/1", "3/4"]
    assert texts("3/4に報告") == []


def test_ten_thousand_dates_are_the_most() -> None:
    assert len(find_written("2023年5月6日、" * 12_000)) == 10_000


@pytest.mark.parametrize(
    "piece", ["1", "1/", "同", "令和", "2023年", "1日", "十", "(", "12/6~", "昨年の"]
)
def test_hostile_repetition_is_survived(piece: str) -> None:
    dates, periods = find_periods(piece * (200_000 // len(piece)))
    assert len(dates) <= 10_000
    assert len(periods) <= 10_000
