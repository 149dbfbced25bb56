import pytest
from hypothesis import given
from hypothesis import strategies as st

from mayoke.text.fold import fold
from mayoke.text.name_spans import find_names


def found(text: str) -> list[str]:
    """The names as they stand in the document."""
    folded = fold(text)

    def gap(at: int) -> bool:
        first, last = folded.span(at - 1, at)[1], folded.span(at, at + 1)[0]
        return 0 < at < len(folded.text) and text[first:last].isspace()

    spans = find_names(folded.text, gap)
    return [text[slice(*folded.span(one.start, one.end))] for one in spans]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("株式会社つばめ雑貨店", ["株式会社つばめ雑貨店"]),
        ("つばめ雑貨店株式会社", ["つばめ雑貨店株式会社"]),
        ("株式会社 つばめ雑貨店 代表取締役 青木", ["株式会社 つばめ雑貨店"]),
        ("当社の子会社である株式会社つばめの巣(以下「巣」)が", ["株式会社つばめの巣"]),
        ("発送を委託している株式会社つばめ便において", ["株式会社つばめ便"]),
        ("委託先のTsubame Labo株式会社において", ["Tsubame Labo株式会社"]),
        ("Tsubame Trading 株式会社は", ["Tsubame Trading 株式会社"]),
        ("株式会社つばめでは、6月15日から", ["株式会社つばめ"]),
        ("株式会社つばめは14日、発表した", ["株式会社つばめ"]),
        ("会社名 つばめ商事株式会社", ["つばめ商事株式会社"]),
        ("運営:有限会社つばめ観光", ["有限会社つばめ観光"]),
        ("㈱つばめ", ["㈱つばめ"]),
        ("つばめ屋(株)の社員", ["つばめ屋(株)"]),
        ("学校法人花野学園 花野大学(以下、本学)", ["学校法人花野学園 花野大学"]),
        ("医療法人社団 青野会 みどり野病院", ["医療法人社団 青野会 みどり野病院"]),
        ("国立大学法人はるか野大学長 山本", ["国立大学法人はるか野大学"]),
        ("地方独立行政法人 つばめ医療センター", ["地方独立行政法人 つばめ医療センター"]),
        ("NPO法人 つばめの会 事務局", ["NPO法人 つばめの会"]),
        ("公益社団法人つばめ連盟からのお知らせ", ["公益社団法人つばめ連盟"]),
        ("生活協同組合つばめコープ", ["生活協同組合つばめコープ"]),
        ("つばめ農業協同組合", ["つばめ農業協同組合"]),
        ("株式会社つばめと、つばさ株式会社", ["株式会社つばめ", "つばさ株式会社"]),
        ("株式会社つばめ 東京支店", ["株式会社つばめ"]),
        ("株式会社カスタマーつばめ", ["株式会社カスタマーつばめ"]),
        ("株式会社北の森", ["株式会社北の森"]),
        ("株式会社つばめの社員が持ち出した", ["株式会社つばめ"]),
        ("平成31年3月1日 株式会社つばめ", ["株式会社つばめ"]),
    ],
)
def test_finds_names_with_a_legal_form(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text", ["", "株式会社", "株式会社が運営する", "会社の方針", "医療法人では"]
)
def test_finds_no_name_in_a_bare_form(text: str) -> None:
    assert found(text) == []


def test_takes_an_uncertain_end_from_a_certain_mention() -> None:
    text = "株式会社北の森が発表した\n株式会社北の森"
    assert [text[one.start : one.end] for one in find_names(text)] == ["株式会社北の森"] * 2


@given(st.text(alphabet="株式会社有限あいのはがを学校法人市A 、(\n", max_size=80))
def test_spans_stay_inside_the_text_and_in_order(text: str) -> None:
    folded = fold(text).text
    at = 0
    for span in find_names(folded):
        assert at <= span.start < span.end <= len(folded)
        at = span.end
