"""``mayoke store feedback``: the corrections, and nothing of a mail."""

import json
from datetime import date
from pathlib import Path

import pytest

from mayoke.doors.cli import main
from mayoke.records.verdict import Versions
from mayoke.store import feedback
from mayoke.store.feedback import Feedback
from mayoke.store.opening import open_store

ONE = Feedback(
    day=date(2026, 11, 23),
    verdict="scam",
    kind="phishing",
    correction="honest",
    signals=("asks_password",),
    versions=Versions("0.1.0", "rules", "model"),
)


def test_a_correction_is_one_line_of_json(
    database: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    store = open_store(database)
    assert feedback.add(store, ONE)
    store.close()
    assert main.status(["store", "feedback", "--database", database]) == 0
    (line,) = capfdbinary.readouterr().out.splitlines()
    assert json.loads(line) == {
        "day": "2026-11-23",
        "verdict": "scam",
        "kind": "phishing",
        "correction": "honest",
        "signals": ["asks_password"],
        "versions": {"mayoke": "0.1.0", "rules": "rules", "model": "model"},
    }


def test_a_database_that_is_not_there_is_one_clear_line(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    gone = f"sqlite:///{tmp_path / 'gone.db'}"
    assert main.status(["store", "feedback", "--database", gone, "--lang", "en"]) == 66
    assert len(capfdbinary.readouterr().err.splitlines()) == 1
