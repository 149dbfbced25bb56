"""Tests of the day of the announcement, on every specimen of the folder."""

import json
from datetime import date
from pathlib import Path

import pytest

from mayoke.breach.dates.resolve import resolve
from mayoke.breach.read.layout import lay_out
from mayoke.breach.read.read import read
from mayoke.records.notice import NoticeContext

FOLDER = Path(__file__).parents[2] / "specimens" / "facts" / "notice_date"
SPECIMENS = sorted(FOLDER.glob("*.txt"))


def specimen(path: Path) -> tuple[str, NoticeContext]:
    """The text of a specimen and what its first lines tell of the page."""
    text = path.read_text(encoding="utf-8")
    if not text.startswith("# "):
        return text, NoticeContext()
    head, _, body = text.partition("\n\n")
    told = dict(line[2:].split(": ", 1) for line in head.splitlines())
    published = date.fromisoformat(told["published"]) if "published" in told else None
    return body, NoticeContext(told.get("title"), told.get("url"), told.get("site"), published)


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda path: path.stem)
def test_every_specimen(path: Path) -> None:
    text, context = specimen(path)
    reading = resolve(lay_out(read(text, context)))
    told = reading.told
    found = {"date": told.date, "basis": told.basis, "document_date": told.document_date}
    assert found == json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    if told.span is not None:
        assert reading.quote(*told.span).quote in text


def test_some_specimens_yield_and_some_nearly_do() -> None:
    assert {path.stem.startswith("nearly") for path in SPECIMENS} == {True, False}
