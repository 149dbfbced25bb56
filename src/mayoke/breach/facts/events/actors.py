"""Who did a thing, or told it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import re2

from mayoke.breach.facts.events import words
from mayoke.breach.facts.events.clauses import Clause
from mayoke.breach.facts.parties.find import Parties
from mayoke.breach.reading import Reading
from mayoke.records.incident import Actor
from mayoke.text.fold import fold

TELLERS: Mapping[Actor, str] = {
    "payment_processor": r"決済(?:代行|サービス|システム|処理)?(?:サービス|システム)?(?:会社|事業者|代行会社|業者|ベンダー|プロバイダ)"
    r"|決済代行|決済を(?:委託|お願い|任せ)[^、。]{0,8}?(?:会社|事業者|業者|先)|収納代行(?:会社|業者)?|ペイメント(?:サービス|会社|代行|ゲートウェイ)?|psp",
    "card_brand": r"国際ブランド|カードブランド|ブランド(?:会社|各社)|(?:visa|mastercard)",
    "card_company": r"(?:クレジット)?カード(?:の)?(?:発行)?(?:会社|各社|事業者|運営会社|業者)"
    r"|クレジット会社|信販会社|イシュア|アクワイアラ|加盟店(?:契約|管理)会社|カード関係機関",
    "maintenance_company": r"(?:保守|運用|管理|サーバー|ホスティング|システム管理)(?:保守|運用|管理|委託)*"
    r"(?:会社|業者|ベンダー|事業者)|レンタルサーバー|データセンター",
    "processor": r"(?:再|業務)?委託(?:先|業者|事業者|会社)|受託(?:者|会社|業者|事業者)|ベンダー"
    r"|(?:開発|制作|システム|提供|運営受託|印刷)(?:会社|事業者|業者|元)|請負業者|[a-z]{1,3}社",
    "police": r"警察|警視庁|[県府道]警",
    "customer": r"お客(?:様|さま)|お客|顧客|利用者|ユーザー?|会員|[市町区村県都府国住]民|申込者|申請者|応募者|受験者"
    r"|保護者|患者|(?:お)?取引先|得意先|仕入先|販売店|ご?家族|受信(?:者|され|し)|受け取(?:られ|っ)|届いた"
    r"|購入者|学生|生徒|オーナー|株主|契約者|加入者|組合員|被保険者|参加者|登録者|閲覧(?:者|し|され)|宿泊者"
    r"|来館者|寄[附付]者|読者|求職者|ご?本人|対象者|受講者|企業様|送付先|送信先|ご?遺族|入居者|納税者|世帯"
    r"|通知(?:書)?を受け|(?:た|る|の|い)方|関係者の方|卒業生|飼い主|ご?友人",
    "third_party": r"第三者|セキュリティ(?:会社|企業|研究者|専門|ベンダー|機関|調査)|jpcert|情報処理推進機構|ipa"
    r"|nisc|[一-龥]{2,4}省|(?:金融|消費者|警察|デジタル)庁|報道機関|新聞社?|記者|マスコミ|匿名|知人|[^、。\s]{0,6}(?:学校|大学"
    r"|病院|市役所|自治体|役場)|他社"
    r"|拾得者|拾わ?れ?た|通行人|近隣|研究者|専門家|関係機関|団体|警備会社|鉄道会社|タクシー会社|コールセンター"
    r"|施設|事業所|購入された|落札者|外部の[^、。]{0,8}?(?:者|会社|企業|方)|外部(?:機関|団体|組織|の専門|の企業|の技術者)"
    r"|関係者|社外の方|通報者|ある方|一般の方|店舗の方",
    "staff": r"(?:元)?(?:職員|社員|従業員|教員|教諭|看護師|医師|担当者|スタッフ|店長)",
}
"""Those who may tell of a leak, as they are called in notices; later ones are tried later."""

_TELLER = words.roomy(
    "(?:" + "|".join(f"(?P<{name}>{said})" for name, said in TELLERS.items()) + ")"
    r"(?:[^、。◇]{0,24}?(?:から|より|を通じ|を経由|経由で?)|が[^。◇]{0,40}?(?:当社|弊社|当店|当サイト|当会|本学)(?:に|へ|宛))"
)  # fmt: skip
_FROM = ("から", "より", "を通じ", "経由")
_TO_US = ("当社", "弊社", "当店", "当サイト", "当会", "本学")
_SIGN = 6
"""A teller is followed by one of these signs, which are no longer than so many characters."""
_SUBJECT = re2.compile(
    r"(?P<own>当社|弊社|当店|当会|当院|当行|当庫|当校|当園|当法人|当協会|当組合|当機構|当財団|当グループ|当ショップ"
    r"|当サイト|当センター|当大学|本学|本校|本市|本町|本県|本会|本院|弊会|弊店|わたくしども|私ども|小社|同市|同大学|本機構"
    r"|当[ァ-ヶ一-龥]{1,6}|本[ァ-ヶ一-龥]{1,3})"
    r"[^、。◇]{0,6}?(?:は|が|も|では|にて|において|にも|側で|として|独自)"
)
_US = re.compile("[当弊本私小同]|わたくしども")
"""Signs without which ``_SUBJECT`` finds nothing (and ``_ROLE`` nothing without 託)."""
_ROLE = re2.compile(
    r"(?:同|当該)?(?P<role>(?:再|業務)?委託(?:先|業者|事業者)|受託(?:者|会社|業者|事業者))"
    r"[^、。◇]{0,10}?(?:は|が|も|では|にて|において|側で|により|による|の(?:依頼|調査))"
)
_FORENSICS = re.compile(
    r"(?:調査|フォレンジック|解析|専門|セキュリティ)(?:専門)?(?:会社|機関|業者|企業|ベンダー|チーム|事業者)"
    r"|第三者(?:調査)?(?:機関|会社)|専門家|外部(?:の)?(?:専門|調査|機関|セキュリティ)|pcf|pfi"
)
MONITORING = re2.compile(
    r"監視|センサー|警報|アラート|アラーム|edr|soc|検知(?:システム|ソフト|装置)|セキュリティ(?:ソフト|システム|製品|装置)"
    r"|ウイルス対策|ファイアウォール|ids|waf"
)
STAFF = re2.compile(
    r"(?:社員|職員|看護師|教員|教諭|教職員|従業員|担当者?|スタッフ|店員|医師|店長|社内|管理者|当直)[^、。]{0,8}?(?:が|は|も"
    r"|により|によって|(?:から|より)の?(?:報告|申し?出|申告|連絡))"
)
STAFF_TOLD = re.compile(
    r"(?:社員|職員|看護師|教員|教諭|従業員|担当者?|スタッフ|店員|医師|店長|当直者?|係員|部員|部門|課|室"
    r"|本人)[^、。◇]{0,8}?(?:から|より)[^。◇]{0,60}?(?:報告|申し?出|申告|連絡|通報)"
)
"""Somebody of the house told (that is a find, if nothing else is told)."""
_ALIAS_REACH = 60


@dataclass(frozen=True, slots=True)
class Told:
    """Who told, and where in the words of the clause (``start``, ``end``)."""

    actor: Actor
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cast:
    """The parties of a notice, to be found again in its sentences.

    ``external``: somewhere a firm of investigators is named. ``publisher``: a parent speaks.
    """

    processor: re.Pattern[str] | None
    publisher: bool
    external: bool

    def subject(self, clause: Clause, end: int) -> Actor:
        """Operator or processor: the last named, else as the heading above says."""
        return self.named(clause, end) or ("processor" if self._titled(clause) else "operator")

    def named(self, clause: Clause, end: int) -> Actor | None:
        """Operator or processor: the last of them that is a subject before ``words[:end]``."""
        said = clause.lead + clause.words[:end]
        own = other = -1
        if _US.search(said):
            own = max((m.end() for m in _SUBJECT.finditer(said)), default=-1)
        if "託" in said:
            other = max((m.end() for m in _ROLE.finditer(said)), default=-1)
        if self.processor is not None:
            other = max(other, *(m.end() for m in self.processor.finditer(said)), -1)
        if own < 0 and other < 0:
            return None
        return "processor" if other > own else "operator"

    def _titled(self, clause: Clause) -> bool:
        """Does the heading above say that the processor's doings follow?"""
        title = clause.title
        if not title or re.search(r"当社|弊社|対応方針|お問い?合わせ", title):
            return False
        named = self.processor is not None and self.processor.search(title + "は")
        return bool(named) or "委託先からの" in title or "委託先の対応" in title


