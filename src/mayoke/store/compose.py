"""What the ledger knows of an incident now: its documents together, then the corrections.

A document replaces what it states again; what it is silent about stays from an earlier one. The
operator's own word goes before what others wrote about it, a later one before an earlier one.
"""

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, fields
from typing import Any, Final

from mayoke.records.incident import Incident

Facts = dict[str, Any]
Derive = Callable[[Facts], Facts]
"""Fills in again what follows from other fields (delays), after they changed."""

_TOGETHER: Final = (
    ("organisation", "organisation_from"),
    ("site_name", "site_url", "sites"),
    ("notice_date", "notice_date_basis"),
    ("data_items", "data_items_flags", "card_data"),
    ("cause", "cause_confirmed"),
    ("delay_reason_quote", "delay_reason"),
)
"""Fields that are taken from one document or not at all; the first tells whether it states them."""
_FOLLOWERS: Final = {name: names[0] for names in _TOGETHER for name in names[1:]}
_APART: Final = frozenset({"timeline", "groups", "where", "data_items_negated"})
_DESK: Final = frozenset({"phone", "email", "hours", "name"})
_VAGUE: Final = (
    None,
    "unknown",
    ["card_info_unspecified"],
    ["personal_info_unspecified"],
    ["card_info_unspecified", "personal_info_unspecified"],
    ["personal_info_unspecified", "card_info_unspecified"],
)
"""Values that tell less than any other: they never replace one."""
FIELDS: Final = frozenset(field.name for field in fields(Incident)) | {
    "site_name", "site_url", "aliases",
}  # fmt: skip
"""What an incident can have, left out where nothing is known."""
_OTHERS: Final = frozenset({"news_article", "third_party_alert", "not_a_breach"})


@dataclass(frozen=True, slots=True)
class Told:
    """One document's word on an incident. ``number``: that of its version."""

    number: int
    document_kind: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Overlay:
    """A correction as it is laid over the facts."""

    number: int
    field: str
    old: Any
    new: Any


def compose(told: Sequence[Told]) -> tuple[Facts, dict[str, int]]:
    """The facts of all documents together, and which version each field comes from.

    With one document its own facts and no sources. Raises ValueError without any.
    """
    if not told:
        raise ValueError("an incident has at least one document")
    if len(told) == 1:
        return dict(told[0].data), {}
    order = in_order(told)
    facts: Facts = {}
    sources: dict[str, int] = {}
    for one in order:
        for name, value in one.data.items():
            if name in _FOLLOWERS or name in _APART:
                continue
            if name not in facts or _replaces(value, facts[name]):
                facts[name] = value
                sources[name] = one.number
                _follow(facts, name, one.data)
    facts["groups"] = {k: v for one in order for k, v in (one.data.get("groups") or {}).items()}
    facts["timeline"] = _timeline(order)
    facts["data_items_negated"] = _negated(order, facts, sources)
    facts["where"] = _where(order, sources)
    return facts, {name: number for name, number in sources.items() if states(facts[name])}


def in_order(told: Sequence[Told]) -> list[Told]:
    """From the weakest word to the strongest; within a kind by the day it was told."""
    order: list[Told] = []
    for one in sorted(told, key=lambda one: (one.document_kind not in _OTHERS, one.number)):
        at = len(order)
        while at > 0 and _earlier(one, order[at - 1]):
            at -= 1
        order.insert(at, one)
    return order


def _earlier(one: Told, other: Told) -> bool:
    if (one.document_kind in _OTHERS) != (other.document_kind in _OTHERS):
        return False
    mine, its = one.data.get("notice_date") or "", other.data.get("notice_date") or ""
    shorter = min(len(mine), len(its))
    return shorter > 0 and "X" not in mine + its and mine[:shorter] < its[:shorter]


def states(value: Any) -> bool:
    """Does a field say anything?"""
    if isinstance(value, Mapping):
        return any(states(inner) for inner in value.values())
    if isinstance(value, list | tuple):
        return len(value) > 0
    return value is not None and value != ""


def _replaces(value: Any, known: Any) -> bool:
    return states(value) and (value not in _VAGUE or not states(known))


def _follow(facts: Facts, name: str, data: Mapping[str, Any]) -> None:
    for follower, leader in _FOLLOWERS.items():
        if leader == name:
            facts.pop(follower, None)
            if follower in data:
                facts[follower] = data[follower]


