"""Do two mails come from the same campaign, and what speaks for it?"""

from dataclasses import dataclass

from mayoke.mail.campaigns.minhash import shared
from mayoke.mail.campaigns.sketch import Sketch
from mayoke.records.verdict import Sentence

LEAST_PIECES = 30
"""Below this the wording alone proves nothing: everybody writes "please see the attached file"."""
ALONE = 0.55
"""So much common wording joins by itself."""
WITH_BUILD = 0.5
"""So much joins when the mails are also built alike."""
WITH_PLACES = 0.5
"""So much joins when the links also lead to the same place."""
SHORT = 0.7
"""So much of a short text must be common, and something else beside it."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Two mails belong together. ``score``: 0 to 1; ``reasons``: the strongest first."""

    score: float
    reasons: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Common:
    """What two sketches have in common. ``build``: how many of the three marks of structure."""

    words: float
    build: int
    hosts: tuple[str, ...]
    paths: tuple[str, ...]


def common(a: Sketch, b: Sketch) -> Common:
    """What the two have in common, without a judgement."""
    marks = zip((a.mime, a.headers, a.html), (b.mime, b.headers, b.html), strict=True)
    return Common(
        words=shared(a.words, b.words) if a.pieces and b.pieces else 0.0,
        build=sum(one == other != 0 for one, other in marks),
        hosts=tuple(sorted(set(a.hosts) & set(b.hosts))),
        paths=tuple(sorted(set(a.paths) & set(b.paths))),
    )


def alike(a: Sketch, b: Sketch) -> Joined | None:
    """Why the two belong to one campaign, or ``None`` when they do not.

    A mail that links to its own sender alone joins only others of that sender: honest shops share
    templates, and forgers copy them.
    """
    if a.house != b.house:
        return None
    same = common(a, b)
    if not _enough(same, min(a.pieces, b.pieces)):
        return None
    places = bool(same.hosts or same.paths)
    score = min(1.0, 0.8 * same.words + 0.05 * same.build + 0.05 * places)
    return Joined(round(score, 3), _reasons(same))


def _enough(same: Common, pieces: int) -> bool:
    places = bool(same.hosts or same.paths)
    if pieces < LEAST_PIECES:
        return same.words >= SHORT and (places or same.build >= 2)
    if same.words >= ALONE:
        return True
    return (same.words >= WITH_BUILD and same.build >= 2) or (same.words >= WITH_PLACES and places)


def _reasons(same: Common) -> tuple[Sentence, ...]:
    share = round(100 * same.words)
    out = [
        Sentence(
            f"名前や番号、リンクを除いた文面のおよそ{share}%が同じです。",
            f"About {share}% of the wording is the same, names, numbers and links left aside.",
        )
    ]
    if same.hosts:
        hosts = same.hosts[0].replace(".", "[.]")
        out.append(
            Sentence(
                f"リンク先のドメインが同じです（{hosts}）。",
                f"The links lead to the same domain ({hosts}).",
            )
        )
    if same.paths:
        out.append(
            Sentence(
                "リンク先のページの置き場所の形が同じです。",
                "The addresses of the linked pages have the same form.",
            )
        )
    if same.build >= 2:
        out.append(
            Sentence("メールの組み立て方が同じです。", "The mails are built in the same way.")
        )
    return tuple(out)