def cast(reading: Reading, parties: Parties) -> Cast:
    """The parties of a notice with the short names that it gives them."""
    return Cast(
        processor=_names(reading.text, parties.processor),
        publisher=parties.publisher is not None,
        external=_FORENSICS.search(reading.text[:20_000]) is not None,
    )


def _names(text: str, processor: str | None) -> re.Pattern[str] | None:
    """Full name, name without its legal form, and the alias given where it is introduced."""
    if not processor:
        return None
    full = fold(processor).text
    names = {full, re.sub(r"(?:株式|有限|合同|合資)会社|(?:一般|公益)?(?:社団|財団)法人", "", full)}
    at = text.find(full)
    if at >= 0:
        after = text[at + len(full) : at + len(full) + _ALIAS_REACH]
        alias = re.search(r"\([^()「]{0,12}[「『\"]([^」』\"]{1,20})[」』\"]", after)
        if alias:
            names.add(alias[1])
    choice = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name)
    return re.compile(
        rf"(?:{choice})(?:様|側|社)?(?:、|の(?:依頼|調査|社員|従業員|担当)|は|が|も|では|にて|において|により|による|より|から)"
    )


def told_by(said: str, notice_at: int, cast: Cast) -> Told | None:
    """Who told: the teller next before the notice at ``said[notice_at]``, else the first one."""
    found: Told | None = None
    for match in _tellers(said):
        actor: Actor = match.lastgroup
        if found is not None and match.start() > notice_at:
            break
        found = _inmost(said, Told(actor, match.start(), match.end()))
    if cast.processor is not None and (found is None or found.actor not in _OF_CARDS):
        for named in cast.processor.finditer(said):
            if named.group().endswith(("から", "より")) and named.start() < notice_at:
                found = Told("processor", named.start(), named.end())
    return found


