"""One message judged, and everything the page shows of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from mayoke import pipeline
from mayoke.doors.http import metrics
from mayoke.doors.http.links import Lang
from mayoke.doors.http.pages.check.content import Content, is_one_mail
from mayoke.doors.http.pages.check.words import DEEDS_OF, FIRST_DEEDS
from mayoke.doors.http.site import Site, nobody
from mayoke.doors.say import words
from mayoke.publish.show.evidence import marks, sides
from mayoke.publish.show.show import show
from mayoke.publish.show.visible import visible
from mayoke.records.errors import StoreError
from mayoke.records.gap import Gap
from mayoke.records.known import Known
from mayoke.records.known_leak import KnownLeak
from mayoke.records.shown import Segment, Shown
from mayoke.records.verdict import Sentence, Verdict, Weighed
from mayoke.registry.help_load import load_help
from mayoke.registry.load import load

REASONS = 3
"""So many reasons stand at the top; the others stand beside the mail."""


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence about a place. ``at``: is there a mark to go to? ``bad``: does it speak ill?"""

    number: int
    says: Sentence
    bad: bool
    at: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the mail with the notes on it."""

    label: Sentence
    segments: tuple[Segment, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """Something the visitor may have done: a situation of the help room."""

    slug: str
    name: Sentence


@dataclass(frozen=True, slots=True)
class Answer:
    """What the page shows.

    ``notes``, ``number_of``: a mark's note, and its number on the page; ``bad``: notes that speak
    ill of the mail; ``elsewhere``: notes without a place; ``signals``: ids, for a correction.
    """

    verdict: Verdict
    chances: tuple[tuple[Sentence, Sentence, float], ...]
    parts: tuple[Part, ...]
    notes: Mapping[int, Note]
    number_of: Mapping[int, int]
    bad: frozenset[int]
    reasons: tuple[Note, ...]
    against: tuple[Note, ...]
    elsewhere: tuple[Note, ...]
    gaps: tuple[str, ...]
    changes: tuple[Sentence, ...]
    deeds: tuple[Deed, ...]
    more_deeds: tuple[Deed, ...]
    carrier: str
    kind: Sentence | None
    what: Sentence | None
    signals: str
    headline: Sentence = field(init=False)
    sign: str = field(init=False)

    def numbers(self, notes: Iterable[int]) -> list[int]:
        """The numbers that these notes have on the page, low first."""
        return sorted(self.number_of[note] for note in notes)

    @property
    def hides(self) -> bool:
        """Are there characters in the mail that nobody could see?"""
        return any(one.kind == "token" for part in self.parts for one in part.segments)

    @property
    def mixed(self) -> bool:
        """Do some notes speak ill of the mail, and some well?"""
        return 0 < len(self.bad) < len(self.notes)

    def __post_init__(self) -> None:
        object.__setattr__(self, "headline", words.HEADLINE[self.verdict.verdict])
        object.__setattr__(self, "sign", words.SIGN[self.verdict.verdict])


def answer(content: Content, site: Site, lang: Lang, now: datetime) -> Answer:
    """Judge a message and prepare what is shown. Raises BadInput. Blocking."""
    is_one_mail(content)
    known, unread = _known(content, site, lang)
    verdict = pipeline.check(content.data, lang=lang, now=now, known=known)
    metrics.VERDICTS.labels(verdict.verdict).inc()
    verdict = replace(verdict, gaps=(*verdict.gaps, *unread))
    return prepared(verdict, show(pipeline.parts(content.data), marks(verdict)))


def prepared(verdict: Verdict, shown: Shown) -> Answer:
    """What is shown of a verdict, its notes numbered as a reader meets their marks."""
    met = dict.fromkeys([note for part in shown.parts for note in part.notes])
    number_of = {note: at for at, note in enumerate((*met, *shown.unplaced), 1)}
    placed = {note for part in shown.parts for one in part.segments for note in one.notes}
    notes: dict[int, Note] = {}
    by_words: dict[Sentence, Note] = {}
    for note, number in number_of.items():
        one = verdict.evidence[note]
        made = Note(number, _fit(one.says), one.speaks_for != "clean", note in placed)
        notes[note] = by_words[one.says] = made
    for_it, against = (_told(side, by_words) for side in sides(verdict))
    first, more = _deeds(verdict.kind)
    kind = load().kinds.get(verdict.kind) if verdict.verdict in {"scam", "unsure"} else None
    return Answer(
        verdict=verdict,
        chances=tuple(_chances(verdict)),
        parts=tuple(
            Part(words.place(part.part), part.segments, tuple(notes[n] for n in part.notes))
            for part in shown.parts
        ),
        notes=notes,
        number_of=number_of,
        bad=frozenset(note for note, one in notes.items() if one.bad),
        reasons=for_it[:REASONS],
        against=against,
        elsewhere=tuple(notes[note] for note in shown.unplaced),
        gaps=tuple(dict.fromkeys(visible(gap.why) for gap in verdict.gaps)),
        changes=tuple(_fit(one) for one in verdict.would_change if verdict.verdict == "unsure"),
        deeds=first,
        more_deeds=more,
        carrier=visible(verdict.carrier)[:200],
        kind=kind.name if kind else None,
        what=kind.what if kind and verdict.verdict == "scam" else None,
        signals=",".join(dict.fromkeys(one.id for one in verdict.evidence)),
    )


def _told(side: Iterable[Weighed], by_words: Mapping[Sentence, Note]) -> tuple[Note, ...]:
    return tuple(by_words[one.says] for one in side if one.says in by_words)


def _fit(says: Sentence) -> Sentence:
    """A sentence may quote a stranger: nothing in it hides or turns the line round."""
    return Sentence(visible(says.ja), visible(says.en))


def _chances(verdict: Verdict) -> Iterable[tuple[Sentence, Sentence, float]]:
    odds = verdict.probabilities
    wanted = {"junk": ("junk",), "clean": ("clean", "scam")}.get(verdict.verdict, ("scam",))
    for which in wanted:
        share = {"scam": odds.scam, "junk": odds.junk, "clean": odds.clean}[which]
        yield words.CHANCE_OF[which], words.likely(share), share


def _deeds(kind: str) -> tuple[tuple[Deed, ...], tuple[Deed, ...]]:
    situations = load_help().situations
    first = dict.fromkeys((*DEEDS_OF.get(kind, ()), *FIRST_DEEDS))
    near = [slug for slug in first if slug in situations][: len(FIRST_DEEDS)]
    in_order = sorted(situations.values(), key=lambda one: one.order)
    return (
        tuple(Deed(slug, situations[slug].name) for slug in near),
        tuple(Deed(one.slug, one.name) for one in in_order if one.slug not in near),
    )


def _known(content: Content, site: Site, lang: Lang) -> tuple[Known, Sequence[Gap]]:
    """What the ledger knows about it; a ledger that cannot be read is a gap."""
    if not site.has_store:
        return nobody(), ()
    try:
        with site.store() as store:
            leaks = pipeline.leaks(pipeline.mentions(content.data), store)
    except StoreError:
        return nobody(), (Gap("ledger", load().why("ledger-not-read", lang)),)
    fit = tuple(leak for leak in leaks if _may_be_named(leak, site))
    return replace(nobody(), leaks=fit), ()


def _may_be_named(leak: KnownLeak, site: Site) -> bool:
    """An incident names a real firm: in public only once people have agreed to it."""
    return leak.state == "published" or site.settings.unreviewed
