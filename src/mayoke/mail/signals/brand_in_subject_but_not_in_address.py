"""A brand speaks in the subject, but the address is not the brand's.

What it sees
    The subject opens with a brand's name or holds it in brackets, the sender's name does not name
    the brand, the domain of the address is none of the brand's, and the mail wants a reaction
    (a link, a form or an attachment).
Why it matters
    Impostors put the brand where it is read first, and keep the sender's field vague.
When it is wrong
    A shop writes about a payment service it takes, a newsletter about a brand.

Example
    From: お客様センター <info@secure-xyz.example.net> / Subject: 【イオンカード】ご利用確認
"""

from collections.abc import Iterator

from mayoke.mail.signals.aligned import aligned_pass
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import destinations
from mayoke.mail.signals.subject_voice import speaks
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="brand_in_subject_but_not_in_address",
    speaks_for="scam",
    kinds=("phishing",),
    ja="件名では「{brand}」からの連絡に見えますが、差出人のアドレスは {domain} で、{brand}のものではありません。",
    en="The subject looks like a message from {brand_en}, but the sender's address is at {domain}, "
    "which does not belong to {brand_en}.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal for the first such brand."""
    sender = ctx.sender
    if sender is None or not sender.domain or not _wants_reaction(ctx):
        return
    for claim in ctx.claims:
        if claim.where != "subject" or ctx.owns(claim.brand, sender.domain):
            continue
        if not speaks(ctx.message.subject, claim.evidence):
            continue
        if ctx.registry.owner(sender.domain) is not None and aligned_pass(ctx):
            continue
        yield Signal(
            SIGNAL.id,
            claim.evidence,
            {
                "brand": claim.brand.name_ja,
                "brand_en": claim.brand.name_en,
                "domain": sender.domain,
            },
        )
        return


def _wants_reaction(ctx: Context) -> bool:
    message = ctx.message
    return bool(
        message.attachments or any(body.forms for body in message.bodies) or destinations(ctx)
    )
