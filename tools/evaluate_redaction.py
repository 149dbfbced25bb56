"""Redact mails with planted personal data, and look for what still stands in the outputs.

    python -m tools.evaluate_redaction [--count 10000] [--seed 0]

A leak is a planted value found by the generator's own checker, which the redactor does not know, in
any of the four renderings; "stopped" are mails whose proof found something and which therefore would
not be published; "lost" are scammers' traces and words of evidence that no longer stand there.
"""

import argparse
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from itertools import islice

from mayoke.mail.redact.prove import prove
from mayoke.mail.redact.redact import redact
from mayoke.mail.redact.render import as_eml, as_html, as_json, as_text
from tools.planted.left import kept, leaks
from tools.planted.mails import planted
from tools.planted.records import Planted


def tried(mail: Planted) -> tuple[list[str], bool, int, int]:
    """What leaks, whether proof stops it, and how many of the traces are lost."""
    done = redact(mail.data, mail.known)
    written = (as_text(done), as_html(done), as_json(done))
    outputs = [*(one.encode() for one in written), as_eml(done)]
    stopped = any(prove(one, done, mail.known) for one in outputs)
    found = [leak for one in outputs for leak in leaks(mail, one)]
    return found, stopped, len(kept(mail, outputs[0])), len(mail.keep)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    leaking = stopped = both = lost = traces = 0
    kinds: Counter[str] = Counter()
    with ProcessPoolExecutor(2) as pool:
        mails = islice(planted(options.count, options.seed), options.count)
        for found, held, gone, there in pool.map(tried, mails, chunksize=32):
            leaking += bool(found)
            stopped += held
            both += bool(found) and held
            lost, traces = lost + gone, traces + there
            kinds.update({leak.partition(":")[0] for leak in found})
    print(f"{options.count:,} mails with planted data, four renderings each")
    print(f"leaks in {leaking:,} mails, of which proof stops {both:,}; stopped in all {stopped:,}")
    print(f"mails by what leaks: {dict(kinds.most_common())}")
    print(f"traces and evidence lost: {lost:,} of {traces:,} ({lost / max(traces, 1):.2%})")


if __name__ == "__main__":
    main()
