"""What the desk's commands share: the database, the private key, failures in one line."""

import functools
import getpass
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import click

from mayoke.doors.cli import exit_status
from mayoke.doors.cli.breach.documents import bytes_of
from mayoke.doors.cli.failure import Failure, usage
from mayoke.doors.cli.options import Plain
from mayoke.doors.cli.places import Desk, told_plainly
from mayoke.doors.say import desk as words
from mayoke.help.consultation.age import Identity, identity_of
from mayoke.records.errors import BadInput, SealBroken, StoreMissing, UnknownConsultation
from mayoke.records.verdict import Sentence
from mayoke.store.connect import Store
from mayoke.store.opening import open_store

JAPAN = timezone(timedelta(hours=9), "JST")

key_option = click.option(
    "--key",
    "key_path",
    metavar="FILE",
    envvar="MAYOKE_DESK_KEY",
    help="The desk's private key. 窓口の秘密鍵のファイル  [default: MAYOKE_DESK_KEY]",
)
form_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the answer. 形式",
)


def now() -> datetime:
    """The time of what is done."""
    return datetime.now(UTC)


def shown(at: datetime) -> str:
    """A time as it is read in Japan."""
    return at.astimezone(JAPAN).strftime("%Y-%m-%d %H:%M")


@contextmanager
def consultations(desk: Desk) -> Iterator[Store]:
    """The database with the consultations; it is never made here."""
    with told(desk.wishes), told_plainly(desk.wishes, desk.address):
        try:
            store = open_store(desk.address, create=False)
        except StoreMissing as error:
            place = desk.address.rpartition("@")[2]
            reason = desk.wishes.say(words.NO_STORE, place=place)
            raise Failure(reason, exit_status.NOINPUT) from error
        try:
            yield store
        finally:
            store.close()


@contextmanager
def told(wishes: Plain) -> Iterator[None]:
    """What goes wrong with a consultation or a key, as one line and an exit status."""
    try:
        yield
    except UnknownConsultation as error:
        raise _failure(wishes, error, error.ja, exit_status.NOINPUT) from error
    except SealBroken as error:
        raise _failure(wishes, error, error.ja, exit_status.DATAERR) from error
    except BadInput as error:
        raise _failure(wishes, error, error.ja, exit_status.DATAERR) from error


def _failure(wishes: Plain, error: Exception, ja: str, status: int) -> Failure:
    return Failure(wishes.say(Sentence(ja or str(error), str(error))), status)


def with_key(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command ``--key``; it gets the opened ``identity``."""

    @functools.wraps(command)
    def with_identity(*, desk: Desk, key_path: str | None, **others: Any) -> int:
        return command(desk=desk, identity=_identity(desk.wishes, key_path), **others)

    return key_option(with_identity)


def _identity(wishes: Plain, path: str | None) -> Identity:
    if not path:
        raise usage(wishes.say(words.NO_KEY))
    data = bytes_of(path if path != "-" else "./-", wishes)
    if sys.platform != "win32" and Path(path).stat().st_mode & 0o077:
        click.echo(f"mayoke: {wishes.say(words.OPEN_KEY, path=path)}", err=True)
    with told(wishes):
        return identity_of(data, lambda: ask_passphrase(wishes))


def ask_passphrase(wishes: Plain, *, twice: bool = False) -> str:
    """Ask on the terminal, without showing what is typed; empty when both differ."""
    try:
        Path("/dev/tty").open("rb").close()
    except OSError as error:
        if not sys.stdin.isatty():
            raise usage(wishes.say(words.NO_TERMINAL)) from error
    typed = getpass.getpass(f"{wishes.say(words.PASSPHRASE)}: ")
    if twice and getpass.getpass(f"{wishes.say(words.AGAIN)}: ") != typed:
        return ""
    return typed
