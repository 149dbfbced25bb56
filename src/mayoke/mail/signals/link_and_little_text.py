"""A link and hardly a word.

What it sees
    One link to click and fewer than 60 letters of text beside it, without attachments.
Why it matters
    Taken-over mailboxes and robots send bare links; a person adds a line to say why.
When it is wrong
    Friends and colleagues do send bare links.
Example
    「これ見て https://secure-xyz.example.net/a」
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="link_and_little_text",
    speaks_for="scam",
    kinds=(),
    ja="本文はほとんどなく、リンクが一つあるだけです。知り合いの名前でも、本人が送ったとは限りません。",
    en="There is hardly any text, only a link. Even under a known name it may not come from that person.",
)

_LITTLE = 60


def find(ctx: Context) -> Iterator[Signal]:
    """The link."""
    if ctx.message.form == "text":
        return  # a short message, or an address that someone asks about
    clickable = ctx.clickable
    if len(clickable) != 1 or ctx.message.attachments or not ctx.bodies:
        return
    links = ctx.message.links
    for text in ctx.bodies:
        words = text.folded.text
        if len(words) > _LITTLE + 400:
            return
        shown = sum(link.end - link.start for link in links if link.text_part == text.part)
        if len(words) - min(shown, len(words)) >= _LITTLE:
            return
    yield Signal(SIGNAL.id, clickable[0].evidence())
