"""What could not be checked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """A check that did not run: ``what`` was to be checked, and ``why`` it was not.

    Below ``pipeline`` both are stable codes (``what`` such as ``authentication``, ``why`` the slug
    of a file in ``registry/data/gaps``); in a ``Verdict`` that was handed out ``why`` is a sentence
    in the reader's language. A gap is shown with the verdict and never counts as "safe".
    """

    what: str
    why: str
