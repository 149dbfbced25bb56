"""A host with letters of several scripts in one word.

What it sees
    A label of a link's host or of the From domain mixes scripts beyond "highly restrictive" (UTS
    39 §5.2): Latin with Cyrillic or Greek and the like. Latin, kanji and kana together are normal.
Why it matters
    A Cyrillic "а" looks like a Latin "a"; such names exist only to be mistaken.
When it is wrong
    Hardly ever; registries no longer sell most of them.

Example
    https://аmazon.example/ with a Cyrillic first letter
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import destinations
from mayoke.records.evidence import Evidence
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo
from mayoke.text.skeleton import mixed_script
from mayoke.text.url import parse, unicode_host

SIGNAL = SignalInfo(
    id="mixed_script_domain",
    speaks_for="scam",
    looks_at="links",
    kinds=("phishing",),
    ja="{host} には、見た目のよく似た外国の文字が混ぜてあります。",
    en="{host} mixes in foreign letters that look like ordinary ones.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such host, links first."""
    for host, evidence in _hosts(ctx):
        shown = unicode_host(host)
        if shown != host and any(mixed_script(label) for label in shown.split(".")):
            yield Signal(SIGNAL.id, evidence, {"host": shown})


def _hosts(ctx: Context) -> Iterator[tuple[str, Evidence]]:
    for place in destinations(ctx):
        if "xn--" in place.host:
            yield place.host, place.evidence()
    sender = ctx.sender
    if sender is not None and ("xn--" in sender.domain or not sender.domain.isascii()):
        url = parse(f"https://{sender.domain}")
        if url is not None:
            yield url.host, ctx.address_evidence(sender)
