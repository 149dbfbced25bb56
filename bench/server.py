"""How many mails a second the real server judges, how long each waits, and what it costs.

    python -m bench.server [--workers 2] [--clients 32] [--seconds 15] [--rounds 4] [MAILS]

``mayoke serve`` with two workers on a loopback port; every client sends one mail after another to
``POST /v1/check``, the bundled mails in turn. Sent with ``wrk`` where it is installed (Debian: wrk),
else by a small client here, which takes a good part of a processor from the server.
"""

import argparse
import asyncio
import contextlib
import json
import resource
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.speed import collect
from tools.serving import Serving, ledger, serving

RATE, WAIT_MS, IDLE, GROWTH_MB = 600, 150, 1_000, 10
"""What is wanted: checks a second, the 99th percentile, connections beside, growth in a round."""

_SCRIPT = """
local threads, requests, at = 0, {}, 0
function setup(thread)
  thread:set("first", threads * 997)
  threads = threads + 1
end
function init(arguments)
  at = first
  for number = 1, %d do
    local file = io.open(%s .. "/" .. number, "rb")
    requests[number] = wrk.format("POST", "/v1/check", {["Content-Type"] = "message/rfc822"}, file:read("*a"))
    file:close()
  end
end
function request()
  at = at %% #requests + 1
  return requests[at]
end
function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    '\\nRESULT {"answers": %%d, "seconds": %%.3f, "p50": %%.3f, "p99": %%.3f, "max": %%.3f, "errors": %%d}\\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    latency.max / 1e3, errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
"""


@dataclass(frozen=True, slots=True)
class Round:
    """One round: answers a second, milliseconds, requests that failed."""

    rate: float
    p50: float
    p99: float
    slowest: float
    errors: int


def accepted(port: int, mails: Sequence[bytes]) -> list[bytes]:
    """The mails that are judged, each asked once: what is refused would be counted as an error."""
    taken = asyncio.run(_ask_all(port, mails))
    return [mail for mail, (status, _) in zip(mails, taken) if status == 200]


async def _ask_all(port: int, mails: Sequence[bytes]) -> list[tuple[int, float]]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        return [await _ask(reader, writer, mail) for mail in mails]
    finally:
        writer.close()


async def _ask(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, mail: bytes
) -> tuple[int, float]:
    """Status and milliseconds of one request on a connection that stays open."""
    head = "POST /v1/check HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: message/rfc822\r\n"
    start = time.perf_counter()
    writer.write(f"{head}Content-Length: {len(mail)}\r\n\r\n".encode() + mail)
    told = (await reader.readuntil(b"\r\n\r\n")).lower()
    length = int(told.partition(b"content-length:")[2].split(b"\r\n", 1)[0])
    await reader.readexactly(length)
    return int(told.split(b" ", 2)[1]), 1000 * (time.perf_counter() - start)


def by_wrk(port: int, mails: Sequence[bytes], clients: int, seconds: float) -> Round:
    """A round with wrk."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, mail in enumerate(mails, 1):
            (folder / str(number)).write_bytes(mail)
        script = folder / "mails.lua"
        script.write_text(_SCRIPT % (len(mails), json.dumps(name)))
        command = [
            "wrk",
            "-t",
            "2",
            "-c",
            str(clients),
            "-d",
            f"{seconds:.0f}s",
            "--timeout",
            "10s",
        ]
        command += ["--script", str(script), f"http://127.0.0.1:{port}"]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = json.loads(told.partition("RESULT ")[2].splitlines()[0])
    rate = found["answers"] / found["seconds"]
    return Round(rate, found["p50"], found["p99"], found["max"], found["errors"])


def by_us(port: int, mails: Sequence[bytes], clients: int, seconds: float) -> Round:
    """A round with the client here."""
    taken = asyncio.run(_many(port, mails, clients, time.perf_counter() + seconds))
    waits = sorted(wait for _, wait in taken)
    errors = sum(status != 200 for status, _ in taken)
    p99 = waits[int(len(waits) * 0.99)]
    return Round(len(waits) / seconds, waits[len(waits) // 2], p99, waits[-1], errors)


async def _many(
    port: int, mails: Sequence[bytes], clients: int, until: float
) -> list[tuple[int, float]]:
    async def one(at: int) -> list[tuple[int, float]]:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        taken = []
        while time.perf_counter() < until:
            taken.append(await _ask(reader, writer, mails[at % len(mails)]))
            at += 1
        writer.close()
        return taken

    every = await asyncio.gather(*(one(at * len(mails) // clients) for at in range(clients)))
    return [answer for client in every for answer in client]


@contextlib.contextmanager
def idle(port: int, number: int) -> Iterator[None]:
    """Connections that say nothing."""
    with contextlib.ExitStack() as held:
        for _ in range(number):
            held.enter_context(socket.create_connection(("127.0.0.1", port)))
        yield


def measure(server: Serving, mails: Sequence[bytes], options: argparse.Namespace) -> None:
    """Print the table, and whether it is as wanted."""
    drive = by_wrk if shutil.which("wrk") else by_us
    fit = accepted(server.port, mails)
    drive(server.port, fit, options.clients, 3)  # caches fill
    print(
        f"{len(fit)} of {len(mails)} mails, {sum(map(len, fit)) / len(fit) / 1024:.1f} KB mean; ",
        end="",
    )
    print(f"{options.workers} workers, {options.clients} clients, sent with {drive.__name__[3:]}\n")
    print("| round | checks/s | p50 ms | p99 ms | slowest ms | errors | largest worker MB |")
    print("|---|---|---|---|---|---|---|")
    memory, well = [server.resident()], True
    for number in range(1, options.rounds + 2):
        beside = IDLE if number > options.rounds else 0
        with idle(server.port, beside):
            told = drive(server.port, fit, options.clients, options.seconds)
        memory.append(server.resident())
        well &= told.rate >= RATE and told.p99 <= WAIT_MS and told.errors == 0
        name = f"{number}, {IDLE:,} idle connections beside" if beside else str(number)
        row = f"{told.rate:.0f} | {told.p50:.1f} | {told.p99:.1f} | {told.slowest:.0f} | {told.errors}"
        print(f"| {name} | {row} | {memory[-1]:.0f} |", flush=True)
    grown = memory[-1] - memory[-2] if len(memory) > 2 else 0.0
    print(f"\nMemory: {memory[0]:.0f} MB before, {memory[-1]:.0f} MB after.")
    wanted = f"≥ {RATE} checks/s, p99 ≤ {WAIT_MS} ms, no error, growth in the last round < {GROWTH_MB} MB"
    well &= grown < GROWTH_MB
    print(f"Wanted: {wanted}: {'met' if well else 'NOT met'}.")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mails", type=Path, nargs="?")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--rounds", type=int, default=4)
    options = parser.parse_args()
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 4 * IDLE), most))
    with tempfile.TemporaryDirectory() as name:
        database = ledger(Path(name) / "mayoke.db")
        with serving(database=database, workers=options.workers) as server:
            measure(server, collect(options.mails, 3000), options)


if __name__ == "__main__":
    main()
