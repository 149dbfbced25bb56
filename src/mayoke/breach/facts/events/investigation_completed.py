"""The investigation ended, or its final report came.

Excluded: interim reports, 調査の結果 without an end, giving the report to somebody else.
"""

import re2

from mayoke.breach.facts.events.actors import investigators
from mayoke.breach.facts.events.rule import Case, Finding, Rule, planned, refused

_GET = (
    r"(?:受領|受理|受け|うけ|入手|提出を受|提出され|提出があ|提示|届[きい]|まとま"
    r"|得[ら、まて]|いただ|頂|取得|確定|判明|出[まて、]|納品|報告を受|報告があ|報告あ|報告書が|あり|ござ|説明)"
)
_DONE = (
    r"(?:調査|解析)[^。、◇]{0,6}?(?:が|は|を|も)、?◇(?:に|をもって|付けで|にて)?、?(?:完了|終了|終わ|終え)"
    r"|(?:報告され|提出され|受領し|受け取っ)た(?:最終)?(?:調査)?(?:結果|報告書)"
    r"|(?:調査|解析|フォレンジック|分析|検証)(?:作業|分析|調査)*(?:が|を|は|も|の|、|すべて|全て|全体)*(?:一通り|概ね"
    r"|ひととおり)?(?:完了|終了|終わ|終え|終結|済み)"
    r"|(?:調査|解析|フォレンジック|分析|検証|鑑定)(?:会社|機関)?[^。、◇]{0,12}?(?:結果|報告書?|最終報告書?|レポート)[^。、◇]{0,8}?"
    + _GET
    + r"|(?:最終|調査)?報告書[^。、◇]{0,6}?"
    + _GET
    + r"|最終報告(?:書)?[^。、◇]{0,6}?"
    + _GET
    + r"|調査結果(?:の)?(?:報告|受領)|(?:調査|解析)[^。◇]{0,20}?(?:完了|終了)"
)
_DONE += (
    r"|(?:調査|専門|セキュリティ|解析|第三者)[^。、◇]{0,10}?(?:会社|機関|業者|企業|家|チーム|委員会"
    r"|ベンダー)[^。◇]{0,6}?(?:から|より)[^。◇]{0,120}?(?:報告(?:を受け|をいただ|を頂|があ|。|$)|結果(?:を|の)?(?:聞|受け"
    r"|いただ|知らさ|伝え))"
    r"|同社(?:から|より)[^。◇]{0,40}?(?:報告(?:を受け|をいただ|があ|。|$)|最終報告)|(?:調べ|調査)[^。◇、]{0,6}?(?:が"
    r"|を)?(?:終え|終わ[りっ]|おわ[りっ]|済み|済ま)"
    r"|(?:検証|点検|解析|鑑定|精査|特定)作業?[^。、◇]{0,6}?(?:が|を)?(?:終え|終わ[りっ]|完了|終了)|結果を(?:聞き|聞い|お聞き"
    r"|知らさ|教え)|(?:調査|報告書?)[^。、◇]{0,8}?(?:を|の)(?:取り?まとめ|とりまとめ|まとめ(?:る|ま|た|、|。|$))|(?:検証|鑑定"
    r"|妥当|結論)[^。◇]{0,40}?との報告を受け|(?:調査|解析)の?結果が(?:出|判明|届|まとま|分か|わか)|(?:調査|解析)の?結果(?:が"
    r"|は)、?◇に?判明|(?:委員会|機関)から?[^。、◇]{0,6}?答申|最終結果(?:を|の|が|。|$)|最終(?:の)?報告[^。、◇]{0,6}?(?:まとま"
    r"|届|受)"
)
_FOUND = re2.compile(_DONE)
_CARRIED = re2.compile(r"◇[にで、]{0,2}(?:完了|終了|終わ)")
_BEFORE = re2.compile(
    r"(?:調査|解析|フォレンジック)[^。、◇]{0,12}?(?:完了|終了|終え)[^。、◇]{0,6}?◇"
)
_NOT = re2.compile(
    r"初版|暫定版|速報版|一次報告|途中|を提出(?:し|さ?せ|いた|済|。)|中間|一次(?:調査|報告)|途中|暫定|経過|速報|進捗"
    r"|委員会(?:に|へ)|警察|公表|発表|お知らせ|ご報告|を報告|依頼|開始|未"
)
_FIRM_BEGAN = re2.compile(r"調査(?:会社|機関)が調査に着手")
_CHAIN = re2.compile(r"^[^。、]{0,4}?(?:次第|後(?:に|、|も)|まで|してから|していない|を待)")


def judge(case: Case) -> Finding | None:
    """Did an investigation end on that day?"""
    clause = case.clause
    said = clause.words
    found = (_BEFORE.search(said) if clause.postposed else None) or _FOUND.search(said)
    if found is None and ("調査" in clause.lead[-40:] or "解析" in clause.lead[-40:]):
        found = _CARRIED.search(said)
    if found is None or refused(said, found.end()) or planned(said, found.end()):
        return None
    around = said[max(0, found.start() - 10) : found.end()]
    if _NOT.search(around) or _CHAIN.search(said[found.end() :]):
        return None
    cast = case.scene.cast
    actor = cast.subject(clause, found.end())
    if actor == "operator" and (cast.external or investigators(said)):
        actor = "forensics"
    if _FIRM_BEGAN.search(clause.lead):
        actor = "forensics"
    return Finding("investigation_completed", actor, found.start(), found.end())


RULE = Rule("investigation_completed", r"完了|終了|終わ|終え|終結|済み|報告|結果|レポート", judge)
