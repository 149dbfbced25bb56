"""The specimens of the structural signals: what each shows, exactly.

    python -m tools.specimens --accept    # write every .expect file; then read the difference

A specimen ``fires.eml`` has beside it ``fires.expect``: the ids of all its findings, one a line, and
optionally ``fires.toml`` with ``me``, ``names``, ``authserv_ids``, ``senders``, ``[[leaks]]``.
"""

import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mayoke.mail.check import context
from mayoke.mail.read.read import read
from mayoke.mail.signals.find import find
from mayoke.records.known import Known
from mayoke.records.known_leak import KnownLeak

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "specimens" / "signals"


def specimens() -> Iterator[Path]:
    """Every specimen mail, in order."""
    yield from sorted(FOLDER.glob("*/*.eml"))


def known(path: Path) -> Known:
    """What the user has told, from the file beside the specimen."""
    beside = path.with_suffix(".toml")
    if not beside.exists():
        return Known()
    given = tomllib.loads(beside.read_text("utf-8"))
    me, names, hosts, senders = (
        frozenset(given.get(key, ())) for key in ("me", "names", "authserv_ids", "senders")
    )
    return Known(me, names, hosts, senders, tuple(map(_leak, given.get("leaks", ()))))


def _leak(given: Mapping[str, Any]) -> KnownLeak:
    """One ``[[leaks]]``: what a ledger would say."""
    names = tuple(given["names"])
    return KnownLeak("2024-0001", "published", names[0], names, frozenset(given["domains"]), None)


def shown(path: Path) -> list[str]:
    """The ids of a specimen's findings, each once, sorted; gaps as ``gap:what``."""
    found = find(context(read(path.read_bytes()), known(path)))
    ids = {signal.id for signal in found.signals}
    return sorted(ids) + sorted({f"gap:{gap.what}" for gap in found.gaps})


def main() -> None:
    """The command."""
    if sys.argv[1:] != ["--accept"]:
        raise SystemExit(__doc__)
    for path in specimens():
        path.with_suffix(".expect").write_text("\n".join(shown(path)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
