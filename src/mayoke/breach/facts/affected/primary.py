"""Which of the groups is the headline number, if any."""

import re
from collections.abc import Callable
from itertools import pairwise

from mayoke.breach.facts.affected import signs
from mayoke.breach.facts.affected.mention import Mention
from mayoke.breach.facts.affected.tree import Entry

_FIRMS = frozenset(("社", "団体", "法人", "企業"))
_CUSTOMERS = "customer"
_CUSTOMER_SORTS = frozenset(
    (
        "customer",
        "member",
        "guest",
        "card_holder",
        "card",
        "participant",
        "personal",
        "account",
        "email_address",
        "record",
        "household",
        "bank_account",
    )
)
_FAR = 10
_LIST_GAP = 6
_PERSONS = frozenset(("名", "人"))
_PERSONS_SAID = re.compile(r"実(?:人|件)?数(?:は|で|として|では|にして|:|、)*$")
_Choice = Callable[[list[Entry], int], bool]


def headline(entries: list[Entry], opening: str) -> int | None:
    """The index of the headline; None where groups stand side by side without a total."""
    tops = [i for i, e in enumerate(entries) if e.relation is None and not e.superseded]
    chosen = _of_tops(entries, tops, opening)
    return None if chosen is None else _people_of(entries, chosen)


def _people_of(entries: list[Entry], chosen: int) -> int:
    """Of 延べ2,000件 the number of people, where the notice goes on with that one."""
    if entries[chosen].mention.number.qualifier != "cumulative" or entries[chosen].unit in _PERSONS:
        return chosen
    same = [
        i for i, e in enumerate(entries)
        if e.parent == chosen and e.relation == "same"
        and (len(e.seen) > len(entries[chosen].seen) or _is_of_persons(e.mention))
    ]  # fmt: skip
    return same[0] if same else chosen


def _is_of_persons(m: Mention) -> bool:
    return m.number.unit in _PERSONS and _PERSONS_SAID.search(m.before) is not None


def _of_tops(entries: list[Entry], tops: list[int], opening: str) -> int | None:
    if len(tops) <= 1:
        return tops[0] if tops else None
    newer = _newer(entries, tops)
    if newer is not None:
        return newer
    sums = _only(_is_total, entries, tops)
    return _of_several(entries, tops, opening) if sums is None else sums


def _newer(entries: list[Entry], tops: list[int]) -> int | None:
    """The number that a sentence sets in the place of an earlier report's."""
    for old in entries:
        behind = [
            i for i in tops
            if old.superseded
            and entries[i].mention.sentence == old.mention.sentence
            and entries[i].mention.number.start > old.mention.number.start
        ]  # fmt: skip
        if behind:
            return min(behind, key=lambda i: entries[i].mention.number.start)
    return None


def _of_several(entries: list[Entry], tops: list[int], opening: str) -> int | None:
    """The headline of groups none of which is called the total."""
    tellings = sorted((entries[i].mention for i in tops), key=lambda m: m.number.start)
    if len({m.sentence for m in tellings}) == 1:
        return _only(_is_restated, entries, tops)
    if _is_list(tellings):
        return _only(_is_bound, entries, tops)
    people = [i for i in tops if entries[i].unit not in _FIRMS] or tops
    return people[0] if len(people) == 1 else _of_unlike(entries, people, opening)


def _of_unlike(entries: list[Entry], tops: list[int], opening: str) -> int | None:
    """The headline of groups that stand in different places of the notice."""
    if _are_apart(entries, tops):
        return None
    largest = max(tops, key=lambda i: entries[i].value)
    if all(entries[largest].mention.number.start <= entries[i].mention.number.start for i in tops):
        return largest
    for choose in (_is_whole, _is_bound):
        chosen = _only(choose, entries, tops)
        if chosen is not None:
            return chosen
    return _strongest(entries, tops, opening)


def _are_apart(entries: list[Entry], tops: list[int]) -> bool:
    """Groups of different sorts of people, each told once, none far larger than the others."""
    first, second = sorted((entries[i] for i in tops), key=lambda e: -e.value)[:2]
    sorts = [entries[i].what for i in tops]
    return (
        all(len(entries[i].seen) == 1 for i in tops)
        and None not in sorts
        and len({_CUSTOMERS if sort in _CUSTOMER_SORTS else sort for sort in sorts}) == len(tops)
        and first.value < second.value * _FAR
    )


def _only(choose: _Choice, entries: list[Entry], tops: list[int]) -> int | None:
    chosen = [i for i in tops if choose(entries, i)]
    return chosen[0] if len(chosen) == 1 else None


def _is_whole(entries: list[Entry], index: int) -> bool:
    """Others are parts of it."""
    return any(e.parent == index and e.relation == "part" for e in entries)


def _is_restated(entries: list[Entry], index: int) -> bool:
    """The notice tells the same group again in another unit."""
    return any(e.parent == index and e.relation == "same" for e in entries)


def _is_total(entries: list[Entry], index: int) -> bool:
    return any(signs.is_total(m.before, m.words, m.row) for m in entries[index].seen)


def _is_bound(entries: list[Entry], index: int) -> bool:
    """The leak itself governs the number, not only the place."""
    return any(
        signs.NEXT_LEAK.match(m.after) or signs.LEAK.search(m.label) for m in entries[index].seen
    )


def _is_list(tellings: list[Mention]) -> bool:
    """Do they stand in neighbouring lines of one list?"""
    near = all(
        (0 < b.line - a.line <= _LIST_GAP or a.sentence == b.sentence) and a.short and b.short
        for a, b in pairwise(tellings)
    )
    return near and len({m.kind for m in tellings}) == 1


def _strongest(entries: list[Entry], tops: list[int], opening: str) -> int | None:
    """The one that stands in the opening alone, else the most strongly told."""
    written = opening.replace(",", "")
    early = [i for i in tops if str(entries[i].value) in written]
    if len(early) == 1:
        return early[0]
    best = max(entries[i].strength for i in tops)
    strongest = [i for i in tops if entries[i].strength == best]
    return strongest[0] if len(strongest) == 1 else None
