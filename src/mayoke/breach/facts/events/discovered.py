"""The organisation or its processor noticed by itself that something was wrong.

Excluded: what was found because somebody told (that is the notice), and denials. Whether a find is
the first one or the confirmation of a leak already suspected is settled over the whole timeline.
"""

import re

import re2

from mayoke.breach.facts.events import words
from mayoke.breach.facts.events.actors import MONITORING, STAFF, STAFF_TOLD
from mayoke.breach.facts.events.clauses import Clause
from mayoke.breach.facts.events.incident_occurred import sent_then
from mayoke.breach.facts.events.occurred import revealed
from mayoke.breach.facts.events.rule import Case, Finding, Rule, planned, refused
from mayoke.records.incident import Actor

_FIND = (
    r"(?:検知|検出|発覚|覚知|察知|探知|感知|認知|気づ|気付|気が付|気がつ|発見|見つか|見付か|見つけ|判明|明らか|わか[りっ]"
    r"|分か[りっ]|認識|把握|確認)"
)
_FOUND = re2.compile(
    words.ODD
    + r"[^。◇]*?[がをに]◇に?、?[^。、◇]{0,4}?"
    + _FIND
    + "|"
    + words.ODD
    + r"[^。◇]*?"
    + _FIND
    + "|"
    + _FIND
    + r"[^。、◇]{0,6}?"
    + words.ODD
)
_ODD = re2.compile(words.ODD)
_BEFORE = re2.compile(words.ODD + r"[^。]{0,40}?" + _FIND + r"[^。◇、]{0,8}?◇")
_ALONE = re2.compile(
    r"検知|発覚|気づ|気付|気が付|覚知|察知|(?:事案|事象|本件|これ|こと|が)(?:が|を)?判明"
    r"|(?:ていた?|ていない|ない|足りない|なくなった|なくなっている|なっている|無い|できる状態である|状態にある|残っている"
    r"|含まれている|誤ってい[たる])(?:こと|の)(?:が|に|を)(?:分か|わか|判明|気|見つけ|発見|発覚|把握|認識|確認)"
    r"|所在[^。、]{0,6}?(?:確認でき|分から|わから)"
)
_LABEL = re2.compile(
    r"(?:発覚|判明|検知|感知|発見|認知|覚知|把握)(?:した)?(?:の)?(?:日時?|年月日|時期|時刻|)$"
)
_CHECKED = re2.compile(
    r"(?:範囲|件数|人数|内容|対象者?|安全|正常|(?:事実|被害|影響|問題|異常|流出|漏え?い|漏洩|形跡|痕跡)[^。、]{0,8}?ないこと"
    r"|原因)[^。]{0,60}?(?:確認|わか|分か|判明)"
    r"|確認(?:を(?:開始|実施|行|依頼)|作業|できてい|書|中|して(?:いただ|くださ))|報告を確認"
)
_DENIED = re.compile(
    r"(?:問題|異常|漏え?い|流出|被害|形跡|痕跡)[^。、]{0,8}?(?:な[いか]|ありませ|認められ(?:ず|ませ))"
)
_ELSEWHERE = re.compile(
    r"最後に|攻撃者|リークサイト|ダークウェブ|闇サイト|犯行声明|(?:紛失し|盗まれ|なくし|遺失し|置き忘れ)た[^。]{0,20}?(?:発見"
    r"|見つか)|(?:削除|消去)(?:いただ|され|した)|誤(?:送信|送付)先|不正利用(?:が|の被害)|追加で|新たに|残る"
)
_CAME = re.compile(r"◇から、?[^。]{0,40}?ていたことが(?:わか|分か|判明)")
_BEGINS_THERE = re.compile(words.BEGINS_THERE)

_OTHERS = (_CAME, _DENIED, _ELSEWHERE, _BEGINS_THERE)


def judge(case: Case) -> Finding | None:
    """Noticed by the organisation or its processor on that day?"""
    clause = case.clause
    if case.heard is not None or _of_something_else(clause):
        return None
    before = clause.words[: clause.mark].rstrip(" :\t")
    if clause.postposed and (_LABEL.search(clause.label) or _LABEL.search(before)):
        return _finding(case, 0, clause.mark)
    found = _BEFORE.search(clause.words) if clause.postposed else _FOUND.search(clause.words)
    found = found or _ALONE.search(clause.words)
    if found is None:
        return _told_by_staff(clause)
    if refused(clause.words, found.end()) or planned(clause.words, found.end()):
        return None
    checked = _CHECKED.search(clause.words)
    if checked and checked.start() < found.end():
        return None
    return _finding(case, found.start(), found.end())


def _of_something_else(clause: Clause) -> bool:
    """Denied, or is the day that of the deed, or of what strangers did?"""
    if revealed(clause) is not None:
        return True
    if any(sign.search(clause.words) for sign in _OTHERS):
        return True
    return sent_then(clause.words) is not None


def _told_by_staff(clause: Clause) -> Finding | None:
    """A report inside the house, which counts if nothing else tells how it was found."""
    told = STAFF_TOLD.search(clause.words.partition("。")[0])
    if told is None or clause.postposed or refused(clause.words, told.end()):
        return None
    if not _ODD.search(told.group()):
        return None
    return Finding("discovered", "staff", told.start(), told.end(), weak=True)


def _finding(case: Case, start: int, end: int) -> Finding:
    said = case.clause.words[: end + 2]
    actor: Actor = case.scene.cast.subject(case.clause, end)
    if actor == "operator" and MONITORING.search(said):
        actor = "monitoring"
    elif actor == "operator" and STAFF.search(said):
        actor = "staff"
    return Finding("discovered", actor, start, end)


RULE = Rule("discovered", _FIND + "|報告|申し?出|申告|連絡|通報", judge)
