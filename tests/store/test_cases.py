"""The casebook: what was handed in stays, ids are given once, nothing is half done."""

import hashlib
import json
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from mayoke.records.case import Judged, NewCase, Specimen
from mayoke.records.errors import BadBackup, StoreChanged, StoreNotEmpty, UnknownIncident
from mayoke.records.ledger import NewIncident
from mayoke.store import cases
from mayoke.store.backup import backup, inspect_backup, restore
from mayoke.store.cases import AddedCase, CaseFilter
from mayoke.store.connect import Store, connect
from mayoke.store.ledger import Ledger
from mayoke.store.opening import open_store, upgrade
from mayoke.store.recording import Deed
from tests.store.invented import ANN, BEN, LATER, NOON, document, facts
from tests.store.test_backup import _signed, rewritten

RAW = b"Subject: \xff\x00 not text\r\n\r\nhello\r\n"


def new_case(number: int = 1, **judged: Any) -> NewCase:
    data = RAW + str(number).encode()
    values: dict[str, Any] = {
        "verdict": "scam",
        "kind": "phishing",
        "family": "phishing",
        "brand": "7card",
        "rules": "r",
        "model": "m",
    }
    return NewCase(
        specimen=Specimen(hashlib.sha256(data).hexdigest(), data),
        judged=Judged(**{**values, **judged}),
        first_seen=date(2026, 2, number % 28 + 1),
        source="a reader\0",
        notes="覚え書き",
        comment="急がせます",
        comment_by="ann",
    )


def names(page: cases.CasePage) -> list[str]:
    return [one.id for one in page.cases]


def test_a_case_keeps_what_was_handed_in(store: Store) -> None:
    new = new_case()
    assert cases.add(store, new, ANN, text="本文") == AddedCase("C-2026-0001")
    file = cases.get(store, "C-2026-0001")
    case = file.case
    assert file.specimen == new.specimen and case.judged == new.judged
    assert (case.state, case.first_seen, case.campaign) == ("new", date(2026, 2, 2), "")
    assert (case.source, case.notes) == ("a reader\ufffd", "覚え書き")
    assert (case.comment, case.comment_by) == ("急がせます", "ann")
    assert (case.added_at, case.added_by, case.changed_by) == (NOON, "ann", "ann")
    assert [(one.before, one.after, one.who) for one in file.history] == [(None, "new", "ann")]


def test_the_same_bytes_twice_are_one_case(store: Store) -> None:
    cases.add(store, new_case(), ANN, text="")
    again = replace(new_case(), notes="something else")
    assert cases.add(store, again, BEN, text="x") == AddedCase("C-2026-0001", known=True)
    assert cases.get(store, "C-2026-0001").case.notes == "覚え書き"
    assert cases.add(store, new_case(2), BEN, text="").id == "C-2026-0002"


def test_a_year_begins_with_one(store: Store) -> None:
    for number, year in enumerate((2026, 2027, 2026), 1):
        deed = Deed("ann", datetime(year, 1, 1, tzinfo=UTC))
        cases.add(store, new_case(number), deed, text="")
    assert sorted(names(cases.find(store))) == ["C-2026-0001", "C-2026-0002", "C-2027-0001"]


def test_every_step_is_recorded(store: Store) -> None:
    cases.add(store, new_case(), ANN, text="")
    cases.set_state(store, "C-2026-0001", "new", "reviewed", BEN)
    cases.set_state(store, "C-2026-0001", "reviewed", "published", ANN)
    file = cases.get(store, "C-2026-0001")
    assert (file.case.state, file.case.changed_by, file.case.added_by) == (
        "published",
        "ann",
        "ann",
    )
    steps = [(one.at, one.who, one.why, one.before, one.after) for one in file.history]
    assert steps[1:] == [
        (LATER, "ben", "compared with the notice", "new", "reviewed"),
        (NOON, "ann", "", "reviewed", "published"),
    ]


def test_who_saw_an_older_state_changes_nothing(store: Store) -> None:
    cases.add(store, new_case(), ANN, text="")
    cases.set_state(store, "C-2026-0001", "new", "withdrawn", BEN)
    before = cases.get(store, "C-2026-0001")
    with pytest.raises(StoreChanged, match="is withdrawn by now, no longer new"):
        cases.set_state(store, "C-2026-0001", "new", "reviewed", BEN)
    assert cases.get(store, "C-2026-0001") == before


