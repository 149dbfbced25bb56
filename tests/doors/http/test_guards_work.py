"""Work beside the loop, and connections that nobody reads from."""

import asyncio
import socket
import threading

import pytest
from starlette.applications import Starlette
from uvicorn.config import Config
from uvicorn.server import ServerState

from mayoke.doors.http.protocol import PatientProtocol
from mayoke.doors.http.refusal import Refused
from mayoke.doors.http.settings import Settings, decode
from mayoke.doors.http.work import Workbench
from tests.apart import run_apart


def test_small_work_is_done_at_once_and_large_work_beside_the_loop() -> None:
    async def ask() -> tuple[int, int, int]:
        bench = Workbench(5)
        small = await bench.do(10, threading.get_ident)
        return threading.get_ident(), small, await bench.do(10**6, threading.get_ident)

    loop, small, large = run_apart(ask())
    assert small == loop
    assert large != loop


def test_work_that_does_not_end_is_given_up_and_keeps_its_place() -> None:
    end = threading.Event()

    async def ask() -> tuple[list[BaseException | bool], int]:
        bench = Workbench(1.0)
        waiting = asyncio.gather(
            *(bench.do(10**6, end.wait) for _ in range(4)), return_exceptions=True
        )
        small = await bench.do(1, lambda: 7)
        found = await waiting
        end.set()
        return found, small

    found, small = run_apart(ask())
    told = [one.refusal.code for one in found if isinstance(one, Refused)]
    assert sorted(told) == ["busy", *["took-too-long"] * 3]  # the fourth found no place
    assert small == 7


class Unread(asyncio.Transport):
    """A connection whose other side reads nothing."""

    def __init__(self, connection: socket.socket | None = None) -> None:
        super().__init__({"socket": connection})
        self.aborted = asyncio.Event()
        self.closed = False

    def is_closing(self) -> bool:
        return self.closed

    def close(self) -> None:
        self.closed = True

    def abort(self) -> None:
        self.aborted.set()

    def get_write_buffer_size(self) -> int:
        return 100


@pytest.mark.parametrize("stuck", ["pause_writing", "timeout_keep_alive_handler"])
def test_who_does_not_fetch_an_answer_is_cut_off(stuck: str) -> None:
    async def wait() -> bool:
        config = Config(Starlette(), log_config=None)
        protocol = PatientProtocol(config, ServerState(), {"patience": 0.01})
        unread = Unread()
        protocol.connection_made(unread)
        getattr(protocol, stuck)()
        return await asyncio.wait_for(unread.aborted.wait(), 30)

    assert run_apart(wait())


def test_who_fetches_it_after_all_is_not() -> None:
    async def pending() -> bool:
        protocol = PatientProtocol(Config(Starlette(), log_config=None), ServerState(), {})
        protocol.connection_made(Unread())
        protocol.pause_writing()
        stopped = protocol._fetching
        protocol.resume_writing()
        protocol.connection_lost(None)
        return stopped is not None and stopped.cancelled() and protocol._fetching is None

    assert run_apart(pending())


def test_a_body_does_not_wait_until_its_head_is_acknowledged() -> None:
    async def connected(accepted: socket.socket) -> None:
        protocol = PatientProtocol(Config(Starlette(), log_config=None), ServerState(), {})
        protocol.connection_made(Unread(accepted))
        protocol.connection_lost(None)

    with (
        socket.create_server(("127.0.0.1", 0)) as listening,
        socket.create_connection(listening.getsockname()) as _,
        listening.accept()[0] as accepted,
    ):
        assert not accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        run_apart(connected(accepted))
        assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_a_timeout_of_the_work_itself_is_not_taken_for_ours() -> None:
    def work() -> None:
        raise TimeoutError("of a socket")

    with pytest.raises(TimeoutError, match="of a socket"):
        run_apart(Workbench(5).do(10**6, work))


def test_settings_reach_the_worker_as_they_are() -> None:
    told = Settings(hosts=("a",), patience=1.5, proxies=("10.0.0.1",), metrics="off")
    assert decode(told.encode()) == told
