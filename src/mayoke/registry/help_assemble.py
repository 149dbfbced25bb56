"""Checked files of the help room → their compiled form."""

from mayoke.records.contact import Contact, Opening
from mayoke.records.knowledge import KnowledgePage, Section
from mayoke.records.situation import Deadline, Means, Situation, Step, Taken
from mayoke.records.verdict import Sentence
from mayoke.registry.help_files import (
    ContactFile,
    DeadlineFile,
    KnowledgeFile,
    MeansFile,
    SituationFile,
    StepFile,
    TakenEntry,
)
from mayoke.registry.help_forms import HelpRegistry
from mayoke.registry.sources import Sources


def assemble_help(sources: Sources) -> HelpRegistry:
    """Everything in its compiled form, with an empty version."""
    return HelpRegistry(
        version="",
        contacts={slug: _contact(file) for slug, file in sources.contacts.items()},
        steps={slug: _step(file) for slug, file in sources.steps.items()},
        situations={
            slug: _situation(file)
            for slug, file in sorted(sources.situations.items(), key=lambda item: item[1].order)
        },
        means={
            slug: _means(file)
            for slug, file in sorted(sources.means.items(), key=lambda item: item[1].order)
        },
        deadlines={slug: _deadline(file) for slug, file in sources.deadlines.items()},
        knowledge={
            slug: _page(file)
            for slug, file in sorted(sources.knowledge.items(), key=lambda item: item[1].order)
        },
    )


def _contact(file: ContactFile) -> Contact:
    return Contact(
        slug=file.slug,
        name=Sentence(file.ja, file.en),
        role=file.role,
        for_what=file.for_what,
        phone=file.phone,
        url=file.url,
        mail=file.mail,
        how=file.how,
        always=file.always,
        hours=tuple(Opening(entry.days, entry.opens, entry.closes) for entry in file.hours),
        year_end=file.year_end,
        hours_note=file.hours_note,
        meanwhile=file.meanwhile,
        languages=file.languages,
        listening=file.listening,
        uncertain=file.uncertain,
        quality=file.quality,
        sources=file.sources,
        checked_on=file.checked_on,
    )


def _step(file: StepFile) -> Step:
    return Step(
        slug=file.slug,
        phase=file.phase,
        rank=file.rank,
        says=file.says,
        how=file.how,
        have_ready=file.have_ready,
        contacts=file.contacts,
        deadlines=file.deadlines,
        covers=file.covers,
        quality=file.quality,
        sources=file.sources,
    )


def _taken(entries: tuple[TakenEntry, ...]) -> tuple[Taken, ...]:
    return tuple(Taken(entry.id, entry.within) for entry in entries)


def _situation(file: SituationFile) -> Situation:
    return Situation(
        slug=file.slug,
        order=file.order,
        name=Sentence(file.ja, file.en),
        first=file.first,
        note=file.note,
        within=file.within,
        money_lost=file.money_lost,
        steps=_taken(file.step),
        also=file.also,
        aliases=file.aliases,
        quality=file.quality,
        sources=file.sources,
        checked_on=file.checked_on,
    )


def _means(file: MeansFile) -> Means:
    return Means(
        slug=file.slug,
        order=file.order,
        name=Sentence(file.ja, file.en),
        situation=file.situation,
        steps=_taken(file.step),
        quality=file.quality,
        sources=file.sources,
    )


def _deadline(file: DeadlineFile) -> Deadline:
    return Deadline(
        slug=file.slug,
        name=Sentence(file.ja, file.en),
        rule=file.rule,
        starts=file.starts,
        counts_from=file.counts_from,
        days=file.days,
        first_day_counts=file.first_day_counts,
        law=file.law,
        caveat=file.caveat,
        quality=file.quality,
        sources=file.sources,
        checked_on=file.checked_on,
    )


def _page(file: KnowledgeFile) -> KnowledgePage:
    return KnowledgePage(
        slug=file.slug,
        order=file.order,
        title=file.title,
        summary=file.summary,
        sections=tuple(Section(s.heading, s.paragraphs, s.points) for s in file.section),
        see_also=file.see_also,
        contacts=file.contacts,
        quality=file.quality,
        sources=file.sources,
        checked_on=file.checked_on,
    )
