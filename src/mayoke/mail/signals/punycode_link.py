"""A link to a host with letters outside the Latin alphabet.

What it sees
    A link's host has an internationalised label (``xn--``, RFC 5890).
Why it matters
    Foreign letters can be mistaken for Latin ones; companies rarely use such hosts in mail.
When it is wrong
    Japanese domains (日本語.jp) are honest and legal. A weak sign that needs others beside it.

Example
    https://xn--e1awd7f.example/
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import destinations
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo
from mayoke.text.url import unicode_host

SIGNAL = SignalInfo(
    id="punycode_link",
    speaks_for="scam",
    looks_at="links",
    ja="リンク先のサイト名 {shown} には英数字以外の文字が使われていて、見た目だけでは見分けにくくなっています。",
    en="The link leads to {shown}, a name with letters beyond a-z that the eye can easily mistake.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such host."""
    for place in destinations(ctx):
        if "xn--" in place.host:
            yield Signal(SIGNAL.id, place.evidence(), {"shown": unicode_host(place.host)})
