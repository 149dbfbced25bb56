"""Taking a request's body: bounded in size and time, kept in memory, never on disk."""

import asyncio
import re
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field

import anyio.to_thread
from python_multipart.exceptions import FormParserError
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from mayoke.doors.http import refusal
from mayoke.doors.http.refusal import Refused, too_large
from mayoke.doors.http.settings import Settings

_FIELDS, _FILES = 60, 4
_SLOWEST = 32 * 1024
"""Bytes a second that prolong the time for a body: a telephone may send 25 MB, a slow-loris not."""
_SMALL = 64 * 1024
"""Bytes of each body that are always taken: short texts get through while large ones crowd."""
_ASIDE = 256 * 1024
"""Bytes of a form from which decoding it would hold up the others."""
_HELD = "mayoke.held"
_ESCAPES = re.compile(rb"(?:%[0-9A-Fa-f]{2})+")


@dataclass(slots=True)
class Room:
    """Bytes that all bodies of a process may take together while they are worked on."""

    most: int
    held: int = 0


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was handed in: its name as the browser told it, and its bytes."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Form:
    """A form as it was sent. A field that was sent several times has several values."""

    fields: dict[str, list[str]] = field(repr=False)
    files: dict[str, Upload] = field(repr=False)

    def get(self, name: str) -> str:
        """The first value of a field; empty when it was not sent."""
        return next(iter(self.fields.get(name, ())), "")

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a field."""
        return tuple(self.fields.get(name, ()))


class _InMemory(MultiPartParser):
    """Uploads stay in memory: what people hand in must not lie in a temporary file."""

    spool_max_size = 2**62


async def read_body(request: Request, settings: Settings) -> bytes:
    """The body. Raises Refused: 408, 413, 415, 503 (too much is being worked on)."""
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise Refused(refusal.COMPRESSED)  # a small body could unfold to gigabytes
    declared = request.headers.get("content-length", "")
    if declared.isascii() and declared.isdigit() and int(declared[:18]) > settings.largest:
        raise Refused(too_large(settings.largest))
    chunks: list[bytes] = []
    total = 0
    began = asyncio.get_running_loop().time()
    try:
        async with asyncio.timeout(settings.patience) as limit:
            async for chunk in request.stream():
                total += len(chunk)
                if total > settings.largest:
                    raise Refused(too_large(settings.largest))
                if total > _SMALL:
                    _hold(request, len(chunk))
                    limit.reschedule(began + settings.patience + total / _SLOWEST)
                chunks.append(chunk)
    except TimeoutError as error:
        raise Refused(refusal.TOO_SLOW_TO_ARRIVE) from error
    return b"".join(chunks)


def _hold(request: Request, size: int) -> None:
    room: Room | None = getattr(request.app.state, "room", None)
    if room is None:
        return
    if room.held + size > room.most:
        raise Refused(refusal.BUSY)
    room.held += size
    request.scope[_HELD] = request.scope.get(_HELD, 0) + size


def give_back(request: Request) -> None:
    """The request was answered: its body takes no room any more."""
    held = request.scope.pop(_HELD, 0)
    if held:
        request.app.state.room.held -= held


async def read_form(request: Request, settings: Settings) -> Form:
    """The form in the body (``multipart/form-data`` or urlencoded). Raises Refused, 400 too."""
    data = await read_body(request, settings)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/x-www-form-urlencoded":
        if len(data) < _ASIDE:
            return _urlencoded(data)
        return await anyio.to_thread.run_sync(_urlencoded, data)
    if kind != "multipart/form-data":
        raise Refused(refusal.BAD_FORM)
    parser = _InMemory(
        request.headers,
        _once(data),
        max_files=_FILES,
        max_fields=_FIELDS,
        max_part_size=settings.largest,
    )
    try:
        sent = await parser.parse()
    except (MultiPartException, FormParserError, UnicodeDecodeError, KeyError) as error:
        raise Refused(refusal.BAD_FORM) from error
    return await _taken(sent)


async def _taken(sent: FormData) -> Form:
    fields: dict[str, list[str]] = {}
    files: dict[str, Upload] = {}
    for name, value in sent.multi_items():
        if isinstance(value, UploadFile):
            content = await value.read()
            if value.filename or content:
                files[name] = Upload(value.filename or "", content)
        else:
            fields.setdefault(name, []).append(value)
    await sent.close()
    return Form(fields, files)


def _urlencoded(data: bytes) -> Form:
    """``application/x-www-form-urlencoded`` (WHATWG URL §5.1). Raises Refused."""
    if data.count(b"&") >= _FIELDS:
        raise Refused(refusal.BAD_FORM)
    fields: dict[str, list[str]] = {}
    for pair in data.split(b"&"):
        name, _, value = pair.partition(b"=")
        if pair:
            fields.setdefault(_unescaped(name), []).append(_unescaped(value))
    return Form(fields, {})


def _unescaped(data: bytes) -> str:
    plain = _ESCAPES.sub(
        lambda run: bytes.fromhex(run[0].replace(b"%", b"").decode()), data.replace(b"+", b" ")
    )
    return plain.decode("utf-8", "replace")


async def _once(data: bytes) -> AsyncGenerator[bytes, None]:
    yield data
    yield b""
