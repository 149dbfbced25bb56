from datetime import UTC, datetime
from itertools import product
from typing import get_args

import pytest

from mayoke.breach.ledger.states import JA, TRANSITIONS, refusal
from mayoke.records.ledger import Entry, State

NOW = datetime(2026, 3, 1, tzinfo=UTC)
STATES: tuple[State, ...] = get_args(State)


def entry(state: State, same_as: str | None = None) -> Entry:
    return Entry("2021-0001", state, {}, NOW, NOW, "ann", same_as=same_as)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("new", "reviewed"),
        ("reviewed", "published"),
        ("published", "withdrawn"),
        ("new", "withdrawn"),
        ("published", "reviewed"),
        ("withdrawn", "new"),
    ],
)
def test_ways_that_are_open(before: State, after: State) -> None:
    assert refusal(entry(before), after, "ben") is None


@pytest.mark.parametrize(
    ("before", "after"),
    [("new", "published"), ("withdrawn", "published"), ("withdrawn", "reviewed"), ("new", "new")],
)
def test_ways_that_are_not(before: State, after: State) -> None:
    words = refusal(entry(before), after, "ben", alone=True)
    assert words is not None and "2021-0001" in words.ja and "2021-0001" in words.en


def test_whoever_changed_it_last_does_not_review_it() -> None:
    words = refusal(entry("new"), "reviewed", "ann")
    assert words is not None and "ann" in words.ja and "ann" in words.en
    assert refusal(entry("new"), "reviewed", "ann", alone=True) is None
    assert refusal(entry("new"), "withdrawn", "ann") is None


def test_nothing_is_published_that_was_not_reviewed() -> None:
    leading = {
        before
        for before, after in product(STATES, STATES)
        if after in TRANSITIONS[before] and after == "published"
    }
    assert leading == {"reviewed"}


def test_an_incident_that_is_another_one_is_left_alone() -> None:
    words = refusal(entry("withdrawn", same_as="2020-0007"), "new", "ben")
    assert words is not None and "2020-0007" in words.ja


def test_every_state_has_ways_and_a_name() -> None:
    assert set(TRANSITIONS) == set(JA) == set(STATES)
