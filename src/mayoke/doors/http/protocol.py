"""HTTP/1.1 as uvicorn speaks it, but nobody is waited for without end, and heads are bounded."""

import asyncio
import contextlib
import os
import socket

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

PATIENCE = 30.0
"""Seconds for a request's head, where the application names no other (``Settings.patience``)."""
HEAD_MOST = 64 * 1024
"""Bytes of a request's head. One read of the socket may bring more; then its fields are counted."""
FIELDS_MOST = 200
SLOWEST = 32 * 1024
"""Bytes a second at which an answer has to be fetched, after the patience."""
_TOO_LARGE = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\n"
    b"content-type: text/plain; charset=utf-8\r\ncontent-length: 40\r\nconnection: close\r\n\r\n"
    b"The head of this request is too large.\r\n"
)
_OTHER_HOST = b"HTTP/1.1 421 Misdirected Request\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"


class PatientProtocol(HttpToolsProtocol):
    """Closes a connection that sends no whole head in time (RFC 9112 §9.5), or one too large.

    How long a body may take is the application's matter; what still comes after the answer is
    bounded here again.
    """

    _deadline: asyncio.TimerHandle | None = None
    _fetching: asyncio.TimerHandle | None = None
    _head = 0
    _in_head = True

    @property
    def patience(self) -> float:
        """Seconds to wait; the application tells them in its lifespan state."""
        return float(self.app_state.get("patience", PATIENCE))

    @property
    def _answering(self) -> bool:
        cycle = getattr(self, "cycle", None)  # None before the first request, against its type
        return cycle is not None and not cycle.response_complete

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client has connected."""
        super().connection_made(transport)
        _send_at_once(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Bytes have come: of a head, of a body, or of nothing that is still wanted."""
        if self._in_head:
            self._head += len(data)
        super().data_received(data)
        if self.transport.is_closing():
            return
        if self._in_head and self._head > HEAD_MOST:
            self._refuse(_TOO_LARGE)
        elif self._deadline is None and not self._answering:
            self._wait()  # after an answer, bytes that are no head must not keep it open

    def on_message_begin(self) -> None:
        """The first bytes of a request."""
        super().on_message_begin()
        self._in_head = True
        self._wait()

    def on_headers_complete(self) -> None:
        """The head is whole."""
        self._stop_waiting()
        self._in_head, self._head = False, 0
        if len(self.headers) > FIELDS_MOST:
            self._refuse(_TOO_LARGE)
        elif not self.url.startswith(b"/") and not self._names_its_host():
            self._refuse(_OTHER_HOST)
        elif not self.transport.is_closing():
            super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Some of the body; of a request that was refused, nobody wants it."""
        if not self.transport.is_closing():
            super().on_body(body)

    def on_message_complete(self) -> None:
        """The body is whole; the next head may follow."""
        self._in_head = True
        if not self.transport.is_closing():
            super().on_message_complete()

    def pause_writing(self) -> None:
        """The client does not fetch its answer as quickly as it is written."""
        super().pause_writing()
        self._cut_off_later()

    def resume_writing(self) -> None:
        """It has."""
        super().resume_writing()
        self._stop_cutting_off()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client has gone."""
        self._stop_waiting()
        self._stop_cutting_off()
        super().connection_lost(exc)

    def timeout_keep_alive_handler(self) -> None:
        """Nothing came since the answer; who does not take the answer either is cut off later."""
        self._give_up()

    def _names_its_host(self) -> bool:
        """Does the absolute form (RFC 9112 §3.2.2) name the host of the Host field?"""
        scheme, sign, rest = self.url.partition(b"://")
        hosts = [value.lower() for name, value in self.headers if name == b"host"]
        named = rest.partition(b"/")[0].partition(b"?")[0].lower()
        return bool(sign) and scheme.lower() in {b"http", b"https"} and hosts == [named]

    def _refuse(self, answer: bytes) -> None:
        if not self.transport.is_closing():
            if not self._answering:
                self.transport.write(answer)  # never into the midst of another answer
            self.transport.close()

    def _wait(self) -> None:
        self._stop_waiting()
        self._deadline = self.loop.call_later(self.patience, self._give_up)

    def _stop_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _give_up(self) -> None:
        """Close; what the client does not fetch in time is thrown away."""
        self._stop_waiting()
        self.transport.close()
        self._cut_off_later()

    def _cut_off_later(self) -> None:
        self._stop_cutting_off()
        left = self.transport.get_write_buffer_size() / SLOWEST
        self._fetching = self.loop.call_later(self.patience + left, self.transport.abort)

    def _stop_cutting_off(self) -> None:
        if self._fetching is not None:
            self._fetching.cancel()
            self._fetching = None


def _send_at_once(transport: asyncio.Transport) -> None:
    """Switch Nagle's algorithm off: a body would wait 40 ms for the client to acknowledge its head.

    The loop does so itself, but not for sockets that were handed to it as a descriptor.
    """
    found = transport.get_extra_info("socket")
    if found is not None and found.fileno() >= 0:
        with (
            contextlib.suppress(OSError),  # no TCP: a socket of this machine
            socket.socket(fileno=os.dup(found.fileno())) as connection,
        ):
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
