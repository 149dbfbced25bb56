"""A brand that senders imitate."""

from dataclasses import dataclass
from typing import Literal

Grade = Literal["official", "secondary", "code", "uncertain"]
MatchMode = Literal["sub", "word"]


@dataclass(frozen=True, slots=True)
class SendingDomain:
    """A domain the brand sends mail from, and how well that is known.

    ``official``: the brand's own list; ``secondary``: someone quoting it; ``code``: seen in public
    mail parsers; ``uncertain``: assumed. Only the first three may speak for a mail.
    """

    domain: str
    grade: Grade


@dataclass(frozen=True, slots=True)
class Brand:
    """One record of ``registry/data/brands``.

    ``names`` holds every written form (Japanese, English, kana, aliases). ``login_domains`` are
    where its customers sign in; ``hosting_domains`` are its own too, but strangers publish there,
    so a link to them proves nothing. ``match`` is ``word`` for short names that occur inside words.
    """

    slug: str
    name_ja: str
    name_en: str
    sector: str
    names: tuple[str, ...]
    login_domains: frozenset[str]
    hosting_domains: frozenset[str]
    sending_domains: tuple[SendingDomain, ...]
    match: MatchMode
