"""The receiving host confirms that the brand itself sent the mail.

What it sees
    From is at a domain that the brand is known to send from or lets its customers sign in at, and
    results that are believed (the user named the host, or it is known to cleanse them) hold a
    DMARC pass, or a DKIM or SPF pass aligned with From (RFC 7489 §3.1).
Why it matters
    Only the owner of the domain can bring that about.
When it is wrong
    A brand's mail service may itself be misused, as invoices through a payment service are.

Example
    From: 三井住友カード <statement@vpass.ne.jp> with dmarc=pass header.from=vpass.ne.jp
"""

from collections.abc import Iterator

from mayoke.mail.signals.aligned import aligned_pass, sending_brand, well_known_sender
from mayoke.mail.signals.context import Context
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="aligned_pass_from_brand",
    speaks_for="clean",
    ja="受信したメールサーバーの記録では、確かに{brand}のアドレス（{domain}）から送られています。",
    en="The receiving mail server recorded that the message really came from {brand_en} ({domain}).",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal on the From address."""
    if ctx.sender is None or aligned_pass(ctx) is None:
        return
    brand = sending_brand(ctx)
    if brand is None or not well_known_sender(ctx, brand):
        return
    yield Signal(
        SIGNAL.id,
        ctx.address_evidence(ctx.sender),
        {"brand": brand.name_ja, "brand_en": brand.name_en, "domain": ctx.sender.domain},
    )
