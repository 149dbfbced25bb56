"""The name of a desk, from the words before its number or the line above."""

import re
from collections.abc import Callable

_GENERIC = re.compile(
    r"(?:.{0,24}(?:に関する|に関して|についての|に対する|に係る|からの|向けの?|等の|への|の|は|、)"
    r"|本件|個人情報|担当|窓口)?(?:ご|お)?(?:問い?合わ?せ|連絡|れんらく|照会|質問)(?:・ご?(?:相談|連絡"
    r"|質問))?(?:等)?(?:の)?(?:先|窓口|先窓口|受付|方法|連絡先|電話番号|先電話番号|フォーム)?(?:等"
    r"|一覧)?(?:について|は|:)?|お?問い?合わ?せ先?(?:及び|・).{0,10}|(?:ご?相談)?(?:お?電話"
    r"|電話番号|tel|番号|フリーダイヤル|フリーコール|ナビダイヤル|通話料無料|メール|e-?mail"
    r"|メールアドレス|受付|窓口|ご?連絡先|ご?相談先|相談|名称|担当|担当者|担当部署|担当課|住所"
    r"|所在地|記|直通|代表|以上|url|受付時間|お客様|お客様へ|または|又は|及び|および|もしくは|下記"
    r"|こちら|次の窓口|お電話で|メールで)"
)
_LABEL = re.compile(
    r"(?:【[^】]{0,30}(?:問い?合|連絡先|窓口|担当|照会|事務局?連絡)[^】]{0,6}】|\[[^\]]{0,20}(?:問い?合|連絡先"
    r"|窓口)[^\]]{0,6}\]|〔[^〕]{0,20}(?:問い?合|連絡先|窓口)[^〕]{0,6}〕"
    r"|[<《≪〈][^>》≫〉]{0,20}(?:問い?合[^>》≫〉]{0,6}|連絡先)[>》≫〉]"
    r"|(?:[^\t:。【]{0,24}(?:に関する|についての|に関して|に係る|からの|の))?(?:お"
    r"|ご)?(?:問い?合わ?せ|連絡|照会|相談)(?:・ご?相談)?(?:窓口|先|受付)?|名称|窓口名称?|担当窓口"
    r"|窓口|担当部署|担当課|担当所属|担当|部署|所属|主管課|所管課|宛先|(?:お|ご)?(?:[一-鿿]{2,4}|尋ね|申し?出|申し込み|届け?出)先"
    r"|お?(?:電話|メール)での?(?:受付|お?問い?合わ?せ|ご?連絡|ご?相談)"
    r"|\((?:お?問い?合わ?せ|連絡|照会|担当|窓口|事務担当)[^()]{0,4}\))"
)
_TAIL = re.compile(
    r"(?:(?:専用|直通|代表|お)?(?:電話|tel|℡|☎|phone|フリーダイヤル|フリーコール|ナビダイヤル"
    r"|通話(?:料)?無料|番号|e-?mail|mail"
    r"|メール|電子メール|アドレス|携帯|直通|代表|外線|内線[0-9・]{0,12}|fax)|[:\s\t/|・,、(\[【<-]"
    r"|または|又は)+$"
)
_TOPIC = re.compile(
    r"(?:点|際|方|質問|照会|合わ?せ|連絡|相談|尋ね|こと|場合|件|意見|申し?出|要望|用命|詳細)(?:等|など)?"
    r"(?:に(?:つきまして|ついて|関しまして|関して)は?|には?|は)、?"
)
_PROSE = re.compile(r"[はがをにで](?=[ぁ-ゖ]{2})|[」』]$|→|こと|いつでも|どうぞ")
_ASKED = re.compile(
    r"[(<\[【〔《≪〈「](?:[^()<>\[\]【】〔〕《》≪≫〈〉「」]{0,16}(?:問い?合わ?せ|質問|相談|連絡|照会|尋ね))"
    r"(?:など|等)?(?:先|窓口)?[)>\]】〕》≫〉」]"
)
_DEICTIC = re.compile(
    r"(?:本件|この件|今回の件|当件|本事案|本事象|本件事案|上記)(?:に関する|についての|に係る|に関しての|の)"
)
_AUDIENCE = re.compile(r"\([^()]{1,24}(?:の方|の皆様|の皆さま|さま|様|向け)\)$")
_SURNAME = re.compile(r"[課係室部局][ \t]?(?=[一-鿿々]{1,4}$)")
_BEHIND = re.compile(
    r"[ (、]{0,2}(?P<name>[一-鿿ァ-ヺーぁ-ゖa-z・]{2,24}?)(?:\)|(?:へ|まで)(?:ご|お|。|$)|$)"
)
_OWN_NUMBER = re.compile(r"専用(?:電話|フリーダイヤル|ナビダイヤル)(?!番号)")
_NOUN = re.compile(
    r"(?:課|係|室|部|局|班|科|窓口|デスク|センター|ダイヤル|事務局|事務所|担当|サポート|ライン"
    r"|コール|受付|本部|支部|グループ|チーム|フロント|部門|店|堂|会|社|院|館|園|校|大学|協会|組合"
    r"|本舗|庁|市|町|村|区|局長|ヘルプ|苑|荘|寮|教頭|校長|園長|院長|管理者|責任者|[官監]付?|専用電話"
    r"|(?:フリー|ナビ)?ダイヤル|support|desk|center|line)(?:\([^()]{1,14}\))?$"
)
_SENTENCE = re.compile(
    r"[。!?]|ください|ます|ません|です|まで|について|なお、|下さい|場合|である|において|お願い"
    r"|お詫び|[0-9]{3,}|@|https?:|以下の|下記|定休|平日|\d時|^[)）]"
)
_DATE = re.compile(
    r"^(?:(?:令和|平成)?(?:\d{1,4}|元)年\d{1,2}月\d{1,2}日(?:\(.\))?|\d{4}[./-]\d{1,2}[./-]\d{1,2})"
)
_PERSON = re.compile(r"[(、 ]?担当者?[:/][^:/]{1,12}$")
_NAMED = re.compile(
    r"(?:窓口|担当[者課]?|先|部署|名称|窓口名|合わ?せ|連絡|受付|相談|照会|電話|メール)[:|/] ?(?=[^:]{2})"
)
_HAS_DESK = re.compile("[課部係室局付校院園]|センター|デスク|サポート|事務局")
_OF_PERSON = re.compile(
    r"(?:[校園院館所施設]?長|教頭|管理者|責任者|主任|主査|相談員|主幹|補佐)(?=[一-鿿ぁ-ゖァ-ヺ々・]{1,8}$)"
)
_POST = re.compile(
    r"[課係室部局班](?:の)?((?:課長|室長|係長|部長|局長|次長|参事|主幹|主査|主任|副主幹|所長|班長)(?:補佐|代理)?)[一-鿿ぁ-ゖァ-ヺ々・]{1,10}$"
)
_WITHIN = re.compile(
    r"\((?:[^()]{2,30}内|[^()]{0,10}(?:長|担当|責任者|管理者|相談員)[: ]?[^()]{0,12})\)$"
)
_IN_QUOTES = re.compile(r"(?:窓口|担当|先|センター|電話|受付|デスク)「([^「」]{2,30})」$")
_OPEN, _CLOSE = "≪《<〈【「『[〔(", "≫》>〉】」』]〕)"
_LONGEST = 45
_ASKING = (
    "に関するお問い合わせ先",
    "に関する問い合わせ先",
    "に関するお問合せ先",
    "に関する問合せ先",
)


