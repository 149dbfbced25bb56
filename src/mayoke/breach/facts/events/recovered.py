"""The lost thing or data came back: found, collected, or deleted by who had got it.

Excluded: asking for it, taking down one's own page (contained), a remainder after the rest.
"""

import re2

from mayoke.breach.facts.events.rule import Case, Finding, Rule, planned, refused

_BACK = (
    r"(?:全(?:て|部|件|数)?|すべて|件|枚|通|部|台|本|書類|書面|通知書|封筒|端末|パソコン|usb|メモリー?|媒体|ファイル|データ"
    r"|カード|名簿|資料|現物|冊|を|は|が)"
    r"[^。、◇]{0,10}?(?:回収|返却|返還|返送|取り?戻|引き?取)"
)
_BACK_THEN = r"◇(?:まで)?(?:に)?、?(?:全て|すべて|全件)?(?:の)?[^。、◇]{0,8}?(?:回収|返却|返還)"
_RETURNED = r"(?:発見|見つか)[^。◇]{0,12}?(?:返還|返却|回収|戻)"
_RETURNED += r"|(?:返還|返却|回収)され(?:、|まし|た)"
_DELETED = (
    r"(?:先方|受信(?:者|され|した)|送信先|相手|受け取(?:られ|った)|転職先|購入者|誤(?:送信|送付|配)先|当該(?:者|の方)"
    r"|取引先)[^。◇]{0,30}?(?:削除|消去|破棄|廃棄)"
    r"|(?:削除|消去)(?:済み|した|された|が完了した|いただいた|していただいた)[^。、◇]{0,10}?(?:を確認|旨|こと|との(?:連絡|報告|回答))"
    r"|(?:削除|消去)[^。、◇]{0,8}?(?:確認書|いただ(?:き|いた))|削除(?:を|の)確認"
)
_SEEN = (
    r"(?:紛失|遺失|所在|不明|置き忘れ|落と)[^。◇]{0,40}?(?:見つか|見付か|発見)"
    r"|(?:拾得|届けられ|保管されてい)[^。、◇]{0,10}?(?:回収|確認|判明|発見)|(?:無事|当該[^。、]{0,12}?)(?:が|を|に)?(?:発見"
    r"|見つか|戻)|(?:返して(?:いただ|もら|くだ)|(?:削除|消去)を(?:依頼|お願い)し?(?:、|て)[^。]{0,16}?(?:削除|消去)(?:を|の"
    r"|された)?[^。、]{0,6}?確認|届けられ、?[^。]{0,10}?(?:受け取|引き取)|(?:警察|交番"
    r"|駅)[^。]{0,10}?から、?[^。]{0,30}?(?:届いている|届けられた|見つかった|保管)(?:と|旨)|返って(?:き|来)|戻って(?:き|来"
    r"|まい)|お返し(?:いただ|くだ))"
)
_FOUND = re2.compile(_BACK + "|" + _RETURNED + "|" + _BACK_THEN + "|" + _DELETED + "|" + _SEEN)
_NOT = re2.compile(
    r"お願い|依頼|残る|未回収|回収でき(?:て|な)|努め|要請|求め|遠隔|リモート|開始|作業"
)


def judge(case: Case) -> Finding | None:
    """Was it back, or deleted, on that day?"""
    clause = case.clause
    found = _FOUND.search(clause.words)
    if found is None or refused(clause.words, found.end()) or planned(clause.words, found.end()):
        return None
    if _NOT.search(clause.words[max(0, found.start() - 24) : found.end() + 8]):
        return None
    given = "確認書" in clause.words or "誓約" in clause.words
    return Finding("recovered", "third_party" if given else "operator", found.start(), found.end())


RULE = Rule(
    "recovered",
    r"回収|返却|返還|返送|戻|引き?取|削除|消去|破棄|廃棄|見つか|見付か|発見|拾得|届けられ|届いて|保管",
    judge,
)
