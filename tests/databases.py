"""The two databases that the store's tests run on: SQLite, and a PostgreSQL server of our own."""

import contextlib
import ctypes
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

MISSING = "PostgreSQL was not found; the tests need it: sudo apt-get install postgresql"
_MEMORY = "/dev/shm"
_PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin")


class PostgresMissingError(Exception):
    """There is no PostgreSQL to test with."""


def programs() -> Path:
    """The folder with the newest ``initdb`` and ``postgres``."""
    found = [
        path
        for place in _PLACES
        for path in Path("/").glob(place.lstrip("/"))
        if (path / "initdb").exists() and (path / "postgres").exists()
    ]
    on_path = shutil.which("initdb")
    found += [Path(on_path).resolve().parent] if on_path else []
    if not found:
        raise PostgresMissingError(MISSING)
    return max(found, key=lambda path: [int(n) for n in path.parent.name.split(".") if n.isdigit()])


def _unprivileged() -> dict[str, Any]:
    """What ``subprocess`` needs: ``initdb`` and ``postgres`` refuse to be run by root."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return {}
    import pwd  # noqa: PLC0415  not on Windows

    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            user = pwd.getpwnam(name)
            return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    return {}


def _stop_with_us() -> None:
    """On Linux the server is told to stop when the test process dies, however it dies."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGINT)  # PR_SET_PDEATHSIG


class Server:
    """A PostgreSQL server on a loopback port, with a folder of its own that vanishes with it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.count = folder, 0
        self.bin, self.caller = programs(), _unprivileged()
        if self.caller:
            os.chown(folder, self.caller["user"], self.caller["group"])
        self._run(
            "initdb",
            *("--pgdata", str(folder / "data"), "--username", "mayoke", "--auth", "trust"),
            *("--encoding", "UTF8", "--locale", "C", "--no-sync", "--no-instructions"),
        )
        for _ in range(3):  # somebody may take the free port before we do
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                self.port = int(free.getsockname()[1])
            self.process = self._start()
            if self._answers():
                return
            self.stop()
        raise RuntimeError((folder / "log").read_text(errors="replace"))

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(self.bin / program), *arguments],
            cwd=self.folder,
            capture_output=True,
            check=False,
            **self.caller,
        )
        if done.returncode != 0:
            raise RuntimeError(done.stderr.decode(errors="replace"))

    def _start(self) -> subprocess.Popen[bytes]:
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "unix_socket_directories": "",
            "fsync": "off",
            "synchronous_commit": "off",
            "full_page_writes": "off",
            "shared_buffers": "64MB",
            "max_connections": "20",
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("wb") as log:
            return subprocess.Popen(
                [str(self.bin / "postgres"), "-D", str(self.folder / "data"), *options],
                cwd=self.folder,
                stdout=log,
                stderr=log,
                preexec_fn=_stop_with_us,  # noqa: PLW1509  no other thread runs yet
                **self.caller,
            )

    def _answers(self) -> bool:
        until = time.monotonic() + 30
        while self.process.poll() is None and time.monotonic() < until:
            with contextlib.suppress(psycopg.OperationalError):
                psycopg.connect(self.address("postgres"), connect_timeout=2).close()
                return True
            time.sleep(0.05)
        return False

    def address(self, name: str) -> str:
        """The address of a database."""
        return f"postgresql://mayoke@127.0.0.1:{self.port}/{name}"

    def database(self, template: str = "template0") -> str:
        """The address of a new database like ``template``."""
        self.count += 1
        name = f"test_{self.count}"
        self.do(sql.SQL("CREATE DATABASE {} TEMPLATE {}"), name, template)
        return self.address(name)

    def drop(self, address: str) -> None:
        """Remove a database, whoever is still connected."""
        self.do(sql.SQL("DROP DATABASE {} WITH (FORCE)"), address.rpartition("/")[2])

    def do(self, command: sql.SQL, *names: str) -> None:
        """Run a command about databases."""
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(command.format(*map(sql.Identifier, names)))

    def stop(self) -> None:
        """Fast shutdown; the process is ours alone."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def _quickest() -> str | None:
    """Memory, where there is plenty: a new database is 300 small files."""
    with contextlib.suppress(OSError):
        if shutil.disk_usage(_MEMORY).free > 2**30 and os.access(_MEMORY, os.W_OK):
            return _MEMORY
    return None


@contextlib.contextmanager
def server() -> Iterator[Server]:
    """A server for as long as it is needed."""
    folder = Path(tempfile.mkdtemp(prefix="mayoke-postgres-", dir=_quickest()))
    try:
        running = Server(folder)
        try:
            yield running
        finally:
            running.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
