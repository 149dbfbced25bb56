"""A bank account to pay into stands in the text.

What it sees
    「普通 1234567」 or 「口座番号」 and seven digits, an IBAN or a SWIFT code after bank words.
Why it matters
    Where a transfer is asked for, the account is the thing the swindler needs.
When it is wrong
    Every invoice has one.
Example
    「あけぼの銀行 普通 1234567」
"""

from collections.abc import Iterator

from mayoke.mail.signals.bank_accounts import accounts
from mayoke.mail.signals.context import Context
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="bank_account_in_text",
    speaks_for="scam",
    kinds=("bec", "fake_invoice", "prize_aid", "romance_advance_fee"),
    ja="振り込み先の口座（{quote}）が書かれています。振り込む前に、前から知っている電話番号で相手に確かめてください。",
    en="It names a bank account to pay into (“{quote}”). Call the payee on a number you already know before paying.",
)


def find(ctx: Context) -> Iterator[Signal]:
    """The first account."""
    for account in accounts(ctx):
        evidence = account.evidence()
        yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
        return
