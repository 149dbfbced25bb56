"""A bill or a threat, and a telephone number to call at once.

What it sees
    A short text with a number to call, the request to call it, and a bill, a renewal, a refund or
    a law suit; often with a time limit.
Why it matters
    At the other end a false support desk talks the caller into remote access or a transfer. The
    mail itself holds no link, so filters find little.
When it is wrong
    Hotels, clinics and repair services ask for a call about a booking or a bill too.
Example
    「お心当たりがない場合は、本日中に 050-0000-0000 までお電話ください。」
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.views import Text
from mayoke.mail.signals.watch import Watch
from mayoke.records.signal import Signal, SignalInfo
from mayoke.text.personal import phones

SIGNAL = SignalInfo(
    id="telephone_lure",
    speaks_for="scam",
    kinds=("fake_invoice", "fictitious_billing", "fake_police"),
    ja="請求や手続きを理由に、「{number}」へ急いで電話をかけさせようとしています。かけると、お金の支払いや遠隔操作へ誘い込まれるおそれがあります。",
    en="It urges you to call {number} about a bill or a case. Such calls lead to payments or remote control.",
)

_CALL = Watch(
    "お電話ください", "お電話下さい", "電話してください", "電話をください", "お電話で", "までご連絡", "へご連絡",
    "に電話", "に連絡", "へ連絡", "まで連絡", "お問い合わせ窓口", "連絡してください", "連絡下さい", "連絡ください",
    "までお電話", "へお電話", "call us", "call our", "please call", "call now", "contact our support",
    "call the number", "call immediately", "toll free", "toll-free", "call at", "dial",
)  # fmt: skip
_CAUSE = Watch(
    "請求", "引き落とし", "自動更新", "返金", "訴訟", "裁判", "法的", "未納", "未払", "延滞", "差し押", "差押", "逮捕",
    "不正利用", "遠隔", "購入が", "ご購入", "承認されました", "ウイルス", "感染", "捜査", "被害届", "ハッキング",
    "charged", "renewal", "renewed", "refund", "invoice", "subscription", "unauthorized", "auto-debit", "virus",
    "payment of",
)  # fmt: skip
_HURRY = Watch(
    "時間以内", "本日中", "今日中", "至急", "直ちに", "ただちに", "すぐに", "即日", "日以内", "お心当たりがない",
    "心当たりのない", "覚えがない", "覚えのない", "身に覚え", "within 24", "within 48", "immediately", "if you did not",
    "if you didn't", "if this was not", "not authorize", "to cancel", "wish to cancel",
)  # fmt: skip
_LONGEST = 900
_REACH = 70


def find(ctx: Context) -> Iterator[Signal]:
    """The first number near a request to call."""
    calls = _CALL.hits(ctx)
    if not calls or not _CAUSE.hits(ctx) or not _HURRY.hits(ctx):
        return
    for text in dict.fromkeys(text for text, _, _ in calls):
        if len(text.folded.text) > _LONGEST:
            continue
        numbers = phones(text.folded.text)
        span = _near(text, calls, numbers)
        if span is not None:
            evidence = text.evidence(*span)
            yield Signal(SIGNAL.id, evidence, {"number": evidence.quote})
            return


def _near(
    text: Text, calls: list[tuple[Text, int, int]], numbers: list[tuple[int, int]]
) -> tuple[int, int] | None:
    for number in numbers:
        for other, start, end in calls:
            if other is text and start - _REACH <= number[1] and number[0] <= end + _REACH:
                return number
    return None
