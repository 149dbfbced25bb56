"""A site with a ledger of its own, for the tests of the breach pages."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

from starlette.testclient import TestClient

from mayoke.doors.http.app import build
from mayoke.doors.http.settings import Settings
from mayoke.records.ledger import NewIncident, State
from mayoke.store.ledger import Ledger
from mayoke.store.opening import open_store
from tests.store.invented import ANN, BEN, document, facts

NASTY = "<script>alert(1)</script>{{ 7 * 7 }}{% raw %}\u202eevil"
STEPS: tuple[State, ...] = ("new", "reviewed", "published")


def keep(address: str, *, state: State = "published", text: str = "", **told: Any) -> str:
    """Add an incident and bring it to a state; its name."""
    store = open_store(address)
    try:
        ledger = Ledger(store)
        data = facts(**told)
        kept = document(text or f"{data['organisation']} {data['notice_date']} {state}")
        name = ledger.add(kept, [NewIncident(data)], ANN).incidents[0]
        way = STEPS[: STEPS.index(state) + 1] if state in STEPS else ("new", state)
        for before, after in pairwise(way):
            ledger.set_state(name, before, after, BEN)
        return name
    finally:
        store.close()


@contextmanager
def site(database: str | None, **other: Any) -> Iterator[TestClient]:
    settings = Settings(hosts=("testserver",), database=database, rate=0, **other)
    with TestClient(build(settings), follow_redirects=False) as client:
        yield client


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())
