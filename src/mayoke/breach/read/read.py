"""Reads a document that was handed in: text, web page or PDF."""

import hashlib
import re
from dataclasses import replace
from datetime import date

from mayoke.breach.read.page import read_page
from mayoke.breach.read.pdf import read_pdf
from mayoke.breach.read.plain import decoded, lines_within
from mayoke.records.errors import EmptyInput, TooLarge, UnsupportedInput
from mayoke.records.gap import Gap
from mayoke.records.notice import MediaType, Notice, NoticeContext

SIZE_MAX = 25_000_000
"""Bytes of a document."""
TEXT_MAX = 100_000
"""Code points that are kept: about sixty pages."""

_HTML = re.compile(
    "<(?:!doctype\\s{1,5}html|html|head|body|title|meta|table|div|article|section|main|p|h[1-6]|br|ul"
    "|ol|dl|pre|span|font|center|strong|blockquote)[\\s/>]",
    re.IGNORECASE,
)
_FORMS = (
    (b"PK\x03\x04", "a Word, Excel or zip file", "Word、Excel、またはzipのファイル"),
    (b"\xd0\xcf\x11\xe0", "a Word, Excel or Outlook file", "Word、Excel、またはOutlookのファイル"),
    (b"\x89PNG", "a picture", "画像"),
    (b"\xff\xd8\xff", "a picture", "画像"),
    (b"GIF8", "a picture", "画像"),
    (b"BM", "a picture", "画像"),
    (b"II*\x00", "a picture", "画像"),
    (b"MM\x00*", "a picture", "画像"),
    (b"RIFF", "a picture or a film", "画像か動画"),
    (b"\x1f\x8b", "a packed file", "圧縮ファイル"),
    (b"7z\xbc\xaf", "a packed file", "圧縮ファイル"),
    (b"Rar!", "a packed file", "圧縮ファイル"),
    (b"{\\rtf", "a Word file (RTF)", "Wordのファイル（RTF）"),
)
_READ = "text (.txt), web pages (.html) and PDF are read"
_READ_JA = "読めるのは、文章（.txt）、ウェブページ（.html）、PDFです"
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1b"))
_DATE = re.compile("((?:19|20)[0-9]{2})-?([01][0-9])-?([0-3][0-9])")


def read(
    data: bytes | str, context: NoticeContext | None = None, *, media_type: str | None = None
) -> Notice:
    """What a reader sees of a document, with its title, address and date where it tells them.

    ``media_type`` is believed when it is one of the three of ``Notice``; else the content decides.
    Raises EmptyInput, TooLarge (more than 25 MB) and UnsupportedInput (another form, a locked PDF,
    a scan), each with one line that says what to do.
    """
    context = context or NoticeContext()
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else bytes(data)
    if len(raw) > SIZE_MAX:
        raise TooLarge("the document is larger than 25 MB: hand in only its text")
    if not raw.strip():
        raise EmptyInput("the document is empty")
    digest = hashlib.sha256(raw).hexdigest()
    kind = _kind(data, raw, media_type)
    if kind == "application/pdf":
        return _from_pdf(raw, digest, context)
    if isinstance(data, bytes):
        _refuse_other_forms(raw)
    text, cut = decoded(data)
    kind = kind or ("text/html" if _looks_like_html(text) else "text/plain")
    if kind == "text/html":
        return _from_page(text, digest, context, cut=cut)
    text, more = lines_within(text, TEXT_MAX)
    notice = Notice(text, "text/plain", digest, context, (0, len(text)))
    return _whole(notice, cut=cut or more)


def _kind(data: bytes | str, raw: bytes, media_type: str | None) -> MediaType | None:
    """The form by what it begins with, or by what it is said to be."""
    if isinstance(data, bytes) and b"%PDF-" in raw[:1024]:
        return "application/pdf"
    said = (media_type or "").split(";")[0].strip().lower()
    if said in ("text/html", "application/xhtml+xml"):
        return "text/html"
    return "text/plain" if said == "text/plain" else None


def _refuse_other_forms(raw: bytes) -> None:
    for start, name, ja in _FORMS:
        if raw.startswith(start) and (start != b"BM" or b"\0" in raw[:64]):
            raise UnsupportedInput(f"this is {name}: {_READ}", f"{ja}です。{_READ_JA}")
    head = raw[:4000]
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_utf16(head):
        return
    if len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 20:
        raise UnsupportedInput(f"this is no text: {_READ}", f"文章ではありません。{_READ_JA}")


def _is_utf16(head: bytes) -> bool:
    """Is every other byte of ASCII characters zero?"""
    return head[1::2].count(0) > len(head) // 20 > 4 * head[::2].count(0) or (
        head[::2].count(0) > len(head) // 20 > 4 * head[1::2].count(0)
    )


def _looks_like_html(text: str) -> bool:
    head = text[:4000].lstrip("\ufeff \t\r\n\u3000")
    if head[:1] == "<" and _HTML.search(head[:2000]):
        return True
    return len(_HTML.findall(head)) >= 4


def _from_page(html: str, digest: str, context: NoticeContext, *, cut: bool) -> Notice:
    page = read_page(html)
    context = NoticeContext(
        context.title or page.head.title,
        context.url or page.head.url,
        context.site_name or page.head.site_name,
        context.published or _date(page.head.published) or _date(page.time),
    )
    text, more = lines_within(page.text, TEXT_MAX)
    notice = Notice(text, "text/html", digest, context, page.main)
    return _whole(notice, cut=cut or page.cut or more)


def _from_pdf(raw: bytes, digest: str, context: NoticeContext) -> Notice:
    pdf = read_pdf(raw)
    text, more = lines_within(pdf.text, TEXT_MAX)
    notice = Notice(text, "application/pdf", digest, context, (0, len(text)))
    return _whole(notice, cut=pdf.cut or more)


def _whole(notice: Notice, *, cut: bool) -> Notice:
    """The notice with its gap; raises EmptyInput if it holds no words."""
    if not notice.text.strip(" \t\n\u3000\ufeff\u200b\u00a0"):
        if cut:
            raise UnsupportedInput(
                "its beginning holds no words, and it is too large to read on: hand in only its text",
                "初めのほうに文章がなく、大きすぎて先を読めません。文章の部分だけを渡してください",
            )
        raise EmptyInput("the document holds no words")
    size = len(notice.text)
    return replace(
        notice,
        main=(min(notice.main[0], size), min(notice.main[1], size)),
        gaps=(Gap("text", "limit-reached"),) if cut else (),
    )


def _date(stated: str | None) -> date | None:
    """The day of an ISO 8601 time, as the page writes it."""
    found = _DATE.match(stated.strip()) if stated else None
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
