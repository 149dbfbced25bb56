"""A sender under a top-level domain that throw-away domains prefer.

What it sees
    The From domain ends in one of the registry's cheap_tlds (.cfd, .icu, .top, .xyz …).
Why it matters
    Such names cost next to nothing, so swindlers use them by the thousand and drop them.
When it is wrong
    Small honest firms use them as well. A weak sign that needs others beside it.

Example
    From: info@mayoke-specimen.xyz
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="cheap_tld_sender",
    speaks_for="scam",
    ja="差出人のアドレスの末尾「.{tld}」は、使い捨てのアドレスによく使われるものです。",
    en='The sender\'s address ends in ".{tld}", which is often used for throw-away addresses.',
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal on the From address."""
    sender = ctx.sender
    if sender is None or not sender.domain:
        return
    if not ctx.registry.in_list("cheap_tlds", sender.domain):
        return
    if ctx.registry.owner(sender.domain) is not None:
        return
    tld = sender.domain.rpartition(".")[2]
    yield Signal(SIGNAL.id, ctx.address_evidence(sender), {"tld": tld})
