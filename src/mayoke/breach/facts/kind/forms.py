"""Blank forms: specimen letters with circles for the numbers, brackets for the names (study §4.13)."""

import re
from collections.abc import Iterator

from mayoke.breach.facts.kind.page import Page

_MARK = r"[○〇◯●◎◇◆△▲□■×x*_]"
_TO_FILL = (
    r"(?:貴?社名|会社名|法人名|御社名|企業名|店舗?名|施設名|学校名|代表者?名?|サイト名|サービス名|url|日付|日時|氏名|お名前|担当者?名?|窓口名?|電話番号"
    r"|連絡先|件数|人数|件名|団体名|商品名|書類名|年月日|部署名?|役職|原因|概要|項目|システム名|発生日|発覚日|宛名|宛先|住所|メールアドレス|具体的|ここに|対象者数|社印|略|印)"
    r"[^】\]}>)〕]{0,16}[】\]}>)〕]"
)


def _led(marks: str, rest: str) -> str:
    """An alternative a mark: with a plain character in front, ``re`` skips what cannot begin one."""
    return "|".join(re.escape(mark) + rest for mark in marks)


_BLANK = re.compile(
    _led("○〇◯●△▲□■×", "[○〇◯●△▲□■×]+")
    + "|"
    + _led("○〇◯●×△", "[○〇◯●×△]*(?:年|月|日|時|名|件|市|社|様|部|課|県|町)")
    + "|"
    + _led("○〇◯●×", ",[○〇◯●×]")
    + rf"|20{_MARK}{{1,2}}年|令和{_MARK}{{1,2}}年|平成{_MARK}{{1,2}}年|"
    + _led("x*_", "[x*_]?月[x*_]{1,2}日")
    + r"|xx{1,3}(?:件|名|年|-x)|yyyy|"
    + _led("【[{<(〔", _TO_FILL)
    + r"|___+|\{\{|"
    + _led("【[(〔", r"(?:例[:】\])〕]|記入例|有・無|有/無|該当する)")
)
_BLANK_DATE = re.compile(
    r"[○〇◯●×x*]{1,4}年[○〇◯●×x*]{1,2}月|[○〇◯●×x*]{1,2}月[○〇◯●×x*]{1,2}日|[○〇◯●×][,〇○◯●×]{1,6}(?:件|名)|x{2,4}(?:件|名)"
    r"|(?:令和|平成|昭和|西暦|20)[ _]{0,12}年[ _]{0,12}月[ _]{0,12}日|日時(?:は|:|\t)?[ _]{0,8}年[ _]{0,8}月|月[ _]{1,8}日\(?[ _]{1,8}\)?|yyyy年"
)
_BLANK_DATE_CUE = re.compile(
    _led("○〇◯●×x*", "") + r"|年(?<!生年)[ _]{0,12}月|月[ _]{1,8}日|yyyy年"
)  # each branch of _BLANK_DATE holds one of these
FORM_TITLE = re.compile(
    r"ひな[形型]|雛[形型]|テンプレ|文例|例文|様式|記入例|記載例|サンプル|書き方|文面例|フォーマット|書式|作成例|文面(?:案|の例|サンプル)|お詫び文(?:の)?(?:例|作成)|見本"
)
_HOW_TO = re.compile(
    r"(?:加筆|修正|変更|編集|書き換え|差し替え|置き換え|コピー|アレンジ)[^。]{0,20}(?:ご?利用|お使い|ご?使用|活用|してください|下さい)|(?:に応じて|適宜)[^。]{0,20}(?:修正|変更|加筆|追記|記入|記載|削除)"
    r"|(?:記入|記載|入力|明記)(?:すること|する。|例|欄|してください。?$)|ここでは[^。]{0,24}(?:紹介|例)|(?:例文|文例|ひな形|テンプレート)を"
)
_FEW = 3


def forms(page: Page) -> Iterator[str]:
    """``template`` for a form with blanks, ``template_words`` where only its words say so."""
    text = page.text
    titled = FORM_TITLE.search(page.title) is not None
    blanks = len(_BLANK.findall(text))
    dates = len(_BLANK_DATE.findall(text)) if _BLANK_DATE_CUE.search(text) else 0
    how_to = (dates > 0 or blanks >= 2) and _HOW_TO.search(text) is not None
    worded = titled or page.many("template") >= _FEW or how_to
    real = sum(1 for d in page.reading.dates if d.precision in {"day", "hour", "minute"})
    if dates >= 2 or (blanks >= _FEW and (worded or not real)) or (dates and worded):
        yield "template"
    if titled or page.many("template") >= _FEW or (blanks >= 2 and how_to):
        yield "template_words"
