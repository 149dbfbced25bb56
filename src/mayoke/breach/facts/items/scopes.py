"""What the place of a sentence says of the items in it: section, label, lead line, table, question."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from mayoke.breach.facts.elsewhere import related_lines
from mayoke.breach.facts.items.columns import columns
from mayoke.breach.facts.items.titles import is_contact, lead_sense, names_people, title_sense
from mayoke.breach.facts.items.words import ItemWord
from mayoke.breach.facts.negation import Cue, Sense
from mayoke.breach.facts.places import holds_most
from mayoke.breach.reading import Line, Reading, Section

_ASKS = re.compile("(?:か|のか|でしょうか|ますか|ですか)[。?」>】)]{0,2}$|\\?[>】」)]?$")
_ASKS_WHAT = re.compile(
    "(?:何|なに|どのような|どんな|どういった|どの).{0,16}(?:情報|項目|データ|内容|もの|漏|流出|閲覧|見)|(?:情報|項目|データ|内容"
    "|もの)(?:は|とは)(?:、)?(?:何|どのような|どんな|どういった|なん)"
)
_ELSE = re.compile(
    "(?:お?問い?合わ?せ|受付|電話|tel|fax|mail|e-?mail|メール|住所|所在地|窓口|担当|連絡先|営業時間|期間|時期|日時|原因|理由"
    "|発生|経緯|経過|件数|人数|再発防止策?|対応|公表|会社名|代表者|url|リンク|発表|届出|報告)(?:.{0,6})"
)
_LONGEST_LIST = 80
_ROW = 240
_LABEL = 30

SKIPPED = frozenset({"request", "desk", "prevention", "delay"})
"""Sections that speak of data without saying that they leaked."""


@dataclass(slots=True)
class Scope:
    """What the place of a line says.

    ``people``: it stands under a title that names the people concerned; ``asks``: it is a question.
    """

    sense: Sense | None = None
    skipped: bool = False
    people: bool = False
    asks: bool = False
    section: Section | None = None


def scopes(reading: Reading, cues: list[Cue], words: list[ItemWord]) -> list[Scope]:
    """The scope of every line of a reading, in order."""
    entries = {word.start for word in words if word.codes}
    starts = [cue.start for cue in cues]
    found: list[Scope] = []
    lead: Sense | None = None
    left = 0
    senses: dict[int, tuple[Sense | None, bool]] = {}
    related = related_lines(reading)
    for index, (line, around) in enumerate(zip(reading.lines, _sections(reading), strict=True)):
        text = reading.text[line.start : line.end]
        here = cues[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
        last = text[-8:]
        asks = ("か" in last or "?" in last) and _ASKS.search(last) is not None
        left -= 1
        if (
            (line.heading and line.start not in entries)
            or left <= 0
            or (lead and _breaks(line, text))
        ):
            lead = None
        scope = Scope(lead, asks=asks, section=around[-1] if around else None)
        if lead is None:
            scope.sense, scope.skipped = _of_sections(reading, around, senses)
        rows = len(text) <= _ROW and ("。" not in text or "\t" in text)
        cells = columns(reading, line) if rows else [text]
        _of_line(scope, line, text, cells)
        scope.skipped = scope.skipped or index in related
        scope.people = not scope.skipped and (
            names_people(line.label)
            or (around != () and names_people(around[-1].title))
            or (len(around) > 1 and names_people(around[-2].title))
        )
        announced = _announced(line, text, cells, here, asks=asks)
        if announced:
            lead, left = announced, _LONGEST_LIST
        if is_contact(text):
            scope.sense = None
        found.append(scope)
    return found


def _of_sections(
    reading: Reading,
    around: tuple[Section, ...],
    senses: dict[int, tuple[Sense | None, bool]],
) -> tuple[Sense | None, bool]:
    """What the headings above a line say, the innermost that says anything; is it passed over?"""
    for section in reversed(around[-6:]):
        if section.kind in SKIPPED and not holds_most(reading, section):
            return None, True
        if section.start not in senses:
            said = title_sense(section.title)
            done = section.kind in ("cause", "course", "response")
            senses[section.start] = (
                "leaked" if section.kind == "items" and not said else said,
                done,
            )
        said, done = senses[section.start]
        if said or done:
            return said, False
    return None, False


def _of_line(scope: Scope, line: Line, text: str, cells: list[str]) -> None:
    label = line.label or (cells[0] if len(cells) > 1 and len(cells[0]) <= _LABEL else "")
    if not label:
        return
    said = title_sense(label)
    if said:
        scope.sense, scope.skipped = said, False
    elif _ELSE.fullmatch(label) and scope.sense == "leaked" and "\t" not in text:
        scope.sense = None


def _announced(
    line: Line, text: str, cells: list[str], cues: list[Cue], *, asks: bool
) -> Sense | None:
    """What a line says of the lines below it."""
    if asks:
        return (
            "leaked" if _ASKS_WHAT.search(text) and any(c.sense == "leaked" for c in cues) else None
        )
    if line.label and line.value >= line.end:
        return title_sense(line.label)
    if not line.heading and "。" not in text and len(text) <= 50 and not line.label:
        said = title_sense(text.strip("【】〔〕[]<>《》()■●◆: "))
        if said:
            return said
    if len(cells) > 1:
        titles = any(title_sense(cell) == "leaked" for cell in cells[1:])
        return "leaked" if titles and len(text) < _ROW // 2 else None
    if not cues:
        return None
    last = text.rfind("。", 0, len(text) - 1) + 1
    return lead_sense(
        text[last:], [cue for cue in cues if cue.start >= line.start + last], line.start + last
    )


def _breaks(line: Line, text: str) -> bool:
    """Does a list end before this line?"""
    return not line.mark and text.endswith("。") and len(text) > 40


def _sections(reading: Reading) -> list[tuple[Section, ...]]:
    """The sections around every line, the innermost last, in one sweep."""
    found: list[tuple[Section, ...]] = []
    waiting = sorted(reading.sections, key=lambda s: (s.start, s.level, -s.end))
    around: tuple[Section, ...] = ()
    at = 0
    for line in reading.lines:
        while at < len(waiting) and waiting[at].start <= line.start:
            around = (*around[-8:], waiting[at])
            at += 1
        if any(section.end <= line.start for section in around):
            around = tuple(section for section in around if section.end > line.start)
        found.append(around)
    return found
