"""The ending of a Japanese or company domain in the middle of a host.

What it sees
    Before the registrable domain of a link's host stand pieces such as ``co.jp``, ``ne.jp``,
    ``jp.co`` or ``com`` that usually end a host.
Why it matters
    People stop reading at ".co.jp" or ".com"; the site is what comes after it.
When it is wrong
    Proxies and archives that keep other sites' names in front.

Example
    https://www.tsubame.co.jp.secure-xyz.example/
"""

import re
from collections.abc import Iterator

from mayoke.mail.signals.brand_words import kin
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import destinations, ordinary
from mayoke.mail.signals.host_facts import facts
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="domain_ending_inside_host",
    speaks_for="scam",
    looks_at="links",
    kinds=("phishing",),
    ja="リンク先の {host} は途中に「{ending}」が入っていますが、実際のサイトは最後の {real} です。",
    en='The link leads to {host}: "{ending}" stands in the middle, but the real site is {real}.',
)

_ENDING = re.compile(r"[.-]((?:co|ne|or|go|lg|ac)[.-]jp|jp[.-]co|com|jp)[.-]")


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such host."""
    for place in destinations(ctx):
        own = place.url.registrable
        if place.host.count(".") < 3 or kin(place.host) or ordinary(ctx, place.host):
            continue
        match = _ENDING.search(place.host[: -len(own)])
        if match is None or facts(ctx.registry, place.host).owner is not None:
            continue
        if "translators" not in facts(ctx.registry, place.host).lists:
            values = {"host": place.host, "ending": match[1], "real": own}
            yield Signal(SIGNAL.id, place.evidence(), values)
