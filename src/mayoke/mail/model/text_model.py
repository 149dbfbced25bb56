"""Hashed character n-grams: how much a text resembles scam, junk and ordinary mail.

A bucket's weights were learnt only when its n-grams were seen from at least ten senders, so the
table holds nobody's name. A score is the sum over the text's distinct n-grams divided by the root
of their number, which keeps short and long texts comparable.
"""

import re
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO

import numpy as np
from numpy.typing import NDArray

TEXT_LIMIT = 4_000
MOST_BITS = 20

_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_STEP = np.uint64(0x100000001B3)
_WINDOW = 24
_LEAST = 20

# Linear patterns: a run of URL or address characters, and digits.
_URL = re.compile(r"https?://[!-~]+|www\.[!-~]+")
_URL_OR_ADDRESS = re.compile(r"https?://[!-~]+|www\.[!-~]+|[!-~]{1,64}@[!-~]{1,64}")
_DIGITS = re.compile(r"[0-9]+")

Floats = NDArray[np.float32]


def mask(folded: str) -> str:
    """The text with URLs, addresses and digits made alike; same length, so that offsets hold."""
    text = folded[:TEXT_LIMIT]
    pattern = _URL_OR_ADDRESS if "@" in text else _URL
    masked = pattern.sub(lambda found: "\x01" * len(found[0]), text)
    return _DIGITS.sub(lambda found: "0" * len(found[0]), masked)


def buckets(masked: str, sizes: tuple[int, ...], bits: int) -> list[NDArray[np.intp]]:
    """For each n-gram size the buckets (below 2**bits) of the n-grams, in order of their place."""
    codes = np.frombuffer(masked.encode("utf-32-le", "replace"), dtype=np.uint32).astype(np.uint64)
    found = []
    for size in sizes:
        count = len(codes) - size + 1
        if count <= 0:
            continue
        rolled = np.full(count, np.uint64(size), dtype=np.uint64)
        for offset in range(size):
            rolled = rolled * _STEP + codes[offset : offset + count]
        found.append(((rolled * _FACTOR) >> np.uint64(64 - bits)).astype(np.intp))
    return found


class _Scratch(threading.local):
    """A table for ``distinct``, one a thread: what it holds between calls does not matter."""

    def __init__(self) -> None:
        self.last = np.zeros(1 << MOST_BITS, dtype=np.uint16)


_scratch = _Scratch()


def distinct(found: list[NDArray[np.intp]]) -> NDArray[np.intp]:
    """Each bucket once; quicker than sorting: only the place written last stays."""
    if not found:
        return np.zeros(0, dtype=np.intp)
    ids = np.concatenate(found)
    order = np.arange(len(ids), dtype=np.uint16)  # TEXT_LIMIT keeps it below 2**16
    _scratch.last[ids] = order
    once: NDArray[np.intp] = ids[_scratch.last[ids] == order]
    return once


@dataclass(frozen=True, slots=True)
class TextModel:
    """Weights of shape (2**bits, classes) in half precision, biases, and the n-gram sizes.

    The classes of one bucket lie together: fetching them costs one miss of the cache.
    """

    weights: NDArray[np.float16]
    bias: Floats
    sizes: tuple[int, ...]

    @property
    def bits(self) -> int:
        """How many bits of a hash name a bucket."""
        return int(self.weights.shape[0]).bit_length() - 1

    def scores(self, masked: str) -> tuple[float, ...]:
        """Log-odds of each class, of a masked text; zero for one that says next to nothing."""
        if len(masked) - masked.count("\x01") - masked.count("0") < _LEAST:
            return (0.0,) * len(self.bias)
        return self._scores(buckets(masked, self.sizes, self.bits))

    def passage(self, masked: str, index: int, *, for_it: bool) -> tuple[int, int]:
        """The place that speaks most for (or against) class ``index``."""
        found = buckets(masked, self.sizes[-1:], self.bits)
        if not found:
            return 0, 0
        places = self.weights.take(found[0], axis=0)[:, index].astype(np.float32)
        codes = np.frombuffer(masked.encode("utf-32-le", "replace"), dtype=np.uint32)
        places[codes[: len(places)] <= 1] = 0.0  # a masked address is no wording
        return _heaviest(places, sign=1.0 if for_it else -1.0)

    def _scores(self, found: list[NDArray[np.intp]]) -> tuple[float, ...]:
        present = distinct(found)
        if len(present) < _LEAST:
            return (0.0,) * len(self.bias)
        sums = self.weights.take(present, axis=0).sum(axis=0, dtype=np.float32)
        return tuple((sums / np.sqrt(np.float32(len(present))) + self.bias).tolist())


def _heaviest(contributions: Floats, sign: float) -> tuple[int, int]:
    """The window in which the contributions of one sign add up to most."""
    if len(contributions) <= _WINDOW:
        return 0, len(contributions)
    sums = np.cumsum(np.maximum(contributions * sign, 0.0))
    at = int(np.argmax(sums[_WINDOW:] - sums[:-_WINDOW])) + 1
    return at, at + _WINDOW


class TextModels(Mapping[str, TextModel]):
    """The shipped models: ``ja`` (scam, junk), ``other`` (junk), ``kind``; never a pickle.

    Each is unpacked when it is first asked for.
    """

    def __init__(self, open_file: Callable[[], IO[bytes]]) -> None:
        self._open = open_file
        self._models: dict[str, TextModel] = {}

    def __getitem__(self, name: str) -> TextModel:
        if name not in self._models:
            with self._open() as file, np.load(file, allow_pickle=False) as arrays:
                self._models[name] = TextModel(
                    np.ascontiguousarray(arrays[f"{name}_weights"].T),
                    arrays[f"{name}_bias"].astype(np.float32),
                    tuple(int(size) for size in arrays[f"{name}_sizes"]),
                )
        return self._models[name]

    def __iter__(self) -> Iterator[str]:
        return iter(("ja", "other", "kind"))

    def __len__(self) -> int:
        return 3
