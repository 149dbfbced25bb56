"""A verdict for people."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import click

from mayoke.doors.cli.terminal import defang, defang_host, plain, width, wrap
from mayoke.doors.say import words
from mayoke.doors.say.shapes import shorten
from mayoke.publish.show.evidence import sides
from mayoke.records.verdict import Sentence, Verdict, VerdictWord, Weighed

REASONS = 6
AGAINST = 3

_COLOUR: dict[VerdictWord, str] = {
    "scam": "red",
    "junk": "yellow",
    "clean": "green",
    "unsure": "cyan",
}


@dataclass(frozen=True, slots=True)
class Page:
    """How to write: language, columns, colour."""

    lang: Literal["ja", "en"]
    columns: int = 78
    colour: bool = False

    def say(self, sentence: Sentence) -> str:
        """The sentence in the page's language, fit for a terminal."""
        return defang(plain(sentence.ja if self.lang == "ja" else sentence.en))

    def style(self, text: str, colour: str | None = None) -> str:
        """Bold, and coloured, where colour is wanted."""
        return click.style(text, fg=colour, bold=True) if self.colour else text

    def para(self, text: str, first: str, rest: str = "") -> str:
        """A paragraph whose further lines stand below the words of the first."""
        return wrap(text, first, rest or " " * width(first), self.columns)

    def title(self, sentence: Sentence) -> str:
        """A heading after an empty line."""
        mark = "■ " if self.lang == "ja" else "# "
        return "\n" + self.style(mark + self.say(sentence))


def render(verdict: Verdict, page: Page, kind: Sentence | None) -> str:
    """The whole answer, ending in a line break. ``kind`` is the kind's name, if it has one."""
    blocks = [
        _head(verdict, page),
        *_facts(verdict, page, kind),
        *_reasons(verdict, page),
        *_gaps(verdict, page),
        *(_list(page, words.CHANGE, verdict.would_change) if verdict.verdict == "unsure" else ()),
        *_advice(verdict, page),
    ]
    return "\n".join(blocks) + "\n"


def line(verdict: Verdict, source: str, page: Page) -> str:
    """One message on one line, for many messages."""
    share = _share(verdict)
    first = next(iter(sides(verdict)[0]), None)
    reason = f"  {shorten(page.say(first.says), 100)}" if first else ""
    short = page.say(words.SHORT[verdict.verdict])
    mark = page.style(f"{words.SIGN[verdict.verdict]} {short}", _COLOUR[verdict.verdict])
    return f"{mark} {words.percent(share, page.lang)}  {plain(source)}{reason}"


def _head(verdict: Verdict, page: Page) -> str:
    text = f"{words.SIGN[verdict.verdict]} {page.say(words.HEADLINE[verdict.verdict])}"
    return page.style(text, _COLOUR[verdict.verdict])


def _facts(verdict: Verdict, page: Page, kind: Sentence | None) -> Iterator[str]:
    if kind is not None and verdict.verdict in ("scam", "unsure"):
        yield _fact(page, words.KIND, page.say(kind))
    if verdict.brand is not None:
        name = verdict.brand[1 if page.lang == "ja" else 2]
        label = words.BRAND_CLEAN if verdict.verdict == "clean" else words.BRAND
        yield _fact(page, label, plain(name))
    for which, share in _shown_shares(verdict):
        left, right = "（）" if page.lang == "ja" else (" (", ")")
        text = page.say(words.likely(share)) + left + words.percent(share, page.lang) + right
        yield _fact(page, words.CHANCE_OF[which], text)
    if verdict.unwrapped != "none":
        yield page.para(page.say(words.UNWRAPPED), "  ")
        if verdict.carrier:
            yield _fact(page, words.CARRIER, shorten(defang(plain(verdict.carrier))))


def _fact(page: Page, label: Sentence, text: str) -> str:
    colon = "：" if page.lang == "ja" else ": "
    return page.para(f"{page.say(label)}{colon}{text}", "  ", "    ")


def _shown_shares(verdict: Verdict) -> Iterator[tuple[str, float]]:
    odds = verdict.probabilities
    if verdict.verdict == "junk":
        yield "junk", odds.junk
    elif verdict.verdict == "clean":
        yield "clean", odds.clean
    if verdict.verdict != "junk":
        yield "scam", odds.scam


def _share(verdict: Verdict) -> float:
    odds = verdict.probabilities
    return {"junk": odds.junk, "clean": odds.clean}.get(verdict.verdict, odds.scam)


def _reasons(verdict: Verdict, page: Page) -> Iterator[str]:
    title = words.SEEN if verdict.verdict == "unsure" else words.WHY
    yield from _evidence(page, title, sides(verdict)[0], REASONS)
    yield from _evidence(page, words.AGAINST, sides(verdict)[1], AGAINST)


def _evidence(page: Page, title: Sentence, found: Sequence[Weighed], most: int) -> Iterator[str]:
    if not found:
        return
    yield page.title(title)
    for weighed in found[:most]:
        yield page.para(page.say(weighed.says), _dot(page))
        yield _quote(page, weighed)
    if len(found) > most:
        yield f"  {page.say(words.MORE).format(n=len(found) - most)}"


def _quote(page: Page, weighed: Weighed) -> str:
    part = weighed.evidence.part
    quote = shorten(plain(weighed.evidence.quote))
    quote = defang_host(quote) if ":link:" in part else defang(quote)
    where = page.say(words.place(part))
    text = f"{where}「{quote}」" if page.lang == "ja" else f'{where}: "{quote}"'
    return page.para(text, "      ")


def _gaps(verdict: Verdict, page: Page) -> Iterator[str]:
    whys = dict.fromkeys(defang(plain(gap.why)) for gap in verdict.gaps)
    if whys:
        yield page.title(words.GAPS)
        yield from (page.para(why, _dot(page)) for why in whys)


def _list(page: Page, title: Sentence, sentences: Iterable[Sentence]) -> Iterator[str]:
    lines = [page.para(page.say(sentence), _dot(page)) for sentence in sentences]
    if lines:
        yield page.title(title)
        yield from lines


def _advice(verdict: Verdict, page: Page) -> Iterator[str]:
    if verdict.advice:
        yield page.title(words.ADVICE)
    for number, sentence in enumerate(verdict.advice, 1):
        yield page.para(page.say(sentence), f"  {number}. ")


def _dot(page: Page) -> str:
    return "  ・" if page.lang == "ja" else "  - "
