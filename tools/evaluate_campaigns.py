"""Score the grouping into campaigns on the development mails, and measure its speed.

    python -m tools.evaluate_campaigns FOLDER [--split dev] [--speed 1000000]

Scam and junk of ``FOLDER/corpora`` are added one by one, genuine mail is only looked up. Recall: of
the pairs inside a labelled cluster, how many share a campaign; precision: of the pairs inside a
campaign, how many share a cluster. Every cluster and every campaign weighs the same, whatever its
size; those of one mail have no pairs and do not count.

The labels are near-duplicates of the *unmasked* text, so the same text under another brand's name
is two clusters there. Precision is therefore given twice: by the labels alone, and with pairs
counted right whose texts an independent measure (edit distance, on the text as it is shown) finds
to be copies.
"""

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz

from mayoke.mail.campaigns.index import Index
from mayoke.mail.campaigns.minhash import SIZE
from mayoke.mail.campaigns.sketch import Sketch, sketch
from mayoke.mail.read.read import read
from mayoke.records.errors import BadInput
from mayoke.records.message import Message
from mayoke.text.fold import fold_plain
from tools.corpora import labelled

COPY = 75.0
"""Texts with an edit similarity (rapidfuzz ``ratio``) of at least this are copies."""
_TEXT = 6000
_PAIRS_OF = 60
"""So many mails of a group are paired; a large group's mean does not need all."""
_OTHERS = frozenset(("own", "messages", "ja_mail"))
"""Corpora whose ``cluster`` is not a group of near-duplicates."""

Right = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Known:
    """One scam or junk mail: its labelled cluster, its corpus, its text as it is shown, folded."""

    cluster: str
    corpus: str
    text: str
    sketch: Sketch


@dataclass(frozen=True, slots=True)
class Mails:
    """What is scored: ``bad`` in order of the archive, and sketches of genuine mail by corpus."""

    bad: list[Known]
    clean: list[tuple[str, Sketch]]


def mails(folder: Path, splits: tuple[str, ...]) -> Mails:
    """Everything readable of the splits, sketched."""
    out = Mails([], [])
    for mail in labelled(folder, splits):
        if mail.truth == "apart":
            continue
        try:
            message = read(mail.data)
        except BadInput:
            continue
        made = sketch(message)
        if mail.truth == "clean":
            out.clean.append((mail.corpus, made))
        elif mail.corpus not in _OTHERS:
            out.bad.append(Known(mail.cluster, mail.corpus, _text(message), made))
    return out


def _text(message: Message) -> str:
    shown = [body for body in message.bodies if body.html] or list(message.bodies)
    return fold_plain(" ".join(body.text for body in shown))[:_TEXT]


def share(groups: Iterable[Sequence[int]], right: Right) -> tuple[float, int]:
    """``(mean share of right pairs, number of groups)``; every group weighs the same."""
    shares = []
    for group in groups:
        pairs = list(combinations(group[:_PAIRS_OF], 2))
        if pairs:
            shares.append(sum(right(a, b) for a, b in pairs) / len(pairs))
    return (sum(shares) / len(shares) if shares else 0.0), len(shares)


def grouped(keys: Iterable[Hashable]) -> list[list[int]]:
    """Positions with the same key."""
    groups: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at, key in enumerate(keys):
        groups[key].append(at)
    return list(groups.values())


def same(keys: Sequence[Hashable], a: int, b: int) -> bool:
    """Do two positions have the same key?"""
    return keys[a] == keys[b]


def score(found: Mails) -> list[str]:
    """The lines of a table: every corpus, then all of them, then genuine mail."""
    index = Index()
    given = [index.add(known.sketch) for known in found.bad]
    lines = ["| corpus | clusters | recall | campaigns | precision by labels | with copies |"]
    lines.append("|---|---|---|---|---|---|")
    for corpus in (*sorted({known.corpus for known in found.bad}), "all"):
        chosen = [n for n, known in enumerate(found.bad) if corpus in {known.corpus, "all"}]
        lines.append(_row(corpus, [found.bad[n] for n in chosen], [given[n] for n in chosen]))
    joined = Counter(corpus for corpus, made in found.clean if index.look_up(made))
    lines += [
        "",
        f"Genuine mails that joined: {joined.total()} of {len(found.clean)} {dict(joined)}",
    ]
    return lines


def _row(name: str, known: Sequence[Known], given: Sequence[int]) -> str:
    clusters = [(one.corpus, one.cluster) for one in known]

    def copy(a: int, b: int) -> bool:
        if clusters[a] == clusters[b]:
            return True
        return fuzz.ratio(known[a].text, known[b].text, score_cutoff=COPY) >= COPY

    recall, wanted = share(grouped(clusters), partial(same, given))
    strict, made = share(grouped(given), partial(same, clusters))
    fair, _ = share(grouped(given), copy)
    return f"| {name} | {wanted} | {recall:.3f} | {made} | {strict:.3f} | {fair:.3f} |"


def speed(size: int) -> list[str]:
    """Times of adding and looking up among ``size`` invented sketches, four in five unlike."""
    rng = np.random.default_rng(1)
    index = Index()
    late = max(size - 2000, 0)
    added = []
    last = _invented(rng, None)
    for n in range(size):
        last = _invented(rng, last if n % 5 == 4 else None)
        start = time.perf_counter()
        index.add(last)
        if n >= late:
            added.append(time.perf_counter() - start)
    looked = []
    for n in range(2000):
        one = _invented(rng, last if n % 2 else None)
        start = time.perf_counter()
        index.look_up(one)
        looked.append(time.perf_counter() - start)
    return [
        f"{size:,} cases, {len(index):,} sketches kept",
        *(
            f"{name}: median {np.median(times) * 1000:.2f} ms, "
            f"99th percentile {np.percentile(times, 99) * 1000:.2f} ms"
            for name, times in (("add", added), ("look up", looked))
        ),
    ]


def _invented(rng: np.random.Generator, like: Sketch | None) -> Sketch:
    """A sketch of nothing, or one with about seven in ten numbers of another."""
    words = rng.integers(0, 1 << 16, SIZE, dtype=np.uint16)
    # Unrelated texts of one language share some of their wording.
    common = rng.random(SIZE) < 0.04
    words[common] = np.arange(SIZE, dtype=np.uint16)[common]
    if like is not None:
        words = np.where(rng.random(SIZE) < 0.7, like.words, words)
    host = f"host-{int(rng.integers(0, 200_000))}.example"
    mime, headers, html = (int(value) for value in rng.integers(1, 500, 3))
    return Sketch(words, 300, mime, headers, html, (host,))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--split", action="append", choices=("train", "dev", "restricted"))
    parser.add_argument("--speed", type=int, metavar="CASES")
    chosen = parser.parse_args()
    if chosen.folder is not None:
        splits = tuple(chosen.split or ("dev",))
        print(f"Campaigns, {' and '.join(splits)}\n")
        print("\n".join(score(mails(chosen.folder, splits))))
    if chosen.speed:
        print("\n".join(speed(chosen.speed)))


if __name__ == "__main__":
    main()
