"""A link that runs something instead of leading somewhere.

What it sees
    The target of a link, form or frame is ``javascript:``, ``data:``, ``vbscript:``, ``blob:`` or
    ``file:``. Empty ones ("javascript:void(0)") and pictures do not count.
Why it matters
    Mail has no use for them; they hide a page or a program inside the mail.
When it is wrong
    Web pages pasted into a mail.

Example
    <a href="data:text/html;base64,...">
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.views import whole
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="script_or_data_link",
    speaks_for="scam",
    looks_at="links",
    ja="リンクが、サイトへ移るのではなく、その場で何かを動かす書き方（{scheme}:）になっています。",
    en="A link does not lead to a site but runs something by itself ({scheme}:).",
)

_SCHEMES = frozenset({"javascript", "data", "vbscript", "blob", "file"})
_LINKS = 500
_QUOTE = 120
# Browsers drop these before they look for the scheme (WHATWG URL §4.4).
_DROPPED = dict.fromkeys(range(0x21))


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such link."""
    for link in ctx.message.links[:_LINKS]:
        if link.place == "image" or link.target[:4].lower() in ("http", "mail"):
            continue
        start = link.target[:_QUOTE].translate(_DROPPED).lower()
        scheme, colon, rest = start.partition(":")
        if not colon or scheme not in _SCHEMES:
            continue
        if scheme == "javascript" and rest.rstrip(";") in ("", "void(0)", "void0", "//"):
            continue
        yield Signal(SIGNAL.id, whole(link.part, link.target), {"scheme": scheme})
