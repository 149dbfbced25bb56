"""An investigation began, or was ordered.

Excluded: looking into it so that something was found (調査したところ), plans, its progress.
"""

import re2

from mayoke.breach.facts.events import words
from mayoke.breach.facts.events.actors import investigators
from mayoke.breach.facts.events.rule import Case, Finding, Rule, planned, refused
from mayoke.records.incident import Actor

_BEGIN = r"(?:開始|着手|依頼|委託|委嘱|要請|始め|始ま|発注|お願い|スタート|立ち?上げ|設置|契約|発足|申し?込|入りま|入った|頼み|頼ん)"
_FIRM = (
    r"(?:調査|フォレンジック|専門(?:調査)?|セキュリティ(?:調査)?)(?:会社|機関|業者|企業|チーム|事業者|家)"
    r"|第三者(?:調査)?(?:機関|会社|委員会)|調査委員会"
)
_STARTED = re2.compile(
    r"(?:調査|フォレンジック|原因究明)[^。◇]{0,24}?"
    + _BEGIN
    + "|(?:"
    + _FIRM
    + r")[^。◇、]{0,24}?"
    + _BEGIN
    + r"|調査[^。、◇]{0,4}?(?:は|が|を)◇[^。]{0,8}?"
    + _BEGIN
    + "|"
    + _BEGIN
    + r"[^。、◇]{0,4}?のは◇"
    + r"|(?:専門|調査|外部|セキュリティ|会社|業者|機関|先生|社)[^。◇]{0,24}?(?:調べ|見|みて?|調査し?)て?(?:もら[いっ]|いただ[きい]|頂[きい])"
    + (
        r"|(?:検証|点検|解析|診断|鑑定|分析|聞き取り)[^。、◇]{0,8}?(?:を|に|の)(?:お願い|依頼|頼[みん]|委託|始め|開始|着手|入(?:り"
        r"|っ))|(?:解析|調査|保全)に(?:入り|入っ|取り?かか|当た|あた)"
    )
    + r"|調べ(?:を|始め)(?:始め|開始|はじめ|ま|た|て|、)|調べて?(?:もら[いっ]|いただ[きい]|頂[きい])"
)
_GOING_ON = re2.compile(
    r"(?:調査|フォレンジック|(?:"
    + _FIRM
    + r")[^。、◇]{0,10}?(?:確認|解析))[^。、◇]{0,8}?(?:を)?(?:行っ|行い|行な|実施|進め|お願い|継続)"
    + r"|(?:会社|機関|業者|専門家|チーム)[^。、◇]{0,8}?(?:が|で|に)[^。、◇]{0,8}?調べて(?:い|お|もら|いた)"
)
_HELD = re2.compile(
    r"(?:調査|フォレンジック)(?:調査)?を?実施(?:いたしました|しました|しております|した。|。|$|、)"
)
_LOOKING = re2.compile(r"調査|フォレンジック|解析")
_CARRIED = re2.compile(r"^◇(?:に|より|から)?(?:開始|着手|依頼|委託)")
_CHAIN = re2.compile(r"^[^。、]{0,6}?(?:した(?:ところ|結果)|の結果|したが)")
_NOT = re2.compile(
    r"引き続き|中間|完了|終了|結果(?:を|の)(?:受|報告|公表)|アンケート|に解析を依頼|身辺|委員会(?:に|へ)(?:報告|届)|対策本部"
    r"|コールセンター|窓口|モニタリング"
)


def judge(case: Case) -> Finding | None:
    """Did an investigation begin on that day?"""
    clause = case.clause
    asked = (case.heard.start, case.heard.end) if case.heard is not None else (0, 0)
    found = next(
        (m for m in _STARTED.finditer(clause.words) if not asked[0] <= m.start() < asked[1]), None
    )
    if found is None and clause.anchor.since:
        found = _GOING_ON.search(clause.words)
    if found is None and _LOOKING.search(clause.lead[-30:]):
        found = _CARRIED.search(clause.words)
    found = found or _HELD.search(clause.words)
    if found is None or refused(clause.words, found.end()) or planned(clause.words, found.end()):
        return None
    if _NOT.search(found.group()) or _CHAIN.search(clause.words[found.end() :]):
        return None
    return Finding("investigation_started", _who(case, found.end()), found.start(), found.end())


def _who(case: Case, end: int) -> Actor:
    """Whoever began; the firm itself where it is the subject or nobody else is named."""
    said = case.clause.words[:end]
    if _SUBJECT.search(said) and not _PROCESSOR.search(said):
        return "forensics"
    named = case.scene.cast.named(case.clause, end)
    if named is None and _by_them(said):
        return "forensics"
    return named or case.scene.cast.subject(case.clause, end)


_SUBJECT = re2.compile("(?:" + _FIRM + r")(?:が|は|も)")
_PROCESSOR = re2.compile(r"委託(?:先|業者)の(?:調査|依頼)")
_ORDER = re2.compile(
    r"依頼し|依頼。|依頼$|委託|お願い|要請|発注|契約|に調査|へ調査|に(?:よる)?.{0,6}依頼"
)
_BY = re2.compile(
    r"(?:による|により|が|の)[^。]{0,14}?(?:調査|フォレンジック|解析)|(?:会社|機関|業者|家)(?:が|は|の)"
)


def _by_them(said: str) -> bool:
    """Do the investigators begin themselves (調査会社による調査を開始), rather than being asked?"""
    return (
        investigators(said)
        and _BY.search(said) is not None
        and not said.endswith(("依頼", "委託", "お願い", "要請", "発注", "契約"))
    )


RULE = Rule("investigation_started", words.INQUIRY + "|専門|第三者", judge)
