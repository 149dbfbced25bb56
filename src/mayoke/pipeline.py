"""The whole product on one screen: the only place where rooms meet."""

import gc
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from mayoke.help.advice import advise
from mayoke.mail.check import NOBODY, verdict
from mayoke.mail.mentions import mentioned
from mayoke.mail.read.parts import texts
from mayoke.mail.read.read import read
from mayoke.records.gap import Gap
from mayoke.records.known import Known
from mayoke.records.verdict import Verdict
from mayoke.registry.load import load

if TYPE_CHECKING:  # the breach room is loaded when it is asked for: check must start quickly
    from mayoke.records.incident import Incident
    from mayoke.records.known_leak import KnownLeak
    from mayoke.records.law import Clock
    from mayoke.records.notice import NoticeContext
    from mayoke.records.plan import Happened, Plan
    from mayoke.records.reading import NoticeReading
    from mayoke.store.connect import Store

Lang = Literal["ja", "en"]


def check(
    data: bytes | str,
    *,
    lang: str = "ja",
    now: datetime | None = None,  # noqa: ARG001  for advice that depends on the time
    known: Known = NOBODY,
) -> Verdict:
    """Judge one message: bytes (RFC 5322), or pasted text. Pure: no file, no network, no clock.

    ``lang`` (``ja`` or ``en``) is the language of ``Gap.why``; every other sentence has both.
    ``known``: the user's addresses, trusted hosts, known senders, and what a store knows. Raises
    EmptyInput, TooLarge, UnsupportedInput: the input cannot be judged; the text says why.
    """
    judged = verdict(data, known)
    return replace(
        judged,
        gaps=tuple(Gap(gap.what, load().why(gap.why, lang)) for gap in judged.gaps),
        advice=advise(judged.kind, judged.verdict, load()),
        campaign=known.campaign,
        incidents=tuple(leak.told() for leak in known.leaks),
    )


def parts(data: bytes | str) -> dict[str, str]:
    """Every text that evidence may point into, by its part name (as ``check`` reads ``data``)."""
    return texts(read(data))


def mentions(data: bytes | str) -> frozenset[str]:
    """Names and domains in a message that a ledger may have."""
    return mentioned(read(data))


def leaks(names: frozenset[str], store: "Store") -> "tuple[KnownLeak, ...]":
    """The incidents of a ledger under these names, for ``Known.leaks``."""
    from mayoke.breach.ledger.leaks import known_leaks  # noqa: PLC0415

    return known_leaks(store, names)


def warm() -> None:
    """Build everything now; what was built stays, so the garbage collector need not walk it."""
    check("https://www.example.com/ をご確認ください。")
    gc.collect()
    gc.freeze()


def read_notice(data: bytes | str, about: "NoticeContext | None" = None) -> "NoticeReading":
    """Read one breach notice (text, HTML page, PDF) into facts. Pure, as ``check`` is.

    ``about``: what is known beside it (title and address of the page, site, day). Raises
    EmptyInput, TooLarge, UnsupportedInput: the document cannot be read; the text says why.
    """
    from mayoke.breach.find import find  # noqa: PLC0415
    from mayoke.breach.read.read import read as read_document  # noqa: PLC0415
    from mayoke.records.notice import NoticeContext  # noqa: PLC0415

    return find(read_document(data, about or NoticeContext()))


def plan(happened: "Happened", now: datetime) -> "Plan":
    """What to do now, for whom something happened to. ``now`` has a zone. Raises BadInput."""
    from mayoke.help.plan import plan as make  # noqa: PLC0415
    from mayoke.registry.help_load import load_help  # noqa: PLC0415

    return make(happened, load_help(), now)


def legal_clocks(incident: "Incident") -> "tuple[Clock, ...]":
    """The incident against the legal clocks that ran at that time."""
    from mayoke.breach.clocks import clocks  # noqa: PLC0415

    return clocks(incident, load().laws)


def picture(incident: "Incident", lang: Lang) -> str:
    """The course of events as an SVG picture."""
    from mayoke.breach.timeline import timeline  # noqa: PLC0415
    from mayoke.publish.timeline_svg import svg  # noqa: PLC0415

    return svg(timeline(incident, lang))


def course(incident: "Incident", lang: Lang) -> Iterator[str]:
    """The course of events as lines for a terminal."""
    from mayoke.breach.timeline import timeline  # noqa: PLC0415
    from mayoke.publish.timeline_text import lines  # noqa: PLC0415

    return lines(timeline(incident, lang))
