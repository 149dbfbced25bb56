"""The text asks for the security code of a card.

What it sees
    A request to enter or send the security code, the CVV, or the three digits on the back, with a
    card named close by.
Why it matters
    The code is the last thing a stranger needs to pay with the card. It belongs on a payment page
    that one opened oneself, and nowhere else.
When it is wrong
    One-time codes are called security codes too; without a card near by they are let pass.
Example
    「カード番号、有効期限、セキュリティコードをご入力ください。」
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals.asking import ENTER, TELL, Asking
from mayoke.mail.signals.context import Context
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="asks_security_code",
    speaks_for="scam",
    kinds=("phishing", "prize_aid"),
    ja="「{quote}」と、カード裏面などのセキュリティコードを求めています。教えると、カードを勝手に使われるおそれがあります。",
    en="It asks for the security code of a card (“{quote}”), the last thing a thief needs.",
)

_ASKING = Asking(
    "セキュリティコード",
    "セキュリティーコード",
    "裏面の3桁",
    "裏面3桁",
    "3桁の番号",
    "3桁の数字",
    "cvv",
    "cvc",
    "cvv2",
    "security code",
    verbs=f"{ENTER}|{TELL}|更新|必要",
)
_CARD = re2.compile(r"カード|有効期限|\b(?:card|expir)")
_NEAR = 60


def find(ctx: Context) -> Iterator[Signal]:
    """The first request near a card."""
    for text, start, end in _ASKING.find(ctx):
        if _CARD.search(text.folded.text[max(0, start - _NEAR) : end + _NEAR]):
            evidence = text.evidence(start, end)
            yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
            return
