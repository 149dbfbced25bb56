"""A link with a name before an @ in front of the real host.

What it sees
    The target has user information (``https://name@host/``, RFC 3986 §3.2.1).
Why it matters
    What stands before the @ is not the site; it is put there to look like it.
When it is wrong
    Hardly ever in mail; browsers warn of it.

Example
    https://www.amazon.co.jp@secure-xyz.example.net/
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="user_at_host_in_link",
    speaks_for="scam",
    looks_at="links",
    kinds=("phishing",),
    ja="リンクの中の「@」より前（{user}）は飾りで、実際につながる先は {host} です。",
    en="What stands before the @ in the link ({user}) is only decoration; it really leads to {host}.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such host."""
    for seen in ctx.clickable:
        if seen.url.userinfo:
            user = seen.url.userinfo[:60]
            yield Signal(SIGNAL.id, seen.evidence(), {"user": user, "host": seen.url.host})
