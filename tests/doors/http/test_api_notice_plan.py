"""Notices and plans by the interface for programs."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from mayoke.doors.cli import main
from tests.doors.http.apis import ROOT, TEXT, client

Captured = pytest.CaptureFixture[str]
NOTICE = ROOT / "examples" / "notice.txt"


@pytest.fixture(scope="module")
def api() -> Iterator[TestClient]:
    """A server without a ledger."""
    with client() as found:
        yield found


def said(capsys: Captured, *arguments: str) -> Any:
    """What the command prints as JSON."""
    main.status([*arguments, "--format", "json"])
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The commands find no configuration and no ledger."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.delenv("MAYOKE_DATABASE_URL", raising=False)


@pytest.mark.usefixtures("alone")
def test_notice_answers_the_object_of_the_command(api: TestClient, capsys: Captured) -> None:
    url = "https://www.example.com/a.html"
    expected = said(capsys, "breach", "read", str(NOTICE), "--with-text", "--url", url)
    data = NOTICE.read_bytes()
    raw = api.post(
        "/v1/notice", params={"url": url, "with_text": "true"}, content=data, headers=TEXT
    )
    assert raw.json() == expected
    told = {"text": data.decode(), "url": url, "with_text": True}
    assert api.post("/v1/notice", json=told).json() == expected


def test_a_notice_that_cannot_be_read_is_told_so(api: TestClient) -> None:
    pdf = {"content-type": "application/pdf"}
    for data, kind, code in (
        (b"", TEXT, "empty"),
        (b"PK\x03\x04", TEXT, "unreadable"),
        (b"%PDF-1.4 nothing", pdf, "unreadable"),
    ):
        answer = api.post("/v1/notice", content=data, headers=kind)
        assert answer.status_code == 422
        assert answer.json()["type"] == f"urn:mayoke:problem:{code}"


def test_the_plan_is_that_of_the_time_that_was_asked_for(api: TestClient) -> None:
    told = {
        "situations": ["card"],
        "means": ["bank_transfer"],
        "when": "2026-03-01T09:00",
        "amount": 30000,
        "at": "2026-03-01T12:00:00+09:00",
    }
    plan = api.post("/v1/plan", json=told).json()
    assert plan["schema"] == "mayoke.plan/1"
    assert plan["asked_at"] == "2026-03-01T12:00:00+09:00"
    assert plan["happened"]["when"] == "2026-03-01T09:00:00+09:00"
    assert [step["number"] for step in plan["steps"]] == list(range(1, len(plan["steps"]) + 1))


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ({}, "$"),
        ({"situations": ["nothing"]}, "$"),
        ({"situations": ["card"], "means": ["nothing"]}, "$"),
        ({"situations": ["card"], "when": "2026-02-30"}, "$.when"),
        ({"situations": ["card"], "when": "2026-02-01\n"}, "$.when"),
        ({"situations": ["card"], "when": "yesterday"}, "$.when"),
        ({"situations": ["card"], "when": "2026-03-02", "at": "2026-03-01"}, "$"),
        ({"situations": ["card"], "amount": -1}, "$.amount"),
        ({"situations": ["card"], "amount": "3"}, "$.amount"),
        ({"situations": ["card"], "at": "9999-12-31"}, "$.at"),
        ({"situations": ["card"] * 31}, "$.situations"),
    ],
)
def test_a_plan_for_nothing_or_for_impossible_days_is_refused(
    api: TestClient, told: dict[str, Any], where: str
) -> None:
    answer = api.post("/v1/plan", json=told)
    assert (answer.status_code, answer.json()["where"]) == (422, where)


def test_days_at_the_edges_of_the_calendar_are_answered(api: TestClient) -> None:
    told = {
        "situations": ["card", "bank"],
        "when": "1900-01-01T00:00:00+23:59",
        "contract_document": "1900-01-01T00:00:00+23:59",
        "at": "2099-12-31T23:59:59-23:59",
    }
    assert api.post("/v1/plan", json=told).status_code == 200
