"""The sender's display name, folded once a message."""

from weakref import WeakKeyDictionary

from mayoke.mail.signals.context import Context
from mayoke.text.fold import fold_plain

_LONGEST = 300

_kept: WeakKeyDictionary[Context, str] = WeakKeyDictionary()


def folded_name(ctx: Context) -> str:
    """The display name of From, folded and cut to 300 characters; empty when there is none."""
    name = _kept.get(ctx)
    if name is None:
        name = _kept[ctx] = fold_plain(ctx.sender.name[:_LONGEST]) if ctx.sender else ""
    return name
