"""Parts a page into the notice itself and the frame around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from mayoke.text.look import Attributes

Area = Literal["", "main", "frame"]

_FRAME_TAGS = frozenset(("nav", "footer", "aside", "header"))
_FRAME_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search"))
_FRAME_WORDS = """
    nav gnav gnavi navi globalnav globalnavi lnav snav menu submenu breadcrumb breadcrumbs topicpath
    pankuzu crumb crumbs path side sidebar sidemenu sidenav footer foot gfooter header gheader
    topbar util utility share sns social pager pagination pagenation ranking related relation recommend
    copyright skip enq enquete ad ads banner banners latest pagetop backtop totop toplink
    cookie modal login language lang fontsize textsize
"""
_MAIN_TAGS = frozenset(("main", "article"))
_MAIN_WORDS = """
    main maincontent maincontents maincolumn mainarea content contents article entry post honbun
    detail newsdetail entrybody entrycontent postcontent articlebody body contentbody tmpcontents
    contentsarea wysiwyg
"""
_FRAME_NAMES = frozenset(_FRAME_WORDS.split())
_MAIN_NAMES = frozenset(_MAIN_WORDS.split())
_EDGES = frozenset(("header", "footer", "foot"))
_OF_ARTICLE = frozenset(("entry", "post", "article", "page", "content", "news", "section", "main"))
"""The head of an article is no head of the site."""
_HOLDERS = frozenset(
    ("div", "td", "section", "main", "article", "form", "center", "body", "table", "blockquote")
)
_MAIN_SHARE = 0.5
_DEEP_SHARE = 0.8
_LEFT_OVER = re.compile(
    r"(?:copyright|all rights? reserved|©|\(c\)\s?(?:19|20)[0-9]{2}|Ⓒ|ページの?(?:先頭|トップ|上部)|page\s?top|このページの(?:先頭|トップ|上)"
    r"|(?:一覧|トップ(?:ページ)?|ホーム|前のページ|top|home)[へに]戻る|(?:シェア|ツイート|ブックマーク|印刷)する?$|^(?:前へ|次へ|戻る|閉じる)$"
    r"|プライバシーポリシー$|サイトマップ$|個人情報保護方針$|^(?:印刷|tweet|share|facebook|twitter|line|pocket)$)",
    re.IGNORECASE,
)
_CRUMBS = re.compile(
    r"(?:現在(?:位置|地|の(?:位置|ページ))|ホーム|home|top|トップ(?:ページ)?)\s?(?:[:：]|[>＞»›/]).{0,200}$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    "漏え?い|漏洩|流出|不正|紛失|お詫び|おわび|について|ご?報告|第.{1,2}報|誤送|被害"
)
_DESK = re.compile(
    r"\s{0,4}(?:(?:本件|この(?:ページ|記事|情報))(?:に関する|の))?(?:お|ご)?(?:問い?合わ?せ|連絡先|担当課)"
)
_TRIMMED_LINES = 12
_TITLE_REACH = 600


@dataclass(slots=True)
class Block:
    """An element that begins a line; ``start`` and ``end`` count pieces of the page's text."""

    tag: str
    depth: int
    start: int
    area: Area
    end: int = -1


@dataclass(slots=True)
class Areas:
    """Where things stand on a page, in pieces of its text; ``ends[i]`` is where piece ``i`` begins.

    ``weights``: ``(piece, weight)`` of what is told; ``heads``: the headings.
    """

    ends: list[int] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    weights: list[tuple[int, int]] = field(default_factory=list)
    heads: list[tuple[int, int]] = field(default_factory=list)


def area_of(tag: str, attrs: Attributes) -> Area:
    """What an element says of itself by tag, role, id and class."""
    if tag in _MAIN_TAGS:
        return "main"
    if tag in _FRAME_TAGS:
        return "frame"
    if not attrs or tag in ("body", "html"):
        return ""
    role = attrs.get("role")
    if role == "main":
        return "main"
    if role in _FRAME_ROLES:
        return "frame"
    return _named(f"{attrs.get('id') or ''} {attrs.get('class') or ''}"[:300])


def _named(names: str) -> Area:
    if names == " ":
        return ""
    words = set()
    for name in names.split():
        lower = name.lower()
        words.add(lower.replace("-", "").replace("_", ""))
        if "-" in lower or "_" in lower:
            pieces = lower.replace("_", "-").split("-")
            if len(pieces) <= 3:
                words.update((pieces[-1], pieces[0]) if len(pieces[0]) > 2 else pieces[-1:])
    found = words & _FRAME_NAMES
    if found and not (found <= _EDGES and words & _OF_ARTICLE):
        return "frame"
    return "main" if words & _MAIN_NAMES else ""


