"""One purchase and one incident: inside, near the edge, outside, or why it cannot be told."""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from mayoke.breach.purchases.spans import Span
from mayoke.records.incident import Incident
from mayoke.records.purchase import Answer, Finding, NameMatch, Purchase, Why

INSIDE, NEAR, OPEN, OUTSIDE, NO_DAY = 3, 2, 1, 0, -1
"""Ranks of a day as ``affected.sql`` gives them too."""
_CARD: Final = "card_"


def rank_of(day: date | None, spans: Sequence[Span]) -> int:
    """The best rank of the day over several periods; ``NO_DAY`` without a day."""
    if day is None:
        return NO_DAY
    best = OUTSIDE
    for span in spans:
        if span.core[0] <= day <= span.core[1]:
            return INSIDE
        if span.near[0] <= day <= span.near[1]:
            best = NEAR
        elif span.open[0] <= day <= span.open[1]:
            best = max(best, OPEN)
    return best


class Standing(NamedTuple):
    """How a line stands to an incident, as ``affected.sql`` gives it.

    ``day`` that was judged: of the purchase ``points_to`` where a refund or instalment has one.
    """

    rank: int
    day: date | None
    points_to: int | None


def finding_of(
    purchase: Purchase,
    match: NameMatch,
    standing: Standing,
    spans: Sequence[Span],
    *,
    card_only: bool,
) -> Finding:
    """The answer in words. ``card_only``: nothing but card data leaked; a wallet keeps them safe."""
    rank, day, points_to = standing
    answer, why, span = _answer(rank, spans, day)
    if purchase.kind != "purchase" and points_to is None and answer != "outside":
        answer, why = "cannot_tell", purchase.kind if purchase.kind == "refund" else "instalment"
    elif rank == NO_DAY:
        answer, why = "cannot_tell", "no_date"
    elif answer in {"inside", "near_edge"} and match.certainty == "possible":
        answer, why = "cannot_tell", "similar_name"
    elif answer in {"inside", "near_edge"} and match.wallet and card_only:
        answer, why = "cannot_tell", "wallet"
    return Finding(purchase, match, answer, why, span.quote, points_to)


def _answer(rank: int, spans: Sequence[Span], day: date | None) -> tuple[Answer, Why, Span]:
    if rank == NO_DAY or day is None:
        return "cannot_tell", "no_date", spans[0]
    for span in spans:
        if rank == INSIDE and span.core[0] <= day <= span.core[1]:
            return "inside", "within", span
        if rank == NEAR and span.near[0] <= day <= span.near[1]:
            return "near_edge", span.near_why, span
        if rank == OPEN and span.open[0] <= day <= span.open[1]:
            return "cannot_tell", span.why, span
    return "outside", "after_or_before", spans[0]


def only_card_data(incident: Incident) -> bool:
    """Did nothing leak but card data?"""
    return bool(incident.data_items) and all(i.startswith(_CARD) for i in incident.data_items)
