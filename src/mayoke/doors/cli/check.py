"""``mayoke check``: one mail, one answer."""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from io import BufferedReader
from pathlib import Path
from typing import cast

import click

from mayoke.doors.cli import exit_status
from mayoke.doors.cli.failure import Failure
from mayoke.doors.cli.inputs import Input, messages
from mayoke.doors.cli.known_leaks import with_ledger
from mayoke.doors.cli.options import Wishes, judging
from mayoke.doors.cli.render_text import render
from mayoke.doors.objects.verdict_json import dumps, verdict_object
from mayoke.doors.say import words
from mayoke.records.errors import BadInput
from mayoke.records.verdict import Sentence, Verdict


@click.command(short_help="Judge one mail. メール1通を調べます")
@click.argument("file", default="-", metavar="[FILE|-]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the answer. 形式",
)
@click.option(
    "--with-parts", is_flag=True, help="JSON: add the texts that the offsets count in. 本文を含める"
)
@judging
def check(wishes: Wishes, file: str, form: str, with_parts: bool) -> int:
    """Judge one mail. メール1通を調べます。

    FILE is a saved mail (.eml) or a text; without it, or with "-", the mail is read from standard
    input, and may simply be pasted.

    \b
    Exit status: 0 nothing suspicious, 1 scam, 3 junk, 4 cannot tell;
    64 and above: no answer (64 usage, 65 not a mail, 66 no such file,
    70 fault of mayoke, 74 read or write error, 78 configuration).
    """  # noqa: D301  click reads the backspace: lines stay as they are
    data = _read(file, wishes)
    from mayoke import pipeline  # noqa: PLC0415  what it loads is not needed for --help

    known, unread = with_ledger(data, wishes)
    try:
        verdict = pipeline.check(data, lang=wishes.lang, now=datetime.now(UTC), known=known)
        parts = pipeline.parts(data) if with_parts else None
    except BadInput as error:
        reason = wishes.say(words.bad_input(error))
        raise Failure(f"{file}: {reason}", exit_status.DATAERR) from error
    verdict = replace(verdict, gaps=(*verdict.gaps, *unread))
    if form == "json":
        click.echo(dumps(verdict_object(verdict, file, wishes.lang, parts), indent=2))
    else:
        click.echo(render(verdict, wishes.page(), _kind(verdict)), nl=False, color=wishes.colour)
    return exit_status.VERDICT[verdict.verdict]


def _read(file: str, wishes: Wishes) -> bytes:
    if file == "-" and sys.stdin.isatty():
        click.echo(wishes.say(words.PASTE), err=True)
    if Path(file).is_dir():
        raise Failure(wishes.say(words.FOLDER, path=file), exit_status.NOINPUT)
    if file != "-" and not Path(file).exists():
        raise Failure(wishes.say(words.NO_FILE, path=file), exit_status.NOINPUT)
    found = messages([file], cast("BufferedReader", sys.stdin.buffer))
    first = next(found, Input(file, b""))
    if first.problem:
        reason = wishes.say(words.UNREADABLE, path=file, why=first.problem)
        raise Failure(reason, exit_status.NOINPUT)
    if next(found, None):
        raise Failure(wishes.say(words.SEVERAL, path=file), exit_status.DATAERR)
    return first.data


def _kind(verdict: Verdict) -> Sentence | None:
    """The kind's name; what is judged already has the registry loaded."""
    from mayoke.registry.load import load  # noqa: PLC0415

    kind = load().kinds.get(verdict.kind)
    return kind.name if kind else None
