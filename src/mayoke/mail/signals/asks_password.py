"""The text asks for a password or a secret number.

What it sees
    A request to enter or send a password, a PIN or both name and password. Passwords of
    attached archives and one-time codes are left out.
Why it matters
    A page that a mail leads to and that asks for the password is the usual way accounts are
    stolen.
When it is wrong
    A service that explains how to sign in uses the same words.
Example
    「ログインIDとパスワードをご入力ください。」
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals.asking import ENTER, TELL, Asking
from mayoke.mail.signals.context import Context
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="asks_password",
    speaks_for="scam",
    kinds=("phishing", "takeover_malware"),
    ja="「{quote}」と、パスワードや暗証番号を求めています。教えると、アカウントを乗っ取られるおそれがあります。",
    en="It asks for a password (“{quote}”). Whoever gets it can take over the account.",
)

_ARCHIVES = re2.compile(r"解凍|展開|添付|zip|圧縮|ファイル|再設定|one-time|attach|archive|reset")
_ONE_TIME = ("ワンタイム", "one-time ", "ワンタイム・")
_NEAR = 24

_ASKING = Asking(
    "パスワード",
    "暗証番号",
    "暗証",
    "password*",
    "passcode",
    "pin code",
    "pin number",
    "login details",
    "credentials",
    verbs=f"{ENTER}|{TELL}",
)


def find(ctx: Context) -> Iterator[Signal]:
    """The first request."""
    for text, start, end in _ASKING.find(ctx):
        folded = text.folded.text
        if folded.endswith(_ONE_TIME, 0, start):
            continue
        if not _ARCHIVES.search(folded[max(0, start - _NEAR) : end + _NEAR]):
            evidence = text.evidence(start, end)
            yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
            return
