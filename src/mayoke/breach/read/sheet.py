"""Builds the lines and cells that a reader sees of a page, element after element."""

import re

from mayoke.breach.read.frame import Areas, Block, area_of
from mayoke.text.look import Attributes
from mayoke.text.page import BLOCKS

TEXT_MAX = 100_000
DEPTH_MAX = 2000

UNSHOWN = frozenset(
    (
        *("script", "style", "title", "template", "noembed", "noframes", "iframe", "datalist"),
        *("audio", "video", "noscript", "select", "rt", "rp", "object", "canvas", "svg", "head"),
    )
)
"""Elements whose content is not read: not shown, or readings, or choices in a form."""
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CELLS = frozenset(("td", "th"))
_BLOCKS = frozenset(BLOCKS.split()) - _CELLS - {"option", "optgroup"}
_PRE = frozenset(("pre", "listing", "xmp", "plaintext"))
_LAYOUT = frozenset((*HEADINGS, "table", "hr", "form", "article", "section", "main"))
"""In a cell, these tell that the table only places things on the page."""
_LONG_CELL, _LONG_TEXT = 4, 200
_WHITE = " \t\n\f\r"
_COLLAPSE = re.compile(r"[ \t\n\f\r]+")
_NONE, _SPACE, _CELL, _LINE, _EMPTY = range(5)
_SIGNS = ("", " ", "\t", "\n", "\n\n")
"""White space due before the next words; an empty line stands only before a heading."""
_NOT_SHOWN = re.compile(
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE
)


