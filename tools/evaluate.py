"""Measure the product on labelled mail: the dev parts, then the restricted clean mails.

    python -m tools.evaluate ../shared [--write docs/accuracy.md] [--splits dev]

Every mail goes through ``mayoke.check`` as a user's would, once as it is and once with all headers
removed that are not needed to decode it.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from mayoke.pipeline import check
from mayoke.records.errors import BadInput
from tools.corpora import RESTRICTED, Labelled, labelled, without_headers

OPENING = """# Accuracy

**Development figures, on the sets the product was tuned with; no claim about other mail.**

Made by `make evaluate CORPORA=<folder>`. Labels and sets: the corpora are not part of this
repository. *by cluster*: near-duplicates together weigh as one mail. Bounces and groups that hold
both genuine and junk mail are shown apart and are in no total. Kind is scored only where the label
is reliable. `own`, `messages`: the parts of `mails/` that are kept from training (mails; short
messages as a phone shows them), sets of other hands, shown by themselves and in no other row. The
restricted clean mails take part in no training and no threshold; but their count was seen while the
rules were built, so it is no untouched figure.
"""


OWN_SETS = frozenset({"own", "messages"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """A mail with the product's answer. ``verdict`` is ``failed`` when it could not be judged."""

    mail: Labelled
    verdict: str
    kind: str
    brand: str
    chances: tuple[float, float, float]


def judge(mail: Labelled) -> Outcome:
    """Put one mail to the product."""
    light = replace(mail, data=b"")
    try:
        verdict = check(mail.data)
    except BadInput:
        return Outcome(light, "failed", "", "", (0.0, 0.0, 0.0))
    chances = verdict.probabilities
    brand = verdict.brand[0] if verdict.brand else ""
    return Outcome(
        light, verdict.verdict, verdict.kind, brand, (chances.scam, chances.junk, chances.clean)
    )


def judge_all(mails: Sequence[Labelled], workers: int) -> list[Outcome]:
    """Every mail, in order."""
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(judge, mails, chunksize=64))


@dataclass(frozen=True, slots=True)
class Share:
    """A share by mail and by cluster, with the number of each."""

    hits: int
    mails: int
    by_cluster: float
    clusters: int

    def __str__(self) -> str:
        if not self.mails:
            return "–"
        return (
            f"{self.hits}/{self.mails} = {100 * self.hits / self.mails:.1f} % "
            f"({100 * self.by_cluster:.1f} % of {self.clusters})"
        )


def share(outcomes: Iterable[Outcome], hit: Callable[[Outcome], bool]) -> Share:
    """How many of the outcomes are hits."""
    clusters: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for outcome in outcomes:
        clusters[outcome.mail.corpus, outcome.mail.cluster].append(hit(outcome))
    hits = sum(sum(found) for found in clusters.values())
    mails = sum(len(found) for found in clusters.values())
    average = sum(sum(f) / len(f) for f in clusters.values()) / max(len(clusters), 1)
    return Share(hits, mails, average, len(clusters))


def calibration_error(outcomes: Sequence[Outcome], bins: int = 10) -> float:
    """Expected calibration error of P(scam)+P(junk) against "not clean", ten equal bins."""
    placed: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for outcome in outcomes:
        chance = outcome.chances[0] + outcome.chances[1]
        placed[min(int(chance * bins), bins - 1)].append((chance, outcome.mail.truth != "clean"))
    total = 0.0
    for inside in placed.values():
        said = sum(chance for chance, _ in inside)
        was = sum(bad for _, bad in inside)
        total += abs(said - was)
    return total / max(len(outcomes), 1)


def row(name: str, outcomes: Sequence[Outcome]) -> str:
    """One line of the table."""
    scams = [o for o in outcomes if o.mail.truth == "scam"]
    bad = [o for o in outcomes if o.mail.truth in ("scam", "junk")]
    clean = [o for o in outcomes if o.mail.truth == "clean"]
    kinds = [o for o in scams if o.mail.kind_scored and o.verdict == "scam"]
    cells = (
        name,
        share(scams, lambda o: o.verdict == "scam"),
        share(bad, lambda o: o.verdict in ("scam", "junk")),
        share(clean, lambda o: o.verdict == "scam"),
        share(clean, lambda o: o.verdict in ("scam", "junk")),
        share(clean, lambda o: o.verdict == "unsure"),
        share(bad, lambda o: o.verdict == "unsure"),
        share(kinds, lambda o: o.kind == o.mail.kind),
        f"{calibration_error(outcomes):.3f}" if clean and bad else "–",
    )
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


HEAD = (
    "| set | scam called scam | bad called scam or junk | clean called scam "
    "| clean called scam or junk | clean unsure | bad unsure | kind right | calibration error |\n"
    "|---|---|---|---|---|---|---|---|---|"
)


def table(outcomes: Sequence[Outcome]) -> str:
    """Totals by language, then by corpus, then by kind."""
    counted = [o for o in outcomes if o.mail.truth != "apart"]
    lines = [HEAD]
    groups: tuple[tuple[str, Callable[[Outcome], str]], ...] = (
        ("language", lambda o: o.mail.language),
        ("corpus", lambda o: f"{o.mail.corpus}, {o.mail.language}"),
        ("kind", lambda o: f"{o.mail.kind}, {o.mail.language}"),
    )
    for title, key in groups:
        by: dict[str, list[Outcome]] = defaultdict(list)
        for outcome in counted:
            if title == "corpus" or outcome.mail.corpus not in OWN_SETS:
                by[key(outcome)].append(outcome)
        lines += [row(f"{title}: {name}", by[name]) for name in sorted(by)]
    apart = [o for o in outcomes if o.mail.truth == "apart"]
    words: dict[str, int] = defaultdict(int)
    for outcome in apart:
        words[outcome.verdict] += 1
    shown = ", ".join(f"{word} {count}" for word, count in sorted(words.items()))
    lines += ["", f"Apart (bounces, conflicting groups), in no total: {len(apart)} mails: {shown}."]
    failed = sum(o.verdict == "failed" for o in outcomes)
    return "\n".join([*lines, f"Could not be judged: {failed}."])


def brands(outcomes: Sequence[Outcome]) -> str:
    """How often the imitated brand is named right, where the label has one."""
    known = [o for o in outcomes if o.mail.truth == "scam" and o.mail.brand and o.verdict == "scam"]
    right = sum(o.brand == o.mail.brand for o in known)
    return f"Brand named right among scams found, where the label names one: {right}/{len(known)}."


def report(folder: Path, splits: tuple[str, ...], workers: int) -> str:
    """The whole page."""
    mails = list(labelled(folder, splits))
    with_head = [mail for mail in mails if mail.corpus != "messages"]
    stripped = [replace(mail, data=without_headers(mail.data)) for mail in with_head]
    as_is = judge_all(mails, workers)
    sections = [
        OPENING,
        f"## {', '.join(splits)}, as received\n\n{table(as_is)}\n\n{brands(as_is)}",
        f"## {', '.join(splits)}, all headers removed\n\n{table(judge_all(stripped, workers))}",
    ]
    restricted = [m for m in labelled(folder, ("restricted",)) if m.corpus == RESTRICTED]
    if restricted:
        outcomes = judge_all(restricted, workers)
        sections.append(
            "## Restricted Japanese clean mails: false alarms only\n\n"
            f"{HEAD}\n{row('as received', outcomes)}"
        )
    return "\n\n".join(sections) + "\n"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--splits", default="dev")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    page = report(options.folder, tuple(options.splits.split(",")), options.workers)
    print(page)
    if options.write:
        options.write.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
