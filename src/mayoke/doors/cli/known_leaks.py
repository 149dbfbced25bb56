"""What the user's ledger of leaks knows about a mail, when there is a ledger."""

import os
from dataclasses import replace
from pathlib import Path

import platformdirs

from mayoke.doors.cli import config
from mayoke.doors.cli.options import Wishes
from mayoke.records.errors import BadInput, StoreError
from mayoke.records.gap import Gap
from mayoke.records.known import Known


def with_ledger(data: bytes, wishes: Wishes) -> tuple[Known, tuple[Gap, ...]]:
    """What is known of the sender's leaks too; a ledger that cannot be read is a gap, no failure."""
    named = os.environ.get("MAYOKE_DATABASE_URL") or config.load(os.environ).database
    usual = platformdirs.user_data_path("mayoke", appauthor=False) / "mayoke.db"
    if not named and not Path(usual).exists():
        return wishes.known, ()
    # Loaded only where there is a ledger: without one a check must start quickly.
    from mayoke import pipeline  # noqa: PLC0415
    from mayoke.store.opening import open_store  # noqa: PLC0415

    try:
        store = open_store(named or f"sqlite:///{usual}", create=False, timeout=2)
        try:
            leaks = pipeline.leaks(pipeline.mentions(data), store)
        finally:
            store.close()
    except StoreError:
        from mayoke.registry.load import load  # noqa: PLC0415

        return wishes.known, (Gap("ledger", load().why("ledger-not-read", wishes.lang)),)
    except BadInput:  # told where the mail is judged
        return wishes.known, ()
    return replace(wishes.known, leaks=leaks), ()
