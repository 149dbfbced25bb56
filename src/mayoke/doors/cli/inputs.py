"""Paths to messages: files, mbox files, Maildirs, folders, standard input.

Nothing below a given folder is followed out of it: a symbolic link is read where it lies directly
in the given folder, and passed over further down. Hidden files are passed over too.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from mayoke.mail.read.sources import MAX_MESSAGE, kind_of, split_mbox

_LOOK = 4096


@dataclass(frozen=True, slots=True)
class Input:
    """One message, or why it could not be read. ``source`` is the path (with ``#N`` in an mbox)."""

    source: str
    data: bytes
    problem: str = ""


def name(path: Path | str) -> str:
    """A path as text, also when it is no UTF-8."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def messages(paths: Iterable[str], stdin: BufferedReader) -> Iterator[Input]:
    """Every message of the given paths, in order of their names; ``-`` is ``stdin``."""
    for path in paths:
        if path == "-":
            yield from _stream("-", stdin)
        else:
            for file in files(Path(path)):
                yield from _file(file)


def files(path: Path) -> Iterator[Path]:
    """The files of a path: itself, or what is below it."""
    if not path.is_dir():
        yield path
        return
    seen: set[tuple[int, int]] = set()
    yield from _folder(path, seen, top=True)


def _folder(folder: Path, seen: set[tuple[int, int]], *, top: bool) -> Iterator[Path]:
    try:
        about = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder  # reading it says why
        return
    if (about.st_dev, about.st_ino) in seen:
        return
    seen.add((about.st_dev, about.st_ino))
    maildir = {"cur", "new"} <= {entry.name for entry in entries}
    for entry in entries:
        path = folder / entry.name
        if entry.is_symlink() and not top:
            continue
        if entry.is_dir():
            if _wanted(path, maildir=maildir):
                yield from _folder(path, seen, top=False)
        elif not maildir and not entry.name.startswith(".") and entry.is_file():
            yield path


def _wanted(folder: Path, *, maildir: bool) -> bool:
    """In a Maildir only mail folders (``.Sent`` is one, ``tmp`` is none), else what is not hidden."""
    if maildir:
        return folder.name in ("cur", "new") or (folder / "cur").is_dir()
    return not folder.name.startswith(".")


def _file(path: Path) -> Iterator[Input]:
    try:
        with path.open("rb") as stream:
            yield from _stream(name(path), stream)
    except OSError as error:
        yield Input(name(path), b"", error.strerror or "cannot be read")


def _stream(source: str, stream: BufferedReader) -> Iterator[Input]:
    if kind_of(stream.peek(_LOOK)) == "mbox":
        for number, data in split_mbox(stream):
            yield Input(f"{source}#{number}", data)
    else:
        yield Input(source, one(stream))


def one(stream: BufferedReader) -> bytes:
    """The stream as one message; of one too large a byte too many, so that it is refused."""
    return stream.read(MAX_MESSAGE + 1)


def size(paths: Iterable[str]) -> int | None:
    """Bytes of all the files together; ``None`` when they cannot be known beforehand."""
    total = 0
    for path in paths:
        if path == "-":
            return None
        for file in files(Path(path)):
            try:
                about = file.stat()
            except OSError:
                continue
            if not stat.S_ISREG(about.st_mode):
                return None
            total += about.st_size
    return total
