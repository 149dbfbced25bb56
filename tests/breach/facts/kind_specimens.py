"""Own notices with what a fact must give, for the tests of kind, parts, periods and delay."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from mayoke.breach.counted import count
from mayoke.breach.dates.resolve import resolve
from mayoke.breach.read.layout import lay_out
from mayoke.breach.read.read import read
from mayoke.breach.reading import Part, Reading
from mayoke.records.notice import NoticeContext

_FACTS = Path(__file__).parents[2] / "specimens" / "facts"


def names(fact: str) -> list[str]:
    """The specimens of a fact."""
    return sorted(path.stem for path in (_FACTS / fact).glob("*.txt"))


def specimen(fact: str, name: str) -> tuple[Reading, Any]:
    """The reading of a specimen, and what must be found in it."""
    text = (_FACTS / fact / f"{name}.txt").read_text(encoding="utf-8")
    head: dict[str, str] = {}
    while text.startswith("# "):
        line, _, text = text.partition("\n")
        key, _, value = line[2:].partition(": ")
        head[key] = value
    expected = json.loads((_FACTS / fact / f"{name}.json").read_text(encoding="utf-8"))
    return reading(text.removeprefix("\n"), **head), expected


def reading(text: str, **head: str) -> Reading:
    """A text, laid out with its dates and numbers."""
    context = NoticeContext(
        title=head.get("title"),
        url=head.get("url"),
        site_name=head.get("site"),
        published=date.fromisoformat(head["published"]) if "published" in head else None,
    )
    return count(resolve(lay_out(read(text, context))))


def whole(found: Reading) -> Part:
    """The part that holds everything."""
    return Part(((0, len(found.text)),))
