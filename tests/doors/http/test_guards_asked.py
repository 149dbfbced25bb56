"""What a real server is asked for: places, methods, other sites, heads and parts too large."""

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
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static/..%5capp.py",
        "/static//etc/passwd",
        "/static/%2fetc%2fpasswd",
        "/static/....//app.py",
        "/static/style.css%00.png",
        "/static/%00",
        "/static/" + "a" * 5000,
        "/static/" + "a/" * 3000,
        "/static/",
        "/static",
    ],
)
def test_no_file_but_ours_is_given_out(server: Served, path: str) -> None:
    answer = server.get(path)
    assert status(answer) == 404
    assert b"root:" not in answer
    assert b"import" not in answer.partition(b"\r\n\r\n")[2]


@pytest.mark.parametrize(
    ("method", "path", "expected", "allowed"),
    [
        ("OPTIONS", "/v1/check", 405, b"allow: POST"),
        ("DELETE", "/v1/check", 405, b"allow: POST"),
        ("PUT", "/v1/incidents", 405, b"allow: "),
        ("TRACE", "/v1/check", 405, b"allow: POST"),
        ("PROPFIND", "/v1/check", 405, b"allow: POST"),
        ("POST", "/healthz", 405, b"allow: "),
        ("NONSENSE", "/v1/check", 400, b""),
        ("get", "/healthz", 400, b""),
        ("CONNECT", "/v1/check", 405, b"allow: POST"),
    ],
)
def test_other_methods_are_refused(
    server: Served, method: str, path: str, expected: int, allowed: bytes
) -> None:
    answer = server.send(
        request(f"{method} {path} HTTP/1.1", "Host: localhost", "Connection: close")
    )
    assert status(answer) == expected
    assert allowed in answer


def test_head_is_get_without_a_body(server: Served) -> None:
    for path in ("/healthz", "/v1/openapi.json", "/static/style.css"):
        answer = server.send(
            request(f"HEAD {path} HTTP/1.1", "Host: localhost", "Connection: close")
        )
        assert status(answer) == 200
        assert answer.endswith(b"\r\n\r\n")
        assert answer.count(b"\r\n\r\n") == 1


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (("Sec-Fetch-Site: cross-site",), 403),
        (("Sec-Fetch-Site: same-site",), 403),
        (("Sec-Fetch-Site: cross-site", "Origin: http://localhost"), 403),
        (("Origin: https://evil.example",), 403),
        (("Origin: null",), 403),
        (("Origin: http://[",), 403),
        (("Sec-Fetch-Site: same-origin",), 200),
        (("Sec-Fetch-Site: none",), 200),
        (("Origin: http://localhost",), 200),
        ((), 200),
    ],
)
def test_what_another_site_sends_is_not_done(
    server: Served, fields: tuple[str, ...], expected: int
) -> None:
    assert status(server.post("/v1/check", MAIL, RFC822, *fields)) == expected


def test_the_guard_of_other_sites_holds_for_the_pages(server: Served) -> None:
    form = "Content-Type: application/x-www-form-urlencoded"
    for path in ("/check", "/help/plan", "/breach/read"):
        assert status(server.post(path, b"text=a", form, "Sec-Fetch-Site: cross-site")) == 403


@pytest.mark.parametrize(
    "head",
    [
        ["GET /" + "a" * 200_000 + " HTTP/1.1"],
        ["GET /?" + "a=b&" * 50_000 + " HTTP/1.1"],
        ["GET /nothing HTTP/1.1", *[f"X-{n}: a" for n in range(10_000)]],
        ["GET /nothing HTTP/1.1", *[f"X-{n}: a" for n in range(300)]],
        ["GET /nothing HTTP/1.1", "Cookie: " + "a" * 200_000],
    ],
)
def test_a_head_that_is_too_large_is_refused(server: Served, head: list[str]) -> None:
    answer = server.send(request(*head, "Host: localhost"))
    assert status(answer) == 431
    assert healthy(server)


def test_a_head_without_end_is_cut_off(server: Served) -> None:
    start = request("GET /nothing HTTP/1.1", "Host: localhost")[:-2]
    answer = server.send(start, *[b"X: " + b"a" * 60_000 + b"\r\n"] * 50)
    assert status(answer) in {0, 431}  # 0: reset while still sending
    assert healthy(server)


def multipart(*parts: bytes) -> bytes:
    return b"".join(b"--b\r\n" + part + b"\r\n" for part in parts) + b"--b--\r\n"


FIELD = b'Content-Disposition: form-data; name="a"\r\n\r\nx'


@pytest.mark.parametrize(
    "body",
    [
        multipart(*[FIELD] * 4000),
        multipart(*[FIELD.replace(b'"a"', b'"a"; filename="f"')] * 100),
        multipart(b'Content-Disposition: form-data; name="' + b"a" * 100_000 + b'"\r\n\r\nx'),
        multipart(b"X: y\r\n" * 5000 + FIELD),
        multipart(b"X: " + b"y" * 100_000 + b"\r\n" + FIELD),
        b"--b\r\n" + FIELD,
        b"no parts at all",
    ],
)
def test_a_bomb_of_parts_is_refused(server: Served, body: bytes) -> None:
    answer = server.post("/v1/affected", body, "Content-Type: multipart/form-data; boundary=b")
    assert status(answer) in {400, 422}
    assert healthy(server)


def test_a_form_without_a_boundary_is_refused(server: Served) -> None:
    for kind in ("multipart/form-data", f"multipart/form-data; boundary={'b' * 5000}"):
        answer = server.post("/v1/affected", multipart(FIELD), f"Content-Type: {kind}")
        assert status(answer) in {400, 422}