def test_an_unknown_case_is_named(store: Store) -> None:
    with pytest.raises(UnknownIncident, match="no case C-1"):
        cases.get(store, "C-1")
    with pytest.raises(UnknownIncident):
        cases.set_state(store, "\0", "new", "reviewed", BEN)


@pytest.mark.parametrize("table", ["specimens", "case_changes"])
@pytest.mark.parametrize("deed", ["DELETE FROM {}", "UPDATE {} SET case_id = 7"])
def test_what_was_recorded_is_kept(store: Store, table: str, deed: str) -> None:
    cases.add(store, new_case(), ANN, text="")
    with pytest.raises(Exception, match="keeps what was recorded"), store.writing() as connection:
        connection.execute(text(deed.format(table)))


def test_lists_are_filtered_and_paged(store: Store) -> None:
    for number in range(1, 7):
        kind, brand = ("prize", "") if number % 2 else ("phishing", "7card")
        verdict = "junk" if number == 6 else "scam"
        judged = {"kind": kind, "brand": brand, "verdict": verdict}
        cases.add(store, new_case(number, **judged), ANN, text="")
    cases.set_state(store, "C-2026-0003", "new", "reviewed", BEN)

    def found(**wanted: Any) -> list[int]:
        return [int(name[-4:]) for name in names(cases.find(store, CaseFilter(**wanted)))]

    assert found() == [6, 5, 4, 3, 2, 1]
    assert found(kind="prize") == [5, 3, 1]
    assert found(brand="7card") == [6, 4, 2]
    assert found(verdict="junk") == [6]
    assert found(states=frozenset({"reviewed", "published"})) == [3]
    assert found(since=date(2026, 2, 3), until=date(2026, 2, 5)) == [4, 3, 2]
    assert found(kind="\0") == []
    page = cases.find(store, CaseFilter(kind="prize"), offset=1, limit=1)
    assert (names(page), page.total, page.more) == (["C-2026-0003"], 3, True)
    assert not cases.find(store, offset=5, limit=1).more


def test_cases_are_found_by_words_of_the_mail(store: Store) -> None:
    cases.add(store, new_case(1), ANN, text="お客様の口座を停止しました 100%_OFF\0\udc80")
    cases.add(store, new_case(2), ANN, text="当選おめでとうございます ＡＢＣ")
    assert names(cases.find(store, words="停止 口座")) == ["C-2026-0001"]
    assert names(cases.find(store, words="停止 当選")) == []
    assert names(cases.find(store, words="aBc")) == ["C-2026-0002"]
    assert names(cases.find(store, words="選")) == ["C-2026-0002"]
    assert names(cases.find(store, words="100%_off")) == ["C-2026-0001"]
    assert names(cases.find(store, words="1%f")) == []
    assert names(cases.find(store, words="%%%")) == []
    reviewed = CaseFilter(states=frozenset({"reviewed"}))
    assert names(cases.find(store, reviewed, words="停止")) == []


