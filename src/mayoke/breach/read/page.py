"""A web page as its reader meets it: text, the stretch that is the notice, title, address."""

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mayoke.breach.read.frame import main_of
from mayoke.breach.read.head import Head, read_head
from mayoke.breach.read.sheet import UNSHOWN, Sheet
from mayoke.text import markup
from mayoke.text.html import _too_hard as too_hard

SIZE_MAX = 1_500_000
"""Characters of a page that are read, pictures written into it left out."""
_PLAIN_MAX = 300_000
"""Of a page that only the plain reader can take."""
_NODES_MAX = 200_000
_LONG = 200_000
_PICTURE = re.compile(r"data:[a-zA-Z0-9/.+;=-]{1,100};base64,[A-Za-z0-9+/=%]{100,}")
_SCRIPT = re.compile("<(script|style|svg|SCRIPT|STYLE)[\\s>]")


@dataclass(frozen=True, slots=True)
class PageText:
    """A page as text.

    ``main`` is the stretch that is the notice (code points, end exclusive), ``time`` the first
    time it states, ``cut``: it was larger than what is read.
    """

    text: str
    main: tuple[int, int]
    head: Head
    time: str | None
    cut: bool


def read_page(html: str) -> PageText:
    """Read a page; never raises, about linear in its length."""
    html = html.replace("\0", "")
    if len(html) > _LONG:
        html = _without_scripts(_PICTURE.sub("data:,", html))
    cut = len(html) > SIZE_MAX
    html = html[:SIZE_MAX]
    sheet = Sheet()
    if too_hard(html):
        cut = cut or len(html) > _PLAIN_MAX
        html = html[:_PLAIN_MAX]
        markup.read(html, sheet)  # type: ignore[arg-type]  # asks for no more than a Sheet has
    else:
        cut = _walk(html, sheet) or cut
    text, areas = sheet.finish()
    head = read_head(html)
    return PageText(
        text, main_of(text, areas, head.title or ""), head, sheet.time, cut or sheet.cut
    )


def _without_scripts(html: str) -> str:
    """A long page without its scripts, style sheets and drawings."""
    kept: list[str] = []
    at = 0
    while found := _SCRIPT.search(html, at):
        end = html.find(f"</{found[1]}>", found.end())
        if end < 0:
            break
        kept.append(html[at : found.start()])
        at = end + len(found[1]) + 3
    return "".join((*kept, html[at:])) if kept else html


def _walk(html: str, sheet: Sheet) -> bool:
    """Walk the tree that a browser would build; True if it is too large."""
    node: LexborNode | None = LexborHTMLParser(html.encode("utf-8", "replace")).root
    path: list[LexborNode] = []
    seen = 0
    while node is not None:
        seen += 1
        if seen > _NODES_MAX or sheet.cut:
            while path:
                path.pop()
                sheet.leave()
            return True
        tag = node.tag
        if tag == "-text":
            sheet.text(node.text_content or "")
        elif tag is not None and tag[0] != "-":
            sheet.enter(tag, node.attributes)
            child = None if tag in UNSHOWN else node.first_child
            if child is not None:
                path.append(node)
                node = child
                continue
            sheet.leave()
        following = node.next
        while following is None and path:
            following = path.pop().next
            sheet.leave()
        node = following
    return False
