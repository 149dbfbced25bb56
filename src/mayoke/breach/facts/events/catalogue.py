"""All event kinds, and which of them a clause may tell of, found in one pass."""

import re

import re2

from mayoke.breach.facts.events import (
    card_payment_stopped,
    contained,
    deed_before,
    disclosed_first,
    discovered,
    incident_occurred,
    individuals_notified,
    investigation_completed,
    investigation_started,
    leak_confirmed,
    police_reported,
    ppc_reported,
    recovered,
    regulator_reported,
    roles,
    service_resumed,
    site_stopped,
    suspicion_notified,
    suspicion_notified_other,
    words,
)
from mayoke.breach.facts.events.clauses import Clause
from mayoke.breach.facts.events.hearing import heard
from mayoke.breach.facts.events.rule import Case, Finding, Rule, Scene

RULES: tuple[Rule, ...] = (
    incident_occurred.RULE,
    suspicion_notified.RULE,
    suspicion_notified_other.RULE,
    discovered.RULE,
    contained.RULE,
    card_payment_stopped.RULE,
    site_stopped.RULE,
    investigation_started.RULE,
    leak_confirmed.RULE,
    investigation_completed.RULE,
    police_reported.RULE,
    ppc_reported.RULE,
    regulator_reported.RULE,
    disclosed_first.RULE,
    individuals_notified.RULE,
    recovered.RULE,
    service_resumed.RULE,
    deed_before.RULE,
)
"""In the order in which things usually happen; ``disclosed`` is read from the date of the notice."""


_OVER_DAYS = (incident_occurred.RULE, individuals_notified.RULE)
"""What can take place over days."""
_TOLD_THEM = ("suspicion_notified", "suspicion_notified_other")
_BEFORE_CURES = (*_TOLD_THEM, "discovered", "incident_occurred")
_NOTHING_NEW = ("discovered", "recovered", "suspicion_notified_other", "suspicion_notified")
_CURES = (
    "contained", "card_payment_stopped", "site_stopped", "investigation_started", "ppc_reported",
    "investigation_completed", "regulator_reported", "police_reported", "recovered",
)  # fmt: skip
_SHUT = ("site_stopped", "card_payment_stopped")
_BEGINS_THERE = re.compile(words.BEGINS_THERE)
_INTENDED = re.compile(r"^[^。、]{0,6}?(?:予定|見込|めど|目途|目標|を目指)")


def _screens() -> re2.Set:
    screens = re2.Set.SearchSet()
    for rule in RULES:
        screens.Add(rule.screen)
    screens.Compile()
    return screens


_SCREENS = _screens()


def findings(clause: Clause, scene: Scene) -> list[Finding]:
    """The events that a clause tells of, in the order of ``RULES``."""
    out: list[Finding] = []
    rules = [
        RULES[i] for i in sorted(_SCREENS.Match(clause.words + clause.label + clause.title) or ())
    ]
    if clause.anchor.is_range and not clause.anchor.one_day:
        rules = [rule for rule in rules if rule in _OVER_DAYS]
    if _INTENDED.search(clause.words[clause.mark + 1 : clause.mark + 16]):
        rules = [rule for rule in rules if rule is individuals_notified.RULE]
    telling = any(rule is suspicion_notified.RULE for rule in rules)
    told = heard(clause, scene.cast) if telling else None
    case = Case(clause, scene, told)
    for rule in rules:
        found = rule.judge(case)
        if found is not None:
            out.append(found)
    out += roles.findings(case, out)
    if clause.anchor.until:
        out = [found for found in out if _counts_until(clause, found)]
    if any(found.event in _TOLD_THEM for found in out) and not _BEGINS_THERE.search(clause.words):
        out = [found for found in out if found.event != "incident_occurred"]
    out = _without_lesser(out)
    back = next((found for found in out if found.event == "recovered"), None)
    return [one for one in out if one.event != "discovered" or back is None or _apart(one, back)]


def _without_lesser(found: list[Finding]) -> list[Finding]:
    """What is but a part of something else: a deed told as a cure, a page of the shop closed."""
    cures = any(one.event in _CURES and (not one.weak or one.event == "contained") for one in found)
    learnt = any(not one.weak and one.event in _BEFORE_CURES for one in found)
    shut = [one for one in found if one.event in _SHUT and not one.weak]
    return [
        one
        for one in found
        if not (one.weak and one.event == "incident_occurred" and cures)
        and not (one.weak and one.event in _NOTHING_NEW and learnt)
        and not (one.event == "contained" and any(not _apart(one, other) for other in shut))
    ]


def _counts_until(clause: Clause, found: Finding) -> bool:
    """Until a day things are done (5月1日までに回収), not learnt; before it stands whose data."""
    learnt = found.event in {*_TOLD_THEM, "discovered", "leak_confirmed"}
    return not learnt and (found.end > clause.mark or clause.postposed)


def _apart(one: Finding, other: Finding) -> bool:
    """Are they told by different words (what was lost was found, so it is recovered)?"""
    return one.end <= other.start or other.end <= one.start
