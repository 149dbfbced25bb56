"""The site, shop or online service was closed.

Excluded: plans; servers, networks and accounts (those are contained); a site that was closed before.
"""

import re2

from mayoke.breach.facts.events import words
from mayoke.breach.facts.events.rule import Case, Finding, Rule, planned, refused

_SITE = (
    r"(?:サイト|ショップ|ストア|ホームページ|(?:web|ウェブ)ページ|通販|ネット(?:販売|店)|販売|受付|ご?注文|受注|出品|営業"
    r"|(?:オンライン|web|ネット)サービス"
    r"|サービス(?:を|の(?:提供|利用|運営))|(?:本|当該|同|当)サービス|予約(?:サイト|受付|システム)|申し?込み?(?:受付)?"
    r"|(?:新規)?会員登録|ログイン(?:機能)?|ポータル|マイページ|アプリ)"
)
_STOPPED = words.roomy(
    _SITE
    + r"[^。、◇]{0,24}?(?:を|の|は|も|について|につき|にて)?[^。、]{0,10}?"
    + words.STOP
    + (
        r"|(?:予約|受注|注文|通販|販売)サーバー?(?:を|の)停止|(?:サイト|ショップ|ストア|ページ|サービス)[^。◇、]{0,16}?(?:は|も|を"
        r"|については?|につきましては?も?)、?◇(?:付け?で|に|より|から|をもって|には)?、?[^。、◇]{0,10}?"
    )
    + words.STOP
    + (
        r"|(?:サイト|ショップ|ストア|ホームページ|(?:通販|販売|注文|お店の)ページ)[^。◇、]{0,10}?(?:を|は)[^。、◇]{0,10}?(?:閉じ|閉め|しめ|落と"
        r"|見られない|使えない|お休み)|(?:注文|申し?込み?|受付)[^。、◇]{0,6}?(?:を|は)?受け付けない"
        r"|全(?:ての)?サービス[^。、◇]{0,4}?(?:を|の)(?:停止|休止)|サイト(?:の)?(?:全体)?(?:を|は"
        r"|の)[^。、◇]{0,10}?(?:メンテナンス|非表示|切り替え|アクセスでき(?:ない|なく))"
    )
)
_OTHER = re2.compile(
    r"(?:アカウント|id|メール|サーバー?|ネットワーク|回線|通信[をは]|接続|アクセス|カード|決済|ポイント|攻撃|送信|配信|設定|モニタリング)"
)
_BOTH = re2.compile("及び|および|並びに|ならびに|と(?:サイト|ショップ)|とともに|・")
_AFTER = re2.compile(r"^[^。、]{0,4}?(?:以降|後も|期間|中の|していた|理由|に伴)")


def judge(case: Case) -> Finding | None:
    """Was the site closed on that day?"""
    clause, scene = case.clause, case.scene
    for found in _STOPPED.finditer(clause.words):
        if refused(clause.words, found.end()) or planned(clause.words, found.end()):
            continue
        if _AFTER.search(clause.words[found.end() :]) or _other(clause.words, found):
            continue
        actor = scene.cast.subject(clause, found.end())
        return Finding("site_stopped", actor, found.start(), found.end())
    return None


def _other(said: str, found: "re2._Match[str]") -> bool:
    """Is it only some part of the site (card payment on the site) that was stopped?"""
    start = max(said.rfind(sign, 0, found.start()) for sign in "、。◇") + 1
    near = said[max(start, found.start() - 12) : found.end()]
    return _OTHER.search(near) is not None and _BOTH.search(near) is None


RULE = Rule("site_stopped", _SITE, judge)
