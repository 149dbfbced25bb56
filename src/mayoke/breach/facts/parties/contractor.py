"""The processor at which the incident happened, for a notice of one of its clients."""

import re

from mayoke.breach.facts.parties.roles import (
    before,
    is_child,
    is_contracted,
    is_hit,
    is_investigator,
    is_nobody,
    is_providing,
    is_self,
)
from mayoke.breach.facts.spacing import located
from mayoke.breach.reading import Reading
from mayoke.records.incident import Located
from mayoke.text.name_spans import NameSpan
from mayoke.text.names import is_organisation_noun

_DID = re.compile(r"の(?:元)?(?:従業員|社員|職員|担当者|作業員|派遣社員|スタッフ)(?:が|による|1名)")
_QUOTED = re.compile(
    r"委託(?:先(?:の|である)?|して(?:いる|いた|おります|おりました)|する|された|した)(?:[^「」。、\n]{0,14}(?:会社|業者|企業|事業者|法人))?"
    r"「([^「」\n]{2,30})」(?:\([^)\n]{1,40}\))?(?:の(?:元)?(?:男性|女性|派遣|契約)?(?:社員|従業員|職員|作業員|担当者|配達員|検針員"
    r"|スタッフ|サーバ|システム)|において|にて|が|で)"
)
_AGENT = re.compile(
    r"決済[^。、\n]{0,12}$"
    r"|(?:代行|委託|受託|外注|発送|配送|物流|印刷|制作|製作|開発|保守|運用|管理|清掃|警備|倉庫)(?:会社|業者|事業者|企業)(?:である|の|、|:|「|\()?$"
)
_TELLS = re.compile(r"(?:\([^)\n]{1,40}\)|\))?(?:様)?(?:から|より|に(?!おい)|へ|と)")
_ALIAS = re.compile(r"(?<![a-z0-9])([a-z]社)(?:[()、」]|の|が|に|で|から|より|は|へ)")
_KATAKANA = re.compile("[ァ-ヺー]{4,}$")
_COMMON = re.compile(
    "(?:サーバー?|システム|データ|センター|ベンダー|スタッフ|メンバー|オペレーター|パソコン|ネットワーク|クラウド"
    "|サイト|ストア|プログラム|エンジニア|コンピュータ|コンピューター|ファイル|アカウント|セキュリティ|フォーム)$"
)
_UNFORMED = re.compile(
    r"(?:委託|再委託)(?:先(?:である|の)|している|した|する|しております|しておりました|いたしております)([^。、「」()の]{2,24})"
    r"(?:\((?:以下|東京|大阪|本社)[^)]{0,30}\))?(?:の|が|において|で|、)"
)


def find_processor(reading: Reading, names: list[NameSpan]) -> Located | None:
    """The company that worked for the operator and was hit; A社 where no name is given."""
    text = reading.text
    client = reading.kind == "processor_client_notice"
    children = {text[span.start : span.end] for span in names if is_child(text, span)}
    names = [span for span in names if text[span.start : span.end] not in children]
    for span in names:
        words = text[span.start : span.end]
        if is_self(text, span) or is_nobody(words) or is_investigator(text, span):
            continue
        introduced = is_contracted(text, span) or (
            client and (is_providing(text, span) or _is_agent(text, span))
        )
        if introduced and (client or _at_fault(reading, span)):
            return located(reading, span.start, span.end)
    quoted = _QUOTED.search(text, *reading.main)
    if quoted:
        return located(reading, *quoted.span(1))
    if not client:
        return None
    return _hit_by_name(reading, names) or _by_alias(reading)


def _is_agent(text: str, span: NameSpan) -> bool:
    """Is it the payment company or another that works for the operator, and hit?"""
    if not _AGENT.search(before(text, span.start)) or _TELLS.match(text, span.end):
        return False
    return is_hit(text, span, span.end + 80)


def _at_fault(reading: Reading, span: NameSpan) -> bool:
    """Outside a client's notice: does the sentence lay the incident on this one?"""
    text = reading.text
    if _DID.match(text, span.end):
        return True
    stop = reading.sentence_at(span.start).end
    follows = re.match(
        r"(?:\([^)]{1,40}\))?(?:において|にて|が|で|の(?:サーバー?|システム|社内|ネットワーク"
        r"|管理))",
        text[span.end : stop],
    )
    return bool(follows) and is_hit(text, span, stop)


def _hit_by_name(reading: Reading, names: list[NameSpan]) -> Located | None:
    """X において不正アクセス…: of a client's notice, X is not the client."""
    text = reading.text
    for span in names:
        if (
            is_self(text, span)
            or is_investigator(text, span)
            or is_nobody(text[span.start : span.end])
        ):
            continue
        if _at_fault(reading, span) and text[span.start - 1 : span.start] not in ("", "\n"):
            return located(reading, span.start, span.end)
    return None


def _is_processor(words: str) -> bool:
    """Is a name without a legal form one of a firm, and not what the firm does?"""
    if re.search("会社|業者|企業|事業者|団体|者$", words):
        return False
    return is_organisation_noun(words) or bool(
        re.search("(?:社|堂|屋|印刷|物流|運輸|倉庫|システムズ|サービス)$", words)
        or (_KATAKANA.search(words) and not _COMMON.search(words))
    )


def _by_alias(reading: Reading) -> Located | None:
    text = reading.text
    first, last = reading.main
    found = _UNFORMED.search(text, first, last)
    if found and _is_processor(found[1]):
        return located(reading, *found.span(1))
    found = _ALIAS.search(text, first, last)
    return located(reading, *found.span(1)) if found else None
