"""Whose name is it: the operator's, a subsidiary's, a processor's, or somebody else's?"""

import re

from mayoke.text.name_spans import NameSpan

SELF = (
    "当社|弊社|当行|当金庫|当組合|当院|当病院|当センター|本学|本校|当校|本院|本法人|当法人|当協会"
    "|本協会|当会|本会|当連盟|当機構|本機構|当財団|本財団|当店|当館|当園|当施設|当事業団|当公社"
    "|当連合会|当広域連合|当支部|当研究所|当大学|当学園|本学園|当市|本市|当町|本町|当村|本村|当区"
    "|本区|当県|本県|本府|当府|本都|当宿|当ホテル|当商店|当方|当グループ|当社グループ|当ショップ"
    "|当局|当省|当庁|弊会|弊行|弊院|弊学|小社"
)
"""Words by which an operator speaks of itself."""
_ALIAS = re.compile(
    r"\((?:[^()\n]{0,60}[、,。;])?(?:以下|以後|以降)[、,]?(?:単に"
    r"|総称して)?[「『\"']?([^」』\"')]{1,24})"
)
_SELF_BEFORE = re.compile(f"(?:{SELF})(?:、|\\(|「|である)$")
_GIVEN = re.compile(
    r"(?:\([^)\n]{1,40}\))?(?:に|へ)(?:業務|運用|保守|運営|管理|発送|印刷|入力|システム|配送|処理"
    r"|一部|その)?(?:の|を|等を|業務を)?(?:再?委託|外注|発注)"
)
_SELF_ALIAS = re.compile(f"(?:{SELF})$")
_OTHER_ALIAS = re.compile(
    r"委託先|受託|再委託|委託業者|業者|調査会社|専門会社|決済|開発会社|保守|運営会社|提供会社"
    r"|提供元|配送|印刷会社|制作会社|カード会社"
)
_FORM_OF_DO = (
    "(?:を?(?:行|おこな|受け|請け|担)?(?:し|って|って|け|い)?(?:て|た)?(?:いる|いた|おりま(?:す"
    "|した)|おります|おりました|いただいている"
    "|頂いている|いただいた|する|いたしました|いたしております)?)?"
)
_LINK = "(?:会社|業者|事業者|企業|法人|団体|元|先|ベンダー)?(?:である|でありま?す|の|、|で|「|『|\\(|:)?$"
_CONTRACTED = re.compile(
    "(?:委託|再委託|外注|発注|請け?負|委任|委嘱|業務提携|契約|加盟|導入|採用)"
    + _FORM_OF_DO
    + "(?:している|した|っている|った|う)?"
    + _LINK
    + "|(?:委託|受託|再委託|外注|発注)先?(?:企業|業者|会社|事業者|先)?(?:である|の|、|:|「|\\(|:)?$"
    + "|(?:ベンダー|受託者)(?:である|の|、|「|\\(|:)?$"
)
_PROVIDING = re.compile(
    "(?:提供|運営|管理|保守|開発|運用|構築|制作|印刷|発送|配送|利用|使用|活用|依頼)"
    + _FORM_OF_DO
    + "(?:している|した|しています)?"
    + _LINK
)
_HELPER = re.compile(
    r"(?:調査|解析|鑑定|診断|フォレンジック|セキュリティ|コンサルティング|弁護士|カード|決済|警察"
    r"|監督|保険)[^。、\n]{0,12}$|(?:提供|販売|製造)元[^。、\n]{0,6}$"
)
_EXAMINER = re.compile(
    r"(?:調査|解析|鑑定|診断|フォレンジック|コンサルティング|弁護士|警察|監督)[^。、\n]{0,12}$"
)
_HELPER_AFTER = re.compile(
    r"[^。、\n]{0,8}(?:に|へ)[^。\n]{0,16}(?:調査|解析|鑑定|診断|点検|相談|届|通報|報告)"
    r"|[^。、\n]{0,4}による(?:調査|解析|診断)|\)?(?:に|へ)(?:調査|解析)"
)
_CHILD = re.compile(
    r"(?:子会社|グループ会社|グループ|関連会社|関係会社|グループ企業|持分法適用会社|孫会社)"
    r"(?:である|にあたる|の|、|「|\(|で)?$"
)
_INCIDENT = re.compile(
    r"不正アクセス|サイバー攻撃|ランサム|ウイルス|マルウェア|攻撃|侵入|改ざん|漏え|漏洩|流出|流失"
    r"|紛失|盗難|持ち出|転売|誤送|誤って|誤り|窃取|被害|設定|不備"
)
_NOBODY = re.compile(
    r"個人情報保護委員会|警察|警視庁|県警|府警|検察|裁判所|経済産業省|総務省|金融庁|消費者庁"
    r"|厚生労働省|文部科学省|国土交通省|jpcert|情報処理推進機構|日本クレジット協会"
    r"|国民生活センター|消費生活センター|jcb|ジェーシービー|三井住友カード|三菱ufjニコス"
    r"|クレディセゾン|楽天カード|イオンフィナンシャル|アメリカン・?エキスプレス|ダイナース"
    r"|ビザ・ワールドワイド|visa|mastercard|ペイメントゲートウェイ|sbペイメント|ソニーペイメント"
    r"|gmoペイメント|pcf frontier|p\.?c\.?f\.?frontier|payment card forensics"
    r"|ペイメントカードフォレンジックス|サイバーディフェンス研究所|ラック$|プライバシーマーク"
    r"|jipdec|日本情報経済社会推進協会|エックスサーバー|さくらインターネット|google|グーグル"
    r"|マイクロソフト|amazon|アマゾン|meta|facebook|twitter|○|〇〇|●●|△|×|xx|\*\*"
)
_SHORT = 60


