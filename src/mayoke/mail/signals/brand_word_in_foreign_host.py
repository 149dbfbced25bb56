"""A brand's word inside the host of somebody else.

What it sees
    A link's host holds the label of a brand's domain as a piece, or as the beginning or end of a
    piece, and the host is not the brand's.
Why it matters
    The familiar word makes a strange address look right; only the end of the host says whose it is.
When it is wrong
    Dealers, fan pages and review sites name brands in their domains too.

Example
    https://amazon-login.example/
"""

from collections.abc import Iterator

from mayoke.mail.signals.brand_words import brand_words, kin
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import destinations, ordinary
from mayoke.mail.signals.host_facts import facts
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="brand_word_in_foreign_host",
    speaks_for="scam",
    looks_at="links",
    kinds=("phishing",),
    ja="リンク先の {host} には「{word}」という文字が入っていますが、{brand}のサイトではありません。",
    en='The link leads to {host}: it contains the word "{word}" but is not a site of {brand_en}.',
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such host."""
    words = brand_words(ctx.registry)
    for place in destinations(ctx):
        hit = words.word_in(place.host)
        if hit is None or ctx.owns(hit[0], place.host) or kin(place.host):
            continue
        if facts(ctx.registry, place.host).owner is not None or ordinary(ctx, place.host):
            continue
        brand, word = hit
        yield Signal(
            SIGNAL.id,
            place.evidence(),
            {
                "brand": brand.name_ja,
                "brand_en": brand.name_en,
                "host": place.host,
                "word": word,
            },
        )
