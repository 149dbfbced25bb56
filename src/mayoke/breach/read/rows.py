"""The lines of a notice as they stand, and which of them belong together."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from mayoke.breach.read.headings import is_known, is_label
from mayoke.breach.read.marks import NO_MARK, Mark, mark_of
from mayoke.text.fold import fold_plain
from mayoke.text.wrap import continues

_BLANK = " \t　\u00a0\u200b\ufeff\r\f\v\u2028\u2029\u0085"
_BRACKETED = re.compile(
    "[【〔［\\[＜〈《≪<「][^】〕］\\]＞〉》≫>」\\n]{1,60}[】〕］\\]＞〉》≫>」]$"
)
_LABELLED = re.compile(
    "(?:[【〔［\\[＜〈《≪][^】〕］\\]＞〉》≫\\n]{1,30}[】〕］\\]＞〉》≫]|[^\\s:：。、,，()（）]{0,15}[^\\s:：。、,，()（）0-9０-９][ 　]{0,4}[:：](?!/))"
)
_ROUND = re.compile("[(（]([^()（）\n]{1,16})[)）]")
_RULED = re.compile("[-－─━―=＝_＿*＊~～〜・.．…◇◆■□●○ 　]{4,200}$")
_GAP = re.compile("[ 　\u00a0]+")
_DATE = re.compile(
    "(?:(?:平成|令和|昭和|西暦)?\\s?[0-9０-９元]{1,4}\\s?[年/／.．]\\s?)?(?:同年|同|翌|本年|昨年)?\\s?[0-9０-９]{1,2}\\s?[月⽉/／.．]\\s?[0-9０-９]{1,2}\\s?[日⽇]?"
    "(?:\\s?[(（][^()（）]{1,8}[)）])?(?:[~～〜から]{1,2}[0-9０-９月⽉日⽇]{1,6}(?:[(（][^()（）]{1,4}[)）])?)?"
    "(?:\\s?(?:午前|午後|夜|朝|未明|昼)?\\s?[0-9０-９]{1,2}(?:時(?:[0-9０-９]{1,2}分|半)?|[:：][0-9０-９]{2})(?:頃|ごろ|過ぎ)?)?"
    "(?:頃|ごろ|以降|から|より)?$"
    "|(?:同日|翌日|同月|翌月|本日|当日|翌朝)[0-9０-９日⽇]{0,4}$|(?:同月?|翌)[0-9０-９]{1,2}[日⽇](?:[(（][^()（）]{1,8}[)）])?$"
    "|[0-9０-９]{1,2}[日⽇](?:[(（][^()（）]{1,8}[)）])?$|(?:午前|午後)?\\s?[0-9０-９]{1,2}(?:時(?:[0-9０-９]{1,2}分|半)?|[:：][0-9０-９]{2})(?:頃|ごろ)?$"
)
_AMOUNT = re.compile(
    "(?:約|およそ|最大|延べ|のべ|うち|計|合計|全)?[ 　]?[0-9０-９][0-9０-９,，.．万千]{0,12}[ 　]?[^\\s0-9０-９、。]{1,4}(?:[(（〔].{0,30})?$"
)
_TIMED = re.compile(
    "(?:午前|午後|正午|未明|深夜|早朝)?[ 　]?[0-9０-９]{0,2}(?:時|[:：][0-9０-９])|[(（][月火水木金土日]|[~～〜-]"
)
_OUTER = frozenset(("big", "dotted", "bare", "kanji", "section", "roman", "paren", "closed"))
_NOUNISH = re.compile("[^。！？]{1,40}$")
_FAR = 8
"""Characters of indent: the line is set to the right or the middle of the page."""
_SHORT = 30
_MANY = 8
_PARTS_MAX = 400
_BEGINS_DATED = re.compile(
    "(?:(?:平成|令和)?[0-9０-９元]{1,4}[年/／.．])?(?:同年|翌)?[0-9０-９]{1,2}[月⽉/／.．][0-9０-９]{1,2}"
    "[日⽇ 　(（]|同日|翌日|同月|(?:午前|午後)?[0-9０-９]{1,2}(?:時|[:：][0-9０-９]{2})"
)

_folded = lru_cache(1024)(fold_plain)
"""Labels are asked for several times, and the same in every notice."""


@dataclass(slots=True)
class Row:
    """A line that is not blank: ``text[start:end]`` without white space at its ends.

    ``parts`` are the stretches of the lines joined to it, ``gap`` the white space between a label
    and its value.
    """

    start: int
    end: int
    mark: Mark = NO_MARK
    spaced: bool = False  # an empty line (or the start) stands before it
    spaced_after: bool = False
    indent: int = 0
    gap: tuple[int, int] | None = None
    parts: list[tuple[int, int]] = field(default_factory=list)


def rows_of(text: str) -> list[Row]:
    """The logical lines of a text, hard-wrapped ones joined."""
    rows = _lines(text)
    bodies = [text[row.start : row.end] for row in rows]
    # Where an empty line follows every line, it tells nothing.
    doubled = len(rows) >= _MANY and sum(row.spaced for row in rows) > 0.8 * len(rows)
    far = [row.indent >= _FAR for row in rows]
    own = [
        (row.spaced and not doubled)
        or row.mark.size > 0
        or (i > 0 and (far[i] or far[i - 1] or _alone(bodies[i], bodies[i - 1])))
        for i, row in enumerate(rows)
    ]
    firm = [row.mark.kind in _OUTER and row.end - row.start <= _SHORT for row in rows]
    lines = [
        bodies[i] if far[i] else text[row.start - row.indent : row.end]
        for i, row in enumerate(rows)
    ]
    joined = continues(lines, own, firm)
    found: list[Row] = []
    for row, goes_on in zip(rows, joined, strict=True):
        if goes_on and found and len(found[-1].parts) < _PARTS_MAX:
            found[-1].parts.append((row.start, row.end))
            found[-1].spaced_after = row.spaced_after
        else:
            row.parts.append((row.start + row.mark.size, row.end))
            found.append(row)
    for row in found:
        row.gap = _gap(text, row)
    return found


def _lines(text: str) -> list[Row]:
    rows: list[Row] = []
    at, spaced = 0, True
    for line in text.split("\n"):
        body = line.rstrip(_BLANK)
        if body:
            indent = len(body) - len(body.lstrip(_BLANK))
            body, start = body[indent:], at + indent
            rows.append(Row(start, start + len(body), mark_of(body), spaced, indent=indent))
            spaced = False
        else:
            spaced = True
            if rows:
                rows[-1].spaced_after = True
        at += len(line) + 1
    if rows:
        rows[-1].spaced_after = True
    return rows


def stands_alone(body: str, before: str) -> bool:
    """Is a line no continuation of the one before, whatever that looks like (both stripped)?"""
    return mark_of(body).size > 0 or _alone(body, before)


def _alone(body: str, before: str) -> bool:
    if "\t" in body or "\t" in before or _RULED.match(body) or _RULED.match(before):
        return True
    if _BRACKETED.match(body) or _BRACKETED.match(before) or _LABELLED.match(body):
        return True
    if _BEGINS_DATED.match(body) and _BEGINS_DATED.match(before):
        return True
    bracketed = _ROUND.match(body)
    if (
        bracketed
        and bracketed.end() < len(body)
        and (is_label(inner := _folded(bracketed[1])) or is_known(inner))
    ):
        return True
    gap = _GAP.search(body, 0, 40)
    head = body[: gap.start()] if gap else body
    if len(head) > 24 or "。" in head:
        return False
    return is_label(_folded(head)) or (len(body) <= 24 and is_known(_folded(body)))


def _gap(text: str, row: Row) -> tuple[int, int] | None:
    """The white space that parts a label from its value, if the line is such a row."""
    start, end = row.parts[0]
    if text.find("\t", start, end) >= 0:
        return None
    body = text[start : min(end, start + 60)]
    if " " not in body and "　" not in body and "\u00a0" not in body:
        return None
    for found in islice(_GAP.finditer(body), 3):
        left, right = body[: found.start()], text[start + found.end() : end]
        wide = len(found[0]) > 1 or found[0] == "　"
        plain = _folded(left)
        if (
            is_label(plain.strip("【】[]〔〕<>"))
            or (row.mark.kind in _OUTER and is_known(plain))
            or (
                wide
                and (
                    (_DATE.match(left) and not _TIMED.match(right))
                    or (_NOUNISH.match(left) and _AMOUNT.match(right))
                )
            )
        ):
            return start + found.start(), start + found.end()
        if not _TIMED.match(right):
            return None
    return None
