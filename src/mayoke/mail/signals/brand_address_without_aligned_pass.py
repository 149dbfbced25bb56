"""A brand's address, and a receiving host that could not confirm it.

What it sees
    From is at a brand's domain; the receiving host, which is believed, wrote down its checks, but
    none of DMARC, DKIM and SPF passed for that domain (relaxed alignment, RFC 7489 §3.1), and DMARC
    did not fail outright (that is another signal).
Why it matters
    Big brands sign what they send. A mail in their name that nothing confirms is often forged.
When it is wrong
    Mailing lists and forwarding break signatures; a brand's small sub-domain may have none.

Example
    From: 三井住友カード <statement@vpass.ne.jp> with spf=softfail and dkim=none
"""

from collections.abc import Iterator

from mayoke.mail.signals.aligned import aligned_pass, dmarc_failure, sending_brand, trusted
from mayoke.mail.signals.context import Context
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="brand_address_without_aligned_pass",
    speaks_for="scam",
    kinds=("phishing",),
    ja="差出人は{brand}のアドレス（{domain}）ですが、本当に{brand}から送られたことを、"
    "受信したメールサーバーは確認できませんでした。",
    en="The sender's address is {brand_en}'s ({domain}), but the receiving mail server could not "
    "confirm that {brand_en} really sent this message.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal on the From address."""
    if not trusted(ctx) or ctx.sender is None or dmarc_failure(ctx) is not None:
        return
    brand = sending_brand(ctx)
    if brand is None or aligned_pass(ctx) is not None:
        return
    yield Signal(
        SIGNAL.id,
        ctx.address_evidence(ctx.sender),
        {"brand": brand.name_ja, "brand_en": brand.name_en, "domain": ctx.sender.domain},
    )
