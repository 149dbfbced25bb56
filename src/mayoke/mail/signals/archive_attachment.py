"""An attached archive.

What it sees
    A zip, rar, 7z, cab, lzh … file as an attachment (not the .gz and .tar of Unix people).
Why it matters
    Programs and forged pages are packed so that mail filters do not see them; rar, 7z and cab are
    seldom used by offices.
When it is wrong
    Zip archives are everyday things in Japanese offices.
Example
    「注文書.rar」
"""

from collections.abc import Iterator

from mayoke.mail.signals.attached_files import ARCHIVES, attachments, extension, name_evidence
from mayoke.mail.signals.context import Context
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="archive_attachment",
    speaks_for="scam",
    looks_at="attachments",
    kinds=("takeover_malware",),
    ja="圧縮ファイル「{file}」が添付されています。中に危ないファイルが隠されていることがあります。",
    en="A packed file (“{file}”) is attached; such files may hide something harmful.",
)


def find(ctx: Context) -> Iterator[Signal]:
    """The first such attachment."""
    for attachment in attachments(ctx):
        if extension(attachment.name) in ARCHIVES:
            yield Signal(SIGNAL.id, name_evidence(attachment), {"file": attachment.name})
            return
