"""``mayoke case add``: a mail becomes a case."""

import hashlib
import os
import sys
from datetime import UTC, date, datetime
from io import BufferedReader
from pathlib import Path
from typing import cast

import click

from mayoke import pipeline
from mayoke.doors.cli import config, exit_status
from mayoke.doors.cli.case import words
from mayoke.doors.cli.case.book import opened
from mayoke.doors.cli.failure import Failure, usage
from mayoke.doors.cli.inputs import messages
from mayoke.doors.cli.options import Plain
from mayoke.doors.cli.places import Desk, at_the_desk
from mayoke.doors.say import words as mails
from mayoke.records.case import Judged, NewCase, Specimen
from mayoke.records.errors import BadInput
from mayoke.records.known import Known
from mayoke.records.verdict import Verdict
from mayoke.store import cases


@click.command(short_help="Add a mail. メールを事例に加えます")
@click.argument("file", default="-", metavar="[FILE|-]")
@click.option(
    "--seen",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day it was first seen; else today. 最初に届いた日",
)
@click.option("--source", metavar="TEXT", default="", help="Where it comes from. どこから")
@click.option("--notes", metavar="TEXT", default="", help="For the keepers only. 覚え書き")
@click.option("--comment", metavar="TEXT", default="", help="Your words for readers. ひとこと")
@click.option(
    "--comment-by", metavar="NAME", default="", help="Whose words; else --as. ひとことの筆者"
)
@at_the_desk
def add(  # noqa: PLR0913  one argument an option
    *,
    desk: Desk,
    file: str,
    seen: datetime | None,
    source: str,
    notes: str,
    comment: str,
    comment_by: str,
) -> int:
    """Judge a mail and keep it as a case. メールを調べ、事例として残します。

    FILE is a saved mail (.eml) or a text; without it, or with "-", the mail is read from standard
    input. It is kept exactly as it came. The same mail a second time changes nothing.
    """
    today = datetime.now(UTC).astimezone().date()
    day = seen.date() if seen else today
    _not_ahead(desk, day, today)
    data = _mail(file, desk.wishes)
    verdict, text = _judged(desk, file, data)
    new = NewCase(
        specimen=Specimen(hashlib.sha256(data).hexdigest(), data),
        judged=_kept(verdict),
        first_seen=day,
        source=source.strip(),
        notes=notes.strip(),
        comment=comment.strip(),
        comment_by=(comment_by.strip() or desk.who) if comment.strip() else "",
    )
    with opened(desk, create=True) as store:
        added = cases.add(store, new, desk.deed(), text=text)
    if added.known:
        reason = desk.wishes.say(words.KNOWN, file=file, id=added.id)
        raise Failure(reason, exit_status.DATAERR)
    told = desk.wishes.say(mails.SHORT[verdict.verdict])
    click.echo(desk.wishes.say(words.ADDED, id=added.id, verdict=told))
    return exit_status.OK


def _not_ahead(desk: Desk, day: date, today: date) -> None:
    if day > today:
        raise usage(desk.wishes.say(words.LATER, day=day.isoformat()))


def _mail(file: str, wishes: Plain) -> bytes:
    """The one mail of a file or standard input; Failure for none and for several."""
    if file == "-" and sys.stdin.isatty():
        click.echo(wishes.say(mails.PASTE), err=True)
    if file != "-" and Path(file).is_dir():
        raise Failure(wishes.say(words.FOLDER, path=file), exit_status.NOINPUT)
    if file != "-" and not Path(file).exists():
        raise Failure(wishes.say(mails.NO_FILE, path=file), exit_status.NOINPUT)
    found = messages([file], cast("BufferedReader", sys.stdin.buffer))
    first = next(found, None)
    if first is None:
        return b""  # judging it says that it is empty
    if first.problem:
        reason = wishes.say(mails.UNREADABLE, path=file, why=first.problem)
        raise Failure(reason, exit_status.NOINPUT)
    if next(found, None):
        raise Failure(wishes.say(words.SEVERAL, path=file), exit_status.DATAERR)
    return first.data


def _judged(desk: Desk, file: str, data: bytes) -> tuple[Verdict, str]:
    """The verdict, as ``mayoke check`` gives it, and the decoded text."""
    own = config.load(os.environ)
    known = Known(
        me=frozenset(address.strip().lower() for address in own.me),
        names=frozenset(own.names),
        authserv_ids=frozenset(host.strip().lower() for host in own.trust_authserv),
    )
    try:
        verdict = pipeline.check(data, lang=desk.wishes.lang, now=datetime.now(UTC), known=known)
        return verdict, "\n".join(_searched(pipeline.parts(data)))
    except BadInput as error:
        reason = desk.wishes.say(mails.bad_input(error))
        raise Failure(f"{file}: {reason}", exit_status.DATAERR) from error


def _searched(parts: dict[str, str]) -> list[str]:
    """Subject and bodies first: a long header must not push them out of what is searched."""
    first = ("header:Subject", "header:From")
    order = sorted(parts, key=lambda part: (part not in first, part.startswith("header:")))
    return [parts[part] for part in order]


def _kept(verdict: Verdict) -> Judged:
    return Judged(
        verdict=verdict.verdict,
        kind=verdict.kind,
        family=verdict.family,
        brand=verdict.brand[0] if verdict.brand else "",
        rules=verdict.versions.rules,
        model=verdict.versions.model,
    )
