"""The state file of ``mayoke scan --resume``: which sources are done, one JSON line each."""

import json
from pathlib import Path
from types import TracebackType
from typing import Self

from mayoke.doors.cli import exit_status
from mayoke.doors.cli.failure import Failure

SCHEMA = "mayoke.scan-state/1"


class State:
    """Remembers sources across runs. Without a path it remembers nothing.

    A line is written after its result was, so an interrupted run repeats a message rather than
    losing one. A last line that was cut off is passed over.
    """

    def __init__(self, path: Path | None) -> None:
        self.done: frozenset[str] = frozenset()
        self._file = None
        if path is None:
            return
        try:
            old = path.read_bytes() if path.exists() else b""
            self.done = _done(path, old)
            self._file = path.open("ab")
            if not old:
                self._write({"schema": SCHEMA})
            elif not old.endswith(b"\n"):
                self._file.write(b"\n")
        except OSError as error:
            words = f"{path}: {error.strerror}"
            raise Failure(words, exit_status.CANTCREAT) from error

    def add(self, source: str) -> None:
        """This source is done."""
        if self._file is not None:
            self._write({"source": source})

    def _write(self, value: dict[str, str]) -> None:
        if self._file is not None:
            self._file.write(json.dumps(value).encode("ascii") + b"\n")
            self._file.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file is not None:
            self._file.close()


def _done(path: Path, data: bytes) -> frozenset[str]:
    lines = data.split(b"\n")
    if data and _value(lines[0]).get("schema") != SCHEMA:
        raise Failure(f"{path}: is no state file of mayoke scan", exit_status.CANTCREAT)
    return frozenset(source for line in lines if (source := _value(line).get("source")))


def _value(line: bytes) -> dict[str, str]:
    try:
        value = json.loads(line)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
