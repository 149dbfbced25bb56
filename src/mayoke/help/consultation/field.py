"""Arithmetic in the field of 32 elements, for the check characters of receipt codes.

Two of them make every code a word of a Reed-Solomon code of distance 3: one or two wrong
characters, and any two exchanged, are always noticed; where a single one is wrong is known.
"""

from collections.abc import Sequence
from typing import Final

_POLYNOMIAL: Final = 0b100101


def _powers() -> tuple[int, ...]:
    found, value = [], 1
    for _ in range(31):
        found.append(value)
        value <<= 1
        value ^= _POLYNOMIAL if value & 32 else 0
    return tuple(found)


_POWER: Final = _powers()
_EXPONENT: Final = {value: place for place, value in enumerate(_POWER)}


def times(left: int, right: int) -> int:
    """The product."""
    if not left or not right:
        return 0
    return _POWER[(_EXPONENT[left] + _EXPONENT[right]) % 31]


def over(left: int, right: int) -> int:
    """The quotient; ``right`` is not 0."""
    return times(left, _POWER[-_EXPONENT[right] % 31])


def sums(values: Sequence[int]) -> tuple[int, int]:
    """Both sums over at most 31 values; of a whole word both are 0."""
    plain = weighed = 0
    for place, value in enumerate(values):
        plain ^= value
        weighed ^= times(value, _POWER[place])
    return plain, weighed


def checks(values: Sequence[int]) -> tuple[int, int]:
    """The two values that make at most 29 a whole word."""
    plain, weighed = sums(values)
    first, second = _POWER[len(values)], _POWER[len(values) + 1]
    one = over(weighed ^ times(second, plain), first ^ second)
    return one, plain ^ one


def wrong_place(values: Sequence[int]) -> int | None:
    """Where a word is wrong, if only one value of it is; None when that cannot be."""
    plain, weighed = sums(values)
    if not plain or not weighed:
        return None
    place = _EXPONENT[over(weighed, plain)]
    return place if place < len(values) else None
