"""The texts of a message and the links in them."""

import re
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin

from mayoke.mail.read import flowed
from mayoke.mail.read.mime import Part
from mayoke.records.gap import Gap
from mayoke.records.message import Body, Link, LinkPlace
from mayoke.text import charset
from mayoke.text.html import view
from mayoke.text.links import find_urls

MAX_SOURCE = 2_000_000
"""Bytes of text and HTML source of one message that are read."""
MAX_TEXT = 1_000_000
"""Characters of visible text of one message."""
MAX_LINKS = 5_000
MAX_TARGET = 16_384
"""Characters of one link target; the rest (mostly ``data:`` pictures) is cut off."""

_MAX_BASE = 2_000
_ABSOLUTE = re.compile(r"\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2}|#)")
_META = re.compile(rb"(?i)charset[ \t]*=[ \t]*[\"']?([A-Za-z0-9_.:-]{1,40})")

Shown = tuple[str, LinkPlace, int, int]
"""A link before it is numbered: target, place, start and end of what is shown."""


@dataclass(slots=True)
class Collected:
    """Bodies, links and gaps of one message, and how much more may be read."""

    bodies: list[Body] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    source_left: int = MAX_SOURCE
    text_left: int = MAX_TEXT

    def add(self, part: Part) -> None:
        """Read one text part."""
        data = part.content()
        if len(data) > self.source_left:
            self.gaps.append(Gap("text", "limit-reached"))
            data = data[: self.source_left]
        declared = part.parameters.get("charset", "").strip("\"' ")
        html = part.content_type != "text/plain" and is_html(part)
        if html and not declared:
            found = _META.search(data, 0, 2048)
            declared = found[1].decode("ascii") if found else ""
        decoded = charset.decode(data, declared or None)
        if decoded.undecodable * 50 > len(decoded.text):
            self.gaps.append(Gap("text", "undecodable-part"))
        text = _tidy(decoded.text)
        if part.parameters.get("format", "").lower() == "flowed" and not html:
            delete = part.parameters.get("delsp", "").lower() == "yes"
            text = flowed.unwrap(text, delete_space=delete)
        body = Body(f"{part.number}:text", html, text, declared, decoded.used)
        self.add_text(part.number, body, bare=False)

    def add_text(self, number: str, body: Body, *, bare: bool) -> None:
        """Take a body whose ``text`` is source: plain text or HTML.

        ``bare``: also find addresses that are written without ``https://``.
        """
        source = self._cut(body.text, self.source_left)
        self.source_left = max(0, self.source_left - len(source))
        links: list[Shown] = []
        if body.html:
            seen = view(source)
            text = self._cut(seen.text, self.text_left)
            size = len(text)
            links = [
                (_resolved(x.target, seen.base), x.place, min(x.start, size), min(x.end, size))
                for x in seen.links
            ]
            forms = tuple(
                replace(
                    form, part=f"{number}:form:{index}", action=_resolved(form.action, seen.base)
                )
                for index, form in enumerate(seen.forms, 1)
            )
            body = replace(body, text=text, hidden=seen.hidden, forms=forms, images=seen.images)
            if seen.limits:
                self.gaps.append(Gap("html", "limit-reached"))
        else:
            text = self._cut(source, self.text_left)
            body = replace(body, text=text)
        self.text_left = max(0, self.text_left - len(text))
        self.bodies.append(body)
        self._number(number, body, _with_written(text, links, bare=bare))

    def _number(self, number: str, body: Body, links: list[Shown]) -> None:
        room = MAX_LINKS - len(self.links)
        if len(links) > room:
            self.gaps.append(Gap("links", "limit-reached"))
        for index, (target, place, start, end) in enumerate(links[:room], 1):
            shown = body.text[start:end]
            name = f"{number}:link:{index}"
            link = Link(name, target[:MAX_TARGET], shown, place, body.part, start, end)
            self.links.append(link)

    def _cut(self, text: str, left: int) -> str:
        if len(text) <= left:
            return text
        self.gaps.append(Gap("text", "limit-reached"))
        return text[:left]


def is_html(part: Part) -> bool:
    """Is this a page rather than plain text?"""
    return part.content_type in ("text/html", "text/x-amp-html", "application/xhtml+xml")


def _tidy(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\0", "").removeprefix("\ufeff")


def _resolved(target: str, base: str) -> str:
    """A relative target joined to the page's own ``<base>``: nobody keeps the page beside it."""
    if not 0 < len(base) <= _MAX_BASE or not target or _ABSOLUTE.match(target):
        return target
    try:
        return urljoin(base, target)
    except ValueError:  # brackets that are no IPv6 address
        return target


def _with_written(text: str, links: list[Shown], *, bare: bool) -> list[Shown]:
    """Add the addresses that are written out in the text outside the links, in order.

    Mail programs make those clickable, in HTML mail, too.
    """
    busy = sorted((start, end) for _, _, start, end in links if end > start)
    written: list[Shown] = []
    at = reach = 0
    for start, end in find_urls(text, bare=bare):
        while at < len(busy) and busy[at][0] < end:
            reach = max(reach, busy[at][1])
            at += 1
        if reach <= start:
            written.append((text[start:end], "text", start, end))
    if not written:
        return links
    return sorted(links + written, key=lambda link: link[2]) if links else written
