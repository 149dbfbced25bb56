"""The words of a notice behind the facts: short quotations, each within its sentence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from mayoke.breach import words as codes
from mayoke.breach.dates_in_words import day, span
from mayoke.breach.describe import REASON
from mayoke.doors.http.pages.breach.facts import counted, titled
from mayoke.doors.say import leaks as words
from mayoke.doors.say.shapes import shorten
from mayoke.publish.show.visible import visible
from mayoke.records.incident import Incident, Located, Quote
from mayoke.records.verdict import Sentence

LONGEST, MOST = 200, 10
"""Characters of one quotation, and quotations of one incident: no more than a citation needs."""

_STOPS = "\n\t。"
_MARGIN = 70
_FEE = Sentence("カード再発行の手数料", "Fee for a new card")

TextOf = Callable[[str], str]
"""The text of the document that a field of the incident was read from; empty when not known."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What was read, and from which words; ``before`` and ``after`` are the rest of the sentence.

    ``start``, ``end``: where the words stand in the document's text.
    """

    label: Sentence
    fact: Sentence
    before: str
    words: str
    after: str
    start: int
    end: int


def quotations(incident: Incident, text_of: TextOf, *, most: int = MOST) -> tuple[Quotation, ...]:
    """At most ``most`` quotations of at most 200 characters; the same words once."""
    found: dict[tuple[str, str], Quotation] = {}
    for field, label, fact, quote in _facts(incident):
        if quote.quote.strip() and len(found) < most:
            before, middle, after = _within(quote, text_of(field))
            place = quote.start, quote.end
            one = Quotation(titled(label), fact, before, middle, after, *place)
            found.setdefault((label.ja, middle), one)
    return tuple(found.values())


def _facts(incident: Incident) -> Iterator[tuple[str, Sentence, Sentence, Quote]]:
    """Field, label, value and words, what matters most to a reader first."""
    exposure = words.FIELDS["exposure"]
    for period in islice(incident.exposure, 3):
        yield "exposure", exposure, span(period.start, period.end), period.quote
    for count in [one for one in incident.affected_count if not one.superseded][:3]:
        yield "affected_count", words.FIELDS["affected_count"], counted(count), count.quote
    yield from _coded(incident, "cause")
    yield from _coded(incident, "leak_status")
    yield from _coded(incident, "misuse")
    if incident.delay_reason:
        yield "delay_reason", REASON, Sentence("", ""), incident.delay_reason
    for one in incident.where.get("reissue_fee", ())[:1]:
        yield "reissue_fee", _FEE, Sentence("", ""), one.quote
    for event in incident.timeline:
        name = codes.event(event.event, event.detail)
        told = day(event.date)
        yield "timeline", name, told, event.quote
    for field in ("data_items", "data_items_negated"):
        for item in incident.where.get(field, ()):
            named = codes.ITEMS.get(item.value)
            if named:
                yield field, words.FIELDS[field], named, item.quote


def _coded(incident: Incident, field: str) -> Iterator[tuple[str, Sentence, Sentence, Quote]]:
    places: tuple[Located, ...] = incident.where.get(field, ())
    for one in places[:1]:
        name = codes.name_of(one.value)
        if name:
            yield field, words.FIELDS[field], name, one.quote


def _within(quote: Quote, text: str) -> tuple[str, str, str]:
    """The rest of the sentence before, the words, the rest after; together at most ``LONGEST``."""
    middle = shorten(_fit(quote.quote), LONGEST)
    if text[quote.start : quote.end] != quote.quote or len(middle) == LONGEST:
        return "", middle, ""
    room = min(_MARGIN, (LONGEST - len(middle)) // 2)
    before = text[max(0, quote.start - 400) : quote.start]
    before = _fit(before[max(before.rfind(stop) for stop in _STOPS) + 1 :])
    after = text[quote.end : quote.end + 400]
    ends = [at for stop in _STOPS if (at := after.find(stop)) >= 0]
    after = _fit(after[: min(ends)] if ends else after)
    if len(before) > room:
        before = "…" + before[len(before) - room + 1 :]
    return before, middle, shorten(after, room)


def _fit(text: str) -> str:
    """Fit to be shown on one line; a blank at either end stays one blank."""
    fit = visible(text)
    left = " " if fit and text[:1].isspace() else ""
    return left + fit + (" " if fit and text[-1:].isspace() else "")
