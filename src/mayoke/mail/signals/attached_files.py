"""What attachments are called, and what they really are."""

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.views import whole
from mayoke.records.evidence import Evidence
from mayoke.records.message import Attachment

_MOST = 50
_NAME_LIMIT = 300

_PROGRAMS = """
exe scr com pif bat cmd msi msp msix appx ps1 psm1 vbs vbe js jse wsf wsh hta lnk url cpl jar reg
inf iso img vhd vhdx one chm apk ipa dll sys scf desktop library-ms search-ms settingcontent-ms ace
gadget application xll wll ppam xlam sct msc mht
"""
_ARCHIVES = "zip rar 7z cab arj lzh z r00 uue"
_MACROS = "docm dotm xlsm xltm xlsb pptm potm ppsm sldm"
_OFFICE = "doc docx rtf xls xlsx ppt pptx csv odt ods odp"

PROGRAMS = frozenset(_PROGRAMS.split())
"""Files that run, or open something that runs, when they are double-clicked."""

WEB_PAGES = frozenset({"html", "htm", "shtml", "xhtml", "xht", "svg", "mhtml"})

ARCHIVES = frozenset(_ARCHIVES.split())

MACRO_NAMES = frozenset(_MACROS.split())
"""Office documents that may hold macros, by their name (ECMA-376 part 4)."""

OFFICE = frozenset(_OFFICE.split()) | MACRO_NAMES

_MAGIC = (
    (b"%PDF", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"MSCF", "cab"),
    (b"**ACE**", "ace"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "shortcut"),
    (b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d", "onenote"),
    (b"ITSF", "help"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"{\\rt", "rtf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
)
_HTML_STARTS = (b"<!doctype html", b"<html", b"<script", b"<head", b"<body", b"<svg", b"<hta:")


def attachments(ctx: Context) -> tuple[Attachment, ...]:
    """The attachments, at most 50."""
    return ctx.message.attachments[:_MOST]


def extension(name: str) -> str:
    """What stands behind the last dot, in lower case: ``Bill.PDF .exe `` → ``exe``."""
    stem, dot, last = name[-_NAME_LIMIT:].rstrip(" .\u3000").rpartition(".")
    return last.strip().lower() if dot and stem else ""


def earlier_extension(name: str) -> str:
    """The extension before the last one: ``bill.pdf.exe`` → ``pdf``."""
    stem = name[-_NAME_LIMIT:].rstrip(" .\u3000").rpartition(".")[0]
    return extension(stem)


def kind(head: bytes) -> str:
    """What a file is by its first bytes; empty when unknown."""
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    start = head[:256].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "html" if start.startswith(_HTML_STARTS) else ""


def name_evidence(attachment: Attachment) -> Evidence:
    """The file name."""
    return whole(f"{attachment.part}:name", attachment.name)


def is_picture(attachment: Attachment) -> bool:
    """Is it sent as a picture?"""
    return attachment.content_type.lower().startswith("image/") and "svg" not in (
        attachment.content_type.lower()
    )
