"""``mayoke desk list``, ``read``, ``log``."""

from pathlib import Path

import click

from mayoke.doors.cli import exit_status
from mayoke.doors.cli.desk.counter import consultations, form_option, now, with_key
from mayoke.doors.cli.desk.key import write_new
from mayoke.doors.cli.desk.objects import consultation_object, list_object, log_object
from mayoke.doors.cli.desk.render import render_consultation, render_list, render_log
from mayoke.doors.cli.failure import Failure
from mayoke.doors.cli.places import Desk, at_the_desk
from mayoke.doors.objects.verdict_json import dumps
from mayoke.doors.say import desk as words
from mayoke.help.consultation import desk as deeds
from mayoke.help.consultation.age import Identity
from mayoke.records.consultation import Consultation


@click.command("list", short_help="What waits for an answer. 寄せられた相談の一覧です")
@form_option
@at_the_desk
def list_(*, desk: Desk, form: str) -> int:
    """List the consultations, those that wait for an answer first. 相談の一覧です。

    Shows no content, and needs no key.
    """
    at = now()
    with consultations(desk) as store:
        found = deeds.listing(store, at)
    if form == "json":
        click.echo(dumps(list_object(found, at), indent=2))
    else:
        click.echo(render_list(found, at, desk.wishes.page()), nl=False)
    return exit_status.OK


@click.command(short_help="Read one. 相談を1件読みます")
@click.argument("consultation", metavar="ID")
@click.option(
    "--mail",
    "mail_path",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Save the mail as it came; it is a stranger's. 届いたメールを保存するファイル",
)
@click.option(
    "--entry",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="Whose mail. 何番目の書き込みか",
)
@form_option
@at_the_desk
@with_key
def read(
    *,
    desk: Desk,
    identity: Identity,
    consultation: str,
    mail_path: Path | None,
    entry: int,
    form: str,
) -> int:
    """Open a consultation with the desk's private key. 秘密鍵で相談を開いて読みます。

    The access log keeps that you read it. ID may be typed in any way: k-7q4m2.
    """
    with consultations(desk) as store:
        found = deeds.read(store, identity, consultation, who=desk.who, now=now())
    if mail_path:
        _save_mail(desk, found, entry, mail_path)
    elif form == "json":
        click.echo(dumps(consultation_object(found), indent=2))
    else:
        text = render_consultation(found, desk.wishes.page())
        click.echo(text, nl=False, color=desk.wishes.colour)
    return exit_status.OK


@click.command(short_help="Who did what. 誰が何をしたかの記録です")
@click.argument("consultation", metavar="[ID]", default="")
@click.option(
    "--limit", type=click.IntRange(1, 100_000), default=1000, show_default=True, help="件数"
)
@form_option
@at_the_desk
def log(*, desk: Desk, consultation: str, limit: int, form: str) -> int:
    """Show the access log, of one consultation or of all. 誰がいつ何をしたかの記録です。

    It has no content and no addresses, and stays when a consultation is erased.
    """
    with consultations(desk) as store:
        lines = deeds.access_log(store, now(), consultation, limit)
    if form == "json":
        click.echo(dumps(log_object(lines), indent=2))
    else:
        click.echo(render_log(lines, desk.wishes.page()), nl=False)
    return exit_status.OK


def _save_mail(desk: Desk, found: Consultation, entry: int, path: Path) -> None:
    mail = next((one.content.mail for one in found.said if one.number == entry), b"")
    if not mail:
        raise Failure(desk.wishes.say(words.NO_MAIL, entry=entry), exit_status.NOINPUT)
    write_new(path, mail, desk.wishes)
    click.echo(desk.wishes.say(words.SAVED, path=path))
