"""Where alike sketches are found again: hash tables of fixed size, chained through an array."""

import numpy as np
from numpy.typing import NDArray

from mayoke.mail.campaigns.minhash import SIZE, Signature, number
from mayoke.mail.campaigns.sketch import Sketch

ROWS = 4
BANDS = SIZE // ROWS
"""Two texts meet in one of the 32 bands with 97 in 100 at half of the wording in common."""
_PLACES = 4
"""Beside them: two bands for link hosts, two for kit paths."""
_ALL = BANDS + _PLACES
_BITS = 17
CAPACITY = 1 << _BITS
"""Sketches of one segment."""
_STEPS = 24
"""So far back a chain is followed: the newest of a campaign tell as much as all of them."""
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_MIXERS = np.array([2 * n + 0x9E3779B1 for n in range(ROWS)], np.uint64) * _SPREAD
_SALTS = np.arange(1, _ALL + 1, dtype=np.uint64) * np.uint64(0xC2B2AE3D27D4EB4F)
_DOWN = np.uint64(64 - _BITS)
_EVERY = np.arange(_ALL)


def slots(sketch: Sketch) -> NDArray[np.int64]:
    """The slot of each band, shape ``(36,)``; -1 where the sketch has nothing to be found by."""
    keys = np.zeros(_ALL, np.uint64)
    quads = sketch.words.astype(np.uint64).reshape(BANDS, ROWS) + np.uint64(1)
    keys[:BANDS] = (quads * _MIXERS).sum(axis=1, dtype=np.uint64)
    places = (*_two(sketch.hosts), *_two(sketch.paths))
    keys[BANDS:] = [number(place) for place in places]
    mixed = ((keys ^ (keys >> np.uint64(29))) + _SALTS) * _SPREAD
    out: NDArray[np.int64] = (mixed >> _DOWN).astype(np.int64)
    if not sketch.pieces:
        out[:BANDS] = -1
    out[BANDS:][[not place for place in places]] = -1
    return out


def _two(values: tuple[str, ...]) -> list[str]:
    """The first value with an even number and the first with an odd one: a value keeps its band."""
    return [next((v for v in values if number(v) % 2 == odd), "") for odd in (0, 1)]


class Segment:
    """Up to 131,072 sketches. Memory is reserved at once and used as it fills."""

    def __init__(self) -> None:
        self._heads = np.zeros((_ALL, CAPACITY), np.int32)
        self._next = np.zeros((CAPACITY, _ALL), np.int32)
        self._words = np.zeros((CAPACITY, SIZE), np.uint16)
        self.size = 0

    @property
    def full(self) -> bool:
        """Is there no room for another?"""
        return self.size >= CAPACITY

    def add(self, words: Signature, at: NDArray[np.int64]) -> None:
        """Take in one sketch by its signature and its ``slots``."""
        bands = _EVERY[at >= 0]
        self._next[self.size, bands] = self._heads[bands, at[bands]]
        self._words[self.size] = words
        self.size += 1
        self._heads[bands, at[bands]] = self.size

    def near(self, words: Signature, at: NDArray[np.int64]) -> tuple[NDArray[np.int64], ...]:
        """``(places, equal)``: who shares a band, and how many of the 128 numbers are equal."""
        bands = _EVERY[at >= 0]
        heads = self._heads[bands, at[bands]]
        found = []
        for _ in range(_STEPS):
            going = heads > 0
            if not going.any():
                break
            bands, heads = bands[going], heads[going]
            found.append(heads)
            heads = self._next[heads - 1, bands]
        if not found:
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        places = np.unique(np.concatenate(found)).astype(np.int64) - 1
        return places, np.count_nonzero(self._words[places] == words, axis=1).astype(np.int64)
