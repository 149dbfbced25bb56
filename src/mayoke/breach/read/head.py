"""What the head of a page tells: title, address, site, day of publication."""

import re
from dataclasses import dataclass
from html import unescape

_HEAD_MAX = 60_000
_DATA_MAX = 200_000
_TAGS_MAX = 200
_TITLE = re.compile(r"<title(?:\s[^<>]{0,200})?>([^<]{0,1000})", re.IGNORECASE)
_META = re.compile(r"<meta\s([^<>]{1,2000})>", re.IGNORECASE)
_LINK = re.compile(r"<link\s([^<>]{1,2000})>", re.IGNORECASE)
_PAIR = re.compile(
    r"([a-zA-Z:_-]{1,30})\s{0,3}=\s{0,3}"
    r"(?:\"([^\"]{0,2000})\"|'([^']{0,2000})'|([^\s\"'>]{1,500}))"
)
_SAVED = re.compile(
    r"<!--\s?saved from url=(?:\([0-9]{1,5}\))?(https?://[^\s>]{1,1000})", re.IGNORECASE
)
_PUBLISHED = re.compile(r'"datePublished"\s{0,3}:\s{0,3}"([0-9T:+.Z-]{8,40})"')
_WHITE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Head:
    """None where the page does not tell; ``published`` as written."""

    title: str | None
    url: str | None
    site_name: str | None
    published: str | None


def read_head(html: str) -> Head:
    """Read title, canonical or saved address, site name and date of publication."""
    head = html[:_HEAD_MAX]
    metas = _metas(head)
    links = {
        pairs["rel"].lower(): pairs["href"]
        for pairs in map(_pairs, _LINK.findall(head)[:_TAGS_MAX])
        if "rel" in pairs and "href" in pairs
    }
    title = _TITLE.search(head)
    saved = _SAVED.search(head[:5000])
    addresses = (links.get("canonical"), metas.get("og:url"), saved[1] if saved else None)
    stated = _PUBLISHED.search(html[:_DATA_MAX])
    return Head(
        (_clean(title[1]) if title else "") or metas.get("og:title"),
        next((_clean(a) for a in addresses if a and a.startswith(("http://", "https://"))), None),
        metas.get("og:site_name") or metas.get("application-name"),
        metas.get("article:published_time")
        or metas.get("datepublished")
        or metas.get("pubdate")
        or (stated[1] if stated else None),
    )


def _metas(head: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in _META.findall(head)[:_TAGS_MAX]:
        pairs = _pairs(tag)
        name = pairs.get("property") or pairs.get("name") or pairs.get("itemprop") or ""
        content = _clean(pairs.get("content", ""))
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _pairs(tag: str) -> dict[str, str]:
    return {
        name.lower(): double or single or bare
        for name, double, single, bare in _PAIR.findall(tag)[:30]
    }


def _clean(text: str) -> str:
    return _WHITE.sub(" ", unescape(text)).strip()[:1000]
