"""How long the ledger takes: import of invented incidents, then searches.

    python -m bench.ledger [--incidents N] [--database ADDRESS …]

Without ``--database`` a SQLite file in a temporary folder and, where PostgreSQL is installed, a
server of its own on a loopback port. Every address must lead to an empty database.
"""

import argparse
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from mayoke.records.ledger import Filter
from mayoke.store.bulk import import_incidents
from mayoke.store.connect import Store
from mayoke.store.listing import find, search
from mayoke.store.look_up import stats
from mayoke.store.opening import open_store
from mayoke.store.recording import Deed
from tests.databases import PostgresMissingError, server

SEED = 20260704
SEARCHES = 50
_FRONT = "青赤白黒緑紫銀金東西南北上下大小高深若古"
_MIDDLE = "山川原田野森林島浜崎沢谷橋宮寺城坂池泉岡"
_TRADE = [
    "茶舗",
    "製菓",
    "書房",
    "工房",
    "食品",
    "酒造",
    "衣料",
    "園芸",
    "楽器",
    "眼鏡",
    "家具",
    "農園",
]
_FORM = [
    "株式会社{}",
    "{}株式会社",
    "有限会社{}",
    "合同会社{}",
    "一般財団法人{}",
    "{}市",
    "学校法人{}学園",
]
_SHOP = ["{}オンラインショップ", "{}公式通販", "{}ネット店", "{} ONLINE STORE", "会員サイト「{}」"]
_CAUSES = (
    "web_skimming",
    "site_vulnerability",
    "unauthorised_access",
    "malware_ransomware",
    "misdelivery",
    "lost_device",
    "misconfiguration",
    "credential_stuffing",
)
_ITEMS = ["card_number", "card_expiry", "card_security_code", "name", "address", "phone", "email"]


