"""A real server on a loopback port with a ledger of invented incidents: for tests, pictures, bench."""

import contextlib
import ctypes
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from mayoke import pipeline
from mayoke.breach.encode import incident_json
from mayoke.breach.ledger.follow import follow
from mayoke.help.consultation.age import new_key
from mayoke.records.ledger import Document, NewIncident
from mayoke.store.ledger import Ledger
from mayoke.store.opening import open_store
from mayoke.store.recording import Deed

ROOT = Path(__file__).resolve().parent.parent
PUBLISHED = (
    "examples/notice.txt",
    "tests/notices/shops/101.txt",
    "tests/notices/shops/103.txt",
    "tests/notices/shops/110.html",
    "tests/notices/firms/401.txt",
    "tests/notices/public/203.txt",
    "tests/notices/mixed/301.txt",
)
"""Notices whose incidents anybody sees; the first is the newest."""
UNSEEN = "tests/notices/shops/105.txt"
"""A notice that nobody has reviewed: no page may show it."""

_ADDED = Deed("ann", datetime(2026, 3, 1, 3, tzinfo=UTC))
_CHECKED = Deed("ben", datetime(2026, 3, 2, 3, tzinfo=UTC), "compared with the notice")
_READY = re.compile(r"http://[^\s/]+:(\d+)/(\S*)")
"""The port, and the token of the desk's page."""


@dataclass(frozen=True, slots=True)
class Serving:
    """A server that answers at ``url`` (without a slash at its end)."""

    url: str
    port: int
    process: subprocess.Popen[bytes] = field(repr=False)
    log: Path = field(repr=False)

    def workers(self) -> tuple[int, ...]:
        """Ids of the processes that answer (Linux)."""
        return _children(self.process.pid) or (self.process.pid,)

    def resident(self) -> float:
        """Resident memory of the largest worker, in MB (Linux)."""
        return max(_resident(pid) for pid in self.workers())


def ledger(path: Path) -> str:
    """A new ledger at ``path`` with the incidents of the notices above; gives its address."""
    address = f"sqlite:///{path}"
    store = open_store(address)
    try:
        for name in (*PUBLISHED, UNSEEN):
            _add(Ledger(store, follow), name, published=name != UNSEEN)
    finally:
        store.close()
    return address


def _add(kept: Ledger, name: str, *, published: bool) -> None:
    reading = pipeline.read_notice((ROOT / name).read_bytes())
    document = Document(
        sha256=reading.notice.sha256,
        media_type=reading.notice.media_type,
        received_at=_ADDED.at,
        text=reading.notice.text,
        url=f"https://www.example.co.jp/{Path(name).stem}.html",
        title=None,
        document_kind=reading.document_kind,
        report=reading.report,
    )
    found = [NewIncident(incident_json(one)) for one in reading.incidents]
    for incident in kept.add(document, found, _ADDED).incidents:
        if published:
            kept.set_state(incident, "new", "reviewed", _CHECKED)
            kept.set_state(incident, "reviewed", "published", _CHECKED)


def desk_key() -> str:
    """A public key nobody has the other half of."""
    return new_key().public


@contextlib.contextmanager
def serving(
    *options: str, database: str | None = None, desk: str | None = None, workers: int = 1
) -> Iterator[Serving]:
    """``mayoke serve`` with further ``options``, for as long as it is needed.

    Without a limit on the rate, with nothing of the caller's own configuration. Raises RuntimeError
    with what the server said when it does not answer within 30 seconds, or ended before its time.
    """
    arguments = ["serve", "--port", "0", "--workers", str(workers), "--rate", "0", *options]
    arguments += ["--database", database] if database else []
    arguments += ["--desk-key", desk] if desk else []
    with _running(arguments) as (process, log):
        yield _awaited(process, log)


@contextlib.contextmanager
def desk_serving(database: str, key: Path) -> Iterator[Serving]:
    """``mayoke desk serve`` with the private key in the file; its ``url`` ends in the token."""
    arguments = ["desk", "serve", "--port", "0", "--database", database, "--key", str(key)]
    with _running([*arguments, "--as", "ann", "--lang", "ja"]) as (process, log):
        yield _awaited(process, log)


@contextlib.contextmanager
def _running(arguments: Sequence[str]) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    with tempfile.TemporaryDirectory(prefix="mayoke-serving-") as name:
        folder = Path(name)
        with (folder / "log").open("wb") as log:
            process = _start(arguments, folder, log.fileno())
        try:
            yield process, folder / "log"
            if process.poll() is not None:
                told = (folder / "log").read_text(errors="replace")
                raise RuntimeError(f"the server ended by itself ({process.returncode}): {told}")
        finally:
            _stop(process)


def _start(arguments: Sequence[str], home: Path, log: int) -> subprocess.Popen[bytes]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MAYOKE_")}
    environment = {
        **kept,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "LANG": "C.UTF-8",
        "PYTHONUNBUFFERED": "1",
    }
    return subprocess.Popen(
        [sys.executable, "-m", "mayoke", *arguments],
        cwd=home,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        preexec_fn=_stop_with_us,
    )


def _stop_with_us() -> None:
    """On Linux the server is told to stop when its parent dies, however it dies."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


def _awaited(process: subprocess.Popen[bytes], log: Path) -> Serving:
    until = time.monotonic() + 30
    while process.poll() is None and time.monotonic() < until:
        told = _READY.search(log.read_text(errors="replace"))
        if told:
            url = f"http://127.0.0.1:{told[1]}/{told[2]}".rstrip("/")
            with contextlib.suppress(OSError), urllib.request.urlopen(url + "/", timeout=2):
                return Serving(url, int(told[1]), process, log)
        time.sleep(0.05)
    raise RuntimeError(log.read_text(errors="replace") or "the server did not answer")


def _stop(process: subprocess.Popen[bytes]) -> None:
    """The process is ours alone, and its workers are its own."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            for child in _children(process.pid):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(child, signal.SIGKILL)
            process.kill()
            process.wait()


def _children(parent: int) -> tuple[int, ...]:
    """The worker processes of a supervisor; Python's resource tracker is none."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            after_name = path.read_text(errors="replace").rpartition(")")[2].split()
            if int(after_name[1]) == parent and b"resource_tracker" not in _command(path.parent):
                found.append(int(path.parent.name))
    return tuple(sorted(found))


def _command(process: Path) -> bytes:
    return (process / "cmdline").read_bytes()


def _resident(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0
