"""A real server for the tests: uvicorn in a process of its own on a free port of the loopback."""

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from mayoke.doors.http.settings import ENVIRONMENT, Settings

_PATIENCE = 30
_SERVE = """
import sys, uvicorn
fd, workers, proxies = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
if __name__ == "__main__":
    uvicorn.run(
        "mayoke.doors.http.app:served", factory=True, fd=fd, workers=workers,
        http="mayoke.doors.http.protocol:PatientProtocol", ws="none", lifespan="on",
        log_level="error", access_log=False, server_header=False,
        proxy_headers=bool(proxies), forwarded_allow_ips=proxies, timeout_keep_alive=15,
    )
"""


@dataclass(frozen=True)
class Served:
    """A server that answers at ``127.0.0.1:port``."""

    port: int

    def connect(self) -> socket.socket:
        """A connection; whoever reads from it gives up after half a minute."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=_PATIENCE)

    def send(self, *pieces: bytes) -> bytes:
        """Send the pieces, and read until the server closes the connection."""
        with self.connect() as connection:
            for piece in pieces:
                try:
                    connection.sendall(piece)
                except (BrokenPipeError, ConnectionResetError):
                    break  # the server has said all it had to say
            return everything(connection)

    def get(self, path: str, *fields: str) -> bytes:
        """The whole answer to a GET."""
        head = [f"GET {path} HTTP/1.1", "Host: localhost", "Connection: close", *fields]
        return self.send("\r\n".join([*head, "", ""]).encode())

    def post(self, path: str, body: bytes, *fields: str) -> bytes:
        """The whole answer to a POST."""
        head = [f"POST {path} HTTP/1.1", "Host: localhost", "Connection: close", *fields]
        head.append(f"Content-Length: {len(body)}")
        return self.send("\r\n".join([*head, "", ""]).encode() + body)


def everything(connection: socket.socket) -> bytes:
    """What comes until the other side closes."""
    found = b""
    try:
        while piece := connection.recv(65536):
            found += piece
    except ConnectionResetError:
        pass  # it closed with bytes of ours unread
    return found


def status(answer: bytes) -> int:
    """The status of an answer; 0 for none."""
    return int(answer.split(b" ", 2)[1]) if answer else 0


@contextmanager
def serving(settings: Settings, *, workers: int = 1) -> Iterator[Served]:
    """A server with these settings, as ``mayoke serve`` starts one."""
    with socket.socket() as listening, tempfile.TemporaryDirectory() as folder:
        listening.bind(("127.0.0.1", 0))
        listening.listen(1024)  # who connects waits for the server, however long it takes to start
        environment = {**os.environ, ENVIRONMENT: settings.encode()}
        if workers > 1:
            environment["PROMETHEUS_MULTIPROC_DIR"] = folder
        script = os.path.join(folder, "serve.py")  # noqa: PTH118  workers read it again
        with open(script, "w", encoding="utf-8") as file:  # noqa: PTH123
            file.write(_SERVE)
        fd = listening.fileno()
        process = subprocess.Popen(
            [sys.executable, script, str(fd), str(workers), *settings.proxies],
            pass_fds=[fd],
            env=environment,
        )
        try:
            running = Served(listening.getsockname()[1])
            assert status(running.get("/healthz")) == 200
            yield running
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
