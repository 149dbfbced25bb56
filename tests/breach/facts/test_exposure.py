from typing import Any

import pytest

from mayoke.breach.facts.exposure import find as exposure
from mayoke.breach.reading import Part
from mayoke.records.incident import Exposure, SubjectPeriod
from tests.breach.facts.kind_specimens import names, reading, specimen, whole


def plain(one: Exposure | SubjectPeriod) -> dict[str, Any]:
    out = {"start": one.start, "end": one.end, "basis": one.basis}
    return {**out, "group": one.group} if one.group else out


@pytest.mark.parametrize("name", names("exposure"))
def test_specimen(name: str) -> None:
    found, expected = specimen("exposure", name)
    exposures, subjects = exposure.find(found, whole(found))
    assert {
        "exposure": sorted(map(plain, exposures), key=str),
        "subject_periods": sorted(map(plain, subjects), key=str),
    } == {name: sorted(ones, key=str) for name, ones in expected.items()}


@pytest.mark.parametrize("name", names("exposure"))
def test_quotes_are_words_of_the_notice(name: str) -> None:
    found, _ = specimen("exposure", name)
    exposures, subjects = exposure.find(found, whole(found))
    for quote in [*(one.quote for one in exposures), *(one.quote for one in subjects)]:
        assert found.notice.text[quote.start : quote.end] == quote.quote


def test_the_quotation_holds_what_governs_the_range() -> None:
    found = reading("2021年4月1日から6月3日までに商品を購入されたお客様の情報が漏えいしました。")
    (one,), _ = exposure.find(found, whole(found))
    assert one.quote.quote == "2021年4月1日から6月3日までに商品を購入"


def test_a_year_told_by_last_year_is_relative() -> None:
    found = reading(
        "2019年5月9日\n外部から昨年10月から今年2月にかけて不正なアクセスがあり、氏名が盗まれました。"
    )
    (one,), _ = exposure.find(found, whole(found))
    assert (one.start, one.end, one.year_basis) == ("2018-10", "2019-02", "relative")


def test_only_the_ranges_of_the_part_count() -> None:
    text = "2021年4月1日から6月3日まで閲覧できる状態でした。\n2022年4月1日から6月3日まで閲覧できる状態でした。"
    found = reading(text)
    half = found.text.index("\n")
    (one,), _ = exposure.find(found, Part(((0, half),)))
    assert one.start == "2021-04-01"


def test_a_range_told_twice_stands_once_and_buying_outranks_the_attack() -> None:
    found = reading(
        "不正アクセスの期間 2021年4月1日～6月3日\n"
        "対象 2021年4月1日～6月3日にカードで決済されたお客様のカード情報"
    )
    (one,), subjects = exposure.find(found, whole(found))
    assert one.basis == "purchase" and not subjects


def test_contradictory_ranges_are_both_kept() -> None:
    found = reading(
        "不正アクセスによりカード情報が漏えいしました。\n"
        "対象：2021年4月1日～6月3日にカードで決済されたお客様\n"
        "2021年4月1日～6月5日の間に購入されたお客様が対象です。"
    )
    exposures, _ = exposure.find(found, whole(found))
    assert [one.end for one in exposures] == ["2021-06-03", "2021-06-05"]


def test_a_thousand_ranges_end() -> None:
    found = reading("2021年4月1日から6月3日まで閲覧できる状態でした。\n" * 3000)
    assert len(exposure.find(found, whole(found))[0]) == 1
