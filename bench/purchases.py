"""How long "was I affected?" takes: invented purchases against invented incidents, in each engine.

    python -m bench.purchases [--purchases N …] [--incidents N] [--engine duckdb|plain]

Writes a CSV file with a fixed seed into a temporary folder. Printed per size: seconds for the
incidents' names, for reading with matching, for the query, and in all, and the peak of memory.
"""

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from mayoke.breach.purchases import plain, scale
from mayoke.breach.purchases.columns import find_header
from mayoke.breach.purchases.match import Matcher
from mayoke.breach.purchases.table import open_table
from mayoke.records.incident import Exposure, Incident, Quote, Site
from mayoke.records.purchase import Watched

SEED = 20260704
SHOPS = 20_000
_SYLLABLES = [
    c + v
    for c in ("ア", "カ", "サ", "タ", "ナ", "ハ", "マ", "ラ", "ガ", "ザ")
    for v in "キクコシスソチツトニヌノミムモリルロ"
]
_DAYS = [date(2020, 1, 1) + timedelta(n) for n in range(1_800)]


def shop(number: int) -> str:
    """A name of four syllables or more, each number its own."""
    parts = []
    rest = number * 7919 + 104_729
    for _ in range(4):
        rest, at = divmod(rest, len(_SYLLABLES))
        parts.append(_SYLLABLES[at])
    return "".join(parts) + _SYLLABLES[number % len(_SYLLABLES)]


def incidents(number: int) -> Iterator[Watched]:
    """Shops that leaked for half a year each."""
    chance = random.Random(SEED)  # noqa: S311  a bench
    for n in range(number):
        start = chance.choice(_DAYS[:1_500])
        quote = Quote(f"{start}から", 0, 12)
        period = Exposure(str(start), str(start + timedelta(180)), "purchase", "day", quote)
        site = Site(f"{shop(n)} オンラインショップ", f"https://shop{n}.example.jp/")
        told = str(start + timedelta(400))
        found = Incident(
            organisation=f"株式会社{shop(n)}商会",
            sites=(site,),
            notice_date=told,
            exposure=(period,),
            data_items=("card_number", "card_expiry"),
        )
        yield Watched(f"bench-{n}", "published", found)


def write(path: Path, purchases: int) -> None:
    """A list of purchases at ``SHOPS`` shops, one in fifty given back."""
    chance = random.Random(SEED + 1)  # noqa: S311  a bench
    names = [f"{shop(n)}ｵﾝﾗｲﾝｼﾖﾂﾌﾟ" if n % 2 else shop(n) for n in range(SHOPS)]
    days = [day.strftime("%Y/%m/%d") for day in _DAYS]
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write("利用日,利用店名,支払方法,利用金額\r\n")
        for _ in range(0, purchases, 10_000):
            lines = []
            for _ in range(min(10_000, purchases)):
                pick = chance.random()
                amount = int(pick * 99_000) + 100
                back = "-" if pick < 0.02 else ""
                lines.append(
                    f"{days[int(chance.random() * 1800)]},{names[int(chance.random() * SHOPS)]},1回払い,{back}{amount}\r\n"
                )
            out.write("".join(lines))


def measure(path: Path, number: int, engine: str) -> None:
    """One comparison, printed."""
    begun = time.perf_counter()
    watched = list(incidents(number))
    made = time.perf_counter()
    Matcher(watched)
    matcher = time.perf_counter()
    table = open_table(path)
    found = find_header(table.head)
    if found is None:
        raise SystemExit("no header")
    compare = scale.compare if engine == "duckdb" else plain.compare
    start = time.perf_counter()
    tally, findings = compare(table, found[0] + 1, found[1], watched)
    judged = time.perf_counter()
    listed = sum(1 for _ in findings)
    end = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(
        f"{engine}: {tally.purchases:,} purchases x {number:,} incidents: {judged - start:.2f} s "
        f"(the names of the incidents {matcher - made:.2f} s of that); listing {listed:,} findings "
        f"{end - judged:.2f} s more; peak {peak:,.0f} MB; making the incidents, not counted, "
        f"{made - begun:.2f} s\n  {dict(tally.answers)}\n"
    )


def main() -> None:
    """Each size in a process of its own, so that the peak is its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--purchases", type=int, nargs="*", default=[1_000_000])
    parser.add_argument("--incidents", type=int, default=5_000)
    parser.add_argument("--engine", choices=["duckdb", "plain"], default="duckdb")
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    wishes = parser.parse_args()
    if wishes.file:
        measure(wishes.file, wishes.incidents, wishes.engine)
        return
    with tempfile.TemporaryDirectory() as folder:
        for size in wishes.purchases:
            path = Path(folder) / f"{size}.csv"
            write(path, size)
            mega = path.stat().st_size / 1e6
            sys.stdout.write(f"{size:,} purchases, {mega:,.0f} MB\n")
            sys.stdout.flush()
            arguments = ["--file", str(path), "--incidents", str(wishes.incidents)]
            command = [sys.executable, "-m", "bench.purchases", *arguments]
            subprocess.run([*command, "--engine", wishes.engine], check=True)
            path.unlink()


if __name__ == "__main__":
    main()
