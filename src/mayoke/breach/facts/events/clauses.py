"""What each date of a part governs: the words before it in its clause and those after it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from mayoke.breach.facts.events import anchors as dated
from mayoke.breach.facts.events import entries, extent
from mayoke.breach.facts.events.anchors import Anchor
from mayoke.breach.facts.events.page import Page
from mayoke.breach.reading import Line, Part, Reading

_Seek = Callable[[str, int, int], re.Match[str] | None]

MARK = "◇"
"""Stands for the date in ``Clause.words``."""
_LINES_UNDER_A_DATE = 12
_LINES_OF_AN_ENTRY = 4
_ADDED = re.compile(r"また|さらに|加えて|その後")
_BARE = re.compile(
    r"[\s、。,:)」】にはでのをがと・]*(?:頃|ごろ)?(?:です|でした|であり|でして|でござ[いっ](?:ま(?:す|した))?|のこと(?:で(?:す"
    r"|した|ございます))?|付け?"
    r"|と(?:見られ|みられ|考えられ|思われ|推定され|推測され|推察され|判明し|確認され)(?:ま(?:す|した)|て(?:いま|おりま)す|る|ている)?)?[\s、。)]*"
)
_NO_ENTRY = re.compile(r"[※*(注)]|以上|なお|敬具")
_NOT_A_DAY = re.compile(
    r"(?:現在|時点|以前|より前|(?:に|をもって|付で|付けで)?(?:定年|退職|退社|入社|採用|着任|就任|異動)|締|生まれ|(?:に"
    r"|、)?(?:開催|施行|改正)|号|版|までにご?(?:応募|登録|契約)"
    r"|(?:以降|以後)(?:に|、)?(?:ご?(?:購入|利用|登録|契約|注文|応募|見積))"
    r"|[^。、]{0,20}(?:から|より)[^。、]{0,30}(?:まで(?:に|の間)|至る))"
)
_QUOTED = re.compile(r"「[^「」\n]{8,200}」|『[^『』\n]{8,200}』")


@dataclass(frozen=True, slots=True)
class Clause:
    """One date with what is told of it.

    ``words``: the clause with the date as ``◇``; ``at`` is where ``words`` begins in the flow and
    ``mark`` the place of ``◇`` in ``words``. ``lead``: what the sentence said before ``words``.
    ``label``: the label of the line, ``title`` the heading above it. ``entry``: a line of a list
    or table that begins with the date. ``ranged``: where in ``words`` a range begins that is told
    of within. ``postposed``: the words before the date are the event (…したのは5月1日です).
    """

    anchor: Anchor
    words: str
    at: int
    mark: int
    after_at: int
    lead: str
    label: str
    title: str
    line: Line
    ranged: int
    entry: bool = False
    postposed: bool = False

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Offsets of ``words`` as offsets of the flow."""
        return self._flow(start), self._flow(end)

    def _flow(self, at: int) -> int:
        if at <= self.mark:
            return self.at + at
        return self.after_at + at - self.mark - len(MARK)


def of_part(reading: Reading, part: Part) -> Iterator[Clause]:
    """The clauses of a part, in order of the text."""
    page = Page(reading)
    by_line: dict[int, list[Anchor]] = {}
    for anchor in dated.of_part(reading, part):
        by_line.setdefault(page.index(anchor.start), []).append(anchor)
    page.firsts = {page.lines[at].start: found[0] for at, found in by_line.items()}
    page.day_lines = sum(
        len(found) == 1
        and found[0].start != page.told
        and entries.only_date(page.text, page.lines[at], found[0])
        for at, found in by_line.items()
    )
    for index, found in by_line.items():
        yield from _line(page, index, by_line)
        if index + 1 < len(page.lines):
            yield from _at_once(
                page, index + 1, found, extent.AT_ONCE.match, by_line.get(index + 1)
            )


def _line(page: Page, index: int, by_line: dict[int, list[Anchor]]) -> Iterator[Clause]:
    line, found = page.lines[index], entries.merged(page, index, by_line[index])
    text = page.text
    for number, anchor in enumerate(found):
        before = found[number - 1] if number else None
        after = found[number + 1] if number + 1 < len(found) else None
        clause = _clause(page, index, anchor, before, after)
        if clause is None:
            continue
        if after is not None and entries.together(text, anchor, after):
            shared = _clause(page, index, after, anchor, _next(found, number + 2))
            clause = clause if shared is None else replace(shared, anchor=anchor)
        yield clause
        if clause.entry and number + 1 == len(found) and anchor.start != page.told:
            yield from _continued(page, index, anchor, by_line)
    yield from _at_once(page, index, by_line.get(index - 1, []) + found, extent.AT_ONCE.search)
    head = found[0]
    bare = (
        len(found) == 1
        and not head.is_range
        and entries.only_date(text, line, head)
        and entries.is_heading(page, index, head)
    )
    if bare:
        yield from _below(page, index, head, by_line)


def _next(found: list[Anchor], number: int) -> Anchor | None:
    return found[number] if number < len(found) else None


