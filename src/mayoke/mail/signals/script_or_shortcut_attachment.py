"""An attached file that runs when it is opened.

What it sees
    A program, a script, a shortcut, a disc image, a notebook or an app for telephones as an
    attachment (.exe, .js, .vbs, .lnk, .iso, .img, .one, .hta, .apk …), by name or by first bytes.
Why it matters
    Opening the file starts a stranger's program. Honest senders do not mail programs.
When it is wrong
    Technicians among themselves; .url and .mht files saved from a browser.
Example
    「見積書.lnk」
"""

from collections.abc import Iterator

from mayoke.mail.signals.attached_files import (
    PROGRAMS,
    attachments,
    extension,
    kind,
    name_evidence,
)
from mayoke.mail.signals.context import Context
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="script_or_shortcut_attachment",
    speaks_for="scam",
    looks_at="attachments",
    kinds=("takeover_malware",),
    ja="添付の「{file}」は、開くとプログラムが動き出す種類のファイルです。開かないでください。",
    en="The attached “{file}” is a kind of file that starts a program when it is opened. Do not open it.",
)

_KINDS = frozenset({"program", "shortcut", "onenote", "help", "ace"})


def find(ctx: Context) -> Iterator[Signal]:
    """Every such attachment."""
    for attachment in attachments(ctx):
        if extension(attachment.name) in PROGRAMS or kind(attachment.head) in _KINDS:
            yield Signal(SIGNAL.id, name_evidence(attachment), {"file": attachment.name})
