import pytest
from hypothesis import given
from hypothesis import strategies as st

from mayoke.text.counts import find_counts, unit_of_label


def read(text: str) -> list[tuple[int, str, str]]:
    return [(c.value, c.unit, c.qualifier) for c in find_counts(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1,352件", 1352, "件"),
        ("1950名", 1950, "名"),
        ("3万2345件", 32345, "件"),
        ("3万2,345件", 32345, "件"),
        ("1.4万件", 14000, "件"),
        ("12万3千人分", 123000, "人"),
        ("4万5千人分", 45000, "人"),
        ("二千五百名", 2500, "名"),
        ("1,287名様分", 1287, "名"),
        ("64社", 64, "社"),
        ("214世帯分", 214, "世帯"),
        ("163組", 163, "組"),
        ("1,036口座", 1036, "口座"),
        ("23万4,000アカウント", 234000, "アカウント"),
        ("18,322ユーザー", 18322, "ユーザー"),
        ("980メールアドレス", 980, "メールアドレス"),
        ("41団体", 41, "団体"),
        ("1,200id", 1200, "id"),
        ("三名", 3, "名"),
    ],
)
def test_a_number_and_its_counter(text: str, value: int, unit: str) -> None:
    assert read(f"合わない前置き、{text}が流出") == [(value, unit, "exact")]


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("約1,000件", "about"),
        ("およそ1,000件", "about"),
        ("1,000件程度", "about"),
        ("1,000余名", "about"),
        ("1,000人余り", "about"),
        ("1,000件弱", "about"),
        ("最大1,000件", "max"),
        ("最大で1,000件", "max"),
        ("最大件数:1,000件", "max"),
        ("1,000件以下", "max"),
        ("最大約1,000件", "max_about"),
        ("最大で約1,000件", "max_about"),
        ("少なくとも1,000件", "min"),
        ("1,000件以上", "min"),
        ("1,000件超", "min"),
        ("延べ1,000件", "cumulative"),
        ("のべ1,000件", "cumulative"),
        ("合計1,000件", "exact"),
        ("全1,000件", "exact"),
        ("契約1,000件", "exact"),
        ("アカウント1,000個", "exact"),
    ],
)
def test_qualifiers_on_both_sides(text: str, qualifier: str) -> None:
    assert [c.qualifier for c in find_counts(text)] == [qualifier]


@pytest.mark.parametrize(
    "text",
    [
        "第3回",
        "第2報",
        "1件目",
        "2人目の方",
        "1人ひとり",
        "お一人おひとり",
        "一人ずつ",
        "05人への説明",
        "数十件",
        "数千人",
        "何件",
        "10 0 0件",
        "0120-000-318人",
        "1,20件",
        "1件名",
        "20名簿",
        "2社員",
        "第三者",
        "一部",
        "八戸市",
        "3通り",
        "1,200円",
        "1.5件",
        "3人材",
    ],
)
def test_what_is_no_count(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("件数:1,250", 1250, "件"),
        ("件数\t1,250\t", 1250, "件"),
        ("流出件数(件)\t1,250", 1250, "件"),
        ("件数1250", 1250, "件"),
        ("流出した人数は1,200です", 1200, "人"),
        ("対象者数:約300", 300, "人"),
    ],
)
def test_a_label_gives_the_counter(text: str, value: int, unit: str) -> None:
    assert [(c.value, c.unit) for c in find_counts(text)] == [(value, unit)]


def test_a_number_without_counter_or_label_is_none() -> None:
    assert read("2024年に番号1,250を振りました。") == []


def test_the_span_covers_qualifier_number_and_counter() -> None:
    text = "対象は最大で約3,800名様分以上です"
    (one,) = find_counts(text)
    assert text[one.start : one.end] == "最大で約3,800名様分以上"


def test_labels_name_their_counter() -> None:
    assert unit_of_label("漏えい件数") == "件"
    assert unit_of_label("対象人数(名)") == "名"
    assert unit_of_label("会員数") == "人"
    assert unit_of_label("金額") is None


def test_at_most_a_thousand_are_read() -> None:
    assert len(find_counts("1件、" * 5000)) == 1000


@given(st.text(alphabet="0123456789,.万千件名約最大のべ計(): \t\n数一", max_size=80))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    ends = 0
    for one in find_counts(text):
        assert 0 <= one.start < one.end <= len(text)
        assert one.end > ends
        assert one.value >= 0
        assert one.unit
        ends = one.end


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("1、234名の名簿", [(1234, "名")]),
        ("会員名簿(三、四五六名)", [(3456, "名")]),
        ("3名、120名の名簿", [(3, "名"), (120, "名")]),
        ("208の個人と、41の法人", [(208, "個人"), (41, "法人")]),
        ("12の個人情報", []),
        ("2,000人ぶんの名簿", [(2000, "人")]),
        ("4年2組の児童34名", [(34, "名")]),
        ("5年1組・2組と1~3組", []),
        ("親子3組", [(3, "組")]),
    ],
)
def test_older_and_rarer_ways_to_count(text: str, want: list[tuple[int, str]]) -> None:
    assert [(one.value, one.unit) for one in find_counts(text)] == want
