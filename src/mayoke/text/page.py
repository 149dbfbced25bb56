"""Builds what a reader sees of an HTML page, element after element."""

import re
from typing import NamedTuple

from mayoke.records.message import Hidden, HtmlForm, LinkPlace
from mayoke.text import css
from mayoke.text.invisible import INVISIBLE
from mayoke.text.look import Attributes, Look

LINKS_MAX = 2000
TEXT_MAX = 200_000
HIDDEN_MAX = 200
HIDDEN_TEXT_MAX = 50_000
TARGET_MAX = 8192
FORMS_MAX = 50
FIELDS_MAX = 100
DEPTH_MAX = 512

_WHITE = " \t\n\f\r"
_BLANK = "".join(INVISIBLE) + " \t\n\f\r\u00a0\u3000\u2007"
_COLLAPSE = re.compile(r"[ \t\n\f\r]+")
_REFRESH = re.compile(r"\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?(.*)", re.IGNORECASE | re.DOTALL)

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li"
    " listing main menu nav ol optgroup option p plaintext pre search section select summary table"
    " tbody tfoot thead tr ul xmp".split()
)
SKIPPED = frozenset(
    "script style title template noembed noframes iframe datalist audio video object_ math_".split()
)
VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track"
    " wbr".split()
)
_NOTHING, _SPACE, _LINE, _BLANK_LINE = range(4)
_WAITING = ("", " ", "\n", "\n\n")
"""White space that is written only when more text follows."""


class HtmlLink(NamedTuple):
    """A link; ``text[start:end]`` of the view is what is shown for it (often nothing).

    ``target`` is as it stands in the page, entities decoded, without white space around it, cut at
    8,192 characters.
    """

    target: str
    place: LinkPlace
    start: int
    end: int


