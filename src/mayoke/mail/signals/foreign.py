"""Links that lead away from the brand a mail speaks for."""

from dataclasses import dataclass

from mayoke.mail.signals.aligned import aligned_pass
from mayoke.mail.signals.claims import Claim
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import Destination, destinations, ordinary
from mayoke.mail.signals.host_facts import facts
from mayoke.records.brand import Brand


@dataclass(frozen=True, slots=True)
class Away:
    """The claim, the links that are nobody's we know, and whether any link is the brand's own."""

    brand: Brand
    links: tuple[Destination, ...]
    has_own: bool


def made_claim(ctx: Context) -> Claim | None:
    """The strongest claim, unless only the body's words make it."""
    claim = ctx.claim
    return claim if claim is not None and claim.where != "body" else None


def away(ctx: Context) -> Away | None:
    """Links that leave the claimed brand; ``None`` without a claim or when the brand itself wrote."""
    claim = made_claim(ctx)
    if claim is None or not ctx.links:
        return None
    sender = ctx.sender
    if sender is not None and ctx.owns(claim.brand, sender.domain) and aligned_pass(ctx):
        return None
    links = []
    has_own = False
    for place in destinations(ctx):
        if ctx.owns(claim.brand, place.host):
            has_own = True
        elif not ordinary(ctx, place.host) and facts(ctx.registry, place.host).owner is None:
            links.append(place)
    return Away(claim.brand, tuple(links), has_own)
