"""Tables of every charset and form."""

from pathlib import Path

import pytest

from mayoke.breach.purchases.columns import find_header
from mayoke.breach.purchases.lines import lines
from mayoke.breach.purchases.table import open_table, rows
from mayoke.records.errors import BadInput, EmptyInput, TooLarge, UnsupportedInput
from mayoke.records.purchase import Purchase
from tests.breach.purchases.samples import written

TEXT = """カード名称,○○カード
お支払日,2024年5月7日

ご利用日,ご利用店名,支払区分,ご利用金額
2024/01/15,"うみねこ雑貨店, 本館",1回,"1,200"

2024/01/16,うみねこ雑貨店,1回,△1200
,【小計】,,0
※1 ご注意ください
"""


def purchases(path: Path) -> list[Purchase]:
    table = open_table(path)
    found = find_header(table.head)
    assert found is not None
    return [line.purchase for line in lines(table, found[0] + 1, found[1]) if line]


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-8-sig", "cp932", "euc-jp", "iso-2022-jp", "utf-16"]
)
def test_every_charset_gives_the_same_purchases(tmp_path: Path, charset: str) -> None:
    found = purchases(written(tmp_path, TEXT, charset))
    assert [(one.merchant, one.amount, one.kind) for one in found] == [
        ("うみねこ雑貨店, 本館", 1200, "purchase"),
        ("うみねこ雑貨店", -1200, "refund"),
    ]


@pytest.mark.parametrize("sign", ["\t", ";", "|"])
def test_every_delimiter(tmp_path: Path, sign: str) -> None:
    text = f"利用日{sign}店名{sign}金額\r\n2024/01/15{sign}うみねこ{sign}300\r\n"
    assert [one.merchant for one in purchases(written(tmp_path, text))] == ["うみねこ"]


def test_plain_letters_long_before_the_first_japanese(tmp_path: Path) -> None:
    head = "date,merchant,amount\n" + "2024/01/15,SHOP,1\n" * 10_000
    found = purchases(written(tmp_path, head + "2024/01/16,ｳﾐﾈｺ,5\n", "cp932"))
    assert found[-1].merchant == "ｳﾐﾈｺ"


def test_a_second_section_moves_the_columns(tmp_path: Path) -> None:
    text = "ご利用日,ご利用先,ご利用金額\n240115,うみねこ,300\nご利用先,ご利用日,今回回数\nかもめ,240116,1\n"
    text = text.replace(
        "ご利用先,ご利用日,今回回数", "ご利用日,支払回数,ご利用先,ご利用金額"
    ).replace("かもめ,240116,1", "240116,3,かもめ,900")
    assert [(one.merchant, one.amount) for one in purchases(written(tmp_path, text))] == [
        ("うみねこ", 300),
        ("かもめ", 900),
    ]


def test_ragged_rows_do_not_hurt(tmp_path: Path) -> None:
    text = "利用日,店名,金額\n2024/01/15\n2024/01/16,かもめ\n2024/01/17,とんび,1,2,3,4\n"
    assert [one.merchant for one in purchases(written(tmp_path, text))] == ["かもめ", "とんび"]


def test_no_whole_card_number_is_kept(tmp_path: Path) -> None:
    text = "利用日,店名,カード番号,金額\n2024/01/15,かもめ 4111111111111111,4111-1111-1111-1111,5\n"
    one = purchases(written(tmp_path, text))[0]
    assert one.card == "****1111"
    assert "41111111" not in repr(one)


def test_what_is_no_list_is_refused(tmp_path: Path) -> None:
    for name, data, error in (
        ("a.csv", b" \n", EmptyInput),
        ("b.xlsx", b"PK\x03\x04" + b"x" * 50, UnsupportedInput),
        ("c.csv", b"a,b\0c\n", UnsupportedInput),
    ):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(error):
            open_table(tmp_path / name)


def test_hostile_rows_are_refused_without_being_quoted(tmp_path: Path) -> None:
    for text, error in (
        ("a,b\n" + "x" * 200_000 + "\n", TooLarge),
        ("a,b\n" + "," * 500 + "\n", TooLarge),
        ("a,b\n" + '1,"secret\n' + "y\n" * 200_000, BadInput),
    ):
        path = written(tmp_path, text)
        with pytest.raises(error) as raised:
            for _ in rows(open_table(path)):
                pass
        assert "secret" not in str(raised.value)
