"""A mail as campaigns see it: a few hundred bytes that hold nothing a reader could read."""

from dataclasses import dataclass, field

from mayoke.mail.campaigns.minhash import Signature, signature
from mayoke.mail.campaigns.shape import infrastructure, structure
from mayoke.mail.campaigns.wording import brands_in, pieces
from mayoke.records.message import Message
from mayoke.registry.load import load
from mayoke.text.url import parse, registrable


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """What is compared of a mail.

    ``words``: the signature of the wording, ``pieces`` how many it was made of. ``mime``,
    ``headers``, ``html``: numbers for the structure, 0 for none. ``hosts`` and ``paths``: where the
    links lead. ``house``: the sender's domain (or brand) when every link leads to it, or empty.
    """

    words: Signature = field(repr=False)
    pieces: int
    mime: int = 0
    headers: int = 0
    html: int = 0
    hosts: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    house: str = ""


def sketch(message: Message) -> Sketch:
    """The sketch of a message; the same for the same message on every machine."""
    found = pieces(message)
    mime, headers, html = structure(message)
    hosts, paths = infrastructure(message)
    return Sketch(
        words=signature(found),
        pieces=len(found),
        mime=mime,
        headers=headers,
        html=html,
        hosts=hosts,
        paths=paths,
        house=_house(message),
    )


def _house(message: Message) -> str:
    """Who sends it and alone is linked to: a brand's slug, or the registrable domain.

    Half of all honest mail is like that, hardly any scam. A sender who names a brand that is not
    his has no house, even when he links to himself.
    """
    if not message.from_:
        return ""
    sender = registrable(message.from_[0].domain)
    urls = [parse(link.target) for link in message.links]
    hosts = {url.host for url in urls if url is not None and url.host}
    if not sender or not hosts or _pretends(message, sender):
        return ""
    if all(registrable(host) == sender for host in hosts):
        return sender
    registry = load()
    owner = registry.owner(sender)
    if owner is None or not all(registry.owner_matches(owner, host) for host in hosts):
        return ""
    return owner.slug


def _pretends(message: Message, sender: str) -> bool:
    """Does the sender's name or the subject name a brand to which the sender's domain is foreign?"""
    registry = load()
    named = brands_in(f"{message.from_[0].name[:80]}\n{message.subject[:200]}")
    return any(not registry.owner_matches(registry.brands[slug], sender) for slug in named)
