"""Telling the people concerned began (a planned beginning counts).

Excluded: the sending that was the mistake itself, the end of a series (…までに), asking customers to
do something, reissued letters.
"""

import re
from itertools import chain

import re2

from mayoke.breach.facts.events import words
from mayoke.breach.facts.events.rule import Case, Finding, Rule, refused, rest

_WHO = (
    r"(?:お客(?:様|さま)|顧客|対象|該当|ご?本人|利用者|ユーザー|会員|皆(?:様|さま)|市民|町民|住民|患者|保護者|学生|生徒|申込者"
    r"|登録者|応募者|受験者|契約者"
    r"|参加者|代表者|関係者|ご家族|遺族|受信者|取引先|担当者|従業員|退職者|個別|方(?:々)?(?:へ|に|全員|には)|全員|[0-9]名"
    r"|[0-9]人|[0-9]組|[0-9]世帯|個々|の方々?|ご?連絡先(?:に|へ|あて|宛)|一人ひとり)"
)
_TELL = (
    r"(?:ご?連絡|ご?通知|お知らせ|ご?説明|お詫び|おわび|謝罪|送付|発送|送信|配信|郵送|お送り|送り|差し?上げ|ご?案内|訪問"
    r"|ご?報告|周知|お伝え|発信|お願い)"
)
_MEANS = r"(?:電子メール|e-?mail|メール|書面|書状|文書|封書|郵送|電話|ダイレクトメール|手紙|お手紙|dm|通知(?:書|文|メール)|お詫び状|案内状|sms)"
_FOUND = words.roomy(
    _WHO
    + r"[^。◇]{0,40}?"
    + _TELL
    + "|"
    + _MEANS
    + r"(?:または|及び|および|や|と|・|、|又は)?[^。◇、]{0,16}?"
    + _TELL
    + "|(?:個別(?:に|の)|順次)[^。◇]{0,16}?"
    + _TELL
    + "|"
    + _WHO
    + r"[^。、◇]{0,8}?(?:は|には|へは|に対し)?◇に?[^。、◇]{0,8}?"
    + _TELL
    + "|"
    + _TELL
    + r"[^。、◇]{0,8}?"
    + _WHO
    + r"(?:へ|に)[^。、◇]{0,8}?(?:送|発送|配信|開始)"
)
_SOMEBODY = re2.compile(_WHO + "|" + _MEANS + "|個別|順次")
"""Without these nothing is found by ``_FOUND``."""
_BY_HAND = re2.compile(
    r"(?:手紙|書状|書面|文書|封書|はがき|ハガキ|葉書|通知(?:書|文)?|詫び状|お知らせ文)[^。、◇]{0,14}?(?:お?出し|お?送り|送付"
    r"|発送|投函|郵送|差し?上げ|お?届け|配布|手渡|お渡し)"
    r"|(?:お宅|自宅|家庭|世帯|全戸|戸別|各戸|ご?家族|お一人|一人(?:ひとり|一人)|1軒|一軒)[^。◇]{0,24}?(?:訪ね|訪問|伺[いっう]"
    r"|回[りっ]|まわ[りっ]|直接)"
    r"|(?:お?詫び|おわび)(?:状|文|文書)?の(?:発送|送付|連絡|送信)|(?:訪ね|訪問し|伺い|お目にかか)[^。◇]{0,20}?(?:事情|経緯|説明|詫び|わび)"
)
_HANDED = re.compile(
    "手紙|書|はがき|ハガキ|通知|わび|詫び|知らせ文|お宅|自宅|家庭|世帯|全戸|戸別|各戸|家族|一人|軒"
    "|訪ね|訪問し|伺い|お目に"
)
"""Without these nothing is found by ``_BY_HAND``."""
_MISTAKE = re2.compile(
    r"誤|まま案内|まま送|ごみ|ゴミ|(?:[^個]|^)別の|別人|bcc|ccに|宛先|封入|混入|取り違|添付し|添付す|した際|する際|送信後|案内メール|ではなく|本来|見え"
    r"|閲覧でき|不審|なりすま|偽|迷惑メール|フィッシング|装っ"
)
_APOLOGY = re2.compile(r"お?詫び|おわび|謝罪|説明|連絡|お知らせ|削除(?:を|の)?(?:お願い|依頼)|訪問")
_OVER_DAYS = re2.compile(r"^[^。]{0,40}?◇(?:\t|にかけて|に|、)")
_DATA = re2.compile(
    r"購入|利用(?:され|した)|登録(?:され|した)|申し?込|予約(?:され|した)|受診|お買い|注文|応募|宿泊|在籍"
)
"""In a range: whose data it is, not when they were told."""
_PASSIVE = re.compile(r"^(?:が|は)?され|^(?:が|を)(?:取|と)れ")
_REPORTED = re.compile(r"◇付?け?の?(?:の)?第[一1]報")
_NOT = re2.compile(
    r"(?:お客(?:様|さま)|利用者|会員|方|市民|取引先|申込者|[^。、]{1,4}校)[^。、◇]{0,10}?(?:から|より)(?:の)?"
    r"|予定(?:が|は)(?:未定|ござ|あり)|まで(?:に|の)|再送|再度|あらためて|改めて|警察|委員会(?:に|へ)|カード会社(?:に|へ)"
    r"|お?問い?合わせ(?:窓口|先|を)|コールセンター|専用(?:窓口|ダイヤル)|相談窓口"
    r"|外部|情報の一部|連絡[がを](?:取|と)れ|(?:お客(?:様|さま)|方|利用者|会員|患者(?:さん|様|さま)?|保護者|市民|受信者"
    r"|学生)が|ホームページ|当(?:社)?サイト(?:に|上)|公表(?:前|が|を)"
)


