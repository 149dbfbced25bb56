"""Paying by card was stopped. Excluded: plans, and the stop of what is no card payment."""

import re2

from mayoke.breach.facts.events import words
from mayoke.breach.facts.events.rule import Case, Finding, Rule, planned, refused

_PAY = (
    r"(?:(?:クレジット)?カード(?:情報)?[^。、◇]{0,8}?(?:決済|払い|支払い?|の?(?:お|ご|御)?(?:取り?扱い?|使い|利用|購入|注文"
    r"|使用|受付|支払い?|入力|登録))"
    r"|クレジット(?:決済|払い|の(?:取り?扱い?|利用))|決済(?:機能|サービス|システム|画面|ページ|手段)|オンライン決済)"
)
_STOPPED = re2.compile(
    r"カード[^。、◇]{0,8}?(?:お使い|ご利用|利用|使用)[^。、◇]{0,4}?(?:いただけ|でき|頂け|使え)ない(?:よう|状態)"
    r"|カード[^。、◇]{0,8}?(?:払い|支払い?|決済)[^。、◇]{0,8}?(?:を|も)(?:外し|無効|使えなく|できなく|不可)|"
    + _PAY
    + r"[^。]{0,36}?"
    + words.STOP
    + "|"
    + words.STOP
    + r"(?:した|して|しまし|いたしまし)?[^。、]{0,4}?のは、?"
    + _PAY
)
_OTHER = re2.compile(r"(?:銀行|代引|代金引換|コンビニ|振込)[^。、]{0,12}?のみ")
_SAID = re2.compile(r"決済[^。、]{0,10}?(?:され|した|を行っ|をご?利用)[^。、]{0,16}?お?客")


def judge(case: Case) -> Finding | None:
    """Was card payment stopped on that day?"""
    clause = case.clause
    found = _STOPPED.search(clause.words)
    if found is None or refused(clause.words, found.end()) or planned(clause.words, found.end()):
        return None
    if _SAID.search(found.group()):
        return None
    return Finding("card_payment_stopped", "operator", found.start(), found.end())


RULE = Rule("card_payment_stopped", r"カード|クレジット|決済", judge)
