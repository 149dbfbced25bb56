"""A link through a translation service's copy of a page.

What it sees
    The host is a web translator's proxy (the registry's translators, ``*.translate.goog`` …).
Why it matters
    The address bar then shows the translator's good name while the page is somebody else's.
When it is wrong
    Somebody shares a translated page.

Example
    https://secure--xyz-example-net.translate.goog/
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.host_facts import facts
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="translator_link",
    speaks_for="scam",
    looks_at="links",
    ja="リンクは翻訳サービス（{host}）を通していて、本当のページの持ち主が分かりにくくなっています。",
    en="The link goes through a translation service ({host}), which hides whose page it really is.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such host."""
    for seen in ctx.clickable:
        if "translators" in facts(ctx.registry, seen.url.host).lists:
            yield Signal(SIGNAL.id, seen.host_evidence(), {"host": seen.url.host})
