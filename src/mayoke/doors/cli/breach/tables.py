"""A list of purchases named on the command line: opened, its columns found, asked for or refused."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from mayoke.breach.purchases import columns as finder
from mayoke.breach.purchases.table import Table, open_table
from mayoke.breach.purchases.words import ROLES as ROLE_NAMES
from mayoke.doors.cli import exit_status
from mayoke.doors.cli.breach import mappings
from mayoke.doors.cli.failure import Failure, usage
from mayoke.doors.cli.options import Plain
from mayoke.doors.cli.terminal import plain
from mayoke.doors.say import words
from mayoke.doors.say.purchases import (
    ASK,
    BAD_MAP,
    EMPTY,
    MISSING,
    NO_PROFILE,
    NOT_CSV,
    THE_COLUMNS,
    TOO_BIG,
    UNREAD,
)
from mayoke.doors.say.shapes import shorten
from mayoke.records.errors import BadInput, EmptyInput, TooLarge, UnsupportedInput
from mayoke.records.purchase import Columns, Role, UnknownColumns
from mayoke.registry.load import load

Found = tuple[int, Columns]


@dataclass(frozen=True, slots=True)
class Given:
    """What the options say of the columns."""

    pairs: tuple[str, ...]
    profile: str | None
    save_as: str | None


def table_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command ``--map``, ``--profile`` and ``--save-mapping``."""
    options = (
        click.option(
            "--map",
            "pairs",
            metavar="ROLE=COLUMN",
            multiple=True,
            help="A column by its header word or number; repeatable. 列の指定（例 date=ご利用日）",
        ),
        click.option(
            "--profile",
            metavar="NAME",
            help="A card company's form, or a mapping you saved. 明細の形式の名前",
        ),
        click.option(
            "--save-mapping",
            "save_as",
            metavar="NAME",
            help="Keep these columns under a name. 列の指定を名前を付けて残す",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def open_list(file: Path, wishes: Plain) -> Table:
    """The table; a file that is missing, no CSV, empty or too large is one clear line."""
    if file.is_dir():
        reason = f"{file}: フォルダーです" if wishes.lang == "ja" else f"{file}: is a folder"
        raise Failure(reason, exit_status.NOINPUT)
    try:
        return open_table(file)
    except FileNotFoundError as error:
        raise Failure(wishes.say(words.NO_FILE, path=file), exit_status.NOINPUT) from error
    except OSError as error:
        why = error.strerror or "cannot be read"
        reason = wishes.say(words.UNREADABLE, path=file, why=why)
        raise Failure(reason, exit_status.NOINPUT) from error
    except BadInput as error:
        raise unreadable(file, error, wishes) from error


def unreadable(file: Path, error: BadInput, wishes: Plain) -> Failure:
    """One line for a file that is no list of purchases. No row of it is quoted."""
    kinds = ((EmptyInput, EMPTY), (TooLarge, TOO_BIG), (UnsupportedInput, NOT_CSV))
    sentence = next((said for kind, said in kinds if isinstance(error, kind)), UNREAD)
    return Failure(f"{file}: {wishes.say(sentence)}", exit_status.DATAERR)


def columns_of(table: Table, given: Given, needed: Sequence[Role], wishes: Plain) -> Found:
    """How many rows to pass over, and the columns.

    By the options, what was kept for this header, a card company's profile, the header's words, or
    asked for at a terminal.
    """
    place = Path(click.get_app_dir("mayoke")) / "columns.json"
    kept = mappings.load(place)
    try:
        mapping = finder.read_mapping(given.pairs)
    except BadInput as error:
        raise usage(wishes.say(BAD_MAP, roles=", ".join(ROLE_NAMES))) from error
    try:
        found = (
            finder.apply_mapping(mapping, table.head, needed)
            if mapping
            else _known(table, given, kept, needed, wishes)
        )
    except UnknownColumns as error:
        if not sys.stdin.isatty():
            raise _missing(table.path, error, wishes) from error
        mapping = {**mapping, **_ask(error, wishes)}
        try:
            found = finder.apply_mapping(mapping, table.head, needed)
        except BadInput as again:
            raise _missing(table.path, error, wishes) from again
    except BadInput as error:
        raise usage(wishes.say(BAD_MAP, roles=", ".join(ROLE_NAMES))) from error
    header = table.head[found[0] - 1] if found[0] else ()
    if given.save_as or (mapping and header):
        roles: dict[Role, str] = {role: str(at + 1) for role, at in found[1].at.items()}
        mappings.save(place, mapping or roles, name=given.save_as, header=header)
    return found


def _known(
    table: Table, given: Given, kept: mappings.Mappings, needed: Sequence[Role], wishes: Plain
) -> Found:
    """Columns nobody has to name. Raises UnknownColumns."""
    statements = load().statements
    if given.profile in kept.named:
        return finder.apply_mapping(kept.named[given.profile or ""], table.head, needed)
    if given.profile:
        chosen = next((one for one in statements if one.slug == given.profile), None)
        if chosen is None:
            names = ", ".join([*(one.slug for one in statements), *kept.named])
            raise usage(wishes.say(NO_PROFILE, name=given.profile, names=names))
        return finder.by_profile(chosen, table.head)
    for row in table.head[: finder.HEADER_WITHIN]:
        if mappings.key_of(row) in kept.headers:
            return finder.apply_mapping(kept.headers[mappings.key_of(row)], table.head, needed)
    profile = finder.profile_of(table.head, statements) if "merchant" in needed else None
    if profile:
        return finder.by_profile(profile[0], table.head)
    found = finder.find_header(table.head, needed)
    if found:
        return found[0] + 1, found[1]
    header = finder.looks_like_header(table.head)
    guessed = finder.guess(header).at
    raise UnknownColumns(tuple(role for role in needed if role not in guessed), header)


def _missing(file: Path, error: UnknownColumns, wishes: Plain) -> Failure:
    said = "、" if wishes.lang == "ja" else ", "
    missing = said.join(wishes.say(ROLE_NAMES[role]) for role in error.missing)
    header = " | ".join(shorten(plain(cell), 20) or "-" for cell in error.header[:30])
    option = " ".join(f"--map {role}=…" for role in error.missing)
    reason = wishes.say(MISSING, missing=missing, header=header, option=option)
    return Failure(f"{file}: {reason}", exit_status.DATAERR)


def _ask(error: UnknownColumns, wishes: Plain) -> dict[Role, str]:
    """Ask for each missing column by its number."""
    click.echo(wishes.say(THE_COLUMNS), err=True)
    for number, cell in enumerate(error.header, 1):
        click.echo(f"  {number}. {shorten(plain(cell), 40)}", err=True)
    wide = click.IntRange(1, max(len(error.header), 1))
    return {
        role: str(
            click.prompt(wishes.say(ASK, role=wishes.say(ROLE_NAMES[role])), type=wide, err=True)
        )
        for role in error.missing
    }
