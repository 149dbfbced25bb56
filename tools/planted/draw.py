"""Choosing by chance, always the same for the same seed."""

import random

from tools.planted.data import ALPHABET


def one(rng: random.Random, words: str) -> str:
    """One of the words."""
    return rng.choice(words.split())


def some(rng: random.Random, length: int) -> str:
    """So many letters and digits."""
    return "".join(rng.choices(ALPHABET, k=length))


def holds(charset: str, text: str) -> bool:
    """Can the charset write the text?"""
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


# What still stands in an output.