def main_of(text: str, areas: Areas, title: str) -> tuple[int, int]:
    """The stretch of a page's text that is the notice itself (code points, end exclusive)."""
    frames = _frames(areas)
    weights = _sums(areas, frames)
    total = weights[-1]
    whole = (0, len(areas.ends) - 1)
    if not total:
        return _trimmed(text, areas, whole, [])
    best = _best(areas, weights, total)
    stretch = (best.start, best.end) if best else whole
    start = _with_title(text, areas, stretch[0], frames, title)
    return _trimmed(text, areas, (start, _with_desk(text, areas, stretch[1], frames)), frames)


def _frames(areas: Areas) -> list[tuple[int, int]]:
    """The outermost stretches of frame, in order; what lies in a main element is none."""
    found: list[tuple[int, int]] = []
    mains = [(b.start, b.end) for b in areas.blocks if b.area == "main" and b.tag in _MAIN_TAGS]
    reach = 0
    last_main, i = -1, 0
    for block in areas.blocks:
        while i < len(mains) and mains[i][0] <= block.start:
            last_main = max(last_main, mains[i][1])
            i += 1
        if block.area != "frame" or block.end <= block.start or block.start < reach:
            continue
        if block.tag in ("header", "footer") and block.start < last_main:
            continue
        reach = block.end
        found.append((block.start, block.end))
    return found


def _sums(areas: Areas, frames: Sequence[tuple[int, int]]) -> list[int]:
    """Weight of the text before each piece, the frame's left out."""
    sums = [0] * len(areas.ends)
    at = 0
    for piece, weight in areas.weights:
        while at < len(frames) and frames[at][1] <= piece:
            at += 1
        if at == len(frames) or not frames[at][0] <= piece < frames[at][1]:
            sums[piece + 1] = weight
    for i in range(1, len(sums)):
        sums[i] += sums[i - 1]
    return sums


def _best(areas: Areas, weights: list[int], total: int) -> Block | None:
    """The innermost element that holds most of what is told."""
    best: Block | None = None
    deepest: Block | None = None
    for block in areas.blocks:
        if block.end < 0 or block.area == "frame":
            continue
        share = (weights[block.end] - weights[block.start]) / total
        if (
            block.area == "main"
            and share >= _MAIN_SHARE
            and (best is None or block.depth > best.depth)
        ):
            best = block
        if (
            block.tag in _HOLDERS
            and share >= _DEEP_SHARE
            and (deepest is None or block.depth > deepest.depth)
        ):
            deepest = block
    return best or deepest


def _with_title(
    text: str, areas: Areas, start: int, frames: Sequence[tuple[int, int]], title: str
) -> int:
    """A heading that stands shortly before and that the page's title repeats belongs to it."""
    for first, last in reversed(areas.heads):
        if first >= start:
            continue
        if areas.ends[start] - areas.ends[first] > _TITLE_REACH:
            break
        if any(begin <= first < end for begin, end in frames if begin <= first):
            continue
        words = text[areas.ends[first] : areas.ends[last]].strip()
        if len(words) >= 8 and (words[:20] in title or _TITLE.search(words)):
            return first
    return start


def _with_desk(text: str, areas: Areas, end: int, frames: Sequence[tuple[int, int]]) -> int:
    """A desk that stands right behind, as below the pages of cities, belongs to it."""
    if not _DESK.match(text, areas.ends[end]) or any(first <= end < last for first, last in frames):
        return end
    for block in areas.blocks:
        if end <= block.start <= end + 1 and block.end > block.start + 2:
            size = areas.ends[block.end] - areas.ends[block.start]
            return block.end if size <= _TITLE_REACH else end
    return end


def _trimmed(
    text: str, areas: Areas, stretch: tuple[int, int], frames: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """Without frame at both ends, and without lines that only lead elsewhere."""
    first, last = stretch
    for begin, end in frames:
        if begin <= first < end <= last:
            first = end
    for begin, end in reversed(frames):
        if first <= begin < last <= end:
            last = begin
    start, stop = areas.ends[first], areas.ends[last]
    lines = text[start:stop].split("\n")
    for _ in range(_TRIMMED_LINES):
        if lines and (not lines[-1].strip() or _LEFT_OVER.search(lines[-1][-200:])):
            stop -= len(lines.pop()) + 1
        else:
            break
    skip = 0
    while (
        skip < len(lines) - 1
        and skip < 4
        and (not lines[skip].strip() or _CRUMBS.match(lines[skip].strip()))
    ):
        start += len(lines[skip]) + 1
        skip += 1
    return (start, stop) if stop > start else (0, len(text))
