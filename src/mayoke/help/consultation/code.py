"""Receipt codes: six groups of five characters that can be read out, written down and typed.

Crockford's base 32 (no I, L, O, U). The first 8 characters (40 bits) find the consultation, 20 (100
bits) are the secret that opens it, 2 are checks. Nothing of a code is ever repeated in an error.
"""

import secrets
import unicodedata
from dataclasses import dataclass, field
from typing import Final

from mayoke.help.consultation.field import checks, sums, wrong_place
from mayoke.records.errors import BadReceipt

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 30
GROUP: Final = 5
_LOOKUP: Final = 8
_NUMBER: Final = 5
_LONGEST: Final = 200
_VALUE: Final = {letter: value for value, letter in enumerate(ALPHABET)}
_READ_AS: Final = str.maketrans("OILU", "011V")
_DASHES: Final = "ー−"
"""Dashes by their look: the long vowel, which Japanese keyboards type for "-", and the minus."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code's two parts, without the check characters."""

    lookup: str = field(repr=False)
    secret: str = field(repr=False)

    def spelled(self) -> str:
        """As it is shown: ``XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX``."""
        values = [_VALUE[letter] for letter in self.lookup + self.secret]
        letters = "".join(ALPHABET[value] for value in [*values, *checks(values)])
        return "-".join(letters[at : at + GROUP] for at in range(0, LENGTH, GROUP))


def new_code() -> Code:
    """A code nobody had."""
    letters = _random(LENGTH - 2)
    return Code(letters[:_LOOKUP], letters[_LOOKUP:])


def new_number() -> str:
    """The number of a consultation, which may be told to anyone: ``K-7Q4M2``."""
    return f"K-{_random(_NUMBER)}"


def _random(count: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(count))


def read_code(text: str) -> Code:
    """The code that was typed, in any case and width, with any spaces and dashes.

    Raises BadReceipt for a mistyped one: it never is somebody else's.
    """
    letters = _letters(text)
    if not set(letters) <= _VALUE.keys():
        raise BadReceipt(
            "a receipt code has only the digits 0 to 9 and Latin letters; please look at it again",
            "受付コードに使われているのは、数字と英字だけです。もう一度お確かめください",
        )
    if len(letters) != LENGTH:
        raise BadReceipt(
            f"a receipt code has {LENGTH} characters; {len(letters)} came; please look at it again",
            f"受付コードは{LENGTH}文字です。届いたのは{len(letters)}文字でした。もう一度お確かめください",
        )
    values = [_VALUE[letter] for letter in letters]
    if any(sums(values)):
        raise _mistyped(wrong_place(values))
    return Code(letters[:_LOOKUP], letters[_LOOKUP:-2])


def _mistyped(place: int | None) -> BadReceipt:
    if place is None:
        return BadReceipt(
            "some characters of the receipt code seem to differ; please look at it again",
            "受付コードのうち、いくつかの文字が違っているようです。もう一度お確かめください",
        )
    group = place // GROUP + 1
    return BadReceipt(
        f"a character of the receipt code seems to differ, probably in group {group} of 6; "
        "please look at it again",
        f"受付コードの文字が違っているようです。おそらく、左から{group}番目のまとまりです。"
        "もう一度お確かめください",
    )


def read_number(text: str) -> str:
    """The number of a consultation as it is kept, however it was typed; empty for what is none."""
    letters = _letters(text)
    letters = letters[1:] if len(letters) == _NUMBER + 1 and letters[0] == "K" else letters
    fits = len(letters) == _NUMBER and set(letters) <= _VALUE.keys()
    return f"K-{letters}" if fits else ""


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text[:_LONGEST]).upper().translate(_READ_AS)
    return "".join(
        ch for ch in folded if ch not in _DASHES and unicodedata.category(ch)[0] not in "ZPC"
    )
