"""How fast the judge is, and the peers beside it where they are installed.

    python -m bench.speed [MAILS]

MAILS: a folder of mails (default: the bundled examples and specimens). Judging is measured with
the mails in memory: one core (pinned), then all cores; then the cold start of the command.
"""

import argparse
import contextlib
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from bench.peers import PEERS
from mayoke.pipeline import check, warm
from mayoke.records.errors import BadInput

ROOT = Path(__file__).resolve().parent.parent


def collect(folder: Path | None, most: int) -> list[bytes]:
    """The mails, evenly drawn when there are more than ``most``."""
    places = [folder] if folder else [ROOT / "examples", ROOT / "tests" / "specimens"]
    paths = sorted(path for place in places for path in place.rglob("*.eml") if path.is_file())
    step = max(1, len(paths) // most)
    return [path.read_bytes() for path in paths[::step]]


def judge(data: bytes) -> float:
    """Seconds for one mail."""
    start = time.perf_counter()
    with contextlib.suppress(BadInput):
        check(data)
    return time.perf_counter() - start


def one_core(mails: Sequence[bytes]) -> list[float]:
    """Seconds for each mail, after one warm pass over a few."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    warm()
    for data in mails[:50]:
        judge(data)
    return [judge(data) for data in mails]


def _measured(mails: Sequence[bytes]) -> tuple[list[float], int]:
    return one_core(mails), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def all_cores(mails: Sequence[bytes], workers: int) -> float:
    """Messages per second with a process for each core."""
    with ProcessPoolExecutor(workers, initializer=warm) as pool:
        list(pool.map(judge, mails[: 50 * workers], chunksize=16))
        start = time.perf_counter()
        list(pool.map(judge, mails, chunksize=32))
        return len(mails) / (time.perf_counter() - start)


def cold_start(runs: int = 7) -> float:
    """Median seconds of ``mayoke check FILE`` from nothing."""
    example = min((ROOT / "examples").glob("*.eml"))
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "mayoke", "check", str(example)],
            stdout=subprocess.DEVNULL,
            check=False,
        )
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mails", type=Path, nargs="?")
    parser.add_argument("--most", type=int, default=3000)
    parser.add_argument("--peer-mails", type=int, default=150)
    options = parser.parse_args()
    mails = collect(options.mails, options.most)
    cores = len(os.sched_getaffinity(0))
    with ProcessPoolExecutor(1) as pool:
        taken, peak = pool.submit(_measured, mails).result()
    ordered = sorted(taken)
    rate = len(taken) / sum(taken)
    print(f"{len(mails)} mails, {sum(map(len, mails)) / len(mails) / 1024:.1f} KB mean\n")
    print("| what | measured |\n|---|---|")
    print(f"| one core | {rate:.0f} messages/s |")
    print(f"| median | {1000 * statistics.median(ordered):.2f} ms |")
    print(f"| p99 | {1000 * ordered[int(len(ordered) * 0.99)]:.2f} ms |")
    print(f"| slowest | {1000 * ordered[-1]:.1f} ms |")
    print(f"| peak memory of the worker, mails included | {peak / 1024:.0f} MB |")
    print(f"| {cores} cores | {all_cores(mails, cores):.0f} messages/s |")
    print(f"| cold start of `mayoke check FILE` | {cold_start():.2f} s |")
    step = max(1, len(mails) // options.peer_mails)
    for name, measure in PEERS.items():
        peer = measure(mails[::step])
        if peer is None:
            print(f"| {name} | not installed |")
        else:
            print(f"| {name}, one core | {peer:.1f} messages/s: mayoke is {rate / peer:.1f} × |")


if __name__ == "__main__":
    main()
