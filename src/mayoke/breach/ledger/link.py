"""Is a document the first, second or final notice of an incident that the ledger knows?

Sharing a name or a domain is needed and never enough: the two must also agree on something that
only one incident has (the day of the first report, the period, the number, two dates), and must
not contradict each other. Where that leaves a doubt nothing is linked, and the incident is offered.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from mayoke.breach.delays import full
from mayoke.breach.ledger.kinship import kinship
from mayoke.records.verdict import Sentence

LINK_FROM: Final = 2
"""Points that an agreement must reach."""
_STRONG: Final = 2
_WEAK: Final = 1
_TELLING: Final = frozenset({
    "incident_occurred", "discovered", "suspicion_notified", "suspicion_notified_other",
    "leak_confirmed", "contained", "card_payment_stopped", "site_stopped",
    "investigation_started", "investigation_completed", "police_reported", "ppc_reported",
})  # fmt: skip
_LEARNT: Final = frozenset({"discovered", "suspicion_notified", "suspicion_notified_other"})
_NUMBER_FROM: Final = 100
"""Smaller numbers agree by chance."""
_APART_DAYS: Final = 31
_SEASON_DAYS: Final = 550
_MISTAKES: Final = frozenset(
    {"misdelivery", "lost_device", "improper_disposal", "inadvertent_publication"}
)
_ATTACKS: Final = frozenset({
    "site_vulnerability", "web_skimming", "credential_stuffing", "malware_ransomware",
    "unauthorised_access", "phishing_account_takeover",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reason:
    """Something two notices agree (``points`` above zero) or disagree on, with the value."""

    code: str
    points: int
    says: Sentence


@dataclass(frozen=True, slots=True)
class Offer:
    """A known incident that the document may belong to, and what speaks for and against it."""

    id: str
    reasons: tuple[Reason, ...]

    @property
    def points(self) -> int:
        """How much they agree on."""
        return sum(max(reason.points, 0) for reason in self.reasons)

    @property
    def contradicted(self) -> bool:
        """Do they disagree on anything?"""
        return any(reason.points < 0 for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class Linked:
    """What was found: the incident it is, or those that a person should look at."""

    known: Offer | None
    offered: tuple[Offer, ...]


def link(
    data: Mapping[str, Any], known: Iterable[tuple[str, Mapping[str, Any]]], *, later: bool
) -> Linked:
    """The known incident that a document's incident is.

    ``known``: ids with facts of incidents that share a name or domain. ``later``: the document
    calls itself a second, later or final report, or is about somebody else's notice.
    """
    offers = []
    for name, facts in known:
        kin = kinship(data, facts)
        if kin is None:
            continue
        reasons = (
            Reason("name", 0 if kin.sure else -1, kin.says),
            *_compare(data, facts, later=later),
        )
        offers.append(Offer(name, reasons))
    offers.sort(key=lambda offer: (offer.contradicted, -offer.points))
    sure = [offer for offer in offers if offer.points >= LINK_FROM and not offer.contradicted]
    if sure and (len(sure) == 1 or sure[0].points >= sure[1].points + _STRONG):
        return Linked(sure[0], tuple(offer for offer in offers[1:] if _worth(offer)))
    return Linked(None, tuple(offer for offer in offers if _worth(offer)))


def link_json(found: Linked) -> dict[str, Any]:
    """What the ledger keeps beside the version: why it was linked, and what was offered."""

    def plain(offer: Offer) -> dict[str, Any]:
        return {"id": offer.id, "reasons": [told(reason) for reason in offer.reasons]}

    def told(reason: Reason) -> dict[str, Any]:
        says = {"ja": reason.says.ja, "en": reason.says.en}
        return {"code": reason.code, "points": reason.points, **says}

    return {
        "linked": plain(found.known) if found.known else None,
        "offered": [plain(offer) for offer in found.offered],
    }


def _worth(offer: Offer) -> bool:
    """Is it worth a person's look? Agreement, or the same name without any contradiction."""
    return offer.points >= LINK_FROM or not offer.contradicted


def _compare(data: Mapping[str, Any], facts: Mapping[str, Any], *, later: bool) -> Iterable[Reason]:
    yield from _first_report(data, facts)
    yield from _exposures(data, facts)
    yield from _numbers(data, facts)
    yield from _events(data, facts)
    yield from _causes(data, facts)
    yield from _distance(data, facts, later=later)


def _days(facts: Mapping[str, Any], *kinds: str) -> set[date]:
    timeline = facts.get("timeline") or ()
    found = (full(event.get("date")) for event in timeline if event.get("event") in kinds)
    return {day for day in found if day}


def _told(facts: Mapping[str, Any]) -> set[date]:
    """The days on which the operator announced it, as far as the facts tell."""
    own = full(facts.get("notice_date"))
    return _days(facts, "disclosed", "disclosed_first") | ({own} if own else set())


