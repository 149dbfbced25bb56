"""Builds what a reader sees of an HTML page, element after element."""

import re

from mayoke.records.message import Hidden
from mayoke.text import css
from mayoke.text.invisible import INVISIBLE
from mayoke.text.look import PRE, Attributes, Look
from mayoke.text.targets import ACTIONS, Targets

TEXT_MAX = 200_000
HIDDEN_MAX = 200
HIDDEN_TEXT_MAX = 50_000
DEPTH_MAX = 512
"""Browsers nest no deeper (Chromium, WebKit); honest mail stays below 150."""

_WHITE = " \t\n\f\r"
_BLANK = "".join(INVISIBLE) + " \t\n\f\r\u00a0\u3000\u2007"
_COLLAPSE = re.compile(r"[ \t\n\f\r]+")
_NOTHING, _SPACE, _LINE, _EMPTY_LINE = range(4)
_WAITING = ("", " ", "\n", "\n\n")
"""White space that is written only when more text follows."""
_IS_BLOCK, _IS_CELL, _IS_PRE, _IS_FORM, _IS_BREAK, _ACTS = 1, 2, 4, 8, 16, 32
_BUTTONS = frozenset(("submit", "button", "reset"))


class Page:
    """The page so far. A driver calls ``enter``, ``text`` and ``leave`` in document order."""

    def __init__(self) -> None:
        self.targets = Targets()
        self.limits = self.targets.limits
        self._hidden: list[tuple[str, list[str]]] = []
        self._hidden_size = 0
        self._hiding = False
        self._out: list[str] = []
        self._size = 0
        self._waiting = _NOTHING
        self._look = Look()
        self._sheet = css.Sheet()
        self._stack: list[tuple[Look, int, int]] = []

    def enter(self, tag: str, attrs: Attributes) -> None:
        """An element begins."""
        before, link, kind = self._look, -1, _KINDS.get(tag, 0)
        if attrs or self._sheet.rules or kind & _IS_PRE:
            self._look = before.inside(tag, attrs, self._sheet)
        if kind & _IS_BLOCK and self._waiting < _LINE:
            self._waiting = _LINE
        elif kind & _IS_CELL and not self._waiting:
            self._waiting = _SPACE
        elif kind & _IS_BREAK:
            self._lines(1)
        if kind & _ACTS:
            link = ACTIONS[tag](self.targets, attrs, self._size)
            if tag == "input":
                self._button(attrs)
        self._stack.append((before, link, kind))
        if len(self._stack) > DEPTH_MAX:
            self.limits["html-depth"] = None

    def leave(self) -> None:
        """The element that began last ends."""
        self._look, link, kind = self._stack.pop()
        if link >= 0:
            self.targets.close(link, self._size)
        if kind & _IS_BLOCK and self._waiting < _LINE:
            self._waiting = _LINE
        if kind & _IS_FORM:
            self.targets.close_form()

    def text(self, data: str) -> None:
        """Text, entities decoded."""
        look = self._look
        if look.hides:
            self._hide(data, look.hides)
            return
        if look.pre:
            self._preformatted(data)
            return
        core = data.strip(_WHITE)
        if not core:
            if data and not self._waiting:
                self._waiting = _SPACE
            return
        if data[0] in _WHITE and not self._waiting:
            self._waiting = _SPACE
        if "\n" in core or "  " in core or "\t" in core or "\r" in core or "\f" in core:
            core = _COLLAPSE.sub(" ", core)
        self._show(core)
        if data[-1] in _WHITE:
            self._waiting = _SPACE

    def style_sheet(self, sheet: str) -> None:
        """The text of a ``style`` element."""
        self._sheet.add(sheet)

    def shown(self) -> str:
        """The visible text."""
        return "".join(self._out)

    def hidden(self) -> tuple[Hidden, ...]:
        """Every run of hidden text that is not blank."""
        runs = ((how, "".join(parts).strip(_BLANK)) for how, parts in self._hidden)
        return tuple(Hidden(_COLLAPSE.sub(" ", text), how) for how, text in runs if text)

    def _show(self, core: str) -> None:
        if self._size >= TEXT_MAX:
            self.limits["html-text"] = None
            return
        if self._waiting:
            if self._size:
                white = _WAITING[self._waiting]
                self._out.append(white)
                self._size += len(white)
            self._waiting = _NOTHING
        if self.targets.waiting:
            self.targets.shown_at(self._size)
        self._out.append(core)
        self._size += len(core)
        self._hiding = False
        if self._size > TEXT_MAX:
            self._out[-1] = core[: len(core) - self._size + TEXT_MAX]
            self._size = TEXT_MAX
            self.limits["html-text"] = None

    def _preformatted(self, data: str) -> None:
        data = data.replace("\r\n", "\n")
        core = data.strip("\n")
        if not core:
            self._lines(len(data))
            return
        self._lines(len(data) - len(data.lstrip("\n")))
        self._show(core)
        self._lines(len(data) - len(data.rstrip("\n")))

    def _lines(self, count: int) -> None:
        """Lines end here; more than one empty line is shown as one."""
        if count:
            self._waiting = min(max(self._waiting, _SPACE) + count, _EMPTY_LINE)

    def _button(self, attrs: Attributes) -> None:
        """A button shows its value."""
        if (attrs.get("type") or "").strip().lower() in _BUTTONS:
            self.text(attrs.get("value") or "")

    def _hide(self, data: str, how: str) -> None:
        if not (self._hiding and self._hidden[-1][0] == how):
            if not data.strip(_BLANK):
                return
            if len(self._hidden) >= HIDDEN_MAX:
                self.limits["html-hidden"] = None
                return
            self._hidden.append((how, []))
            self._hiding = True
        if self._hidden_size >= HIDDEN_TEXT_MAX:
            self.limits["html-hidden"] = None
            return
        data = data[: HIDDEN_TEXT_MAX - self._hidden_size]
        self._hidden[-1][1].append(data)
        self._hidden_size += len(data)


BLOCKS = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing
main menu nav ol optgroup option p plaintext pre search section select summary table tbody tfoot
thead tr ul xmp
"""
"""Elements that begin and end a line (HTML Standard §15.3)."""


def _kinds() -> dict[str, int]:
    kinds = dict.fromkeys(BLOCKS.split(), _IS_BLOCK)
    groups = (
        (("td", "th"), _IS_CELL),
        (("form",), _IS_FORM),
        (("br",), _IS_BREAK),
        (PRE, _IS_PRE),
        (ACTIONS, _ACTS),
    )
    for tags, kind in groups:
        for tag in tags:
            kinds[tag] = kinds.get(tag, 0) | kind
    return kinds


_KINDS = _kinds()
