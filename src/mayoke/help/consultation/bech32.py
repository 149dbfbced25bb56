"""Bech32 (BIP-173), as far as age writes its secret keys with it."""

from collections.abc import Iterable, Iterator
from typing import Final

_LETTERS: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR: Final = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def encode(prefix: str, data: bytes) -> str:
    """``data`` below a lower-case prefix, with its checksum; lower case."""
    values = list(_fives(data))
    expanded = [ord(ch) >> 5 for ch in prefix] + [0] + [ord(ch) & 31 for ch in prefix]
    rest = _remainder([*expanded, *values, *[0] * 6]) ^ 1
    check = [(rest >> 5 * (5 - place)) & 31 for place in range(6)]
    return prefix + "1" + "".join(_LETTERS[value] for value in [*values, *check])


def _fives(data: bytes) -> Iterator[int]:
    """Groups of five bits, the last filled with zeros."""
    bits = len(data) * 8
    filled = -bits % 5
    number = int.from_bytes(data, "big") << filled
    for place in range(bits + filled - 5, -1, -5):
        yield (number >> place) & 31


def _remainder(values: Iterable[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, factor in enumerate(_GENERATOR):
            check ^= factor if (top >> bit) & 1 else 0
    return check
