"""A file name that pretends to be another kind of file.

What it sees
    Two endings, the first harmless (.pdf, .docx, .jpg …), the second a program or a web page, in
    an attachment or inside an attached archive; spaces between them do not hide it.
Why it matters
    Windows hides the last ending by default: the reader sees a document and starts a program.
When it is wrong
    Hardly ever; pages saved from a browser are sometimes called .pdf.html.
Example
    「請求書.pdf.exe」
"""

from collections.abc import Iterator

from mayoke.mail.signals.attached_files import (
    OFFICE,
    PROGRAMS,
    WEB_PAGES,
    attachments,
    earlier_extension,
    extension,
    name_evidence,
)
from mayoke.mail.signals.context import Context
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="double_extension",
    speaks_for="scam",
    looks_at="attachments",
    kinds=("takeover_malware", "phishing"),
    ja="「{file}」は .{shown} のファイルに見えますが、本当は .{real} という別の種類のファイルです。",
    en="“{file}” looks like a .{shown} file but is really a .{real} file.",
)

_HARMLESS = OFFICE | {
    "pdf",
    "jpg",
    "jpeg",
    "png",
    "gif",
    "txt",
    "mp3",
    "mp4",
    "wav",
    "bmp",
    "xml",
    "zip",
}
_HARMFUL = (PROGRAMS | WEB_PAGES) - {"url", "com"}


def find(ctx: Context) -> Iterator[Signal]:
    """Every such name."""
    for attachment in attachments(ctx):
        for name in (attachment.name, *attachment.members):
            shown, real = earlier_extension(name), extension(name)
            if shown in _HARMLESS and real in _HARMFUL:
                values = {"file": name, "shown": shown, "real": real}
                yield Signal(SIGNAL.id, name_evidence(attachment), values)
                break
