"""An incident as JSON and back, and the schema that describes it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import mayoke
from mayoke.breach.decode import incident_of
from mayoke.breach.encode import incident_json, notice_json
from mayoke.records.incident import Group, Incident, SubjectPeriod
from mayoke.records.notice import Notice
from mayoke.records.reading import NoticeReading
from tests.breach.incidents import HERE, incident

SCHEMA = json.loads(
    (Path(mayoke.__file__).parent / "doors" / "notice.schema.json").read_text(encoding="utf-8")
)


def full() -> Incident:
    return replace(
        incident(),
        processor="株式会社ゆきやなぎ情報",
        document_date="2024-07-02",
        subject_periods=(SubjectPeriod("2020-04", "2024-03", "registration", "month", HERE),),
        groups={"1": Group("会員", ("name",), "unknown")},
        data_items_flags={"card_number": "partial"},
    )


def reading(*incidents: Incident) -> NoticeReading:
    return NoticeReading(
        Notice("引用する文", "text/plain", "0" * 64),
        describes_incident=bool(incidents),
        document_kind="operator_notice" if incidents else "not_a_breach",
        report="first" if incidents else None,
        incidents=incidents,
    )


@pytest.mark.parametrize("one", [incident(), full(), Incident()])
def test_an_incident_comes_back_as_it_was(one: Incident) -> None:
    assert incident_of(json.loads(json.dumps(incident_json(one)))) == one


@pytest.mark.parametrize("incidents", [(), (incident(),), (full(), Incident())])
def test_the_object_keeps_the_schema(incidents: tuple[Incident, ...]) -> None:
    found = notice_json(reading(*incidents), with_text=True)
    Draft202012Validator(SCHEMA).validate(found)
    assert found["document"]["text"] == "引用する文"


def test_a_field_of_another_name_breaks_the_schema() -> None:
    found: dict[str, Any] = notice_json(reading(incident()))
    found["incidents"][0]["timeline"][0]["offset"] = 3
    assert list(Draft202012Validator(SCHEMA).iter_errors(found))


def test_offsets_stand_beside_their_quotation() -> None:
    found = incident_json(incident())
    assert found["exposure"][0]["start"] == "2023-04-01"
    assert found["exposure"][0]["span"] == [0, 2]
    assert found["where"]["cause"] == [
        {"value": "web_skimming", "quote": "引用", "start": 0, "end": 2}
    ]


def test_several_sites_stand_apart_and_joined() -> None:
    one = incident()
    two = replace(one, sites=(*one.sites, replace(one.sites[0], name="別館", url=None)))
    found = incident_json(two)
    assert found["site_name"] == "しおさい堂 本店; 別館"
    assert found["site_url"] == "https://shop.shiosai.example.jp/"
    assert len(found["sites"]) == 2


def test_card_data_say_whether_the_security_code_is_among_them() -> None:
    assert incident_json(incident())["card_data"] == {"leaked": True, "security_code": True}
    assert incident_json(Incident(data_items=("name",)))["card_data"]["leaked"] is False
