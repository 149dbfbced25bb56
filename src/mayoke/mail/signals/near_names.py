"""Two domains of different owners that a reader takes for one another."""

from functools import lru_cache

from rapidfuzz.distance import OSA

from mayoke.mail.signals.destinations import chosen_label

_ADDED = (
    "-co",
    "-jp",
    "-co-jp",
    "-jpn",
    "-japan",
    "-inc",
    "-ltd",
    "-corp",
    "-group",
    "-hd",
    "-net",
)


@lru_cache(maxsize=4096)
def near_name(domain: str, other: str) -> bool:
    """Is registrable ``domain`` nearly, but not exactly, named like registrable ``other``?

    One slip (two for nine letters and more) by optimal string alignment, or a company suffix added
    with a hyphen. The same label under another suffix is not near: companies own both.
    """
    label, true = chosen_label(domain), chosen_label(other)
    if label == true or min(len(label), len(true)) < 5:
        return False
    if label.startswith(true) and label[len(true) :] in _ADDED:
        return True
    allowed = 2 if min(len(label), len(true)) >= 9 else 1
    return label[0] == true[0] and OSA.distance(label, true, score_cutoff=allowed) <= allowed
