"""A document named on the command line, or standard input, as bytes."""

import sys
from pathlib import Path

import click

from mayoke.doors.cli import exit_status
from mayoke.doors.cli.failure import Failure
from mayoke.doors.cli.options import Plain
from mayoke.doors.say import words
from mayoke.doors.say.leaks import PASTE

SIZE_MAX = 25_000_000
"""Bytes; one more is read so that the reader can refuse what is too large."""


def bytes_of(file: str, wishes: Plain) -> bytes:
    """The bytes; a missing, unreadable or wrong path is one clear line."""
    if file == "-":
        if sys.stdin.isatty():
            click.echo(wishes.say(PASTE), err=True)
        return sys.stdin.buffer.read(SIZE_MAX + 1)
    path = Path(file)
    if path.is_dir():
        reason = f"{file}: フォルダーです" if wishes.lang == "ja" else f"{file}: is a folder"
        raise Failure(reason, exit_status.NOINPUT)
    try:
        with path.open("rb") as stream:
            return stream.read(SIZE_MAX + 1)
    except FileNotFoundError as error:
        raise Failure(wishes.say(words.NO_FILE, path=file), exit_status.NOINPUT) from error
    except OSError as error:
        why = error.strerror or "cannot be read"
        reason = wishes.say(words.UNREADABLE, path=file, why=why)
        raise Failure(reason, exit_status.NOINPUT) from error
