"""What a browser shows of an HTML part, and where its links lead."""

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mayoke.records.message import Hidden, HtmlForm
from mayoke.text import markup
from mayoke.text.page import Page
from mayoke.text.targets import HtmlLink

SIZE_MAX = 1_000_000
_PLAIN_MAX = 600_000
"""Of a page that only the plain reader can take."""
_TAGS_MAX = 8000
"""lexbor is quadratic in nesting depth: 8,000 open tags take 0.1 s, 200,000 more than 15 s."""
_TAGS_FEW = 600
_REOPENED_MAX = 150_000
"""A letter style left open is opened anew in every paragraph (HTML Standard §13.2.4.3), so that
tags times styles bounds the tree."""
_LETTER_STYLE = re.compile(
    r"<(?:b|big|code|em|font|i|s|small|strike|strong|tt|u)[\s/][^>]*", re.IGNORECASE
)
_SHORT = 16_000
_ATTRIBUTES_MAX = 1000
_LONG_TAG = re.compile(r"<[a-zA-Z][^>]{2000}")
_QUOTED_END = re.compile(r"=\s*(?:\"[^\">]*>|'[^'>]*>)")
_NODES_MAX = 300_000
_UNSHOWN = frozenset(
    (
        *("script", "style", "title", "template", "noembed", "noframes", "iframe", "datalist"),
        *("audio", "video"),
    )
)
"""Elements whose content a browser does not show as text."""


@dataclass(frozen=True, slots=True)
class HtmlView:
    """An HTML part as a reader meets it.

    ``text`` is what a browser shows, a new line where a block begins or ends. ``hidden`` are the
    texts a reader does not see. ``base`` is the page's own base address; targets of links are not
    resolved. ``limits`` are codes of bounds that were met: html-size, html-tags, html-depth,
    html-attributes, html-text, html-links, html-hidden, html-forms, html-nodes.
    """

    text: str
    links: tuple[HtmlLink, ...]
    hidden: tuple[Hidden, ...]
    forms: tuple[HtmlForm, ...]
    images: int
    base: str
    limits: tuple[str, ...]


def view(html: str) -> HtmlView:
    """Text, links, forms and hidden text of a page; never raises, about linear in its length."""
    page = Page()
    if len(html) > SIZE_MAX:
        html = html[:SIZE_MAX]
        page.limits["html-size"] = None
    html = html.replace("\0", "")
    limit = _too_hard(html)
    if limit:
        page.limits[limit] = None
        if len(html) > _PLAIN_MAX:
            html = html[:_PLAIN_MAX]
            page.limits["html-size"] = None
        markup.read(html, page)
    else:
        _read(html, page)
    return HtmlView(
        page.shown(),
        page.targets.links(),
        page.hidden(),
        page.targets.forms(),
        page.targets.images,
        page.targets.base,
        tuple(page.limits),
    )


def _too_hard(html: str) -> str:
    """The code of what would make the parser slow, or an empty string."""
    tags = html.count("<")
    if tags > _TAGS_MAX:
        return "html-tags"
    if tags > _TAGS_FEW:
        styles = _LETTER_STYLE.findall(html)
        kinds = len(styles) if _QUOTED_END.search(html) else len(set(styles))
        if kinds * tags > _REOPENED_MAX:
            return "html-depth"
    if (
        len(html) > _SHORT
        and (_LONG_TAG.search(html) or _QUOTED_END.search(html))
        and markup.most_attributes(html) > _ATTRIBUTES_MAX
    ):
        return "html-attributes"
    return ""


def _read(html: str, page: Page) -> None:
    """Walk the tree that a browser would build."""
    node: LexborNode | None = LexborHTMLParser(html.encode("utf-8", "replace")).root
    path: list[LexborNode] = []
    seen = 0
    while node is not None:
        seen += 1
        if seen > _NODES_MAX:
            page.limits["html-nodes"] = None
            return
        tag = node.tag
        if tag == "-text":
            page.text(node.text_content or "")
        elif tag is not None and tag[0] != "-":
            page.enter(tag, node.attributes)
            child = None if tag in _UNSHOWN else node.first_child
            if child is not None:
                path.append(node)
                node = child
                continue
            if tag == "style":
                page.style_sheet(node.text())
            page.leave()
        following = node.next
        while following is None and path:
            following = path.pop().next
            page.leave()
        node = following
