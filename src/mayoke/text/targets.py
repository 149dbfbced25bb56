"""Collects the links and forms of an HTML page while it is read."""

import re
from collections.abc import Callable
from typing import NamedTuple

from mayoke.records.message import HtmlForm, LinkPlace
from mayoke.text.look import Attributes

LINKS_MAX = 2000
TARGET_MAX = 8192
FORMS_MAX = 50
FIELDS_MAX = 100

_REFRESH = re.compile(r"[\s\d.]*[;,]?\s*(?:url\s*=\s*)?", re.IGNORECASE)


class HtmlLink(NamedTuple):
    """A link; ``text[start:end]`` of the view is what is shown for it (often nothing).

    ``target`` is as it stands in the page, entities decoded, without white space around it, cut at
    8,192 characters.
    """

    target: str
    place: LinkPlace
    start: int
    end: int


class Targets:
    """Links, forms and pictures so far.

    The methods that take an element get its attributes and the size of the visible text before it;
    they return the number of the link whose shown text is to be followed, or -1.
    """

    def __init__(self) -> None:
        self.images = 0
        self.base = ""
        self.limits: dict[str, None] = {}
        self.waiting: list[int] = []
        """Links that began, but have shown no text yet."""
        self._links: list[tuple[str, LinkPlace]] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._forms: list[tuple[str, list[tuple[str, str]]]] = []
        self._form = -1

    def links(self) -> tuple[HtmlLink, ...]:
        """Every link, in order of the page."""
        places = zip(self._links, self._starts, self._ends, strict=True)
        return tuple(
            HtmlLink(target, place, start, max(start, end))
            for (target, place), start, end in places
        )

    def forms(self) -> tuple[HtmlForm, ...]:
        """Every form; ``part`` is empty, for the page does not know its place in the message."""
        return tuple(HtmlForm("", action, tuple(fields)) for action, fields in self._forms)

    def shown_at(self, size: int) -> None:
        """Text is shown from here: waiting links begin here."""
        for link in self.waiting:
            self._starts[link] = size
        self.waiting.clear()

    def close(self, link: int, size: int) -> None:
        """The element of a link ends."""
        if link in self.waiting:
            self.waiting.remove(link)
            self._starts[link] = size
        self._ends[link] = size

    def close_form(self) -> None:
        """The form ends; fields after it belong to none."""
        self._form = -1

    def anchor(self, attrs: Attributes, size: int) -> int:
        """``a``, also of SVG."""
        return self._follow(self._add(attrs.get("href") or attrs.get("xlink:href"), "a", size))

    def area(self, attrs: Attributes, size: int) -> int:
        """``area`` of a picture map."""
        self._add(attrs.get("href"), "area", size)
        return -1

    def image(self, attrs: Attributes, size: int) -> int:
        """``img``."""
        self.images += 1
        self._add(attrs.get("src"), "image", size)
        return -1

    def frame(self, attrs: Attributes, size: int) -> int:
        """``frame`` and ``iframe``."""
        self._add(attrs.get("src"), "frame", size)
        return -1

    def base_address(self, attrs: Attributes, _size: int) -> int:
        """``base``: the first one counts."""
        self.base = self.base or (attrs.get("href") or "").strip()[:TARGET_MAX]
        return -1

    def refresh(self, attrs: Attributes, size: int) -> int:
        """``meta http-equiv=refresh`` (HTML Standard §4.2.5.3)."""
        if (attrs.get("http-equiv") or "").strip().lower() == "refresh":
            content = (attrs.get("content") or "")[:TARGET_MAX]
            found = _REFRESH.match(content)
            target = content[found.end() if found else 0 :].strip().strip("'\"")
            self._add(target, "refresh", size)
        return -1

    def form(self, attrs: Attributes, size: int) -> int:
        """``form``."""
        action = (attrs.get("action") or "").strip()[:TARGET_MAX]
        self._add(action, "form", size)
        self._open_form(action)
        return -1

    def field(self, attrs: Attributes, size: int, tag: str = "input") -> int:
        """``input`` and its like."""
        kind = (attrs.get("type") or ("text" if tag == "input" else tag)).strip().lower()[:40]
        if self._form < 0:
            self._open_form("")
        if self._form >= 0 and tag != "button":
            fields = self._forms[self._form][1]
            if len(fields) < FIELDS_MAX:
                fields.append(((attrs.get("name") or "")[:100], kind))
        if kind == "image":
            self.image(attrs, size)
        return self._follow(self._add(attrs.get("formaction"), "form", size))

    def _open_form(self, action: str) -> None:
        if len(self._forms) >= FORMS_MAX:
            self.limits["html-forms"] = None
            self._form = -1
            return
        self._forms.append((action, []))
        self._form = len(self._forms) - 1

    def _follow(self, link: int) -> int:
        if link >= 0:
            self.waiting.append(link)
        return link

    def _add(self, target: str | None, place: LinkPlace, size: int) -> int:
        target = (target or "").strip()[:TARGET_MAX]
        if not target:
            return -1
        if len(self._links) >= LINKS_MAX:
            self.limits["html-links"] = None
            return -1
        self._links.append((target, place))
        self._starts.append(size)
        self._ends.append(size)
        return len(self._links) - 1


ACTIONS: dict[str, Callable[[Targets, Attributes, int], int]] = {
    "a": Targets.anchor,
    "area": Targets.area,
    "img": Targets.image,
    "iframe": Targets.frame,
    "frame": Targets.frame,
    "base": Targets.base_address,
    "meta": Targets.refresh,
    "form": Targets.form,
    "input": Targets.field,
    "button": lambda targets, attrs, size: targets.field(attrs, size, "button"),
    "select": lambda targets, attrs, size: targets.field(attrs, size, "select"),
    "textarea": lambda targets, attrs, size: targets.field(attrs, size, "textarea"),
}
"""What to do with an element, by its tag."""
