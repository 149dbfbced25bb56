"""All files of the registry together, and the rules that hold between them."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from mayoke.registry import help_rules, rules
from mayoke.registry.files import (
    BrandFile,
    GapFile,
    KindFile,
    LawFile,
    ListFile,
    PhraseFile,
    StatementFile,
)
from mayoke.registry.help_files import (
    ContactFile,
    DeadlineFile,
    KnowledgeFile,
    MeansFile,
    SituationFile,
    StepFile,
)
from mayoke.text.fold import fold_plain

FileT = TypeVar("FileT")


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of each folder below ``data``, by their names."""

    brands: dict[str, BrandFile]
    lists: dict[str, ListFile]
    kinds: dict[str, KindFile]
    gaps: dict[str, GapFile]
    laws: dict[str, LawFile]
    statements: dict[str, StatementFile]
    lexicon: dict[str, PhraseFile]
    contacts: dict[str, ContactFile]
    steps: dict[str, StepFile]
    situations: dict[str, SituationFile]
    means: dict[str, MeansFile]
    deadlines: dict[str, DeadlineFile]
    knowledge: dict[str, KnowledgeFile]


def each(sources: Sources) -> Iterator[str]:
    """Rules for one file at a time, as ``folder/name.toml: rule``."""
    yield from _told("brands", sources.brands, rules.brand)
    yield from _told("lists", sources.lists, rules.domain_list)
    yield from _told("kinds", sources.kinds, rules.kind)
    yield from _told("gaps", sources.gaps, rules.gap)
    yield from _told("laws", sources.laws, rules.law)
    yield from _told("statements", sources.statements, rules.statement)
    yield from _told("lexicon", sources.lexicon, rules.phrases)
    yield from _told("contacts", sources.contacts, help_rules.contact)
    yield from _told("steps", sources.steps, help_rules.step)
    yield from _told("situations", sources.situations, help_rules.situation)
    yield from _told("means", sources.means, help_rules.means)
    yield from _told("deadlines", sources.deadlines, help_rules.deadline)
    yield from _told("knowledge", sources.knowledge, help_rules.knowledge)


def _told(
    folder: str, files: dict[str, FileT], rule: Callable[[str, FileT], Iterator[str]]
) -> Iterator[str]:
    for slug, file in files.items():
        yield from (f"{folder}/{slug}.toml: {broken}" for broken in rule(slug, file))


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
    yield from _steps(sources)
    yield from _references(sources)


def _steps(sources: Sources) -> Iterator[str]:
    """Every situation is complete, and every step belongs to one."""
    taken = {entry.id for file in sources.situations.values() for entry in file.step}
    taken |= {entry.id for file in sources.means.values() for entry in file.step}
    yield from (f"steps/{slug}.toml: nothing takes it" for slug in sorted({*sources.steps} - taken))
    for slug, file in sources.situations.items():
        told = help_rules.complete(file, sources.steps)
        yield from (f"situations/{slug}.toml: {rule}" for rule in told)


def _references(sources: Sources) -> Iterator[str]:
    """A slug leads to a record."""
    known = {
        "contact": {*sources.contacts},
        "step": {*sources.steps},
        "situation": {*sources.situations},
        "deadline": {*sources.deadlines},
        "page": {*sources.knowledge},
    }
    named: list[tuple[str, str, tuple[str, ...]]] = []
    for slug, step in sources.steps.items():
        place = f"steps/{slug}.toml"
        named += [(place, "contact", step.contacts), (place, "deadline", step.deadlines)]
        named += [(place, "step", step.covers)]
    for slug, file in sources.situations.items():
        place = f"situations/{slug}.toml"
        named += [(place, "step", tuple(entry.id for entry in file.step))]
        named += [(place, "situation", file.also)]
    for slug, means in sources.means.items():
        place = f"means/{slug}.toml"
        named += [(place, "step", tuple(entry.id for entry in means.step))]
        named += [(place, "situation", (means.situation,) if means.situation else ())]
    for slug, page in sources.knowledge.items():
        place = f"knowledge/{slug}.toml"
        named += [(place, "page", page.see_also), (place, "contact", page.contacts)]
    for place, what, slugs in named:
        yield from (f"{place}: there is no {what} {s}" for s in slugs if s not in known[what])


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
