"""Every plan that the real records can give for one or two things that happened."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mayoke.help.plan import plan
from mayoke.help.words import JST, OWN_WAYS, RECOVERY
from mayoke.records.plan import Happened, Plan
from mayoke.records.situation import PHASES, WITHIN
from mayoke.records.verdict import Sentence
from mayoke.registry.help_load import load_help

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=JST)
REGISTRY = load_help()
ONES = tuple((slug,) for slug in REGISTRY.situations)
PAIRS = tuple(combinations(REGISTRY.situations, 2))
MEANS = ((), *((slug,) for slug in REGISTRY.means))
REACHES = re.compile(r"https?:|www\.|@|\d{2,4}-\d{2,4}-\d{3,4}|\.(?:jp|com|org|net)\b")


@cache
def planned(situations: tuple[str, ...], means: tuple[str, ...]) -> Plan:
    happened = Happened(situations, when=date(2026, 11, 20), means=means)
    return plan(happened, REGISTRY, NOW)


def plans() -> Iterator[Plan]:
    for situations in (*ONES, *PAIRS):
        for means in MEANS:
            yield planned(situations, means)


def name(made: Plan) -> str:
    return "+".join((*made.happened.situations, *made.happened.means))


def wanted(made: Plan) -> set[str]:
    taken = [REGISTRY.situations[slug].steps for slug in made.happened.situations]
    taken += [REGISTRY.means[slug].steps for slug in made.happened.means]
    return {one.step for steps in taken for one in steps}


def test_the_records_are_there() -> None:
    assert len(REGISTRY.situations) == 19
    assert len(PAIRS) == 171
    assert len(REGISTRY.means) >= 8


def test_every_step_is_there_or_covered_by_one_that_is() -> None:
    for made in plans():
        there = {one.slug for one in made.steps}
        covered = {slug for one in there for slug in REGISTRY.steps[one].covers}
        assert wanted(made) - there <= covered, name(made)
        assert there <= wanted(made), name(made)
        assert not there & covered, name(made)


def test_nothing_is_said_twice() -> None:
    for made in plans():
        for said in (
            [one.slug for one in made.steps],
            [one.says.ja for one in made.steps],
            [one.says.en for one in made.steps],
            [one.contact.slug for one in made.contacts],
            [one.slug for one in made.deadlines],
            list(made.notes),
            list(made.warnings),
        ):
            assert len(set(said)) == len(said), name(made)


def test_steps_are_in_order_of_urgency_and_phase() -> None:
    for made in plans():
        places = [(WITHIN.index(one.within), PHASES.index(one.phase)) for one in made.steps]
        assert places == sorted(places), name(made)
        assert [one.number for one in made.steps] == list(range(1, len(made.steps) + 1))


def test_a_step_is_as_urgent_as_the_most_urgent_that_asks_for_it() -> None:
    for made in plans():
        asked: dict[str, list[int]] = {}
        for slug in made.happened.situations:
            for one in REGISTRY.situations[slug].steps:
                asked.setdefault(one.step, []).append(WITHIN.index(one.within))
        for step in made.steps:
            assert WITHIN.index(step.within) <= min(asked.get(step.slug, [2])), name(made)
            assert step.situations, name(made)


def test_the_first_line_belongs_to_the_most_urgent() -> None:
    for made in plans():
        told = [REGISTRY.situations[slug] for slug in made.happened.situations]
        soonest = min(WITHIN.index(one.within) for one in told)
        assert made.first in {one.first for one in told if WITHIN.index(one.within) == soonest}
        assert made.first.ja
        assert made.first.en


def test_where_money_is_lost_a_plan_warns_of_recovery_scams() -> None:
    for made in plans():
        lost = any(REGISTRY.situations[slug].money_lost for slug in made.happened.situations)
        assert (RECOVERY in made.warnings) == (lost or bool(made.happened.means)), name(made)
        assert OWN_WAYS in made.warnings
        if lost:
            assert "beware-recovery" in {one.slug for one in made.steps}, name(made)


def test_contacts_and_deadlines_of_every_step_are_at_hand() -> None:
    for made in plans():
        contacts = {one.contact.slug for one in made.contacts}
        deadlines = {one.slug for one in made.deadlines}
        for step in made.steps:
            assert contacts >= set(step.contacts), name(made)
            assert deadlines >= set(step.deadlines), name(made)
        assert contacts == {slug for one in made.steps for slug in one.contacts}
        assert made.listening


def test_no_words_of_a_plan_hold_a_number_or_an_address() -> None:
    sentences: set[Sentence] = set()
    for made in plans():
        sentences |= {made.first, *made.notes, *made.warnings, *made.names}
        for step in made.steps:
            sentences |= {step.says, *step.how, *step.have_ready}
    assert len(sentences) > 200
    for one in sentences:
        assert not REACHES.search(one.ja), one.ja
        assert not REACHES.search(one.en), one.en


@pytest.mark.parametrize("slug", REGISTRY.situations)
def test_each_situation_alone_stops_keeps_reports_and_watches(slug: str) -> None:
    phases = {one.phase for one in planned((slug,), ()).steps}
    assert phases & {"stop", "lock"}
    assert phases >= {"evidence", "report", "watch"}


def test_what_often_comes_with_it_is_asked_for_and_never_what_was_told() -> None:
    for made in plans():
        assert not {*made.also} & {*made.happened.situations}
        assert {*made.also} <= {*REGISTRY.situations}


@settings(max_examples=60, deadline=None)
@given(
    situations=st.lists(st.sampled_from(sorted(REGISTRY.situations)), min_size=1, max_size=19),
    means=st.lists(st.sampled_from(sorted(REGISTRY.means)), max_size=4),
    now=st.datetimes(datetime(2024, 1, 1), datetime(2035, 12, 31)),  # noqa: DTZ001
)
def test_any_number_of_things_at_any_time_make_a_plan_of_the_same_steps(
    situations: list[str], means: list[str], now: datetime
) -> None:
    moment = now.replace(tzinfo=JST)
    made = plan(Happened(tuple(situations), means=tuple(means)), REGISTRY, moment)
    turned = plan(Happened(tuple(situations[::-1]), means=tuple(means[::-1])), REGISTRY, moment)
    assert [(s.slug, s.within) for s in made.steps] == [(s.slug, s.within) for s in turned.steps]
    there = {one.slug for one in made.steps}
    covered = {slug for one in there for slug in REGISTRY.steps[one].covers}
    assert wanted(made) <= there | covered
    for one in (*made.contacts, *made.listening):
        if one.opens is not None:
            assert one.opens > moment
        if one.until is not None:
            assert one.until > moment
