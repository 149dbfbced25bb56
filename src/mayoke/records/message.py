"""A message as it was read: decoded, bounded, and with every text addressable."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from mayoke.records.gap import Gap

Form = Literal["mail", "text"]
Unwrapped = Literal["none", "attached", "inline"]
LinkPlace = Literal["a", "area", "form", "text", "frame", "refresh", "image"]


@lru_cache(maxsize=1024)
def _domain(address: str) -> str:
    # Asked for by dozens of signals a message.
    return address.rpartition("@")[2].lower().rstrip(".") if "@" in address else ""


@dataclass(frozen=True, slots=True)
class Header:
    """One header field: ``value`` is unfolded and decoded (RFC 2047); ``part`` addresses it."""

    name: str
    value: str
    part: str
    """``header:Name``; a repeated field has ``header:Name:2``, ``header:Name:3`` …"""


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox (RFC 5322 §3.4) out of a header field, decoded."""

    name: str
    address: str
    part: str

    @property
    def local(self) -> str:
        """The local part, as written."""
        return self.address.rpartition("@")[0]

    @property
    def domain(self) -> str:
        """The domain in lower case, without a final dot; empty when there is none."""
        return _domain(self.address)


@dataclass(frozen=True, slots=True)
class Link:
    """One link. ``text[start:end]`` of ``text_part`` is what is shown for it (may be empty)."""

    part: str
    target: str
    shown: str
    place: LinkPlace
    text_part: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hidden:
    """Text of an HTML part that a reader does not see. ``how``: ``display``, ``size``, ``colour`` …"""

    text: str
    how: str


@dataclass(frozen=True, slots=True)
class HtmlForm:
    """A form in an HTML part: where it sends to, and the names and types of its fields."""

    part: str
    action: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A text part. ``text`` is the decoded plain text, or what HTML shows to a reader."""

    part: str
    html: bool
    text: str
    declared_charset: str
    used_charset: str
    hidden: tuple[Hidden, ...] = ()
    forms: tuple[HtmlForm, ...] = ()
    images: int = 0


@dataclass(frozen=True, slots=True)
class Attachment:
    """A part that is not shown as text. ``head`` is the first part of its decoded bytes."""

    part: str
    name: str
    content_type: str
    inline: bool
    size: int
    head: bytes
    members: tuple[str, ...] = ()
    """File names inside a zip archive, bounded."""
    encrypted: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """The message that is judged: the inner one when the user forwarded it.

    ``form`` is ``text`` when no header was given (pasted text, SMS, chat, a bare address).
    ``carrier`` is the From of the message that carried this one, when it was unwrapped.
    """

    form: Form
    headers: tuple[Header, ...]
    subject: str
    from_: tuple[Address, ...]
    reply_to: tuple[Address, ...]
    to: tuple[Address, ...]
    bodies: tuple[Body, ...]
    links: tuple[Link, ...]
    attachments: tuple[Attachment, ...]
    gaps: tuple[Gap, ...] = ()
    unwrapped: Unwrapped = "none"
    carrier: str = ""
    message_id: str = ""
    parts: tuple[tuple[str, str], ...] = field(default=())
    """Every MIME leaf as ``(number, content type)``, in order."""

    def header(self, name: str) -> Header | None:
        """The first field of that name (case-insensitive)."""
        wanted = name.lower()
        return next((h for h in self.headers if h.name.lower() == wanted), None)

    def all(self, name: str) -> tuple[Header, ...]:
        """Every field of that name, in order."""
        wanted = name.lower()
        return tuple(h for h in self.headers if h.name.lower() == wanted)
