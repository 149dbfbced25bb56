"""Write ``docs/phrases.md``: every phrase with its hits in bad and in clean development mail.

python -m tools.phrases ../shared
"""

import sys
from collections import Counter
from pathlib import Path

from mayoke.mail.check import context
from mayoke.mail.read.read import read
from mayoke.mail.signals.phrases import phrase_finder
from mayoke.records.errors import BadInput
from mayoke.registry.load import load
from tools.corpora import labelled

PAGE = Path("docs/phrases.md")
HEAD = """# Phrases

Made by `make phrases CORPORA=<folder>`: hits in the development mails (train and dev parts, bad and
clean; a mail counts once). *unseen*: no hit outside its own specimen; it stands on knowledge alone.
"""

Hits = Counter[tuple[str, int, bool]]


def count(folder: Path) -> Hits:
    """Hits by group, phrase and whether the mail is bad."""
    finder = phrase_finder(load())
    hits: Hits = Counter()
    for mail in labelled(folder, ("train", "dev")):
        if mail.truth == "apart":
            continue
        try:
            ctx = context(read(mail.data))
        except BadInput:
            continue
        found = {(hit.group.id, hit.phrase) for hit in finder.hits(ctx, every=True)}
        hits.update((group, phrase, mail.truth != "clean") for group, phrase in found)
    return hits


def page(hits: Hits) -> str:
    """The page, group by group."""
    lexicon = load().lexicon
    total = sum(len(group.phrases) for group in lexicon)
    lines = [HEAD, f"{total} phrases in {len(lexicon)} groups.\n"]
    for group in lexicon:
        lines += [
            f"## {group.id}\n",
            f"{group.ja}  \n{group.en}\n",
            "| phrase | bad | clean | |",
            "|---|---|---|---|",
        ]
        for number, phrase in enumerate(group.phrases):
            bad, clean = hits[group.id, number, True], hits[group.id, number, False]
            mark = "" if bad or clean else "unseen"
            lines.append(
                f"| {phrase.text.replace('|', chr(92) + '|')} | {bad} | {clean} | {mark} |"
            )
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(count(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"))), "utf-8")
    print(f"wrote {PAGE}")
