"""What had been stopped runs again: site, card payment, service, wards.

Excluded: plans, 未定, another thing going on (作業を再開).
"""

import re2

from mayoke.breach.facts.events.rule import Case, Finding, Rule, planned, refused

_WHAT = (
    r"(?:サイト|ショップ|ストア|ホームページ|サービス|決済|販売|受付|受注|注文|営業|診療|外来|システム|カルテ"
    r"|業務|運用|運営|公開|ネットワーク|メール|出荷|配信|ログイン|利用|アプリ|予約)"
)
_BACK = (
    r"(?:再開|復旧|再稼働|再オープン|リニューアルオープン|再公開|復帰|通常(?:稼働|営業|運用|どおり)|再始動"
    r"|(?:通常|平常|元)(?:の|どおり|通り)?[^。、◇]{0,8}?(?:に|へ)(?:戻[しっりる]|復)|通常(?:どおり|通り)[^。、◇]{0,4}?(?:営業|運営|稼働|提供))"
)
_FOUND = re2.compile(
    _WHAT
    + r"[^。、]{0,16}?"
    + _BACK
    + "|"
    + _BACK
    + r"(?:し|いた|。|$)|(?:通常|平常|元)(?:の|どおり|通り)[^。、◇]{0,8}?(?:に|へ)戻[しっりる]"
)
_NOT = re2.compile(
    r"再開(?:の(?:日|時期|際|見|め)|日(?:程|時)?|に(?:向|つ|あ)|を(?:目指|予定|検討|決定)|まで|後|時期|はでき)"
    r"|復旧(?:に|作業|対応|を(?:進|目指|急)|の?(?:見込|めど|目途)|まで)|作業を再開|後の再開"
)
_FUTURE = re2.compile(r"^(?:を)?(?:いた)?(?:します|する)")


def judge(case: Case) -> Finding | None:
    """Did it run again from that day?"""
    clause, scene = case.clause, case.scene
    found = _FOUND.search(clause.words)
    if found is None or refused(clause.words, found.end()) or planned(clause.words, found.end()):
        return None
    after = clause.words[found.end() : found.end() + 12]
    if _NOT.search(clause.words[found.start() : found.end() + 8]):
        return None
    if _FUTURE.search(after) and (scene.told is None or clause.anchor.iso > scene.told):
        return None
    return Finding("service_resumed", "operator", found.start(), found.end())


RULE = Rule("service_resumed", _BACK, judge)
