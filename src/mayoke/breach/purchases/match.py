"""Which incidents a merchant's name may mean, why, and how sure that is."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from mayoke.breach.purchases import words
from mayoke.breach.purchases.kana import canon, spellings
from mayoke.breach.purchases.merchants import GENERIC, Printed, is_telling, read_printed, shorten
from mayoke.records.purchase import Certainty, NameMatch, Watched
from mayoke.records.verdict import Sentence
from mayoke.text.names import plain_name
from mayoke.text.url import parse

_LATIN_MIN: Final = 5
_LATIN_SURE: Final = 7
_CUT_MIN: Final = 8
_CUT_LIKELY: Final = 11
_CUT_MOST: Final = 20
_MARKET_NAMES: Final = """
rakuten.co.jp rakuten.ne.jp yahoo.co.jp amazon.co.jp amazon.com au.com wowma.jp google.com
facebook.com instagram.com twitter.com x.com note.com ameblo.jp prtimes.jp line.me
"""
_MARKETS: Final = frozenset(_MARKET_NAMES.split())
"""Many shops and writers live below these; the domain says nothing of which."""
_ORDER: Final[dict[Certainty, int]] = {"sure": 0, "likely": 1, "possible": 2}


@dataclass(frozen=True, slots=True)
class _Known:
    """A name or domain an incident goes by: as written, and how far it may be believed."""

    incident: str
    owner: str
    written: str
    most: Certainty


class Matcher:
    """The names of all watched incidents, ready to be looked up."""

    def __init__(self, watched: Iterable[Watched]) -> None:
        self._names: dict[str, list[_Known]] = defaultdict(list)
        self._short: dict[str, list[_Known]] = defaultdict(list)
        self._latin: dict[str, list[_Known]] = defaultdict(list)
        self._domains: dict[str, list[_Known]] = defaultdict(list)
        self._labels: dict[str, list[_Known]] = defaultdict(list)
        for one in watched:
            self._take_in(one)
        self._sorted = sorted(self._names)

    def find(self, merchant: str) -> tuple[NameMatch, ...]:
        """Every incident the name may mean, at most once each, the surest first."""
        printed = read_printed(merchant)
        best: dict[str, NameMatch] = {}
        for known, certainty, how in self._candidates(printed):
            held = max(certainty, known.most, key=_ORDER.__getitem__)
            if printed.branch and how is not words.BY_DOMAIN:
                held = "possible"
            before = best.get(known.incident)
            if before is None or _ORDER[held] < _ORDER[before.certainty]:
                says = Sentence(
                    how.ja.format(name=known.written), how.en.format(name=known.written)
                )
                best[known.incident] = NameMatch(known.incident, held, says, printed.wallet)
        found = sorted(best.values(), key=lambda m: (_ORDER[m.certainty], m.incident))
        return tuple(found)

    def _take_in(self, one: Watched) -> None:
        incident = one.incident
        owner = plain_name(incident.organisation or "") or one.id
        sites = [site for site in incident.sites if site.name or site.url]
        named: list[tuple[str | None, Certainty]] = [(site.name, "sure") for site in sites]
        named += [(alias, "sure") for alias in one.aliases]
        named += [(incident.organisation, "likely" if any(s.name for s in sites) else "sure")]
        named += [(incident.publisher, "possible")]
        for name, most in named:
            for part in _parts(name):
                self._take_name(_Known(one.id, owner, part, most))
        for site in sites:
            url = parse(site.url) if site.url else None
            if url and url.registrable and url.registrable not in _MARKETS:
                own = url.host.removeprefix("www.") == url.registrable
                held: Certainty = "sure" if own else "likely"
                self._take_domain(_Known(one.id, owner, url.registrable, held))

    def _take_name(self, known: _Known) -> None:
        key = plain_name(known.written)
        if not is_telling(key):
            return
        self._names[key].append(known)
        short = shorten(key)
        if is_telling(short):
            self._short[short].append(known)
        for form in self._letters(known.written, short):
            self._latin[form].append(known)
        if "." in known.written and known.written.isascii():
            url = parse(known.written.strip().lower())
            if url and url.registrable:
                self._take_domain(replace(known, written=url.registrable))

    @staticmethod
    def _letters(written: str, short: str) -> frozenset[str]:
        """How the name may be spelt in Latin letters."""
        forms = {canon(short)} if short.isascii() else set()
        word = "".join(written.split())
        for form in spellings(word) | spellings(short):
            forms.add(form)
        return frozenset(form for form in forms if len(form) >= _LATIN_MIN - 1)

    def _take_domain(self, known: _Known) -> None:
        self._domains[known.written].append(known)
        label = "".join(ch for ch in known.written.partition(".")[0] if ch.isalnum())
        for form in {label, shorten(label)}:
            if len(form) >= _LATIN_MIN and form not in GENERIC:
                self._labels[canon(form)].append(known)

    def _candidates(self, printed: Printed) -> Iterator[tuple[_Known, Certainty, Sentence]]:
        if printed.domain:
            yield from _agree(self._domains.get(printed.domain, ()), "sure", words.BY_DOMAIN)
        key, short = printed.key, printed.short
        if is_telling(key):
            sure: Certainty = "sure" if len(key) >= 4 else "possible"
            exact = self._names.get(key, ())
            yield from _agree(exact, sure, words.BY_NAME)
            if exact:
                return  # weaker likenesses with others say nothing beside the very name
        if is_telling(short):
            likely: Certainty = "likely" if len(short) >= 4 else "possible"
            yield from _agree(self._short.get(short, ()), likely, words.BY_SHORT_NAME)
            yield from self._by_letters(short)
        if printed.cut and _CUT_MIN <= len(key) <= _CUT_MOST:
            yield from self._by_beginning(key)

    def _by_letters(self, short: str) -> Iterator[tuple[_Known, Certainty, Sentence]]:
        forms = {canon(short)} if short.isascii() else spellings(short)
        for form in forms:
            if len(form) < _LATIN_MIN:
                continue
            held: Certainty = "likely" if len(form) >= _LATIN_SURE else "possible"
            yield from _agree(self._latin.get(form, ()), held, words.BY_KANA)
            yield from _agree(self._labels.get(form, ()), held, words.BY_LABEL)

    def _by_beginning(self, key: str) -> Iterator[tuple[_Known, Certainty, Sentence]]:
        at = bisect_left(self._sorted, key)
        held: Certainty = "likely" if len(key) >= _CUT_LIKELY else "possible"
        for name in self._sorted[at : at + 20]:
            if not name.startswith(key):
                break
            yield from _agree(self._names[name], held, words.BY_BEGINNING)


def _agree(
    known: Iterable[_Known], certainty: Certainty, how: Sentence
) -> Iterator[tuple[_Known, Certainty, Sentence]]:
    """A name that several organisations bear proves nothing alone."""
    found = list(known)
    if len({one.owner for one in found}) > 1 and how is not words.BY_DOMAIN:
        certainty = "possible"
    for one in found:
        yield one, certainty, how


def _parts(name: str | None) -> Iterator[str]:
    """The name, and a reading or second name in brackets."""
    if not name:
        return
    yield name
    for opening, closing in (("（", "）"), ("(", ")"), ("「", "」"), ("『", "』")):
        head, sign, rest = name.partition(opening)
        inner, end, _ = rest.partition(closing)
        if sign and end and head.strip():
            yield head
            yield inner
