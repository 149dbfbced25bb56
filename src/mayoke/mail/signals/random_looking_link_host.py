"""A link to a domain that looks like letters drawn by a machine.

What it sees
    The chosen label of a link's domain has next to no vowels, long runs of consonants, or letters
    and digits in turn. Known brands, trackers and free web space are left out.
Why it matters
    Throw-away domains are made by programs; firms choose names that can be said on the telephone.
When it is wrong
    Abbreviations of long names. A weak sign that needs others beside it.

Example
    https://bnjdxfqv.example/
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import destinations, ordinary
from mayoke.mail.signals.host_facts import facts
from mayoke.mail.signals.randomness import looks_random
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="random_looking_link_host",
    speaks_for="scam",
    looks_at="links",
    ja="リンク先のサイト名 {host} は、でたらめに並べた文字のように見えます。",
    en="The link leads to {host}, a name that looks like letters strung together at random.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such host."""
    for place in destinations(ctx):
        if not looks_random(place.name) or place.url.host_form != "name":
            continue
        if facts(ctx.registry, place.host).owner is None and not ordinary(ctx, place.host):
            yield Signal(SIGNAL.id, place.evidence(), {"host": place.host})
