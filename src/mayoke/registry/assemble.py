"""Checked files → the compiled registry."""

import re
from collections import defaultdict

from mayoke.records.brand import Brand, SendingDomain
from mayoke.records.law import Duty
from mayoke.records.purchase import Statement
from mayoke.records.verdict import Sentence
from mayoke.registry import rules
from mayoke.registry.files import BrandFile, KindFile, LawFile, PhraseFile, StatementFile
from mayoke.registry.forms import Compiled, DomainList, Kind, NameMode
from mayoke.registry.lexicon import Phrase, PhraseGroup, index
from mayoke.registry.sources import Sources
from mayoke.text.fold import fold_plain

_KANJI = re.compile(r"[一-鿿]")


def assemble(sources: Sources) -> Compiled:
    """Everything in its compiled form, with an empty version."""
    brands = sources.brands
    lexicon = tuple(_group(file) for _, file in sorted(sources.lexicon.items()))
    return Compiled(
        version="",
        brands=tuple(_brand(slug, file) for slug, file in sorted(brands.items())),
        brand_names=tuple(sorted(n for slug, file in brands.items() for n in _names(slug, file))),
        groups=_groups(brands),
        shared={
            slug: tuple(sorted(file.shared_domains))
            for slug, file in brands.items()
            if file.shared_domains
        },
        mailboxes={
            domain.removeprefix("*."): slug
            for slug, file in brands.items()
            for domain in file.mailbox_domains
        },
        lists=_lists(sources),
        lexicon=lexicon,
        phrases=index(lexicon),
        kinds={slug: _kind(file) for slug, file in sources.kinds.items()},
        gaps={slug: Sentence(file.ja, file.en) for slug, file in sources.gaps.items()},
        advice={slug: file.advice for slug, file in sources.kinds.items()},
        laws=tuple(_duty(file) for _, file in sorted(sources.laws.items())),
        statements=tuple(_statement(file) for _, file in sorted(sources.statements.items())),
    )


def _brand(slug: str, file: BrandFile) -> Brand:
    return Brand(
        slug=slug,
        name_ja=file.name_ja,
        name_en=file.name_en,
        sector=file.sector,
        names=rules.written(file),
        login_domains=frozenset(file.login_domains),
        hosting_domains=frozenset(file.hosting_domains),
        sending_domains=tuple(SendingDomain(e.domain, e.grade) for e in file.sending_domains),
        match=file.match,
    )


def _names(slug: str, file: BrandFile) -> set[tuple[str, str, NameMode]]:
    weak = {fold_plain(name) for name in file.weak_names}
    folded = {fold_plain(name) for name in rules.written(file)}
    return {(name, slug, "weak" if name in weak else _mode(name, file)) for name in folded}


def _mode(name: str, file: BrandFile) -> NameMode:
    """Three kanji and more stand for themselves: 株式会社 and 様 follow names without a break."""
    if name.isascii():
        return "word"
    return "sub" if file.match == "sub" or len(_KANJI.findall(name)) >= 3 else "word"


def _groups(brands: dict[str, BrandFile]) -> dict[str, tuple[str, ...]]:
    members: dict[str, list[str]] = defaultdict(list)
    for slug, file in sorted(brands.items()):
        if file.group:
            members[file.group].append(slug)
    return {group: tuple(slugs) for group, slugs in members.items()}


def _lists(sources: Sources) -> dict[str, DomainList]:
    """The lists; mailbox domains of brands are free mail."""
    lists = {
        name: DomainList(frozenset(file.entries), frozenset(file.exact))
        for name, file in sources.lists.items()
    }
    boxes = {d for file in sources.brands.values() for d in file.mailbox_domains}
    below = {d.removeprefix("*.") for d in boxes if d.startswith("*.")}
    entries = lists["freemail"].entries | below
    exact = (lists["freemail"].exact | boxes) - entries
    freemail = DomainList(entries, frozenset(d for d in exact if not d.startswith("*.")))
    return {**lists, "freemail": freemail}


def _kind(file: KindFile) -> Kind:
    return Kind(
        slug=file.slug,
        family=file.family or None,
        verdict=file.verdict,
        name=Sentence(file.ja, file.en),
        what=file.what,
        topics=file.topics,
    )


def _duty(file: LawFile) -> Duty:
    return Duty(
        slug=file.slug,
        name=Sentence(file.ja, file.en),
        law=file.law,
        valid_from=file.valid_from,
        valid_to=file.valid_to,
        days=file.days,
        approximate=file.approximate,
        event=file.event,
        details=file.details,
        triggers=file.triggers,
        unless=file.unless,
        uncertain_causes=file.uncertain_causes,
        bodies=file.bodies,
    )


def _statement(file: StatementFile) -> Statement:
    return Statement(
        slug=file.slug,
        name=Sentence(file.ja, file.en),
        header=file.header,
        roles=file.columns,
        posted=file.posted,
        quality=file.quality,
        sources=file.sources,
    )


def _group(file: PhraseFile) -> PhraseGroup:
    return PhraseGroup(
        id=file.id,
        speaks_for=file.speaks_for,
        kinds=file.kinds,
        topics=file.topics,
        ja=file.ja,
        en=file.en,
        phrases=tuple(Phrase(e.text, e.specimen) for e in file.phrase),
        nearly=file.nearly,
    )
