"""What the interface for programs tells of the ledger, and what it keeps to itself."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from mayoke.store.connect import Store
from mayoke.store.ledger import Ledger
from mayoke.store.opening import open_store
from tests.doors.http.apis import CSV, PHISH, RFC822, STATEMENT, STEPS, client, publish
from tests.store.invented import BEN

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def api() -> Iterator[TestClient]:
    """A server without a ledger."""
    with client() as found:
        yield found


def test_only_published_incidents_are_given_out(store: Store, database: str) -> None:
    names = {state: publish(store, state=state, organisation=f"{state}堂") for state in STEPS}
    with client(database) as site, client(database, unreviewed=True) as inner:
        listed = site.get("/v1/incidents").json()
        assert [one["id"] for one in listed["incidents"]] == [names["published"]]
        assert (listed["schema"], listed["total"]) == ("mayoke.incidents/1", 1)
        found = {
            state: site.get(f"/v1/incidents/{name}").status_code for state, name in names.items()
        }
        assert found == {"new": 404, "reviewed": 404, "published": 200, "withdrawn": 410}
        assert len(inner.get("/v1/incidents").json()["incidents"]) == 3
        assert inner.get(f"/v1/incidents/{names['new']}").json()["schema"] == "mayoke.incident/1"
        assert site.get("/v1/incidents?q=reviewed").json()["incidents"] == []


def test_incidents_are_found_by_words_days_and_cause(store: Store, database: str) -> None:
    early = publish(store, organisation="早苗堂", notice_date="2019-05-01", cause="insider")
    late = publish(store, organisation="遅桜堂", notice_date="2024-05-01")
    wanted = {
        "q=早苗": [early],
        "q=早苗&cause=web_skimming": [],
        "cause=insider": [early],
        "since=2020": [late],
        "until=2019-05": [early],
        "since=2019-02-30&until=2019-06": [early],
        "limit=1": [late],
        "limit=1&offset=1": [early],
        "offset=1000000": [],
        "q=%00": [late, early],
    }
    with client(database) as site:
        for query, expected in wanted.items():
            told = site.get(f"/v1/incidents?{query}").json()
            ids = [one["id"] for one in told["incidents"]]
            assert (query, ids) == (query, expected if query != "q=%00" else [])


def test_who_keeps_the_ledger_is_not_given_out(store: Store, database: str) -> None:
    name = publish(store)
    Ledger(store).correct(name, {"organisation": "株式会社あおば茶舗本店"}, BEN)
    with client(database, unreviewed=True) as site:  # a correction has to be reviewed again
        told = site.get(f"/v1/incidents/{name}").text + site.get("/v1/incidents").text
    assert '"ann"' not in told
    assert '"ben"' not in told
    assert "本店" in told


def test_purchases_are_compared_with_public_incidents_only(store: Store, database: str) -> None:
    name = publish(store)
    with client(database) as site:
        told: dict[str, Any] = {}
        for data in (STATEMENT.encode(), STATEMENT.encode("cp932")):
            told = site.post("/v1/affected", content=data, headers=CSV).json()
            assert told["schema"] == "mayoke.affected/1"
            assert [(one["incident"], one["answer"]) for one in told["findings"]] == [
                (name, "inside")
            ]
        assert (
            site.post("/v1/affected", files={"file": ("a.csv", STATEMENT.encode())}).json() == told
        )
        Ledger(store).set_state(name, "published", "withdrawn", BEN)
        again = site.post("/v1/affected", content=STATEMENT.encode(), headers=CSV).json()
        assert again["counts"]["matched"] == 0


@pytest.mark.parametrize(
    ("query", "rows", "status", "where"),
    [
        ("columns=date=1&columns=merchant=2", "2020/05/01,あおば茶舗オンライン", 200, None),
        ("columns=date=1", "2020/05/01,あおば茶舗オンライン", 422, "query.columns"),
        ("columns=date=1&columns=merchant=²", "2020/05/01,a", 422, "query.columns"),
        ("columns=date=0&columns=merchant=2", "2020/05/01,a", 422, "query.columns"),
        ("columns=date=1&columns=merchant=999999", "2020/05/01,a", 422, "query.columns"),
        ("columns=date=" + "9" * 100, "2020/05/01,a", 422, "query.columns"),
        ("columns=nonsense=1", "a,b", 422, "query.columns[0]"),
        ("profile=nobody", "a,b", 422, "query.profile"),
        ("", "", 422, None),
        ("", "PK\x03\x04", 422, None),
    ],
)
def test_columns_that_are_not_clear_are_asked_for(
    store: Store, database: str, query: str, rows: str, status: int, where: str | None
) -> None:
    publish(store)
    with client(database) as site:
        answer = site.post(f"/v1/affected?{query}", content=rows.encode(), headers=CSV)
        assert (answer.status_code, answer.json().get("where")) == (status, where)


def test_a_form_without_a_file_is_told_so(store: Store, database: str) -> None:
    with client(database) as site:
        answer = site.post("/v1/affected", files={"other": ("a.csv", b"a")})
    assert (answer.status_code, answer.json()["where"]) == (422, "body.file")


def test_a_server_without_a_ledger_says_so(api: TestClient, tmp_path: Path) -> None:
    with client(f"sqlite:///{tmp_path}/none.db") as empty:
        for site in (api, empty):
            answers = [
                site.get("/v1/incidents"),
                site.get("/v1/incidents/2021-0001"),
                site.post("/v1/affected", content=STATEMENT.encode(), headers=CSV),
            ]
            for answer in answers:
                assert answer.status_code == 404
                assert answer.json()["type"] == "urn:mayoke:problem:no-ledger"
            judged = site.post("/v1/check", content=PHISH.read_bytes(), headers=RFC822).json()
            assert judged["verdict"] == "scam"
            assert "ledger" not in [gap["what"] for gap in judged["gaps"]]


def test_a_ledger_that_cannot_be_read_is_a_gap_of_a_check(tmp_path: Path) -> None:
    path = tmp_path / "broken.db"
    path.write_bytes(b"no database at all" * 100)
    with client(f"sqlite:///{path}") as site:
        judged = site.post("/v1/check", content=PHISH.read_bytes(), headers=RFC822).json()
        answer = site.get("/v1/incidents")
    assert judged["verdict"] == "scam"
    assert "ledger" in [gap["what"] for gap in judged["gaps"]]
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0
    assert "broken.db" not in answer.text


def test_a_mail_of_a_shop_whose_leak_is_public_names_the_incident(
    store: Store, database: str
) -> None:
    name = publish(store)
    publish(store, state="reviewed", organisation="株式会社あおば茶舗")
    text = "From: 株式会社あおば茶舗 <info@aoba.example.net>\nSubject: お詫び\n\n情報漏えいのお詫びです。"
    with client(database) as site:
        for _ in range(2):  # the second answer is remembered
            told = site.post("/v1/check", content=text.encode(), headers=RFC822).json()
            assert [one["id"] for one in told["related"]["incidents"]] == [name]
        other = site.post("/v1/check", json={"text": "明日の昼ごはんはどうしますか"}).json()
    assert other["related"]["incidents"] == []


def test_nothing_that_was_sent_is_in_the_database(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/mayoke.db"
    store = open_store(address)
    publish(store)
    with client(address) as site:
        site.post("/v1/check", json={"text": "ひみつのことば http://example.net/"})
        secret = STATEMENT + "2020/05/02,ひみつのみせ,1\r\n"
        site.post("/v1/affected", content=secret.encode(), headers=CSV)
        site.post("/v1/notice", json={"text": "ひみつのことばが漏えいしました。"})
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    store.close()
    assert "あおば茶舗".encode() in kept
    assert "ひみつ".encode() not in kept
