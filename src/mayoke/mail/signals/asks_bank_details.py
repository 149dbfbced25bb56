"""The text asks for the reader's bank account.

What it sees
    A request to send or enter an account number, a branch or bank details.
Why it matters
    Promised money that never comes is the usual pretext for collecting accounts, which are then
    emptied or misused.
When it is wrong
    Employers, insurers and customers who owe money ask so too.
Example
    「お振込先の銀行名・支店名・口座番号をご返信ください。」
"""

from collections.abc import Iterator

from mayoke.mail.signals.asking import ENTER, TELL, Asking
from mayoke.mail.signals.context import Context
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="asks_bank_details",
    speaks_for="scam",
    kinds=("prize_aid", "romance_advance_fee", "phishing", "solicitation"),
    ja="「{quote}」と、銀行口座の情報を求めています。口座を悪用されるおそれがあります。",
    en="It asks for your bank account (“{quote}”), which can be misused.",
)

_ASKING = Asking(
    "口座番号",
    "口座情報",
    "振込先口座",
    "暗証番号と口座",
    "口座の情報",
    "銀行口座",
    "支店名",
    "受取口座",
    "お受取口座",
    "契約者番号",
    "契約番号",
    "お客様番号",
    "店番号",
    "bank details",
    "bank account",
    "account number",
    "banking details",
    "bank information",
    "bank name",
    verbs=f"{ENTER}|{TELL}|登録",
)


def find(ctx: Context) -> Iterator[Signal]:
    """The first request."""
    evidence = _ASKING.first(ctx)
    if evidence is not None:
        yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
