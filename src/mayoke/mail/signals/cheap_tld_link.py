"""A link under a top-level domain that throw-away domains prefer.

What it sees
    A link's host ends in one of the registry's cheap_tlds (.cfd, .icu, .top, .xyz …).
Why it matters
    Such names cost next to nothing, so swindlers use them by the thousand and drop them.
When it is wrong
    Small honest firms use them as well. A weak sign that needs others beside it.

Example
    https://mayoke-specimen.xyz/
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.listed import listed
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="cheap_tld_link",
    speaks_for="scam",
    looks_at="links",
    ja="リンク先 {host} の末尾「.{tld}」は、使い捨てのサイトによく使われるものです。",
    en='The link leads to {host}; the ending ".{tld}" is often used for throw-away sites.',
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such host."""
    for place in listed(ctx, "cheap_tlds"):
        tld = place.host.rpartition(".")[2]
        yield Signal(SIGNAL.id, place.evidence(), {"host": place.host, "tld": tld})
