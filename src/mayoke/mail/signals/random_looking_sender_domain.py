"""A sender's domain that looks like letters drawn by a machine.

What it sees
    The chosen label of the From domain has next to no vowels, long runs of consonants, or letters
    and digits in turn.
Why it matters
    Throw-away domains are made by programs; firms choose names that can be said on the telephone.
When it is wrong
    Abbreviations of long names. A weak sign that needs others beside it.

Example
    From: info@bnjdxfqv.example
"""

from collections.abc import Iterator

from mayoke.mail.signals.aligned import is_mailbox
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import chosen_label
from mayoke.mail.signals.randomness import looks_random
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="random_looking_sender_domain",
    speaks_for="scam",
    ja="差出人のアドレス {domain} は、でたらめに並べた文字のように見えます。",
    en="The sender's domain {domain} looks like letters strung together at random.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal on the From address."""
    sender = ctx.sender
    if sender is None or not looks_random(chosen_label(ctx.sender_registrable)):
        return
    if is_mailbox(ctx, sender.domain) or ctx.registry.owner(sender.domain) is not None:
        return
    yield Signal(SIGNAL.id, ctx.address_evidence(sender), {"domain": sender.domain})
