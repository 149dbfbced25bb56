"""Does a name look like letters drawn by a machine?

No table of languages: only counts that hold for Japanese in Latin letters, English and most
abbreviations alike (vowels, runs of consonants, changes between letters and digits).
"""

from functools import lru_cache
from itertools import pairwise

_VOWELS = frozenset("aeiouy")
_RARE = frozenset("jqvxz")
_HEX = frozenset("0123456789abcdef")


@lru_cache(maxsize=8192)
def looks_random(label: str) -> bool:
    """Is any piece of ``label`` (split at ``-``, ``_`` and ``.``) improbable as a chosen name?"""
    label = label[:80]
    if label.startswith("xn--"):
        return False
    pieces = label.lower().replace("_", "-").replace(".", "-").split("-")
    return any(_random(piece) for piece in pieces if len(piece) >= 5)


def _random(piece: str) -> bool:
    letters = [ch for ch in piece if ch.isalpha()]
    digits = len(piece) - len(letters)
    if len(letters) < 3:
        return False
    changes = sum(a.isdigit() != b.isdigit() for a, b in pairwise(piece))
    if changes >= 3 and len(piece) >= 6:
        return True
    if len(piece) >= 16 and digits >= 4 and all(ch in _HEX for ch in piece):
        return True
    run = _longest_consonants(_clusters(piece))
    vowels = sum(ch in _VOWELS for ch in letters)
    if run >= 6 or (run >= 5 and len(letters) >= 7 and vowels * 4 <= len(letters)):
        return True
    rare = sum(ch in _RARE for ch in letters)
    if rare >= 3 and len(letters) >= 6 and vowels * 10 <= len(letters) * 3:
        return True
    return len(letters) >= 8 and vowels * 8 <= len(letters)


def _clusters(piece: str) -> str:
    """The piece with English and German clusters that stand for one sound written as one letter."""
    for cluster in ("ght", "tch", "sch"):
        piece = piece.replace(cluster, "t")
    return piece


def _longest_consonants(piece: str) -> int:
    longest = run = 0
    for ch in piece:
        run = run + 1 if ch.isalpha() and ch not in _VOWELS else 0
        longest = max(longest, run)
    return longest
