"""The text asks to be told a one-time code.

What it sees
    A request to send, tell or forward a one-time password or a code that comes by SMS. A
    request to enter it is left out: every real sign-in mail says so.
Why it matters
    The code is the last lock of an account. No company and no friend needs it from its owner.
When it is wrong
    A helper of the own firm who sets up a telephone may ask so; he should not.
Example
    「届いた6桁の認証コードをこのメールに返信してください。」
"""

from collections.abc import Iterator

from mayoke.mail.signals.asking import TELL, Asking
from mayoke.mail.signals.context import Context
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="asks_one_time_code",
    speaks_for="scam",
    kinds=("takeover_malware", "phishing"),
    ja="「{quote}」と、認証コードを教えるよう求めています。コードを渡すと、アカウントを乗っ取られます。",
    en="It asks to be told a one-time code (“{quote}”). Whoever gets it takes over the account.",
)

_ASKING = Asking(
    "ワンタイムパスワード",
    "認証コード",
    "確認コード",
    "認証番号",
    "確認番号",
    "smsコード",
    "6桁の番号",
    "6桁の数字",
    "6桁のコード",
    "4桁の番号",
    "4桁の数字",
    "verification code",
    "one-time code",
    "sms code",
    "6-digit code",
    "six-digit code",
    verbs=f"{TELL}|ご用意|スクリーンショット|スクショ|読み上げ",
    needed=False,
)


def find(ctx: Context) -> Iterator[Signal]:
    """The first request."""
    evidence = _ASKING.first(ctx)
    if evidence is not None:
        yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
