"""A deed told plainly that turned out to be the mistake: a sending, a walk with the papers.

Nothing in the sentence says that anything went wrong; the timeline takes such a deed for the
incident only if none is told by its own words, and if a find follows.
"""

import re2

from mayoke.breach.facts.events.rule import Case, Finding, Rule, planned, refused

_DEED = (
    r"(?:(?:発送|送付|郵送|送信|配布|配付|交付|手渡|投函|配信|掲載|公開|アップロード|印刷|封入|渡し|返送|引き?渡|更新|改修"
    r"|移行|移し替え|設定|公表|添付)"
    r"(?:[^。、◇]{0,8}?(?:を行|作業|し|いた)|[^。、◇]{0,3}?(?:た|。|$))"
    r"|(?:置い|保管し|使用し|使っ|持っ|携行し|携え|持ち帰|巡回|訪問し|配達|運搬|搬送|搬出|移動|帰宅|退勤|外出|立ち寄|乗車))"
)
_FOUND = re2.compile(_DEED)
_CURE = re2.compile(
    r"詫び|おわび|謝罪|お願い|依頼|削除|お知らせ|再発|届け|届出|報告|相談|説明|連絡|修正|停止|回収|返却|遮断|確認|判明|発覚"
    r"|気[付づ]|公表|再開|予定|対応|対策|強化|切り?替|見直|変更し|調査|メンテナンス|復旧|次の|以下|下記|設置|開設|導入|購入"
    r"|登録|注文"
)


def judge(case: Case) -> Finding | None:
    """Did somebody do on that day what may have been the mistake?"""
    clause = case.clause
    if case.heard is not None or clause.anchor.is_range or clause.postposed:
        return None
    said = clause.words[clause.mark :].partition("。")[0]
    found = _FOUND.search(said)
    if found is None or _CURE.search(clause.words.partition("。")[0]):
        return None
    start, end = clause.mark + found.start(), clause.mark + found.end()
    if refused(clause.words, end) or planned(clause.words, end):
        return None
    return Finding("incident_occurred", "operator", start, end, weak=True)


_SCREEN = (
    "送|配|交付|渡|投函|掲載|公開|アップロード|印刷|封入|更新|改修|移行|移し替え|設定|公表|添付|置い|保管|使用|使っ|持[っち]|携|巡回"
    "|訪問|運搬|搬|移動|帰宅|退勤|外出|立ち寄|乗車"
)

RULE = Rule("incident_occurred", _SCREEN, judge)
