"""The registry as the product uses it: decoded once from one compiled file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from mayoke.records.brand import Brand, Grade
from mayoke.records.errors import BadRegistry
from mayoke.records.law import Duty
from mayoke.records.purchase import Statement
from mayoke.records.verdict import Sentence
from mayoke.registry.forms import Compiled, Kind, NameMode
from mayoke.registry.lexicon import PhraseGroup, PhraseIndex

COMPILED = Path(__file__).with_name("compiled.json")


@dataclass(frozen=True, slots=True)
class Registry:
    """Every record, ready for look-ups; made by ``load`` and never changed.

    ``brand_names`` holds ``(folded name, slug, mode)`` for one automaton; ``sub``
    also counts inside a longer word (but Latin letters never continue a Latin name), ``word`` does
    not, ``weak`` is an ordinary word too. ``mailboxes`` maps domains where strangers have their own mailboxes
    (``docomo.ne.jp``) to the brand that runs them: a sender there is a person, not the brand.
    Domain arguments are lower-case ASCII without a final dot; "below" means a sub-domain.
    """

    brands: Mapping[str, Brand]
    brand_names: tuple[tuple[str, str, NameMode], ...]
    lists: Mapping[str, frozenset[str]]
    lexicon: tuple[PhraseGroup, ...]
    phrases: PhraseIndex
    kinds: Mapping[str, Kind]
    gaps: Mapping[str, Sentence]
    advice: Mapping[str, tuple[Sentence, ...]]
    laws: tuple[Duty, ...]
    statements: tuple[Statement, ...]
    mailboxes: Mapping[str, str]
    version: str
    _below: Mapping[str, frozenset[str]] = field(repr=False)
    _own: Mapping[str, frozenset[str]] = field(repr=False)
    _owners: Mapping[str, str] = field(repr=False)
    _hosting: frozenset[str] = field(repr=False)

    def owner_matches(self, brand: Brand, domain: str) -> bool:
        """Is ``domain`` one of the brand's login, hosting or sending domains, or below one?

        Sending domains of every grade count, and so do login and sending domains of brands of the
        same group: a mail that names Rakuten and comes from Rakuten Card is not false for that.
        """
        own = self._own.get(brand.slug)
        if own is None:
            own = own_domains(brand)
        return any(part in own for part in parents(domain))

    def is_mailbox(self, domain: str) -> bool:
        """Does anybody get a mailbox at this domain (free mail, carrier, provider)?"""
        return self.in_list("freemail", domain)

    def owner(self, domain: str) -> Brand | None:
        """The brand whose login or sending domain this is or is below; the nearest one counts.

        For senders: a domain of customers' mailboxes (``docomo.ne.jp``) has no owner.
        """
        if self.is_mailbox(domain):
            return None
        for part in parents(domain):
            slug = self._owners.get(part)
            if slug is not None:
                return self.brands[slug]
            if part in self._hosting:
                return None
        return None

    def link_owner(self, host: str) -> Brand | None:
        """As ``owner``, but ``None`` for a host where strangers publish under the brand's domain."""
        for part in parents(host):
            if part in self._hosting:
                return None
            slug = self._owners.get(part)
            if slug is not None:
                return self.brands[slug]
        return None

    def sending_grade(self, brand: Brand, domain: str) -> Grade | None:
        """How well it is known that the brand sends from ``domain`` (nearest entry), or ``None``."""
        grades = {entry.domain: entry.grade for entry in brand.sending_domains}
        return next((grades[part] for part in parents(domain) if part in grades), None)

    def in_list(self, name: str, host: str) -> bool:
        """Is ``host``, or a domain above it, in the list? Some entries count for themselves only.

        Of ``redirectors`` only entries without a path are seen here; see ``in_redirectors``.
        """
        return host in self.lists[name] or not self._below[name].isdisjoint(parents(host))

    def why(self, slug: str, lang: str) -> str:
        """A gap's reason in words (``lang``: ja or en); the slug itself when it has none."""
        sentence = self.gaps.get(slug)
        if sentence is None:
            return slug
        return sentence.ja if lang == "ja" else sentence.en

    def in_redirectors(self, host: str, path: str) -> bool:
        """Does ``host`` with ``path`` fit an entry ``host`` or ``host/path-prefix`` of redirectors?

        A prefix ends where the path ends or before a slash; the first four steps are looked at.
        """
        steps = path[:80].split("/")[1:5]
        prefixes = ["", *("/" + "/".join(steps[: n + 1]) for n in range(len(steps)))]
        entries = self.lists["redirectors"]
        return any(part + prefix in entries for part in parents(host) for prefix in prefixes)


@lru_cache(maxsize=4096)
def parents(domain: str) -> tuple[str, ...]:
    """``a.b.example`` → itself, ``b.example``, ``example``; at most 32 steps."""
    steps = []
    for _ in range(32):
        steps.append(domain)
        _, dot, domain = domain.partition(".")
        if not dot:
            break
    return tuple(steps)


def own_domains(brand: Brand) -> frozenset[str]:
    """Every domain of the brand, of whatever use and grade."""
    sending = (entry.domain for entry in brand.sending_domains)
    return brand.login_domains | brand.hosting_domains | frozenset(sending)


def build(compiled: Compiled) -> Registry:
    """The registry with its look-up tables."""
    brands = {brand.slug: brand for brand in compiled.brands}
    return Registry(
        brands=brands,
        brand_names=compiled.brand_names,
        lists={name: entry.entries | entry.exact for name, entry in compiled.lists.items()},
        lexicon=compiled.lexicon,
        phrases=compiled.phrases,
        kinds=compiled.kinds,
        gaps=compiled.gaps,
        advice=compiled.advice,
        laws=compiled.laws,
        statements=compiled.statements,
        mailboxes=compiled.mailboxes,
        version=compiled.version,
        _below={name: entry.entries - entry.exact for name, entry in compiled.lists.items()},
        _own=_own(brands, compiled.groups),
        _owners=_owners(brands, compiled.shared),
        _hosting=frozenset().union(*(brand.hosting_domains for brand in compiled.brands)),
    )


def _own(
    brands: Mapping[str, Brand], groups: Mapping[str, tuple[str, ...]]
) -> dict[str, frozenset[str]]:
    own = {slug: own_domains(brand) for slug, brand in brands.items()}
    for members in groups.values():
        parts = (own[slug] - brands[slug].hosting_domains for slug in members)
        together = frozenset().union(*parts)
        own.update({slug: own[slug] | together for slug in members})
    return own


def _owners(brands: Mapping[str, Brand], shared: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Domain → slug; a brand that only shares a domain is not its owner."""
    owners: dict[str, str] = {}
    for slug, brand in brands.items():
        sending = {entry.domain for entry in brand.sending_domains}
        for domain in (brand.login_domains | sending) - frozenset(shared.get(slug, ())):
            owners[domain] = slug
    return owners


def decode(data: bytes) -> Registry:
    """The registry in ``data`` (the form of ``compiled.json``); raises BadRegistry."""
    try:
        return build(msgspec.json.decode(data, type=Compiled))
    except msgspec.DecodeError as error:
        raise BadRegistry(f"{COMPILED.name}: {error}") from error


@cache
def load() -> Registry:
    """The package's own registry."""
    return decode(COMPILED.read_bytes())
