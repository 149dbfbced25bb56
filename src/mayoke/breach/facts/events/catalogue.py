"""All event kinds, and which of them a clause may tell of, found in one pass."""

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
_BEGINS_THERE = re2.compile(words.BEGINS_THERE)
_INTENDED = re2.compile(r"^[^。、]{0,6}?(?:予定|見込|めど|目途|目標|を目指)")


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
    told = heard(clause, scene.cast) if suspicion_notified.RULE in rules else None
    case = Case(clause, scene, told)
    for rule in rules:
        found = rule.judge(case)
        if found is not None:
            out.append(found)
    if clause.anchor.until:
        out = [found for found in out if _counts_until(clause, found)]
    if any(found.event in _TOLD_THEM for found in out) and not _BEGINS_THERE.search(clause.words):
        out = [found for found in out if found.event != "incident_occurred"]
    back = next((found for found in out if found.event == "recovered"), None)
    return [one for one in out if one.event != "discovered" or back is None or _apart(one, back)]


def _counts_until(clause: Clause, found: Finding) -> bool:
    """Until a day things are done (5月1日までに回収), not learnt; before it stands whose data."""
    learnt = found.event in {*_TOLD_THEM, "discovered", "leak_confirmed"}
    return not learnt and (found.end > clause.mark or clause.postposed)


def _apart(one: Finding, other: Finding) -> bool:
    """Are they told by different words (what was lost was found, so it is recovered)?"""
    return one.end <= other.start or other.end <= one.start
