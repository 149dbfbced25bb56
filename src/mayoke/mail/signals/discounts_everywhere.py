"""Prices and discounts all over the text.

What it sees
    Three or more different words of selling (% OFF, 割引, 送料無料, 半額, セール, free trial, save …),
    in English four.
Why it matters
    It marks advertising.
When it is wrong
    Advertising that one has asked for looks the same.
Example
    「全品50%OFF！送料無料！ポイント10倍！本日限りの特価」
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.sales_words import SALES
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="discounts_everywhere",
    speaks_for="junk",
    ja="「{quote}」など、値引きや特典の言葉がたくさん並ぶ、売り込みのメールです。",
    en="It is full of prices and discounts (“{quote}” and more): an advertisement.",
)

_ENOUGH = 3
_ENOUGH_ENGLISH = 4


def find(ctx: Context) -> Iterator[Signal]:
    """The first of the words."""
    hits = SALES.hits(ctx)
    if len(hits) < _ENOUGH:
        return
    words = {text.folded.text[start:end] for text, start, end in hits}
    if len(words) >= (_ENOUGH if ctx.japanese else _ENOUGH_ENGLISH):
        text, start, end = hits[0]
        evidence = text.evidence(start, end)
        yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
