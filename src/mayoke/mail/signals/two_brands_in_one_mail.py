"""One brand writes, another one signs.

What it sees
    The sender's name or the subject claims one brand, the signature below claims another, and the
    two have nothing to do with each other.
Why it matters
    Templates are used for one brand after the other, and the old footer stays behind.
When it is wrong
    Joint campaigns, and agents who send on behalf of a brand.
Example
    Subject 【イオンカード】…, and below 「発行：株式会社ジェーシービー」.
"""

from collections.abc import Iterator

from mayoke.mail.signals.claims import Claim
from mayoke.mail.signals.context import Context
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="two_brands_in_one_mail",
    speaks_for="scam",
    kinds=("phishing",),
    ja="「{brand}」からのメールのはずなのに、最後の署名は「{other}」になっています。ほかの偽メールの使い回しのようです。",
    en="The mail claims to come from {brand_en}, but is signed by {other_en}: it seems to be reused from another forgery.",
)


def find(ctx: Context) -> Iterator[Signal]:
    """The first signature of another brand."""
    claims = ctx.claims
    if len(claims) < 2:
        return
    heads = [claim for claim in claims if claim.where in ("name", "address", "subject")]
    if not heads:
        return
    signatures = [claim for claim in claims if claim.where == "signature"]
    if any(_related(ctx, head, claim) for head in heads for claim in signatures):
        return
    for claim in signatures[:1]:
        values = {
            "brand": heads[0].brand.name_ja,
            "other": claim.brand.name_ja,
            "brand_en": heads[0].brand.name_en,
            "other_en": claim.brand.name_en,
        }
        yield Signal(SIGNAL.id, claim.evidence, values)


def _related(ctx: Context, one: Claim, other: Claim) -> bool:
    """The same brand, or one of the same house (it owns a sign-in domain of the other)."""
    if one.brand.slug == other.brand.slug:
        return True
    return any(ctx.owns(one.brand, domain) for domain in other.brand.login_domains) or any(
        ctx.owns(other.brand, domain) for domain in one.brand.login_domains
    )
