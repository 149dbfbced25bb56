import pytest

from mayoke.breach.ledger.follow import follow
from mayoke.records.ledger import NewIncident
from mayoke.store.connect import Store
from mayoke.store.ledger import Ledger
from mayoke.store.look_up import get
from tests.store.invented import ANN, BEN, document, event, facts


def test_delays_follow_the_events() -> None:
    told = follow(facts(delays={}))
    assert told["delays"]["suspicion_to_disclosure_days"] == 101
    assert told["delays"]["exposure_days"] == 315
    assert told["delays"]["investigation_days"] is None
    assert follow(facts(timeline=[]))["delays"]["suspicion_to_disclosure_days"] is None


def test_card_data_and_site_names_follow() -> None:
    sites = [{"name": "甲", "url": None}, {"name": "乙", "url": "https://b.example.com"}]
    told = follow(facts(data_items=["card_security_code"], sites=sites))
    assert told["card_data"] == {"leaked": True, "security_code": True}
    assert (told["site_name"], told["site_url"]) == ("甲; 乙", "https://b.example.com")
    assert follow(facts(data_items=[]))["card_data"] == {"leaked": False, "security_code": False}


def test_the_rest_stays() -> None:
    before = facts()
    assert {name: value for name, value in follow(before).items() if name != "delays"} == {
        name: value for name, value in facts().items() if name != "delays"
    }
    assert before == facts()


def test_a_timeline_of_another_form_is_refused() -> None:
    with pytest.raises((KeyError, TypeError)):
        follow(facts(timeline=[{"when": "2021"}]))


def test_the_delay_from_the_first_suspicion_to_the_first_of_two_announcements(store: Store) -> None:
    ledger = Ledger(store, follow)
    name = ledger.add(document("第一報"), [NewIncident(facts())], ANN).incidents[0]
    later = facts(
        notice_date="2021-08-02", timeline=[event("disclosed", "2021-08-02")], exposure=[]
    )
    ledger.add(document("続報"), [NewIncident(later, belongs_to=name)], BEN)
    delays = get(store, name).entry.data["delays"]
    assert delays["suspicion_to_disclosure_days"] == 101
    assert delays["suspicion_to_full_report_days"] == 251
    ledger.correct(name, {"timeline.0.date": "2020-11-23"}, BEN)
    assert get(store, name).entry.data["delays"]["suspicion_to_disclosure_days"] == 102
