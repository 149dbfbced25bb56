"""A link to a host with a long or meaningless chain of names in front.

What it sees
    Before the registrable domain there are three or more names with a random-looking one among
    them, or one random-looking name of sixteen characters or more. Known brands, trackers and
    cloud services are left out.
Why it matters
    One throw-away domain is split into thousands of hosts, one for each victim.
When it is wrong
    Services that give every customer a host of their own.

Example
    https://k3j9x2q8w7e5r1t6.secure-xyz.example.net/
"""

from collections.abc import Iterator

from mayoke.mail.signals.brand_words import kin
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import Destination, destinations, ordinary
from mayoke.mail.signals.host_facts import facts
from mayoke.mail.signals.randomness import looks_random
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="long_random_subdomain_link",
    speaks_for="scam",
    looks_at="links",
    ja="リンク先の {host} は、意味のない長い文字が前に付いていて、持ち主が分かりにくくなっています。",
    en="The link leads to {host}: a long meaningless name in front hides whose site it is.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such host."""
    for place in destinations(ctx):
        if not _long(place) or kin(place.host) or ordinary(ctx, place.host):
            continue
        if facts(ctx.registry, place.host).owner is None:
            yield Signal(SIGNAL.id, place.evidence(), {"host": place.host})


def _long(place: Destination) -> bool:
    own = place.url.registrable
    if place.url.host_form != "name" or len(place.host) <= len(own) + 8:
        return False
    labels = place.host[: -len(own) - 1].split(".")
    if len(labels) >= 3 and any(looks_random(label) for label in labels[:8]):
        return True
    return any(len(label) >= 16 and looks_random(label) for label in labels[:8])
