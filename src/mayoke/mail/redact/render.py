"""A redacted mail as text, a minimal message, an HTML page or JSON; nothing in it is live."""

import html
import json
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from mayoke.records.redacted import Redacted, RedactedPart

SCHEMA = "mayoke.redacted/1"
SENDER = "sender@redacted.invalid"
"""Stands for the sender where RFC 5322 wants an address (RFC 2606: it belongs to nobody)."""


def as_text(redacted: Redacted) -> str:
    """Header, body, links and names of attached files, with Japanese and English labels."""
    lines = [f"{name}: {value}" for name, value in _headers(redacted)]
    for body in _parts(redacted, redacted.bodies):
        lines += ["", body.text.strip("\n")]
    links = [part.text for part in _parts(redacted, redacted.links)]
    if links:
        lines += ["", "リンク先 (links):", *(f"- {_line(link)}" for link in dict.fromkeys(links))]
    files = [part.text for part in _parts(redacted, redacted.files)]
    if files:
        lines += ["", "添付ファイル (attachments):", *(f"- {_line(name)}" for name in files)]
    return "\n".join(lines).strip("\n") + "\n"


def as_eml(redacted: Redacted) -> bytes:
    """A message of RFC 5322 with one plain text; the sender stands in the display name."""
    message = EmailMessage(policy=SMTP)
    said = dict(_headers(redacted))
    message["From"] = Address(_line(said.get("From", ""))[:200], addr_spec=SENDER)
    if redacted.to:
        message["To"] = ", ".join(redacted.to[:20])
    message["Subject"] = _line(said.get("Subject", ""))[:500]
    message.set_content(as_text(redacted), cte="base64")
    return message.as_bytes()


def as_html(redacted: Redacted) -> str:
    """The text as a page without links, pictures or markup of the sender's."""
    title = html.escape(dict(_headers(redacted)).get("Subject", ""))
    return (
        f'<!DOCTYPE html>\n<html lang="ja">\n<head><meta charset="utf-8"><title>{title}</title></head>\n'
        f"<body><pre>{html.escape(as_text(redacted))}</pre></body>\n</html>\n"
    )


def as_json(redacted: Redacted) -> str:
    """``{"schema","headers","to","bodies","links","files"}``; texts only."""
    document = {
        "schema": SCHEMA,
        "headers": {part: value for part, value in _headers(redacted) if part != "To"},
        "to": list(redacted.to),
        "bodies": [part.text for part in _parts(redacted, redacted.bodies)],
        "links": [part.text for part in _parts(redacted, redacted.links)],
        "files": [part.text for part in _parts(redacted, redacted.files)],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _headers(redacted: Redacted) -> list[tuple[str, str]]:
    found = [
        (part.name.removeprefix("header:"), _line(part.text))
        for part in _parts(redacted, redacted.headers)
    ]
    if redacted.to:
        found.insert(min(1, len(found)), ("To", ", ".join(redacted.to[:20])))
    return found


def _parts(redacted: Redacted, names: tuple[str, ...]) -> list[RedactedPart]:
    by_name = {part.name: part for part in redacted.parts}
    return [by_name[name] for name in names if name in by_name]


def _line(text: str) -> str:
    """On one line, without control characters."""
    return " ".join("".join(ch if ch.isprintable() else " " for ch in text).split())
