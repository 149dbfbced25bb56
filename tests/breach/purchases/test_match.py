"""Merchants' names as statements print them, and the incidents they may mean."""

import pytest

from mayoke.breach.purchases.kana import canon, spellings
from mayoke.breach.purchases.match import Matcher
from mayoke.records.purchase import Watched
from tests.breach.purchases.samples import watched

UMINEKO = watched("うみねこ雑貨店 オンラインショップ", aliases=("ウミネコザッカテン",))
KAMOME = watched(
    "かもめマート",
    number="b-2",
    url="https://kamomemart.example/",
    organisation="かもめ流通株式会社",
)
MATCHER = Matcher([UMINEKO, KAMOME])


def found(name: str, *others: Watched) -> list[tuple[str, str]]:
    matcher = Matcher([UMINEKO, KAMOME, *others]) if others else MATCHER
    return [(one.incident, one.certainty) for one in matcher.find(name)]


@pytest.mark.parametrize(
    ("name", "certainty"),
    [
        ("うみねこ雑貨店　オンラインショップ", "sure"),
        ("ｳﾐﾈｺｻﾞﾂｶﾃﾝ", "sure"),
        ("うみねこ雑貨店", "likely"),
        ("株式会社うみねこ商会", "likely"),
        ("UMINEKO.EXAMPLE", "sure"),
        ("ＷＷＷ．ＵＭＩＮＥＫＯ．ＥＸＡＭＰＬＥ", "sure"),
        ("UMINEKO ZAKKATEN", "likely"),
        ("UMINEKO ONLINE STORE TOKYO", "likely"),
        ("ＰＡＹＰＡＬ　＊ＵＭＩＮＥＫＯ", "likely"),
        ("AMZ*ｳﾐﾈｺｻﾞﾂｶﾃﾝ", "sure"),
        ("ﾗｸﾃﾝﾍﾟｲ ｳﾐﾈｺｻﾞﾂｶﾃﾝ", "sure"),
        ("ＶＩＳＡ国内利用　VS UMINEKO.EXAMPLE", "sure"),
        ("AP/ｳﾐﾈｺｻﾞﾂｶﾃﾝ", "sure"),
    ],
)
def test_a_shop_is_found_in_every_writing(name: str, certainty: str) -> None:
    assert found(name) == [("a-1", certainty)]


@pytest.mark.parametrize(
    "name",
    ["", "ショップ", "ストア", "オンラインストア", "STORE", "ONLINE SHOP", "AMAZON.CO.JP", "ウミ", "PAYPAL", "うみ", "雑貨店", "かもめ",
     "セブン－イレブン／ｉＤ", "12345", "ウミネコツアー", "株式会社", "PAYPAL *"],
)  # fmt: skip
def test_generic_short_and_other_names_match_nothing(name: str) -> None:
    assert found(name) == []


def test_a_branch_of_the_name_is_only_possible() -> None:
    assert found("かもめマート 新宿店") == [("b-2", "possible")]


def test_kana_and_the_label_of_the_domain() -> None:
    assert found("ｶﾓﾒﾏ-ﾄ") == [("b-2", "sure")]
    assert found("KAMOMEMART") == [("b-2", "likely")]


def test_a_name_cut_off_by_the_card_company() -> None:
    long = watched("アルバトロスインテリアコレクション", number="c-3", url=None, organisation=None)
    assert found("ｱﾙﾊﾞﾄﾛｽｲﾝﾃﾘｱｺ", long) == []  # not long enough to have been cut
    assert found("ｱﾙﾊﾞﾄﾛｽｲﾝﾃﾘｱｺﾚｸｼ", long) == [("c-3", "likely")]


def test_a_name_of_two_organisations_is_only_possible() -> None:
    other = watched("かもめマート", number="d-4", url=None, organisation="別のかもめ株式会社")
    assert found("かもめマート", other) == [("b-2", "possible"), ("d-4", "possible")]


def test_two_incidents_of_one_shop_both_stay_sure() -> None:
    again = watched("かもめマート", number="e-5", url=None, organisation="かもめ流通株式会社")
    assert found("かもめマート", again) == [("b-2", "sure"), ("e-5", "sure")]


def test_a_marketplace_is_no_shop() -> None:
    stall = watched(
        None, number="f-6", url="https://www.rakuten.co.jp/kaigara/", organisation="貝殻工芸"
    )
    assert found("RAKUTEN.CO.JP", stall) == []


def test_the_wallet_and_the_reason_are_told() -> None:
    match = MATCHER.find("PAYPAL *UMINEKO.EXAMPLE")[0]
    assert match.wallet == "PayPal"
    assert "umineko.example" in match.says.ja
    assert "umineko.example" in match.says.en


@pytest.mark.parametrize(
    ("kana", "letters"),
    [
        ("ショップ", "shoppu"), ("ｼﾖﾂﾌﾟ", "shoppu"), ("トウキョウ", "tokyo"), ("オオサカ", "osaka"),
        ("シンブン", "shimbun"), ("ジュース", "juusu"), ("ファミリー", "famirii"), ("チャヤ", "chaya"),
        ("ティー", "thi".replace("h", "")), ("ツヅキ", "tsuzuki"), ("ヴィラ", "vira"),
    ],
)  # fmt: skip
def test_kana_and_latin_letters_meet(kana: str, letters: str) -> None:
    assert canon(letters) in spellings(kana)


def test_other_characters_have_no_spelling() -> None:
    assert spellings("青葉堂") == frozenset()