def _timeline(order: Sequence[Told]) -> list[Mapping[str, Any]]:
    """The events of all, by day. Who tells a kind of event again replaces what was told of it."""
    kept: dict[tuple[Any, ...], list[Mapping[str, Any]]] = {}
    for one in order:
        events = [event for event in one.data.get("timeline") or () if isinstance(event, Mapping)]
        if any(event.get("event") == "disclosed" for event in events):
            _first_disclosure(kept)
        mine: dict[tuple[Any, ...], list[Mapping[str, Any]]] = {}
        for event in events:
            mine.setdefault(_sort_of(event), []).append(event)
        kept.update(mine)
    merged = [event for events in kept.values() for event in events]
    return sorted(merged, key=lambda event: str(event.get("date")))


def _sort_of(event: Mapping[str, Any]) -> tuple[Any, ...]:
    return event.get("event"), event.get("actor"), event.get("detail")


def _first_disclosure(kept: dict[tuple[Any, ...], list[Mapping[str, Any]]]) -> None:
    """What was "this announcement" has become the first one, now that another follows."""
    for sort in [sort for sort in kept if sort[0] == "disclosed"]:
        earlier = kept.pop(sort)
        if not any(known[0] == "disclosed_first" for known in kept):
            renamed: list[Mapping[str, Any]] = [
                {**event, "event": "disclosed_first"} for event in earlier
            ]
            kept["disclosed_first", *sort[1:]] = renamed


def _negated(order: Sequence[Told], facts: Facts, sources: dict[str, int]) -> list[str]:
    """What did not leak. Of what one document lists and another denies, the later word counts."""
    place = {one.number: at for at, one in enumerate(order)}
    at = place.get(sources.get("data_items", 0), -1)
    for one in reversed(order):
        negated = one.data.get("data_items_negated") or []
        if not negated:
            continue
        sources["data_items_negated"] = one.number
        leaked = facts.get("data_items") or []
        if place[one.number] <= at:
            return [item for item in negated if item not in leaked]
        if any(item in negated for item in leaked):
            facts["data_items"] = [item for item in leaked if item not in negated]
        return list(negated)
    return []


def _where(order: Sequence[Told], sources: Mapping[str, int]) -> dict[str, Any]:
    """The words behind the values, each from the document that its field was taken from."""
    places: dict[str, Any] = {}
    for one in order:
        for name, found in (one.data.get("where") or {}).items():
            field = "contacts" if name in _DESK else _FOLLOWERS.get(name, name)
            if sources.get(field, one.number) == one.number:
                places[name] = found
    return places


def correct(
    facts: Facts, overlays: Sequence[Overlay], derive: Derive
) -> tuple[Facts, list[Overlay]]:
    """Lay corrections over the facts, in order; also those that hold.

    A correction holds as long as the documents still say what it put right. What a person put
    right stands, even where it follows from other fields.
    """
    held: list[Overlay] = []
    for overlay in overlays:
        if not _says(facts, overlay.field, overlay.old):
            continue
        laid = deepcopy(facts)
        _put(laid, overlay.field, overlay.new)
        held.append(overlay)
        facts = deepcopy(derive(laid))
        for one in held:
            if _says(laid, one.field, one.new):  # and was not itself replaced since
                _put(facts, one.field, one.new)
    return facts, held


def _says(facts: Mapping[str, Any], path: str, value: Any) -> bool:
    try:
        return bool(value_at(facts, path) == value)
    except LookupError:
        return False


def value_at(facts: Mapping[str, Any], path: str) -> Any:
    """The value at ``organisation`` or ``affected_count.0.count``; None where it is left out.

    Raises LookupError for a path that leads to no field of an incident.
    """
    *before, last = path.split(".")
    holder: Any = facts
    for step in before:
        holder = _step(holder, step)
    if isinstance(holder, Mapping) and last not in holder and (before or last in FIELDS):
        return None
    return _step(holder, last)


def _step(value: Any, step: str) -> Any:
    if isinstance(value, Mapping):
        return value[step]
    if isinstance(value, list) and step.isascii() and step.isdigit():
        return value[int(step)]
    raise KeyError(step)


def _put(facts: Facts, path: str, new: Any) -> None:
    value_at(facts, path)
    before, _, last = path.rpartition(".")
    holder: Any = value_at(facts, before) if before else facts
    holder[int(last) if isinstance(holder, list) else last] = new
