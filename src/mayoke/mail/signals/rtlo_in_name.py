"""A name in which a hidden mark turns the reading direction round.

What it sees
    U+202E or U+202D (right-to-left and left-to-right override) in the name of an attachment, of a
    file inside an attached archive, or of the sender.
Why it matters
    The ending is shown in the middle: "ann<mark>fdp.exe" is displayed as "annexe.pdf".
When it is wrong
    Never seen in Japanese or English mail. Arabic and Hebrew names do not need these marks.
Example
    A program whose displayed name ends in .pdf.
"""

from collections.abc import Iterator

from mayoke.mail.signals.attached_files import attachments, name_evidence
from mayoke.mail.signals.context import Context
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="rtlo_in_name",
    speaks_for="scam",
    looks_at="attachments",
    kinds=("takeover_malware",),
    ja="名前「{name}」に、文字の並びを逆に見せる印が隠されています。本当の名前を隠すための細工です。",
    en="The name “{name}” holds a hidden mark that reverses the order of letters, to conceal what it really is.",
)

_MARKS = frozenset("\u202d\u202e")


def find(ctx: Context) -> Iterator[Signal]:
    """Every such name."""
    for attachment in attachments(ctx):
        for name in (attachment.name, *attachment.members):
            if not _MARKS.isdisjoint(name):
                yield Signal(SIGNAL.id, name_evidence(attachment), {"name": _plain(name)})
                break
    sender = ctx.sender
    if sender is not None and not _MARKS.isdisjoint(sender.name):
        yield Signal(SIGNAL.id, ctx.name_evidence(sender), {"name": _plain(sender.name)})


def _plain(name: str) -> str:
    return "".join(ch for ch in name if ch not in _MARKS)
