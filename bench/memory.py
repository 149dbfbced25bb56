"""Memory of one worker over many messages: it must stay flat.

    python -m bench.memory [MESSAGES] [MAILS]

The same mails are judged again and again, each time with other letters in their links, addresses
and text, so that no cache can hold them all.
"""

import contextlib
import sys
from pathlib import Path

from bench.speed import collect
from mayoke.pipeline import check
from mayoke.records.errors import BadInput


def resident() -> float:
    """Resident memory now, in MB (Linux)."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def main() -> None:
    """The command."""
    messages = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    mails = collect(Path(sys.argv[2]) if len(sys.argv) > 2 else None, 2000)
    print("| messages | resident MB |\n|---|---|")
    for number in range(messages + 1):
        data = mails[number % len(mails)]
        varied = data.replace(b"example", b"x%dexample" % number)
        with contextlib.suppress(BadInput):
            check(varied)
        if number in (1_000, 10_000) or number % 100_000 == 0:
            print(f"| {number} | {resident():.1f} |", flush=True)


if __name__ == "__main__":
    main()
