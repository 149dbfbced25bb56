import json
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest

import mayoke.breach.export
from mayoke.breach.export.veris import incidents, veris
from mayoke.breach.export.veris_codes import ACTIONS, ASSETS, DATA, VICTIMS
from mayoke.breach.words import ITEMS, PEOPLE
from mayoke.records.incident import Cause
from mayoke.records.ledger import Entry
from tests.breach.export.entries import NOTHING, entry
from tests.store.invented import event, facts

SCHEMA: dict[str, Any] = json.loads(
    Path(mayoke.breach.export.__path__[0], "veris.schema.json").read_text(encoding="utf-8")
)


def told(one: Entry) -> dict[str, Any]:
    found = veris(one)
    assert found is not None
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    return found


def test_a_full_incident() -> None:
    found = told(entry())
    assert (found["schema_version"], found["source_id"], found["incident_id"]) == (
        "1.4.1",
        "mayoke",
        "2021-0001",
    )
    assert found["security_incident"] == "Confirmed"
    assert found["victim"]["victim_id"] == "株式会社あおば茶舗"
    assert found["timeline"] == {"incident": {"year": 2020, "month": 1, "day": 10}}
    assert found["discovery_method"] == {"external": {"variety": ["Fraud detection"]}}
    assert found["attribute"]["confidentiality"]["data_total"] == 1200
    assert found["plus"]["timeline"]["notification"] == {"year": 2021, "month": 3, "day": 5}
    assert found["reference"] == "https://www.example.com/1; https://www.example.com/2"


@pytest.mark.parametrize("cause", [*get_args(Cause), None])
def test_every_cause_keeps_the_schema(cause: str | None) -> None:
    found = told(entry(cause=cause))
    assert len(found["actor"]) == 1
    if cause in {None, "unknown", "processor_breach"}:
        assert found["action"] == {"unknown": {}} and found["actor"] == {"unknown": {}}


def test_every_code_has_a_place() -> None:
    assert set(ACTIONS) == set(get_args(Cause)) and set(ASSETS) < set(ACTIONS)
    assert set(DATA) < set(ITEMS) and set(VICTIMS) < set(PEOPLE)


@pytest.mark.parametrize("item", sorted(ITEMS))
def test_every_data_item_keeps_the_schema(item: str) -> None:
    varieties = {
        one["variety"]
        for one in told(entry(data_items=[item]))["attribute"]["confidentiality"]["data"]
    }
    assert varieties - {"Personal"} in ({DATA.get(item)}, set())
    if varieties & {"Payment", "Bank", "Medical", "Sensitive Personal"}:
        assert "Personal" in varieties


@pytest.mark.parametrize("what", sorted(PEOPLE))
def test_everybody_concerned_keeps_the_schema(what: str) -> None:
    told(entry(affected_count=[{**facts()["affected_count"][0], "what": what}]))


def test_what_a_notice_does_not_tell_is_unknown() -> None:
    found = told(entry(**NOTHING, documents=()))
    assert found["timeline"] == {"incident": {"year": 2021}}
    assert found["discovery_method"] == {"unknown": True}
    assert found["security_incident"] == "Suspected"
    assert found["attribute"]["confidentiality"] == {
        "data_disclosure": "Unknown",
        "data": [{"variety": "Unknown"}],
        "data_victim": ["Unknown"],
        "state": ["Unknown"],
    }
    assert "victim_id" not in found["victim"] and "reference" not in found


def test_an_incident_without_a_year_is_none_for_veris() -> None:
    bare = entry(**{**NOTHING, "notice_date": "XXXX-03-05"})
    assert veris(bare) is None
    assert list(incidents([bare, entry()])) == [veris(entry())]


@pytest.mark.parametrize(
    ("status", "disclosure"),
    [
        ("confirmed", "Yes"),
        ("possible", "Potentially"),
        ("cannot_be_ruled_out", "Potentially"),
        ("undetermined", "Unknown"),
    ],
)
def test_disclosure(status: str, disclosure: str) -> None:
    found = told(entry(leak_status=status))
    assert found["attribute"]["confidentiality"]["data_disclosure"] == disclosure


def test_only_an_exact_number_is_a_total() -> None:
    about = [{**facts()["affected_count"][0], "qualifier": "max_about"}]
    assert "data_total" not in told(entry(affected_count=about))["attribute"]["confidentiality"]


def test_malware_and_loss_have_their_consequences() -> None:
    assert told(entry(cause="malware_ransomware"))["attribute"]["integrity"] == {
        "variety": ["Software installation"]
    }
    assert told(entry(cause="lost_device"))["attribute"]["availability"] == {"variety": ["Loss"]}


@pytest.mark.parametrize(
    ("kind", "actor", "expected"),
    [
        ("suspicion_notified_other", "customer", {"external": {"variety": ["Customer"]}}),
        ("suspicion_notified_other", "police", {"external": {"variety": ["Law enforcement"]}}),
        ("suspicion_notified_other", "processor", {"partner": {"variety": ["Unknown"]}}),
        ("discovered", "staff", {"internal": {"variety": ["Reported by employee"]}}),
        ("discovered", "operator", {"internal": {"variety": ["Unknown"]}}),
        ("suspicion_notified", "operator", {"external": {"variety": ["Unknown"]}}),
    ],
)
def test_who_found_it(kind: str, actor: str, expected: dict[str, Any]) -> None:
    assert told(entry(timeline=[event(kind, "2020-11-24", actor)]))["discovery_method"] == expected


def test_durations_are_from_known_days_only() -> None:
    events = [
        event("incident_occurred", "2020-10-01"),
        event("discovered", "2020-11-24"),
        event("card_payment_stopped", "2020-11-26"),
    ]
    delays = {**NOTHING["delays"], "occurrence_to_discovery_days": 54}
    timeline = told(entry(timeline=events, delays=delays))["timeline"]
    assert timeline["incident"] == {"year": 2020, "month": 10, "day": 1}
    assert timeline["discovery"] == {"unit": "Days", "value": 54}
    assert timeline["containment"] == {"unit": "Days", "value": 2}


def test_the_schema_knows_every_field_and_value() -> None:
    for wrong in ({"severity": 1}, {"security_incident": "Perhaps"}, {"schema_version": "1.3"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.Draft202012Validator(SCHEMA).validate({**told(entry()), **wrong})
