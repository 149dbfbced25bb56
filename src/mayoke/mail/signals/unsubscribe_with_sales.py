"""Advertising that tells how to leave the list.

What it sees
    Words of leaving (配信停止, unsubscribe …) together with two or more words of selling.
Why it matters
    It marks mass advertising. The law on advertising mail asks for such a line.
When it is wrong
    Shops and services that one has joined write the same way.
Example
    「送料無料セール中！ 配信停止はこちら」
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.sales_words import LEAVE, SALES
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="unsubscribe_with_sales",
    speaks_for="junk",
    ja="売り込みの文章に「{quote}」の案内が付いた、広告のメールです。",
    en="It is an advertisement with a line about leaving the list (“{quote}”).",
)

_ENOUGH = 2


def find(ctx: Context) -> Iterator[Signal]:
    """The words of leaving."""
    leave = LEAVE.hits(ctx)
    if not leave:
        return
    words = {text.folded.text[start:end] for text, start, end in SALES.hits(ctx)}
    if len(words) >= _ENOUGH:
        text, start, end = leave[0]
        evidence = text.evidence(start, end)
        yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
