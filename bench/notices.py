"""How fast notices are read, and what hostile ones cost: ``python -m bench.notices``.

The labelled notices of ``tests/notices`` are read ten times each on one core; then pages made to hurt
the reader, each by the command in a process of its own.
"""

import contextlib
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from mayoke.pipeline import read_notice
from mayoke.records.errors import BadInput

ROOT = Path(__file__).resolve().parent.parent
_DATE = "2024年5月{:d}日、不正アクセスによりお客様{:d}名の氏名が漏えいしました。"


def thousand_dates() -> bytes:
    """A thousand dates, each with a leak."""
    lines = (_DATE.format(n % 28 + 1, n) for n in range(1000))
    return "\n".join(lines).encode()


def ten_megabytes() -> bytes:
    """A page of 10 MB."""
    row = "<tr><td>2024年5月1日</td><td>氏名、住所、電話番号が漏えい</td></tr>".encode()
    return b"<html><body><table>" + row * (10_000_000 // len(row)) + b"</table></body></html>"


def one_line() -> bytes:
    """10 MB of text without a line break."""
    return ("お客様の個人情報が漏えいした可能性があり、" * 170_000).encode()


def deep_nesting() -> bytes:
    """200,000 nested elements."""
    return b"<html>" + b"<div>" * 200_000 + "情報漏えいのお知らせ".encode()


def many_attributes() -> bytes:
    """One element with 200,000 attributes."""
    return b"<html><p " + b" ".join(b"x%d=1" % n for n in range(200_000)) + b">x</p></html>"


def brackets() -> bytes:
    """A million opening brackets."""
    return "「（【".encode() * 330_000


def digits() -> bytes:
    """A million digits and units."""
    return "1万2,345件のうち約3千名、".encode() * 60_000


HOSTILE: tuple[Callable[[], bytes], ...] = (
    thousand_dates,
    ten_megabytes,
    one_line,
    deep_nesting,
    many_attributes,
    brackets,
    digits,
)


def speed() -> None:
    """Notices a second on one core."""
    files = sorted(p for p in (ROOT / "tests" / "notices").glob("*/*") if p.suffix != ".jsonl")
    notices = [path.read_bytes() for path in files]
    for notice in notices:
        read_notice(notice)
    took = []
    for notice in notices * 10:
        start = time.perf_counter()
        read_notice(notice)
        took.append(time.perf_counter() - start)
    took.sort()
    print(
        f"{len(notices)} notices, 10 times each, {sum(map(len, notices)) // len(notices)} bytes on average"
    )
    print(f"{len(took) / sum(took):.0f}/s on one core, median {took[len(took) // 2] * 1000:.1f} ms, "
          f"p99 {took[len(took) * 99 // 100] * 1000:.1f} ms")  # fmt: skip


def hostile() -> None:
    """Seconds of reading alone and of the whole command, and its memory."""
    for make in HOSTILE:
        start = time.perf_counter()
        with contextlib.suppress(BadInput):
            read_notice(make())
        alone = time.perf_counter() - start
        with tempfile.NamedTemporaryFile(suffix=".html") as file:
            file.write(make())
            file.flush()
            before = time.perf_counter()
            command = [sys.executable, "-m", "mayoke", "breach", "read", file.name]
            done = subprocess.run(command, capture_output=True, check=False)
            took = time.perf_counter() - before
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        print(
            f"{make.__name__:16} read in {alone:4.2f} s, the command {took:4.2f} s, "
            f"status {done.returncode}, at most {peak} MB so far"
        )


if __name__ == "__main__":
    speed()
    hostile()
