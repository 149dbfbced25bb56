"""A link that shows one address and leads to another.

What it sees
    The text of a link is a web address whose registrable domain is not that of the target, and the
    shown address is no known brand's (that is another signal). Known trackers are left out.
Why it matters
    Whoever writes one address and uses another wants you to believe the first.
When it is wrong
    Newsletters count clicks through a service; unknown ones look like this.

Example
    <a href="https://secure-xyz.example.net/">https://www.example.com/</a>
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.host_facts import facts
from mayoke.mail.signals.shown_addresses import misleading
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="shown_url_differs_from_target",
    speaks_for="scam",
    looks_at="links",
    kinds=("phishing",),
    ja="画面には {shown} と表示されますが、実際につながる先は {host} です。",
    en="The message shows {shown}, but the link really leads to {host}.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such link."""
    for link in misleading(ctx):
        if facts(ctx.registry, link.shown.host).owner is None:
            values = {"shown": link.shown.host, "host": link.real.host}
            yield Signal(SIGNAL.id, link.evidence(), values)
