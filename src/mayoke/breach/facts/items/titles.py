"""What a heading, a label or a lead line says of the list below it."""

import re
from functools import lru_cache

from mayoke.breach.facts.negation import Cue, Sense, find_cues

_ABOUT = re.compile(
    "(?:情報|項目|内容|データ|もの|種類|名簿|中身|何|記載事項|書類|資料|文書|ファイル|メール)(?:の(?:項目|内容|種類|範囲|詳細|件数|区分))?"
)
_ITEMS = re.compile(
    "(?:(?:本件|今回|対象|当該|主な|各)(?:の|となる)?)?(?:漏え?い|漏洩|流出|閲覧|対象|該当|影響を受けた|保存|登録)?(?:した"
    "|していた|の|となる|となった|対象|可能性のある|の可能性のある|のおそれのある|された)?"
    "(?:(?:個人|お客様|お客さま|顧客|会員)(?:情報|データ)|情報|データ|項目|内容|中身)?(?:等|など)?(?:の)?"
    "(?:データ)?(?:項目|内容|種類|範囲|中身|情報|内訳)(?:等|など)?"
)
_HELD = re.compile(
    "[^。、]{0,16}(?:名簿|控え|書類|ファイル|一覧表?|リスト|データ|帳票|資料|鞄|かばん|バッグ|メモリー?|usb|端末|パソコン|封筒|メール|文書|申込書"
    "|調査票|台帳|カルテ|記録|情報|用紙|はがき|シート|メール本文|フォルダー?)"
    "(?:の|に(?:記載|保存|記録|含ま|入って|載って|記され|あった)[^。、]{0,10})(?:内容|中身|項目|もの|記載事項|記載内容|情報|データ)(?:について)?"
)
_LAST_OF_ITEMS = ("目", "容", "類", "囲", "身", "報", "訳", "等", "など")
_LAST_OF_HELD = ("容", "身", "目", "もの", "事項", "報", "データ", "について")
"""With these characters alone such titles end."""
_NOT_ABOUT = re.compile(
    "お詫び|おわび|お知らせ|ご報告|に関する(?:報告|ご説明|経緯)|経緯|経過|原因|理由|防止|対応|窓口|お問|期間|方法"
    "|状況について|についてのお|事案|事件|事故の概要|不正アクセスについて|配信|公表|お願い|手口|(?<![と・び、])(?:件数|人数)$"
    "|時期"
)
_PEOPLE = re.compile(
    "(?:お客様?|お客さま|方|者|会員|患者|生徒|学生|児童|職員|社員|皆様|人|件数|対象)(?:様|さん|等|の数|の範囲|と件数|と人数|及び件数|数)?(?:\\(.{0,20}\\))?$"
)
_TELLS = re.compile(
    "(?:以下|下記|次|左記|下表|下の表|次表)の?(?:とおり|通り|情報|項目|内容|データ|もの|ように|[0-9]{1,2}項目|表)?|:$|は、?$|のとおり|の通り|まとめると"
)

_ABOUT_TOLD = re.compile(
    "(?:情報|項目|内容|データ|もの)(?:等|など)?は、?(?:以下|下記|次|左記|下表|下の表|次表)"
)


def title_sense(title: str) -> Sense | None:
    """Does a list under this title hold what leaked, or what did not? None: neither is said."""
    title = title.lstrip("0123456789.)( ") if len(title) <= 100 else ""
    return _title_sense(title) if 0 < len(title) <= 90 else None


@lru_cache(maxsize=2048)
def _title_sense(title: str) -> Sense | None:
    cues = [cue for cue in find_cues(title) if cue.kind != "kept" or cue.sense == "not_leaked"]
    if any(cue.sense == "not_leaked" for cue in cues):
        return "not_leaked"
    if title.endswith(_LAST_OF_ITEMS) and _ITEMS.fullmatch(title):
        return "leaked"
    if title.endswith(_LAST_OF_HELD) and _HELD.fullmatch(title):
        return "leaked"
    if _NOT_ABOUT.search(title):
        return None
    for cue in cues:
        if cue.sense == "leaked" and (
            _ABOUT.search(title, cue.until) or title.startswith(("何", "どの", "どん", "なに"))
        ):
            return "leaked"
    return None


def names_people(title: str) -> bool:
    """Does a title name those whose data leaked: 閲覧された可能性のあるお客様?"""
    return 4 <= len(title) <= 60 and _names_people(title)


@lru_cache(maxsize=512)
def _names_people(title: str) -> bool:
    if _NOT_ABOUT.search(title) or not _PEOPLE.search(title):
        return False
    return title.startswith("対象") or any(
        cue.sense == "leaked" and cue.kind == "leak" for cue in find_cues(title)
    )


def lead_sense(sentence: str, cues: list[Cue], offset: int) -> Sense | None:
    """What a sentence that announces a list (…は以下のとおりです) says of it.

    ``offset``: where ``sentence`` begins in the text whose ``cues`` are given.
    """
    said = [cue for cue in cues if cue.kind != "kept" or cue.sense == "not_leaked"]
    if not said:
        return None
    if not _TELLS.search(sentence, max(0, len(sentence) - 40)) and len(sentence) > 60:
        return None
    if not _TELLS.search(sentence):
        return None
    for cue in reversed(said):
        if cue.sense == "not_leaked":
            return "not_leaked"
        if cue.sense == "leaked" and (
            _ABOUT.search(sentence, max(0, cue.until - offset)) or _ABOUT_TOLD.search(sentence)
        ):
            return "leaked"
    return None


_CONTACT = re.compile("@|[0-9]{2,4}-[0-9]{2,4}-[0-9]{3,4}|〒[0-9]|https?:|(?:受付|営業|開設)時間")


def is_contact(line: str) -> bool:
    """Does a line hold the desk's number, address or hours?"""
    return _CONTACT.search(line) is not None
