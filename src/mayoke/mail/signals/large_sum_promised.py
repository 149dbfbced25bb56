"""A large sum of money is promised.

What it sees
    An amount of a million yen or more (or a million dollars, euros …) next to words of giving,
    winning, inheriting or paying out.
Why it matters
    Nobody gives a fortune to a stranger. A fee is asked for before the money "comes".
When it is wrong
    News, contracts and insurance that name sums; real lotteries write only to those who play.
Example
    「あなたに5,000万円をお受け取りいただけます。」
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.quoting import word_end
from mayoke.mail.signals.watch import Watch
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="large_sum_promised",
    speaks_for="scam",
    kinds=("prize_aid", "romance_advance_fee", "solicitation"),
    ja="「{quote}」と、大金を渡す話をしています。見知らぬ人に大金が渡ることはなく、先に手数料を取られるのが狙いです。",
    en="It promises a large sum (“{quote}”). Nobody gives a fortune to a stranger; the aim is a fee paid first.",
)

_SUMS = Watch(
    "億円", "万円", "億", ",000,000円", "000万", "million*", ",000,000", "万ドル", "万ユーロ"
)
_AMOUNT = re2.compile(
    r"(\d[\d,.]{0,12}|[一二三四五六七八九十百千数]{1,4}) ?(億|千万|百万|万|,000,000|million)?$"
)
_GIVE = re2.compile(
    r"受け取|受取|受給|差し上げ|差しあげ|贈(?:与|呈|り|る)|当選|当せん|支援金|給付|譲(?:渡|り|る)|進呈|お渡し|寄付|寄附|送金します|"
    r"お振り?込みします|振り?込みいたします|遺産|相続|賞金|獲得|が入ります|を用意|無償|援助|支援します|稼げ|儲|利益|配当|月収|"
    r"\b(?:donat|inherit|beneficiar|compensation|lottery|winning|next of kin|consignment|transfer|deceased|deposited)"
)
_MONEY = re2.compile(r"[$€£]|\busd?\b|eur|gbp|dollar|pound|yen")
_NOT = re2.compile(
    r"売上|補償|保険|資本金|限度|上限|最大|手数料|家賃|賃料|価格|年収[\d,]+万円以|借入|ローン|融資|住宅|物件|税|懲役|罰金|被害|詐欺"
)
_REACH = 46
_LEAST = 1_000_000
_UNITS = {"億": 100_000_000, "千万": 10_000_000, "百万": 1_000_000, "万": 10_000}


def find(ctx: Context) -> Iterator[Signal]:
    """The first such sum."""
    for text, start, end in _SUMS.hits(ctx):
        folded = text.folded.text
        ahead = folded[max(0, start - 16) : start]
        word = folded[start:end]
        if not _large(ahead, word):
            continue
        if (
            word.isascii()
            and word.startswith("million")
            and not _MONEY.search(ahead + folded[start : end + 16])
        ):
            continue
        before, after = folded[max(0, start - _REACH) : start], folded[end : end + _REACH]
        given = _GIVE.search(after) or _GIVE.search(before)
        if given is None or _NOT.search(before[-14:]) or _NOT.search(after[:10]):
            continue
        number = _AMOUNT.search(ahead)
        begin = start - len(ahead) + number.start() if number is not None else start
        follows = _GIVE.search(after)
        stop = end + (follows.end() if follows is not None else 0)
        evidence = text.evidence(begin, word_end(folded, stop))
        yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
        return


def _large(ahead: str, word: str) -> bool:
    """Is the number before ``word``, together with it, a million or more?"""
    if word.startswith((",000,000", "000万", "億", "million")):
        return bool(ahead) and (
            ahead.rstrip()[-1:].isdigit() or ahead.rstrip()[-1:] in "数一二三四五六七八九十百千"
        )
    number = _AMOUNT.search(ahead)
    if number is None:
        return False
    digits = number.group(1).replace(",", "").split(".")[0]
    if not digits.isdigit():
        return any(ch in "百千" for ch in digits)
    value = int(digits) * _UNITS.get(number.group(2) or "", 1)
    return value * 10_000 >= _LEAST
