"""The text asks for the secret words of a crypto wallet.

What it sees
    A request to enter, send or confirm a seed phrase, recovery phrase or private key.
Why it matters
    Whoever knows the words owns the wallet. Nobody can call the coins back.
When it is wrong
    Hardly ever. Technical mail that explains how to restore a wallet.
Example
    「ウォレットの12個のリカバリーフレーズを入力してください。」
"""

from collections.abc import Iterator

from mayoke.mail.signals.asking import ENTER, TELL, Asking
from mayoke.mail.signals.context import Context
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="asks_recovery_phrase",
    speaks_for="scam",
    kinds=("phishing",),
    ja="「{quote}」と、暗号資産の財布を開ける秘密の言葉を求めています。教えると、中身をすべて失います。",
    en=(
        "It asks for the secret words of a crypto wallet (“{quote}”). Whoever has them owns "
        "its coins."
    ),
)

_ASKING = Asking(
    "シードフレーズ",
    "リカバリーフレーズ",
    "リカバリフレーズ",
    "復元フレーズ",
    "シークレットフレーズ",
    "回復フレーズ",
    "ニーモニック",
    "秘密鍵",
    "復元用の単語",
    "バックアップフレーズ",
    "seed phrase",
    "recovery phrase",
    "secret phrase",
    "secret recovery phrase",
    "wallet phrase",
    "12-word phrase",
    "24-word phrase",
    verbs=f"{ENTER}|{TELL}|照合|確認|接続",
)


def find(ctx: Context) -> Iterator[Signal]:
    """The first request."""
    evidence = _ASKING.first(ctx)
    if evidence is not None:
        yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