def alias(text: str, span: NameSpan) -> str | None:
    """The name by which the text goes on: of X(以下「当社」) it is 当社."""
    found = _ALIAS.match(text, span.end)
    return found[1].strip() if found else None


def is_self(text: str, span: NameSpan) -> bool:
    """Is the name defined as 当社, 本学 …?"""
    name = alias(text, span)
    if name and _SELF_ALIAS.search(name):
        return True
    return bool(_SELF_BEFORE.search(before(text, span.start)))


def is_nobody(name: str) -> bool:
    """Is it a body that no notice has as its operator (regulator, card brand, placeholder)?"""
    return bool(_NOBODY.search(name))


def is_child(text: str, span: NameSpan) -> bool:
    """Is the name introduced as a subsidiary?"""
    return bool(_CHILD.search(before(text, span.start)))


def is_contracted(text: str, span: NameSpan) -> bool:
    """Is the name introduced as one who works for the operator?"""
    name = alias(text, span)
    if name and _OTHER_ALIAS.search(name):
        return True
    if _GIVEN.match(text, span.end):
        return True
    return bool(_CONTRACTED.search(before(text, span.start)))


def is_providing(text: str, span: NameSpan) -> bool:
    """Is the name introduced by what it provides, or as one whose service is used?

    News introduce the one that answers so too.
    """
    return bool(_PROVIDING.search(before(text, span.start)))


def is_helper(text: str, span: NameSpan) -> bool:
    """Is the name that of an investigator, a card company, an adviser?"""
    left = before(text, span.start)
    return bool(_HELPER.search(left) or _HELPER_AFTER.match(text, span.end, span.end + _SHORT))


def is_investigator(text: str, span: NameSpan) -> bool:
    """Is the name that of one who examines, advises or receives reports?"""
    left = before(text, span.start)
    return bool(_EXAMINER.search(left) or _HELPER_AFTER.match(text, span.end, span.end + _SHORT))


def is_hit(text: str, span: NameSpan, stop: int) -> bool:
    """Does the sentence go on to say that the incident happened at this one?"""
    return bool(_INCIDENT.search(text, span.end, min(stop, span.end + 160)))


def before(text: str, at: int) -> str:
    """The words of the line before an offset, at most thirty characters."""
    left = text[max(at - 30, 0) : at]
    return left[left.rfind("\n") + 1 :]
