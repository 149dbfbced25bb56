"""Lines of a paged document into running text: heads and feet away, wrapped lines joined."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mayoke.breach.read.rows import stands_alone
from mayoke.text.wrap import begins, joint, width

_CLEAN = str.maketrans(dict.fromkeys("\0\ufffe\uffff\x02\xad\u200b", ""))
_DIGITS = re.compile("[0-9０-９]+")
_BLANKS = re.compile("[\\s　]+")
_NUMBER = re.compile(
    "[-－–—‐ー―(（<＜【p.P ]{0,3}\\s?[0-9０-９]{1,3}"
    "\\s?(?:[/／]\\s?[0-9０-９]{1,3}|(?:of|ページ|頁)\\s?[0-9０-９]{0,3})?\\s?[-－–—‐ー―)）>＞】 ]{0,3}$"
)
_DASHED = re.compile("[^0-9０-９]+[0-9０-９]|[0-9０-９]+\\s?[/／]")
_EDGE = 3
"""So many lines at the top and bottom of a page may be head and foot."""
_ENDED = frozenset("。！？!?：:")
_JOINED_MAX = 200
_NEAR = 0.15
"""So far from the longest line, as a share, the edge of the others is looked for."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A line as it is set: its words, the edges of its first and last letter, and their height.

    In points; zero where unknown.
    """

    text: str
    left: float = 0
    right: float = 0
    height: float = 0


def text_of(pages: Sequence[Sequence[Leaf]]) -> str:
    """The running text of pages."""
    found: list[str] = []
    before: Leaf | None = None
    margin = left = 0.0
    joined = 0
    for page, lines in zip(pages, _without_edges(pages), strict=True):
        margin, left = _edges(page, margin)
        for line in lines:
            words = line.text.translate(_CLEAN)
            if not words.strip():
                continue
            if (
                before is not None
                and joined < _JOINED_MAX
                and _is_full(before, words.lstrip(), margin, left)
                and not stands_alone(words.strip(), found[-1].strip())
                and not begins(before.text, words.lstrip())
            ):
                found[-1] = joint(found[-1], words.strip())
                joined += 1
            else:
                found.append(words)
                joined = 0
            before = line
    return "\n".join(found)


def _edges(page: Sequence[Leaf], before: float) -> tuple[float, float]:
    """The right edge that several lines reach, else that of the page before; the leftmost one."""
    set_ = [leaf for leaf in page if leaf.right]
    if not set_:
        return before, 0.0
    rights = sorted((leaf.right for leaf in set_), reverse=True)
    left = min(leaf.left for leaf in set_)
    slack = 2 * sorted(leaf.height for leaf in set_)[len(set_) // 2]
    near = rights[0] - (rights[0] - left) * _NEAR
    margin = next((a for a, b in pairwise(rights) if a - b <= slack and a >= near), 0.0)
    return margin or max(before, rights[0]), left


def _is_full(leaf: Leaf, after: str, margin: float, left: float) -> bool:
    """Does the line reach the right edge, so that the next word would not have fitted?"""
    if not leaf.height or not margin or leaf.text[-1] in _ENDED:
        return False
    word = after.split(maxsplit=1)[0] if after.isascii() else after[:1]
    room = max(2.2 * leaf.height, min(width(word), 30) * leaf.height / 2)
    return (
        margin - leaf.right < room
        and leaf.right - margin < 3 * leaf.height
        and leaf.left - left < (margin - left) / 3
    )


def _without_edges(pages: Sequence[Sequence[Leaf]]) -> list[Sequence[Leaf]]:
    """The pages without repeated feet and page numbers; the head stays on the first."""
    count = len(pages)
    heads = Counter(key for page in pages for key in _keys(page[:_EDGE]))
    feet = Counter(key for page in pages for key in _keys(page[-_EDGE:]))
    least = max(2, (count + 1) // 2)
    found: list[Sequence[Leaf]] = []
    for number, page in enumerate(pages):
        first, last = 0, len(page)
        while last > max(first, len(page) - _EDGE) and (
            _is_number(page[last - 1].text, count)
            or (count > 1 and feet[_key(page[last - 1].text)] >= least)
        ):
            last -= 1
        while first < min(_EDGE, last) and (
            (number and heads[_key(page[first].text)] >= least)
            or _is_number(page[first].text, count)
        ):
            first += 1
        found.append(page[first:last] if first < last else page)
    return found


def _keys(lines: Sequence[Leaf]) -> set[str]:
    return {_key(line.text) for line in lines}


def _key(line: str) -> str:
    """A line with its numbers made alike."""
    return _DIGITS.sub("#", _BLANKS.sub("", line))


def _is_number(line: str, pages: int) -> bool:
    """Is the line only a page's number?"""
    line = line.strip()
    return (
        len(line) <= 14
        and _NUMBER.match(line) is not None
        and (pages > 1 or _DASHED.match(line) is not None)
    )
