"""The mail addresses the recipient by name.

What it sees
    Near the beginning stands the user's name, or the Japanese family name of the To field, with
    様, さん or the like behind it.
Why it matters
    Who sends the same text to millions does not know their names and writes "お客様".
When it is wrong
    Names leak together with addresses, so a stranger may know them.

Example
    To: 相良 明美 <…> and "相良 明美 様"
"""

from collections.abc import Iterator

from mayoke.mail.signals import recipient
from mayoke.mail.signals.context import Context
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo
from mayoke.text.fold import fold_plain

SIGNAL = SignalInfo(
    id="names_recipient",
    speaks_for="clean",
    ja="あなたの名前「{name}」を挙げて書かれています。",
    en='The message addresses you by name ("{name}").',
)

_HONORIFICS = ("様", "さま", "さん", "殿", "先生", "御中", "宛")
_HEAD = 600


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal on the salutation."""
    names = _names(ctx)
    if not names:
        if ctx.message.bodies and not recipient.addresses(ctx):
            yield recipient.UNKNOWN
        return
    for text in ctx.bodies:
        head = text.folded.text[:_HEAD]
        for name in names:
            at = head.find(name)
            while at >= 0:
                end = at + len(name)
                if _addressed(head, at, end):
                    evidence = text.evidence(at, end)
                    yield Signal(SIGNAL.id, evidence, {"name": evidence.quote})
                    return
                at = head.find(name, end)


def _addressed(head: str, start: int, end: int) -> bool:
    after = head[end : end + 8].lstrip(" ()")
    if after.startswith(_HONORIFICS):
        # 田中様, but not the end of a longer name: 山田中様
        return start == 0 or not "一" <= head[start - 1] <= "鿿" or end - start > 3
    return head[max(0, start - 8) : start].strip().endswith(("dear", "hi", "hello"))


def _names(ctx: Context) -> list[str]:
    """Folded names that may stand in a salutation, the longest first."""
    given = list(ctx.known.names) or [to.name for to in ctx.message.to[:3] if not to.name.isascii()]
    found: set[str] = set()
    for name in given:
        pieces = name.removesuffix("様").split()
        if 1 <= len(pieces) <= 3 and len(name) <= 40 and "@" not in name:
            found.add(fold_plain(" ".join(pieces)))
            found.add(fold_plain(pieces[0]))
    return sorted((name for name in found if len(name) >= 2 or "一" <= name <= "鿿"), key=len)[::-1]
