"""The message inside a forward.

People who are unsure forward the mail, so the inner message is the one to judge. It may be
attached, or copied into the text below a few lines of header. How its parts are named:

* attached: it is read as its own message, and its numbering starts at 1 again;
* inline: ``header:From`` and the like hold the values of the copied header lines, the text part
  ``1:forwarded`` is what follows them in part 1, and links keep their numbers.

What the forwarder wrote is left out when it is a short word. When it is longer or holds a link it
is kept as one more text, ``1:carrying`` (or ``carrier:1:text`` beside an attached message): a
sender must not hide a lure in front of a harmless forward.
"""

import re
import unicodedata
from dataclasses import replace

from mayoke.mail.read import addresses
from mayoke.mail.read.message import top_leaves
from mayoke.mail.read.mime import Mime, Part
from mayoke.mail.read.quoted_header import MAX_FRONT, QuotedHeader, find
from mayoke.mail.read.sources import kind_of
from mayoke.records.gap import Gap
from mayoke.records.message import Address, Body, Header, Link, Message

_SHORT_WORD = 200
_SUBJECT = re.compile(r"(?:\[[^\]]{0,40}\] ?)?(?:fwd?|転送|tr|wg|rv) ?:")
_REPLY = re.compile(r"(?:\[[^\]]{0,40}\] ?)?(?:re|aw|sv|返信) ?:")
_MAILTO = re.compile(r"\[mailto:([^\]\s]{1,200})\]")
_SYSTEMS = frozenset({"mailer-daemon", "postmaster"})
_EML_TYPES = frozenset({"application/octet-stream", "application/eml", "application/x-eml"})


def attached(outer: Message, mime: Mime) -> tuple[bytes, int] | None:
    """The bytes of the message that ``outer`` forwards as an attachment, and how many more it has.

    ``outer`` is a forward when its subject says so or its own text is short. Delivery reports and
    digests are none.
    """
    if mime.root.content_type in ("multipart/report", "multipart/digest") or _is_bounce(outer):
        return None
    found = [part for part in top_leaves(mime.root) if _is_mail(part)]
    if not found or not (_says_forward(outer.subject) or _own_text(outer) <= MAX_FRONT):
        return None
    return found[0].content(), len(found) - 1


def carry(outer: Message, inner: Message, more: int) -> Message:
    """``inner`` as a message that ``outer`` carried attached."""
    kept = [body for body in outer.bodies if _worth_keeping(body.text, _links_of(outer, body))]
    bodies = tuple(replace(body, part=f"carrier:{body.part}", html=False) for body in kept)
    names = {body.part for body in kept}
    links = tuple(
        replace(link, part=f"carrier:{link.part}", text_part=f"carrier:{link.text_part}")
        for link in outer.links
        if link.text_part in names
    )
    gaps = tuple(gap for gap in outer.gaps if gap.why == "limit-reached")
    if more:
        gaps += (Gap("attached-message", "attachment-not-opened"),)
    return replace(
        inner,
        bodies=inner.bodies + bodies,
        links=inner.links + links,
        gaps=inner.gaps + gaps,
        unwrapped="attached",
        carrier=_from(outer),
    )


def inline(outer: Message) -> Message | None:
    """The message that ``outer`` carries in its text, or ``None`` when it is no forward.

    A copied header also stands in ordinary answers; it counts only below a line that says
    "forwarded", or when the subject does.
    """
    forward = _says_forward(outer.subject)
    reply = bool(_REPLY.match(_plain(outer.subject)))
    found: dict[str, QuotedHeader] = {}
    for body in outer.bodies:
        header = None if "carr" in body.part else find(body.text, marked=not forward)
        if header and not (reply and header.quoted):
            found[body.part] = header
    if not found:
        return None
    first = next(iter(found.values()))
    headers = tuple(Header(name, value, f"header:{name}") for name, value in first.fields)
    bodies, links = _cut(outer, found)
    return replace(
        outer,
        form="mail",
        headers=headers,
        subject=first.value("Subject"),
        from_=_boxes(first, "From"),
        reply_to=_boxes(first, "Reply-To"),
        to=_boxes(first, "To"),
        bodies=bodies,
        links=links,
        unwrapped="inline",
        carrier=_from(outer),
        message_id="",
    )


def _cut(
    outer: Message, found: dict[str, QuotedHeader]
) -> tuple[tuple[Body, ...], tuple[Link, ...]]:
    """Bodies and links from behind the copied headers, and what is kept of the text before."""
    bodies: list[Body] = []
    links: list[Link] = []
    fronts: list[Body] = []
    earlier = sum(":carrying" in body.part for body in outer.bodies)
    for body in outer.bodies:
        own = _links_of(outer, body)
        header = found.get(body.part)
        if header is None:
            bodies.append(body)
            links += own
            continue
        number = body.part.partition(":")[0]
        inner = replace(body, part=f"{number}:forwarded", text=body.text[header.end :])
        bodies.append(inner)
        links += (_moved(link, inner.part, header.end) for link in own if link.start >= header.end)
        before = [link for link in own if link.start < header.start]
        front = body.text[: header.start]
        if not fronts and _worth_keeping(front, before):
            name = f"{number}:carrying" + (f":{earlier + 1}" if earlier else "")
            kept = Body(part=name, html=False, text=front, declared_charset="", used_charset="")
            fronts.append(kept)
            links += (_moved(link, kept.part, 0, len(front)) for link in before)
    return (*bodies, *fronts), tuple(links)


def _moved(link: Link, part: str, by: int, limit: int | None = None) -> Link:
    start, end = link.start - by, link.end - by
    if limit is not None and end > limit:
        end = limit
        return replace(link, text_part=part, start=start, end=end, shown=link.shown[: end - start])
    return replace(link, text_part=part, start=start, end=end)


def _links_of(message: Message, body: Body) -> list[Link]:
    return [link for link in message.links if link.text_part == body.part]


def _worth_keeping(text: str, links: list[Link]) -> bool:
    led = any(
        link.place != "image" and not link.target.lower().startswith("mailto:") for link in links
    )
    return led or len(text.strip()) > _SHORT_WORD


def _boxes(header: QuotedHeader, name: str) -> tuple[Address, ...]:
    value = _MAILTO.sub(r"<\1>", header.value(name))
    return addresses.parse(value, f"header:{name}") if value else ()


def _from(message: Message) -> str:
    return message.from_[0].address if message.from_ else ""


def _is_mail(part: Part) -> bool:
    if part.is_message:
        return True
    named = part.name.lower().rstrip(". ").endswith(".eml")
    if not named and part.content_type not in ("application/eml", "application/x-eml"):
        return False
    if part.content_type in _EML_TYPES or part.content_type.startswith("text/"):
        return kind_of(part.content()[:4096]) in ("mail", "mbox")
    return False


def _is_bounce(message: Message) -> bool:
    """Does it come from a mail system, or with the empty return path of RFC 5321 §4.5.5?"""
    path = message.header("Return-Path")
    senders = {address.local.lower() for address in message.from_}
    return bool(path and path.value == "<>") or not senders.isdisjoint(_SYSTEMS)


def _own_text(message: Message) -> int:
    return max((len(body.text.strip()) for body in message.bodies), default=0)


def _says_forward(subject: str) -> bool:
    return bool(_SUBJECT.match(_plain(subject)))


def _plain(subject: str) -> str:
    return unicodedata.normalize("NFKC", subject[:200]).lower().strip()
