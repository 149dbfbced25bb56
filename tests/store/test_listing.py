from dataclasses import replace

import pytest

from mayoke.records.errors import UnknownIncident
from mayoke.records.ledger import Filter, NewIncident, Sort
from mayoke.store.connect import Store
from mayoke.store.ledger import Ledger
from mayoke.store.listing import candidates, find, iterate
from mayoke.store.look_up import distribution, document, get, stats
from tests.store.invented import ANN, BEN, LATER, facts
from tests.store.invented import document as paper

INCIDENTS = {
    "a": facts(notice_date="2021-03-05", delays={"suspicion_to_disclosure_days": 30}),
    "b": facts(
        organisation="みほん市",
        sites=[],
        site_name=None,
        site_url=None,
        notice_date="2021-03",
        cause="misdelivery",
        data_items=["name"],
        delays={"suspicion_to_disclosure_days": 0},
    ),
    "c": facts(organisation="Ｂ％商店", notice_date="2020-12-31", cause="insider", delays={}),
    "d": facts(
        organisation=None,
        sites=[],
        site_name=None,
        site_url=None,
        notice_date="XXXX-04-01",
        timeline=[],
        delays={"suspicion_to_disclosure_days": 200},
    ),
}


@pytest.fixture
def ledger(store: Store) -> Ledger:
    ledger = Ledger(store)
    for words, data in INCIDENTS.items():
        ledger.add(paper(words), [NewIncident(data)], ANN)
    return ledger


A, B, C, D = "2021-0001", "2021-0002", "2020-0001", "2026-0001"


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("told", [A, B, C, D]),
        ("added", [D, C, B, A]),
        ("delay", [D, A, B, C]),
        ("organisation", [B, A, C, D]),
        ("changed", [D, C, B, A]),
    ],
)
def test_orders(ledger: Ledger, sort: Sort, order: list[str]) -> None:
    page = find(ledger.store, sort=sort)
    assert [entry.id for entry in page.entries] == order
    assert (page.total, page.more) == (4, False)


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Filter(cause="insider"), [C]),
        (Filter(organisation="みほん"), [B]),
        (Filter(organisation="b%"), [C]),
        (Filter(organisation="%"), [C]),
        (Filter(organisation="あおば茶舗オンライン"), [A, C]),
        (Filter(since="2021-03-31"), [B]),
        (Filter(since="2021-03-05", until="2021-03-05"), [A, B]),
        (Filter(until="2020-12-31"), [C]),
        (Filter(since="2022"), []),
        (Filter(since="2020", until="2020"), [C]),
        (Filter(since="2021-03", until="2021-03"), [A, B]),
        (Filter(card_data=False), [B]),
        (Filter(states=frozenset({"reviewed", "published"})), []),
    ],
)
def test_filters(ledger: Ledger, wanted: Filter, ids: list[str]) -> None:
    page = find(ledger.store, wanted)
    assert [entry.id for entry in page.entries] == ids and page.total == len(ids)
    assert {entry.id for entry in iterate(ledger.store, wanted)} == set(ids)


def test_pages(ledger: Ledger) -> None:
    pages = [find(ledger.store, offset=at, limit=3) for at in (0, 3, 9)]
    assert [[e.id for e in page.entries] for page in pages] == [[A, B, C], [D], []]
    assert [(page.more, page.total) for page in pages] == [(True, 4), (False, 4), (False, 4)]


def test_all_in_the_order_of_adding(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mayoke.store.listing._BATCH", 3)
    entries = list(iterate(ledger.store))
    assert [entry.id for entry in entries] == [A, B, C, D]
    assert [len(entry.documents) for entry in entries] == [1, 1, 1, 1]


def test_known_by_name_and_domain(ledger: Ledger) -> None:
    assert [e.id for e in candidates(ledger.store, ["domain:example.com"])] == [C, A]
    assert [e.id for e in candidates(ledger.store, ["name:ミホン市", "name:b商店"])] == [C, B]
    assert [e.id for e in candidates(ledger.store, ["domain:example.com"], most=1)] == [C]
    assert candidates(ledger.store, []) == ()


def test_what_is_not_there(ledger: Ledger) -> None:
    with pytest.raises(UnknownIncident, match="no incident 1999-0001"):
        get(ledger.store, "1999-0001")
    assert document(ledger.store, "0" * 64) is None


def test_stats(ledger: Ledger) -> None:
    ledger.set_state(C, "new", "withdrawn", BEN)
    ledger.set_state(A, "new", "reviewed", BEN)
    told = stats(ledger.store)
    assert told.place == ledger.store.place
    assert (told.documents, told.incidents) == (4, 4)
    assert told.by_state == {"new": 2, "reviewed": 1, "published": 0, "withdrawn": 1}
    assert told.by_cause == {"misdelivery": 1, "web_skimming": 2}
    assert list(told.by_year.items()) == [(2021, 2), (None, 1)]
    assert told.disclosure.days == (0, 30, 200) and told.disclosure.median() == 30
    assert told.disclosure_card.days == (30, 200) and told.disclosure_card.median() == 115


def test_one_delay_among_the_others(ledger: Ledger) -> None:
    found = distribution(ledger.store, "suspicion_to_disclosure_days")
    assert found.share_at_most(30) == pytest.approx(2 / 3)
    assert found.share_at_most(-1) == 0
    nothing = distribution(ledger.store, "exposure_days")
    assert (nothing.median(), nothing.share_at_most(3)) == (None, None)
    without = distribution(ledger.store, "suspicion_to_disclosure_days", card_data=False)
    assert without.days == (0,)
    with pytest.raises(LookupError):
        distribution(ledger.store, "data")


def test_an_empty_ledger(store: Store) -> None:
    told = stats(store)
    assert (told.documents, told.incidents, told.disclosure.median()) == (0, 0, None)
    assert find(store).entries == () and list(iterate(store)) == []


def test_what_was_changed_last_comes_first(ledger: Ledger) -> None:
    ledger.correct(B, {"cause": "insider"}, replace(BEN, at=LATER))
    assert find(ledger.store, sort="changed").entries[0].id == B