def inline_name(
    text: str, start: int, end: int, gap: Callable[[int], bool]
) -> tuple[int, int] | None:
    """The desk named in ``text[start:end]``, the words on a line before its number."""
    tail = _TAIL.search(text[start:end])
    if tail:
        own = _OWN_NUMBER.match(tail[0])
        cut = start + tail.start()
        # 個人情報相談専用電話: the desk is named after its number.
        end = cut + own.end() if own and cut > start and not gap(cut) else cut
    start = _after_topic(text, _after_sentence(text, start, end), end)
    start = _without_label(text, start, end, gap)
    found = _checked(text, start, _before_person(text, start, end, gap))
    return None if found and _is_prose(text[slice(*found)]) else found


def name_behind(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The desk named behind its number: 000-000-0000 会員係へ, …(お客様相談室)."""
    found = _BEHIND.match(text, start, end)
    if not found or is_generic(found["name"]) or not _NOUN.search(found["name"]):
        return None
    return found.span("name")


def line_name(
    text: str, start: int, end: int, gap: Callable[[int], bool]
) -> tuple[int, int] | None:
    """The desk a line above the number names, or what follows its label."""
    if is_generic(text[start:end]):
        return None
    start = _without_label(text, start, end, gap)
    post_code = text.find("〒", start, end)
    end = post_code if post_code > start else end
    found = _checked(text, start, _before_person(text, start, end, gap))
    if found is None or not _NOUN.search(text[found[0] : found[1]]):
        return None
    return found


def _before_person(text: str, start: int, end: int, gap: Callable[[int], bool]) -> int:
    """Without who answers there: …課 担当 山田, 園長 木村."""
    for found in re.finditer("担当者?", text[start:end]):
        at = start + found.start()
        free = gap(at) or text[at - 1] in "(、 \t"
        rest = text[start + found.end() : end]
        if (
            at - start >= 2
            and free
            and not re.search("(?:窓口|係|課|室|部|デスク|センター)$", rest)
        ):
            return at - (text[at - 1] == "(")
    post = _POST.search(text[start:end])
    if post and (gap(start + post.start(1)) or gap(start + post.end(1))):
        return start + post.start(1)
    surname = _SURNAME.search(text[start:end])
    if surname and gap(start + surname.end()) and not _NOUN.search(text[start:end]):
        return start + surname.end()
    role = _OF_PERSON.search(text[start:end])
    if role and gap(start + role.end()):
        return start + role.end()
    return end


def is_generic(words: str) -> bool:
    """Does a heading only say that a desk follows?"""
    words = re.sub(r"\([^()]{0,20}\)$", "", words.strip())
    return bool(_GENERIC.fullmatch(words.strip(" \t:はも" + _OPEN + _CLOSE)))


def _after_sentence(text: str, start: int, end: int) -> int:
    """Past the words that lead to the name: ご不明な点は、…"""
    for sign in ("。", "、", "\t", "※", "/", ";"):
        at = text.rfind(sign, start, end)
        if at >= 0:
            start = at + 1
    return start


def _after_topic(text: str, start: int, end: int) -> int:
    """Past what the clause speaks of: お尋ねは…, ご不明な点につきましては…"""
    for topic in _TOPIC.finditer(text, start, end):
        start = topic.end()
    return start


def _is_prose(words: str) -> bool:
    """Are the words part of a sentence rather than a name?"""
    return not _NOUN.search(words) and bool(_PROSE.search(words))


def _without_label(text: str, start: int, end: int, gap: Callable[[int], bool]) -> int:
    start = _skip(text, start, end)
    bracket = _ASKED.match(text, start, end)
    if bracket and bracket.end() < end:
        start = _skip(text, bracket.end(), end)
    date = _DATE.match(text[start:end])
    if date:
        start = _skip(text, start + date.end(), end)
    for _ in range(2):
        label = _LABEL.match(text, start, end)
        if not label or label.end() >= end:
            break
        at = label.end()
        closed = text[at - 1] in _CLOSE
        if not (
            closed
            or gap(at)
            or label[0].endswith(_ASKING)
            or text[at] in ":\t は/|"
            or _both(text, at, end)
        ):
            break
        start = _skip(text, at, end, ":はﾊ /|")
    for named in _NAMED.finditer(text, start, end):
        if not _HAS_DESK.search(text, start, named.start()):
            start = named.end()
    quoted = _IN_QUOTES.search(text, start, end) if text[end - 1 : end] == "」" else None
    return quoted.start(1) - 1 if quoted else start


def _both(text: str, at: int, end: int) -> bool:
    return text[at : at + 1] in "・-" and at + 1 < end


def _skip(text: str, at: int, end: int, more: str = "") -> int:
    while at < end and text[at] in " \t:・■●◆○◇▼※*-" + more:
        at += 1
    return at


def _checked(text: str, start: int, end: int) -> tuple[int, int] | None:
    deictic = _DEICTIC.match(text, start, end)
    start = deictic.end() if deictic and end - deictic.end() >= 3 else start
    for aside in (_PERSON, _WITHIN, _AUDIENCE):
        found = aside.search(text[start:end])
        if found and found.start() >= 2:
            end = start + found.start()
    while start < end and text[end - 1] in " \t:・、,":
        end -= 1
    while end - start > 2 and text[start] in _OPEN:
        close = _CLOSE[_OPEN.index(text[start])]
        if text[end - 1] == close and close not in text[start : end - 1]:
            end -= 1
        elif close in text[start:end]:
            break
        start += 1
    while end > start and text[end - 1] in _OPEN:
        end -= 1
    words = text[start:end]
    if any(words.count(a) != words.count(b) for a, b in zip(_OPEN, _CLOSE, strict=True)):
        return None
    if not 2 <= len(words) <= _LONGEST or _SENTENCE.search(words) or is_generic(words):
        return None
    return (start, end) if re.search(r"[ぁ-ゖァ-ヺ一-鿿]", words) else None
