"""From the MIME structure to the record that is judged."""

from collections.abc import Iterator

from mayoke.mail.read import addresses, archive
from mayoke.mail.read.bodies import Collected, is_html
from mayoke.mail.read.headers import records
from mayoke.mail.read.mime import Mime, Part
from mayoke.records.gap import Gap
from mayoke.records.message import Address, Attachment, Message

MAX_HEAD = 64 * 1024
"""Bytes of an attachment that are kept for looking at."""

_SHOWN_AS_FILE = frozenset(
    f"text/{kind}"
    for kind in (
        "calendar",
        "csv",
        "rtf",
        "richtext",
        "vcard",
        "x-vcard",
        "directory",
        "css",
        "javascript",
        "xml",
        "rfc822-headers",
    )
)


def assemble(mime: Mime) -> Message:
    """Build the ``Message`` of a parsed mail; attached messages stay closed (see ``forward``)."""
    root = mime.root
    headers = records(list(root.fields))
    boxes: dict[str, tuple[Address, ...]] = {"from": (), "reply-to": (), "to": ()}
    for field, header in zip(root.fields, headers, strict=True):
        name = field.name.lower()
        if name in boxes and len(boxes[name]) < addresses.MAX_ADDRESSES:
            boxes[name] += addresses.parse(field.raw, header.part)
    collected = Collected()
    attachments = []
    for part in top_leaves(root):
        if _is_body(part, root, collected):
            collected.add(part)
        else:
            attachments.append(attachment(part))
    if mime.limited:
        collected.gaps.append(Gap("parts", "limit-reached"))
    if any(item.encrypted for item in attachments):
        collected.gaps.append(Gap("attachment", "encrypted-attachment"))
    first = {header.name.lower(): header.value for header in reversed(headers)}
    return Message(
        form="mail",
        headers=headers,
        subject=first.get("subject", ""),
        from_=boxes["from"],
        reply_to=boxes["reply-to"],
        to=boxes["to"],
        bodies=tuple(collected.bodies),
        links=tuple(collected.links),
        attachments=tuple(attachments),
        gaps=tuple(collected.gaps),
        message_id=first.get("message-id", "").strip("<> \t"),
        parts=tuple((leaf.number, leaf.content_type) for leaf in root.leaves()),
    )


def top_leaves(part: Part) -> Iterator[Part]:
    """The leaves of a message, with each attached message as one of them."""
    if part.is_message or not part.children:
        yield part
        return
    for child in part.children:
        yield from top_leaves(child)


def _is_body(part: Part, root: Part, collected: Collected) -> bool:
    """Would a mail program show the part as text, rather than offer it as a file?"""
    if part.content_type == "application/xhtml+xml":
        return not part.name
    if not part.content_type.startswith("text/") or part.content_type in _SHOWN_AS_FILE:
        return False
    if part is root:
        return True
    if part.disposition == "attachment":
        return False
    # A named text is a file, unless nothing else was there to read before it.
    same = [body for body in collected.bodies if body.html == is_html(part)]
    return not (part.name and same)


def attachment(part: Part) -> Attachment:
    """The record of a part that is not shown as text; archives are listed, never unpacked."""
    content = part.content()
    names: tuple[str, ...] = ()
    encrypted = False
    if archive.is_zip(content):
        names, encrypted = archive.members(content)
    has_id = any(field.name.lower() == "content-id" for field in part.fields)
    return Attachment(
        part=part.number,
        name=part.name,
        content_type=part.content_type,
        inline=part.disposition == "inline" or (has_id and part.disposition != "attachment"),
        size=len(content),
        head=content[:MAX_HEAD],
        members=names,
        encrypted=encrypted,
    )
