"""Short messages as a phone shows them: no header, a few lines. Nothing tells who sent them."""

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import Destination, destinations, ordinary
from mayoke.mail.signals.host_facts import facts

_LONGEST = 400
"""Code points; a pasted mail is longer, and has other signs."""


def is_short_message(ctx: Context) -> bool:
    """Is it a text without a header, no longer than a phone shows at once?"""
    text = ctx.main_text
    return ctx.message.form == "text" and text is not None and len(text.raw) <= _LONGEST


def unknown_link(ctx: Context) -> Destination | None:
    """The first link that leads to nobody's host that we know."""
    for place in destinations(ctx):
        if not ordinary(ctx, place.host) and facts(ctx.registry, place.host).owner is None:
            return place
    return None
