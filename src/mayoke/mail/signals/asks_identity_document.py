"""The text asks for a picture of an identity document.

What it sees
    A request to send, upload or photograph a driving licence, a My Number card, a passport or
    the like.
Why it matters
    With the picture a stranger can open accounts and take out loans in the victim's name.
When it is wrong
    Banks and employers do ask for such papers, mostly inside their own application or by post.
Example
    「運転免許証の両面を撮影して返信してください。」
"""

from collections.abc import Iterator

from mayoke.mail.signals.asking import SHOW, Asking
from mayoke.mail.signals.context import Context
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="asks_identity_document",
    speaks_for="scam",
    kinds=("phishing", "solicitation", "prize_aid", "fake_police"),
    ja="「{quote}」と、身分証の写真や控えを求めています。渡すと、あなたの名前で口座や借金を作られるおそれがあります。",
    en="It asks for an identity document (“{quote}”), which can be used to act in your name.",
)

_ASKING = Asking(
    "本人確認書類",
    "身分証",
    "身分証明書",
    "運転免許証",
    "免許証",
    "マイナンバーカード",
    "個人番号カード",
    "パスポート",
    "保険証",
    "顔写真",
    "自撮り",
    "identity document",
    "copy of your id",
    "passport",
    "drivers license",
    "driving licence",
    "photo id",
    verbs=SHOW,
)


def find(ctx: Context) -> Iterator[Signal]:
    """The first request."""
    evidence = _ASKING.first(ctx)
    if evidence is not None:
        yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
