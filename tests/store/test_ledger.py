from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from mayoke.records.errors import StoreChanged, UnknownIncident
from mayoke.records.ledger import NewIncident
from mayoke.store.compose import Facts
from mayoke.store.connect import Store
from mayoke.store.ledger import Ledger
from mayoke.store.listing import candidates, find, search
from mayoke.store.look_up import document as kept_document
from mayoke.store.look_up import get
from mayoke.store.recording import Deed
from tests.store.invented import ANN, BEN, LATER, NOON, document, event, facts


@pytest.fixture
def ledger(store: Store) -> Ledger:
    return Ledger(store)


def added(ledger: Ledger, words: str = "流出のお詫び", **other: Any) -> str:
    return ledger.add(document(words), [NewIncident(facts(**other))], ANN).incidents[0]


def test_what_is_added_is_given_back(ledger: Ledger) -> None:
    link: dict[str, Any] = {"offered": []}
    told = ledger.add(document(), [NewIncident(facts(), link=link)], ANN)
    assert (told.incidents, told.known) == (("2021-0001",), False)
    dossier = get(ledger.store, "2021-0001")
    assert dossier.entry.data == facts()
    assert (dossier.entry.state, dossier.entry.changed_by) == ("new", "ann")
    assert (dossier.entry.added_at, dossier.entry.changed_at) == (NOON, NOON)
    assert [paper.url for paper in dossier.entry.documents] == [document().url]
    (version,) = dossier.versions
    assert (version.number, version.added_by, version.data, version.link) == (
        1,
        "ann",
        facts(),
        link,
    )
    (change,) = dossier.history
    assert (change.before, change.after, change.who, change.at) == (None, "new", "ann", NOON)
    assert kept_document(ledger.store, document().sha256) == document()


def test_the_same_bytes_a_second_time_change_nothing(ledger: Ledger) -> None:
    first = ledger.add(document(), [NewIncident(facts())], ANN)
    again = ledger.add(document(), [NewIncident(facts(cause="insider"))], BEN)
    assert (again.incidents, again.known) == (first.incidents, True)
    dossier = get(ledger.store, first.incidents[0])
    assert len(dossier.versions) == 1 and dossier.entry.data["cause"] == "web_skimming"
    assert find(ledger.store).total == 1


def test_the_same_bytes_read_better_make_a_new_version(ledger: Ledger) -> None:
    ledger.add(document(), [NewIncident(facts(cause="unknown"))], ANN)
    again = ledger.add(document(), [NewIncident(facts())], BEN, again=True)
    assert (again.incidents, again.known) == (("2021-0001",), True)
    dossier = get(ledger.store, "2021-0001")
    assert [version.data["cause"] for version in dossier.versions] == ["unknown", "web_skimming"]
    assert dossier.entry.data["cause"] == "web_skimming"
    assert len(dossier.entry.documents) == 1


def test_a_document_may_tell_of_several_incidents(ledger: Ledger) -> None:
    both = [NewIncident(facts()), NewIncident(facts(notice_date="2019-12-01", cause="insider"))]
    assert ledger.add(document(), both, ANN).incidents == ("2021-0001", "2019-0001")
    assert ledger.add(document(), both, ANN).incidents == ("2021-0001", "2019-0001")


def test_names_count_within_the_year_and_are_never_given_again(ledger: Ledger) -> None:
    assert added(ledger, "一") == "2021-0001"
    assert added(ledger, "二") == "2021-0002"
    assert added(ledger, "三", notice_date="XXXX-05-02", timeline=[]) == "2026-0001"
    ledger.same("2021-0002", "2021-0001", BEN)
    assert added(ledger, "四", notice_date="2021") == "2021-0003"


def test_a_document_without_incidents_is_not_for_the_ledger(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="at least one incident"):
        ledger.add(document(), [], ANN)


def test_a_later_notice_replaces_what_it_states_and_keeps_the_rest(ledger: Ledger) -> None:
    name = added(ledger)
    later = facts(
        notice_date="2021-06-01",
        exposure=[],
        affected_count=[{**facts()["affected_count"][0], "count": 900}],
        timeline=[event("disclosed", "2021-06-01")],
    )
    paper = document("続報", report="final", document_kind="second_report")
    ledger.add(paper, [NewIncident(later, belongs_to=name)], BEN)
    dossier = get(ledger.store, name)
    data = dossier.entry.data
    assert data["affected_count"][0]["count"] == 900
    assert data["exposure"] == facts()["exposure"]
    assert [(e["event"], e["date"]) for e in data["timeline"]] == [
        ("suspicion_notified", "2020-11-24"),
        ("disclosed_first", "2021-03-05"),
        ("disclosed", "2021-06-01"),
    ]
    assert (dossier.entry.sources["affected_count"], dossier.entry.sources["exposure"]) == (2, 1)
    assert [version.data["affected_count"][0]["count"] for version in dossier.versions] == [
        1200,
        900,
    ]
    assert [paper.report for paper in dossier.entry.documents] == ["first", "final"]


