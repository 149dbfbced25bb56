import pytest

from mayoke.breach.facts.parties import find as parties
from mayoke.breach.facts.sites import find as sites
from tests.breach.facts.party_specimens import assert_quoted, names, reading, specimen


@pytest.mark.parametrize("name", names("sites"))
def test_reads_specimen(name: str) -> None:
    notice, expected = specimen("sites", name)
    found, where = sites.find(notice, parties.find(notice))
    assert [{"name": one.name, "url": one.url} for one in found] == expected["sites"]
    for values in where.values():
        assert_quoted(notice, values)


def test_tells_where_names_and_addresses_stand() -> None:
    notice = reading("当社の通販サイト「つばめ雑貨」(https://t.example.jp/)が改ざんされました。")
    found, where = sites.find(notice, parties.find(notice))
    assert [(one.name, one.url) for one in found] == [("つばめ雑貨", "https://t.example.jp/")]
    assert [one.value for one in where["site_name"]] == ["つばめ雑貨"]
    assert [one.quote.quote for one in where["site_url"]] == ["https://t.example.jp/"]


def test_keeps_one_entry_for_a_site_named_often() -> None:
    notice = reading(
        "通販サイト「つばめ雑貨」と、同じく「つばめ雑貨」のアプリ「つばめ雑貨」です。" * 20
    )
    found, _ = sites.find(notice, parties.find(notice))
    assert [one.name for one in found] == ["つばめ雑貨"]


def test_stops_at_ten_sites() -> None:
    text = "".join(f"通販サイト「つばめ{n}番館」が改ざんされました。" for n in range(50))
    notice = reading(text)
    found, _ = sites.find(notice, parties.find(notice))
    assert len(found) == 10
