"""A whole list against incidents, in plain Python and in DuckDB: the same answers."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mayoke.breach.purchases import plain, scale
from mayoke.breach.purchases.columns import find_header
from mayoke.breach.purchases.table import open_table
from mayoke.records.purchase import Finding, Tally
from tests.breach.purchases.samples import exposure, watched, written

HEADER = "利用日,利用店名,支払区分,今回回数,利用金額,カード番号\n"
KNOWN = [
    watched("うみねこ雑貨店"),
    watched(
        "かもめマート",
        exposure("2024-01", "2024-02", precision="month"),
        exposure("2024-04-01", None),
        number="b-2",
        url="https://kamome.example/",
        organisation="かもめ流通株式会社",
    ),
    watched("とんび書房", exposure("2024-01-01", "2024-01-31", "attack"), number="c-3", url=None),
]


def compared(path: Path, engine: str) -> tuple[Tally, list[Finding]]:
    table = open_table(path)
    found = find_header(table.head)
    assert found is not None
    compare = scale.compare if engine == "scale" else plain.compare
    tally, findings = compare(table, found[0] + 1, found[1], KNOWN)
    return tally, list(findings)


def answers(
    folder: Path, rows: str, engine: str = "plain"
) -> list[tuple[int, str, str, int | None]]:
    _, found = compared(written(folder, HEADER + rows), engine)
    return [(one.purchase.number, one.answer, one.why, one.points_to) for one in found]


@pytest.fixture(params=["plain", "scale"])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_refund_follows_its_purchase(tmp_path: Path, engine: str) -> None:
    rows = (
        "2024/06/01,うみねこ雑貨店,1回,,-500,\n"
        "2024/02/01,うみねこ雑貨店,1回,,500,\n"
        "2024/05/01,うみねこ雑貨店,1回,,500,\n"
        "2024/03/25,うみねこ雑貨店,返金,,700,\n"
        "2024/03/20,うみねこ雑貨店,1回,,800,\n"
        "2024/03/25,うみねこ雑貨店,1回,,-800,\n"
    )
    assert answers(tmp_path, rows, engine) == [
        (1, "outside", "after_or_before", 3),
        (2, "inside", "within", None),
        (3, "outside", "after_or_before", None),
        (4, "outside", "after_or_before", None),
        (5, "inside", "within", None),
        (6, "inside", "within", 5),
    ]


def test_a_refund_alone_cannot_be_told(tmp_path: Path, engine: str) -> None:
    rows = "2024/02/01,うみねこ雑貨店,1回,,△500,\n"
    assert answers(tmp_path, rows, engine) == [(1, "cannot_tell", "refund", None)]


def test_a_later_instalment_follows_its_first(tmp_path: Path, engine: str) -> None:
    rows = (
        "2024/02/01,うみねこ雑貨店,3回払い,1,500,\n"
        "2024/02/01,うみねこ雑貨店,3回払い,2,500,\n"
        "2024/02/02,うみねこ雑貨店,リボ,2,900,\n"
    )
    assert answers(tmp_path, rows, engine) == [
        (1, "inside", "within", None),
        (2, "inside", "within", 1),
        (3, "cannot_tell", "instalment", None),
    ]


def test_no_year_no_date_similar_name_and_wallet(tmp_path: Path, engine: str) -> None:
    rows = (
        "2/1,うみねこ雑貨店,1回,,500,\n"
        "2024/02/01,うみねこ雑貨店 新宿店,1回,,500,\n"
        "2024/02/01,PAYPAL *UMINEKO.EXAMPLE,1回,,500,\n"
        "合計,うみねこ雑貨店,,,500,\n"
    )
    assert answers(tmp_path, rows, engine) == [
        (1, "cannot_tell", "no_date", None),
        (2, "cannot_tell", "similar_name", None),
        (3, "cannot_tell", "wallet", None),
    ]


def test_lines_are_counted(tmp_path: Path, engine: str) -> None:
    rows = (
        "2024/02/01,うみねこ雑貨店,1回,,500,4111111111111111\n"
        "\n"
        "2024/02/01,よその店,1回,,500,\n"
        ",【合計】,,,1000,\n"
    )
    tally, found = compared(written(tmp_path, HEADER + rows), engine)
    assert (tally.purchases, tally.matched, tally.unread) == (2, 1, 1)
    assert dict(tally.answers) == {"inside": 1}
    assert [one.purchase.card for one in found] == ["****1111"]


def test_shift_jis_in_both(tmp_path: Path, engine: str) -> None:
    path = written(tmp_path, HEADER + "2024/02/01,ｳﾐﾈｺ雑貨店,1回,,５００,\n", "cp932")
    _, found = compared(path, engine)
    assert [(one.purchase.amount, one.answer) for one in found] == [(500, "inside")]


_SHOPS = st.sampled_from(
    [
        "うみねこ雑貨店",
        "ｳﾐﾈｺ雑貨店",
        "かもめマート",
        "ｶﾓﾒﾏｰﾄ ",
        "KAMOME.EXAMPLE",
        "とんび書房",
        "よその店",
        "",
        "【小計】",
        "かもめマート 渋谷店",
        'と"んび',
    ]
)
_DAYS = st.sampled_from(
    [
        "2024/01/05",
        "2024/01/08",
        "2024/1/10",
        "20240220",
        "令和6年3月21日",
        "2024/04/01",
        "2024/09/02",
        "2/1",
        "",
        "合計",
        " 2024/02/01 ",
    ]
)
_AMOUNTS = st.sampled_from(["100", "-100", "△100", "１００", "200", "-200", "", "x", "1,000"])
_KINDS = st.sampled_from(["1回", "分割", "リボ", "", "返金", "3回払い"])
_ROW = st.tuples(
    _DAYS,
    _SHOPS,
    _KINDS,
    st.sampled_from(["", "1", "2", "2回目"]),
    _AMOUNTS,
    st.sampled_from(["", "４１１１1111", "12"]),
)


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if '"' in text or "," in text else text


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=st.lists(_ROW, max_size=25))
def test_both_engines_say_the_same(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    text = (
        HEADER
        + "2024/02/01,うみねこ雑貨店,1回,,1,\n"
        + "".join(",".join(map(_cell, row)) + "\n" for row in rows)
    )
    path = written(tmp_path, text)
    assert compared(path, "plain") == compared(path, "scale")
