"""What the lines round a range say of it, and what kind of leak a document tells (study §4.1)."""

import re
from bisect import bisect_left, bisect_right
from typing import TypeVar

from mayoke.breach.facts.exposure.words import (
    AFTER,
    ATTACKED,
    CARDS,
    HEAD,
    LOGIN,
    OPEN,
    PAPER,
    PEOPLE,
    SUBJECTS,
)
from mayoke.breach.reading import Line, Period, Reading, Section, Sentence

_TEXT_MAX = 20_000
_TARGETS = re.compile(r"対象|該当|次の期間|以下の期間|下記の期間")
_LOST = re.compile(r"紛失|盗難|所在不明|置き忘れ|盗まれ|車上")
_Stretch = TypeVar("_Stretch", Line, Sentence)


def at(stretches: tuple[_Stretch, ...], start: int) -> _Stretch:
    """The last line or sentence that begins at an offset or before it."""
    return stretches[max(bisect_right(stretches, start, key=lambda one: one.start) - 1, 0)]


def headed(reading: Reading, line: Line, section: Section | None, period: Period) -> str | None:
    """What label, head of the column or heading say, where the sentence says nothing."""
    heads = [_column_head(reading, line, period), line.label, _short_line_above(reading, line)]
    if section is not None and period.start >= section.start:
        heads.append(section.title)
    for head in heads:
        basis = named(reading, HEAD.search(head)) if head else None
        if basis is not None:
            return basis
    return None


def topic(reading: Reading, before: str) -> str | None:
    """What the sentence is about: …した期間は、…."""
    about, _, rest = before.partition("は、")
    return named(reading, HEAD.search(about)) if rest else None


def named(reading: Reading, found: re.Match[str] | None) -> str | None:
    """The basis a pattern found; a bare "leak" is what the document makes of it."""
    if found is None:
        return None
    if found.lastgroup == "purchase_of":
        return "purchase" if CARDS.search(told(reading)) else "service_use"
    return of_document(reading) if found.lastgroup == "leak" else str(found.lastgroup)


def of_document(reading: Reading) -> str:
    """The basis of a bare "period of the leak": what kind of leak the document tells."""
    text = told(reading)
    if PAPER.search(text) and not ATTACKED.search(text) and not OPEN.search(text):
        return "none" if _LOST.search(text) else "attack"
    if LOGIN.search(text):
        return "attack"
    if CARDS.search(text) and ATTACKED.search(text):
        return "purchase"
    return "public_access" if OPEN.search(text) and not ATTACKED.search(text) else "attack"


def _short_line_above(reading: Reading, line: Line) -> str:
    """A line that serves as heading though it has no mark."""
    at = bisect_left(reading.lines, line.start, key=lambda other: other.start)
    above = reading.text[reading.lines[at - 1].start : reading.lines[at - 1].end] if at else ""
    above = above.removesuffix("。") if above.endswith("か。") else above
    return above if len(above) <= 30 and "。" not in above and "\t" not in above else ""


def _column_head(reading: Reading, line: Line, period: Period) -> str:
    """The head of the column of a table in which the period stands."""
    row = reading.text[line.start : line.end]
    if "\t" not in row:
        return ""
    column = reading.text[line.start : period.start].count("\t")
    at = bisect_left(reading.lines, line.start, key=lambda other: other.start)
    for other in reversed(reading.lines[max(0, at - 12) : at]):
        cells = reading.text[other.start : other.end].split("\t")
        if len(cells) <= 1:
            return ""
        if len(cells) > column and not re.search(r"[0-9]", cells[column]):
            return cells[column]
    return ""


def told(reading: Reading) -> str:
    """The notice itself; of a very long page its beginning."""
    start, end = reading.main
    return reading.text[start : min(end or len(reading.text), start + _TEXT_MAX)]


def said_above(reading: Reading, line: Line) -> str | None:
    """What the line above says of a period that stands alone: …を入力された方が対象です."""
    at_line = bisect_left(reading.lines, line.start, key=lambda other: other.start) - 1
    if at_line < 0:
        return None
    above = reading.lines[at_line]
    said = reading.text[above.start : min(above.end, above.start + 200)]
    found = AFTER.search(said)
    asked = found is not None and _TARGETS.search(said)
    return (
        str(found.lastgroup)
        if found and asked and found.lastgroup in ("purchase", "input", "service_use")
        else None
    )


def governing(after: str) -> re.Match[str] | None:
    """The first words that govern; those of use count if people follow them, or nothing else does."""
    first = AFTER.search(after)
    if first is None or _counts(first, after):
        return first
    matches = [found for found, _ in zip(AFTER.finditer(after), range(6), strict=False)]
    for found in matches:
        if _counts(found, after):
            return found
        if any(other.lastgroup == "none" for other in matches):
            return found
    return first


def _counts(found: re.Match[str], after: str) -> bool:
    if found.lastgroup not in SUBJECTS:
        return True
    return PEOPLE.search(after, found.end(), found.end() + 40) is not None
