"""Own notices with what a fact must give, for the tests of parties, sites, desks and fees."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from mayoke.breach.read.layout import lay_out
from mayoke.breach.read.read import read
from mayoke.breach.reading import Reading
from mayoke.records.incident import DocumentKind, Located
from mayoke.records.notice import NoticeContext

_FACTS = Path(__file__).parents[2] / "specimens" / "facts"
_KINDS: dict[str, DocumentKind] = {kind: kind for kind in get_args(DocumentKind)}


def names(fact: str) -> list[str]:
    """The specimens of a fact."""
    return sorted(path.stem for path in (_FACTS / fact).glob("*.txt"))


def specimen(fact: str, name: str) -> tuple[Reading, dict[str, Any]]:
    """The notice of a specimen, laid out, and what must be read from it."""
    text = (_FACTS / fact / f"{name}.txt").read_text(encoding="utf-8")
    head: dict[str, str] = {}
    while text.startswith("# "):
        line, _, text = text.partition("\n")
        key, _, value = line[2:].partition(": ")
        head[key] = value
    expected = json.loads((_FACTS / fact / f"{name}.json").read_text(encoding="utf-8"))
    return reading(text.removeprefix("\n"), **head), expected


def reading(
    text: str,
    *,
    kind: str = "operator_notice",
    title: str | None = None,
    url: str | None = None,
    site: str | None = None,
) -> Reading:
    """A notice laid out, of a kind that is known."""
    context = NoticeContext(title=title, url=url, site_name=site)
    return replace(lay_out(read(text, context)), kind=_KINDS[kind])


def assert_quoted(notice: Reading, found: tuple[Located, ...]) -> None:
    """Every value carries words that stand in the notice where they are said to stand."""
    assert found
    for one in found:
        quote = one.quote
        assert quote.quote
        assert notice.notice.text[quote.start : quote.end] == quote.quote
