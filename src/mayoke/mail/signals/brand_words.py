"""The brands' domains and words as they may turn up inside other people's hosts."""

from functools import lru_cache

import ahocorasick_rs
from rapidfuzz import process
from rapidfuzz.distance import OSA

from mayoke.mail.signals.destinations import chosen_label
from mayoke.mail.signals.per_registry import PerRegistry
from mayoke.records.brand import Brand
from mayoke.registry.load import Registry
from mayoke.text.skeleton import skeleton
from mayoke.text.url import registrable, unicode_host

# Brands' names that are also ordinary words, or parts of them: only a whole label proves nothing.
_COMMON_TEXT = """
    line live office outlook store visa point points olive mobile world square
    view prime direct orange life news mail card bank pay web app shop home yahoo
    docs drive cloud support help money info www teams online service member
    members login account mypage smart first master discord zoom steam switch amex
    digital gov family citi windows sakura promise lake boy goo nomura matsui daiwa
    yamato customs telegram shinkin aplus ana tokyo user finances booking chase
    ledger meta messenger threads ing oui att ameli kabu ups norton sosh acrobat
"""
_COMMON = frozenset(_COMMON_TEXT.split())
# Real names of others that stand one letter beside a brand's.
_NEIGHBOURS_TEXT = """
    mizuno money apply maison hepco kepco yepco season message
"""
_NEIGHBOURS = frozenset(_NEIGHBOURS_TEXT.split())
# Hosts of the brands' own clouds: strangers' things live there, under a true name.
_KIN_TEXT = """
    .amazonaws.com .amazonses.com .awsapps.com .media-amazon.com
    .ssl-images-amazon.com .amazon-adsystem.com .googleusercontent.com
    .googleapis.com .googlegroups.com .google-analytics.com .googletagmanager.com
    .googlesource.com .yahoodns.net .yahoogroups.com .translate.goog .fbcdn.net
    .paypalobjects.com .docusign.net
"""
_KIN = tuple(_KIN_TEXT.split())
_LONGEST_HOST = 253


def kin(host: str) -> bool:
    """Does the host belong to a brand's own cloud, so that the brand's word in it is true?"""
    return f".{host}".endswith(_KIN)


class BrandWords:
    """What is looked up in hosts, built once a registry."""

    def __init__(self, registry: Registry) -> None:
        self.domains: dict[str, Brand] = {}
        for brand in registry.brands.values():
            for domain in brand.login_domains:
                self.domains.setdefault(domain, brand)
            for entry in brand.sending_domains:
                self.domains.setdefault(entry.domain, brand)
        self.labels: dict[str, Brand] = {}
        for domain, brand in self.domains.items():
            self.labels.setdefault(chosen_label(registrable(domain)), brand)
        self.words = {w: b for w, b in self.labels.items() if len(w) >= 3 and w not in _COMMON}
        self._dotted = {d.replace("-", "."): (b, d) for d, b in self.domains.items() if len(d) > 5}
        self._first_labels = {dotted.partition(".")[0] for dotted in self._dotted}
        self._inside = [
            word
            for word, brand in self.words.items()
            if "-" in word or (len(word) >= 6 and brand.match == "sub")
        ]
        self._automaton = ahocorasick_rs.AhoCorasick(
            self._inside or ["\0"], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )
        self._by_shape: dict[tuple[int, str], list[str]] = {}
        self._skeletons: dict[str, Brand] = {}
        for label, brand in self.labels.items():
            if len(label) >= 5 and label not in _COMMON:
                self._by_shape.setdefault((len(label), label[0]), []).append(label)
                self._skeletons.setdefault(skeleton(label), brand)
        self.like = lru_cache(maxsize=8192)(self._like)
        self.word_in = lru_cache(maxsize=8192)(self._word_in)
        self.left_part = lru_cache(maxsize=8192)(self._left_part)

    def _like(self, label: str) -> Brand | None:
        """The brand whose domain label is one slip away from ``label`` or a piece of it.

        ``None`` when the label is itself a brand's.
        """
        if label in self.labels:
            return None
        found = self._near(label)
        if found is None and "-" in label and not label.startswith("xn--"):
            pieces = (piece for piece in label.split("-")[:6] if len(piece) >= 6)
            found = next((brand for brand in map(self._near, pieces) if brand), None)
        return found

    def _near(self, label: str) -> Brand | None:
        if len(label) < 4 or len(label) > 40 or label in self.labels or label in _NEIGHBOURS:
            return None
        same = self._skeletons.get(skeleton(unicode_host(label)))
        if same is not None:
            return same
        for size in (len(label), len(label) - 1, len(label) + 1, len(label) - 2, len(label) + 2):
            allowed = 2 if min(size, len(label)) >= 9 else 1
            if size < 6 or abs(size - len(label)) > allowed:
                continue
            # Nobody misreads the first letter.
            names = self._by_shape.get((size, label[0]), ())
            best = process.extractOne(label, names, scorer=OSA.distance, score_cutoff=allowed)
            if best is not None:
                return self.labels[best[0]]
        return None

    def _word_in(self, host: str) -> tuple[Brand, str] | None:
        """A brand's word that stands in ``host`` as a piece, or begins or ends a long piece."""
        for index, start, end in self._automaton.find_matches_as_indexes(host[:_LONGEST_HOST]):
            word = self._inside[index]
            if "-" in word or not (_inner(host, start - 1) and _inner(host, end)):
                return self.words[word], word
        pieces = host[:_LONGEST_HOST].replace("_", "-").replace("-", ".").split(".")[:-1]
        for piece in pieces:
            brand = self.words.get(piece)
            if brand is not None:
                return brand, piece
        return None

    def _left_part(self, host: str, own: str) -> tuple[Brand, str] | None:
        """A brand's whole domain that stands in ``host`` left of its registrable domain ``own``."""
        left = host[: -len(own)] + chosen_label(own) if host.endswith(own) else host
        labels = left.replace("-", ".").split(".")[:12]
        if len(labels) < 2:
            return None
        for start, label in enumerate(labels[:-1]):
            if label in self._first_labels:
                for end in range(min(len(labels), start + 5), start + 1, -1):
                    hit = self._dotted.get(".".join(labels[start:end]))
                    if hit is not None:
                        return hit
        return None


def _inner(host: str, at: int) -> bool:
    """Is there a letter or digit at this place, so that the word goes on?"""
    return 0 <= at < len(host) and host[at].isalnum()


brand_words = PerRegistry(BrandWords)
