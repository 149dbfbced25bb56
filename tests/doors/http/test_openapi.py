"""The OpenAPI document tells of every call, and every call answers as the document says."""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from mayoke.doors.http.api.call import Call
from mayoke.doors.http.api.openapi import document
from mayoke.doors.http.api.routes import CALLS, ROUTES
from mayoke.doors.http.app import build
from mayoke.doors.http.settings import Settings
from mayoke.records.ledger import NewIncident
from mayoke.store.ledger import Ledger
from mayoke.store.opening import open_store
from tests.store.invented import ANN, BEN, facts
from tests.store.invented import document as kept

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
ROOT = Path(__file__).parents[3]
NAMES = [call.name for call in CALLS]
MAILS = [path.read_bytes() for path in sorted((ROOT / "examples").glob("*.eml"))]
STATEMENT = "利用日,利用店名,利用金額\r\n2020/05/01,あおば茶舗オンライン,3240\r\n"

schemathesis.openapi.media_type("message/rfc822", st.sampled_from(MAILS) | st.binary())
schemathesis.openapi.media_type("application/pdf", st.binary().map(lambda tail: b"%PDF-1.4" + tail))
for kind in ("text/csv", "text/tab-separated-values"):
    lists = st.sampled_from([STATEMENT, STATEMENT.replace(",", "\t")])
    schemathesis.openapi.media_type(
        kind, lists.map(str.encode) | lists.map(lambda t: t.encode("cp932")) | st.binary()
    )


@pytest.fixture(scope="module")
def application(tmp_path_factory: pytest.TempPathFactory) -> Starlette:
    """With a ledger that has one public incident, and one that is not public."""
    address = f"sqlite:///{tmp_path_factory.mktemp('api')}/mayoke.db"
    store = open_store(address)
    ledger = Ledger(store)
    name = ledger.add(kept("one"), [NewIncident(facts())], ANN).incidents[0]
    ledger.add(kept("two"), [NewIncident(facts(organisation="秘密堂"))], ANN)
    for before, after in pairwise(("new", "reviewed", "published")):
        ledger.set_state(name, before, after, BEN)  # type: ignore[arg-type]
    store.close()
    return build(Settings(hosts=("testserver",), rate=0, database=address))


@pytest.fixture(scope="module")
def described(application: Starlette) -> Any:
    """The calls as schemathesis sees them."""
    config = SchemathesisConfig()
    return schemathesis.openapi.from_asgi("/v1/openapi.json", application, config=config)


def test_every_call_is_routed_and_every_route_is_described() -> None:
    told = document(CALLS, Settings())["paths"]
    in_document = {(path, method.upper()) for path, one in told.items() for method in one}
    served = {
        (route.path, method)
        for route in ROUTES
        for method in (route.methods or ())
        if method != "HEAD"
    }
    assert in_document == served


def test_nothing_below_v1_is_served_beside_the_calls(application: Starlette) -> None:
    paths = [route.path for route in application.routes if isinstance(route, Route)]
    below = [path for path in paths if path.startswith(("/v1", "/en/v1"))]
    assert sorted(below) == sorted(route.path for route in ROUTES)


def test_queries_that_nothing_describes_are_refused(application: Starlette) -> None:
    with TestClient(application) as client:
        for path in ("/v1/check", "/v1/notice", "/v1/affected", "/v1/plan"):
            answer = client.post(
                path + "?other=1", content=b"{}", headers={"content-type": kind_of(path)}
            )
            assert (answer.status_code, answer.json()["where"]) == (422, "query")
        assert client.get("/v1/incidents?cause=null").status_code == 422


def kind_of(path: str) -> str:
    return next(iter(next(call for call in CALLS if call.route == path).bodies))


def test_every_component_is_a_schema_and_every_reference_leads_to_one() -> None:
    told = document(CALLS, Settings())
    for schema in told["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    for reference in references(told):
        found: Any = told
        for step in reference.removeprefix("#/").split("/"):
            found = found[step]
        assert found


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            if key == "$ref":
                yield one
            else:
                yield from references(one)
    elif isinstance(value, list):
        for one in value:
            yield from references(one)


def test_the_schema_files_stand_in_the_document_whole() -> None:
    schemas = document(CALLS, Settings())["components"]["schemas"]
    for name, file in (("Verdict", "verdict"), ("Notice", "notice"), ("Plan", "plan")):
        path = ROOT / "src" / "mayoke" / "doors" / f"{file}.schema.json"
        ours = json.loads(path.read_text(encoding="utf-8"))
        assert schemas[name]["required"] == ours["required"]
        assert set(schemas[name]["properties"]) == set(ours["properties"])
        for definition in ours.get("$defs", {}):
            assert f"{name}.{definition}" in schemas


@pytest.mark.parametrize(
    "call", [call for call in CALLS if call.bodies], ids=lambda call: call.name
)
def test_every_example_is_answered(application: Starlette, call: Call) -> None:
    with TestClient(application) as client:
        for kind, told in call.bodies.items():
            if "example" not in told:
                continue
            example = told["example"]
            body = example if isinstance(example, str) else json.dumps(example)
            answer = client.post(call.route, content=body.encode(), headers={"content-type": kind})
            assert answer.status_code == 200


def operation(described: Any, name: str) -> Any:
    found = (result.ok() for result in described.get_all_operations())
    return next(one for one in found if one.definition.raw["operationId"] == name)


def bounded(most: int) -> settings:
    return settings(
        max_examples=most,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


@pytest.mark.parametrize("name", NAMES)
def test_what_is_described_is_answered_as_described(described: Any, name: str) -> None:
    cases = operation(described, name).as_strategy(generation_mode=GenerationMode.POSITIVE)

    @bounded(100)
    @given(case=cases)
    def asked(case: Any) -> None:
        case.call_and_validate(checks=CHECKS)

    asked()


@pytest.mark.parametrize("name", [name for name in NAMES if name != "openapi"])
def test_what_is_not_described_is_refused_as_described(described: Any, name: str) -> None:
    cases = operation(described, name).as_strategy(generation_mode=GenerationMode.NEGATIVE)

    @bounded(100)
    @given(case=cases)
    def asked(case: Any) -> None:
        # every string of bytes is a text: only JSON and queries can be no such thing
        strict = case.media_type in {None, "application/json"}
        more = [negative_data_rejection] if strict else []
        case.call_and_validate(checks=[*CHECKS, *more])

    asked()
