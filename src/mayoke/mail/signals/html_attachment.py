"""An attached web page.

What it sees
    An attachment named .html, .htm, .shtml, .xhtml or .mhtml, one sent as text/html with a file
    name, or an .svg drawing that holds a script.
Why it matters
    The page opens on the reader's own computer, so no filter sees its address: a common home of
    forged sign-in pages.
When it is wrong
    Encrypted-mail services of banks and hospitals, and reports of programs, come as web pages too.
Example
    「ボイスメール_0412.html」
"""

from collections.abc import Iterator

from mayoke.mail.signals.attached_files import WEB_PAGES, attachments, extension, name_evidence
from mayoke.mail.signals.context import Context
from mayoke.records.message import Attachment
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="html_attachment",
    speaks_for="scam",
    looks_at="attachments",
    kinds=("phishing", "takeover_malware"),
    ja="「{file}」というウェブページが添付されています。開くと、偽のログイン画面が出るおそれがあります。",
    en="A web page (“{file}”) is attached. Opening it may show a false sign-in page.",
)


def find(ctx: Context) -> Iterator[Signal]:
    """Every such attachment."""
    for attachment in attachments(ctx):
        if attachment.name and _is_page(attachment):
            yield Signal(SIGNAL.id, name_evidence(attachment), {"file": attachment.name})


def _is_page(attachment: Attachment) -> bool:
    name = extension(attachment.name)
    if name == "svg":
        head = attachment.head.lower()
        return b"<script" in head or b"foreignobject" in head or b"onload=" in head
    return name in WEB_PAGES or attachment.content_type.lower() in (
        "text/html",
        "application/xhtml+xml",
    )
