"""A short message in a brand's name whose link leads to a host nobody knows.

What it sees
    A text without a header, at most 400 characters, that says it comes from a brand, has a link to
    a host that belongs to nobody in the registry, and no link to the brand.
Why it matters
    A name costs nothing on a phone: the sender of a text message can be written by anyone. The
    link is what the swindler needs, and it cannot lead to the brand.
When it is wrong
    A brand may use a domain that the registry does not have yet.
Example
    「佐川急便より: ご不在につき持ち帰りました。 https://hokan.example.net/t」
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.foreign import away
from mayoke.mail.signals.short_messages import is_short_message
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="short_message_in_a_brands_name",
    speaks_for="scam",
    looks_at="links",
    kinds=("phishing",),
    ja="{brand}を名乗る短いメッセージですが、リンク先の {host} は{brand}のサイトではありません。",
    en="A short message in the name of {brand_en}, but its link leads to {host}, which is not "
    "{brand_en}'s site.",
)


def find(ctx: Context) -> Iterator[Signal]:
    """On the first link that leads elsewhere."""
    if not is_short_message(ctx):
        return
    left = away(ctx)
    if left is None or left.has_own or not left.links:
        return
    place = left.links[0]
    yield Signal(
        SIGNAL.id,
        place.evidence(),
        {"brand": left.brand.name_ja, "brand_en": left.brand.name_en, "host": place.host},
    )
