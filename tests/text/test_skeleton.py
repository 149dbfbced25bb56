import pytest
from hypothesis import given
from hypothesis import strategies as st

from mayoke.text.skeleton import mixed_script, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("amazon", "аmаzоn"),  # Cyrillic а and о
        ("amazon", "amaz0n"),
        ("amazon", "arnazon"),
        ("amazon", "ＡＭＡＺＯＮ"),
        ("amazon", "ama\u200bzon"),
        ("amazon", "amázon"),
        ("paypal", "paypa1"),
        ("paypal", "paypaI"),
        ("apple", "αρρlе"),
        ("www", "vvww"),
        ("楽天カード", "楽天力ード"),
        ("楽天カード", "楽天カ一ド"),
        ("楽天カード", "楽天カ－ド"),
        ("楽天カード", "楽天ｶｰﾄﾞ"),
        ("メルカリ", "メル力リ"),
        ("ヨドバシ", "ヨドバシ"),
        ("ロイヤル", "口イヤル"),
        ("ニトリ", "二卜リ"),
        ("エポス", "工ポス"),
        ("タカハシ", "夕力八シ"),
        ("ヘルプ", "へルプ"),
    ],
)
def test_what_looks_alike_has_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("amazon", "amazom"),
        ("ソニー", "ンニー"),
        ("楽天", "楽夫"),
        ("カード", "ガード"),
        ("au", "av"),
    ],
)
def test_what_looks_different_has_not(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    "label",
    ["amazon", "amazon2024", "楽天カード", "amazon公式ショップ", "аррӏе", "한글abc", "日本-ー々"],
)
def test_an_honest_mix_of_scripts_is_none(label: str) -> None:
    assert not mixed_script(label)


@pytest.mark.parametrize(
    "label", ["аmazon", "αmazon", "ama\u0437on", "楽天кard", "カード한글", "日本ж"]
)
def test_a_mix_that_no_name_has_is_one(label: str) -> None:
    assert mixed_script(label)


@given(st.text(max_size=40))
def test_any_text_has_a_skeleton(text: str) -> None:
    assert len(skeleton(text)) <= 20 * len(text)
    mixed_script(text)
