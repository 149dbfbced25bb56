"""What a signal may look at: the message, seen from every side that signals share.

Everything here is computed once a message and only when asked for. A signal reads it, yields
``Signal`` or ``Gap``, and keeps nothing.
"""

from functools import cached_property

from mayoke.mail.signals import views
from mayoke.mail.signals.claims import Claim, find_claims
from mayoke.mail.signals.program_text import holds_program_text
from mayoke.mail.signals.views import SeenLink, Text
from mayoke.records.auth import AuthResults
from mayoke.records.brand import Brand
from mayoke.records.evidence import Evidence
from mayoke.records.known import Known
from mayoke.records.message import Address, Body, Message
from mayoke.registry.load import Registry
from mayoke.text.language import is_japanese
from mayoke.text.url import parse, registrable


class Context:
    """One message under judgement."""

    def __init__(
        self, message: Message, registry: Registry, known: Known, auth: AuthResults | None
    ) -> None:
        self.message = message
        self.registry = registry
        self.known = known
        self.auth = auth

    @cached_property
    def subject(self) -> Text:
        """The subject (empty text when there is none)."""
        return Text("header:Subject", self.message.subject)

    @cached_property
    def bodies(self) -> tuple[Text, ...]:
        """The visible text of every body part."""
        return tuple(Text(body.part, body.text) for body in self.message.bodies)

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Subject and bodies: what a reader reads; a plain twin of the main body is left out."""
        main = self.main_text
        if main is None or len(self.bodies) == 1:
            return (self.subject, *self.bodies)
        others = (text for text in self.bodies if text is main or not views.twins(text, main))
        return (self.subject, *others)

    @cached_property
    def main_body(self) -> Body | None:
        """The body a reader sees first: HTML before plain text."""
        bodies = self.message.bodies
        return next((b for b in bodies if b.html and b.text.strip()), bodies[0] if bodies else None)

    @cached_property
    def main_text(self) -> Text | None:
        """The text of ``main_body``."""
        main = self.main_body
        return next((text for text in self.bodies if main and text.part == main.part), None)

    @cached_property
    def reading(self) -> str:
        """The folded text that statistics read: the subject, then the main body."""
        body = self.main_text.folded.text if self.main_text else ""
        return f"{self.subject.folded.text}\n{body}"

    @cached_property
    def links(self) -> tuple[SeenLink, ...]:
        """Every web link whose target a browser could open (http, https, ftp), in order."""
        seen = []
        for link in self.message.links:
            url = parse(link.target)
            if url is not None and url.scheme in ("http", "https", "ftp"):
                seen.append(SeenLink(link, url))
        return tuple(seen)

    @cached_property
    def clickable(self) -> tuple[SeenLink, ...]:
        """The links a person can follow (no pictures), one for each host, in order."""
        by_host: dict[str, SeenLink] = {}
        for seen in self.links:
            if seen.link.place != "image":
                by_host.setdefault(seen.url.host, seen)
        return tuple(by_host.values())

    @cached_property
    def sender(self) -> Address | None:
        """The From mailbox; ``None`` when there is no header."""
        return self.message.from_[0] if self.message.from_ else None

    @cached_property
    def sender_registrable(self) -> str:
        """The registrable domain of the From address, or empty."""
        return registrable(self.sender.domain) if self.sender else ""

    @cached_property
    def japanese(self) -> bool:
        """Is the text Japanese?"""
        return is_japanese(" ".join(text.raw[:1000] for text in self.texts))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Whom the mail claims to come from, strongest claim first (see ``claims.py``)."""
        return find_claims(self.message, self.subject, self.texts[1:], self.registry)

    @cached_property
    def claim(self) -> Claim | None:
        """The strongest claim."""
        return self.claims[0] if self.claims else None

    @cached_property
    def about_programs(self) -> bool:
        """Does a body hold source code? Much that is odd in a letter is not odd there."""
        return holds_program_text(self.bodies)

    def owns(self, brand: Brand, domain: str) -> bool:
        """Is ``domain`` one of the brand's own (login, hosting or sending), or below one?"""
        return self.registry.owner_matches(brand, domain)

    def address_evidence(self, address: Address) -> Evidence:
        """Where an address stands in its header field."""
        return views.address_evidence(self.message, address)

    def name_evidence(self, address: Address) -> Evidence:
        """Where a display name stands in its header field."""
        return views.name_evidence(self.message, address)
