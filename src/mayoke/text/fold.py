"""One form for all writings of a word, and the way back to the characters that were read."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from mayoke.text.invisible import INVISIBLE

_CHANGING = """
0-1f 7f-a0 a8-a8 aa-aa ad-ad af-af b2-b5 b8-ba bc-be 130-133 13f-140 149-149 17f-17f 1c4-1cc 1f1-1f3
2b0-2ff 300-36f 374-374 37a-37e 384-387 3a3-3a3 3c2-3c2 3d0-3d6 3f0-3f9 483-487 587-95f 9bc-115f
1160-11c2 1200-1dff 1e9a-1e9b 1f71-201f 2024-218f 2212-223e 2329-232a 2460-24ea 2800-2800 2a0c-2aff
2c7c-2c7d 2ce0-3000 301c-301c 302a-3030 3036-303a 3099-309c 309f-309f 30ff-319f 3200-33ff a640-abff
d7b0-d7ff f900-ffff
"""
"""Code points that folding may change, but for case. Where characters are rare the ranges take in
their neighbours too; a test holds that none is missing."""

_CLASS = "".join(
    "\\u{:04x}-\\u{:04x}".format(*(int(end, 16) for end in pair.split("-")))
    for pair in _CHANGING.split()
)
_CLASS += "\\U00010000-\\U0010ffff"
_JAPANESE = "[\u3001-\u9fff]"
_RUN = re.compile(
    # One class first, so that scanning is quick; a lone space counts only next to Japanese.
    f"([ {_CLASS}](?:(?<! )[ {_CLASS}]*|(?<= )(?:[ {_CLASS}]+|(?={_JAPANESE})|(?<={_JAPANESE} ))))"
)
_ASCII_RUN = re.compile(r"([\x00-\x1f\x7f][\x00-\x20\x7f]*| [\x00-\x20\x7f]+)")

_UNIFIED = {
    **dict.fromkeys("〜～∼∾⁓〰˜", "~"),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－⁃", "-"),
    **dict.fromkeys("‘’‚‛′＇", "'"),
    **dict.fromkeys("“”„‟″＂", '"'),
    **dict.fromkeys("Σς", "σ"),  # which sigma is written depends on the neighbour
    "İ": "i",
}
"""Signs that look the same but NFKC keeps apart; the wave dash differs by the sender's charset."""

_MARKS = 8
"""At most so many marks melt with one letter: sorting more of them is quadratic."""
_CACHE_LIMIT = 8000
_CACHE_RUN = 12

_Break = tuple[int, int, int]
_Plan = tuple[str, tuple[_Break, ...], int]
_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text and its folded form.

    ``text``: NFKC (Unicode Standard Annex 15), lower case, no invisible characters, dashes and
    quotation marks of one form, white space as one space, and none next to Japanese or Chinese.
    """

    text: str
    original: str
    _at: list[int] = field(default_factory=lambda: [0], repr=False, compare=False)
    # Offsets in text from which a stretch runs in step with the original …
    _from: list[int] = field(default_factory=lambda: [0], repr=False, compare=False)
    # … where in the original that stretch begins …
    _block: dict[int, int] = field(default_factory=dict, repr=False, compare=False)
    # … and, for a stretch that is not in step, where in the original it ends.

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]`` stands in ``original``: code points, end exclusive.

        A character that became several is quoted whole. Offsets outside the text are clipped.
        """
        size = len(self.text)
        start = min(max(start, 0), size)
        end = min(max(end, start), size)
        first = self._first(start)
        if start == end:
            return first, first
        i = bisect_right(self._at, end - 1) - 1
        last = self._block.get(i)
        return first, self._from[i] + end - self._at[i] if last is None else last

    def _first(self, at: int) -> int:
        if at >= len(self.text):
            return len(self.original)
        i = bisect_right(self._at, at) - 1
        return self._from[i] if i in self._block else self._from[i] + at - self._at[i]


def fold_plain(text: str) -> str:
    """The folded text alone."""
    return fold(text).text


def fold(text: str) -> Folded:
    """Fold a text; linear in its length, and never fails."""
    parts = (_ASCII_RUN if text.isascii() else _RUN).split(text)
    if len(parts) == 1:
        return Folded(text.lower(), text)
    at, origin, blocks = [0], [0], dict[int, int]()
    before = parts[0]
    pos, shrunk = len(before), 0  # how far the original is done; how much shorter it became
    for i in range(1, len(parts), 2):
        run, after = parts[i], parts[i + 1]
        plan = _PLANS.get(run)
        if plan is None:
            plan = _plan_for(run, before, after)
        out, breaks, taken = plan
        if breaks:
            if taken:
                parts[i - 1] = before[:-taken]
                pos -= taken
            for shift, offset, block in breaks:
                at.append(pos - shrunk + shift)
                origin.append(pos + offset)
                if block:
                    blocks[len(at) - 1] = pos + block
            shrunk += len(run) + taken - len(out)
            pos += taken
        parts[i] = out
        pos += len(run) + len(after)
        before = after
    return Folded("".join(parts).lower(), text, at, origin, blocks)


