"""An attached file that is not what its name says.

What it sees
    The first bytes of an attachment show another kind of file than its ending: a program called
    .pdf, a web page called .xlsx, an archive called .jpg.
Why it matters
    A false ending leads reader and filter astray.
When it is wrong
    Business programs save web pages, text or new Office files as .xls and .doc; those are let
    pass.
Example
    「明細.pdf」 that begins as a zip archive.
"""

from collections.abc import Iterator

from mayoke.mail.signals.attached_files import attachments, extension, kind, name_evidence
from mayoke.mail.signals.context import Context
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="attachment_type_differs_from_name",
    speaks_for="scam",
    looks_at="attachments",
    kinds=("takeover_malware", "phishing"),
    ja="添付の「{file}」は、名前は .{name} ですが、中身は別の種類のファイル（{real}）です。",
    en="The attached “{file}” is called .{name}, but is another kind of file ({real}).",
)

_PICTURES = frozenset({"png", "jpeg", "gif", "bmp"})
_NEW_OFFICE = frozenset({"zip", "ole"})  # encrypted new documents are OLE files
_OLD_OFFICE = frozenset({"ole", "rtf", "zip", "html"})
_MAY_BE = {
    "pdf": frozenset({"pdf"}),
    **dict.fromkeys(("jpg", "jpeg", "png", "gif", "bmp"), _PICTURES),
    **dict.fromkeys(("docx", "xlsx", "pptx", "docm", "xlsm", "pptm"), _NEW_OFFICE),
    **dict.fromkeys(("doc", "xls", "ppt"), _OLD_OFFICE),
    **dict.fromkeys(("txt", "csv", "mp3", "mp4", "wav"), frozenset({"html", "gzip"})),
    "zip": frozenset({"zip"}),
}


def find(ctx: Context) -> Iterator[Signal]:
    """Every such attachment."""
    for attachment in attachments(ctx):
        name = extension(attachment.name)
        if name in _MAY_BE:
            real = kind(attachment.head)
            if real and real not in _MAY_BE[name]:
                values = {"file": attachment.name, "name": name, "real": real}
                yield Signal(SIGNAL.id, name_evidence(attachment), values)
