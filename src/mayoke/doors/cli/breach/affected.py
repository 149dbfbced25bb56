"""``mayoke breach affected``: does a leak concern these purchases?"""

from collections.abc import Iterator
from pathlib import Path

import click

from mayoke.breach.purchases import plain, scale
from mayoke.breach.purchases.table import Table
from mayoke.doors.cli import exit_status
from mayoke.doors.cli.breach.render_affected import render_affected
from mayoke.doors.cli.breach.tables import (
    Found,
    Given,
    columns_of,
    open_list,
    table_options,
    unreadable,
)
from mayoke.doors.cli.breach.watched import incidents_for
from mayoke.doors.cli.options import Plain
from mayoke.doors.cli.places import Desk, at_the_desk
from mayoke.doors.objects.affected_json import affected_json
from mayoke.doors.say.purchases import NO_DUCKDB
from mayoke.records.errors import BadInput
from mayoke.records.purchase import Finding, Tally, Watched


@click.command(short_help="Does it concern me? 自分の買い物が関係するか調べます")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@table_options
@click.option(
    "--incidents",
    "incidents_file",
    type=click.Path(path_type=Path),
    metavar="FILE.jsonl",
    help="Compare with these incidents, not with the ledger. 台帳の代わりに使う件のファイル",
)
@click.option("--all", "everything", is_flag=True, help="Show every purchase. すべて表示")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the answer. 形式",
)
@at_the_desk
def affected(  # noqa: PLR0913  one argument an option
    *,
    desk: Desk,
    file: Path,
    pairs: tuple[str, ...],
    profile: str | None,
    save_as: str | None,
    incidents_file: Path | None,
    everything: bool,
    form: str,
) -> int:
    """Compare a card statement or list of purchases with the ledger. 漏えいの対象の買い物を探します。

    FILE is a CSV or TSV file of any Japanese charset. It is read on this machine only; nothing
    is sent anywhere, and no row of it is kept.

    \b
    Exit status: 0 the list was compared (what was found is in the answer);
    64 and above: no answer (64 usage, 65 cannot be read, 66 no such file).
    """  # noqa: D301  click reads the backspace: lines stay as they are
    table = open_list(file, desk.wishes)
    given = Given(pairs, profile, save_as)
    found = columns_of(table, given, ("date", "merchant"), desk.wishes)
    known = incidents_for(desk, incidents_file)
    try:
        tally, findings = _compare(table, found, known, desk.wishes)
    except BadInput as error:
        raise unreadable(file, error, desk.wishes) from error
    if form == "json":
        for part in affected_json(tally, findings, known):
            click.echo(part, nl=False)
    else:
        page = desk.wishes.page()
        text = render_affected(tally, list(findings), known, page, everything=everything)
        click.echo(text, nl=False, color=desk.wishes.colour)
    return exit_status.OK


def _compare(
    table: Table, found: Found, known: list[Watched], wishes: Plain
) -> tuple[Tally, Iterator[Finding]]:
    """With the engine that fits the size."""
    if table.rows_about > scale.LARGE:
        if scale.is_there():
            return scale.compare(table, *found, known)
        click.echo(f"mayoke: {wishes.say(NO_DUCKDB)}", err=True)
    return plain.compare(table, *found, known)
