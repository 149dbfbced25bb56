"""Who pays when a card is issued again: the operator or the holder."""

import re
from typing import Literal

from mayoke.breach.reading import Reading
from mayoke.records.incident import Located

Fee = Literal["borne_by_operator", "borne_by_holder"]

_REISSUE = re.compile(
    r"再発行|差し?替え|切り?替え|カードの(?:交換|更新|作り直)|再作成|新しいカード"
)
_COST = re.compile(r"手数料|費用|料金|代金|実費|負担|有料|無料|無償")
_OPERATOR = re.compile(
    r"(?:当社|弊社|当店|当方|当会|弊会|当協会|当法人|当院|本学|当行|同社|当グループ|当館|当宿|会社"
    r"|こちら|カード会社)(?:側)?(?:が|にて|で|より|の方で)[^。\n]{0,20}(?:負担(?!を?お願|いただ)"
    r"|支払|持ち|お支払い|補償|対応)|(?:当社|弊社|当店|当方|当会|弊会|当法人|同社)(?:の)?負担"
    r"|(?:ご?負担|費用|手数料|料金|代金|お金)(?:を?お?(?:掛け|かけ|おかけ|お掛け|いただ|頂)|は|が"
    r"|を|等は|も)?[^。\n]{0,14}(?:しない|(?:し|いたし|致し)ません|せぬ|かから|掛から|かけ(?:ない"
    r"|ま?せん|ぬ)|掛け(?:ない|ま?せん|ぬ)|ございません|ありません|ない(?:よう|形)|不要|無料|無償"
    r"|頂きません|いただきません|いただかない|生じ(?:ない|ま?せん)|発生(?:しない|しません"
    r"|いたしません))|(?:無料|無償)(?:で|にて|と|に)[^。\n]{0,20}(?:再発行|差し?替え|切り?替え"
    r"|交換)|(?:再発行|差し?替え|切り?替え|交換)[^。\n]{0,24}(?:無料|無償)"
)
_HOLDER = re.compile(
    r"(?:お客様|お客さま|会員様?|利用者様?|カード会員様?|名義人様?|皆様|皆さま|ご本人様?"
    r"|各自)(?:の|に(?:て)?|で|が|側の|ご自身の)?[^。\n]{0,10}"
    r"(?:ご?負担(?:と|に|いただ|頂|を?お願|くださ)|のご?負担(?:です|と|で))"
    r"|手数料[^。\n]{0,12}(?:がかか(?:る|り)|が掛か(?:る|り)|が必要|が発生(?:する|し(?:ます|た))"
    r"|を申し受け|はご負担(?:くださ|いただ|をお願)|はお客様(?:の)?ご?負担(?:と|です|に))"
)
_FREED = re.compile(
    r"(?:負担|かけ|掛け|かから|掛から|発生)[^。\n]{0,8}(?:ません|ない|なく|ぬ)|不要|無料|無償"
)
_LOOK = 2  # a sentence that speaks of the fee may follow the one that names the reissue
_MOST = 4000


def find(reading: Reading) -> tuple[Fee | None, tuple[Located, ...]]:
    """Who bears the fee, with the sentence that says so; None where nothing is said."""
    text = reading.text
    first, last = reading.main
    since = _LOOK + 1
    for sentence in reading.sentences[:_MOST]:
        if not first <= sentence.start < max(last, 1):
            continue
        since = 0 if _REISSUE.search(text, sentence.start, sentence.end) else since + 1
        if since > _LOOK or not _COST.search(text, sentence.start, sentence.end):
            continue
        value = _judged(text[sentence.start : sentence.end])
        if value is not None:
            return value, (Located(value, reading.quote(sentence.start, sentence.end)),)
    return None, ()


def _judged(sentence: str) -> Fee | None:
    if _OPERATOR.search(sentence):
        return "borne_by_operator"
    held = _HOLDER.search(sentence)
    if held and not _FREED.search(sentence, held.start()):
        return "borne_by_holder"
    return None
