"""The guards of a real running server, put to the test over raw sockets."""

from collections.abc import Iterator

import pytest

from mayoke.doors.http.settings import Settings
from tests.doors.http.serving import Served, serving, status

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


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (("Host: localhost",), 404),
        (("Host: LOCALHOST:8080",), 404),
        (("Host: [::1]:80",), 404),
        (("Host: evil.example",), 421),
        (("Host: localhost.evil.example",), 421),
        (("Host: localhost:80@evil.example",), 421),
        (("Host: [::1].evil.example",), 421),
        (("Host: ",), 421),
        (("Host: localhost", "Host: evil.example"), 400),
        (("Host: localhost", "Host: localhost"), 400),
        (("X-Forwarded-Host: localhost",), 400),
    ],
)
def test_only_a_name_of_the_site_is_answered(
    server: Served, fields: tuple[str, ...], expected: int
) -> None:
    answer = server.send(request("GET /nothing HTTP/1.1", *fields, "Connection: close"))
    assert status(answer) == expected
    assert b"evil" not in answer


def test_the_metrics_and_pictures_are_guarded_by_host_too(server: Served) -> None:
    for path in ("/metrics", "/static/icon.svg", "/robots.txt", "/v1/openapi.json"):
        asked = request(f"GET {path} HTTP/1.1", "Host: rebound.example", "Connection: close")
        assert status(server.send(asked)) == 421


@pytest.mark.parametrize(
    ("target", "host", "expected"),
    [
        ("http://localhost/healthz", "localhost", 200),
        ("http://evil.example/healthz", "localhost", 421),
        ("ftp://localhost/healthz", "localhost", 421),
        ("http://localhost@evil.example/healthz", "localhost", 421),
        ("http://evil.example/healthz", "evil.example", 200),
        ("http://evil.example/robots.txt", "evil.example", 421),
    ],
)
def test_the_absolute_form_may_name_no_other_host(
    server: Served, target: str, host: str, expected: int
) -> None:
    asked = request(f"GET {target} HTTP/1.1", f"Host: {host}", "Connection: close")
    assert status(server.send(asked)) == expected


@pytest.mark.parametrize(
    "target",
    [
        "/%0d%0aSet-Cookie:%20a=b",
        "/en/%0d%0a%0d%0a<script>",
        "/en?%0d%0aSet-Cookie:%20a=b",
        "/static/%0d%0aSet-Cookie:%20a=b",
        "/v1/incidents/%0d%0aSet-Cookie:%20a=b",
    ],
)
def test_line_breaks_in_an_address_never_split_an_answer(server: Served, target: str) -> None:
    answer = server.get(target)
    head = answer.partition(b"\r\n\r\n")[0].lower()
    assert answer.count(b"HTTP/1.1 ") == 1
    assert b"\nset-cookie" not in head
    assert status(answer) < 500


@pytest.mark.parametrize(
    "field",
    [b"X: a\rSet-Cookie: b", b"X: a\nSet-Cookie: b", b"X: a\0b", b"X : a", b" X: a", b"X"],
)
def test_broken_fields_are_refused_or_harmless(server: Served, field: bytes) -> None:
    head = b"GET /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    answer = server.send(head + field + b"\r\n\r\n")
    assert status(answer) in {400, 404}
    assert b"set-cookie" not in answer.lower()


@pytest.mark.parametrize(
    "head",
    [
        ("Content-Length: 5", "Content-Length: 6"),
        ("Content-Length: 5", "Transfer-Encoding: chunked"),
        ("Transfer-Encoding: chunked, identity",),
        ("Content-Length: -1",),
        ("Content-Length: 1e3",),
    ],
)
def test_a_body_of_two_lengths_is_refused(server: Served, head: tuple[str, ...]) -> None:
    asked = request("POST /v1/check HTTP/1.1", "Host: localhost", RFC822, *head, body=b"0\r\n\r\n")
    assert status(server.send(asked)) == 400


def test_a_declared_size_over_the_limit_is_refused_before_it_is_sent(server: Served) -> None:
    length = f"Content-Length: {LARGEST + 1}"
    head = ("POST /v1/check HTTP/1.1", "Host: localhost", RFC822, length)
    answer = server.send(request(*head, "Connection: close"))
    assert status(answer) == 413
    assert b'"code"' not in answer
    assert b"urn:mayoke:problem:too-large" in answer


def test_a_streamed_size_over_the_limit_is_refused(server: Served) -> None:
    head = ("POST /v1/check HTTP/1.1", "Host: localhost", RFC822, "Transfer-Encoding: chunked")
    chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    answer = server.send(request(*head, "Connection: close"), *[chunk] * 20, b"0\r\n\r\n")
    assert status(answer) == 413
    assert healthy(server)


def test_a_chunked_mail_within_the_limit_is_judged(server: Served) -> None:
    head = ("POST /v1/check HTTP/1.1", "Host: localhost", RFC822, "Transfer-Encoding: chunked")
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(MAIL), MAIL)
    assert status(server.send(request(*head, "Connection: close"), chunks)) == 200


def test_a_compressed_body_is_not_unfolded(server: Served) -> None:
    answer = server.post("/v1/check", b"\x1f\x8b" + b"\0" * 100, RFC822, "Content-Encoding: gzip")
    assert status(answer) == 415
