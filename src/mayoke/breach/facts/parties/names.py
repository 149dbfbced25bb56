"""Where the operator's name is looked for: its own words, news about it, title and frame."""

import re
from dataclasses import dataclass
from typing import Literal

from mayoke.breach.facts.frame import frame_names, is_name, is_press, title_pieces
from mayoke.breach.facts.parties.news_subject import news_subjects, runs
from mayoke.breach.facts.parties.own_words import described
from mayoke.breach.facts.parties.roles import is_nobody
from mayoke.breach.facts.parties.signature import dated, labelled, signed, unformed
from mayoke.breach.facts.spacing import gaps, located
from mayoke.breach.reading import Reading
from mayoke.records.incident import Located
from mayoke.text.fold import fold_plain
from mayoke.text.name_spans import NameSpan, find_names
from mayoke.text.names import has_legal_form, is_organisation_noun, plain_name

From = Literal["text", "page_title", "page_frame", "url"]


@dataclass(frozen=True, slots=True)
class Told:
    """A name with where it was read; ``quote`` is None for a name of the title."""

    value: str
    source: From
    quote: Located | None


def signature(reading: Reading, own: list[NameSpan], others: set[str]) -> Told | None:
    """The name in the signature: with a label, with a legal form, of a city, of a shop."""
    gap = gaps(reading)
    for rule in (labelled(reading, own), signed(reading, own), unformed(reading, gap)):
        for start, end in rule:
            if _acceptable(reading.text[start:end], others):
                return from_text(reading, start, end)
    known = {plain_name(piece) for piece in title_pieces(reading)}
    known |= {plain_name(one.name) for one in frame_names(reading)}
    known.add(plain_name(reading.notice.context.site_name or ""))
    for start, end, led in dated(reading, gap):
        words = reading.text[start:end]
        quoted = f"「{words}」" in reading.text[: reading.main[1]]
        if (led or quoted or plain_name(words) in known) and _acceptable(words, others):
            return from_text(reading, start, end)
    return None


def spoken(reading: Reading, own: list[NameSpan], others: set[str]) -> Told | None:
    """Names the notice speaks of as of itself: subject of its first sentences, its desk."""
    for start, end in described(reading, own):
        if _acceptable(reading.text[start:end], others):
            return from_text(reading, start, end)
    return None


def in_news(reading: Reading, own: list[NameSpan], others: set[str]) -> Told | None:
    """Of whom an article tells; never the paper, the blog or its author."""
    for rule in (runs(reading, own), news_subjects(reading, own), signed(reading, own)):
        for start, end in rule:
            words = reading.text[start:end]
            if _acceptable(reading.text[start:end], others) and not is_press(words):
                return from_text(reading, start, end)
    title = reading.notice.context.title or ""
    for piece in title_pieces(reading):
        if has_legal_form(piece) and not is_press(piece):
            return _from_beside(piece, "page_title", None)
    folded = fold_plain(title)
    for span in find_names(folded):
        words = folded[span.start : span.end]
        if is_press(words) or words in others:
            continue
        at = reading.text.find(words, *reading.main)
        if at >= 0:
            return from_text(reading, at, at + len(words))
        if span.start == 0 and words in title.lower():
            at = title.lower().index(words)
            return _from_beside(title[at : at + len(words)], "page_title", None)
    return _lone(reading, own)


def run_by(reading: Reading, own: list[NameSpan], others: set[str]) -> Told | None:
    """The company that a bracket names as running the site, where nothing else is known."""
    for start, end in runs(reading, own):
        if _acceptable(reading.text[start:end], others):
            return from_text(reading, start, end)
    return None


def beside(reading: Reading, others: set[str]) -> Told | None:
    """The name in the frame or the title; the text's own spelling where it stands there too."""
    frames = [one for one in frame_names(reading) if not is_press(one.name)]
    titles = [piece for piece in title_pieces(reading) if not is_press(piece)]
    site = reading.notice.context.site_name
    firm = [p for p in titles if has_legal_form(p) or is_organisation_noun(p)]
    for piece in (*firm, *titles):
        if fold_plain(piece) in others:
            continue
        at = _standing(reading, piece)
        if at is not None:
            return from_text(reading, *at)
    for one in frames:
        if plain_name(one.name) and not is_nobody(fold_plain(one.name)):
            quote = located(reading, *one.span) if one.span else None
            return _from_beside(one.name, "page_frame", quote)
    for piece in (*firm, *titles):
        if not is_nobody(fold_plain(piece)) and fold_plain(piece) not in others:
            return _from_beside(piece, "page_title", None)
    if site and is_name(site) and not is_press(site) and not is_nobody(fold_plain(site)):
        return _from_beside(site, "page_frame", None)
    return None


def _standing(reading: Reading, name: str) -> tuple[int, int] | None:
    """Where a name of the title stands in the notice as a word of its own."""
    words = fold_plain(name)
    if len(words) < 3:
        return None
    for found in re.finditer(re.escape(words), reading.text[: reading.main[1]]):
        if found.start() < reading.main[0]:
            continue
        left = reading.text[max(found.start() - 1, 0) : found.start()]
        if not re.match(r"[ァ-ヺー一-鿿a-z0-9]", left):
            return found.span()
    return None


def heading(reading: Reading, others: set[str]) -> Told | None:
    """A company that begins or ends the title: 株式会社X …のお詫び, … のお詫び(株式会社X)."""
    title = reading.notice.context.title or ""
    folded = fold_plain(title)
    if reading.kind == "processor_client_notice" or len(folded) != len(title):
        return None
    for span in find_names(folded):
        words = folded[span.start : span.end]
        rest = folded[span.end :]
        ends = span.start > 0 and folded[span.start - 1] == "(" and rest.strip() == ")"
        begins = span.start == 0 and not re.match(r"(?:へ|に|で|から|の|を)", rest)
        if (ends or begins) and words not in others and not is_nobody(words):
            return _from_beside(title[span.start : span.end], "page_title", None)
    return None


def in_full(reading: Reading, told: Told, own: list[NameSpan]) -> Told:
    """The same name with its legal form, where the notice, its frame or its title has it."""
    if has_legal_form(told.value):
        return told
    core = plain_name(told.value)
    for span in own[:200]:
        if plain_name(reading.text[span.start : span.end]) == core:
            return from_text(reading, span.start, span.end)
    for one in frame_names(reading):
        # What the foot says of rights and licences is no signature.
        if one.span is None or one.span[0] >= reading.main[0]:
            continue
        if has_legal_form(one.name) and plain_name(one.name) == core:
            return _from_beside(one.name, "page_frame", located(reading, *one.span))
    for piece in title_pieces(reading):
        if has_legal_form(piece) and plain_name(piece) == core:
            return _from_beside(piece, "page_title", None)
    return told


def _lone(reading: Reading, own: list[NameSpan]) -> Told | None:
    """The only company that the notice names, if it names it more than once."""
    text = reading.text
    distinct = {plain_name(text[span.start : span.end]) for span in own}
    if len(distinct) == 1 and len(own) > 1 and not is_nobody(text[own[0].start : own[0].end]):
        return from_text(reading, own[0].start, own[0].end)
    return None


def _acceptable(words: str, others: set[str]) -> bool:
    return words not in others and not is_nobody(words) and bool(plain_name(words))


def from_text(reading: Reading, start: int, end: int) -> Told:
    """A name of the notice with its quotation."""
    found = located(reading, start, end)
    return Told(found.value, "text", found)


def _from_beside(name: str, source: From, quote: Located | None) -> Told:
    return Told(" ".join(name.split()) if name.isascii() else name.strip(), source, quote)
