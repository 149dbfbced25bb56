"""The text layer of a PDF document, lines joined, without what is repeated on every page."""

import threading
from dataclasses import dataclass

from pypdfium2 import (  # type: ignore[import-untyped]
    PdfDocument,
    PdfiumError,
    PdfTextPage,
)

from mayoke.breach.read.leaves import Leaf, text_of
from mayoke.records.errors import UnsupportedInput

PAGES_MAX = 60
TEXT_MAX = 100_000
_PAGE_MAX = 20_000
_LINES_MAX = 400
_LOCK = threading.Lock()
"""PDFium keeps global state and must not run in two threads at once."""


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text, and whether pages or words were left out."""

    text: str
    cut: bool


def read_pdf(data: bytes) -> PdfText:
    """Read the text of a PDF; raises UnsupportedInput where there is none to be read.

    At most 60 pages and 20,000 characters of each. What PDFium does while it unpacks a page is
    not bounded in time from here.
    """
    with _LOCK:
        pages, cut = _pages(data)
    text = text_of(pages)
    if not text.strip():
        raise UnsupportedInput(
            "this PDF holds only a picture of the notice: "
            "hand in its text, or a PDF whose words can be selected",
            "このPDFは画像だけです。文章をそのまま渡すか、文字を選べるPDFを渡してください",
        )
    return PdfText(text[:TEXT_MAX], cut or len(text) > TEXT_MAX)


def _pages(data: bytes) -> tuple[list[list[Leaf]], bool]:
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        raise _refusal(error) from None
    try:
        count = len(document)
        pages: list[list[Leaf]] = []
        size, cut = 0, count > PAGES_MAX
        for index in range(min(count, PAGES_MAX)):
            leaves, whole = _page(document, index)
            pages.append(leaves)
            cut = cut or not whole
            size += sum(len(leaf.text) for leaf in leaves)
            if size > TEXT_MAX:
                cut = True
                break
        return pages, cut
    finally:
        document.close()


def _page(document: PdfDocument, index: int) -> tuple[list[Leaf], bool]:
    """The lines of a page, none if it is broken; and are these all?"""
    try:
        page = document[index]
        try:
            words = page.get_textpage()
            try:
                count = words.count_chars()
                text = words.get_text_range(0, min(count, _PAGE_MAX))
                return _leaves(words, text, count), count <= _PAGE_MAX
            finally:
                words.close()
        finally:
            page.close()
    except PdfiumError:
        return [], True


def _leaves(words: PdfTextPage, text: str, count: int) -> list[Leaf]:
    """The lines with the places of their edges."""
    found: list[Leaf] = []
    at = 0
    for line in text.split("\r\n"):
        core = line.strip()
        if core:
            first = at + len(line) - len(line.lstrip())
            last = first + len(core) - 1
            if last < count and len(found) < _LINES_MAX:
                left, bottom, _, top = words.get_charbox(first, loose=True)
                right = words.get_charbox(last, loose=True)[2]
                found.append(Leaf(line.rstrip(), left, right, abs(top - bottom)))
            else:
                found.append(Leaf(line.rstrip()))
        at += len(line) + 2
    return found


def _refusal(error: PdfiumError) -> UnsupportedInput:
    words = str(error).lower()
    if "password" in words or "security" in words:
        return UnsupportedInput(
            "this PDF is locked with a password: save it without one, or hand in its text",
            "このPDFにはパスワードがかかっています。外して保存し直すか、文章をそのまま渡してください",
        )
    return UnsupportedInput(
        "this PDF is damaged and cannot be read: save it again, or hand in its text",
        "このPDFは壊れていて読めません。保存し直すか、文章をそのまま渡してください",
    )
