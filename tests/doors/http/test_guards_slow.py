"""Slow and many: a real server under clients that take their time."""

import re
import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from mayoke.doors.http.settings import Settings
from tests.doors.http.serving import Served, everything, serving, status

LARGEST = 300_000
MAIL = b"From: a@example.com\r\nSubject: hello\r\n\r\nLunch at noon?\r\n"
RFC822 = "Content-Type: message/rfc822"


@pytest.fixture(scope="module")
def server() -> Iterator[Served]:
    """One whose patience is short."""
    with serving(Settings(patience=0.7, largest=LARGEST, rate=0)) as running:
        yield running


def request(*head: str, body: bytes = b"") -> bytes:
    return "\r\n".join([*head, "", ""]).encode() + body


def healthy(server: Served) -> bool:
    return status(server.get("/healthz")) == 200


def test_a_body_that_does_not_come_is_told_so(server: Served) -> None:
    head = ("POST /v1/check HTTP/1.1", "Host: localhost", RFC822, "Content-Length: 1000")
    answer = server.send(request(*head, body=b"From: a"))
    assert status(answer) == 408
    assert b"connection: close" in answer.lower()


@pytest.mark.parametrize("start", [b"", b"GET", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: "])
def test_a_head_that_does_not_come_is_not_waited_for(server: Served, start: bytes) -> None:
    assert server.send(start) == b""


def test_bytes_after_an_answer_do_not_keep_a_connection(server: Served) -> None:
    head = ("POST /nothing HTTP/1.1", "Host: localhost", "Content-Length: 1000000")
    with server.connect() as connection:
        connection.sendall(request(*head))
        assert status(connection.recv(65536)) in {404, 405}
        connection.sendall(b"x")
        everything(connection)  # the server closes, or this would fail after half a minute


def test_line_breaks_between_requests_do_not_keep_a_connection(server: Served) -> None:
    with server.connect() as connection:
        connection.sendall(request("GET /healthz HTTP/1.1", "Host: localhost"))
        answer = b""
        while not answer.endswith(b"ok\n"):
            answer += connection.recv(65536)
        assert status(answer) == 200
        connection.sendall(b"\r\n")
        assert everything(connection) == b""


def test_half_a_request_and_a_closed_side_end_the_connection(server: Served) -> None:
    with server.connect() as connection:
        connection.sendall(
            b"POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n"
        )
        connection.shutdown(socket.SHUT_WR)
        everything(connection)
    assert healthy(server)


def test_two_hundred_idle_connections_do_no_harm() -> None:
    with serving(Settings(patience=30, rate=0)) as patient, ExitStack() as open_ones:
        idle = [open_ones.enter_context(patient.connect()) for _ in range(200)]
        for connection in idle[:100]:
            connection.sendall(b"GET / HTTP/1.1\r\n")
        assert status(patient.post("/v1/check", MAIL, RFC822)) == 200
        for connection in idle[:100]:
            connection.sendall(b"Host: localhost\r\n\r\n")
            assert connection.recv(100).startswith(b"HTTP/1.1 ")


def test_work_that_takes_too_long_is_given_up_and_others_are_answered() -> None:
    with serving(Settings(seconds=0.02, rate=0)) as hurried:
        mail = MAIL + b"https://www.example.com/ \xe3\x81\x82" * 100_000
        answer = hurried.post("/v1/check", mail, RFC822)
        assert status(answer) == 503
        assert b"took-too-long" in answer
        assert healthy(hurried)
        assert status(hurried.post("/v1/check", MAIL, RFC822)) == 200  # small: done at once


def test_the_metrics_are_for_the_machine_itself(server: Served) -> None:
    assert b"mayoke_requests_total" in server.get("/metrics")
    for field in ("X-Forwarded-For: 127.0.0.1", "Forwarded: for=127.0.0.1", "Via: 1.1 proxy"):
        assert status(server.get("/metrics", field)) == 404


def test_behind_a_proxy_a_client_is_who_the_proxy_says() -> None:
    settings = Settings(proxies=("127.0.0.1",), rate=2)
    with serving(settings) as server:
        assert status(server.get("/metrics", "X-Forwarded-For: 192.0.2.1")) == 404
        assert status(server.get("/metrics", "X-Forwarded-For: 127.0.0.1, 192.0.2.1")) == 404
        first = [
            server.post("/v1/check", MAIL, RFC822, "X-Forwarded-For: 192.0.2.1") for _ in range(3)
        ]
        other = server.post("/v1/check", MAIL, RFC822, "X-Forwarded-For: 192.0.2.2")
    assert [status(answer) for answer in first] == [200, 200, 429]
    assert re.search(rb"retry-after: [1-9]", first[2])
    assert status(other) == 200


def test_two_workers_count_together() -> None:
    with serving(Settings(rate=0), workers=2) as pair:
        for _ in range(12):
            assert status(pair.post("/v1/check", MAIL, RFC822)) == 200
        told = pair.get("/metrics").decode()
    counted = re.search(
        r'mayoke_requests_total\{method="POST",route="/v1/check",status="200"\} ([0-9.]+)', told
    )
    assert counted
    assert float(counted[1]) == 12
