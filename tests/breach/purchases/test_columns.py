"""Columns: guessed, given, by profile, or said to be missing."""

import pytest

from mayoke.breach.purchases import columns as finder
from mayoke.records.errors import BadInput
from mayoke.records.purchase import Columns, Statement, UnknownColumns
from mayoke.registry.load import load

DATA = ("2024/01/15", "かもめ", "300")


@pytest.mark.parametrize(
    "header",
    [
        ("利用日", "利用店名・商品名", "利用金額"),
        ("ご利用日", "ご利用先など", "ご利用金額(￥)"),
        ("ご利用年月日", "ご利用箇所", "ご利用額"),
        ("ご利用日", "ご利用店名（海外ご利用店名／海外都市名）", "ご利用金額"),
        ("取引日", "摘要", "お支払金額（円）"),
        ("注文日時", "店舗名", "合計金額"),
        ("Date", "Merchant", "Amount"),
        ("日付", "内容", "金額"),
    ],
)
def test_header_words_are_known(header: tuple[str, ...]) -> None:
    found = finder.find_header([("カード名称", "x"), header, DATA])
    assert found is not None
    assert found[0] == 1
    assert {role: found[1].at.get(role) for role in ("date", "merchant", "amount")} == {
        "date": 0,
        "merchant": 1,
        "amount": 2,
    }


def test_the_day_of_use_goes_before_the_day_of_posting() -> None:
    both = finder.guess(("データ処理日", "ご利用日", "ご利用内容", "金額"))
    assert (both.at["date"], both.posted) == (1, False)
    alone = finder.guess(("データ処理日", "ご利用内容", "金額"))
    assert (alone.at["date"], alone.posted) == (0, True)


def test_the_amount_of_use_goes_before_that_of_payment() -> None:
    assert finder.guess(("お支払金額", "利用日", "店名", "ご利用金額")).at["amount"] == 3


def test_a_mapping_by_word_and_by_number() -> None:
    head = [("いつ", "どこで", "いくら"), DATA]
    by_word = finder.read_mapping(["date=いつ", "merchant=どこで"])
    assert finder.apply_mapping(by_word, head)[1].at == {"date": 0, "merchant": 1}
    by_number = finder.read_mapping(["date=1", "merchant=2", "amount=3"])
    assert finder.apply_mapping(by_number, [DATA]) == (
        0,
        Columns({"date": 0, "merchant": 1, "amount": 2}),
    )


def test_what_is_missing_is_said() -> None:
    with pytest.raises(UnknownColumns) as raised:
        finder.apply_mapping({"date": "いつ"}, [("いつ", "どこで", "いくら"), DATA])
    assert raised.value.missing == ("merchant",)
    assert raised.value.header == ("いつ", "どこで", "いくら")
    with pytest.raises(UnknownColumns) as raised:
        finder.apply_mapping({"date": "日にち"}, [("いつ", "どこで"), DATA])
    assert raised.value.missing == ("date",)


def test_no_data_is_shown_as_a_header() -> None:
    assert finder.looks_like_header([DATA, DATA]) == ("1", "2", "3")


@pytest.mark.parametrize("pair", ["date", "when=1", "date=", "=1"])
def test_a_wrong_mapping(pair: str) -> None:
    with pytest.raises(BadInput):
        finder.read_mapping([pair])


def test_columns_count_from_one() -> None:
    with pytest.raises(BadInput):
        finder.apply_mapping({"date": "0", "merchant": "1"}, [DATA])


@pytest.mark.parametrize("statement", load().statements, ids=lambda one: one.slug)
def test_every_profile_finds_itself_and_its_columns(statement: Statement) -> None:
    width = max([len(statement.header), *(int(c) for c in statement.roles.values() if c.isdigit())])
    head = [("お支払日", "2024/02/26"), statement.header or ("",) * width, ("x",) * width]
    skip, columns = finder.by_profile(statement, head)
    assert {"date", "merchant", "amount"} <= columns.at.keys()
    if statement.header:
        assert skip == 2
        found = finder.profile_of(head, load().statements)
        assert found == (statement, 1)
