"""How many people or records are concerned: groups, their parts, and the headline number."""

from mayoke.breach.facts.affected.accept import accepted
from mayoke.breach.facts.affected.entries import entries_of
from mayoke.breach.facts.affected.mention import Surroundings
from mayoke.breach.facts.affected.primary import headline
from mayoke.breach.facts.affected.traps import is_overlap
from mayoke.breach.facts.affected.tree import Entry, link, same_unit
from mayoke.breach.facts.affected.what import checked, of_noun, of_page
from mayoke.breach.reading import Part, Reading
from mayoke.records.incident import AffectedCount

_OPENING = 700
_PAGE_MAX = 6000


def find(reading: Reading, part: Part) -> tuple[AffectedCount, ...]:
    """The groups of people or records whose data may have leaked, the headline first.

    A number counts where a leak, a heading or a label governs it and nothing speaks against it
    (study §4.2, §4.3). Repeated numbers are one entry, quoted where they are told first.
    """
    if reading.kind == "not_a_breach":
        return ()
    first, last = reading.main
    page = reading.text[first : min(last, first + _PAGE_MAX)]
    mentions = Surroundings(reading).mentions(part)
    entries = entries_of(accepted(mentions, page)) if mentions else []
    if not entries:
        return ()
    link(entries, [m.number.value for m in mentions if is_overlap(m)], page)
    title = (reading.notice.context.title or "")[:200].lower()
    return _counts(reading, entries, f"{title}\n{page[:_OPENING]}")


def _counts(reading: Reading, entries: list[Entry], opening: str) -> tuple[AffectedCount, ...]:
    main = headline(entries, opening)
    order = sorted(range(len(entries)), key=lambda i: (i != main, entries[i].mention.number.start))
    place = {old: new for new, old in enumerate(order)}
    return tuple(_count(reading, entries, i, (place, opening, main)) for i in order)


def _count(
    reading: Reading,
    entries: list[Entry],
    index: int,
    page: tuple[dict[int, int], str, int | None],
) -> AffectedCount:
    place, opening, main = page
    entry = entries[index]
    number = entry.mention.number
    return AffectedCount(
        count=number.value,
        unit="ID" if number.unit.startswith("id") else number.unit,
        qualifier=number.qualifier,
        what=_what(entries, index, opening),
        parent=None if entry.parent is None else place[entry.parent],
        quote=reading.quote(number.start, number.end),
        relation=entry.relation,
        primary=index == main,
        superseded=entry.superseded,
    )


def _what(entries: list[Entry], index: int, opening: str) -> str:
    entry = entries[index]
    unit, m = entry.unit, entry.mention
    return (
        checked(
            _own_what(entries, index)
            or _what_of_kin(entries, index)
            or of_noun(unit, f"{m.titles}\n{m.row}\n{m.label}", "")
            or of_page(unit, opening),
            opening,
        )
        or "personal"
    )


def _own_what(entries: list[Entry], index: int) -> str | None:
    """What the nouns say; a customer behind (…) of a card count is its holder."""
    entry = entries[index]
    of_card = (
        entry.relation == "same"
        and entry.parent is not None
        and entries[entry.parent].what == "card"
        and entry.unit in {"名", "人"}
    )
    return "card_holder" if of_card and entry.what in {None, "customer"} else entry.what


def _what_of_kin(entries: list[Entry], index: int) -> str | None:
    """What the parts, the whole or the newer number say."""
    entry = entries[index]
    parts = _of_parts(entries, index)
    if parts:
        return parts
    if entry.parent is not None and same_unit(entry.unit, entries[entry.parent].unit):
        return entries[entry.parent].what or _of_parts(entries, entry.parent)
    if not entry.superseded:
        return None
    newer = [
        e.what or _of_parts(entries, i)
        for i, e in enumerate(entries)
        if not e.superseded and e.relation is None and same_unit(e.unit, entry.unit)
    ]
    return next(filter(None, newer), None)


def _of_parts(entries: list[Entry], index: int) -> str | None:
    parts = {e.what for e in entries if e.parent == index and e.relation == "part" and e.what}
    return "mixed" if len(parts) > 1 else next(iter(parts), None)
