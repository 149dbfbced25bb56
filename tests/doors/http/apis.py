"""What the tests of the interface for programs share."""

from itertools import pairwise
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from mayoke.doors.http.app import build
from mayoke.doors.http.settings import Settings
from mayoke.records.ledger import NewIncident, State
from mayoke.store.connect import Store
from mayoke.store.ledger import Ledger
from tests.store.invented import ANN, BEN, document, facts

ROOT = Path(__file__).parents[3]
PHISH = ROOT / "examples" / "phishing.eml"
STEPS: tuple[State, ...] = ("new", "reviewed", "published", "withdrawn")
STATEMENT = "利用日,利用店名,利用金額\r\n2020/05/01,あおば茶舗オンライン,3240\r\n"
RFC822 = {"content-type": "message/rfc822"}
TEXT = {"content-type": "text/plain; charset=utf-8"}
CSV = {"content-type": "text/csv"}


def client(database: str | None = None, **other: Any) -> TestClient:
    told = {"rate": 0, **other}
    return TestClient(build(Settings(hosts=("testserver",), database=database, **told)))


def publish(store: Store, *, state: State = "published", **told: Any) -> str:
    ledger = Ledger(store)
    data = facts(**told)
    kept = document(f"{data['organisation']} {state}")
    name = ledger.add(kept, [NewIncident(data)], ANN).incidents[0]
    for before, after in pairwise(STEPS[: STEPS.index(state) + 1]):
        ledger.set_state(name, before, after, BEN)
    return name