def test_what_follows_is_worked_out_again(store: Store) -> None:
    def derive(told: Facts) -> Facts:
        return {**told, "delays": {"suspicion_to_disclosure_days": len(told["timeline"])}}

    ledger = Ledger(store, derive)
    name = added(ledger)
    assert get(store, name).entry.data["delays"]["suspicion_to_disclosure_days"] == 101
    later = facts(notice_date="2021-06-01", timeline=[event("disclosed", "2021-06-01")])
    ledger.add(document("続報"), [NewIncident(later, belongs_to=name)], BEN)
    assert get(store, name).entry.data["delays"]["suspicion_to_disclosure_days"] == 3
    ledger.correct(name, {"timeline": []}, BEN)
    assert get(store, name).entry.data["delays"]["suspicion_to_disclosure_days"] == 0
    ledger.correct(name, {"delays.suspicion_to_disclosure_days": 7}, BEN)
    assert get(store, name).entry.data["delays"]["suspicion_to_disclosure_days"] == 7


def test_a_further_document_takes_the_review_back(ledger: Ledger) -> None:
    name = added(ledger)
    ledger.set_state(name, "new", "reviewed", BEN)
    ledger.set_state(name, "reviewed", "published", BEN)
    ledger.add(document("続報"), [NewIncident(facts(), belongs_to=name)], Deed("cay", LATER))
    dossier = get(ledger.store, name)
    assert dossier.entry.state == "new" and dossier.entry.changed_by == "cay"
    last = dossier.history[-1]
    assert (last.before, last.after, last.who) == ("published", "new", "cay")
    assert last.why == "a further document was added"


def test_what_was_withdrawn_stays_withdrawn(ledger: Ledger) -> None:
    name = added(ledger)
    ledger.set_state(name, "new", "withdrawn", BEN)
    ledger.add(document("続報"), [NewIncident(facts(), belongs_to=name)], ANN)
    assert get(ledger.store, name).entry.state == "withdrawn"


def test_a_document_for_an_unknown_incident_leaves_nothing_behind(ledger: Ledger) -> None:
    with pytest.raises(UnknownIncident, match="2021-0009"):
        ledger.add(document(), [NewIncident(facts(), belongs_to="2021-0009")], ANN)
    assert kept_document(ledger.store, document().sha256) is None
    assert added(ledger) == "2021-0001"


def test_states_are_recorded_with_who_and_why(ledger: Ledger) -> None:
    name = added(ledger)
    ledger.set_state(name, "new", "reviewed", BEN)
    history = get(ledger.store, name).history
    assert [(change.before, change.after) for change in history] == [
        (None, "new"),
        ("new", "reviewed"),
    ]
    assert (history[1].who, history[1].why, history[1].at) == ("ben", BEN.why, LATER)


def test_a_state_that_has_changed_meanwhile_is_not_overrun(ledger: Ledger) -> None:
    name = added(ledger)
    ledger.set_state(name, "new", "reviewed", BEN)
    with pytest.raises(StoreChanged, match="is reviewed by now"):
        ledger.set_state(name, "new", "withdrawn", ANN)
    with pytest.raises(UnknownIncident):
        ledger.set_state("2021-0404", "new", "reviewed", ANN)


def test_a_correction_is_laid_over_and_recorded(ledger: Ledger) -> None:
    name = added(ledger)
    ledger.set_state(name, "new", "reviewed", BEN)
    ledger.correct(
        name, {"affected_count.0.count": 1210, "organisation": "あおば茶舗株式会社"}, BEN
    )
    dossier = get(ledger.store, name)
    assert dossier.entry.data["affected_count"][0]["count"] == 1210
    assert dossier.entry.data["organisation"] == "あおば茶舗株式会社"
    assert dossier.entry.corrected == ("affected_count.0.count", "organisation")
    assert dossier.entry.state == "new"
    assert dossier.versions[0].data == facts()
    first = dossier.corrections[0]
    assert (first.field, first.old, first.new) == ("affected_count.0.count", 1200, 1210)
    assert (first.who, first.why, first.at, first.holds) == ("ben", BEN.why, LATER, True)


def test_a_correction_that_changes_nothing_is_none(ledger: Ledger) -> None:
    name = added(ledger)
    ledger.correct(name, {"cause": "web_skimming"}, BEN)
    assert get(ledger.store, name).corrections == ()


def test_corrections_follow_one_another(ledger: Ledger) -> None:
    name = added(ledger)
    for cause in ("insider", "unknown"):
        ledger.correct(name, {"cause": cause}, BEN)
    dossier = get(ledger.store, name)
    assert dossier.entry.data["cause"] == "unknown"
    assert [one.old for one in dossier.corrections] == ["web_skimming", "insider"]
    assert all(one.holds for one in dossier.corrections)


