"""The comparison in plain Python: row by row, keeping only purchases at shops that are known."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from mayoke.breach.purchases.judge import Standing, finding_of, only_card_data, rank_of
from mayoke.breach.purchases.lines import Line, lines, origin_day
from mayoke.breach.purchases.match import Matcher
from mayoke.breach.purchases.spans import Span, spans_of
from mayoke.breach.purchases.table import Table
from mayoke.records.purchase import Answer, Columns, Finding, NameMatch, Purchase, Tally, Watched

_Origins = Mapping[tuple[str, int], Sequence[tuple[date, int]]]


def compare(
    table: Table, skip: int, columns: Columns, watched: Iterable[Watched]
) -> tuple[Tally, Iterator[Finding]]:
    """Every purchase at a shop of the ledger, and what became of the lines. Reads the whole file."""
    known = list(watched)
    matcher = Matcher(known)
    matches: dict[str, tuple[NameMatch, ...]] = {}
    kept: list[Line] = []
    read = unread = 0
    for line in lines(table, skip, columns):
        if line is None:
            unread += 1
            continue
        read += 1
        name = line.purchase.merchant
        if name not in matches:
            matches[name] = matcher.find(name)
        if matches[name]:
            kept.append(line)
    spans = {one.id: spans_of(one.incident, posted=columns.posted) for one in known}
    card_only = frozenset(one.id for one in known if only_card_data(one.incident))
    findings = list(_findings(kept, matches, spans, card_only))
    answers: Counter[Answer] = Counter(one.answer for one in findings)
    return Tally(read, len(kept), unread, dict(answers)), iter(findings)


def _findings(
    kept: Sequence[Line],
    matches: Mapping[str, tuple[NameMatch, ...]],
    spans: Mapping[str, Sequence[Span]],
    card_only: frozenset[str],
) -> Iterator[Finding]:
    by_amount, by_name = _origins(kept)
    for line in kept:
        purchase = line.purchase
        origin = _origin(purchase, by_amount, by_name)
        day = origin[0] if origin else purchase.day
        for match in sorted(matches[purchase.merchant], key=lambda one: one.incident):
            periods = spans[match.incident]
            standing = Standing(rank_of(day, periods), day, origin[1] if origin else None)
            card = match.incident in card_only
            yield finding_of(purchase, match, standing, periods, card_only=card)


def _origins(kept: Sequence[Line]) -> tuple[_Origins, _Origins]:
    """Days and numbers of the purchases, by shop and amount, and by shop alone."""
    by_amount: dict[tuple[str, int], list[tuple[date, int]]] = defaultdict(list)
    by_name: dict[tuple[str, int], list[tuple[date, int]]] = defaultdict(list)
    for line in kept:
        one = line.purchase
        if one.kind == "purchase" and one.day:
            by_name[one.merchant, 0].append((one.day, one.number))
            if one.amount is not None:
                by_amount[one.merchant, one.amount].append((one.day, one.number))
    return by_amount, by_name


def _origin(purchase: Purchase, by_amount: _Origins, by_name: _Origins) -> tuple[date, int] | None:
    """The purchase a refund takes back (same amount), or an instalment is part of (same day)."""
    if purchase.kind == "refund" and purchase.amount is not None:
        days = by_amount.get((purchase.merchant, abs(purchase.amount)), ())
        return origin_day(days, purchase.day)
    if purchase.kind == "instalment" and purchase.day:
        days = by_name.get((purchase.merchant, 0), ())
        return origin_day([one for one in days if one[0] == purchase.day], purchase.day)
    return None
