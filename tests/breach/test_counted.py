from mayoke.breach.counted import cells, count
from mayoke.breach.read.layout import lay_out
from mayoke.breach.read.read import read
from mayoke.breach.reading import Number, Reading


def counted(text: str) -> Reading:
    return count(lay_out(read(text)))


def values(text: str) -> list[tuple[int, str]]:
    return [(n.value, n.unit) for n in counted(text).numbers]


def test_numbers_stand_in_order_with_their_place() -> None:
    reading = counted("会員情報 約3万2,345件とカード情報 1,204 件が流出しました。")
    assert [(n.value, n.unit, n.qualifier) for n in reading.numbers] == [
        (32345, "件", "about"),
        (1204, "件", "exact"),
    ]
    assert [reading.text[n.start : n.end] for n in reading.numbers] == ["約3万2,345件", "1,204件"]


def test_a_bare_number_takes_the_counter_of_its_column() -> None:
    table = "店舗\t期間\t人数\n東店\t4月\t1,204\n西店\t5月\t約300\n"
    assert values(table) == [(1204, "人"), (300, "人")]


def test_a_bare_number_takes_the_counter_of_its_row() -> None:
    assert values("年度\t昨年度\t今年度\n漏えい件数\t12\t1,204\n") == [(12, "件"), (1204, "件")]


def test_other_columns_stay_bare() -> None:
    assert values("店舗\t面積\t金額\n東店\t120\t1,204\n") == []


def test_a_counter_in_the_cell_is_not_counted_twice() -> None:
    assert values("店舗\t件数\n東店\t1,204件\n") == [(1204, "件")]


def test_a_qualifier_in_the_cell_is_kept() -> None:
    reading = counted("店舗\t件数\n東店\t約1,200\n")
    assert reading.numbers[0] == Number(
        reading.text.index("約"), reading.text.index("約") + 6, 1200, "件", "about"
    )


def test_cells_are_bounded() -> None:
    assert cells("a\tb", 0, 3) == [(0, 1), (2, 3)]
    assert len(cells("\t" * 100, 0, 100)) == 12
