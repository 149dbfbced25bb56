"""What the help room's files must keep; every rule broken is one sentence."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from mayoke.records.situation import PHASES
from mayoke.records.verdict import Sentence
from mayoke.registry.help_files import (
    ContactFile,
    DeadlineFile,
    KnowledgeFile,
    MeansFile,
    SituationFile,
    StepFile,
)
from mayoke.registry.rules import common, two_languages

_PHONE = re.compile(r"#?[0-9](?:[0-9-]*[0-9])?")
_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00")
_MAIL = re.compile(r"[a-z0-9.-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_REACHES = re.compile(r"https?:|www\.|@|[0-9]{2,4}-[0-9]{2,4}-[0-9]{3,4}|\.(?:jp|com)\b")
"""Numbers and addresses come from contacts, which say how sure they are; never from a sentence."""


def contact(slug: str, file: ContactFile) -> Iterator[str]:
    """Rules for one contact."""
    yield from common(slug, file.slug, file)
    if file.phone and not _PHONE.fullmatch(file.phone):
        yield f"no phone number: {file.phone!r}"
    if file.mail and not _MAIL.fullmatch(file.mail):
        yield f"no mail address: {file.mail!r}"
    if file.url and not file.url.startswith("https://"):
        yield "url must begin with https://"
    if not (file.phone or file.url or file.mail):
        yield "needs a phone number or an address"
    yield from _hours(file)
    for doubt in file.uncertain:
        if doubt != "hours" and not getattr(file, doubt):
            yield f"nothing can be uncertain about a missing {doubt}"
    yield from _sentences(file)


def _hours(file: ContactFile) -> Iterator[str]:
    if file.always and file.hours:
        yield "is open always, or at hours, not both"
    if file.phone and file.hours and file.meanwhile is None:
        yield "has hours: say what to do meanwhile"
    for entry in file.hours:
        if not (_TIME.fullmatch(entry.opens) and _TIME.fullmatch(entry.closes)):
            yield f"hours are HH:MM: {entry.opens}-{entry.closes}"
        elif entry.opens >= entry.closes:
            yield f"closes before it opens: {entry.opens}-{entry.closes}"
        if not entry.days:
            yield "hours without a day"


def step(slug: str, file: StepFile) -> Iterator[str]:
    """Rules for one step."""
    yield from common(slug, file.slug, file)
    yield from _sentences(file)
    yield from _reaching(file)
    if len(file.how) > 5:
        yield "how has more than five sentences"
    if slug in file.covers:
        yield "covers itself"


def situation(slug: str, file: SituationFile) -> Iterator[str]:
    """Rules for one situation."""
    yield from common(slug, file.slug, file)
    yield from two_languages(file.ja, file.en)
    yield from _sentences(file)
    yield from _reaching(file)
    yield from _twice("step", (entry.id for entry in file.step))
    if slug in file.also:
        yield "comes together with itself"


def means(slug: str, file: MeansFile) -> Iterator[str]:
    """Rules for one means of payment."""
    yield from common(slug, file.slug, file)
    yield from two_languages(file.ja, file.en)
    yield from _twice("step", (entry.id for entry in file.step))
    if not (file.situation or file.step):
        yield "needs a situation or steps"


def deadline(slug: str, file: DeadlineFile) -> Iterator[str]:
    """Rules for one deadline."""
    yield from common(slug, file.slug, file)
    yield from two_languages(file.ja, file.en)
    yield from _sentences(file)
    if file.days is not None and not 0 < file.days < 4000:
        yield "days must lie between 1 and 3999"
    if file.days is None and file.counts_from != "elsewhere":
        yield "counts from a day, but has no number of days"


def knowledge(slug: str, file: KnowledgeFile) -> Iterator[str]:
    """Rules for one page."""
    yield from common(slug, file.slug, file)
    yield from _sentences(file)
    yield from _reaching(file)
    for section in file.section:
        if not (section.paragraphs or section.points):
            yield f"an empty section: {section.heading.en}"


def complete(file: SituationFile, steps: dict[str, StepFile]) -> Iterator[str]:
    """A situation stops the loss or locks, keeps evidence, reports and watches."""
    phases = {steps[entry.id].phase for entry in file.step if entry.id in steps}
    if not phases & {"stop", "lock"}:
        yield "has no step that stops the loss or locks"
    yield from (f"has no step of phase {p}" for p in PHASES[2:] if p not in phases)
    if file.money_lost and "beware-recovery" not in {entry.id for entry in file.step}:
        yield "money is lost, but nothing warns of recovery scams"


def _sentences(file: object) -> Iterator[str]:
    for sentence in _all(file):
        yield from two_languages(sentence.ja, sentence.en)


def _reaching(file: object) -> Iterator[str]:
    for sentence in _all(file):
        if _REACHES.search(sentence.ja + " " + sentence.en):
            yield f"a number or an address in words: {sentence.en}"


def _all(value: object) -> Iterator[Sentence]:
    """Every sentence within a file."""
    if isinstance(value, Sentence):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _all(one)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _all(getattr(value, name))


def _twice(what: str, names: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield f"{what} twice: {name}"
        seen.add(name)
