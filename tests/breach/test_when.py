"""Tests of dates and periods resolved in whole notices."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mayoke.breach.dates.resolve import resolve
from mayoke.breach.read.layout import lay_out
from mayoke.breach.read.read import read
from mayoke.breach.reading import Date, Reading
from mayoke.records.notice import NoticeContext

SIGNED = "\n\n令和6年1月19日\n株式会社あおば堂\n"


def resolved(text: str, url: str | None = None, published: date | None = None) -> Reading:
    return resolve(lay_out(read(text, NoticeContext(url=url, published=published))))


def isos(reading: Reading) -> list[str]:
    return [found.iso for found in reading.dates]


def at(reading: Reading, words: str) -> Date:
    """The date written in these words."""
    return next(d for d in reading.dates if reading.text[d.start : d.end] == words)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("当社は12月20日に異常に気づき、1月10日に調査を終えました。", ["2023-12-20", "2024-01-10"]),
        ("12月に不審な通信を確認しました。", ["2023-12"]),
        ("1月22日から順次、書面をお送りします。", ["2024-01-22"]),
        ("2月末までに再発防止策を公表する予定です。", ["2024-02"]),
        ("昨年11月8日に発覚し、同年12月に公表しました。", ["2023-11-08", "2023-12"]),
        ("本年1月4日に確報を提出しました。", ["2024-01-04"]),
        ("一昨年の8月に設定を変えました。", ["2022-08"]),
        ("ことし1月に気づきました。", ["2024-01"]),
        ("先月20日に判明しました。", ["2023-12-20"]),
        ("今月6日に報告しました。", ["2024-01-06"]),
        ("本日より個別にご連絡いたします。", ["2024-01-19"]),
        ("昨日公表したとおりです。", ["2024-01-18"]),
        (
            "2022年3月5日に気づき、同日停止しました。翌日公表しました。",
            ["2022-03-05", "2022-03-05", "2022-03-06"],
        ),
        ("2022年12月31日に気づき、翌日停止しました。", ["2022-12-31", "2023-01-01"]),
        ("2022年12月31日に気づき、翌1日に停止しました。", ["2022-12-31", "2023-01-01"]),
        ("2022年3月5日に気づき、翌月2日に報告しました。", ["2022-03-05", "2022-04-02"]),
        ("2022年11月に改ざんされ、翌年2月に判明しました。", ["2022-11", "2023-02"]),
        (
            "2022年3月5日に気づき、同月9日に停止し、同年5月に報告しました。",
            ["2022-03-05", "2022-03-09", "2022-05"],
        ),
        ("2022年3月5日に気づき、翌6日に停止しました。", ["2022-03-05", "2022-03-06"]),
        ("2022年3月5日に気づき、同6日に停止しました。", ["2022-03-05", "2022-03-06"]),
        ("2022年3月5日に気づき、9日に停止しました。", ["2022-03-05", "2022-03-09"]),
        ("2022年12月20日に気づき、1月9日に停止しました。", ["2022-12-20", "2023-01-09"]),
        ("2021年3月5日に気づき、12月9日に調査を終えました。", ["2021-03-05", "2021-12-09"]),
        ("令和5年9月末日に閉鎖しました。", ["2023-09-30"]),
        ("平成30年2月末日までのデータです。", ["2018-02-28"]),
    ],
)
def test_dates_take_what_they_lack_from_the_text(told: str, expected: list[str]) -> None:
    reading = resolved("お客様各位\n\n" + told + SIGNED)
    assert isos(reading) == [*expected, "2024-01-19"]


def test_a_course_with_the_year_in_its_first_line_goes_over_new_year() -> None:
    reading = resolved(
        "情報漏えいのお知らせ\n令和6年3月1日\n\n1 経緯\n2022年11月8日 カード会社から連絡\n11月9日 決済を停止\n"
        "1月20日 調査が完了\n2月3日 警察に相談\n"
    )
    assert isos(reading) == ["2024-03-01", "2022-11-08", "2022-11-09", "2023-01-20", "2023-02-03"]
    assert [d.basis for d in reading.dates[1:3]] == ["absolute", "inherited"]


def test_a_year_as_heading_holds_for_the_lines_below() -> None:
    reading = resolved(
        "ご報告\n2024年2月1日\n\n■経緯\n2022年\n6月3日 発覚\n9月1日 報告\n2023年\n1月5日 調査完了\n"
    )
    assert isos(reading) == [
        "2024-02-01",
        "2022",
        "2022-06-03",
        "2022-09-01",
        "2023",
        "2023-01-05",
    ]


def test_a_year_named_for_other_data_is_not_inherited_by_the_next_section() -> None:
    reading = resolved(
        "お知らせ\n2023年10月12日\n\n1 対象\n2008年4月から2015年3月までにお申し込みの方です。\n\n2 経緯\n"
        "9月20日に判明し、9月29日に回収しました。\n"
    )
    assert isos(reading)[-2:] == ["2023-09-20", "2023-09-29"]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://shop.example.com/2023/02/qa.html", "2022-09-12"),
        ("https://shop.example.com/news/20230221.html", "2022-09-12"),
        ("https://shop.example.com/news/2022-12-01/", "2022-09-12"),
        ("https://shop.example.com/news/2022/1201/", "2022-09-12"),
        ("https://shop.example.com/2022/oshirase.html", "2022-09-12"),
        ("https://fair2022.example.com/oshirase.html", "XXXX-09-12"),
        ("https://shop.example.com/fair2022/oshirase.html", "XXXX-09-12"),
        ("https://shop.example.com/page/20231340", "XXXX-09-12"),
        (None, "XXXX-09-12"),
    ],
)
def test_the_address_gives_the_year(url: str | None, expected: str) -> None:
    reading = resolved(
        "よくあるご質問\n\n9月12日までに入力された方が対象となる可能性があります。\n", url
    )
    found = at(reading, "9月12日")
    assert found.iso == expected
    assert found.basis == ("inherited" if expected.startswith("X") else "from_url")


def test_the_day_of_publication_gives_the_year() -> None:
    reading = resolved("12月9日に判明しました。", published=date(2022, 1, 14))
    assert isos(reading) == ["2021-12-09"]


def test_weekdays_alone_fix_the_year() -> None:
    reading = resolved(
        "参加者の皆様へ\n\n2月26日(月)から3月8日(金)まで名簿が公開されていました。個人情報保護委員会に"
        "3月11日(月)に報告しました。\n\n(3月12日)\n"
    )
    assert isos(reading) == ["2024-02-26", "2024-03-08", "2024-03-11", "2024-03-12"]
    assert [d.basis for d in reading.dates] == ["weekday", "weekday", "weekday", "inherited"]
    assert (reading.told.date, reading.told.basis) == ("2024-03-12", "weekday")


def test_weekdays_that_fit_several_years_fix_none() -> None:
    reading = resolved("3月24日(木)に送信し、4月12日(火)に判明しました。\n")
    assert isos(reading) == ["XXXX-03-24", "XXXX-04-12"]


def test_weekdays_that_fit_several_years_are_decided_by_what_the_text_names() -> None:
    reading = resolved(
        "平成31年4月以降のメールです。3月24日(木)に送信し、4月12日(火)に判明しました。\n"
    )
    assert isos(reading) == ["2019-04", "2022-03-24", "2022-04-12"]


def test_a_weekday_decides_between_two_years() -> None:
    reading = resolved("お知らせ\n2023年6月1日\n\n4月25日(月)に異常に気づきました。\n")
    assert at(reading, "4月25日(月)").iso == "2022-04-25"


def test_the_year_stands_nowhere() -> None:
    reading = resolved(
        "9月18日\n会員各位\n\n9月9日に感染し、翌日気づきました。\n株式会社あおば堂\n"
    )
    assert isos(reading) == ["XXXX-09-18", "XXXX-09-09", "XXXX-09-10"]
    assert (reading.told.date, reading.told.basis) == ("XXXX-09-18", "absolute")


@pytest.mark.parametrize(
    "decoy",
    [
        "最終更新日 2024年4月1日",
        "Copyright 2019-2024 Aoba Do",
        "(c) 2024 Aoba",
        "キャリアフェア2024",
        "2024年度の計画",
        "創業2001年",
        "平成15年法律第57号",
        "電話 03-0000-2024",
    ],
)
def test_no_year_comes_from_a_decoy(decoy: str) -> None:
    reading = resolved(f"{decoy}\n\n9月9日に誤って送信し、多くの方にご迷惑をおかけしました。\n")
    assert at(reading, "9月9日").iso == "XXXX-09-09"


@pytest.mark.parametrize(
    ("told", "first", "last", "precision"),
    [
        ("2021年3月2日から同年11月24日までの間に", "2021-03-02", "2021-11-24", "day"),
        ("2021年3月2日~11月24日", "2021-03-02", "2021-11-24", "day"),
        ("2020年11月10日〜2月3日", "2020-11-10", "2021-02-03", "day"),
        ("2020年11月から翌年1月まで", "2020-11", "2021-01", "month"),
        ("2023年6月4日(日)～6日(火)", "2023-06-04", "2023-06-06", "day"),
        ("2023年6月28日～3日", "2023-06-28", "2023-07-03", "day"),
        ("2021年1月27日から去年5月15日にかけて", "2021-01-27", "2023-05-15", "day"),
        ("2022年11月から2023年2月28日の退職までの間に", "2022-11", "2023-02-28", "mixed"),
        ("2023年9月8日22時10分頃～9月12日6時40分頃", "2023-09-08", "2023-09-12", "fuzzy"),
        ("2023年9月8日22:10～9月12日6:40", "2023-09-08", "2023-09-12", "minute"),
        ("2023年9月8日23:00～5:00", "2023-09-08", "2023-09-09", "minute"),
        ("2023年9月8日2:06～同日9:40", "2023-09-08", "2023-09-08", "minute"),
        ("平成13年8月28日～15年4月28日", "2001-08-28", "2003-04-28", "day"),
        ("13年8月28日～15年4月28日", "2013-08-28", "2015-04-28", "day"),
        ("令和2年4月以降に", "2020-04", None, "month"),
        ("2023年4月1日から現在まで", "2023-04-01", None, "day"),
        ("2023年4月1日～", "2023-04-01", None, "day"),
        ("2023年4月30日までに", None, "2023-04-30", "day"),
        ("令和2年度から令和4年度までに", "2020", "2022", "year"),
        ("侵入は2023年10月21日で、暗号化された11月6日までの間", "2023-10-21", "2023-11-06", "day"),
        ("昨年6月から今年1月にかけて", "2023-06", "2024-01", "month"),
        ("9月28日の深夜から翌29日の朝にかけて", "2023-09-28", "2023-09-29", "fuzzy"),
        ("2023年6月上旬から9月頃まで", "2023-06", "2023-09", "fuzzy"),
        ("2023/6/17～11/24", "2023-06-17", "2023-11-24", "day"),
        ("10月1日～令和5年11月3日", "2023-10-01", "2023-11-03", "day"),
    ],
)
def test_periods(told: str, first: str | None, last: str | None, precision: str) -> None:
    reading = resolved(f"お知らせ\n\n{told}ご購入されたお客様が対象です。{SIGNED}")
    (period,) = reading.periods
    assert (period.first and period.first.iso) == first
    assert (period.last and period.last.iso) == last
    assert period.precision == precision


@pytest.mark.parametrize(
    "told",
    [
        "受付は10時～16時です。",
        "報告は3日から5日以内に行います。",
        "2023年4月1日から1年間保存します。",
        "2023年3月期の業績",
        "期間は20○○年○月○日～20○○年○月○日です。",
    ],
)
def test_no_periods(told: str) -> None:
    assert resolved(f"お知らせ\n\n{told}\n").periods == ()


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("2023年6月5日15時30分", "minute"),
        ("2023年6月5日9:40", "minute"),
        ("2023年6月5日午後3時", "hour"),
        ("2023年6月5日24時", "hour"),
        ("2023年6月5日(月)", "day"),
        ("2023年6月5日午前", "day"),
        ("2023年6月", "month"),
        ("2023年", "year"),
        ("2023年6月5日未明", "fuzzy"),
        ("2023年6月5日15時頃", "fuzzy"),
        ("2023年6月5日9時過ぎ", "fuzzy"),
        ("2023年6月下旬", "fuzzy"),
        ("2023年6月末", "fuzzy"),
        ("2023年秋頃", "fuzzy"),
        ("2023年6月頃", "fuzzy"),
    ],
)
def test_precision(words: str, precision: str) -> None:
    reading = resolved(f"{words}に異常が見つかりました。")
    assert at(reading, words).precision == precision


def test_times_alone_continue_the_day() -> None:
    reading = resolved(
        "メールの誤送信について\n令和4年6月13日\n\n1 経緯\n6月10日(金)\n13時30分 職員が送信\n13時52分 電話で判明\n"
        "6月11日(土)\n9時10分にお詫びしました。\n\n2 問い合わせ\n電話 000-000-0000 9時から17時\n"
    )
    assert isos(reading) == [
        "2022-06-13",
        "2022-06-10",
        "2022-06-10",
        "2022-06-10",
        "2022-06-11",
        "2022-06-11",
    ]
    assert {d.basis for d in reading.dates if "時" in reading.text[d.start : d.end]} == {"relative"}


def test_an_article_tells_the_day_and_its_own() -> None:
    reading = resolved(
        "通販サイトから個人情報流出か 青葉堂\n2019年11月20日\n\n通販の青葉堂は14日、顧客情報が流出した可能性があると"
        "発表した。同社によると、昨年6月に不正アクセスを受けたという。同社は9月2日に県警へ相談した。\n"
    )
    assert (reading.told.date, reading.told.basis) == ("2019-11-14", "inherited")
    assert reading.told.document_date == "2019-11-20"
    assert isos(reading) == ["2019-11-20", "2019-11-14", "2018-06", "2019-09-02"]


def test_a_damaged_date_is_repaired_and_marked() -> None:
    reading = resolved(
        "お知らせ\n2020年9月15日\n\n94日(金)に盗難に遭いました。\n\n届出 令和2月7月3日\n"
    )
    assert [(d.iso, d.damaged) for d in reading.dates] == [
        ("2020-09-15", False),
        ("2020-09-04", True),
        ("2020-07-03", True),
    ]


def test_full_width_writing_changes_nothing() -> None:
    text = "お知らせ\n2023/11/28(火)\n\n令和5年6月20日~同月23日、12/6(水) 15:30に確認。2022年2月15日~令和5年6月30日\n"
    wide = "".join(
        chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else "\u3000" if c == " " else c for c in text
    )
    plain, widened = resolved(text), resolved(wide)
    assert isos(plain) == isos(widened) != []
    assert [p.precision for p in plain.periods] == [p.precision for p in widened.periods]


def test_quotes_lead_back_to_the_notice() -> None:
    text = "２０２３年　６月　５日に\u200b異常を確認しました。"
    reading = resolved(text)
    found = reading.dates[0]
    assert reading.quote(found.start, found.end).quote == "２０２３年　６月　５日"


def test_a_text_without_dates() -> None:
    reading = resolved("個人情報の漏えいについてお詫びいたします。\n")
    assert reading.dates == () == reading.periods
    assert reading.told.date is None


@pytest.mark.parametrize(
    "told",
    [
        "翌年" * 300 + "3月1日",
        "2023年1月31日に発覚し、" + "前年、" * 300,
        "2023年12月に" + "翌月31日、" * 300,
    ],
)
def test_no_date_leaves_the_calendar(told: str) -> None:
    for found in resolved(told + "に判明しました。").dates:
        assert "1868" <= found.iso[:4] <= "2099" or found.iso.startswith("XXXX")


ISO = re.compile(r"(?:XXXX|\d{4})(?:-(?:XX|\d\d)(?:-\d\d)?)?")


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "2023年",
                "令和5年",
                "昨年",
                "同年",
                "翌年",
                "13年",
                "12月",
                "2月",
                "翌月",
                "同月",
                "先月",
                "31日",
                "6日",
                "同日",
                "翌日",
                "本日",
                "翌",
                "同",
                "(月)",
                "午前3時",
                "9:40",
                "15時20分",
                "頃",
                "上旬",
                "末日",
                "から",
                "まで",
                "~",
                "の間",
                "、",
                "。",
                "に発生",
                "発表した",
                "は",
                "94日",
                "12/6",
                "2021/3/4",
                "令和2月6月3日",
                "公表日:",
                "\n",
                "\t",
                "更新",
                "年度",
                "以降",
            ]
        ),
        max_size=30,
    ),
    st.sampled_from(
        [None, "https://www.example.com/2023/02/28.html", "https://www.example.com/2020/"]
    ),
)
def test_whatever_is_written_the_dates_are_real(pieces: list[str], url: str | None) -> None:
    reading = resolved("お知らせ" + "".join(pieces), url)
    ends = [0, *(d.end for d in reading.dates)]
    for i, found in enumerate(reading.dates):
        assert ends[i] <= found.start < found.end <= len(reading.text)
        assert ISO.fullmatch(found.iso)
        if len(found.iso) == 10 and "X" not in found.iso:
            date.fromisoformat(found.iso)
    for period in reading.periods:
        assert period.first is not None or period.last is not None


def test_many_dates_are_read() -> None:
    reading = resolved(
        "\n".join(f"2023年{m}月{d}日 発生" for m in range(1, 13) for d in range(1, 28))
    )
    assert len(reading.dates) == 12 * 27


def test_a_day_told_again_with_its_year_gives_that_year() -> None:
    told = resolve(
        lay_out(read("7月1日にご指摘をいただきました。\n\n2024年7月1日まで閲覧できました。\n"))
    )
    assert [date.iso for date in told.dates] == ["2024-07-01", "2024-07-01"]
