"""Bodies and forms: read whole, in memory, within bounds."""

import asyncio
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.types import Message

from mayoke.doors.http.body import Form, Room, give_back, read_body, read_form
from mayoke.doors.http.refusal import Refused
from mayoke.doors.http.settings import Settings
from tests.apart import run_apart

URLENCODED = "application/x-www-form-urlencoded"


def sent(body: bytes | list[bytes], kind: str, **fields: str) -> Request:
    """A request whose body comes in these pieces."""
    pieces = [body] if isinstance(body, bytes) else body
    coming = iter([*pieces])

    async def receive() -> Message:
        piece = next(coming, None)
        more = piece is not None
        return {"type": "http.request", "body": piece or b"", "more_body": more}

    app = Starlette()
    app.state.room = Room(200_000)
    told = {
        "content-type": kind,
        **{name.replace("_", "-"): value for name, value in fields.items()},
    }
    raw = [(name.encode(), value.encode()) for name, value in told.items()]
    scope = {"type": "http", "method": "POST", "path": "/", "headers": raw, "app": app}
    return Request(scope, receive)


def form(body: bytes, kind: str) -> Form:
    return run_apart(read_form(sent(body, kind), Settings(largest=100_000)))


def multipart(*parts: tuple[str, str]) -> tuple[bytes, str]:
    told = "".join(
        f"--b\r\nContent-Disposition: form-data; {head}\r\n\r\n{body}\r\n" for head, body in parts
    )
    return (told + "--b--\r\n").encode(), "multipart/form-data; boundary=b"


def test_a_form_of_parts_is_read_with_its_files() -> None:
    body, kind = multipart(
        ('name="text"', "こんにちは"),
        ('name="many"', "1"),
        ('name="many"', "2"),
        ('name="file"; filename="../../etc/passwd"', "bytes"),
        ('name="none"; filename=""', ""),
    )
    found = form(body, kind)
    assert found.get("text") == "こんにちは"
    assert found.all("many") == ("1", "2")
    assert (found.get("nothing"), found.all("nothing")) == ("", ())
    assert found.files["file"].data == b"bytes"
    assert found.files["file"].name == "../../etc/passwd"  # as told; nobody opens it
    assert "none" not in found.files


def test_a_large_part_stays_in_memory_and_is_whole() -> None:
    text = "あ" * 30_000
    body, kind = multipart(('name="text"', text), ('name="file"; filename="a"', "x"))
    assert form(body, kind).get("text") == text


@given(pairs=st.lists(st.tuples(st.text(max_size=9), st.text(max_size=30)), max_size=20))
def test_an_urlencoded_form_is_read_as_it_was_meant(pairs: list[tuple[str, str]]) -> None:
    body = "&".join(f"{quote(name, safe='')}={quote(value, safe=' ')}" for name, value in pairs)
    found = form(body.replace(" ", "+").encode(), URLENCODED)
    told: dict[str, list[str]] = {}
    for name, value in pairs:
        told.setdefault(name, []).append(value)
    assert found.fields == told


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"a=%e3%81%82+%", {"a": ["あ %"]}),
        (b"a=%zz%4", {"a": ["%zz%4"]}),
        (b"a", {"a": [""]}),
        (b"&&=&", {"": [""]}),
        (b"", {}),
        (b"a=\xff%ff", {"a": ["\ufffd\ufffd"]}),
        (b"a=" + b"%e3%81%82" * 10_000, {"a": ["あ" * 10_000]}),
    ],
)
def test_what_is_no_proper_escape_stays(body: bytes, expected: dict[str, list[str]]) -> None:
    assert form(body, URLENCODED).fields == expected


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"a=b", "text/plain", 400),
        (b"a&" * 70, URLENCODED, 400),
        (b"x" * 100_001, URLENCODED, 413),
        (multipart(*[('name="a"', "x")] * 61)[0], "multipart/form-data; boundary=b", 400),
        (
            multipart(*[('name="a"; filename="f"', "x")] * 5)[0],
            "multipart/form-data; boundary=b",
            400,
        ),
        (b"", "multipart/form-data", 400),
    ],
)
def test_a_form_of_another_form_is_refused(body: bytes, kind: str, status: int) -> None:
    with pytest.raises(Refused) as error:
        form(body, kind)
    assert error.value.refusal.status == status


def test_bodies_that_crowd_are_refused_but_short_ones_get_through() -> None:
    large = sent([b"x" * 50_000] * 6, "text/plain")
    with pytest.raises(Refused) as error:
        run_apart(read_body(large, Settings(largest=300_000)))
    assert error.value.refusal.status == 503
    room: Room = large.app.state.room
    assert 0 < room.held <= room.most
    short = sent(b"x" * 60_000, "text/plain")
    short.app.state.room = Room(0)
    assert len(run_apart(read_body(short, Settings()))) == 60_000
    give_back(large)
    assert room.held == 0


def test_a_body_that_stops_coming_is_not_waited_for() -> None:
    async def trickling() -> None:
        request = sent(b"", "text/plain")
        blocked = asyncio.Event()

        async def receive() -> Message:
            await blocked.wait()
            raise AssertionError

        request._receive = receive
        await read_body(request, Settings(patience=0.01))

    with pytest.raises(Refused) as error:
        run_apart(trickling())
    assert error.value.refusal.status == 408
