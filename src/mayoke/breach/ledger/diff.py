"""What changed between two notices of one incident, with both values and both quotations.

Silence is no change: what the later notice does not state again is not told as taken back.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from mayoke.records.verdict import Sentence

Kind = Literal["added", "changed", "raised", "lowered", "denied", "left_out"]
_SCALARS: Final = (
    "organisation",
    "processor",
    "cause",
    "cause_confirmed",
    "leak_status",
    "misuse",
    "reissue_fee",
)
_VAGUE: Final = frozenset({"card_info_unspecified", "personal_info_unspecified"})


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    ``field``: the field of ``mayoke.notice/1``; ``about`` says which of several (the code of a
    data item, of an event, what is counted). ``raised`` and ``lowered`` are for counts;
    ``denied``: said to have leaked before, expressly not now; ``left_out``: no more in a list that
    is given anew. Quotations are None where the document gives none.
    """

    field: str
    kind: Kind
    about: str
    before: Any
    after: Any
    quote_before: str | None = None
    quote_after: str | None = None


def diff(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    """Every difference, in the order: counts, items, periods, events, the rest."""
    return (
        *_counts(before, after),
        *_items(before, after),
        *_exposure(before, after),
        *_events(before, after),
        *_scalars(before, after),
        *_desk(before, after),
    )


def _list(facts: Mapping[str, Any], field: str) -> list[Mapping[str, Any]]:
    return [one for one in facts.get(field) or () if isinstance(one, Mapping)]


def _counts(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    """Headline against headline; then each kind of people that both name once."""
    old, new = _current(before), _current(after)
    if not new:
        return
    for about in dict.fromkeys([*old, *new]):
        mine, its = old.get(about), new.get(about)
        if its is None:
            continue
        if mine is None:
            yield Change("affected_count", "added", about, None, _number(its), None, _quote(its))
        elif _number(mine) != _number(its):
            yield Change(
                "affected_count",
                _direction(mine, its),
                about,
                _number(mine),
                _number(its),
                _quote(mine),
                _quote(its),
            )


def _current(facts: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The counts that stand, by what they count; those told more than once have no one value."""
    standing = [one for one in _list(facts, "affected_count") if not one.get("superseded")]
    names = [_counted(one) for one in standing]
    return {name: one for name, one in zip(names, standing, strict=True) if names.count(name) == 1}


def _counted(count: Mapping[str, Any]) -> str:
    if count.get("primary"):
        return "primary"
    return " ".join(str(count[name]) for name in ("what", "group") if count.get(name))


def _number(count: Mapping[str, Any]) -> dict[str, Any]:
    return {name: count.get(name) for name in ("count", "unit", "qualifier")}


def _direction(before: Mapping[str, Any], after: Mapping[str, Any]) -> Kind:
    if before.get("unit") != after.get("unit") or before["count"] == after["count"]:
        return "changed"
    return "raised" if after["count"] > before["count"] else "lowered"


def _quote(one: Mapping[str, Any]) -> str | None:
    quote = one.get("quote")
    return quote if isinstance(quote, str) and quote else None


def _items(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    old, new = set(before.get("data_items") or ()), set(after.get("data_items") or ())
    denied = set(after.get("data_items_negated") or ())
    cleared = set(before.get("data_items_negated") or ())
    for item in sorted(new - old):
        was: Any = "negated" if item in cleared else None
        quotes = _words(before, "data_items_negated", item), _words(after, "data_items", item)
        yield Change("data_items", "added", item, was, item, *quotes)
    for item in sorted(old & denied - new):
        quotes = _words(before, "data_items", item), _words(after, "data_items_negated", item)
        yield Change("data_items", "denied", item, item, "negated", *quotes)
    if new - _VAGUE:
        for item in sorted(old - new - denied - _VAGUE):
            quote = _words(before, "data_items", item)
            yield Change("data_items", "left_out", item, item, None, quote)


def _words(facts: Mapping[str, Any], field: str, value: Any) -> str | None:
    """The quotation behind a value of ``where``; None where there is none."""
    places = (facts.get("where") or {}).get(field) or ()
    found = (place.get("quote") for place in places if place.get("value") == str(value))
    return next(found, None)


def _exposure(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    old, new = _by(before, "exposure", _period_of), _by(after, "exposure", _period_of)
    yield from _compared("exposure", old, new, ("start", "end", "precision"))


def _period_of(period: Mapping[str, Any]) -> str:
    return " ".join(str(period[name]) for name in ("basis", "group") if period.get(name))


def _events(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    """Events that both tell on other days, or only the later one tells."""
    old, new = _by(before, "timeline", _event_of), _by(after, "timeline", _event_of)
    new.pop("disclosed", None)  # each notice has its own
    first = old.pop("disclosed", [])
    if "disclosed_first" in new and "disclosed_first" not in old:
        old["disclosed_first"] = first
    yield from _compared("timeline", old, new, ("date", "precision"))


def _event_of(event: Mapping[str, Any]) -> str:
    return " ".join(str(event[name]) for name in ("event", "detail") if event.get(name))


def _by(facts: Mapping[str, Any], field: str, name_of: Any) -> dict[str, list[Mapping[str, Any]]]:
    found: dict[str, list[Mapping[str, Any]]] = {}
    for one in _list(facts, field):
        found.setdefault(name_of(one), []).append(one)
    return found


def _compared(
    field: str,
    old: Mapping[str, Sequence[Mapping[str, Any]]],
    new: Mapping[str, Sequence[Mapping[str, Any]]],
    names: Sequence[str],
) -> Iterator[Change]:
    """Lists of the same name: what both have drops out, the rest is paired in order."""

    def plain(one: Mapping[str, Any]) -> dict[str, Any]:
        return {name: one.get(name) for name in names}

    for about, its in new.items():
        mine = old.get(about, ())
        gone = [one for one in mine if plain(one) not in [plain(other) for other in its]]
        come = [one for one in its if plain(one) not in [plain(other) for other in mine]]
        for at, after in enumerate(come):
            before = gone[at] if at < len(gone) else None
            yield Change(
                field,
                "changed" if before else "added",
                about,
                plain(before) if before else None,
                plain(after),
                _quote(before) if before else None,
                _quote(after),
            )


def _scalars(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    for field in _SCALARS:
        old, new = before.get(field), after.get(field)
        if new is None or new == old or (new == "unknown" and old is not None):
            continue
        quotes = _words(before, field, old), _words(after, field, new)
        yield Change(field, "added" if old is None else "changed", "", old, new, *quotes)


def _desk(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    old, new = before.get("contacts") or {}, after.get("contacts") or {}
    for name in ("phone", "email", "hours", "name"):
        mine, its = old.get(name), new.get(name)
        if its and its != mine:
            yield Change("contacts", "changed" if mine else "added", name, mine or None, its)


def count_history(versions: Iterable[Mapping[str, Any]]) -> list[dict[str, Any] | None]:
    """The headline number of each notice in order; None where it states none."""
    found = []
    for facts in versions:
        head = next((one for one in _list(facts, "affected_count") if one.get("primary")), None)
        found.append({**_number(head), "quote": _quote(head)} if head else None)
    return found


SAYS: Final[Mapping[Kind, Sentence]] = {
    "added": Sentence("新たに記載", "stated for the first time"),
    "changed": Sentence("変更", "changed"),
    "raised": Sentence("増加", "raised"),
    "lowered": Sentence("減少", "lowered"),
    "denied": Sentence("漏えいしていないと訂正", "now said not to have leaked"),
    "left_out": Sentence("今回の一覧にない", "no longer in the list"),
}
"""What the kinds of change are called."""
