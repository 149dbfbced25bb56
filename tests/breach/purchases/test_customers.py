"""Whom a shop has to tell: each once, and counts that can be held against the notice."""

from dataclasses import replace

import pytest

from mayoke.breach.purchases.columns import guess
from mayoke.breach.purchases.customers import Listing, customers_of, fold_mail, fold_phone
from mayoke.records.incident import AffectedCount, Incident
from tests.breach.purchases.samples import HERE, exposure, watched

HEADER = ("注文日", "会員ID", "氏名", "メールアドレス", "電話番号", "支払方法", "カード番号")
INCIDENT = watched("うみねこ雑貨店").incident


def listed(*rows: tuple[str, ...], incident: Incident = INCIDENT) -> Listing:
    return customers_of(rows, guess(HEADER), incident)


def test_each_customer_once_by_number_then_mail_then_name_and_telephone() -> None:
    found = listed(
        (
            "2024/02/01",
            "",
            "山田花子",
            "Hanako@Example.JP",
            "",
            "カード",
            "tok-1",
        ),  # as a guest first
        ("2024/02/02", "m1", "山田花子", "hanako@example.jp", "", "カード", "tok-1"),
        ("2024/02/03", "", "山田 花子", "ｈａｎａｋｏ@example.jp", "", "カード", "tok-2"),
        ("2024/02/04", "", "佐藤一郎", "", "03-0000-1234", "カード", "tok-3"),
        ("2024/02/05", "", "佐藤　一郎様", "", "+81 3 0000 1234", "カード", "tok-3"),
        ("2024/02/05", "", "佐藤一郎", "", "", "カード", "tok-4"),
    )
    assert [(one.id, one.name, one.orders) for one in found.customers] == [
        ("m1", "山田花子", 3),
        ("", "佐藤一郎", 2),
    ]
    assert (found.inside, found.nameless, found.cards) == (6, 1, 4)


def test_only_orders_within_the_exact_period() -> None:
    found = listed(
        ("2024/01/09", "a", "", "", "", "", ""),
        ("2024/01/10", "b", "", "", "", "", ""),
        ("2024/03/20 23:59", "c", "", "", "", "", ""),
        ("2024/03/21", "d", "", "", "", "", ""),
        ("いつか", "e", "", "", "", "", ""),
    )
    assert [one.id for one in found.customers] == ["b", "c"]
    assert (found.outside, found.undated) == (2, 1)


def test_a_vague_period_is_told_to_be_safe() -> None:
    vague = replace(INCIDENT, exposure=(exposure("2024-01", "2024-03", precision="month"),))
    found = listed(
        ("2024/01/15", "a", "", "", "", "", ""),
        ("2024/02/15", "b", "", "", "", "", ""),
        incident=vague,
    )
    assert [(one.id, one.sure) for one in found.customers] == [("a", False), ("b", True)]


def test_other_payments_fall_off_only_where_nothing_but_card_data_leaked() -> None:
    row = ("2024/02/01", "a", "", "", "", "代金引換", "")
    assert (len(listed(row).customers), listed(row).other_payment) == (0, 1)
    more = replace(INCIDENT, data_items=("card_number", "name"))
    assert len(listed(row, incident=more).customers) == 1


def test_counts_beside_those_of_the_notice() -> None:
    counts = (
        AffectedCount(3, "件", "exact", "card", None, HERE, primary=True),
        AffectedCount(2, "名", "exact", "card_holder", 0, HERE),
    )
    found = listed(
        ("2024/02/01", "a", "", "", "", "", "4111111111111111"),
        ("2024/02/02", "a", "", "", "", "", "4111111111111111"),
        ("2024/02/03", "b", "", "", "", "", "5111111111111111"),
        incident=replace(INCIDENT, affected_count=counts),
    )
    assert [(one.told.count, one.counted) for one in found.counts] == [(3, 2), (2, 2)]
    assert "4111111" not in repr(found)


@pytest.mark.parametrize(("address", "folded"), [("A@B.jp", "a@b.jp"), ("a b", ""), ("@", "")])
def test_mail(address: str, folded: str) -> None:
    assert fold_mail(address) == folded


@pytest.mark.parametrize(
    ("number", "folded"),
    [("03-0000-1234", "0300001234"), ("+81-90-0000-1234", "09000001234"), ("1234", "")],
)
def test_telephone(number: str, folded: str) -> None:
    assert fold_phone(number) == folded
