"""``mayoke breach export``: the ledger for other programs and other people."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import click

from mayoke.breach.export import csv_export, hibp, json_export, veris
from mayoke.doors.cli import exit_status
from mayoke.doors.cli.breach.look import state_option
from mayoke.doors.cli.failure import Failure
from mayoke.doors.cli.places import Desk, at_the_desk
from mayoke.doors.objects.verdict_json import dumps
from mayoke.records.ledger import Entry, Filter, State
from mayoke.store import listing


@click.command(short_help="Write the ledger out. 台帳を書き出します")
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "csv", "veris", "hibp"]),
    default="json",
    show_default=True,
    help="json: one object a line, as import reads it; hibp: a public view. 形式",
)
@state_option
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write into this file. 書き出すファイル  [default: standard output]",
)
@click.option("--bom", is_flag=True, help="CSV: begin with a byte order mark, for Excel. Excel向け")
@at_the_desk
def export(
    *, desk: Desk, form: str, states: tuple[State, ...], output: Path | None, bom: bool
) -> int:
    """Write the incidents of the ledger out. 台帳を書き出します。

    hibp holds only published incidents; the others hold every incident of the states asked for.
    """
    with desk.open() as store:
        entries = listing.iterate(store, Filter(frozenset(states)))
        pieces = csv_export.chunks(entries, bom=bom) if form == "csv" else _FORMS[form](entries)
        if output is None:
            _copy(pieces, sys.stdout.buffer)
        else:
            _save(pieces, output)
    return exit_status.OK


def _save(pieces: Iterable[bytes], output: Path) -> None:
    """The file appears whole or not at all."""
    part = output.with_name(output.name + ".part")
    try:
        with part.open("wb") as stream:
            _copy(pieces, stream)
        part.replace(output)
    except OSError as error:
        reason = f"{output}: {error.strerror or 'cannot be written'}"
        raise Failure(reason, exit_status.CANTCREAT) from error
    finally:
        part.unlink(missing_ok=True)


def _copy(pieces: Iterable[bytes], stream: BinaryIO) -> None:
    stream.writelines(pieces)


def _array(objects: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """A JSON array, one object at a time."""
    before = b"[\n"
    for one in objects:
        yield before + dumps(one)
        before = b",\n"
    yield b"\n]\n" if before != b"[\n" else b"[]\n"


def _veris(entries: Iterable[Entry]) -> Iterator[bytes]:
    return _array(veris.incidents(entries))


def _hibp(entries: Iterable[Entry]) -> Iterator[bytes]:
    return _array(hibp.breaches(entries))


_FORMS: dict[str, Callable[[Iterable[Entry]], Iterator[bytes]]] = {
    "json": json_export.lines,
    "veris": _veris,
    "hibp": _hibp,
}