def _tellers(said: str) -> Iterable["re2._Match[str]"]:
    """All that ``_TELLER`` finds; behind the last sign it is not looked for."""
    signs = (*_FROM, *_TO_US) if "が" in said else _FROM
    last = max(map(said.rfind, signs))
    return _TELLER.finditer(said[: last + _SIGN]) if last >= 0 else ()


_GAVE = re.compile(
    r"教えて(?:くだ|下|いた|く)|(?:お?知らせ|連絡|通報|電話|指摘|申告|報告)(?:して|を)?(?:くだ|下さ|頂|いただ)"
    r"|(?:電話|連絡|通報|申し?出|届け?出|指摘|問い?合わ?せ|知らせ)(?:\Z|。|、|られ|があ|をされ|を(?:入れ|寄せ)|て(?:こら|き|く|下)|にな)"
    r"|気(?:付|づ)(?:いて|き)[^。、]{0,12}?(?:連絡|電話|届け|知らせ)"
)
_GIVER = re2.compile(
    "(?:"
    + "|".join(f"(?P<{name}>{said})" for name, said in TELLERS.items())
    + r")[^、。◇]{0,16}?(?:が|は|も)"
)
_NO_GIVER = ("staff", "police")
_GIVER_REACH = 140


def given_by(said: str) -> Told | None:
    """Who told, as the subject of the sentence (お客様が「…」と教えてくださいました)."""
    gave = _GAVE.search(said)
    if gave is None:
        return None
    low = max(said.rfind("。", 0, gave.start()) + 1, gave.start() - _GIVER_REACH)
    match = _GIVER.search(said[low : gave.start()])
    if match is None or match.lastgroup in _NO_GIVER:
        return None
    return Told(match.lastgroup, low + match.start(), gave.end())


def _inmost(said: str, told: Told) -> Told:
    """A社の顧客から: the noun next to から tells, unless it is only staff (カード会社の担当者から)."""
    at = told.start + 2
    while at < told.end:
        inner = _TELLER.search(said[at : told.end])
        if inner is None:
            break
        if inner.lastgroup != "staff" and said[at + inner.start()] not in "たるのい":
            told = Told(inner.lastgroup, at + inner.start(), told.end)
        at += inner.start() + 2
    return told


_OF_CARDS = ("card_company", "card_brand", "payment_processor")


def investigators(words: str) -> bool:
    """Is a firm that investigates named?"""
    return _FORENSICS.search(words) is not None
