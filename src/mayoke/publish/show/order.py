"""Which parts of a message are shown, and in which order: as a reader would meet them."""

from collections.abc import Collection, Mapping
from typing import Final

_HEADERS: Final = (
    "header:From",
    "header:Sender",
    "header:Reply-To",
    "header:To",
    "header:Cc",
    "header:Subject",
    "header:Date",
)
_ALWAYS: Final = frozenset({"header:From", "header:Subject"})
_MOST: Final = 40
_NAMES: Final = 5
"""So many file names are shown without a mark."""
_COMPARED: Final = 4000


def chosen(parts: Mapping[str, str], marked: Collection[str]) -> list[str]:
    """The names of the parts to show, in reading order, at most 40; marked ones first of all."""
    wanted = [name for name in parts if name in marked or _unasked(name, parts)]
    wanted = _few_names(_without_twins(wanted, parts, marked), marked)
    if len(wanted) > _MOST:
        unmarked = [name for name in wanted if name not in marked]
        kept = set([*(name for name in wanted if name in marked), *unmarked][:_MOST])
        wanted = [name for name in wanted if name in kept]
    return sorted(wanted, key=_place)


def _unasked(name: str, parts: Mapping[str, str]) -> bool:
    """Is it shown even without a mark?"""
    if not parts[name].strip():
        return False
    return name in _ALWAYS or name.endswith((":text", ":name"))


def _without_twins(
    names: list[str], parts: Mapping[str, str], marked: Collection[str]
) -> list[str]:
    """Without the plain twin of an HTML text, or the other way round, unless it is marked."""
    seen = {_folded(parts[name]) for name in names if name in marked and name.endswith(":text")}
    kept = []
    for name in names:
        if name.endswith(":text") and name not in marked:
            folded = _folded(parts[name])
            if folded in seen:
                continue
            seen.add(folded)
        kept.append(name)
    return kept


def _folded(text: str) -> str:
    return "".join(text[:_COMPARED].split())


def _few_names(names: list[str], marked: Collection[str]) -> list[str]:
    unmarked = [name for name in names if name.endswith(":name") and name not in marked]
    over = frozenset(unmarked[_NAMES:])
    return [name for name in names if name not in over]


def _place(name: str) -> tuple[int, int]:
    """Well-known headers, other headers, texts, hidden texts, links, forms, file names."""
    if name in _HEADERS:
        return 0, _HEADERS.index(name)
    head, _, rest = name.partition(":")
    if head == "header":
        return 1, 0
    kinds = ("text", "hidden", "link", "form", "name")
    kind = rest.partition(":")[0]
    return 2 + (kinds.index(kind) if kind in kinds else len(kinds)), 0
