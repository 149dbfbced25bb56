import pytest
from hypothesis import given
from hypothesis import strategies as st

from mayoke.text.names import has_legal_form, is_organisation_noun, plain_name


@pytest.mark.parametrize(
    ("name", "formed"),
    [
        ("株式会社つばめ", True),
        ("㈱つばめ", True),
        ("Tsubame Inc.", True),
        ("つばめ堂", False),
        ("つばめ市", False),
    ],
)
def test_knows_a_legal_form(name: str, formed: bool) -> None:
    assert has_legal_form(name) is formed


@pytest.mark.parametrize(
    "name", ["つばめ市", "つばめ市教育委員会", "つばめ 大学", "つばめ信用金庫"]
)
def test_knows_what_organisations_end_in(name: str) -> None:
    assert is_organisation_noun(name)


@pytest.mark.parametrize("name", ["つばめ堂", "お知らせ", "市", "会員サイト"])
def test_knows_what_is_no_organisation(name: str) -> None:
    assert not is_organisation_noun(name)


@pytest.mark.parametrize(
    "name",
    [
        "株式会社つばめ屋",
        "つばめ屋㈱",
        "つばめ屋 株式会社",
        "ツバメ屋",
        "ﾂﾊﾞﾒ屋",
        "カ)ツバメ屋",
        "ツバメ屋(カ",
    ],
)
def test_writes_a_name_in_one_form(name: str) -> None:
    assert plain_name(name) == "ツバメ屋"


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("キャット・フーズ", "キヤツトフーズ"),
        ("カスタマ-サポ-ト", "カスタマーサポート"),
        ("Ｋｕｍｏ　＆　Ｓｏｒａ", "kumosora"),
        ("株式会社", ""),
        ("", ""),
    ],
)
def test_leaves_out_signs_spaces_and_forms(name: str, plain: str) -> None:
    assert plain_name(name) == plain


@pytest.mark.parametrize(
    "name",
    ["つばめ雑貨 公式オンラインショップ", "つばめ雑貨公式通販", "つばめ雑貨 本店", "つばめ雑貨"],
)
def test_drops_the_ending_of_a_shop_when_asked(name: str) -> None:
    assert plain_name(name, shop_endings=False) == plain_name("つばめ雑貨")


def test_keeps_an_ending_that_is_the_whole_name() -> None:
    assert plain_name("ショップ", shop_endings=False) == "シヨツプ"


@given(st.text(max_size=60))
def test_plain_name_is_stable(name: str) -> None:
    once = plain_name(name)
    assert plain_name(once) == once
