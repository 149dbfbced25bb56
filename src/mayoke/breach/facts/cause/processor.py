"""Did it happen at a processor: a firm that keeps, prints, sends or runs something for the notice."""

import re
from collections.abc import Iterator

import ahocorasick_rs

from mayoke.breach.reading import Part, Reading

_FIRM = "(?:会社|業者|事業者|ベンダー?|提供元|運営元|開発元|製造元|社|企業|法人|団体|機構|公社|組合|センター)"
_PROCESSOR = re.compile(
    "(?:再委託先|業務委託先|外部委託先|委託先|委託業者|委託会社|委託事業者|受託者|受託会社|受託業者|受託事業者|請負業者|取引先事業者"
    "|外注先|依頼先)"
    "|(?:委託|外注|依頼|発注)(?:して(?:いる|おります|いた|おりました|おり)|した|している|する|中の)[^。、\\n]{0,40}?"
    f"(?:{_FIRM}|」|\\))"
    "|(?:の|を)(?:委託|提供)(?:を)?(?:受けて|して(?:もらって|いただいて))(?:いる|おります|いた|おりました|おり)[^。、\\n]{0,40}?"
    f"(?:{_FIRM}|」|\\)|サービス|システム|サーバー?)"
    "|(?:利用|使用|導入|契約|採用|加入)(?:して(?:いる|おります|いた|おりました)|する|中の|させていただいている)、?[^。、\\n]{0,50}?"
    f"(?:{_FIRM}(?!内|員|外)|他社|外部(?:の[^。、\\n]{{0,14}})?(?:サービス|システム|クラウド|ツール))"
    "|を提供(?:する|して(?:いる|おります|いた))[^。、\\n]{0,30}?(?:社|会社|事業者|業者|」|\\))"
    "|(?:システム|サービス|サーバー?|クラウド|カート|予約|配送|発送|印刷|印字|コールセンター|運用|保守|開発|管理|配信|決済代行|倉庫"
    "|物流|検針|集計|ホスティング|データセンター|ツール)(?:の)?(?:提供|運営|運用|保守|開発|代行|受託|管理|委託)?"
    "(?:会社|業者|事業者|提供元|運営元|開発元|ベンダー?)"
)
_FIRST_WORDS = (
    "再委託 業務委託 外部委託 委託 受託 請負 取引先 外注 依頼 発注 の委託 を委託 の提供 を提供 利用 使用 導入 契約 採用 加入"
    " システム サービス サーバ クラウド カート 予約 配送 発送 印刷 印字 コールセンター 運用 保守 開発 管理 配信 決済代行"
    " 倉庫 物流 検針 集計 ホスティング データセンター ツール"
)
_BEGINNINGS = ahocorasick_rs.AhoCorasick(
    _FIRST_WORDS.split(),
    implementation=ahocorasick_rs.Implementation.DFA,
)
"""With one of these every match of ``_PROCESSOR`` begins."""
_BLOCK = 20_000
_LONGEST_FIRST = 16
_HIT = re.compile(
    "不正アクセス|不正なアクセス|不正に?侵入|不正ログイン|サイバー攻撃|攻撃を受|攻撃され|侵入され|侵入を受|侵害|ランサム|マルウェア|ウイルス"
    "|ウィルス|身代金|暗号化され|脆弱性|改ざんされ|(?:設定|ソフト)の不備を(?:狙|突)"
)
_LOST = re.compile("紛失|置き忘れ|所在不明|盗難|盗まれ|失く|なくし|遺失|誤廃棄|見当たら")
_VICTIM = re.compile(
    "^[^。\\n]{0,70}?(?:が|に(?!て?(?:調査|連絡|依頼|確認|報告|照会|相談|委託|通知|よる調査|よると|対し(?:て)?(?:調査|連絡|依頼|確認))"
    ")|への?|に対する|に対して|において|における|における|にて|で|の|、)"
)
_TELLS = re.compile(
    "^[^。、\\n]{0,40}?(?:より|から(?!の(?:個人|情報|お客|顧客|漏|流出))|を通じ|に(?:調査|連絡|依頼|確認|報告|照会|相談|通知)"
    "|による調査|によると|によれば|の調査|からの(?:連絡|報告|指摘|通知)|と(?:連携|協力|協議))"
)
_FORENSIC = re.compile(
    "調査|フォレンジック|解析|診断|監視|カード(?:会社|ブランド)|アクワイアラ|加盟店"
)
_OURS = re.compile(
    "(?:当社|弊社|当店|当院|本学|当会|当協会|当サイト|弊社サイト|本サイト|自社)(?:の|が運営する|が運営している)?"
    "[^。、\\n]{0,24}(?:が|に|へ|は)[^。\\n]{0,12}$"
)
_SAID = re.compile(
    "^[^。、\\n]{0,20}?(?:から|より)、?(?P<what>[^。\\n]{0,120}?)(?:旨|との|という|と、?)[^。、\\n]{0,6}(?:連絡|報告|通知|説明|申し出|一報)"
)
_CONTRACTED = re.compile("委託|外注|提供|受託")
_THEIR_OWN = re.compile(
    "(?:当社|弊社|当店|当院|本学)(?:の|が運営)[^。、\\n]{0,12}(?:サーバー?|サイト|システム|ネットワーク|ショップ)|(?:当|本|弊社)サイト"
)
_SECTIONS = frozenset({"request", "prevention", "desk", "delay", "response"})
_MOST = 200


def at_processor(reading: Reading, part: Part, *, lost: bool) -> tuple[int, int] | None:
    """The words that say a processor was hit, None if none do.

    ``lost``: the incident is a loss, which may have happened at a processor too.
    """
    deed = _LOST if lost else _HIT
    first, last = reading.main
    for number, found in enumerate(_processors(reading.text, first, last)):
        if number >= _MOST:
            break
        if not part.holds(found.start()) or _FORENSIC.search(found[0]):
            continue
        if _was_hit(reading, found, deed):
            return found.span()
    return None


def _processors(text: str, first: int, last: int) -> Iterator[re.Match[str]]:
    """The words for a processor in ``text[first:last]``, never overlapping."""
    behind = first
    for block in range(first, last, _BLOCK):
        piece = text[block : min(last, block + _BLOCK + _LONGEST_FIRST)]
        hits = _BEGINNINGS.find_matches_as_indexes(piece, overlapping=True)
        for at in sorted({block + start for _, start, _ in hits if start < _BLOCK}):
            found = _PROCESSOR.match(text, at, last) if at >= behind else None
            if found:
                behind = found.end()
                yield found


def _was_hit(reading: Reading, found: re.Match[str], deed: re.Pattern[str]) -> bool:
    text = reading.text
    section = reading.section_at(found.start())
    if section is not None and section.kind in _SECTIONS:
        return False
    behind = re.split("[。\\n]", text[found.end() : found.end() + 170], maxsplit=1)[0]
    said = _SAID.match(behind)
    if said and _CONTRACTED.search(found[0]):
        return deed.search(said["what"]) is not None and not _THEIR_OWN.search(said["what"])
    done = deed.search(behind[:130])
    if done is None or _TELLS.match(behind) or not _VICTIM.match(behind[: done.start()]):
        return False
    return not _OURS.search(behind[: done.start()])
