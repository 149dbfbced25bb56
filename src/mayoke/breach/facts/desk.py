"""Which numbers and addresses of a notice belong to the desk for the people concerned."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from mayoke.breach.facts.desk_numbers import Number, mails, phones
from mayoke.breach.reading import Line, Reading

_PRESS = re.compile(
    r"報道|マスコミ|プレス関係|取材|記者|メディア(?:関係|の|から|問)|株主|投資家|機関投資"
    r"|アナリスト|ir(?:に|窓口|担当|室|広報|部|グループ|課)"
)
_PEOPLE = re.compile(
    r"お客|顧客|利用者|会員|患者|住民|市民|町民|村民|区民|県民|学生|保護者|本人|対象(?:者|の方"
    r"|となる)|皆様|皆さま|みなさま|一般の方|専用(?:ダイヤル|電話|回線|窓口)|相談(?:窓口|室|電話|ダイヤル)"
    r"|お取引先|加入者|組合員|契約者|受講者|参加者|応募者|購入|読者|ユーザー|受験生|卒業生|入居者|寄附者"
)
_ANYONE = re.compile(r"皆様|皆さま|みなさま|本人|専用(?:ダイヤル|電話|回線|窓口)")
_SEAT = re.compile(
    r"本社|本店|本庁|所在地|代表電話|電話番?号?\(代表\)|(?:tel|電話)[: ]?\(?代表|大代表"
)
_FROM = re.compile(r"[」』)]?(?:から|より|という|を(?:名乗|装|騙)|と(?:表示|称)|は(?:当|弊))")
_INVITED = re.compile(r"(?:\([^()]{0,36}\)|[)、])?(?:まで|へ(?:の)?(?:ご|お)|に(?:ご|お)|にて)")
_TO_DESK = re.compile(
    r"(?:窓口|係|デスク|センター|相談室|ダイヤル|事務局|[課室部])[(: ]?(?:電話|tel)?[: ]?$"
)
_TAKEN = re.compile(r"\)?(?:にて|で|まで|へ)(?:承|お|ご|対応)")
_ADDRESS = re.compile(
    r"〒|(?:所在地|住所)[: ]|(?:東京都|北海道|(?:大阪|京都)府|[一-鿿]{2,3}県)[^。]{4,40}\d"
)
_FIRM = re.compile(r"^[^\t:。0-9]{0,20}(?:株式会社|有限会社|合同会社)[^\t:。0-9課係室部窓]{0,20}$")
_REACHED = re.compile(r"\d-\d{3,4}(?!\d)|@|\d時|\d:\d\d|定休|無休|土日祝|祝日")
_OWN_LABEL = re.compile(r"[^\t:。]{0,12}(?:問い?合わ?せ|連絡|相談|照会)(?:先|窓口)?[^。]{0,40}$")
_USUAL = re.compile(
    r"(?:通常|一般|普段|その他|従来)の[^。\n]{0,8}問い?合|従来(?:どお|通)り"
    r"|(?:ご?注文|商品|配送|採用|返品|製品|入試|イベント)(?:内容)?(?:に関する|に関して|について|の)(?:ご|お)?問い?合"
)
_OTHER = re.compile(
    r"(?<![会当弊本支同御貴])社(?:様)?の(?:お客様|ご?相談)?(?:窓口|コール|デスク|お?問い?合|専用)|"
    r"カード会社|カード発行会社|各カード|委託先|[a-z]{1,3}社(?:の|が|コール|窓口|へ)|警察|警視庁"
    r"|サイバー犯罪|#9110|消費生活|消費者(?:庁|ホットライン|センター)"
    r"|国民生活センター|個人情報保護委員会|フィッシング対策|jcb|ジェーシービー|三井住友カード"
    r"|ニコス|クレディセゾン|楽天カード"
    r"|イオン(?:クレジット|カード)|アメックス|アメリカン・?エキスプレス|ダイナース|ライフカード"
    r"|オリコ|オリエントコーポ|ジャックス"
    r"|エポスカード|三菱ufj|信用情報|(?<![a-z])cic(?![a-z])|プライバシーマーク|法テラス|編集部|記事への|本紙|本誌"
    r"|情報提供|広告|金融庁|法務省|(?<![a-z])ipa(?![a-z])|独立行政法人情報"
)
_FAKE = re.compile(
    r"偽|装っ|装う|(?<!ご)不審|騙|かた(?:る|り|った)|なりすまし|成りすまし|迷惑メール|フィッシング|送信元"
    r"|差出人|表示名|メールアドレスの例|アドレスの例|例[):]|例えば"
    r"|名乗|誤って送|正しい(?:宛先|アドレス)|ドメイン"
)
_CLOSED = re.compile(
    r"(?:お答え|お受け|対応|回答|受け付け|受付け?|承|お取り?次ぎ|ご案内)(?:は|が|も|いた|を)?(?:でき|しかね|しておりません|し(?:て)?いません"
    r"|って(?:おり|い)ません|て(?:おり|い)ません|出来)|お控え|ご遠慮"
)
_DESK = re.compile(
    r"問い?合|お問|窓口|相談|連絡先|デスク|センター|係(?!る)|ダイヤル|事務局|担当|受付|お客様"
    r"|お客さま|サポート|ヘルプ|フロント|まで(?:ご|お)"
    r"|課|室|部|コール|まで"
)
_HEADING = re.compile(
    r"問い?合|窓口|相談室|相談先|連絡先|デスク|センター|係(?!る)|ダイヤル|事務局|受付|サポート"
    r"|コール|ヘルプ"
)
_DONE = re.compile(r"(?:に|へ|を)[^\t]{0,8}(?:報告|相談|届|連絡|通報|提出)|(?:ました|ません)。?$")
_CONTACT_LINE = re.compile(
    r"tel|電話|fax|ファ|メール|mail|受付|時間|平日|土日|フリー|〒|住所|\d{1,2}:\d\d|\d時|※|代表"
    r"|営業|内線|url|http"
)
_LOOK_BACK = 6
_MOST = 400


@dataclass(frozen=True, slots=True)
class Entry:
    """A number with the index of its line, and where the words that lead to it begin.

    ``rank``: 3 a desk for people, 2 a desk, 1 only a number, 0 for the press.
    """

    number: Number
    line: int
    lead: int
    rank: int


def entries(reading: Reading, foreign: tuple[str, ...] = ()) -> list[Entry]:
    """Numbers and addresses in the notice, without those of others, of frauds, or of fax.

    ``foreign`` are names (folded) of other companies whose desk is not the operator's.
    """
    return [entry for entry in _all(reading, foreign) if entry.rank >= 0][:_MOST]


def _all(reading: Reading, foreign: tuple[str, ...]) -> Iterator[Entry]:
    text = reading.text
    first, last = reading.main
    numbers = [*phones(text, first, last), *mails(text, first, last)]
    starts = [line.start for line in reading.lines]
    before = -1
    lead = 0
    for number in sorted(numbers, key=lambda one: one.start):
        index = max(bisect_right(starts, number.start) - 1, 0)
        if index != before:
            lead, before = reading.lines[index].start, index
        begin = max(lead, text.rfind("。", lead, number.start) + 1)
        yield Entry(number, index, begin, _rank(reading, index, begin, number, foreign))
        lead = number.end


def _rank(
    reading: Reading, index: int, begin: int, number: Number, foreign: tuple[str, ...]
) -> int:
    text = reading.text
    line = reading.lines[index]
    stop = text.find("。", number.end, line.end)
    sentence = text[
        begin : stop if 0 <= stop < number.end + 120 else min(line.end, number.end + 60)
    ]
    near = text[begin : number.start]
    refused = _CLOSED.search(text, number.end, max(stop, number.end))
    fake = _FAKE.search(sentence) and not _invites(near, text[number.end : number.end + 40])
    if refused or fake or _is_other(near, foreign):
        return -1
    rank = _rank_of(near)
    if rank is not None:
        return rank
    if _is_seat(reading, index, near, text[number.end : number.end + 12]):
        return 1
    return _rank_above(reading, index, begin, number, foreign)


def _invites(near: str, after: str) -> bool:
    """Does a sentence that warns of frauds send the reader to this number?"""
    if _FROM.match(after):
        return False
    return bool(_TO_DESK.search(near) or _INVITED.match(after))


def _is_seat(reading: Reading, index: int, near: str, after: str) -> bool:
    """Is it the number of the seat: the switchboard, or one below name and address of the firm?

    Such a block follows hours or numbers of the desk; below a heading it would be the desk.
    """
    if _DESK.search(_SEAT.sub("", near)) or _TAKEN.match(after):
        return False
    if _SEAT.search(near):
        return True
    addressed = False
    for line in reversed(reading.lines[max(index - 4, 0) : index]):
        words = reading.text[line.start : line.end]
        if _ADDRESS.match(words) or (len(words) <= 30 and _FIRM.search(words)):
            addressed = True
        else:
            return addressed and bool(_REACHED.search(words)) and len(words) <= 60
    return False


def _rank_of(words: str) -> int | None:
    """What the words that lead to a number say; None if nothing."""
    if _USUAL.search(words):
        return 0
    press = _PRESS.search(words)
    if _PEOPLE.search(_ANYONE.sub("", words) if press else words):
        return 3
    return 0 if press else None


def _rank_above(
    reading: Reading, index: int, begin: int, number: Number, foreign: tuple[str, ...]
) -> int:
    """What stands above: the nearest line that names whom a desk is for, else any desk word."""
    text = reading.text
    near = text[begin : number.start]
    strong = bool(_DESK.search(near))
    named = bool(_OWN_LABEL.match(text[reading.lines[index].start : number.start][-80:]))
    if begin > reading.lines[index].start:
        before = text[reading.lines[index].start : begin]
        strong = strong or bool(_DESK.search(before))
    for step, line in enumerate(_above(reading, index)):
        words = text[line.start : line.end]
        heads = len(words) <= 60 and bool(_HEADING.search(words)) and not _DONE.search(words)
        short = len(words) <= 40
        if heads and short and not named and _is_other(words, foreign):
            return -1
        if (
            step == 0
            and number.kind == "email"
            and short
            and _FAKE.search(words)
            and words[-1:] != "。"
        ):
            return -1
        rank = _rank_of(words) if heads else None
        if rank is not None:
            return rank
        strong = strong or heads
        if re.search("問い?合|連絡先|窓口|相談", words) and len(words) <= 40:
            break
    section = reading.section_at(begin)
    if strong or (section is not None and section.kind == "desk"):
        return 2
    return 1


def _above(reading: Reading, index: int) -> Iterator[Line]:
    """Lines before one, upwards, while they are no running text."""
    for step in range(1, _LOOK_BACK + 1):
        if index - step < 0:
            return
        line = reading.lines[index - step]
        words = reading.text[line.start : line.end]
        if len(words) > 60 and not _CONTACT_LINE.search(words[:20]):
            if step == 1:
                yield line
            return
        yield line


def _is_other(words: str, foreign: tuple[str, ...]) -> bool:
    return bool(_OTHER.search(words)) or any(name in words for name in foreign)
