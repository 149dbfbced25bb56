"""``mayoke breach read``: one notice, its facts."""

from pathlib import Path

import click

from mayoke import pipeline
from mayoke.breach.encode import notice_json
from mayoke.doors.cli import exit_status
from mayoke.doors.cli.breach.about import about_document
from mayoke.doors.cli.breach.documents import bytes_of
from mayoke.doors.cli.breach.render import paragraphs, render_reading
from mayoke.doors.cli.failure import Failure
from mayoke.doors.cli.options import Plain, plain_options
from mayoke.doors.objects.verdict_json import dumps
from mayoke.doors.say import leaks as words
from mayoke.records.errors import BadInput
from mayoke.records.notice import NoticeContext


@click.command(short_help="Read one notice. お知らせ1件を読み取ります")
@click.argument("file", default="-", metavar="[FILE|-]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "paragraph", "json"]),
    default="text",
    show_default=True,
    help="Form of the answer; paragraph: in a few sentences. 形式",
)
@click.option(
    "--with-text", is_flag=True, help="JSON: add the text the offsets count in. 本文を含める"
)
@click.option(
    "--svg",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Draw the course of events into this file. 経過の図を書き出すファイル",
)
@about_document
@plain_options
def read(  # one argument an option
    *, wishes: Plain, about: NoticeContext, file: str, form: str, with_text: bool, svg: Path | None
) -> int:
    """Read one notice of a data leak. 情報漏えいのお知らせ1件を読み取ります。

    FILE is a text, a saved web page (.html) or a PDF; without it, or with "-", it is read from
    standard input, and may simply be pasted. Nothing is fetched.

    \b
    Exit status: 0 the document was read (whether it tells of a leak is in the answer);
    64 and above: no answer (64 usage, 65 cannot be read, 66 no such file).
    """  # noqa: D301  click reads the backspace: lines stay as they are
    data = bytes_of(file, wishes)
    try:
        reading = pipeline.read_notice(data, about)
    except BadInput as error:
        raise Failure(
            f"{file}: {wishes.say(words.bad_document(error))}", exit_status.DATAERR
        ) from error
    if svg and reading.incidents:
        save(svg, pipeline.picture(reading.incidents[0], wishes.lang))
    if form == "json":
        click.echo(dumps(notice_json(reading, with_text=with_text), indent=2))
    elif form == "paragraph":
        click.echo(paragraphs(reading, wishes.page()), nl=False)
    else:
        click.echo(render_reading(reading, wishes.page()), nl=False, color=wishes.colour)
    return exit_status.OK


def save(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    part = path.with_name(path.name + ".part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        reason = f"{path}: {error.strerror or 'cannot be written'}"
        raise Failure(reason, exit_status.CANTCREAT) from error