def test_a_correction_rests_when_a_later_notice_says_something_else(ledger: Ledger) -> None:
    name = added(ledger)
    ledger.correct(name, {"cause": "insider"}, BEN)
    later = facts(notice_date="2021-06-01", cause="misconfiguration")
    ledger.add(document("続報"), [NewIncident(later, belongs_to=name)], ANN)
    dossier = get(ledger.store, name)
    assert dossier.entry.data["cause"] == "misconfiguration"
    assert dossier.entry.corrected == () and not dossier.corrections[0].holds


def test_what_was_left_out_can_be_filled_in(ledger: Ledger) -> None:
    name = added(ledger)
    ledger.correct(name, {"processor": "株式会社みほん"}, BEN)
    assert get(ledger.store, name).entry.data["processor"] == "株式会社みほん"


def test_a_correction_of_a_whole_list_goes_before_one_within_it(ledger: Ledger) -> None:
    name = added(ledger)
    ledger.correct(name, {"timeline.0.date": "2020-11-25"}, BEN)
    ledger.correct(name, {"timeline": [event("discovered", "2020-12-01")]}, BEN)
    ledger.correct(name, {"cause": "insider"}, BEN)
    assert get(ledger.store, name).entry.data["timeline"] == [event("discovered", "2020-12-01")]
    ledger.correct(name, {"timeline": []}, BEN)
    ledger.correct(name, {"cause": "unknown"}, BEN)
    assert get(ledger.store, name).entry.data["timeline"] == []


@pytest.mark.parametrize("path", ["organization", "affected_count.7.count", "cause.0", "", "a.b"])
def test_a_correction_of_no_field_is_refused(ledger: Ledger, path: str) -> None:
    name = added(ledger)
    with pytest.raises(LookupError):
        ledger.correct(name, {path: 1}, BEN)
    assert get(ledger.store, name).corrections == ()


def test_a_corrected_name_is_found_and_known_by(ledger: Ledger) -> None:
    name = added(ledger)
    ledger.correct(name, {"organisation": "株式会社しらかば堂"}, BEN)
    assert [entry.id for entry in search(ledger.store, "しらかば").entries] == [name]
    assert [entry.id for entry in candidates(ledger.store, ["name:シラカバ堂"])] == [name]
    assert candidates(ledger.store, ["name:アオバ茶舗"]) == ()


def test_two_incidents_that_are_one(ledger: Ledger) -> None:
    first, second = (
        added(ledger, "一"),
        added(ledger, "二", cause="insider", notice_date="2021-04-01"),
    )
    ledger.set_state(first, "new", "reviewed", BEN)
    ledger.same(second, first, BEN)
    one, other = get(ledger.store, first), get(ledger.store, second)
    assert len(one.versions) == 2 and one.entry.data["cause"] == "insider"
    assert one.entry.state == "new" and one.history[-1].why.startswith(
        f"took over the documents of {second}"
    )
    assert (other.entry.state, other.entry.same_as) == ("withdrawn", first)
    assert [entry.id for entry in find(ledger.store).entries] == [first]
    again = ledger.add(document("三"), [NewIncident(facts(), belongs_to=second)], ANN)
    assert again.incidents == (first,)
    with pytest.raises(StoreChanged):
        ledger.same(second, first, BEN)
    with pytest.raises(StoreChanged):
        ledger.same(first, second, BEN)


def test_a_crash_half_way_leaves_nothing(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as patch:
        patch.setattr("mayoke.store.recording.refresh", crash)
        with pytest.raises(RuntimeError, match="power cut"):
            ledger.add(document(), [NewIncident(facts())], ANN)
    with ledger.store.reading() as connection:
        for table in ("documents", "incidents", "versions", "state_changes", "counters"):
            assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0
    assert added(ledger) == "2021-0001"


def test_hostile_characters_are_kept_one_for_one(ledger: Ledger) -> None:
    paper = document("流\0出\ud800😀のお詫び", title="題\0名", url="https://example.com/\ud800")
    data = facts(organisation="株式会社\0例\ud800")
    name = ledger.add(paper, [NewIncident(data)], replace(ANN, who="a\0\ud800")).incidents[0]
    kept = kept_document(ledger.store, paper.sha256)
    assert kept is not None and kept.text == "流\ufffd出\ufffd😀のお詫び"
    assert kept.title == "題\ufffd名"
    assert get(ledger.store, name).entry.data["organisation"] == "株式会社\0例\ufffd"


def test_a_time_without_a_zone_is_refused(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="zone"):
        ledger.add(document(), [NewIncident(facts())], Deed("ann", NOON.replace(tzinfo=None)))


def run(store: Store, deed: str) -> None:
    with store.writing() as connection:
        connection.execute(text(deed))


def test_nothing_recorded_can_be_changed_or_deleted(ledger: Ledger) -> None:
    name = added(ledger)
    ledger.correct(name, {"cause": "insider"}, BEN)
    columns = {
        "documents": "title",
        "versions": "data",
        "corrections": "why",
        "state_changes": "why",
    }
    for table, column in columns.items():
        for deed in (f"UPDATE {table} SET {column} = 'x'", f"DELETE FROM {table}"):
            with pytest.raises(DBAPIError, match="keeps what was recorded"):
                run(ledger.store, deed)
