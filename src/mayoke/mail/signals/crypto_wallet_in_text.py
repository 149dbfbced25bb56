"""The address of a crypto wallet stands in the text.

What it sees
    A string shaped like a bitcoin, ethereum, litecoin or tron address.
Why it matters
    It is where the money is to go. Extortion mails always name one.
When it is wrong
    Exchanges confirm deposits and withdrawals with addresses; ransom notes at work are forwarded.
Example
    bc1q… below 「以下のアドレスへ送金してください。」
"""

import re
from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.records.evidence import Evidence
from mayoke.records.signal import Signal, SignalInfo
from mayoke.text.personal import wallets

SIGNAL = SignalInfo(
    id="crypto_wallet_in_text",
    speaks_for="scam",
    kinds=("sextortion", "romance_advance_fee"),
    ja="暗号資産（仮想通貨）の送り先「{wallet}」が書かれています。ここへ送ったお金は取り戻せません。",
    en="It gives a crypto wallet to pay to (“{wallet}”). What is sent there cannot be called back.",
)

_LONG = re.compile(r"[A-Za-z0-9]{25}")
_TEXT_LIMIT = 50_000


def find(ctx: Context) -> Iterator[Signal]:
    """The first address."""
    for text in ctx.texts:
        raw = text.raw[:_TEXT_LIMIT]
        if _LONG.search(raw) is None:
            continue
        for start, end in wallets(raw):
            if not _in_address(raw, start, end):
                evidence = Evidence(text.part, start, end, raw[start:end])
                yield Signal(SIGNAL.id, evidence, {"wallet": evidence.quote})
                return


def _in_address(raw: str, start: int, end: int) -> bool:
    """Does it belong to a longer string, such as the path of a link?"""
    return (start > 0 and raw[start - 1] in "/=_-.&%+?") or (
        end < len(raw) and raw[end] in "/=_-&%+@"
    )
