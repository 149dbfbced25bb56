from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from mayoke.help.plan import plan
from mayoke.help.words import OWN_WAYS, RECOVERY
from mayoke.records.errors import BadInput
from mayoke.records.plan import Happened, Plan
from tests.help.invented import NOW, REGISTRY, situation, step


def planned(*situations: str, **other: object) -> Plan:
    return plan(Happened(situations, **other), REGISTRY, NOW)  # type: ignore[arg-type]


def slugs(made: Plan) -> list[str]:
    return [one.slug for one in made.steps]


def test_steps_come_by_urgency_then_phase() -> None:
    assert slugs(planned("card")) == ["stop-card", "keep", "watch"]
    assert slugs(planned("card", "paid")) == [
        "stop-card", "keep", "tell-police", "beware", "watch",
    ]  # fmt: skip
    assert [one.number for one in planned("card", "paid").steps] == [1, 2, 3, 4, 5]


def test_rank_and_slug_decide_within_a_phase() -> None:
    steps = {s.slug: s for s in (step("b", rank=1), step("a", rank=2), step("c", rank=2))}
    one = situation("x", {"c": "hours", "a": "hours", "b": "hours"})
    registry = replace(REGISTRY, steps=steps, situations={"x": one}, means={})
    assert slugs(plan(Happened(("x",)), registry, NOW)) == ["b", "a", "c"]


def test_a_step_of_two_situations_stands_once_and_takes_the_more_urgent() -> None:
    made = planned("card", "paid")
    keep = next(one for one in made.steps if one.slug == "keep")
    assert keep.within == "minutes"
    assert keep.situations == ("card", "paid")


def test_a_step_makes_what_it_covers_needless_and_is_as_urgent() -> None:
    made = planned("wiped", "app")
    assert slugs(made) == ["reset", "watch"]
    assert made.steps[0].within == "minutes"
    assert made.steps[0].situations == ("wiped", "app")


def test_what_a_covered_step_covers_stays() -> None:
    steps = {s.slug: s for s in (step("a", covers=("b",)), step("b", covers=("c",)), step("c"))}
    one = situation("x", dict.fromkeys("abc", "hours"))
    registry = replace(REGISTRY, steps=steps, situations={"x": one}, means={})
    assert slugs(plan(Happened(("x",)), registry, NOW)) == ["a", "c"]


def test_two_steps_that_cover_each_other_leave_one() -> None:
    steps = {s.slug: s for s in (step("a", covers=("b",)), step("b", covers=("a",)))}
    one = situation("x", dict.fromkeys("ab", "hours"))
    registry = replace(REGISTRY, steps=steps, situations={"x": one}, means={})
    assert len(plan(Happened(("x",)), registry, NOW).steps) == 1


def test_the_first_line_is_that_of_the_most_urgent() -> None:
    assert planned("wiped", "app").first.ja == "first-appです。"


def test_among_equals_money_comes_first() -> None:
    assert planned("card", "paid").first.ja == "first-paidです。"


def test_a_means_of_payment_brings_its_situation() -> None:
    made = planned(means=("transfer",))
    assert made.happened.situations == ("paid",)
    assert [name.ja for name in made.names] == ["paidのこと", "振込"]
    assert "tell-police" in slugs(made)


def test_a_means_of_payment_adds_its_own_steps() -> None:
    made = planned("card", means=("cash",))
    police = next(one for one in made.steps if one.slug == "tell-police")
    assert (police.within, police.situations) == ("minutes", ("cash",))


def test_contacts_stand_once_in_the_order_in_which_they_are_needed() -> None:
    made = planned("paid", "card")
    assert [one.contact.slug for one in made.contacts] == ["always", "desk"]
    assert [one.contact.slug for one in made.listening] == ["ear"]
    assert made.contacts[1].says.ja == "受付中（17:15まで）"


def test_deadlines_are_dates_where_the_day_is_known() -> None:
    made = planned("card", when=date(2026, 11, 20))
    assert [(one.slug, one.day) for one in made.deadlines] == [
        ("sixty", date(2027, 1, 19)),
        ("eight", None),
    ]


@pytest.mark.parametrize(
    ("told", "warned"),
    [
        (Happened(("card",)), False),
        (Happened(("card",), amount=0), False),
        (Happened(("card",), amount=1), True),
        (Happened(("paid",)), True),
        (Happened(("card",), means=("cash",)), True),
    ],
)
def test_where_money_went_recovery_scams_are_warned_of(told: Happened, warned: bool) -> None:
    made = plan(told, REGISTRY, NOW)
    assert (RECOVERY in made.warnings) == warned
    assert OWN_WAYS in made.warnings


def test_notes_and_what_often_comes_with_it_are_given_once() -> None:
    made = planned("paid", "card", "paid")
    assert [note.ja for note in made.notes] == ["note-paidです。"]
    assert made.also == ("app",)
    assert made.happened.situations == ("paid", "card")


def test_the_plan_says_when_it_was_asked_and_of_which_records_it_is() -> None:
    made = planned("card")
    assert (made.asked_at, made.registry) == (NOW, REGISTRY.version)


@pytest.mark.parametrize(
    ("told", "en", "ja"),
    [
        (Happened(("crd",)), 'no situation "crd"; did you mean: card', "もしかして: card"),
        (Happened(("xyzzyx",)), 'no situation "xyzzyx"', "というできごとはありません"),
        (Happened(("card",), means=("cach",)), "did you mean: cash", "支払いの方法"),
        (Happened(()), "no situation was named", "選んでください"),
        (Happened((), means=("cash",)), "no situation was named", "選んでください"),
        (Happened(("card",), when=date(2026, 11, 25)), "future", "先になっています"),
        (Happened(("card",), when=NOW + timedelta(minutes=1)), "future", "先になっています"),
        (Happened(("card",), contract_document=date(2026, 11, 25)), "future", "契約書面"),
        (Happened(("card",), amount=-1), "0 or more", "0円以上"),
        (Happened(("card",), amount=10**14), "amount", "金額"),
    ],
)
def test_what_cannot_be_is_told_in_both_languages(told: Happened, en: str, ja: str) -> None:
    with pytest.raises(BadInput) as caught:
        plan(told, REGISTRY, NOW)
    assert en in str(caught.value)
    assert ja in caught.value.ja


def test_a_long_unknown_word_is_not_repeated_in_full() -> None:
    with pytest.raises(BadInput) as caught:
        planned("x" * 10_000)
    assert len(str(caught.value)) < 200


def test_today_in_japan_is_not_the_future() -> None:
    now = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)  # 0:30 on the 24th in Japan
    made = plan(Happened(("card",), when=date(2026, 11, 24)), REGISTRY, now)
    assert made.happened.when == date(2026, 11, 24)


def test_times_without_a_zone_are_a_mistake_of_the_caller() -> None:
    bare = datetime(2026, 11, 20, 10, 0)  # noqa: DTZ001
    with pytest.raises(ValueError, match="zone"):
        plan(Happened(("card",)), REGISTRY, bare)
    with pytest.raises(ValueError, match="zone"):
        plan(Happened(("card",), when=bare), REGISTRY, NOW)
