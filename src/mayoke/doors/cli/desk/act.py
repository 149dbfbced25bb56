"""``mayoke desk answer``, ``erase``, ``purge``."""

import sys

import click

from mayoke.doors.cli import exit_status
from mayoke.doors.cli.breach.documents import SIZE_MAX, bytes_of
from mayoke.doors.cli.desk.counter import consultations, now, shown, with_key
from mayoke.doors.cli.failure import Failure, usage
from mayoke.doors.cli.places import Desk, at_the_desk
from mayoke.doors.say import desk as words
from mayoke.help.consultation import desk as deeds
from mayoke.help.consultation.age import Identity
from mayoke.help.consultation.code import read_number


@click.command(short_help="Answer one. 相談に返事をします")
@click.argument("consultation", metavar="ID")
@click.argument("file", default="-", metavar="[FILE|-]")
@at_the_desk
@with_key
def answer(*, desk: Desk, identity: Identity, consultation: str, file: str) -> int:
    """Answer a consultation with the text in FILE or typed in. 相談に返事をします。

    The answer is sealed before it is kept: only the visitor's receipt code and the desk's private
    key open it. Every answer stays; a second one stands below the first.
    """
    text = _text(desk, file)
    with consultations(desk) as store:
        until = deeds.answer(store, identity, consultation, text, who=desk.who, now=now())
    day = shown(until).partition(" ")[0]
    click.echo(desk.wishes.say(words.ANSWERED, id=read_number(consultation), day=day))
    return exit_status.OK


@click.command(short_help="Destroy one. 相談を消します")
@click.argument("consultation", metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask. 確認せずに消す")
@at_the_desk
def erase(*, desk: Desk, consultation: str, yes: bool) -> int:
    """Destroy a consultation: its key and everything that was said. 相談を消します。

    It cannot be brought back, not by the visitor either. The access log keeps its number.
    """
    number = read_number(consultation) or consultation
    if not yes:
        if not sys.stdin.isatty():
            raise usage(desk.wishes.say(words.SAY_YES))
        if not click.confirm(desk.wishes.say(words.SURE, id=number)):
            click.echo(desk.wishes.say(words.LEFT))
            return exit_status.OK
    with consultations(desk) as store:
        deeds.erase(store, consultation, who=desk.who, now=now())
    click.echo(desk.wishes.say(words.ERASED, id=number))
    return exit_status.OK


@click.command(short_help="Erase what has expired. 期限の過ぎた相談を消します")
@at_the_desk
def purge(*, desk: Desk) -> int:
    """Erase the consultations whose time is over. 保存期間が過ぎた相談を消します。

    Every other command on consultations, and the server, does so too; this one is for a timer.
    """
    with consultations(desk) as store:
        count = deeds.purge(store, now())
    click.echo(desk.wishes.say(words.PURGED, n=count))
    return exit_status.OK


def _text(desk: Desk, file: str) -> str:
    if file == "-":
        if sys.stdin.isatty():
            click.echo(desk.wishes.say(words.WRITE), err=True)
        data = sys.stdin.buffer.read(SIZE_MAX)
    else:
        data = bytes_of(file, desk.wishes)
    try:
        return data.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        reason = desk.wishes.say(words.NOT_TEXT, path=file)
        raise Failure(reason, exit_status.DATAERR) from None
