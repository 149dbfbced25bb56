"""Lays a notice out: folded flow, lines with marks and labels, sections, sentences."""

import re
from itertools import pairwise

from mayoke.breach.read.flow import Builder
from mayoke.breach.read.headings import is_label, kind_of
from mayoke.breach.read.outline import Draft, mark_headings, sections_of
from mayoke.breach.read.rows import Row, rows_of
from mayoke.breach.reading import Line, Reading, Sentence
from mayoke.records.notice import Notice
from mayoke.text.fold import fold_plain
from mayoke.text.wrap import keeps_space

_IN_BRACKETS = re.compile("[【〔\\[<〈《≪(「]([^】〕\\]>〉》≫)」]{1,30})[】〕\\]>〉》≫)」]:?")
_NO_LABEL = re.compile(
    "重要|緊急|お?知らせ|ご?報告|お詫び|おわび|続報|第?[0-9一二三]{0,2}報|速報|プレス|リリース|再掲|pr|コラム|更新|追記|ご?注意|訂正|公式|株|有|無|社|同|旧"
    "|[0-9]+|[月火水木金土日]曜?日?・?祝?"
)
_COLON = re.compile("([^:。、\\t]{1,24}):(?!//)")
_END = re.compile("[。!?.「『(（【〔《\\[」』)）】〕》\\]](?:(?<=[。!?.])[。!?.]+)?")
_OPENING = frozenset("「『(【〔《[")
_CLOSING = {"」": "「", "』": "『", ")": "(", "】": "【", "〕": "〔", "》": "《", "]": "["}
_JAPANESE_END = re.compile("[ぁ-ゖァ-ヺー一-鿿)」]")


def lay_out(notice: Notice) -> Reading:
    """The reading of a notice with everything but dates, numbers and the kind."""
    rows = rows_of(notice.text)
    builder = Builder(notice.text)
    for row in rows:
        _gather(builder, row, notice.text)
    flow = builder.flow()
    drafts = _drafts(rows, flow.text, notice)
    title = fold_plain((notice.context.title or "")[:300])
    mark_headings(drafts, title, page=notice.media_type == "text/html")
    lines = tuple(Line(d.start, d.end, d.mark, d.label, d.value, d.heading) for d in drafts)
    return Reading(
        notice=notice,
        text=flow.text,
        span=flow.span,
        main=_main(drafts),
        lines=lines,
        sections=sections_of(drafts),
        sentences=tuple(_sentences(flow.text, lines)),
    )


def _gather(builder: Builder, row: Row, text: str) -> None:
    """One logical line."""
    (start, end), *rest = row.parts
    if row.gap:
        builder.keep(start, row.gap[0])
        builder.end_cell(*row.gap)
        start = row.gap[1]
    _cells(builder, text, start, end)
    for (_, last), (first, stop) in pairwise(row.parts):
        if _keeps_space(text, max(start, last - 200), last, first):
            builder.put(" ", last, first)
        builder.keep(first, stop)
    builder.end_line(rest[-1][1] if rest else end)


def _keeps_space(text: str, start: int, last: int, first: int) -> bool:
    """Does a space belong where a line was broken between ``last`` and ``first``?"""
    if text[last - 1].isdigit() and text[first].isdigit():
        return first - last > 1  # a number is broken without one
    return keeps_space(text[start:last], text[first : first + 4])


def _cells(builder: Builder, text: str, start: int, end: int) -> None:
    """Take over a line, cell by cell."""
    tab = text.find("\t", start, end)
    while tab >= 0:
        stop = tab
        while stop > start and text[stop - 1] in " 　":
            stop -= 1
        builder.keep(start, stop)
        first = tab + 1
        while first < end and text[first] in " 　\t":
            first += 1
        builder.end_cell(stop, first)
        start = first
        tab = text.find("\t", start, end)
    builder.keep(start, end)


def _drafts(rows: list[Row], text: str, notice: Notice) -> list[Draft]:
    first, last = notice.main
    drafts: list[Draft] = []
    at = 0
    for row, line in zip(rows, text.split("\n"), strict=False):
        draft = Draft(
            at,
            at + len(line),
            line,
            row.mark.text,
            row.mark.kind,
            spaced=row.spaced,
            spaced_after=row.spaced_after,
            inside=first <= row.start < last,
        )
        _label(draft)
        drafts.append(draft)
        at += len(line) + 1
    return drafts


def _label(draft: Draft) -> None:
    """Find the label of a line."""
    text = draft.text
    tab = text.find("\t")
    if 0 < tab <= 60:
        draft.label, draft.value = _plain_label(text[:tab]), draft.start + tab + 1
        return
    bracketed = _IN_BRACKETS.match(text)
    if bracketed:
        inner, rest = bracketed[1], text[bracketed.end() :]
        round_ = text[0] in "(「"
        if rest and not _NO_LABEL.fullmatch(inner) and (not round_ or _names(inner, text[0])):
            draft.label, draft.value = inner, draft.start + bracketed.end()
        if rest or not draft.text.endswith(":"):
            return
    found = _COLON.match(text)
    if found is None or found[1] in ("http", "https"):
        return
    end = found.end()
    if text[end : end + 1].isdigit() and found[1][-1].isdigit():
        return
    if found[1].count("(") != found[1].count(")") or found[1].count("「") != found[1].count("」"):
        return
    draft.label, draft.value = _plain_label(found[1]), draft.start + end


def _names(inner: str, bracket: str) -> bool:
    return bracket == "(" and len(inner) <= 16 and (is_label(inner) or kind_of(inner) != "")


def _plain_label(label: str) -> str:
    return label.strip("【】〔〕[]<>〈〉《》≪≫ :")


def _main(drafts: list[Draft]) -> tuple[int, int]:
    inside = [draft for draft in drafts if draft.inside]
    return (inside[0].start, inside[-1].end) if inside else (0, 0)


def _sentences(text: str, lines: tuple[Line, ...]) -> list[Sentence]:
    found: list[Sentence] = []
    for index, line in enumerate(lines):
        start = line.start
        for end in _ends(text, line):
            found.append(Sentence(start, end, index))
            start = end
        if start < line.end:
            found.append(Sentence(start, line.end, index))
    return found


def _ends(text: str, line: Line) -> list[int]:
    """Where sentences end in a line: not inside brackets, unless one is never closed."""
    ends: list[int] = []
    inside: list[int] = []
    opened: list[str] = []
    for found in _END.finditer(text, line.start, line.end):
        sign = found[0][0]
        if sign in _OPENING:
            opened.append(sign)
        elif sign in _CLOSING:
            if _CLOSING[sign] in opened[-6:]:
                while opened.pop() != _CLOSING[sign]:
                    pass
                if not opened:
                    inside.clear()
        elif _is_end(text, found.start(), found.end(), line.end):
            (inside if opened else ends).append(found.end())
    return ends + inside if opened else ends


def _is_end(text: str, at: int, end: int, last: int) -> bool:
    sign, after = text[at], text[end] if end < last else ""
    if sign == "。":
        return True
    if sign == ".":
        return (
            at > 0
            and end < last
            and _JAPANESE_END.match(text[at - 1]) is not None
            and not after.isascii()
        )
    if at > 0 and text[at - 1].isascii() and text[at - 1].isalnum():
        return after == ""
    return not (after.isascii() and after.isalnum())
