from typing import Any

import pytest

from mayoke.breach.export.json_export import incident_object
from mayoke.records.errors import BadInput
from mayoke.records.ledger import NewIncident
from mayoke.store.bulk import MEDIA_TYPE, import_incidents
from mayoke.store.connect import Store
from mayoke.store.ledger import Ledger
from mayoke.store.listing import candidates, find, iterate, search
from mayoke.store.look_up import get
from mayoke.store.opening import open_store
from tests.store.invented import ANN, BEN, document, event, facts


def line(**other: Any) -> dict[str, Any]:
    return {"incident": facts(**other), "documents": [{"sha256": "a" * 64, "title": "お知らせ"}]}


def test_what_is_imported_is_as_if_it_had_been_added(store: Store) -> None:
    told = import_incidents(store, [line(), line(cause="insider"), line(notice_date="2019")], ANN)
    assert (told.added, told.known, told.first_id, told.last_id) == (3, 0, "2021-0001", "2019-0001")
    dossier = get(store, "2021-0002")
    assert dossier.entry.data == facts(cause="insider")
    assert dossier.entry.state == "new" and dossier.entry.documents[0].media_type == MEDIA_TYPE
    assert [(change.after, change.who) for change in dossier.history] == [("new", "ann")]
    assert [entry.id for entry in search(store, "お知らせ 2020-01-10").entries] == [
        "2019-0001",
        "2021-0002",
        "2021-0001",
    ]
    assert len(candidates(store, ["domain:example.com"])) == 3
    Ledger(store).correct("2021-0002", {"cause": "unknown"}, BEN)
    later = NewIncident(
        facts(notice_date="2021-09-01", timeline=[event("disclosed", "2021-09-01")])
    )
    assert Ledger(store).add(document(), [later], ANN).incidents == ("2021-0003",)


def test_a_second_time_nothing_is_new(store: Store) -> None:
    lines = [line(), line(cause="insider"), line()]
    assert import_incidents(store, lines, ANN).added == 2
    again = import_incidents(store, [*lines, line(cause="unknown")], ANN)
    assert (again.added, again.known) == (1, 3)
    assert find(store).total == 3


def test_another_ledgers_export_is_read(store: Store, tmp_path: Any) -> None:
    other = open_store(f"sqlite:///{tmp_path}/other.db")
    Ledger(other).add(document(), [NewIncident(facts()), NewIncident(facts(cause="insider"))], ANN)
    import_incidents(store, map(incident_object, iterate(other)), BEN)
    assert [e.data for e in iterate(store)] == [e.data for e in iterate(other)]
    other.close()


BAD: list[Any] = [
    {},
    {"incident": None},
    {"incident": []},
    [],
    None,
    {"incident": {"timeline": 5}},
    {"incident": {"data_items": 5}},
    {"incident": {"delays": 5}},
    {"incident": {"organisation": float("nan")}},
    {"incident": {"organisation": {1, 2}}},
    {"incident": {}, "documents": 5},
    {"incident": {}, "documents": [5]},
]


def test_one_bad_line_and_nothing_is_added(store: Store) -> None:
    for bad in BAD:
        with pytest.raises(BadInput, match="line 2 is no incident"):
            import_incidents(store, [line(), bad, line(cause="insider")], ANN)
        assert find(store).total == 0


def test_many_make_the_index_tidy(store: Store) -> None:
    lines = (line(organisation=f"株式会社第{n}号") for n in range(1200))
    assert import_incidents(store, lines, ANN).added == 1200
    assert [entry.id for entry in search(store, "第1199号").entries] == ["2021-1200"]
    page = search(store, "株式会社", limit=3)
    assert [entry.id for entry in page.entries] == ["2021-1200", "2021-1199", "2021-1198"]


def test_nothing_to_import(store: Store) -> None:
    assert import_incidents(store, [], ANN).added == 0
