"""An earlier report of the operator (first report, press release, entry on its site).

Excluded: this announcement, later reports between, publications of others, letters to people.
"""

import re2

from mayoke.breach.facts.events.clauses import Clause
from mayoke.breach.facts.events.rule import Case, Finding, Rule, planned, refused
from mayoke.records.incident import Actor

_TOLD = r"(?:公表|公開|発表|お?知らせ|ご?報告|ご?案内|掲載|告知|リリース|開示|周知|お伝え)"
_FOUND = re2.compile(
    r"◇(?:[月火水木金土日]|[()曜日])*(?:付け?|に)?(?:の|で|にて|、|に)?[^。、]{0,24}?(?:第一報|第1報|初報|速報|プレスリリース"
    r"|ニュースリリース|報道発表|記者(?:会見|発表)|報道機関(?:に|へ|向け))"
    r"|◇付け?[^。]{0,40}?(?:公表|公開|発表|お?知らせ|ご報告|ご案内|掲載|告知|リリース|開示|お伝え)"
    r"|◇に(?:(?:本件|本事案|本事象)(?:を|につい?て))?(?:お知らせ|ご?報告|ご?案内|お伝え)(?:し|いた|申し)"
    r"|(?:ホームページ|サイト|web|ウェブ|hp|お知らせ欄)[^。、]{0,30}?(?:掲載|公表|お知らせ|公開|告知|発表)"
    r"|(?:第一報|第1報|初報)(?:を|の|として|、|$)[^。、]{0,20}?(?:公表|掲載|発表|お知らせ|配信|公開|開示|報告|$)"
    r"|(?:公表|発表)(?:し|いた|済|。|$|、|を(?:行|実施))|記者会見|報道発表|報道機関(?:へ|に)|プレスリリース|適時開示|(?:既報"
    r"|お知らせ)の(?:とおり|通り)"
)
_OTHER = re2.compile(
    r"(?:掲載|公開)されて|(?:様|者|方々?|名|会員|本人)(?:全員)?(?:へ|に|宛|あて)|委託先|警察|県警|他社|別の|同様の|攻撃者|犯行"
    r"|脆弱性(?:情報)?(?:が|を)(?:公表|公開)|ベンダー|委員会(?:が|から|より|宛|あて)|(?:委員会|警察|省|庁|局)(?:に"
    r"|へ)[^。]{0,8}(?:第一報|速報|報告)|協議|公表(?:前|時期|まで|が遅|に至)|対象(?:の|者)|公開して(?:い|お)|公開を?(?:停止"
    r"|中止|終了|取)|非公開"
)
_EXPOSED = re2.compile(
    r"(?:名簿|ファイル|資料|一覧|データ|個人情報|氏名|写真|結果|pdf|エクセル|議事録|広報)[^。、◇]{0,8}?(?:を"
    r"|が)[^。、◇]{0,20}?(?:掲載|公開)|(?:掲載|公開)してしま|誤って"
)
"""The publication that was the mistake."""
_TO_OTHERS = re2.compile(
    r"(?:委員会|警察署?|[県府道]警|省|庁|局|県|監督官庁)(?:に|へ)は?、?[^。]{0,60}$"
)
_AGAIN = re2.compile(r"既報[^。、◇]{0,4}◇")
_PUBLIC = re2.compile(r"公表|発表|ホームページ|サイト|会見|プレス|お知らせ|掲載")
_THEIRS = re2.compile(
    r"(?:[県府道]警|警視庁|警察)[^。、]{0,6}?(?:が|は)|攻撃者|リークサイト|ダークウェブ|犯行声明"
)


def judge(case: Case) -> Finding | None:
    """Did the operator report earlier, on that day?"""
    clause, scene = case.clause, case.scene
    if scene.told is None or not _earlier(clause.anchor.iso, scene.told):
        return None
    found = _AGAIN.search(clause.words) or _FOUND.search(clause.words)
    if found is None or _of_others(clause, found.start(), found.end()):
        return None
    if case.heard is not None and found.start() < case.heard.end:
        return None
    if refused(clause.words, found.end()) or planned(clause.words, found.end()):
        return None
    if scene.cast.subject(clause, found.end()) == "processor":
        return None
    actor: Actor = "parent" if scene.cast.publisher else "operator"
    return Finding("disclosed_first", actor, found.start(), found.end())


def _of_others(clause: Clause, start: int, end: int) -> bool:
    """Is it somebody else's publication, a report to an authority, or none at all (公開を停止)?"""
    said = clause.words
    before = clause.lead + said[: clause.mark]
    to_others = _TO_OTHERS.search(before) and not _PUBLIC.search(said)
    if to_others or _EXPOSED.search(said) is not None:
        return True
    return _THEIRS.search(said) is not None or _OTHER.search(said[start : end + 6]) is not None


def _earlier(iso: str, told: str) -> bool:
    """Before this announcement, as far as both are known to the same degree?"""
    return len(iso) == len(told) and iso[:4].isdigit() == told[:4].isdigit() and iso < told


RULE = Rule(
    "disclosed_first", _TOLD + "|既報|とおり|通り|第一報|第1報|初報|会見|プレスリリース|報道", judge
)
