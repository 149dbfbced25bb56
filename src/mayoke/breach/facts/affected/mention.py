"""A number of a notice with the words around it, as the finders of affected groups look at it."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from mayoke.breach.reading import Line, Number, Part, Reading, Section

_BEFORE_SPAN = 90
_AFTER_SPAN = 260
_MENTIONS_MAX = 300
"""More numbers are a table of goods or results, not of people concerned."""
_SHORT = 60
_SECTIONS_BACK = 12
_TABLE_BACK = 60

_PART = re.compile(
    r"(?:この|その)?うち(?!合|明)|内訳|内数|(?:の|様の)内(?=[、,0-9約])|(?<![以案国社県市区町院校年期車宅場])内(?=[、,::0-9約])"
    r"|[人名件分]中(?=[、,0-9約の])"
)
_CLAUSE_END = re.compile(r"が、|ものの|一方")
_LEAD_BACK = 8
_LEAD = re.compile(
    r"件数|人数|者数|対象|該当|漏え?い|漏洩|流出|影響|内訳|紛失|被害|個人情報$|名簿$"
)
_FOLLOWS = re.compile(r"(?:以下|次|下記|左記)の(?:とおり|通り|方|お客様|情報)")
_LEAD_LONG = 160
_LEAD_CELLS = re.compile(r"件数|人数|者数|世帯数")
_COUNT = re.compile(
    r"[0-9](?:件|名|人|世帯|社|組|口座|枚|通|$)|[0-9](?:年|月|日)(?!.{0,40}[件人者]数)"
)
_ROW_TITLE = re.compile(r"[0-9](?:件|名|人|世帯|社|先|口座)(?:分|様)?$")
"""A row of a list whose form is a heading's."""
_QUESTION = re.compile(r"[?か]。?$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A number and its surroundings.

    ``words``: the number itself. ``before``/``after``: the sentence (in a table, the cell) up to the number and behind it.
    ``said``: the whole sentence. ``line``: index of the line; ``text`` of it. ``titles``: the
    heading above, and a question the line answers. ``label``: of the line and the column; ``row``: the
    first cell. ``alone``: the value of the label begins with the number.
    ``short``: the line is one of a list or table rather than of running text.
    """

    number: Number
    words: str
    line: int
    sentence: int
    mark: str
    before: str
    after: str
    said: str
    lead: str
    kind: str
    titles: str
    label: str
    row: str
    alone: bool
    short: bool


class Surroundings:
    """Looks up lines, sentences and sections of a reading by offset, each in logarithmic time."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._lines = [line.start for line in reading.lines]
        self._sentences = [sentence.start for sentence in reading.sentences]
        self._by_start = sorted(reading.sections, key=lambda s: (s.start, s.level))
        self._sections = [section.start for section in self._by_start]
        self._heads: dict[int, int] = {}

    def mentions(self, part: Part) -> list[Mention]:
        """The numbers of a part inside the notice itself, each with its surroundings."""
        first, last = self.reading.main
        inside = [
            n
            for n in self.reading.numbers
            if n.value > 0 and first <= n.start < last and part.holds(n.start)
        ]
        return [self._mention(n) for n in inside[:_MENTIONS_MAX]]

    def _mention(self, number: Number) -> Mention:
        reading, text = self.reading, self.reading.text
        at = max(0, bisect_right(self._lines, number.start) - 1)
        line = reading.lines[at]
        which = max(0, bisect_right(self._sentences, number.start) - 1)
        start, end = line.start, line.end
        if reading.sentences:
            sentence = reading.sentences[which]
            if sentence.end > number.start:
                start, end = max(sentence.start, line.start), min(sentence.end, line.end)
        # In a table the next cell belongs to what is said of the number.
        stop = line.end if text.find("\t", end, end + 1) >= 0 else end
        section = self._section(number.start)
        column = self._column(at, number.start)
        row = text[line.start : line.start + 60].partition("\t")[0] if column else ""
        return Mention(
            number=number,
            words=text[number.start : number.end],
            line=at,
            sentence=which,
            mark=line.mark,
            before=text[max(start, number.start - _BEFORE_SPAN) : number.start],
            after=text[number.end : min(stop, number.end + _AFTER_SPAN)],
            said=text[max(start, number.start - 200) : min(end, number.end + 200)],
            lead=text[max(line.start, start - 120) : start],
            kind=section.kind if section else "",
            titles=self._titles(section, at),
            label="\n".join(filter(None, (line.label[:60], column))),
            row=row,
            short=bool(line.mark or line.label or column) or line.end - line.start <= _SHORT,
            alone=bool(line.label) and not text[line.value : number.start].strip(),
        )

    def _section(self, at: int) -> Section | None:
        """The innermost section at an offset."""
        last = bisect_right(self._sections, at) - 1
        for index in range(last, max(-1, last - _SECTIONS_BACK), -1):
            if at < self._by_start[index].end and not _ROW_TITLE.search(
                self._by_start[index].title
            ):
                return self._by_start[index]
        return None

    def _titles(self, section: Section | None, at: int) -> str:
        title = section.title[:80] if section else ""
        above = self.reading.lines[at - 1] if at else None
        if above is None:
            return title
        words = self.reading.text[above.start : min(above.end, above.start + 80)]
        if above.heading or above.mark == "q" or _QUESTION.search(words):
            return f"{title}\n{words}"
        lead = self._lead(at)
        return f"{title}\n{lead}" if lead else title

    def _lead(self, at: int) -> str:
        """The short line without a number above a list or table: 対象者数, 区分 件数."""
        text = self.reading.text
        for back in range(at - 1, max(-1, at - _LEAD_BACK), -1):
            line = self.reading.lines[back]
            words = text[line.start : line.end]
            if _FOLLOWS.search(words) and len(words) <= _LEAD_LONG:
                return words[-_SHORT:]
            if len(words) > _SHORT:
                return ""
            if not _COUNT.search(words):
                lead = _LEAD_CELLS if "\t" in words else _LEAD
                return words if lead.search(words) and "。" not in words else ""
        return ""

    def _column(self, at: int, offset: int) -> str:
        """The head of the column a cell stands in; empty outside tables."""
        text = self.reading.text
        line = self.reading.lines[at]
        index = text.count("\t", line.start, offset)
        if "\t" not in text[line.start : line.end]:
            return ""
        head = self._heads.get(at - 1)
        if head is None:
            head = at
            while head and at - head < _TABLE_BACK and self._is_row(self.reading.lines[head - 1]):
                head -= 1
        self._heads[at] = head
        above = self.reading.lines[head]
        names = text[above.start : above.end].split("\t")
        if head == at or index >= len(names) or _COUNT.search(names[index]):
            return ""
        return names[index][:60]

    def _is_row(self, line: Line) -> bool:
        return self.reading.text.find("\t", line.start, line.end) >= 0


def part_start(m: Mention) -> int | None:
    """Where うち, 内訳 … stands before the number in its sentence, an offset of the flow."""
    before = m.before
    if "内" not in before and "うち" not in before and "中" not in before:
        return None
    found = None
    for match in _PART.finditer(before):
        found = match
    if found is None or _CLAUSE_END.search(before, found.end()):
        return None
    return m.number.start - len(before) + found.start()
