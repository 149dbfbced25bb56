"""An incident as a page shows it: names, facts, course, delays, clocks, what to do."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from mayoke import pipeline
from mayoke.breach import words as codes
from mayoke.breach.delays_told import SAME_DAY, days_told, delays_told
from mayoke.breach.describe import NOT_STATED, paragraph, rows
from mayoke.breach.timeline import timeline
from mayoke.doors.http.links import Lang
from mayoke.doors.say import leaks as words
from mayoke.doors.say.shapes import shorten
from mayoke.help.leak_advice import leak_advice
from mayoke.publish.show.visible import visible
from mayoke.records.incident import AffectedCount, Incident
from mayoke.records.timeline import Timeline
from mayoke.records.verdict import Sentence

_FIRST, _FULL = "suspicion_to_disclosure_days", "suspicion_to_full_report_days"
_TEXT_MOST = 1500
_STEPS_MOST = 60


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled line."""

    label: Sentence
    text: Sentence


@dataclass(frozen=True, slots=True)
class Step:
    """One event of the course: its day as written, what it was, how long after the first."""

    day: str
    label: str
    later: Sentence | None


@dataclass(frozen=True, slots=True)
class IncidentView:
    """Everything in the order of the page; every text is fit to be shown.

    ``periods``: the bars of the picture in words.
    """

    name: Sentence
    facts: tuple[Fact, ...]
    summary: Sentence
    periods: tuple[str, ...]
    steps: tuple[Step, ...]
    delays: tuple[Fact, ...]
    clocks: tuple[Sentence, ...]
    advice: tuple[Sentence, ...]


def view(incident: Incident, lang: Lang) -> IncidentView:
    """The view of an incident. Labels of its course are in ``lang``.

    The notice's reason for a delay is left out of the facts: it stands among the quotations.
    """
    course = timeline(incident, lang)
    bare = replace(incident, delay_reason=None)
    return IncidentView(
        name=name_of(incident),
        facts=(*_who(incident), *(Fact(row.label, shown(row.text)) for row in rows(bare))),
        summary=shown(paragraph(incident)),
        periods=tuple(_periods(course, lang)),
        steps=tuple(_steps(course)),
        delays=tuple(delays(incident)),
        clocks=tuple(shown(clock.says) for clock in pipeline.legal_clocks(incident)),
        advice=leak_advice(incident),
    )


def name_of(incident: Incident) -> Sentence:
    """The organisation, else its first site, else that it has no name."""
    site = next((site.name for site in incident.sites if site.name), None)
    name = incident.organisation or site
    return same(name, 120) if name else words.UNNAMED


def headline(incident: Incident) -> Sentence:
    """The number a notice gives first, without its parts."""
    counts = [one for one in incident.affected_count if not one.superseded]
    first = [one for one in counts if one.primary] or [one for one in counts if one.parent is None]
    return shown(counted(first[0])) if first else NOT_STATED


def counted(count: AffectedCount) -> Sentence:
    """``カード1,204件`` / ``1,204 cards``."""
    much, people = codes.QUALIFIERS[count.qualifier], codes.PEOPLE[count.what]
    return Sentence(
        f"{people.ja}{much.ja}{count.count:,}{count.unit}", f"{much.en}{count.count:,} {people.en}"
    )


def same(text: str, most: int = _TEXT_MOST) -> Sentence:
    """Strangers' words, which are the same in both languages, fit to be shown on one line."""
    fit = shorten(visible(text), most)
    return Sentence(fit, fit)


def shown(sentence: Sentence, most: int = _TEXT_MOST) -> Sentence:
    """A sentence of ours with strangers' words in it, fit to be shown."""
    return Sentence(shorten(visible(sentence.ja), most), shorten(visible(sentence.en), most))


def titled(sentence: Sentence) -> Sentence:
    """The same beginning with a capital letter in English, as it stands first on a line."""
    return Sentence(sentence.ja, sentence.en[:1].upper() + sentence.en[1:])


def filled(sentence: Sentence, **values: object) -> Sentence:
    """A sentence with its braces filled in, in both languages alike."""
    return Sentence(sentence.ja.format(**values), sentence.en.format(**values))


def days(number: int) -> Sentence:
    """``3`` → 3日 / 3 days; 0: the same day."""
    return days_told(number) if number else SAME_DAY


def delays(incident: Incident) -> Iterator[Fact]:
    """How long it took, as far as the notice gives both days."""
    return (Fact(row.label, row.text) for row in delays_told(incident))


def _who(incident: Incident) -> Iterator[Fact]:
    if incident.organisation:
        yield Fact(words.WHO, same(incident.organisation, 200))
    for site in incident.sites[:10]:
        told = "  ".join(text for text in (site.name, site.url) if text)
        if told:
            yield Fact(words.SITE, same(told, 300))


def _periods(course: Timeline, lang: Lang) -> Iterator[str]:
    for stretch in course.stretches:
        first, last = _day(stretch.start, lang), _day(stretch.end, lang)
        colon = "：" if lang == "ja" else ": "
        between = f"{first}から{last}まで" if lang == "ja" else f"{first} to {last}"
        yield stretch.label + colon + between


def _day(one: date, lang: Lang) -> str:
    if lang == "ja":
        return f"{one.year}年{one.month}月{one.day}日"
    return f"{one.day} {one:%B %Y}"


def _steps(course: Timeline) -> Iterator[Step]:
    dated = [mark for mark in course.marks if mark.day]
    first = dated[0].day if dated else None
    undated = [mark for mark in course.marks if not mark.day]
    for mark in [*dated, *undated][:_STEPS_MOST]:
        after = (mark.day - first).days if mark.day and first else 0
        yield Step(mark.written, mark.label, _later(after) if after else None)


def _later(number: int) -> Sentence:
    told = days(number)
    return Sentence(f"最初の出来事から{told.ja}後", f"{told.en} after the first event")
