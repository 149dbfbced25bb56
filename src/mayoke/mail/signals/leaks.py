"""Which known leak a mail speaks of, and where its links lead."""

from dataclasses import dataclass

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import Destination, destinations, ordinary
from mayoke.records.evidence import Evidence
from mayoke.records.known_leak import KnownLeak
from mayoke.text.fold import fold_plain


@dataclass(frozen=True, slots=True)
class Spoken:
    """A leak, the words that name whose it is, the operator's own links and all others."""

    leak: KnownLeak
    named: Evidence
    own: tuple[Destination, ...]
    foreign: tuple[Destination, ...]


def spoken_of(ctx: Context) -> Spoken | None:
    """The first known leak whose organisation or site the mail names in so many words."""
    for leak in ctx.known.leaks:
        named = _named(ctx, leak)
        if named is not None and leak.domains:
            own, foreign = _links(ctx, leak)
            return Spoken(leak, named, own, foreign)
    return None


def _named(ctx: Context, leak: KnownLeak) -> Evidence | None:
    names = [fold_plain(name) for name in leak.names]
    sender = ctx.sender
    if sender and any(name in fold_plain(sender.name) for name in names if len(name) > 2):
        return ctx.name_evidence(sender)
    for text in ctx.texts:
        for name in names:
            at = text.folded.text.find(name) if len(name) > 2 else -1
            if at >= 0:
                return text.evidence(at, at + len(name))
    return None


def _links(
    ctx: Context, leak: KnownLeak
) -> tuple[tuple[Destination, ...], tuple[Destination, ...]]:
    own, foreign = [], []
    for place in destinations(ctx):
        if place.url.registrable in leak.domains:
            own.append(place)
        elif not ordinary(ctx, place.host):
            foreign.append(place)
    return tuple(own), tuple(foreign)
