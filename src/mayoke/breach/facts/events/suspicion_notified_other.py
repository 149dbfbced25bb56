"""Somebody told of the suspicion who is no card company: customer, client, police, processor …

Excluded: reports inside the organisation (staff), and what is told later (results, lists).
"""

import re

from mayoke.breach.facts.events import words
from mayoke.breach.facts.events.actors import STAFF_TOLD
from mayoke.breach.facts.events.hearing import LATER
from mayoke.breach.facts.events.rule import Case, Finding, Rule
from mayoke.breach.facts.events.suspicion_notified import OF_CARDS

_UNNAMED = re.compile(
    r"(?:との|という|旨の|」の)(?:お|ご)?(?:電話|指摘|問い?合わ?せ|連絡|通報|苦情|申し?出|メール|情報提供|情報|声|意見|投書)[^、。◇]{0,10}?"
    r"(?:受け|あり|いただ|頂|寄せ|入り)"
)
_CALLED = re.compile(
    r"外部(?:から|より)(?:の|、)?[^。、]{0,20}?(?:指摘|通報|情報提供|連絡|問い?合わ?せ)"
    r"|(?:投書|匿名のメール|匿名の手紙|告発文)が[^。、◇]{0,10}?(?:届|寄せ|あり)|(?:sns|ツイッター|twitter|掲示板"
    r"|インターネット)[^。、]{0,12}?(?:指摘|通報)"
)


def judge(case: Case) -> Finding | None:
    """Told by anybody but the card side?"""
    if case.heard is None and STAFF_TOLD.search(case.clause.words):
        return None
    if case.heard is not None:
        heard = case.heard
        if heard.teller.actor in (*OF_CARDS, "staff"):
            return None
        return Finding("suspicion_notified_other", heard.teller.actor, heard.start, heard.end)
    clause = case.clause
    said = clause.words if clause.entry else clause.words.partition("。")[0]
    called = _CALLED.search(said)
    if called:
        return Finding("suspicion_notified_other", "third_party", called.start(), called.end())
    unnamed = _UNNAMED.search(said)
    if unnamed and "カード会社" not in said and not LATER.search(said[: unnamed.start()]):
        return Finding("suspicion_notified_other", "customer", unnamed.start(), unnamed.end())
    return None


RULE = Rule("suspicion_notified_other", words.NOTICE, judge)
