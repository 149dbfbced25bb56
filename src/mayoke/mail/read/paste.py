"""Pasted text: a mail's source, a mail as a program shows it, an SMS, a chat, a bare address."""

from mayoke.mail.read import addresses, quoted_header
from mayoke.mail.read.bodies import Collected
from mayoke.mail.read.headers import is_known
from mayoke.mail.read.message import assemble
from mayoke.mail.read.mime import parse
from mayoke.mail.read.sources import COPIED
from mayoke.records.message import Address, Body, Header, Message

_PAGE = ("<!doctype html", "<html", "<head", "<body")


def from_text(text: str) -> Message:
    """Read pasted text; never raises.

    With the fields of a mail's source at the top it is read as that mail; with copied header lines
    (``From:``/``差出人:`` and one more) their values become headers. Otherwise ``form`` is ``text``.
    Part 1 is the text; a page's source is read as HTML. Addresses without ``https://`` count as
    links, because people copy them so.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").lstrip("\ufeff")
    if _is_source(text):
        return assemble(parse(text.encode("utf-8", "replace")))
    header = quoted_header.at_top(text)
    if header is None:
        return _message(text, ())
    values = tuple(Header(name, value, f"header:{name}") for name, value in header.fields)
    return _message(text[header.end :], values)


def _is_source(text: str) -> bool:
    """Do fields stand at the top that only a mail's source has?"""
    names: list[str] = []
    encoded = False
    for line in text[:20_000].lstrip("\n \t").split("\n"):
        name, colon, _ = line.partition(":")
        if not line.strip():
            break
        if line[0] in " \t" and names:
            continue
        if not colon or not name.isascii() or " " in name.strip():
            break
        names.append(name.strip().lower())
        encoded = encoded or "=?" in line
    known = [name for name in names if is_known(name)]
    technical = any(name not in COPIED for name in known)
    return len(known) >= 2 and ("from" in known or "subject" in known) and (technical or encoded)


def _message(text: str, headers: tuple[Header, ...]) -> Message:
    by_name = {header.name: header.value for header in headers}
    collected = Collected()
    html = text[:200].lstrip().lower().startswith(_PAGE)
    collected.add_text("1", Body("1:text", html, text, "", "utf-8"), bare=True)
    return Message(
        form="mail" if headers else "text",
        headers=headers,
        subject=by_name.get("Subject", ""),
        from_=_boxes(by_name, "From"),
        reply_to=_boxes(by_name, "Reply-To"),
        to=_boxes(by_name, "To"),
        bodies=tuple(collected.bodies),
        links=tuple(collected.links),
        attachments=(),
        gaps=tuple(collected.gaps),
        parts=(("1", "text/html" if html else "text/plain"),),
    )


def _boxes(values: dict[str, str], name: str) -> tuple[Address, ...]:
    return addresses.parse(values[name], f"header:{name}") if values.get(name) else ()
