"""A file that nobody may open, and what tells when somebody does (inotify, Linux)."""

import ctypes
import os
from pathlib import Path

_IN_ACCESS, _IN_OPEN = 0x1, 0x20


class Canary:
    """A file with words that stand nowhere else."""

    WORDS = "カナリアの歌 9f27c1"

    def __init__(self, folder: Path) -> None:
        self.path = folder / "canary-9f27c1.txt"
        self.path.write_text(self.WORDS, encoding="utf-8")
        libc = ctypes.CDLL(None, use_errno=True)
        self._watch = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        libc.inotify_add_watch(self._watch, os.fsencode(self.path), _IN_ACCESS | _IN_OPEN)

    def opened(self) -> bool:
        """Has anybody opened it since this was last asked?"""
        try:
            return bool(os.read(self._watch, 65536))
        except BlockingIOError:
            return False

    def close(self) -> None:
        """Watch no longer."""
        os.close(self._watch)
