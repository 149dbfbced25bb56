"""The money is to go to a private person's account.

What it sees
    A bank account whose holder is written in kana without the mark that banks give to companies
    (カ）, ユ）, ド）…).
Why it matters
    A firm's account carries the firm's mark. Swindlers use bought accounts of private people,
    whatever firm or office they claim to be.
When it is wrong
    Clubs, parents' associations, small traders and friends have such accounts.
Example
    「お振込先：あけぼの銀行 普通 1234567 タナカ ケンジ」
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals.bank_accounts import Account, accounts
from mayoke.mail.signals.context import Context
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="pay_to_a_person",
    speaks_for="scam",
    kinds=("fictitious_billing", "bec", "romance_advance_fee", "fake_invoice", "prize_aid"),
    ja="振り込み先の名義（{holder}）に、会社の口座なら付くはずの印（「カ）」など）がありません。詐欺では、買い取った他人の口座がよく使われます。",
    en="The account holder ({holder}) lacks the mark that a company's account carries in Japan; swindlers use other people's accounts.",
)

_COMPANY = re2.compile(
    r"\(カ|カ\)|カ\(|\(ユ|ユ\)|\(ド|ド\)|\(シヤ|シヤ\)|\(ザイ|ザイ\)|\(ガク|ガク\)|\(フク|フク\)|\(イ|イ\)|\(トクヒ|トクヒ\)|カブシキ|"
    r"ユウゲン|ゴウドウ|カイシャ|カイシヤ|ホウジン|キョウカイ|キヨウカイ|クラブ|カイ$|カン$|ダイヒョウ|ダイヒヨウ|"
    r"株|会社|法人|協会|組合|事務|クラブ|センター|リツ|シチョウ|市|県|会$|部$"
)
_KANA_ONLY = re2.compile(r"^[\p{Katakana}ー・]{4,20}$")


def find(ctx: Context) -> Iterator[Signal]:
    """The first such account."""
    for account in accounts(ctx):
        if _private(account):
            yield Signal(SIGNAL.id, account.evidence(), {"holder": account.holder})
            return


def _private(account: Account) -> bool:
    return bool(_KANA_ONLY.search(account.holder)) and not _COMPANY.search(account.holder)
