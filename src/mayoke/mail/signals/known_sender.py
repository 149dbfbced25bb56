"""The sender is one the user knows.

What it sees
    The From address is among the addresses the user gave as known, and the receiving host did not
    find it forged.
Why it matters
    Most swindlers write from addresses nobody has seen before.
When it is wrong
    A friend's mailbox may be taken over, and an address can be forged where nobody checks.

Example
    A mail from the address of a partner in the user's address book
"""

from collections.abc import Iterator

from mayoke.mail.signals.aligned import dmarc_failure
from mayoke.mail.signals.context import Context
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="known_sender",
    speaks_for="clean",
    ja="差出人の {address} は、あなたが知っている相手として登録されています。",
    en="The sender {address} is among those you named as known to you.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal on the From address."""
    sender = ctx.sender
    if sender is None or sender.address.lower() not in ctx.known.senders:
        return
    if dmarc_failure(ctx) is None:
        yield Signal(SIGNAL.id, ctx.address_evidence(sender), {"address": sender.address})
