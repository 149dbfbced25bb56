"""MinHash: how much two sets have in common, told from 128 small numbers of each (Broder 1997)."""

from collections.abc import Iterable
from hashlib import blake2b
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

SIZE = 128
"""Numbers of a signature; the estimate's standard error is at most 0.045."""

Signature = NDArray[np.uint16]
"""Shape ``(128,)``: the low 16 bits of each smallest hash ("b-bit MinHash", Li and König 2010)."""


def _drawn(name: str) -> NDArray[np.uint64]:
    # From a hash, not from numpy's generator: kept sketches must mean the same in every version.
    digests = (blake2b(f"{name}{n}".encode(), digest_size=8).digest() for n in range(SIZE))
    return np.frombuffer(b"".join(digests), "<u8").astype(np.uint64)


_TIMES = _drawn("times") | np.uint64(1)
_PLUS = _drawn("plus")
_BATCH = 512
_SHIFT = np.uint64(32)


def number(text: str) -> int:
    """A 32-bit number for a text, the same on every machine."""
    return crc32(text.encode("utf-8", "surrogatepass"))


def signature(pieces: Iterable[str]) -> Signature:
    """The signature of a set of pieces; all zeros for none."""
    hashes = np.fromiter((number(piece) for piece in pieces), np.uint64)
    if not hashes.size:
        return np.zeros(SIZE, np.uint16)
    least = np.full(SIZE, np.iinfo(np.uint64).max, np.uint64)
    for at in range(0, hashes.size, _BATCH):
        mixed = (hashes[at : at + _BATCH, None] * _TIMES + _PLUS) >> _SHIFT
        np.minimum(least, mixed.min(axis=0), out=least)
    return (least & np.uint64(0xFFFF)).astype(np.uint16)


def shared(one: Signature, other: Signature) -> float:
    """The estimated share of common pieces (Jaccard), 0 to 1."""
    return float(np.count_nonzero(one == other)) / SIZE
