"""All files of the registry together, and the rules that hold between them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from mayoke.registry import rules
from mayoke.registry.files import (
    BrandFile,
    ContactFile,
    GapFile,
    KindFile,
    LawFile,
    ListFile,
    PhraseFile,
    StatementFile,
)
from mayoke.text.fold import fold_plain


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of each folder below ``data``, by their names."""

    brands: dict[str, BrandFile]
    lists: dict[str, ListFile]
    kinds: dict[str, KindFile]
    gaps: dict[str, GapFile]
    contacts: dict[str, ContactFile]
    laws: dict[str, LawFile]
    statements: dict[str, StatementFile]
    lexicon: dict[str, PhraseFile]


def each(sources: Sources) -> Iterator[str]:
    """Rules for one file at a time, as ``folder/name.toml: rule``."""
    for slug, brand in sources.brands.items():
        yield from (f"brands/{slug}.toml: {rule}" for rule in rules.brand(slug, brand))
    for slug, entries in sources.lists.items():
        yield from (f"lists/{slug}.toml: {rule}" for rule in rules.domain_list(slug, entries))
    for slug, kind in sources.kinds.items():
        yield from (f"kinds/{slug}.toml: {rule}" for rule in rules.kind(slug, kind))
    for slug, gap in sources.gaps.items():
        yield from (f"gaps/{slug}.toml: {rule}" for rule in rules.gap(slug, gap))
    for slug, contact in sources.contacts.items():
        yield from (f"contacts/{slug}.toml: {rule}" for rule in rules.contact(slug, contact))
    for slug, law in sources.laws.items():
        yield from (f"laws/{slug}.toml: {rule}" for rule in rules.law(slug, law))
    for slug, statement in sources.statements.items():
        told = rules.statement(slug, statement)
        yield from (f"statements/{slug}.toml: {rule}" for rule in told)
    for slug, group in sources.lexicon.items():
        yield from (f"lexicon/{slug}.toml: {rule}" for rule in rules.phrases(slug, group))


def across(sources: Sources) -> Iterator[str]:
    """Rules between files."""
    yield from _domains(sources.brands)
    yield from _names(sources.brands)
    yield from _groups(sources.brands)
    yield from (f"lists/{name}.toml: is missing" for name in sorted(rules.LISTS - {*sources.lists}))
    yield from (f"kinds/{name}.toml: is missing" for name in sorted(rules.KINDS - {*sources.kinds}))
    phones = {contact.phone for contact in sources.contacts.values()}
    for slug, kind in sources.kinds.items():
        for phone in sorted(rules.phones_named(kind) - phones):
            yield f"kinds/{slug}.toml: no contact has the number {phone}"


def _domains(brands: dict[str, BrandFile]) -> Iterator[str]:
    """A domain has one owner; every other brand that uses it says so."""
    owners: dict[str, list[str]] = defaultdict(list)
    sharers: dict[str, list[str]] = defaultdict(list)
    for slug, file in brands.items():
        sending = (entry.domain for entry in file.sending_domains)
        for domain in {*file.login_domains, *file.hosting_domains, *sending}:
            (sharers if domain in file.shared_domains else owners)[domain].append(slug)
    for domain, slugs in sorted(owners.items()):
        for slug in slugs[1:]:
            yield f"brands/{slug}.toml: {domain} belongs to {slugs[0]} already"
    for domain, slugs in sorted(sharers.items()):
        if domain not in owners:
            yield f"brands/{slugs[0]}.toml: shares {domain}, which no brand owns"


def _names(brands: dict[str, BrandFile]) -> Iterator[str]:
    """A written form belongs to one brand."""
    seen: dict[str, str] = {}
    for slug, file in brands.items():
        for name in dict.fromkeys(fold_plain(name) for name in rules.written(file)):
            if name in seen:
                yield f"brands/{slug}.toml: the name {name!r} belongs to {seen[name]} already"
            seen.setdefault(name, slug)


def _groups(brands: dict[str, BrandFile]) -> Iterator[str]:
    members: dict[str, list[str]] = defaultdict(list)
    for slug, file in brands.items():
        if file.group:
            members[file.group].append(slug)
    for group, slugs in members.items():
        if len(slugs) == 1:
            yield f"brands/{slugs[0]}.toml: alone in the group {group!r}"
