"""A brand's word inside a sender's domain that is not the brand's.

What it sees
    The From domain holds the label of a brand's domain as a piece, or as the beginning or end of a
    piece, and the domain is not the brand's.
Why it matters
    The familiar word makes a strange address look right; only its end says whose it is.
When it is wrong
    Dealers and fan clubs name brands in their domains too.

Example
    From: support@fukuokabank-supportx.example
"""

from collections.abc import Iterator

from mayoke.mail.signals.brand_words import brand_words, kin
from mayoke.mail.signals.context import Context
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="brand_word_in_sender_domain",
    speaks_for="scam",
    kinds=("phishing",),
    ja="差出人のアドレス {domain} には「{word}」という文字が入っていますが、{brand}のものではありません。",
    en='The sender\'s domain {domain} contains the word "{word}" but does not belong to {brand_en}.',
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal on the From address."""
    sender = ctx.sender
    if sender is None or not sender.domain or kin(sender.domain):
        return
    hit = brand_words(ctx.registry).word_in(sender.domain)
    if hit is None or ctx.owns(hit[0], sender.domain):
        return
    if ctx.registry.owner(sender.domain) is not None or sender.domain in ctx.registry.mailboxes:
        return
    brand, word = hit
    yield Signal(
        SIGNAL.id,
        ctx.address_evidence(sender),
        {
            "brand": brand.name_ja,
            "brand_en": brand.name_en,
            "domain": sender.domain,
            "word": word,
        },
    )
