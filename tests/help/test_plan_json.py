import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import mayoke.doors
from mayoke.doors.objects.plan_json import plan_object
from mayoke.help.plan import plan
from mayoke.help.words import JST
from mayoke.records.plan import Happened
from mayoke.registry.help_load import load_help
from tests.help.invented import NOW, REGISTRY

SCHEMA: dict[str, Any] = json.loads(
    Path(mayoke.doors.__path__[0], "plan.schema.json").read_text(encoding="utf-8")
)
CHECKER = jsonschema.Draft202012Validator(SCHEMA)
WHEN = datetime(2026, 11, 20, 9, 30, tzinfo=JST)
FULL = Happened(
    ("card", "paid"), when=WHEN, amount=1, means=("transfer",), contract_document=date(2026, 11, 20)
)


def every_object(schema: object) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for value in schema.values():
            yield from every_object(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from every_object(value)


def test_a_full_plan_keeps_the_schema() -> None:
    found = plan_object(plan(FULL, REGISTRY, NOW))
    CHECKER.validate(json.loads(json.dumps(found)))
    assert found["happened"] == {
        "situations": ["card", "paid"],
        "when": "2026-11-20T09:30:00+09:00",
        "amount": 1,
        "means": ["transfer"],
        "contract_document": "2026-11-20",
    }
    assert found["asked_at"] == "2026-11-24T10:00:00+09:00"
    assert found["contacts"][1]["until"] == "2026-11-24T17:15:00+09:00"
    assert found["deadlines"][0]["day"] == "2026-11-27"


def test_a_bare_plan_keeps_the_schema() -> None:
    CHECKER.validate(plan_object(plan(Happened(("wiped",)), REGISTRY, NOW)))


@pytest.mark.parametrize("slug", load_help().situations)
def test_every_real_plan_keeps_the_schema(slug: str) -> None:
    told = Happened((slug,), when=WHEN, means=tuple(load_help().means))
    CHECKER.validate(plan_object(plan(told, load_help(), NOW)))


def test_the_schema_wants_every_field_and_no_other() -> None:
    assert CHECKER.check_schema(SCHEMA) is None
    for one in every_object(SCHEMA):
        assert one["additionalProperties"] is False
        assert set(one["required"]) == set(one["properties"])


def test_another_field_breaks_the_schema() -> None:
    found = plan_object(plan(FULL, REGISTRY, NOW))
    with pytest.raises(jsonschema.ValidationError):
        CHECKER.validate({**found, "score": 3})


def test_hours_that_are_not_known_are_told_apart_from_closed() -> None:
    contact = replace(REGISTRY.contacts["desk"], hours=())
    registry = replace(REGISTRY, contacts={**REGISTRY.contacts, "desk": contact})
    desk = plan_object(plan(FULL, registry, NOW))["contacts"][1]
    assert (desk["reach"], desk["until"], desk["opens"]) == ("unknown", None, None)
