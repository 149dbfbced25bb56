"""Where the ledger is, and who is at work: options, environment, configuration, usual place."""

import functools
import getpass
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click
import platformdirs

from mayoke.doors.cli import config, exit_status
from mayoke.doors.cli.failure import Failure
from mayoke.doors.cli.options import Plain, plain_options
from mayoke.records.errors import (
    BadBackup,
    StoreChanged,
    StoreDamaged,
    StoreError,
    StoreLocked,
    StoreMissing,
    StoreNewer,
    StoreNotEmpty,
    StoreOlder,
    UnknownIncident,
)
from mayoke.store.connect import Store
from mayoke.store.opening import open_store
from mayoke.store.recording import Deed

database_option = click.option(
    "--database",
    metavar="URL",
    help="The ledger: sqlite:///PATH or postgresql://…  台帳の場所  [default: MAYOKE_DATABASE_URL, "
    "configuration, then the usual place]",
)
acting_option = click.option(
    "--as", "acting_as", metavar="NAME", help="Who does this. 作業する人の名前"
)


def default_address() -> str:
    """The ledger in the folder the platform has for a user's data."""
    return f"sqlite:///{platformdirs.user_data_path('mayoke', appauthor=False) / 'mayoke.db'}"


def address(option: str | None, file: config.Config, environ: Mapping[str, str]) -> str:
    """The option, else ``MAYOKE_DATABASE_URL``, else the configuration, else the usual place."""
    return option or environ.get("MAYOKE_DATABASE_URL") or file.database or default_address()


def actor(option: str | None, file: config.Config) -> str:
    """The option, else the configuration, else the name one is logged in with."""
    if option or file.acting_as:
        return (option or file.acting_as or "").strip()
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "someone"


@dataclass(frozen=True, slots=True)
class Desk:
    """A place at the ledger: which one, who sits there, how to speak."""

    wishes: Plain
    address: str
    who: str
    self_review: bool

    @contextmanager
    def open(self, *, create: bool = False) -> Iterator[Store]:
        """The ledger, closed again at the end; a failure is one clear line.

        ``create``: a SQLite ledger that is not there yet may be made.
        """
        with told_plainly(self.wishes, self.address):
            store = open_store(self.address, create=create)
            try:
                yield store
            finally:
                store.close()

    def deed(self, why: str = "") -> Deed:
        """What this person does now."""
        return Deed(self.who, datetime.now(UTC), why)


@contextmanager
def told_plainly(wishes: Plain, place: str) -> Iterator[None]:
    """A store's failure as one line and an exit status."""
    try:
        yield
    except UnknownIncident as error:
        reason = str(error) if wishes.lang == "en" else "その番号の件は台帳にありません"
        raise Failure(reason, exit_status.NOINPUT) from error
    except StoreError as error:
        sentence, status = _TOLD.get(type(error), _UNUSABLE)
        reason = str(error) if wishes.lang == "en" else sentence.format(place=_shown(place))
        raise Failure(reason, status) from error


_UNUSABLE = ("台帳を開けません: {place}", exit_status.UNAVAILABLE)
_TOLD: Mapping[type[StoreError], tuple[str, int]] = {
    StoreLocked: (
        "ほかの人が台帳に書き込んでいます。少し待ってから、もう一度お試しください: {place}",
        exit_status.TEMPFAIL,
    ),
    StoreChanged: (
        "見ているあいだに、ほかの人がこの件を変えました。もう一度ご覧になってからお試しください",
        exit_status.TEMPFAIL,
    ),
    StoreNewer: (
        "この台帳は、もっと新しい mayoke で作られています。新しい版を入れてください: {place}",
        exit_status.CONFIG,
    ),
    StoreOlder: (
        "この台帳は古い mayoke のものです。控えを取ってから mayoke store migrate を実行してください: {place}",
        exit_status.CONFIG,
    ),
    StoreMissing: (
        "台帳がまだありません。mayoke breach add で最初のお知らせを加えると作られます: {place}",
        exit_status.NOINPUT,
    ),
    StoreDamaged: ("mayoke の台帳ではないか、壊れています: {place}", exit_status.DATAERR),
    StoreNotEmpty: (
        "台帳が空ではありません。空の台帳を --database で指定してください: {place}",
        exit_status.CANTCREAT,
    ),
    BadBackup: (
        "控えのファイルではないか、途中で切れているか、書き換えられています",
        exit_status.DATAERR,
    ),
}


def _shown(place: str) -> str:
    """An address without its password."""
    head, at, tail = place.rpartition("@")
    return f"{head.partition('://')[0]}://…{at}{tail}" if at else place


def at_the_desk(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command ``--database`` and ``--as``; it gets one ``Desk``."""

    @functools.wraps(command)
    def with_desk(
        *, wishes: Plain, database: str | None, acting_as: str | None, **others: object
    ) -> int:
        file = config.load(os.environ)
        place = address(database, file, os.environ)
        desk = Desk(wishes, place, actor(acting_as, file), file.self_review)
        return command(desk=desk, **others)

    return database_option(acting_option(plain_options(with_desk)))


def file_of(place: str) -> Path | None:
    """The file of a SQLite ledger, to show it; None for a server."""
    head, _, path = place.partition("sqlite:///")
    return Path(path) if not head and path else None
