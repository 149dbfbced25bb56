"""The police were consulted or told, or a report of damage, loss or a complaint was filed.

Excluded: arrests and other doings of the police, plans, cooperation with an inquiry.
"""

import re2

from mayoke.breach.facts.events import words
from mayoke.breach.facts.events.authorities import report
from mayoke.breach.facts.events.rule import Case, Finding, Rule

_POLICE = re2.compile(words.POLICE)
_FINDER = re2.compile(r"拾(?:っ|得|わ)")
_DETAILS = (
    ("damage_report", re2.compile(r"被害届|盗難届|被害の?届|盗難の届")),
    ("lost_property", re2.compile(r"遺失|紛失届|紛失の届|落とし物")),
    ("complaint", re2.compile(r"告訴|告発")),
    ("consulted", re2.compile(r"相談")),
)


def judge(case: Case) -> Finding | None:
    """Were the police told on that day?"""
    clause, scene = case.clause, case.scene
    found = report(clause, _POLICE, scene.told)
    if found is None or _FINDER.search(clause.words):
        return None
    start, end = found
    said = clause.words[start : end + 24]
    detail = next((name for name, sign in _DETAILS if sign.search(said)), None)
    return Finding("police_reported", scene.cast.subject(clause, end), start, end, detail)


RULE = Rule("police_reported", words.REPORT + "|" + words.POLICE, judge)