def _first_report(data: Mapping[str, Any], facts: Mapping[str, Any]) -> Iterable[Reason]:
    """The document names the day of an earlier announcement: that of the known incident."""
    shared = _days(data, "disclosed_first") & _told(facts)
    shared |= _days(facts, "disclosed_first") & _told(data)
    for day in sorted(shared)[:1]:
        says = Sentence(
            f"最初の公表の日が同じです（{day}）", f"the same first announcement ({day})"
        )
        yield Reason("first_report", _STRONG, says)


def _ranges(facts: Mapping[str, Any]) -> list[tuple[date, date]]:
    pairs = ((full(p.get("start")), full(p.get("end"))) for p in facts.get("exposure") or ())
    return [(start, end) for start, end in pairs if start and end and start <= end]


def _exposures(data: Mapping[str, Any], facts: Mapping[str, Any]) -> Iterable[Reason]:
    mine, its = _ranges(data), _ranges(facts)
    same = sorted(set(mine) & set(its))
    if same:
        start, end = same[0]
        says = Sentence(
            f"漏えいの対象の期間が同じです（{start}〜{end}）", f"the same period ({start} to {end})"
        )
        yield Reason("exposure", _STRONG, says)
        return
    if not mine or not its:
        return
    gaps = [max((b[0] - a[1]).days, (a[0] - b[1]).days) for a in mine for b in its]
    if min(gaps) > _APART_DAYS:
        says = Sentence("漏えいの対象の期間が離れています", "the periods lie apart")
        yield Reason("exposure_apart", -1, says)
    elif min(gaps) <= 0 and any(a[0] == b[0] or a[1] == b[1] for a in mine for b in its):
        says = Sentence(
            "漏えいの対象の期間が重なり、始まりか終わりが同じです",
            "the periods overlap and begin or end on the same day",
        )
        yield Reason("exposure_edge", _WEAK, says)


def _headline(facts: Mapping[str, Any]) -> Mapping[str, Any] | None:
    counts = facts.get("affected_count") or ()
    return next((count for count in counts if count.get("primary")), None)


def _numbers(data: Mapping[str, Any], facts: Mapping[str, Any]) -> Iterable[Reason]:
    """A number that one of them replaced is the other's; or both have the same headline."""
    for one, other in ((data, facts), (facts, data)):
        head = _headline(other)
        for count in one.get("affected_count") or ():
            value = count.get("count")
            if head and count.get("superseded") and value == head.get("count"):
                says = Sentence(
                    f"前に公表した数が同じです（{value:,}）",
                    f"the number announced before is the same ({value:,})",
                )
                yield Reason("superseded_count", _STRONG, says)
                return
    mine, its = _headline(data), _headline(facts)
    if mine and its and mine.get("count") == its.get("count") and mine["count"] >= _NUMBER_FROM:
        value, unit = mine["count"], mine.get("unit", "")
        says = Sentence(f"対象の数が同じです（{value:,}{unit}）", f"the same number ({value:,})")
        yield Reason("count", _WEAK, says)


def _events(data: Mapping[str, Any], facts: Mapping[str, Any]) -> Iterable[Reason]:
    """Events of one kind on the same day; two learning days far apart speak against it."""
    shared: dict[date, str] = {}
    for kind in sorted(_TELLING):
        for day in _days(data, kind) & _days(facts, kind):
            shared.setdefault(day, kind)
    for day in sorted(shared)[:2]:
        says = Sentence(
            f"同じ日の出来事があります（{day}）", f"the same event on the same day ({day})"
        )
        yield Reason(f"event_{shared[day]}", _WEAK, says)
    mine, its = _days(data, *_LEARNT), _days(facts, *_LEARNT)
    if mine and its and not shared and abs((min(mine) - min(its)).days) > _APART_DAYS:
        says = Sentence("気付いた日が離れています", "found on days far apart")
        yield Reason("learnt_apart", -1, says)


def _causes(data: Mapping[str, Any], facts: Mapping[str, Any]) -> Iterable[Reason]:
    """A mistake and an attack are two incidents."""
    pair = {data.get("cause"), facts.get("cause")}
    if pair & _MISTAKES and pair & _ATTACKS:
        yield Reason("cause", -1, Sentence("原因が違います", "the causes differ"))


def _distance(
    data: Mapping[str, Any], facts: Mapping[str, Any], *, later: bool
) -> Iterable[Reason]:
    mine, its = _told(data), _told(facts)
    if not mine or not its:
        return
    apart = min(abs((a - b).days) for a in mine for b in its)
    if apart > _SEASON_DAYS:
        says = Sentence("公表の時期が離れています", "announced at times far apart")
        yield Reason("told_apart", -1, says)
    elif later and max(mine) > min(its):
        before = (max(mine) - min(its)).days
        says = Sentence(
            f"続報で、{before}日前に公表された件があります",
            f"a later report, {before} days after an announcement",
        )
        yield Reason("later_report", _WEAK, says)
