"""The answers to "does it concern me?", incident by incident, ready to be shown."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mayoke.breach.dates_in_words import day
from mayoke.breach.purchases import words as said
from mayoke.doors.http.pages.breach.facts import filled, name_of, same, shown
from mayoke.doors.say import purchases as words
from mayoke.doors.say.shapes import shorten
from mayoke.help.leak_advice import leak_advice
from mayoke.publish.show.visible import visible
from mayoke.records.purchase import Answer, Finding, Tally, Watched
from mayoke.records.verdict import Sentence

_SHOWN, _INCIDENTS = 50, 40
_ORDER: tuple[Answer, ...] = ("inside", "near_edge", "cannot_tell", "outside")
_ANSWERS = {code: Sentence(one.ja, one.en.capitalize()) for code, one in said.ANSWERS.items()}


@dataclass(frozen=True, slots=True)
class Hit:
    """One purchase. ``answer`` is a code, ``says`` its words, ``why`` a few sentences."""

    answer: Answer
    says: Sentence
    line: str
    day: Sentence
    shop: str
    amount: str
    card: str
    why: Sentence


@dataclass(frozen=True, slots=True)
class Group:
    """The purchases at the shop of one incident, the most certain first.

    ``more``: how many are not shown. ``outside``: how many lie outside the period.
    """

    id: str
    name: Sentence
    told: Sentence | None
    reviewed: bool
    hits: tuple[Hit, ...]
    more: int
    outside: int
    quotes: tuple[str, ...]
    advice: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """The whole answer. ``left_out``: further incidents, less certain than those shown."""

    tally: Tally
    groups: tuple[Group, ...]
    left_out: int

    @property
    def inside(self) -> int:
        """Purchases within a period."""
        return self.tally.answers.get("inside", 0)

    @property
    def unsure(self) -> int:
        """Purchases of which it cannot be told for certain."""
        return self.tally.answers.get("near_edge", 0) + self.tally.answers.get("cannot_tell", 0)


def compared(tally: Tally, findings: Iterable[Finding], known: Iterable[Watched]) -> Compared:
    """The findings by incident; the incident with the most certain answer first."""
    by_incident: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_incident[finding.match.incident].append(finding)
    watched = {one.id: one for one in known}
    ordered = sorted(by_incident, key=lambda name: (_worst(by_incident[name]), name))
    shown = tuple(_group(watched[name], by_incident[name]) for name in ordered[:_INCIDENTS])
    return Compared(tally, shown, len(ordered) - len(shown))


def _worst(found: Sequence[Finding]) -> int:
    return min(_ORDER.index(one.answer) for one in found)


def _group(one: Watched, found: Sequence[Finding]) -> Group:
    within = [f for f in found if f.answer != "outside"]
    within.sort(key=lambda f: (_ORDER.index(f.answer), f.purchase.number))
    quotes = dict.fromkeys(f.quote for f in within[:_SHOWN] if f.quote)
    date = one.incident.notice_date
    return Group(
        id=one.id,
        name=name_of(one.incident),
        told=day(date) if date else None,
        reviewed=one.state == "published",
        hits=tuple(map(_hit, within[:_SHOWN])),
        more=max(len(within) - _SHOWN, 0),
        outside=len(found) - len(within),
        quotes=tuple(shorten(visible(quote), 200) for quote in list(quotes)[:10]),
        advice=leak_advice(one.incident) if within else (),
    )


def _hit(finding: Finding) -> Hit:
    purchase, match = finding.purchase, finding.match
    name, certain = shown(match.says, 200), said.CERTAINTIES[match.certainty]
    why = said.WHYS[finding.why]
    belongs = Sentence("", "")
    if finding.points_to is not None:
        told = filled(words.BELONGS, n=f"{finding.points_to:,}")
        belongs = Sentence(told.ja, f" {told.en}")
    return Hit(
        answer=finding.answer,
        says=_ANSWERS[finding.answer],
        line=f"{purchase.number:,}",
        day=day(purchase.day.isoformat()) if purchase.day else same("―"),
        shop=shorten(visible(purchase.merchant), 60),
        amount=f"{purchase.amount:,}" if purchase.amount is not None else "",
        card=purchase.card,
        why=Sentence(
            f"{why.ja}{belongs.ja}{certain.ja}（{name.ja}）。",
            f"{why.en}{belongs.en} {certain.en[:1].upper()}{certain.en[1:]} ({name.en}).",
        ),
    )
