"""Names of Japanese organisations: their legal forms, and one form to compare them by."""

import re
import unicodedata
from collections.abc import Iterator

_COMPANY = (
    "(?:株式|有限|合同|合資|合名|相互)会社|有限責任監査法人|監査法人|投資法人|企業組合"
    "|\\((?:株|有|合)\\)|(?:消費生活|生活|農業|漁業|事業|森林)?協同組合(?!連合会|中央会)"
)
"""Forms that stand before or after the name (会社法 6条; 消費生活協同組合法 3条)."""
_BODY = (
    "(?:一般|公益|特例)?(?:社団|財団)法人|地方独立行政法人|独立行政法人|国立研究開発法人"
    "|(?:国立|公立)大学法人|大学共同利用機関法人|準?学校法人|(?:特定|社会)?医療法人(?:社団|財団)?"
    "|社会福祉法人|宗教法人|(?:認定|特例認定)?特定非営利活動法人|(?:認定)?npo法人"
    "|(?:弁護士|税理士|司法書士|行政書士|社会保険労務士|弁理士|土地家屋調査士)法人"
    "|農事組合法人|職業訓練法人|更生保護法人|医療生協|国家公務員共済組合"
)
"""Forms that stand before the name only."""
LEGAL_FORM = re.compile(f"(?P<body>{_BODY})|(?P<company>{_COMPANY})")
_OPENS = re.compile(
    "一般|公益|特例|社団|財団|地方|独立|国立|公立|大学共|準学|学校|特定|社会|医療|宗教|認定|npo"
    "|弁護|税理|司法|行政|弁理|土地|農事|職業|更生|国家|株式|有限|合同|合資|合名|相互|監査|投資"
    "|企業|\\([株有合]|消費|生活|農業|漁業|事業|森林|協同"
)
"""How each ``LEGAL_FORM`` opens; its plain beginnings let ``re`` skip all other places."""
_KNOWN_NOUN = (
    "信用金庫|信用組合|労働金庫|銀行|(?:農業|漁業|生活|事業|消費|森林)?協同組合|組合|生協|コープ"
    "|共済|共済会|互助会|連合|連合会|広域連合|協議会|協会|学会|財団|基金|機構|事業団|公社|振興会|企業団|企業局|管理組合|事務組合|共同体"
    "|商工会|会議所|委員会|議会|連盟|同盟|支部|支所|大学|大学院|短大|高専|学校|高校|学院|学園"
    "|幼稚園|保育園|こども園|学舎|病院|医院|診療所|クリニック|医療センター|センター|薬局|図書館"
    "|美術館|博物館|資料館|ミュージアム|公民館|会館|役所|役場|県庁|都庁|府庁|道庁|振興局|水道局"
    "|交通局|教育局|労働局|消防局|消防本部|保健所|事務所|研究所|高等専門学校|専門学校|農協|漁協|信金|苑|荘|庁|省|市|町|村|区|県|都|府|北海道"
    "|ホールディングス|グループ|証券|生命|損保|保険|放送|テレビ|ホテル|旅館|商店|商会|工業|工業所"
    "|製作所|製薬|電機|電力|ガス|鉄道"
)
_NOUN_AT_END = re.compile(f"(?:{_KNOWN_NOUN})$")
_BARE_NOUN = re.compile(f"(?:{_KNOWN_NOUN}){{1,2}}")
_LATIN_FORM = re.compile(r"(?:inc|ltd|llc|corp|corporation|company|gmbh|k\.k|plc)\.?$")


def legal_forms(text: str) -> Iterator[re.Match[str]]:
    """What ``LEGAL_FORM.finditer`` gives, several times as fast."""
    at = 0
    while (opens := _OPENS.search(text, at)) is not None:
        at = opens.start() + 1
        form = LEGAL_FORM.match(text, opens.start())
        if form is not None:
            at = form.end()
            yield form


def has_legal_form(name: str) -> bool:
    """Does the name carry a legal form (株式会社 …, … 財団法人)?"""
    folded = unicodedata.normalize("NFKC", name).lower().strip()
    return bool(LEGAL_FORM.search(folded)) or bool(_LATIN_FORM.search(folded))


def is_organisation_noun(name: str) -> bool:
    """Does the name end as organisations without a legal form do (… 市, … 大学, … 病院)?"""
    folded = "".join(unicodedata.normalize("NFKC", name).lower().split())
    found = _NOUN_AT_END.search(folded)
    if len(folded) < 3 or not found:
        return False
    return folded == "北海道" or not _BARE_NOUN.fullmatch(folded)


_SIGNS = re.compile(r"[^0-9a-zァ-ヺー一-鿿々]")
_ABBREVIATED = re.compile(r"^(?:カ|ユ|ド|メ|シ)\)|\((?:カ|ユ|ド|メ|シ)\)?$|\((?:カ|ユ|ド)\)|\(同\)")
_SHOP = re.compile(
    r"(?:(?:公式|直営|ネット|オンライン|ウェブ|web|ec|インターネット|通販|通信販売){0,6}"
    r"(?:ショップ|ストア|サイト|通販|店|本店|売店|shop|store|online))$"
)
_TO_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}
_TO_LARGE = str.maketrans("ァィゥェォッャュョヮヵヶ", "アイウエオツヤユヨワカケ")


def plain_name(name: str, *, shop_endings: bool = True) -> str:
    """One form for all writings of a name, to compare names by; may be empty.

    NFKC (Unicode Standard Annex 15), lower case, hiragana as katakana, small kana as large (bank
    and card statements know no small ones), without legal form, spaces and signs. Without
    ``shop_endings`` a last オンラインショップ, 公式通販, 店 … falls off too, unless nothing is left.
    """
    folded = unicodedata.normalize("NFKC", name).lower()
    folded = re.sub(r"(?<=[ァ-ヺ])[-‐―−–—](?=[ァ-ヺ]|$)", "ー", folded)
    folded = LEGAL_FORM.sub(" ", folded).strip()
    if not shop_endings:
        folded = _SHOP.sub("", "".join(folded.split())) or folded
    folded = _ABBREVIATED.sub("", folded.translate(_TO_KATAKANA))
    return _SIGNS.sub("", folded).translate(_TO_LARGE)
