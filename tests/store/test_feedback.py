"""What visitors say of wrong verdicts is kept, bounded, and nothing else with it."""

from datetime import date

import pytest
from sqlalchemy import inspect

from mayoke.records.verdict import Versions
from mayoke.store import feedback
from mayoke.store.connect import Store
from mayoke.store.feedback import Feedback

ONE = Feedback(
    day=date(2026, 11, 23),
    verdict="scam",
    kind="phishing",
    correction="honest",
    signals=("asks_password", "cheap_tld_link"),
    versions=Versions("0.1.0", "rules", "model"),
)


def another(day: int, **changed: object) -> Feedback:
    values = {name: getattr(ONE, name) for name in Feedback.__dataclass_fields__}
    return Feedback(**{**values, "day": date(2026, 11, day), **changed})


def test_what_was_added_comes_back_oldest_first(store: Store) -> None:
    later = another(24, correction="advertising", signals=())
    assert feedback.add(store, ONE) and feedback.add(store, later)
    assert feedback.all(store) == (ONE, later)


def test_nothing_is_there_at_first(store: Store) -> None:
    assert feedback.all(store) == ()


def test_a_day_that_is_full_takes_no_more_but_the_next_does(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mayoke.store.feedback.MOST_A_DAY", 2)
    assert [feedback.add(store, ONE) for _ in range(3)] == [True, True, False]
    assert feedback.add(store, another(24))
    assert len(feedback.all(store)) == 3


def test_no_column_could_hold_a_mail_or_a_person(store: Store) -> None:
    with store.reading() as connection:
        columns = {column["name"] for column in inspect(connection).get_columns("feedback")}
    assert columns == {
        *("number", "day", "verdict", "kind", "correction", "signals"),
        *("mayoke", "rules", "model"),
    }