class Sheet:
    """The page so far; a driver calls ``enter``, ``text`` and ``leave`` in document order."""

    def __init__(self) -> None:
        self.cut = False
        self.time: str | None = None
        self._parts: list[str] = []  # white space, then words, in turn
        self._size = 0
        self._waiting = _NONE
        self._stack: list[tuple[str, Block | None, bool]] = []
        self._hidden = self._links = self._pre = 0
        self._cells: list[int] = []  # where the white space before each open cell stands; -1: none
        self._fresh_cell = False
        self._row_lines = 0  # lines of the cell before
        self._term = -1  # where the white space between a term and its explanation stands
        self._areas = Areas()
        self._depth = 0

    def enter(self, tag: str, attrs: Attributes) -> None:
        """An element begins."""
        hides = tag in UNSHOWN or _is_hidden(tag, attrs)
        self._hidden += hides
        block = None
        if not self._hidden:
            self._begin(tag, attrs)
            if tag in _BLOCKS or tag in _CELLS:
                block = Block(tag, self._depth, len(self._parts), area_of(tag, attrs))
                self._areas.blocks.append(block)
                self._depth += 1
        self._stack.append((tag, block, hides))
        self.cut = self.cut or len(self._stack) > DEPTH_MAX

    def leave(self) -> None:
        """The element that began last ends."""
        tag, block, hid = self._stack.pop()
        if block:
            block.end = len(self._parts)
            self._depth -= 1
            if tag in HEADINGS:
                self._areas.heads.append((block.start, block.end))
        if hid:
            self._hidden -= 1
        elif not self._hidden:
            self._end(tag)

    def style_sheet(self, sheet: str) -> None:
        """Style sheets are not asked."""

    def text(self, data: str) -> None:
        """Text, entities decoded."""
        if self._hidden:
            return
        if not self._pre or "\n" not in data:
            self._words(data)
            return
        for i, line in enumerate(data.split("\n")):
            if i:
                self._break(_LINE)
            self._words(line)

    def finish(self) -> tuple[str, Areas]:
        """The text, and where the elements stand in it."""
        ends = [0]
        for part in self._parts:
            ends.append(ends[-1] + len(part))
        self._areas.ends = ends
        return "".join(self._parts), self._areas

    def _begin(self, tag: str, attrs: Attributes) -> None:
        if tag in _LAYOUT and self._cells:
            self._lay_out_cell()
        if tag in _BLOCKS:
            self._begin_block(tag)
        elif tag in _CELLS:
            self._begin_cell()
        elif tag == "br":
            self._waiting, self._fresh_cell = max(self._waiting, _LINE), False
        elif tag == "img":
            self._words(attrs.get("alt") or "")
        elif tag == "a":
            self._links += 1
        elif tag == "time" and self.time is None:
            self.time = attrs.get("datetime")

    def _begin_cell(self) -> None:
        beside = self._after_cell and len(self._parts) > self._row_start
        self._waiting = _CELL if beside else max(self._waiting, _CELL)
        self._fresh_cell = True
        self._cells.append(len(self._parts))

    def _begin_block(self, tag: str) -> None:
        if tag == "dd":
            self._explain()
            return
        self._break(_EMPTY if tag in HEADINGS else _LINE)
        if tag == "tr":
            self._row_lines, self._row_start, self._after_cell = 0, len(self._parts), False
        elif tag in ("dt", "dl"):
            self._term = -1
        self._pre += tag in _PRE

    def _end(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._break(_LINE)
            self._pre -= tag in _PRE
            if tag == "dt":
                self._term = len(self._parts)
        elif tag in _CELLS:
            self._leave_cell()
        elif tag == "a":
            self._links -= 1

    def _words(self, data: str) -> None:
        core = data.strip(_WHITE)
        if not core:
            if data and not self._waiting:
                self._waiting = _SPACE
            return
        if data[0] in _WHITE and not self._waiting:
            self._waiting = _SPACE
        self._show(_COLLAPSE.sub(" ", core))
        if data[-1] in _WHITE:
            self._waiting = _SPACE

    def _show(self, core: str) -> None:
        if self._size >= TEXT_MAX:
            self.cut = True
            return
        core = core[: TEXT_MAX - self._size]
        sign = _SIGNS[self._waiting] if self._parts else ""
        self._waiting, self._fresh_cell = _NONE, False
        self._parts += (sign, core)
        self._size += len(sign) + len(core)
        if not self._links:
            self._areas.weights.append((len(self._parts) - 1, len(core) + 20 * core.count("。")))

    def _break(self, sign: int) -> None:
        """A line ends, but not where a cell has just begun."""
        if not (self._fresh_cell and self._waiting == _CELL):
            self._waiting = max(self._waiting, sign)

    def _explain(self) -> None:
        """A dd begins: the first stands behind its term, a second makes the term a heading."""
        if self._term == len(self._parts) > 0:
            self._waiting, self._fresh_cell = _CELL, True
            return
        if 0 <= self._term < len(self._parts) and self._parts[self._term] == "\t":
            self._parts[self._term] = "\n"
        self._term = -1
        self._break(_LINE)

    def _leave_cell(self) -> None:
        at = self._cells.pop() if self._cells else -1
        self._fresh_cell, self._after_cell = False, False
        if at < 0:
            self._row_lines = _LONG_CELL
            self._break(_LINE)
            return
        inside = self._parts[at + 1 : at + 4000]
        lines = 1 + sum(part in ("\n", "\n\n") for part in inside) if inside else 0
        if lines >= _LONG_CELL and sum(map(len, inside)) >= _LONG_TEXT and self._row_lines != 1:
            # A cell as long as a page, beside a menu or nothing, places the notice on the page.
            self._part_cell(at)
            self._break(_LINE)
        else:
            self._after_cell = True
        self._row_lines = lines or self._row_lines

    def _lay_out_cell(self) -> None:
        """The cell only places things: it begins and ends a line."""
        at = self._cells[-1]
        if at == len(self._parts):
            self._waiting = max(self._waiting, _LINE)
        elif at >= 0:
            self._part_cell(at)
        self._fresh_cell = False
        self._cells[-1] = -1

    def _part_cell(self, at: int) -> None:
        if at < len(self._parts) and self._parts[at] == "\t":
            self._parts[at] = "\n"


def _is_hidden(tag: str, attrs: Attributes) -> bool:
    if not attrs or tag in ("html", "body"):
        return False
    if "hidden" in attrs:
        return True
    style = attrs.get("style")
    return style is not None and _NOT_SHOWN.search(style[:500]) is not None