def test_many_writers_lose_no_case_and_share_no_id(database: str) -> None:
    failed: list[BaseException] = []
    added: list[AddedCase] = []

    def work(first: int) -> None:
        try:
            store = open_store(database, timeout=30)
            for number in range(first, first + 5):
                one = cases.add(store, new_case(number), ANN, text="")
                added.append(one)
            store.close()
        except BaseException as error:  # noqa: BLE001  shown below
            failed.append(error)

    # Two of them bring the same mails.
    threads = [threading.Thread(target=work, args=(first,)) for first in (1, 1, 6, 11)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    store = open_store(database)
    kept = names(cases.find(store))
    assert sorted(kept) == [f"C-2026-{number:04}" for number in range(1, 16)]
    assert sum(one.known for one in added) == 5
    assert {one.id for one in added} == set(kept)
    store.close()


KILLED = """
import os, signal, sys
from mayoke.store import cases
from mayoke.store.opening import open_store
from tests.store.invented import ANN, BEN
from tests.store.test_cases import new_case
address, deed = sys.argv[1:]
store = open_store(address, timeout=20)
record = cases._record
def die(*arguments):
    record(*arguments)
    os.kill(os.getpid(), signal.SIGKILL)
cases._record = die
if deed == "add":
    cases.add(store, new_case(2), ANN, text="")
cases.set_state(store, "C-2026-0001", "new", "reviewed", BEN)
"""


@pytest.mark.parametrize("deed", ["add", "review"])
def test_a_process_killed_in_the_middle_leaves_nothing_half_done(database: str, deed: str) -> None:
    store = open_store(database, timeout=20)
    cases.add(store, new_case(1), ANN, text="")
    before = cases.get(store, "C-2026-0001")
    command = [sys.executable, "-c", KILLED, database, deed]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == -signal.SIGKILL
    assert names(cases.find(store)) == ["C-2026-0001"]
    assert cases.get(store, "C-2026-0001") == before
    with store.reading() as connection:
        count = connection.execute(text("SELECT count(*) FROM specimens")).scalar()
    assert count == 1
    assert cases.add(store, new_case(2), BEN, text="").id == "C-2026-0002"
    store.close()


@pytest.fixture
def full(store: Store) -> Store:
    """Two cases, one of them with everything a byte can be, and no notice."""
    cases.add(store, new_case(1), ANN, text="口座の停止")
    data = bytes(range(256)) * 300
    whole = Specimen(hashlib.sha256(data).hexdigest(), data)
    cases.add(store, replace(new_case(2), specimen=whole), BEN, text="当選")
    cases.set_state(store, "C-2026-0001", "new", "reviewed", BEN)
    return store


def everything(store: Store) -> list[cases.CaseFile]:
    return [cases.get(store, name) for name in names(cases.find(store))]


def test_a_backup_holds_the_cases_for_either_database(
    full: Store, empty_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mayoke.store.backup._HELD", 1000)
    path = tmp_path / "copy.gz"
    assert backup(full, path, NOON).rows["specimens"] == 2
    assert inspect_backup(path).rows["case_changes"] == 3
    for address in (empty_database, f"sqlite:///{tmp_path}/other.db"):
        other = connect(address)
        restore(other, path)
        assert everything(other) == everything(full) and len(everything(other)) == 2
        assert names(cases.find(other, words="当選")) == ["C-2026-0002"]
        assert cases.add(other, new_case(3), ANN, text="").id == "C-2026-0003"
        with pytest.raises(Exception, match="keeps what was"), other.writing() as connection:
            connection.execute(text("DELETE FROM specimens"))
        other.close()


def test_cases_alone_make_a_store_that_is_not_empty(full: Store, tmp_path: Path) -> None:
    path = tmp_path / "copy.gz"
    backup(full, path, NOON)
    before = everything(full)
    with pytest.raises(StoreNotEmpty):
        restore(full, path)
    cases.add(full, new_case(3), ANN, text="")
    restore(full, path, force=True)
    assert everything(full) == before


@pytest.mark.parametrize("data", ["no base64!", "YQ", None, 7])
def test_a_specimen_that_is_no_base64_changes_nothing(
    full: Store, tmp_path: Path, data: object
) -> None:
    path = tmp_path / "copy.gz"
    backup(full, path, NOON)
    before = everything(full)
    line = json.dumps({"table": "specimens", "row": {"case_id": 2, "data": data}}).encode() + b"\n"

    def broken(lines: list[bytes]) -> list[bytes]:
        other = [one for one in lines[:-1] if b'"table":"specimens"' not in one]
        return _signed([*other, line])

    rewritten(path, broken)
    with pytest.raises(BadBackup, match="nothing was changed"):
        restore(full, path, force=True)
    assert everything(full) == before


def test_a_store_without_a_casebook_gets_one(empty_database: str, tmp_path: Path) -> None:
    store = connect(empty_database, timeout=20)
    with store.writing() as connection:
        upgrade(connection, "0003")
    Ledger(store).add(document(), [NewIncident(facts())], ANN)
    with pytest.raises(StoreNotEmpty):
        restore(store, _copy_of_nothing(tmp_path))
    with store.writing() as connection:
        upgrade(connection)
    assert cases.add(store, new_case(), ANN, text="").id == "C-2026-0001"
    store.close()


def _copy_of_nothing(folder: Path) -> Path:
    store = open_store(f"sqlite:///{folder}/nothing.db")
    backup(store, folder / "nothing.gz", NOON)
    store.close()
    return folder / "nothing.gz"
