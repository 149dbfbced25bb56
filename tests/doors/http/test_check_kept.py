"""What the Check page has to do with a store: corrections, the desk, the ledger of leaks."""

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from mayoke import pipeline
from mayoke.records.ledger import NewIncident
from mayoke.store import feedback
from mayoke.store.connect import connect
from mayoke.store.ledger import Ledger
from mayoke.store.opening import open_store
from tests.doors.http.checking import PHISHING, check, page, text, value, visitor
from tests.store.invented import ANN, BEN, document, facts

ABOUT_THE_LEAK = (
    "お詫び。「株式会社あおば茶舗」をご利用のお客様へ。https://shop.aoba-cha.example.com/"
)


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path}/mayoke.db"
    open_store(address).close()
    return address


@pytest.fixture
def keeping(ledger: str) -> Iterator[TestClient]:
    with visitor(database=ledger, desk_key="age1x") as made:
        yield made


def _correction(tree: LexborHTMLParser) -> dict[str, str]:
    names = ("signals", "verdict", "kind", "v_mayoke", "v_rules", "v_model")
    return {name: value(tree, name) for name in names}


def test_a_correction_is_kept_without_the_mail(keeping: TestClient, ledger: str) -> None:
    fields = _correction(check(keeping, PHISHING))
    answer = keeping.post("/wrong", data={**fields, "correction": "honest", "consent": "1"})
    assert "ありがとうございます" in text(page(answer), "[role=status]")
    store = connect(ledger)
    (kept,) = feedback.all(store)
    store.close()
    assert (kept.verdict, kept.kind, kept.correction) == ("scam", "phishing", "honest")
    assert set(kept.signals) == {one.id for one in pipeline.check(PHISHING).evidence}


def test_without_consent_nothing_is_kept_and_nothing_chosen_is_lost(
    keeping: TestClient, ledger: str
) -> None:
    fields = _correction(check(keeping, PHISHING))
    answer = keeping.post("/wrong", data={**fields, "correction": "scam"})
    assert answer.status_code == 422
    tree = page(answer)
    assert _correction(tree) == fields
    assert [one.attributes["value"] for one in tree.css("input[checked]")] == ["scam"]
    store = connect(ledger)
    assert feedback.all(store) == ()
    store.close()


@pytest.mark.parametrize(
    "made_up",
    [
        {"signals": "asks_password,My mail said hello"},
        {"verdict": "perhaps"},
        {"kind": "a poem"},
        {"v_model": "hanako@example.jp"},
    ],
)
def test_made_up_corrections_are_refused(keeping: TestClient, made_up: dict[str, str]) -> None:
    fields = {**_correction(check(keeping, PHISHING)), "correction": "scam", "consent": "1"}
    assert keeping.post("/wrong", data={**fields, **made_up}).status_code == 400


def test_a_server_without_a_store_says_that_it_keeps_nothing() -> None:
    with visitor() as client:
        tree = check(client, PHISHING, "en")
    assert tree.css_first("input[name=correction]") is None
    assert any("set up to keep nothing" in one.text() for one in tree.css("details"))


def test_with_a_desk_the_mail_can_be_handed_on(keeping: TestClient) -> None:
    tree = check(keeping, PHISHING)
    form = tree.css_first('form[action="./help/consult"]')
    assert form is not None
    assert base64.b64decode(value(tree, "again", 'form[action="./help/consult"]')) == PHISHING
    with visitor() as other:
        assert check(other, PHISHING).css_first('form[action="./help/consult"]') is None


def test_a_store_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "x.db"
    broken.write_bytes(b"no database" * 100)
    with visitor(database=f"sqlite:///{broken}") as client:
        tree = check(client, PHISHING, "en")
    assert "ledger of data leaks could not be opened" in text(tree, ".notice")


def test_a_new_store_is_made_by_the_first_correction(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/new.db"
    with visitor(database=address) as client:
        fields = _correction(check(client, PHISHING))
        client.post("/wrong", data={**fields, "correction": "scam", "consent": "1"})
    store = open_store(address, create=False)
    assert len(feedback.all(store)) == 1
    store.close()


def leaks_named(**settings: object) -> list[str]:
    """Where the leaks that an answer names lead to."""
    with visitor(**settings) as client:
        tree = check(client, ABOUT_THE_LEAK)
    links = [str(one.attributes["href"]) for one in tree.css("main a")]
    return [link for link in links if "/breach/" in link]


def test_a_leak_is_named_once_it_is_published(ledger: str) -> None:
    store = open_store(ledger)
    kept = Ledger(store)
    kept.add(document(), [NewIncident(facts())], ANN)
    assert leaks_named(database=ledger) == []
    assert leaks_named(database=ledger, unreviewed=True) == ["./breach/2021-0001"]
    kept.set_state("2021-0001", "new", "reviewed", BEN)
    kept.set_state("2021-0001", "reviewed", "published", BEN)
    store.close()
    assert leaks_named(database=ledger) == ["./breach/2021-0001"]
