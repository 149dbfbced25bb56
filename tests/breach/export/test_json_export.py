import json
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
from referencing import Registry, Resource

import mayoke.breach.export
import mayoke.doors
from mayoke.breach.export.json_export import incident_object, lines
from mayoke.records.incident import DocumentKind
from mayoke.records.ledger import Entry, State
from tests.breach.export.entries import NOTHING, entry


def schema(package: Any, name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(Path(package.__path__[0], name).read_text(encoding="utf-8"))
    return loaded


INCIDENT = schema(mayoke.breach.export, "incident.schema.json")
NOTICE = schema(mayoke.doors, "notice.schema.json")
KNOWN: Registry[Any] = Registry().with_resources(
    (one["$id"], Resource.from_contents(one)) for one in (INCIDENT, NOTICE)
)


def validate(value: object) -> None:
    jsonschema.Draft202012Validator(INCIDENT, registry=KNOWN).validate(value)


@pytest.mark.parametrize("one", [entry(), entry(state="new"), entry(**NOTHING)])
def test_every_line_keeps_the_schema(one: Entry) -> None:
    (line,) = lines([one])
    assert line.endswith(b"}\n") and line.count(b"\n") == 1
    validate(json.loads(line))
    assert json.loads(line) == incident_object(one)


def test_the_schema_refuses_another_field_or_value() -> None:
    changes: list[dict[str, Any]] = [{"more": 1}, {"state": "x"}, {"id": "21-1"}, {"documents": []}]
    for wrong in changes:
        with pytest.raises(jsonschema.ValidationError):
            validate({**incident_object(entry()), **wrong})
    with pytest.raises(jsonschema.ValidationError):
        validate(incident_object(entry(cause="bad_luck")))


def test_the_codes_of_the_schema_are_those_of_the_records() -> None:
    kinds = INCIDENT["properties"]["documents"]["items"]["properties"]["document_kind"]["enum"]
    assert kinds == list(get_args(DocumentKind))
    assert INCIDENT["properties"]["state"]["enum"] == list(get_args(State))


def test_where_it_comes_from() -> None:
    told = incident_object(entry())
    assert (told["added_at"], told["changed_at"]) == (
        "2026-03-01T12:00:00Z",
        "2026-04-02T03:04:05Z",
    )
    assert [paper["report"] for paper in told["documents"]] == ["first", "final"]
    assert (told["sources"], told["corrected"]) == ({"cause": 2}, ["cause"])
