"""An attached document that holds, or may hold, a program of its own (macros).

What it sees
    An attachment named as a macro document (.xlsm, .docm, .xlsb …), an Office file with a VBA
    project inside, or an old .doc/.xls/.ppt whose first bytes speak of macros.
Why it matters
    Macros run as programs. Emotet and its heirs came as such documents.
When it is wrong
    Offices send each other forms and price lists with macros.
Example
    「請求書_0412.xlsm」
"""

from collections.abc import Iterator

from mayoke.mail.signals.attached_files import (
    MACRO_NAMES,
    attachments,
    extension,
    kind,
    name_evidence,
)
from mayoke.mail.signals.context import Context
from mayoke.records.message import Attachment
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="macro_document_attachment",
    speaks_for="scam",
    looks_at="attachments",
    kinds=("takeover_malware",),
    ja="添付の「{file}」は、中に小さなプログラム（マクロ）を入れられる文書です。開いて「有効にする」を押すと、乗っ取られるおそれがあります。",
    en="The attached document “{file}” can carry a small program (macro). If it is enabled, it may take over the computer.",
)

_OLD_MARKS = (b"VBA", b"Macros", b"_\x00V\x00B\x00A\x00", b"M\x00a\x00c\x00r\x00o\x00s")


def find(ctx: Context) -> Iterator[Signal]:
    """Every such attachment."""
    for attachment in attachments(ctx):
        if _has_macros(attachment):
            yield Signal(SIGNAL.id, name_evidence(attachment), {"file": attachment.name})


def _has_macros(attachment: Attachment) -> bool:
    if extension(attachment.name) in MACRO_NAMES:
        return True
    if any(member.lower().endswith("vbaproject.bin") for member in attachment.members):
        return True
    return kind(attachment.head) == "ole" and any(mark in attachment.head for mark in _OLD_MARKS)