def _continued(
    page: Page, index: int, head: Anchor, by_line: dict[int, list[Anchor]]
) -> Iterator[Clause]:
    """The lines without a date between two entries that begin with one belong to the first."""
    below: list[int] = []
    for number in range(index + 1, min(index + 2 + _LINES_OF_AN_ENTRY, len(page.lines))):
        line = page.lines[number]
        if number in by_line:
            if below and entries.begins(page.text, line, by_line[number][0]):
                day = replace(head, precision="day", is_range=False, last=None)
                clauses = (
                    _clause(page, at, _at(day, page.lines[at].start), None, None) for at in below
                )
                yield from (replace(c, entry=True) for c in clauses if c is not None)
            return
        if line.heading or _NO_ENTRY.match(page.text, line.start):
            return
        below.append(number)


def _below(
    page: Page,
    index: int,
    head: Anchor,
    by_line: dict[int, list[Anchor]],
) -> Iterator[Clause]:
    """The lines without a date under a line that is but a date."""
    for below in range(index + 1, min(index + 1 + _LINES_UNDER_A_DATE, len(page.lines))):
        line = page.lines[below]
        if line.heading:
            return
        if below in by_line:
            later = by_line[below][0]
            clause = _clause(page, below, _at(head, line.start), None, later)
            if (
                later.relative
                and later.start - line.start > entries.SAID_BEFORE
                and clause is not None
            ):
                yield replace(clause, entry=True)
            return
        clause = _clause(page, below, _at(head, line.start), None, None)
        if clause is not None:
            yield replace(clause, entry=True)


def _at(head: Anchor, at: int) -> Anchor:
    """The day of a heading for a line below."""
    return replace(head, start=at, end=at, time_only=True)


def _clause(
    page: Page, index: int, anchor: Anchor, before: Anchor | None, after: Anchor | None
) -> Clause | None:
    text, line = page.text, page.lines[index]
    if not anchor.is_range and _NOT_A_DAY.match(text, anchor.end):
        return None
    first, last = page.sentence(anchor.start, line)
    low = max(first, before.end) if before else first
    entry = entries.begins(text, line, anchor) and not entries.PROSE.match(text, anchor.end)
    if before is not None and entries.runs_on(page, line, anchor):
        low, entry = anchor.start, True
    end = extent.reach(page, line, anchor, after, last, entry=entry)
    if after is not None and entry and entries.runs_on(page, line, after):
        end = after.start
    start = extent.clause_start(text, low, anchor.start)
    bracketed = extent.in_brackets(text, line, anchor)
    if bracketed:
        end = anchor.end
    tail = text[anchor.end : end]
    postposed = _BARE.fullmatch(tail) is not None and not entry
    if postposed:
        start = extent.enclosing(text, max(low, anchor.start - extent.REACH), anchor.start)
        end = extent.next_sentence(text, line, anchor, after, end)
    words = _masked(text[start : anchor.start]) + MARK + _masked(text[anchor.end : end])
    words += (
        extent.shared_verb(text, words, end, last)
        if bracketed
        else extent.borrowed(text, words, end, last)
    )
    return Clause(
        anchor=anchor,
        words=words,
        at=start,
        mark=anchor.start - start,
        after_at=anchor.end,
        lead=page.question(index) + text[max(first, start - extent.REACH) : start],
        label=page.label(index, anchor.start),
        title=page.titles[index],
        line=line,
        ranged=_ranged(anchor, after, start, end, len(words)),
        entry=entry,
        postposed=postposed,
    )


def _at_once(
    page: Page, index: int, found: list[Anchor], seek: _Seek, later: list[Anchor] | None = None
) -> Iterator[Clause]:
    """A sentence that begins with 同時に and has no date: it may follow either day told before.

    ``found`` are the days of the line and of the one above; ``seek`` looks for the word anywhere
    in the line, or at its beginning only; ``later`` are the days named in the line itself.
    """
    text, line = page.text, page.lines[index]
    cut = seek(text, line.start, line.end)
    if cut is None or (cut.start() != line.start and text[cut.start() - 1] != "。"):
        return
    days = [anchor for anchor in found if anchor.end <= cut.start() and not anchor.is_range]
    start, end = page.sentence(cut.start(), line)
    if not days or any(start <= anchor.start < end for anchor in found):
        return
    if later:
        low = max(start, cut.end())
        end = min(end, max(low, extent.clause_start(text, low, later[0].start)))
    said, _ = page.sentence(days[-1].start, page.lines[page.index(days[-1].start)])
    former = [anchor for anchor in days if anchor.end <= said]
    day = days[-1]
    if former and _ADDED.match(text, said) and former[-1].iso != day.iso:
        day = replace(former[-1], alternatives=(day.iso,))
    day = replace(
        day, start=cut.start(), end=cut.end(), basis="relative", precision="day", time_only=True
    )
    yield Clause(
        anchor=day, words=MARK + text[cut.end() : end], at=cut.start(), mark=0, after_at=cut.end(),
        lead="", label=line.label, title="", line=line, ranged=extent.REACH,
    )  # fmt: skip


def _masked(words: str) -> str:
    """What others said or wrote (「…」) is not told by the notice itself; the length stays."""
    if "「" not in words and "『" not in words:
        return words
    return _QUOTED.sub(lambda found: "「" + "〇" * (len(found.group()) - 2) + "」", words)


def _ranged(anchor: Anchor, after: Anchor | None, start: int, end: int, size: int) -> int:
    """Where in the words a range begins, their end if there is none."""
    if after is None or not after.is_range or after.start >= end:
        return size
    return after.start - start - (anchor.end - anchor.start) + len(MARK)
