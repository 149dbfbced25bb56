"""A breach notice as it was handed in, before anything is understood."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from mayoke.records.gap import Gap

MediaType = Literal["text/plain", "text/html", "application/pdf"]


@dataclass(frozen=True, slots=True)
class NoticeContext:
    """What is known about a document beside its text; None where nothing is known.

    ``title`` is the title of the page, ``url`` its address, ``site_name`` the name of the site it
    stood on, ``published`` the day it was published there.
    """

    title: str | None = None
    url: str | None = None
    site_name: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    r"""A document that may tell of a leak.

    ``text`` is what a reader sees, with ``\\n`` between lines and ``\\t`` between the cells of a
    row; every offset in an incident is a code point of it. ``main`` is the stretch ``(start,
    end)`` that is the notice itself; what lies outside is the page's frame (navigation, footer).
    ``context.title`` is filled from the page where nobody named one.
    """

    text: str
    media_type: MediaType
    sha256: str
    context: NoticeContext = field(default_factory=NoticeContext)
    main: tuple[int, int] = (0, 0)
    gaps: tuple[Gap, ...] = ()
