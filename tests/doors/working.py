"""What the workers of test_workers.py do; in a module of its own, so that spawn can import it."""

import os
import time
from collections.abc import Callable

from mayoke.doors.cli.inputs import Input


def shout() -> Callable[[Input], str]:
    def work(item: Input) -> str:
        if item.data == b"die":
            os._exit(3)
        if item.data == b"sleep":
            time.sleep(60)
        return item.source.upper()

    return work


def broken() -> Callable[[Input], str]:
    raise ValueError("no registry")
