"""Taking a request's body: bounded in size and time, kept in memory, never on disk."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field

from python_multipart.exceptions import FormParserError
from starlette.datastructures import UploadFile
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import Request

from mayoke.doors.http import refusal
from mayoke.doors.http.refusal import Refused, too_large
from mayoke.doors.http.settings import Settings

_FIELDS, _FILES = 60, 4


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
    """The body. Raises Refused: 408, 413, 415."""
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise Refused(refusal.COMPRESSED)  # a small body could unfold to gigabytes
    declared = request.headers.get("content-length", "")
    if declared.isascii() and declared.isdigit() and int(declared[:18]) > settings.largest:
        raise Refused(too_large(settings.largest))
    chunks: list[bytes] = []
    total = 0
    try:
        async with asyncio.timeout(settings.patience):
            async for chunk in request.stream():
                total += len(chunk)
                if total > settings.largest:
                    raise Refused(too_large(settings.largest))
                chunks.append(chunk)
    except TimeoutError as error:
        raise Refused(refusal.TOO_SLOW_TO_ARRIVE) from error
    return b"".join(chunks)


async def read_form(request: Request, settings: Settings) -> Form:
    """The form in the body (``multipart/form-data`` or urlencoded). Raises Refused, 400 too."""
    data = await read_body(request, settings)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        if kind == "multipart/form-data":
            parser: MultiPartParser | FormParser = _InMemory(
                request.headers,
                _once(data),
                max_files=_FILES,
                max_fields=_FIELDS,
                max_part_size=settings.largest,
            )
        elif kind == "application/x-www-form-urlencoded":
            parser = FormParser(request.headers, _once(data))
        else:
            raise Refused(refusal.BAD_FORM)
        sent = await parser.parse()
    except (MultiPartException, FormParserError, UnicodeDecodeError, KeyError) as error:
        raise Refused(refusal.BAD_FORM) from error
    fields: dict[str, list[str]] = {}
    files: dict[str, Upload] = {}
    for name, value in sent.multi_items()[: _FIELDS + _FILES]:
        if isinstance(value, UploadFile):
            content = await value.read()
            if value.filename or content:
                files[name] = Upload(value.filename or "", content)
        else:
            fields.setdefault(name, []).append(value)
    await sent.close()
    return Form(fields, files)


async def _once(data: bytes) -> AsyncGenerator[bytes, None]:
    yield data
    yield b""
