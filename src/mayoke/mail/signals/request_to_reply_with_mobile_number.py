"""The text asks for the reader's mobile number.

What it sees
    A request to answer with a telephone number, a mobile number or a messenger name.
Why it matters
    It moves the talk to a place where nobody filters and nobody else reads along: the first
    step of false bosses, false friends and side-job swindles.
When it is wrong
    Any business partner may ask for a number to call.
Example
    「至急お願いしたいことがあるので、携帯番号を返信してください。」
"""

from collections.abc import Iterator

from mayoke.mail.signals.asking import TELL, Asking
from mayoke.mail.signals.context import Context
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="request_to_reply_with_mobile_number",
    speaks_for="scam",
    kinds=("bec", "takeover_malware", "romance_advance_fee"),
    ja="「{quote}」と、電話番号を返信するよう求めています。人目につかない場所へ誘い出すときの手口です。",
    en=(
        "It asks you to reply with a telephone number (“{quote}”), a way of moving you to "
        "where nobody watches."
    ),
)

_ASKING = Asking(
    "携帯番号",
    "携帯電話番号",
    "携帯電話の番号",
    "携帯の番号",
    "電話番号",
    "lineのid",
    "line id",
    "mobile number",
    "cell number",
    "cell phone number",
    "phone number",
    "whatsapp number",
    verbs=TELL,
)


def find(ctx: Context) -> Iterator[Signal]:
    """The first request."""
    evidence = _ASKING.first(ctx)
    if evidence is not None:
        yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
