"""A link to a file on a cloud store.

What it sees
    The host is a service where anybody leaves files for others (the registry's cloud_storage).
Why it matters
    Programs and forged documents are handed over that way, past the mail server's virus check.
When it is wrong
    Colleagues and families share files so every day. A weak sign that needs others beside it.

Example
    https://www.dropbox.com/s/mayoke-specimen/invoice.zip
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import destinations
from mayoke.mail.signals.host_facts import facts
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="cloud_storage_link",
    speaks_for="scam",
    looks_at="links",
    kinds=("takeover_malware", "phishing"),
    ja="リンク先の {host} は、だれでもファイルを置いて渡せる場所です。",
    en="The link leads to {host}, where anyone can leave a file for others to fetch.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such host."""
    for place in destinations(ctx):
        if "cloud_storage" in facts(ctx.registry, place.host).lists:
            yield Signal(SIGNAL.id, place.evidence(), {"host": place.host})
