"""A check by the interface for programs answers as the command does; what is wrong is told."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from mayoke import pipeline
from mayoke.doors.cli import main
from tests.doors.http.apis import PHISH, RFC822, ROOT, client

Captured = pytest.CaptureFixture[str]


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
@pytest.mark.parametrize("name", ["phishing.eml", "sextortion.eml", "delivery.eml"])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_check_answers_the_object_of_the_command(
    api: TestClient, capsys: Captured, name: str, lang: str
) -> None:
    path = ROOT / "examples" / name
    expected = said(capsys, "check", str(path), "--lang", lang, "--with-parts")
    query = f"/v1/check?lang={lang}&with_parts=true"
    answer = api.post(query, content=path.read_bytes(), headers=RFC822)
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == expected | {"source": "-"}


@pytest.mark.usefixtures("alone")
def test_check_knows_who_was_asked_as_the_command_does(api: TestClient, capsys: Captured) -> None:
    mail = b"From: a@example.net\r\nTo: me@example.com\r\nSubject: hi\r\n\r\nHi\r\n"
    options = ("--me", "Me@Example.com", "--name", "山田", "--trust-authserv", "MX.example.org")
    path = Path.home() / "mail.eml"
    path.write_bytes(mail)
    expected = said(capsys, "check", str(path), "--lang", "ja", *options)
    query = {"me": ["Me@Example.com"], "names": ["山田"], "authserv_ids": ["MX.example.org"]}
    asked = api.post("/v1/check", params=query, content=mail, headers=RFC822)
    told = {"mail": base64.b64encode(mail).decode(), **query}
    assert asked.json() == api.post("/v1/check", json=told).json() == expected | {"source": "-"}


def test_text_is_judged_as_pasted_text_in_any_charset(api: TestClient) -> None:
    text = "【あおば銀行】お取引を停止しました。 http://aoba.example.net/login"
    expected = api.post("/v1/check", json={"text": text}).json()
    assert expected["verdict"] == pipeline.check(text).verdict
    for charset in ("utf-8", "shift_jis", "iso-2022-jp", "euc-jp"):
        kind = {"content-type": f'text/plain; charset="{charset}"'}
        assert api.post("/v1/check", content=text.encode(charset), headers=kind).json() == expected


def test_characters_that_steer_a_terminal_are_written_as_numbers(api: TestClient) -> None:
    text = "振込\u202eをお願いします\x9b31m\u200b http://example.net/"
    answer = api.post("/v1/check?with_parts=true", json={"text": text})
    assert "\\u202e" in answer.text
    assert "\u202e" not in answer.text
    assert any("\u202e" in part for part in answer.json()["parts"].values())


def test_what_the_object_leaves_open_the_query_says(api: TestClient) -> None:
    both = api.post("/v1/check?lang=en&with_parts=true", json={"text": "こんにちは"}).json()
    assert "parts" in both
    only = api.post("/v1/check?lang=ja", json={"text": "こんにちは", "lang": "en"}).json()
    assert only["gaps"] == both["gaps"]


@pytest.mark.parametrize(
    ("body", "status", "where", "detail"),
    [
        (b"{", 400, None, "truncated"),
        (b'{"text": tru}', 400, None, "byte"),
        (b"\xff", 400, None, "byte 0"),
        (b'{"text": "\\ud800"}', 400, None, ""),
        (b'{"text": 1}', 422, "$.text", "Expected `str`"),
        (b"{}", 422, "$", "either `text` or `mail`"),
        (b'{"text": "a", "mail": "YQ=="}', 422, "$", "either `text` or `mail`"),
        (b'{"text": "a", "other": 1}', 422, "$", "unknown field `other`"),
        (b'{"text": "a", "me": ["a", 2]}', 422, "$.me[1]", "Expected `str`"),
        (b'{"text": "a", "lang": "fr"}', 422, "$.lang", "fr"),
        (b'{"mail": "?"}', 422, "$.mail", "base64"),
        (b'{"text": " "}', 422, None, "empty"),
        (b'{"mail": "0M8R4KGxGuE="}', 422, None, ""),
        (b"[" * 100_000, 422, "$", "Expected `object`"),
        (b'{"me":' + b"[" * 100_000, 422, "$.me[0]", "Expected `str`"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    api: TestClient, body: bytes, status: int, where: str | None, detail: str
) -> None:
    answer = api.post("/v1/check", content=body, headers={"content-type": "application/json"})
    told = answer.json()
    assert answer.status_code == told["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert told.get("where") == where
    assert detail in told.get("detail", "")
    assert told["ja"].endswith("。")
    assert told["en"].endswith(".")


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("lang=fr", "query.lang"),
        ("lang=ja&lang=ja", "query.lang"),
        ("with_parts=perhaps", "query.with_parts"),
        ("other=1", "query"),
        ("me=" + "a" * 255, "query.me[0]"),
        ("me=a&" * 51 + "me=a", "query.me"),
    ],
)
def test_a_query_of_another_form_is_refused(api: TestClient, query: str, where: str) -> None:
    answer = api.post(f"/v1/check?{query}", content=PHISH.read_bytes(), headers=RFC822)
    assert (answer.status_code, answer.json()["where"]) == (422, where)


@pytest.mark.parametrize("path", ["/v1/check", "/v1/notice", "/v1/affected", "/v1/plan"])
@pytest.mark.parametrize("kind", ["", "image/png", "application/x-www-form-urlencoded"])
def test_other_media_types_are_refused_with_those_that_are_taken(
    api: TestClient, path: str, kind: str
) -> None:
    answer = api.post(path, content=b"a=b", headers={"content-type": kind})
    assert answer.status_code == 415
    assert "/" in answer.headers["accept-post"]


def test_other_places_and_methods_are_told_as_problems(api: TestClient) -> None:
    for path in ("/v1", "/v1/", "/v1/other", "/v1/check/"):
        answer = api.get(path, follow_redirects=False)
        assert (answer.status_code, answer.json()["status"]) == (404, 404)
    answer = api.get("/v1/check")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


def test_a_fault_is_told_without_what_was_handed_in(
    api: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(data: object, **_: object) -> None:
        raise RuntimeError(data)

    monkeypatch.setattr(pipeline, "check", broken)
    answer = api.post("/v1/check", json={"text": "ひみつ"})
    assert (answer.status_code, answer.json()["type"]) == (500, "urn:mayoke:problem:fault")
    assert "RuntimeError" in caplog.text
    assert "ひみつ" not in caplog.text + answer.text


def test_too_many_requests_are_told_when_to_come_again() -> None:
    with client(rate=2) as site:
        answers = [site.post("/v1/plan", json={"situations": ["card"]}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 1 <= int(answers[2].headers["retry-after"]) <= 30
