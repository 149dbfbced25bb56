"""A sender's address whose part before the @ looks drawn by a machine.

What it sees
    The local part of From has next to no vowels, long runs of consonants, or letters and digits in
    turn, and the domain is not one where people choose their own mailbox name.
Why it matters
    Companies write from info@ or no-reply@; programs that forge addresses fill in anything.
When it is wrong
    Ticket systems and list managers put codes into From.

Example
    From: 野村證券 <x6h86sfg@nomura.co.jp>
"""

from collections.abc import Iterator

from mayoke.mail.signals.aligned import is_mailbox
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.randomness import looks_random
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="random_local_part",
    speaks_for="scam",
    ja="差出人のアドレスの「@」より前（{local}）が、でたらめに並べた文字のように見えます。",
    en="The part of the sender's address before the @ ({local}) looks strung together at random.",
)

_CODED = frozenset("+#=/")


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal on the From address."""
    sender = ctx.sender
    if sender is None or not 6 <= len(sender.local) <= 24 or is_mailbox(ctx, sender.domain):
        return
    # Lists and bug trackers write codes after a plus sign and the like.
    if _CODED.isdisjoint(sender.local) and looks_random(sender.local.lower()):
        yield Signal(SIGNAL.id, ctx.address_evidence(sender), {"local": sender.local})
