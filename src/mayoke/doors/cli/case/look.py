"""``mayoke case list``, ``search``, ``show``: reading the casebook."""

from datetime import datetime
from pathlib import Path
from typing import get_args

import click

from mayoke import pipeline
from mayoke.doors.cli import exit_status
from mayoke.doors.cli.breach.look import form_option, limit_options, state_option
from mayoke.doors.cli.case import words as say
from mayoke.doors.cli.case.book import found, opened
from mayoke.doors.cli.case.render import render_file, render_page
from mayoke.doors.cli.failure import Failure
from mayoke.doors.cli.places import Desk, at_the_desk
from mayoke.doors.objects.case_json import case_file_object, cases_object
from mayoke.doors.objects.verdict_json import dumps
from mayoke.records.ledger import State
from mayoke.records.verdict import VerdictWord
from mayoke.store import cases
from mayoke.store.cases import CaseFilter, CasePage

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("list", short_help="List the cases. 事例の一覧です")
@state_option
@click.option("--verdict", type=click.Choice(list(get_args(VerdictWord))), help="判定")
@click.option("--kind", metavar="KIND", help="Only of this kind: phishing … 手口")
@click.option("--brand", metavar="SLUG", help="Only under this name: mayoke brands. ブランド")
@click.option("--since", type=_DAY, metavar="YYYY-MM-DD", help="Seen from this day on. 初めの日")
@click.option("--until", type=_DAY, metavar="YYYY-MM-DD", help="Seen until this day. 終わりの日")
@limit_options[0]
@limit_options[1]
@form_option
@at_the_desk
def list_(  # noqa: PLR0913  one argument an option
    *,
    desk: Desk,
    states: tuple[State, ...],
    verdict: VerdictWord | None,
    kind: str | None,
    brand: str | None,
    since: datetime | None,
    until: datetime | None,
    limit: int,
    offset: int,
    form: str,
) -> int:
    """List the cases, the last seen first. 事例の一覧です。"""
    wanted = CaseFilter(
        states=frozenset(states),
        verdict=verdict,
        kind=kind,
        brand=brand,
        since=since.date() if since else None,
        until=until.date() if until else None,
    )
    with opened(desk) as store:
        page = cases.find(store, wanted, offset=offset, limit=limit)
    _echo(desk, page, form)
    return exit_status.OK


@click.command(short_help="Search the cases. 事例を言葉で探します")
@click.argument("words", nargs=-1, required=True)
@state_option
@limit_options[0]
@limit_options[1]
@form_option
@at_the_desk
def search(
    *,
    desk: Desk,
    words: tuple[str, ...],
    states: tuple[State, ...],
    limit: int,
    offset: int,
    form: str,
) -> int:
    """Find cases in whose mail all WORDS stand. 届いたメールの言葉から事例を探します。"""
    wanted = CaseFilter(states=frozenset(states))
    with opened(desk) as store:
        page = cases.find(store, wanted, words=" ".join(words), offset=offset, limit=limit)
    _echo(desk, page, form)
    return exit_status.OK


@click.command(short_help="Show one case. 1件を見ます")
@click.argument("case", metavar="ID")
@click.option(
    "--mail",
    "mail_path",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Save the mail as it came; it is a scammer's. 届いたメールを保存するファイル",
)
@form_option
@at_the_desk
def show(*, desk: Desk, case: str, mail_path: Path | None, form: str) -> int:
    """Show a case, its mail and its record. 事例の内容と記録を見ます。

    No link in it is live. The mail is shown as it came, with all personal data in it.
    """
    with opened(desk) as store:
        file = found(desk, store, case)
    if mail_path:
        _save(desk, mail_path, file.specimen.data)
    elif form == "json":
        told = case_file_object(file.case, len(file.specimen.data), file.history)
        click.echo(dumps(told, indent=2))
    else:
        text = render_file(file, pipeline.parts(file.specimen.data), desk.wishes.page())
        click.echo(text, nl=False, color=desk.wishes.colour)
    return exit_status.OK


def _echo(desk: Desk, page: CasePage, form: str) -> None:
    if form == "json":
        about = {"total": page.total, "offset": page.offset, "more": page.more}
        click.echo(dumps(cases_object(page.cases, **about), indent=2))
    else:
        text = render_page(page, desk.wishes.page())
        click.echo(text, nl=False, color=desk.wishes.colour)


def _save(desk: Desk, path: Path, data: bytes) -> None:
    """Make a new file that its owner alone may read; never overwrite one."""
    try:
        path.touch(mode=0o600, exist_ok=False)
        path.write_bytes(data)
    except OSError as error:
        why = error.strerror or "cannot be written"
        reason = desk.wishes.say(say.TAKEN, path=path, why=why)
        raise Failure(reason, exit_status.CANTCREAT) from error
    click.echo(desk.wishes.say(say.SAVED, path=path))