_OFFICE = re2.compile(
    r"[^部]署(?:を|に|へ)|省(?:に|へ)|[融者費]庁(?:に|へ)|所管|(?:[県府道]警|警察[^。、]{0,6}|交番|[県府都市]の?[^警。、]{0,8}[課局室])(?:に|へ)"
)
"""Told to an office."""


def judge(case: Case) -> Finding | None:
    """Were people told from that day on?"""
    clause, scene = case.clause, case.scene
    if clause.anchor.is_range and (
        _DATA.search(clause.words) or not _OVER_DAYS.search(clause.words)
    ):
        return None
    if _REPORTED.search(clause.words):
        return None
    mistaken = _MISTAKE.search(clause.words) is not None
    told = _FOUND.finditer(clause.words) if _SOMEBODY.search(clause.words) else ()
    by_hand = _BY_HAND.finditer(clause.words) if _HANDED.search(clause.words) else ()
    for found in chain(told, by_hand):
        said = found.group()
        if refused(clause.words, found.end()) or _NOT.search(said):
            continue
        if _to_office((clause.lead + clause.words[: found.end()])[-80:]):
            continue
        if mistaken and not _APOLOGY.search(clause.words[found.start() : found.end() + 6]):
            continue
        if case.heard is not None and found.start() < case.heard.end:
            continue
        if _PASSIVE.search(clause.words[found.end() :]):
            continue
        if _asked(clause.words, found.end()):
            continue
        return Finding(
            "individuals_notified",
            scene.cast.subject(clause, found.end()),
            found.start(),
            found.end(),
        )
    return None


def _to_office(said: str) -> bool:
    """Is an office the last that is named in the sentence as told?"""
    said = said.rpartition("。")[2]
    office = _OFFICE.search(said)
    return office is not None and _PEOPLE.search(said[office.end() :]) is None


_PEOPLE = re2.compile(_WHO)
_TAKEN = re.compile(
    r"^[^。、]{0,6}?(?:を?(?:受け|いただ|頂|寄せ)|が(?:あり|あった|入|寄せ)|により(?:判明|発覚)|で(?:判明|発覚))"
)


def _asked(said: str, end: int) -> bool:
    """Was it the people who told?"""
    return _TAKEN.search(rest(said, end)) is not None


RULE = Rule(
    "individuals_notified",
    _TELL + r"|手紙|書面|封書|文書|はがき|ハガキ|葉書|訪ね|伺|回り|まわり",
    judge,
)
