"""The mail pretends that the recipient sent it to himself.

What it sees
    The From address is one of the user's own (without ``--me``: one that also stands in To), and no
    believed result confirms that it was sent from there.
Why it matters
    Extortionists forge it to make believe that they got into the mailbox. They did not: a sender's
    address can be written freely.
When it is wrong
    Notes and scans that people do send to themselves.

Example
    From: hanako@example.jp / To: hanako@example.jp
"""

from collections.abc import Iterator

from mayoke.mail.signals import recipient
from mayoke.mail.signals.aligned import aligned_pass
from mayoke.mail.signals.context import Context
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="own_address_as_sender",
    speaks_for="scam",
    kinds=("sextortion",),
    ja="差出人があなた自身のアドレス（{address}）になっています。差出人のアドレスは自由に書けるので、"
    "乗っ取られた証拠にはなりません。",
    en="The sender's address is your own ({address}). Anyone can write any address there, so it does "
    "not prove that your mailbox was broken into.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal on the From address."""
    if ctx.sender is None or not ctx.sender.domain:
        return
    own = recipient.addresses(ctx)
    if not own:
        yield recipient.UNKNOWN
        return
    if ctx.sender.address.lower() not in own:
        return
    if recipient.rewritten_by_posting(ctx) or aligned_pass(ctx) is not None:
        return
    yield Signal(SIGNAL.id, ctx.address_evidence(ctx.sender), {"address": ctx.sender.address})
