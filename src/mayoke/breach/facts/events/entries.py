"""Lines and entries that begin with a date, and dates that stand together."""

import re

from mayoke.breach.facts.events.anchors import Anchor
from mayoke.breach.facts.events.page import Page
from mayoke.breach.reading import Line

SAID_BEFORE = 8
"""So many characters (marks) may stand before the date of an entry."""
_TIME = re.compile(r"(?:午前|午後)?[0-2]?[0-9](?:時|:[0-5])")
_ONLY_DATE = re.compile(
    r"[\s\[\]【】<>《》〔〕(),、:■●◆・*-]*(?:[月火水木金土日]曜?日?)?[\s\[\]【】<>《》〔〕(),、:-]*"
)
PROSE = re.compile(r"[、,]?[にはよりからまで付のを時以]")
"""What follows on a date in a sentence, not in a list."""
_TOGETHER = re.compile(
    r"(?:、|,|・|と|及び|および|ならびに|並びに|、及び|、および|/)(?:去る|同じく)?"
)
"""Between two dates of one deed (5月1日と8日に、7月1日および2日)."""
_RUNS_INTO = re.compile(r"[一-龥ァ-ヶー々a-z0-9)」。しみきりけれいたえ ]\Z")
"""The end of an entry that the next one follows without a stop."""


def merged(page: Page, index: int, found: list[Anchor]) -> list[Anchor]:
    """2014/10/21 本日、…を公表: the word repeats the day that begins the entry."""
    if len(found) < 2 or not found[1].relative or found[1].iso != found[0].iso:
        return found
    if found[1].start - found[0].end > 2 or not begins(page.text, page.lines[index], found[0]):
        return found
    return [found[0], *found[2:]]


def together(text: str, anchor: Anchor, after: Anchor) -> bool:
    """Do two dates share what is told (5月1日および8日に送信しました)?"""
    if anchor.is_range or after.is_range or after.start - anchor.end > 6:
        return False
    return _TOGETHER.fullmatch(text, anchor.end, after.start) is not None


def only_date(text: str, line: Line, anchor: Anchor) -> bool:
    """Does the line hold nothing but the date?"""
    if line.end - line.start - (anchor.end - anchor.start) > 24:
        return False
    rest = text[line.start : anchor.start] + " " + text[anchor.end : line.end]
    return _ONLY_DATE.fullmatch(rest) is not None


def is_heading(page: Page, index: int, head: Anchor) -> bool:
    """Is a line that is but a date the head of what follows, and not the date of the notice?"""
    if page.lines[index].mark:
        return True
    if page.told == head.start:
        return False
    return page.day_lines > 1 or _entries_follow(page, index)


def _entries_follow(page: Page, index: int) -> bool:
    """Is the line below one of a list, or one that begins with a time of day?"""
    if index + 1 >= len(page.lines):
        return False
    below = page.lines[index + 1]
    if below.heading:
        return False
    return below.mark != "" or _TIME.match(page.text, below.start) is not None


def begins(text: str, line: Line, anchor: Anchor) -> bool:
    """Does the line begin with the date?"""
    if anchor.start - line.start > SAID_BEFORE:
        return False
    return not text[line.start : anchor.start].strip(" \t・-*:■●◆(【[<")


def runs_on(page: Page, line: Line, anchor: Anchor) -> bool:
    """Does a date in a line that begins with one begin an entry too (5月1日 … 5月3日 …)?"""
    text = page.text
    first = page.first_date(line)
    if first is None or first.start == anchor.start or anchor.relative or anchor.time_only:
        return False
    listed = begins(text, line, first) and not PROSE.match(text, first.end)
    if not listed or text.startswith("、", first.end) or PROSE.match(text, anchor.end):
        return False
    if text.startswith(("、", ")"), anchor.end) or anchor.is_range:
        return False
    return _RUNS_INTO.search(text, max(0, anchor.start - 1), anchor.start) is not None
