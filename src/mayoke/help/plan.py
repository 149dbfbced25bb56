"""From what happened to an ordered plan: the first line, steps, contacts, deadlines, warnings."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Final

from mayoke.help.deadlines import due
from mayoke.help.opening_hours import reachable
from mayoke.help.words import JST, OWN_WAYS, RECOVERY
from mayoke.records.errors import BadInput
from mayoke.records.plan import Due, Happened, Plan, PlanStep
from mayoke.records.situation import PHASES, WITHIN, Situation, Step, Taken, Within
from mayoke.registry.help_forms import HelpRegistry

MOST_YEN: Final = 10**13
"""Ten trillion yen: more than anybody has lost."""


@dataclass(slots=True)
class _Wanted:
    """A step that is asked for: the most urgent wish, and by whom."""

    step: Step
    within: Within
    by: list[str] = field(default_factory=list)

    def join(self, within: Within, by: Iterable[str]) -> None:
        self.within = min(self.within, within, key=WITHIN.index)
        self.by = list(dict.fromkeys((*self.by, *by)))


def plan(happened: Happened, registry: HelpRegistry, now: datetime) -> Plan:
    """What to do now, in order. ``now`` is the time of the question, with a zone.

    A means of payment brings its situation with it: ``Plan.happened`` names that as told, and
    ``Plan.names`` are the names of those situations and then of the means, in that order.

    Raises:
        BadInput: an unknown or no situation, an unknown means, a day that lies in the future, an
            impossible sum; the text, in both languages, says what to do.
    """
    if now.tzinfo is None:
        raise ValueError("the time of the question needs a zone")
    told = _told(happened, registry)
    _check(told, now)
    situations = [registry.situations[slug] for slug in told.situations]
    means = [registry.means[slug] for slug in told.means]
    by_need = sorted(situations, key=_need)
    steps = _steps(told, registry)
    contacts = dict.fromkeys(slug for step in steps for slug in step.contacts)
    deadlines = dict.fromkeys(slug for step in steps for slug in step.deadlines)
    lost = bool(told.amount or means or any(one.money_lost for one in situations))
    also = dict.fromkeys(slug for one in by_need for slug in one.also)
    return Plan(
        happened=told,
        names=(*(one.name for one in situations), *(one.name for one in means)),
        asked_at=now,
        first=by_need[0].first,
        steps=steps,
        contacts=tuple(reachable(registry.contacts[slug], now) for slug in contacts),
        listening=tuple(reachable(c, now) for c in registry.contacts.values() if c.listening),
        deadlines=_in_time(due(registry.deadlines[slug], told, now) for slug in deadlines),
        warnings=(RECOVERY, OWN_WAYS) if lost else (OWN_WAYS,),
        notes=tuple(one.note for one in by_need if one.note),
        also=tuple(slug for slug in also if slug not in told.situations),
        registry=registry.version,
    )


def _in_time(dues: Iterable[Due]) -> tuple[Due, ...]:
    """Those with a date first, the next one first of all."""
    return tuple(sorted(dues, key=lambda one: (one.day is None, one.day or date.min)))


def _told(happened: Happened, registry: HelpRegistry) -> Happened:
    """Every situation and means once, with the situations that the means bring."""
    _known(happened.situations, registry.situations, "situation", "できごと")
    _known(happened.means, registry.means, "means of payment", "支払いの方法")
    means = tuple(dict.fromkeys(happened.means))
    brought = (registry.means[slug].situation for slug in means)
    situations = dict.fromkeys((*happened.situations, *filter(None, brought)))
    if not situations:
        raise BadInput(
            "say what happened: no situation was named", ja="何が起きたかを選んでください"
        )
    return replace(happened, situations=tuple(situations), means=means)


def _known(slugs: Iterable[str], known: Mapping[str, object], what: str, ja: str) -> None:
    for slug in slugs:
        if slug in known:
            continue
        shown = slug[:40]
        near = ", ".join(difflib.get_close_matches(shown, known, n=3, cutoff=0.4))
        raise BadInput(
            f'there is no {what} "{shown}"' + (f"; did you mean: {near}" if near else ""),
            ja=f"「{shown}」という{ja}はありません" + (f"。もしかして: {near}" if near else ""),
        )


def _check(told: Happened, now: datetime) -> None:
    today = now.astimezone(JST).date()
    when = told.when
    if isinstance(when, datetime) and when.tzinfo is None:
        raise ValueError("a time at which something happened needs a zone")
    later = when > now if isinstance(when, datetime) else when is not None and when > today
    if later:
        raise BadInput(
            "the day it happened lies in the future", ja="起きた日が、今より先になっています"
        )
    document = told.contract_document
    if document is not None and document > today:
        raise BadInput(
            "the day of the contract document lies in the future",
            ja="契約書面を受け取った日が、今日より先になっています",
        )
    if told.amount is not None and not 0 <= told.amount <= MOST_YEN:
        raise BadInput(
            "the amount must be a number of yen, 0 or more",
            ja="金額は、0円以上の数で書いてください",
        )


def _need(situation: Situation) -> tuple[int, bool, int, str]:
    """The most urgent first; among equals that where money is lost."""
    return (
        WITHIN.index(situation.within),
        not situation.money_lost,
        situation.order,
        situation.slug,
    )


def _steps(told: Happened, registry: HelpRegistry) -> tuple[PlanStep, ...]:
    wanted: dict[str, _Wanted] = {}
    for slug in told.situations:
        _take(wanted, registry.situations[slug].steps, slug, registry)
    for slug in told.means:
        _take(wanted, registry.means[slug].steps, slug, registry)
    ordered = sorted(_uncovered(wanted), key=_place)
    return tuple(_numbered(number, one) for number, one in enumerate(ordered, 1))


def _take(
    wanted: dict[str, _Wanted], steps: Iterable[Taken], by: str, registry: HelpRegistry
) -> None:
    for taken in steps:
        one = wanted.setdefault(taken.step, _Wanted(registry.steps[taken.step], taken.within))
        one.join(taken.within, (by,))


def _uncovered(wanted: Mapping[str, _Wanted]) -> list[_Wanted]:
    """Without those that another one covers; that one is then as urgent as what it covers."""
    staying: dict[str, _Wanted] = {}
    gone: dict[str, str] = {}
    for slug in _coverers_first(wanted):
        if slug in gone:
            staying[gone[slug]].join(wanted[slug].within, wanted[slug].by)
            continue
        staying[slug] = wanted[slug]
        for covered in wanted[slug].step.covers:
            if covered in wanted and covered not in staying:
                gone.setdefault(covered, slug)
    return list(staying.values())


def _coverers_first(wanted: Mapping[str, _Wanted]) -> list[str]:
    """Each step after those that cover it; in a circle, whichever comes first."""
    covered_by: dict[str, list[str]] = {slug: [] for slug in wanted}
    for slug, one in sorted(wanted.items()):
        for covered in one.step.covers:
            if covered in covered_by:
                covered_by[covered].append(slug)
    order: dict[str, None] = {}
    visiting: set[str] = set()

    def visit(slug: str) -> None:
        if slug in visiting:
            return
        visiting.add(slug)
        for coverer in covered_by[slug]:
            visit(coverer)
        order[slug] = None

    for slug in sorted(wanted):
        visit(slug)
    return list(order)


def _place(one: _Wanted) -> tuple[int, int, int, str]:
    step = one.step
    return (WITHIN.index(one.within), PHASES.index(step.phase), step.rank, step.slug)


def _numbered(number: int, one: _Wanted) -> PlanStep:
    step = one.step
    return PlanStep(
        number=number,
        slug=step.slug,
        phase=step.phase,
        within=one.within,
        says=step.says,
        how=step.how,
        have_ready=step.have_ready,
        contacts=step.contacts,
        deadlines=step.deadlines,
        situations=tuple(one.by),
        quality=step.quality,
    )