class Page:
    """The page so far. A driver calls ``enter``, ``text`` and ``leave`` in document order."""

    def __init__(self) -> None:
        self.images = 0
        self.base = ""
        self.limits: dict[str, None] = {}
        self.hidden: list[tuple[str, list[str]]] = []
        self._links: list[tuple[str, LinkPlace]] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._fresh: list[int] = []
        self._forms: list[tuple[str, list[tuple[str, str]]]] = []
        self._form: int | None = None
        self._out: list[str] = []
        self._size = 0
        self._waiting = _NOTHING
        self._hidden_size = 0
        self._hiding = False
        self._look = Look()
        self._stack: list[tuple[Look, int, int]] = []
        self._sheet = css.Sheet()

    # What the driver calls -------------------------------------------------------------------

    def enter(self, tag: str, attrs: Attributes) -> None:
        """An element begins."""
        before = self._look
        link, kind = -1, _KINDS.get(tag, 0)
        if attrs or self._sheet.rules or kind & _IS_PRE:
            self._look = before.inside(tag, attrs, self._sheet)
        if kind & _IS_BLOCK:
            if self._waiting < _LINE:
                self._waiting = _LINE
        elif kind & _IS_CELL and not self._waiting:
            self._waiting = _SPACE
        if kind & _ACTS:
            link = _ACTIONS[tag](self, tag, attrs)
        self._stack.append((before, link, kind))
        if len(self._stack) > DEPTH_MAX:
            self.limits["html-depth"] = None

    def leave(self) -> None:
        """The element that began last ends."""
        self._look, link, kind = self._stack.pop()
        if link >= 0:
            self._close_link(link)
        if kind & _IS_BLOCK:
            if self._waiting < _LINE:
                self._waiting = _LINE
            if kind & _IS_FORM:
                self._form = None

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

    # What the driver takes -------------------------------------------------------------------

    def shown(self) -> str:
        """The visible text."""
        return "".join(self._out)

    def links(self) -> tuple[HtmlLink, ...]:
        """Every link, in order of the page."""
        return tuple(
            HtmlLink(target, place, start, max(start, end))
            for (target, place), start, end in zip(
                self._links, self._starts, self._ends, strict=True
            )
        )

    def hidden_runs(self) -> tuple[Hidden, ...]:
        """Every run of hidden text that is not blank."""
        runs = ((how, "".join(parts).strip(_BLANK)) for how, parts in self.hidden)
        return tuple(Hidden(_COLLAPSE.sub(" ", text), how) for how, text in runs if text)

    def forms(self) -> tuple[HtmlForm, ...]:
        """Every form; ``part`` is empty, for the page does not know its place in the message."""
        return tuple(HtmlForm("", action, tuple(fields)) for action, fields in self._forms)

    # Text ------------------------------------------------------------------------------------

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
        if self._fresh:
            for link in self._fresh:
                self._starts[link] = self._size
            self._fresh.clear()
        core = core[: TEXT_MAX - self._size]
        self._out.append(core)
        self._size += len(core)
        self._hiding = False

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
            self._waiting = min(max(self._waiting, _SPACE) + count, _BLANK_LINE)

    def _hide(self, data: str, how: str) -> None:
        if self._hidden_size >= HIDDEN_TEXT_MAX:
            self.limits["html-hidden"] = None
            return
        if not (self._hiding and self.hidden and self.hidden[-1][0] == how):
            if not data.strip(_BLANK):
                return
            if len(self.hidden) >= HIDDEN_MAX:
                self.limits["html-hidden"] = None
                return
            self.hidden.append((how, []))
            self._hiding = True
        data = data[: HIDDEN_TEXT_MAX - self._hidden_size]
        self.hidden[-1][1].append(data)
        self._hidden_size += len(data)

    # Links and forms -------------------------------------------------------------------------

    def _add_link(self, target: str | None, place: LinkPlace) -> int:
        target = (target or "").strip()[:TARGET_MAX]
        if not target:
            return -1
        if len(self._links) >= LINKS_MAX:
            self.limits["html-links"] = None
            return -1
        self._links.append((target, place))
        self._starts.append(self._size)
        self._ends.append(self._size)
        return len(self._links) - 1

    def _close_link(self, link: int) -> None:
        if self._fresh and link in self._fresh:
            self._fresh.remove(link)
            self._starts[link] = self._size
        self._ends[link] = self._size

    def _on_anchor(self, _tag: str, attrs: Attributes) -> int:
        link = self._add_link(attrs.get("href") or attrs.get("xlink:href"), "a")
        if link >= 0:
            self._fresh.append(link)
        return link

    def _on_area(self, _tag: str, attrs: Attributes) -> int:
        self._add_link(attrs.get("href"), "area")
        return -1

    def _on_image(self, _tag: str, attrs: Attributes) -> int:
        self.images += 1
        self._add_link(attrs.get("src"), "image")
        return -1

    def _on_frame(self, _tag: str, attrs: Attributes) -> int:
        self._add_link(attrs.get("src"), "frame")
        return -1

    def _on_base(self, _tag: str, attrs: Attributes) -> int:
        self.base = self.base or (attrs.get("href") or "").strip()[:TARGET_MAX]
        return -1

    def _on_meta(self, _tag: str, attrs: Attributes) -> int:
        if (attrs.get("http-equiv") or "").strip().lower() == "refresh":
            found = _REFRESH.match((attrs.get("content") or "")[:TARGET_MAX])
            if found:
                self._add_link(found[1].strip().strip("'\""), "refresh")
        return -1

    def _on_line(self, _tag: str, _attrs: Attributes) -> int:
        self._lines(1)
        return -1

    def _on_form(self, _tag: str, attrs: Attributes) -> int:
        action = attrs.get("action")
        self._add_link(action, "form")
        if len(self._forms) >= FORMS_MAX:
            self.limits["html-forms"] = None
            return -1
        self._forms.append(((action or "").strip()[:TARGET_MAX], []))
        self._form = len(self._forms) - 1
        return -1

    def _on_field(self, tag: str, attrs: Attributes) -> int:
        kind = (attrs.get("type") or ("text" if tag == "input" else tag)).strip().lower()[:40]
        if tag != "button":
            self._add_field((attrs.get("name") or "")[:100], kind)
        link = self._add_link(attrs.get("formaction"), "form")
        if kind == "image":
            self.images += 1
            self._add_link(attrs.get("src"), "image")
        if link >= 0:
            self._fresh.append(link)
        if tag == "input" and kind in ("submit", "button", "reset") and attrs.get("value"):
            self.text(attrs["value"] or "")
        return link

    def _add_field(self, name: str, kind: str) -> None:
        if self._form is None:
            if len(self._forms) >= FORMS_MAX:
                return
            self._forms.append(("", []))
            self._form = len(self._forms) - 1
        fields = self._forms[self._form][1]
        if len(fields) < FIELDS_MAX:
            fields.append((name, kind))


_ACTIONS = {
    "a": Page._on_anchor,
    "area": Page._on_area,
    "img": Page._on_image,
    "iframe": Page._on_frame,
    "frame": Page._on_frame,
    "base": Page._on_base,
    "meta": Page._on_meta,
    "br": Page._on_line,
    "form": Page._on_form,
    "input": Page._on_field,
    "button": Page._on_field,
    "select": Page._on_field,
    "textarea": Page._on_field,
}
_IS_BLOCK, _IS_CELL, _IS_PRE, _IS_FORM, _ACTS = 1, 2, 4, 8, 16
_KINDS = dict.fromkeys(BLOCKS, _IS_BLOCK)
for _tag in ("td", "th"):
    _KINDS[_tag] = _IS_CELL
for _tag in ("pre", "textarea", "xmp", "listing", "plaintext"):
    _KINDS[_tag] = _KINDS.get(_tag, 0) | _IS_PRE
for _tag in _ACTIONS:
    _KINDS[_tag] = _KINDS.get(_tag, 0) | _ACTS
_KINDS["form"] |= _IS_FORM
