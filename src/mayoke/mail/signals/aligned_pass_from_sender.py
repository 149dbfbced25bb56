"""The receiving host confirms the From domain, whoever that is.

What it sees
    Results that are believed hold a DMARC pass, or a DKIM or SPF pass aligned with From (RFC 7489
    §3.1), and the domain is no known brand's (that is another signal).
Why it matters
    The address is at least not forged: one doubt less.
When it is wrong
    Swindlers' own domains pass as well. It says who sent the mail, not that he is honest.

Example
    From: 佐藤 <sato@sakura-sekkei.example> with dkim=pass header.d=sakura-sekkei.example
"""

from collections.abc import Iterator

from mayoke.mail.signals.aligned import aligned_pass, sending_brand
from mayoke.mail.signals.context import Context
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="aligned_pass_from_sender",
    speaks_for="clean",
    ja="差出人のアドレス {address} そのものは偽造されていません（ただし、その人が信用できるかは別です）。",
    en="The sender's address {address} itself is not forged (which does not make its owner honest).",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal on the From address."""
    if ctx.sender is None or aligned_pass(ctx) is None or sending_brand(ctx) is not None:
        return
    yield Signal(SIGNAL.id, ctx.address_evidence(ctx.sender), {"address": ctx.sender.address})
