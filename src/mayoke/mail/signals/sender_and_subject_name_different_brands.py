"""The sender is one brand, the subject speaks for another.

What it sees
    The display name or the address is a brand's, the subject opens with another brand or holds it
    in brackets, and the two do not belong to one house.
Why it matters
    Phishing kits mix up their parts; a company signs with its own name.
When it is wrong
    Joint campaigns: a card company writes about a shop.

Example
    From: 楽天 <info@rakuten.co.jp> / Subject: 【Amazon】アカウントを制限しました
"""

from collections.abc import Iterator

from mayoke.mail.signals.aligned import aligned_pass
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.subject_voice import speaks
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="sender_and_subject_name_different_brands",
    speaks_for="scam",
    kinds=("phishing",),
    ja="差出人は{sender}なのに、件名は{brand}からの連絡になっていて、食い違っています。",
    en="The sender is {sender_en}, but the subject speaks for {brand_en}: the two do not match.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal on the subject."""
    senders = [
        c.brand for c in ctx.claims if c.where == "address" or (c.where == "name" and c.whole)
    ]
    if not senders or aligned_pass(ctx) is not None:
        return
    for claim in ctx.claims:
        if claim.where != "subject" or not speaks(ctx.message.subject, claim.evidence):
            continue
        if any(_one_house(ctx, claim.brand.slug, sender.slug) for sender in senders):
            continue
        yield Signal(
            SIGNAL.id,
            claim.evidence,
            {
                "brand": claim.brand.name_ja,
                "brand_en": claim.brand.name_en,
                "sender": senders[0].name_ja,
                "sender_en": senders[0].name_en,
            },
        )
        return


def _one_house(ctx: Context, slug: str, other: str) -> bool:
    brand, owner = ctx.registry.brands[slug], ctx.registry.brands[other]
    return any(ctx.owns(owner, domain) for domain in brand.login_domains) or any(
        ctx.owns(brand, domain) for domain in owner.login_domains
    )
