"""A plain reader of HTML tags, linear on anything, for pages made to choke a real parser."""

import re
from collections.abc import Iterator
from html import unescape

from mayoke.text.page import Page

_MARK = re.compile(r"<(?=[a-zA-Z!/?])")
_NAME = re.compile(r"[a-zA-Z][^\s/>]{0,40}")
_ATTRIBUTE = re.compile(
    r"[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:\"([^\"]*)(?:\"|\Z)|'([^']*)(?:'|\Z)|([^\s>\"'][^\s>]*))?)?"
)
_COMMENT_END = re.compile("--!?>")
_RAW = frozenset(("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"))
_VOID = frozenset(
    (
        *("area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img"),
        *("input", "keygen", "link", "meta", "param", "source", "track", "wbr"),
    )
)
_KEPT_ATTRIBUTES = 100
_TAG_MAX = 20_000
_OPEN_MAX = 500
_NEAR = 30
"""An end tag closes one of so many elements that began last."""
_CLOSES_ITSELF = frozenset(("p", "li", "option", "dt", "dd", "tr", "td", "th"))


def most_attributes(html: str) -> int:
    """The largest number of attributes in one tag."""
    most = 0
    at = html.find("<")
    while at >= 0:
        name = _NAME.match(html, at + 1)
        end = at + 1
        if name:
            count, end = 0, name.end()
            while found := _ATTRIBUTE.match(html, end):
                count, end = count + 1, found.end()
            most = max(most, count)
        at = html.find("<", end)
    return most


def read(html: str, page: Page) -> None:
    """Give the page to ``page`` in order, without building a tree."""
    path: list[str] = []
    for kind, name, value in _tokens(html):
        if kind == "text":
            page.text(unescape(value))
        elif kind == "raw":
            if name == "style":
                page.style_sheet(value)
            elif name == "textarea":
                page.text(unescape(value))
        elif kind == "open":
            _open(name, value, path, page)
        elif name in path[-_NEAR:]:
            _close(name, path, page)
    while path:
        _close(path[-1], path, page)


def _open(name: str, value: str, path: list[str], page: Page) -> None:
    if name in _CLOSES_ITSELF and path and path[-1] == name:
        _close(name, path, page)
    page.enter(name, _attributes(value))
    if name in _VOID or len(path) >= _OPEN_MAX:
        page.leave()
    else:
        path.append(name)


def _close(name: str, path: list[str], page: Page) -> None:
    while path.pop() != name:
        page.leave()
    page.leave()


def _attributes(text: str) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(text[:_TAG_MAX])[:_KEPT_ATTRIBUTES]:
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found


def _tokens(html: str) -> Iterator[tuple[str, str, str]]:
    """``(kind, name, value)`` with kind text, open, close, raw (HTML Standard §13.2.5, roughly)."""
    pos = 0
    while mark := _MARK.search(html, pos):
        at = mark.start()
        if at > pos:
            yield "text", "", html[pos:at]
        name = _NAME.match(html, at + 1)
        if name:
            tag, end = name[0].lower(), _tag_end(html, name.end())
            yield "open", tag, html[name.end() : end]
            pos = end + 1
            if tag in _RAW:
                close = re.compile(f"</{re.escape(tag)}", re.IGNORECASE).search(html, pos)
                stop = close.start() if close else len(html)
                yield "raw", tag, html[pos:stop]
                pos = stop
        elif html.startswith("!--", at + 1):
            found = _COMMENT_END.search(html, at + 2)
            pos = found.end() if found else len(html)
        else:
            close = _NAME.match(html, at + 2) if html[at + 1] == "/" else None
            if close:
                yield "close", close[0].lower(), ""
            end = html.find(">", at)
            pos = end + 1 if end >= 0 else len(html)
    yield "text", "", html[pos:]


def _tag_end(html: str, end: int) -> int:
    """Where the ``>`` of a tag stands, quoted ones passed over."""
    while found := _ATTRIBUTE.match(html, end):
        end = found.end()
    stop = html.find(">", end)
    return stop if stop >= 0 else len(html)
