"""The code a word for an item has among its neighbours."""

import re

from mayoke.breach.facts.items.chunks import Chunk, Clauses
from mayoke.breach.facts.items.words import CARD, ItemWord

_LOYALTY = re.compile("\\((?:ポイント|会員|診察|図書|利用者|貸出)[^()]{0,16}(?:番号|カード|証)")
_PAPERS = frozenset({"insurance_number", "family_register", "my_number", "residence_status"})
_PAPER_NAMES = (
    "保険証",
    "健康保険証",
    "住民票",
    "戸籍",
    "在留カードの",
    "在留カード、",
    "個人番号カード",
    "マイナンバーカー",
)
_COPIES = re.compile(
    "(?:証|カード)?(?:\\([^()]{1,12}\\))?(?:、[^。、()]{1,12}(?:\\([^()]{1,12}\\))?){0,5}(?:等|など)?の?(?:本人確認(?:書類"
    "|資料)(?:等|など)?の)?(?:画像|写し|コピー)"
)
_CONTAINER = re.compile(
    "(?:の?\\(?(?:控え?|写し?|原本|現物)\\)?)?[、\t]?(?:約|計|延べ)?[0-9][0-9,]{0,8}(?:件|枚|通|冊|部|綴|店舗|箱|束)"
)
"""A paper counted: it holds items and is none."""
_PAPER = ("書", "票", "簿", "帳", "控")
_PEOPLE = re.compile("(?:者|員|方|主|様)$")
_HEADS = re.compile("[\t(:は]?(?:約|最大|計|延べ)?[0-9][0-9,]{0,9}(?:名|人|世帯|組)")
_AT_A_BANK = frozenset({"残高", "取引明細", "取引履歴", "明細"})
_MEMBER = frozenset({"会員名", "会員氏名", "会員の氏名"})
_CARD_BESIDE = re.compile(
    "(?:\\([^()]{0,12}\\))?[、,・/](?:クレジット)?カードの?番号|[、,・/]有効期限"
)
_NUMBER = re.compile(
    "\\(番号[、・,/)]|[^。、]{0,10}(?:番号の?(?:先頭|末尾|下|上|一部|頭)|(?:下|末尾)の?[0-9]桁)"
)


def exact(clauses: Clauses, chunk: Chunk, word: ItemWord) -> ItemWord:
    """The word with the code its neighbours give it; without any where it stands for no item."""
    if _is_nothing(clauses, word):
        return ItemWord(word.start, word.end, ())
    code = _by_others(clauses, chunk, word) or _of_a_card(clauses, word)
    if _is_copy(clauses, word):
        code = "photo"
    return word if code is None else ItemWord(word.start, word.end, (code,))


def _is_nothing(clauses: Clauses, word: ItemWord) -> bool:
    """Is it papers or people counted (納付書の控1,835件, 被扶養者3,347人), or a loyalty card's number?"""
    written = clauses.text[word.start : word.end]
    if word.codes == ("card_number",) and _LOYALTY.match(clauses.text, word.end, word.end + 30):
        return True
    if "medical_info" not in word.codes and written.endswith(_PAPER):
        return _CONTAINER.match(clauses.text, word.end, clauses.end) is not None
    people = _PEOPLE.search(written) is not None
    return people and _HEADS.match(clauses.text, word.end, clauses.end) is not None


def _by_others(clauses: Clauses, chunk: Chunk, word: ItemWord) -> str | None:
    """The code the other items beside a word give it: a balance beside an account is no point's."""
    written = clauses.text[word.start : word.end]
    if written in _AT_A_BANK and "bank_account" in chunk.codes:
        return "contract_info"
    if written == "保険料" and "contract_info" in chunk.codes:
        return "contract_info"
    return None


def _of_a_card(clauses: Clauses, word: ItemWord) -> str | None:
    """The code a word has when the number or the holder of a payment card is meant."""
    behind = clauses.text[word.end : word.end + 30]
    if clauses.text[word.start : word.end] in _MEMBER and _CARD_BESIDE.match(behind):
        return "card_holder_name"
    return "card_number" if word.codes == (CARD,) and _NUMBER.match(behind) else None


def _is_copy(clauses: Clauses, word: ItemWord) -> bool:
    """Are pictures of a paper meant (保険証の写し), not what stands on it?"""
    paper = clauses.text[word.start : word.end + 3].startswith(_PAPER_NAMES)
    copied = paper and _COPIES.match(clauses.text, word.end, word.end + 70)
    return bool(copied and set(word.codes) & _PAPERS)
