"""What a text says once all that changes from one mail of a campaign to the next is masked."""

from functools import cache

import ahocorasick_rs
import re2

from mayoke.records.message import Body, Message
from mayoke.registry.load import load
from mayoke.text.fold import fold_plain
from mayoke.text.links import find_urls
from mayoke.text.name_spans import find_names
from mayoke.text.personal import mail_addresses

TEXT_MAX = 20_000
"""So many characters of all bodies together are looked at."""
_NAMES_MAX = 6_000
_GREETING_MAX = 40
_MARK = " \ue000 "
"""Stands for whatever was masked; a private character that no writer uses."""
_ADDRESSED = ("様", "さま", "さん", "殿", "御中", "各位")
_HAILS = ("dear ", "hi ", "hello ", "hey ", "good morning", "good day", "attn")
_CALLED = re2.compile(r"[\p{Han}々ァ-ヶーa-z0-9@._\-]{1,24}(?:様|さま)")
_NUMBER = re2.compile(r"[a-z0-9]*[0-9][a-z0-9,.:/\-]*")
_WORD = re2.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}ー々]|[\p{L}\p{M}]+")
_RUN = 5
"""Japanese: so many characters in a row are one piece of wording."""
_WORDS = 3
"""Elsewhere: so many words in a row."""


def pieces(message: Message) -> list[str]:
    """The wording in pieces: runs of five characters (Japanese) or of three words, each once.

    Links, addresses, numbers, brands' names, names of senders, organisations and people addressed
    are masked; what HTML hides from a reader is left out.
    """
    names = _names(message)
    texts = [message.subject, *(body.text for body in _shown(message.bodies))]
    tokens: list[str] = []
    left = TEXT_MAX
    for text in texts:
        tokens += _WORD.findall(masked(text[:left], names))
        left -= min(left, len(text))
    return _runs(tokens)


def _runs(tokens: list[str]) -> list[str]:
    japanese = sum(word >= "\u3041" for word in tokens)
    size = _RUN if 2 * japanese > len(tokens) else _WORDS
    last = max(len(tokens) - size, 0) + 1 if tokens else 0
    return list(dict.fromkeys(" ".join(tokens[at : at + size]) for at in range(last)))


def masked(text: str, names: tuple[str, ...] = ()) -> str:
    """The folded text with a mark in place of everything that changes. ``names``: folded."""
    text = _without(text, mail_addresses(text))
    text = _without(text, find_urls(text, bare=True))
    lines = (_MARK if _greets(line) else line for line in text.splitlines())
    folded = fold_plain("\n".join(lines))
    for name in names:
        folded = _without(folded, _places(folded, name))
    folded = _without(folded, [(start, end) for _, start, end in _brand_places(folded)])
    spans = [(span.start, span.end) for span in find_names(folded[:_NAMES_MAX])]
    folded = _without(folded, spans)
    folded = _CALLED.sub(_MARK, folded)
    return str(_NUMBER.sub(" ", folded))


def _shown(bodies: tuple[Body, ...]) -> tuple[Body, ...]:
    """The HTML bodies where there are any: a plain twin often holds other words."""
    html = tuple(body for body in bodies if body.html and body.text.strip())
    return html or bodies


def _names(message: Message) -> tuple[str, ...]:
    """Names of sender and recipient, folded, longest first."""
    names: set[str] = set()
    for address in (*message.from_[:4], *message.to[:4]):
        for name in (address.name, address.local, address.domain):
            folded = fold_plain(name[:80]).strip()
            if len(folded) > 2 or (len(folded) == 2 and not folded.isascii()):
                names.add(folded)
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def _greets(line: str) -> bool:
    """Is the line nothing but a greeting with a name?"""
    short = line.strip().rstrip(",、。!:：，").lower()
    if not short or len(short) > _GREETING_MAX:
        return False
    return short.endswith(_ADDRESSED) or short.startswith(_HAILS)


def _places(text: str, name: str) -> list[tuple[int, int]]:
    """Where the name stands, but not inside a longer Latin word ("info" in "information")."""
    spans: list[tuple[int, int]] = []
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if _whole(text, at, end):
            spans.append((at, end))
        at = text.find(name, end)
    return spans


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    out: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if start >= at:
            out += (text[at:start], _MARK)
            at = end
    return "".join((*out, text[at:]))


@cache
def _brands() -> ahocorasick_rs.AhoCorasick:
    names = [name for name, _, _ in load().brand_names]
    return ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)


def _brand_places(folded: str) -> list[tuple[int, int, int]]:
    hits = _brands().find_matches_as_indexes(folded)
    return [hit for hit in hits if _whole(folded, hit[1], hit[2])]


def brands_in(text: str) -> frozenset[str]:
    """Slugs of the brands that a short text names; names that are ordinary words do not count."""
    names = load().brand_names
    found = (names[at] for at, _, _ in _brand_places(fold_plain(text)))
    return frozenset(slug for _, slug, mode in found if mode != "weak")


def _whole(text: str, start: int, end: int) -> bool:
    """Latin letters never continue a Latin name."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    inside = (_latin(before) and _latin(text[start])) or (_latin(after) and _latin(text[end - 1]))
    return not inside


def _latin(ch: str) -> bool:
    return ch.isascii() and ch.isalnum()
