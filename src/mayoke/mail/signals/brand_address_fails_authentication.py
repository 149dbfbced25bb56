"""A brand's address in From that is forged, as the receiving host found.

What it sees
    From is at a brand's domain and the receiving host wrote ``dmarc=fail`` for it. A failure is
    used even when the host is not known: nobody plants one against himself.
Why it matters
    A quarter to two fifths of Japanese phishing forges the brand's true address (study:
    japan-facts); DMARC (RFC 7489) is the check that notices.
When it is wrong
    Mailing lists and forwarding services change mails so that the check fails.

Example
    From: Amazon.co.jp <no-reply@amazon.co.jp> with dmarc=fail header.from=amazon.co.jp
"""

from collections.abc import Iterator

from mayoke.mail.signals.aligned import dmarc_failure, sending_brand
from mayoke.mail.signals.context import Context
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="brand_address_fails_authentication",
    speaks_for="scam",
    kinds=("phishing",),
    ja="差出人は{brand}のアドレス（{domain}）になっていますが、メールサーバーの検査では"
    "「本物の差出人ではない」という結果でした。",
    en="The sender's address is shown as {brand_en}'s ({domain}), but the mail server's check says "
    "that the message did not really come from there.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal on the From address."""
    if ctx.sender is None or dmarc_failure(ctx) is None:
        return
    brand = sending_brand(ctx)
    if brand is None:
        return
    yield Signal(
        SIGNAL.id,
        ctx.address_evidence(ctx.sender),
        {"brand": brand.name_ja, "brand_en": brand.name_en, "domain": ctx.sender.domain},
    )
