"""Destinations on one of the registry's lists of hosts."""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import Destination, destinations
from mayoke.mail.signals.host_facts import facts


def listed(ctx: Context, name: str) -> Iterator[Destination]:
    """The destinations in list ``name``, without known brands' own hosts."""
    for place in destinations(ctx):
        known = facts(ctx.registry, place.host)
        if name in known.lists and known.owner is None:
            yield place
