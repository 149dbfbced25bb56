"""An attached document in the old Office format.

What it sees
    A .doc, .xls or .ppt file (the format before 2007), or an .rtf file.
Why it matters
    The old format can always hold macros, and most weaknesses of Office were used through it and
    through RTF.
When it is wrong
    Many offices and public bodies still send it.
Example
    「賞与支給一覧.xls」
"""

from collections.abc import Iterator

from mayoke.mail.signals.attached_files import attachments, extension, name_evidence
from mayoke.mail.signals.context import Context
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="old_office_attachment",
    speaks_for="scam",
    looks_at="attachments",
    kinds=("takeover_malware",),
    ja="添付の「{file}」は古い形式の文書で、プログラムが隠されていることがあります。",
    en="The attached “{file}” is a document in an old format that may hide a program.",
)

_NAMES = frozenset({"doc", "xls", "ppt", "rtf", "dot", "xlt", "pps"})


def find(ctx: Context) -> Iterator[Signal]:
    """Every such attachment."""
    for attachment in attachments(ctx):
        if extension(attachment.name) in _NAMES:
            yield Signal(SIGNAL.id, name_evidence(attachment), {"file": attachment.name})
