"""The text asks for the number of a payment card.

What it sees
    A request to enter, send or renew a card number, card details or the expiry date, in
    Japanese or English.
Why it matters
    With the number, the date and the name a stranger can pay on the Internet.
When it is wrong
    A shop that asks a member to replace an expired card uses the same words; the links then
    lead to the shop itself.
Example
    「クレジットカード番号を入力してください。」
"""

from collections.abc import Iterator

from mayoke.mail.signals.asking import ENTER, TELL, Asking
from mayoke.mail.signals.context import Context
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="asks_card_number",
    speaks_for="scam",
    kinds=("phishing", "prize_aid", "fictitious_billing"),
    ja="「{quote}」と、カードの番号を求めています。入れてしまうと、他人にカードを使われるおそれがあります。",
    en="It asks for card details (“{quote}”). Whoever gets them can pay with the card.",
)

_ASKING = Asking(
    "カード番号",
    "カードの番号",
    "カード情報",
    "カードの情報",
    "カードご利用情報",
    "card number",
    "card details",
    "card information",
    "card info",
    "debit card",
    "credit card",
    verbs=f"{ENTER}|{TELL}|更新|登録|確認",
)


def find(ctx: Context) -> Iterator[Signal]:
    """The first request."""
    evidence = _ASKING.first(ctx)
    if evidence is not None:
        yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