_INVISIBLE = "".join(sorted(INVISIBLE))
_PLANS: dict[str, _Plan] = {}
"""Plans of runs that do not ask what stands beside them."""
_EDGE_PLANS: dict[tuple[str, bool, bool], _Plan] = {}
"""Plans of runs with white space at an edge, by what stands beside them."""
_JOINED_PLANS: dict[tuple[str, bool], _Plan] = {}
"""Plans of runs that melt with the character before them, with that character in front."""


@lru_cache(8192)
def _form(ch: str) -> str:
    """The folded form of one character."""
    if ch in INVISIBLE:
        return ""
    if ch.isspace():
        return " "
    if ch in _UNIFIED:
        return _UNIFIED[ch]
    return _normal(ch)


def _normal(cluster: str) -> str:
    """NFKC and lower case. A spacing accent (``´``) stays: NFKC would make a space of it."""
    if len(cluster) > 1:
        cluster = "".join(ch for ch in cluster if ch not in INVISIBLE)
    out = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", cluster).lower())
    if out[0] == " " and len(out) > 1:
        return cluster
    return "".join(_UNIFIED.get(ch, ch) for ch in out if ch not in INVISIBLE)


def _joins(ch: str) -> bool:
    """Does the character melt with the one before it (voiced marks, accents, jamo)?"""
    return (
        unicodedata.combining(ch) > 0
        or ch in "\uff9e\uff9f"
        or "\u1161" <= ch <= "\u1175"
        or "\u11a8" <= ch <= "\u11c2"
    )


def _is_japanese(ch: str) -> bool:
    return "\u3001" <= ch <= "\u9fff" or "\U00020000" <= ch <= "\U0003ffff"


def _plan_for(run: str, before: str, after: str) -> _Plan:
    """The plan of a run between two stretches of text that stay as they are."""
    left = "\u3001" <= before[-1:] <= "\u9fff"
    right = "\u3001" <= after[:1] <= "\u9fff"
    plan = _EDGE_PLANS.get((run, left, right))
    if plan is not None:
        return plan
    core = run.strip(_INVISIBLE)
    if core and _joins(core[0]):
        return _joined_plan(before[-1:] + run, right=right, taken=len(before[-1:]))
    plan = _plan(run, left=left, right=right)
    if len(run) <= _CACHE_RUN:
        _make_room(_PLANS)
        _make_room(_EDGE_PLANS)
        if core == core.strip():
            _PLANS[run] = plan
        else:
            _EDGE_PLANS[run, left, right] = plan
    return plan


def _joined_plan(run: str, *, right: bool, taken: int) -> _Plan:
    """The plan of a run that melts with the character before it, which stands first in ``run``."""
    plan = _JOINED_PLANS.get((run, right))
    if plan is None or plan[2] != taken:
        plan = _plan(run, left=False, right=right, taken=taken)
        if len(run) <= _CACHE_RUN and taken:
            _make_room(_JOINED_PLANS)
            _JOINED_PLANS[run, right] = plan
    return plan


def _make_room(plans: dict[_Key, _Plan]) -> None:
    """Start afresh when a hostile sender filled the memory."""
    if len(plans) >= _CACHE_LIMIT:
        plans.clear()


def _plan(run: str, *, left: bool, right: bool, taken: int = 0) -> _Plan:
    """What a run becomes, and where it leaves the step of the original.

    ``left`` and ``right``: does Japanese stand there? ``taken``: so many characters at the start
    come from the stretch before. A break is ``(offset in the output, offset in the run, 0 or the
    end of a stretch that is not in step)``.
    """
    pieces = _without_needless_spaces(list(_clusters(run)), left=left, right=right)
    breaks: list[_Break] = []
    in_step = True
    size = offset = 0
    for length, out in pieces:
        if length == len(out) == 1:
            if not in_step:
                breaks.append((size, offset, 0))
            in_step = True
        else:
            if out:
                breaks.append((size, offset, offset + length))
            in_step = False
        size += len(out)
        offset += length
    if not in_step:
        breaks.append((size, offset, 0))
    return "".join(out for _, out in pieces), tuple(breaks), taken


def _clusters(run: str) -> Iterable[tuple[int, str]]:
    """``(code points taken, folded form)`` of each letter with the marks that melt with it."""
    i = 0
    while i < len(run):
        end = ahead = i + 1
        limit = min(len(run), i + 1 + _MARKS) if run[i] not in INVISIBLE else ahead
        while ahead < limit:
            if _joins(run[ahead]):
                end = ahead + 1
            elif run[ahead] not in INVISIBLE:
                break
            ahead += 1
        yield end - i, _form(run[i]) if end == i + 1 else _normal(run[i:end])
        i = end


def _without_needless_spaces(
    pieces: list[tuple[int, str]], *, left: bool, right: bool
) -> list[tuple[int, str]]:
    """One space of several, and none next to Japanese; what is dropped becomes empty."""
    done: list[tuple[int, str]] = []
    before, waiting = left, -1  # is what stands before Japanese? index of the undecided space
    for taken, out in pieces:
        if out == " ":
            done.append((taken, "" if waiting >= 0 or before else " "))
            if waiting < 0 and not before:
                waiting = len(done) - 1
            continue
        done.append((taken, out))
        if not out:
            continue
        if waiting >= 0 and _is_japanese(out[0]):
            done[waiting] = (done[waiting][0], "")
        before, waiting = _is_japanese(out[-1]), -1
    if waiting >= 0 and right:
        done[waiting] = (done[waiting][0], "")
    return done
