"""The leak was reported to the Personal Information Protection Commission.

Excluded: plans, and what the commission says itself.
"""

import re2

from mayoke.breach.facts.events import words
from mayoke.breach.facts.events.authorities import report
from mayoke.breach.facts.events.rule import Case, Finding, Rule

_COMMISSION = re2.compile(words.COMMISSION)
_PRELIMINARY = re2.compile(r"速報|第一報|第1報|初報")
_FINAL = re2.compile(r"確報|最終報告|続報|詳報")


def judge(case: Case) -> Finding | None:
    """Was the commission told on that day?"""
    clause, scene = case.clause, case.scene
    found = report(clause, _COMMISSION, scene.told)
    if found is None:
        return None
    start, end = found
    said = clause.words[max(0, start - 12) : end + 12]
    detail = "preliminary" if _PRELIMINARY.search(said) else None
    if _FINAL.search(said) and detail is None:
        detail = "final"
    return Finding("ppc_reported", scene.cast.subject(clause, end), start, end, detail)


RULE = Rule("ppc_reported", words.REPORT + "|" + words.COMMISSION, judge)