def incidents(count: int, seed: int = SEED) -> Iterator[dict[str, Any]]:
    """Invented incidents in the form of our export; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  invented data
    for number in range(count):
        yield {
            "schema": "mayoke.incident/1",
            "incident": _incident(chance, number),
            "documents": [{"sha256": f"{number:064x}", "title": "お客様情報の流出に関するお詫び"}],
        }


def _incident(chance: random.Random, number: int) -> dict[str, Any]:
    name = chance.choice(_FRONT) + chance.choice(_MIDDLE) + chance.choice(_MIDDLE)
    name += chance.choice(_TRADE)
    organisation = chance.choice(_FORM).format(name)
    site = chance.choice(_SHOP).format(name)
    url = f"https://shop{number % 70_000}.example.{chance.choice(('com', 'jp', 'net'))}/"
    told = date(2007, 4, 1) + timedelta(days=chance.randrange(7000))
    silent = chance.randrange(5, 400)
    suspected = told - timedelta(days=silent)
    start = suspected - timedelta(days=chance.randrange(10, 700))
    people = chance.randrange(20, 90_000)
    said = (
        f"{start.year}年{start.month}月{start.day}日から{suspected.month}月{suspected.day}日までの期間に"
        f"「{site}」でクレジットカード決済をご利用されたお客様{people:,}名"
    )
    return {
        "organisation": organisation,
        "site_name": site,
        "site_url": url,
        "sites": [{"name": site, "url": url}],
        "notice_date": told.isoformat(),
        "exposure": [
            {
                "start": start.isoformat(),
                "end": suspected.isoformat(),
                "basis": "purchase",
                "precision": "day",
                "quote": said,
                "span": [100, 100 + len(said)],
            }
        ],
        "affected_count": [
            {
                "count": people,
                "unit": "名",
                "qualifier": "exact",
                "what": "card_holder",
                "parent": None,
                "quote": f"お客様{people:,}名",
                "span": [160, 170],
                "primary": True,
            }
        ],
        "data_items": sorted(chance.sample(_ITEMS, 4)),
        "data_items_negated": [],
        "cause": chance.choice(_CAUSES),
        "cause_confirmed": True,
        "leak_status": "possible",
        "timeline": [
            _event(
                "suspicion_notified",
                suspected,
                "一部のクレジットカード会社から情報の流出懸念について連絡を受け",
            ),
            _event("card_payment_stopped", suspected, "同日、カード決済を停止いたしました"),
            _event("disclosed", told, f"{told.year}年{told.month}月{told.day}日"),
        ],
        "contacts": {"phone": ["0120-000-123"], "email": [], "hours": None, "name": None},
        "delays": {"suspicion_to_disclosure_days": silent, "suspicion_to_card_stop_days": 0},
        "where": {},
    }


def _event(kind: str, day: date, quote: str) -> dict[str, Any]:
    return {
        "date": day.isoformat(),
        "precision": "day",
        "event": kind,
        "actor": "operator",
        "basis": "absolute",
        "quote": quote,
        "span": [200, 200 + len(quote)],
    }


def queries(seed: int = SEED) -> list[str]:
    """Words that many, few, one and none of the incidents hold."""
    chance = random.Random(seed + 1)  # noqa: S311
    fixed = [
        "流出",
        "カード",
        "個人情報",
        "クレジットカード決済",
        "茶",
        "流出 茶舗",
        "ＯＮＬＩＮＥ",
    ]
    fixed += ["example.jp", "決済 停止 茶舗", "山山", "酒造 お客様8", "存在しない言葉", "zzqx"]
    made: list[str] = []
    while len(fixed) + len(made) < SEARCHES:
        sort = chance.randrange(4)
        front, middle = chance.choice(_FRONT), chance.choice(_MIDDLE)
        if sort == 0:
            made.append(front + middle)
        elif sort == 1:
            made.append(front + middle + chance.choice(_MIDDLE) + chance.choice(_TRADE))
        elif sort == 2:
            made.append(f"shop{chance.randrange(70_000)}")
        else:
            made.append(f"{middle}{chance.choice(_TRADE)} {chance.randrange(2007, 2027)}年")
    return fixed + made


def measure(store: Store, lines: Path) -> None:
    """Import, then search; prints a table."""
    start = time.perf_counter()
    with lines.open("rb") as file:
        deed = Deed("bench", datetime.now(UTC))
        added = import_incidents(store, (json.loads(line) for line in file), deed).added
    taken = time.perf_counter() - start
    print(f"| import of {added:,} incidents | {taken:.1f} s, {added / taken:,.0f} a second |")
    times = {query: _timed(store, query) for query in queries()}
    ordered = sorted(times.values())
    slowest = max(times, key=lambda query: times[query])
    print(f"| {len(times)} searches, median | {1000 * statistics.median(ordered):.1f} ms |")
    print(f"| p99 | {1000 * ordered[int(len(ordered) * 0.99)]:.1f} ms (“{slowest}”) |")
    calls: dict[str, Callable[[], object]] = {
        "a page of the list": lambda: find(store),
        "a page of one cause": lambda: find(store, Filter(cause="misdelivery")),
        "search within one year": lambda: search(store, "茶舗", Filter(since="2019", until="2020")),
        "the figures": lambda: stats(store),
    }
    for what, call in calls.items():
        start = time.perf_counter()
        call()
        print(f"| {what} | {1000 * (time.perf_counter() - start):.1f} ms |")


def _timed(store: Store, query: str) -> float:
    """Seconds, the best of three: the first may read the disk."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        search(store, query)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--incidents", type=int, default=100_000)
    parser.add_argument("--database", action="append", default=[])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        addresses: list[str] = options.database or [f"sqlite:///{folder}/ledger.db"]
        if not options.database:
            try:
                addresses.append(stack.enter_context(server()).database())
            except PostgresMissingError:
                print("PostgreSQL is not installed; SQLite only\n")
        lines = Path(folder, "incidents.jsonl")
        with lines.open("w", encoding="utf-8") as file:
            for line in incidents(options.incidents):
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
        print(f"{lines.stat().st_size / options.incidents / 1024:.1f} KB an incident")
        for address in addresses:
            store = open_store(address)
            print(f"\n| {store.dialect} | measured |\n|---|---|")
            measure(store, lines)
            store.close()


if __name__ == "__main__":
    main()
