"""The two languages of every page, and links from page to page that hold below any prefix."""

import posixpath
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

Lang = Literal["ja", "en"]
Endpoint = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: ``/path`` in Japanese, ``/en/path`` in English."""

    path: str
    endpoint: Endpoint
    methods: tuple[str, ...] = ("GET",)


def path_of(request: Request) -> str:
    """The path within the site, whatever it is mounted below."""
    root = str(request.scope.get("root_path", ""))
    path = str(request.scope["path"])
    return path[len(root) :] if root and path.startswith(root + "/") else path


def lang_of(request: Request) -> Lang:
    """The language of the page that was asked for."""
    path = path_of(request)
    return "en" if path == "/en" or path.startswith("/en/") else "ja"


def in_lang(path: str, lang: Lang) -> str:
    """``/help`` → ``/en/help`` for English."""
    return path if lang == "ja" else "/en" + path


def other_lang(path: str) -> str:
    """The same page in the other language."""
    if path == "/en" or path.startswith("/en/"):
        return path[3:] or "/"
    return "/en" + path


def relative(here: str, target: str) -> str:
    """From the page at ``here`` to ``target`` (both within the site, percent-decoded).

    Relative (RFC 3986 §4.2), so that the site may lie below any prefix, and so that no Host header
    is ever part of a link.
    """
    path, mark, query = target.partition("?")
    above, _, last = path.rpartition("/")
    way = posixpath.relpath(above or "/", here.rpartition("/")[0] or "/")
    # "./": a first segment with a colon would be taken for a scheme
    found = last if way == "." else f"{way}/{last}"
    return "./" + quote(found, safe="/._~-") + mark + query
