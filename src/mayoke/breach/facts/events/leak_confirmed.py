"""It was established that data leaked (or the traces of it were found), after a suspicion.

Excluded: possibilities told with the end of the investigation, denials, the first find.
"""

import re2

from mayoke.breach.facts.events import words
from mayoke.breach.facts.events.actors import investigators
from mayoke.breach.facts.events.occurred import revealed
from mayoke.breach.facts.events.rule import Case, Finding, Rule, planned, refused

_CONFIRM = r"(?:事実を認め|確認|判明|発覚|明らか|特定|見つか|発見|わか[りっ]|分か[りっ]|断定)"
_FOUND = re2.compile(
    words.LEAK
    + r"[^。◇]*?[がをに]◇に?、?[^。、◇]{0,4}?"
    + _CONFIRM
    + "|"
    + words.LEAK
    + r"[^。◇]*?"
    + _CONFIRM
)
_CHECKED = re2.compile(
    r"確認(?:した)?(?:ところ|の結果)[^。◇]*?(?:当社|弊社|当[^、。]{1,4}|本[^、。]{1,3})[^。◇]*?(?:と|ことが)(?:判明|わか|分か|確認)"
)
_OWNED_UP = re2.compile(
    r"(?:職員|社員|従業員|教員|教諭|本人|当人|者|男|女)[^。、◇]{0,6}?(?:が|は)[^。◇]{0,20}?(?:事実|持ち?出し|関与|行為|漏え?い"
    r"|不正)[^。、◇]{0,6}?(?:を|について|だと)?認め(?:る|た|ま|、)"
)
_DENIED = re2.compile(
    r"(?:漏え?い|流出|被害|形跡|痕跡|事実)[^。、]{0,8}?(?:な[いか]|ありませ|認められ(?:ず|ませ))"
)


def judge(case: Case) -> Finding | None:
    """Was the leak established on that day?"""
    clause, scene = case.clause, case.scene
    if revealed(clause) is not None:
        return None
    if case.heard is not None or _DENIED.search(clause.words) or "リークサイト" in clause.words:
        return None
    found = _FOUND.search(clause.words) or _CHECKED.search(clause.words)
    found = found or _OWNED_UP.search(clause.words)
    if found is None or refused(clause.words, found.end()) or planned(clause.words, found.end()):
        return None
    actor = scene.cast.subject(clause, found.end())
    if actor == "operator" and investigators(clause.words[: found.end()]):
        actor = "forensics"
    return Finding("leak_confirmed", actor, found.start(), found.end())


RULE = Rule("leak_confirmed", words.LEAK + "|確認したところ|認め", judge)
