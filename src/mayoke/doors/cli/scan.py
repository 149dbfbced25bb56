"""``mayoke scan``: many mails, one line each."""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import Protocol, cast

import click

from mayoke.doors.cli import exit_status, inputs
from mayoke.doors.cli.failure import Failure
from mayoke.doors.cli.inputs import Input
from mayoke.doors.cli.options import Wishes, judging
from mayoke.doors.cli.rows import COLUMNS, Form, Row, csv_row, maker
from mayoke.doors.cli.state import State
from mayoke.doors.cli.terminal import plain
from mayoke.doors.cli.workers import Lost, Pool, StartError
from mayoke.doors.say import words

SECONDS = 30.0
"""What one batch of messages, and at last one message alone, may take."""


class Advance(Protocol):
    """Moves a progress bar by so many bytes."""

    def __call__(self, size: int, /) -> None:
        """Move it."""


@click.command(short_help="Judge many mails. まとめて調べます")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv", "text"]),
    default="jsonl",
    show_default=True,
    help="Form of a line. 形式",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 256),
    help="How many at a time; as many as there are cores. 並べて動かす数",
)
@click.option(
    "--resume",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Keep in FILE what is done, and pass it over next time. 続きから始めるための記録",
)
@judging
def scan(
    wishes: Wishes, paths: tuple[str, ...], form: Form, workers: int | None, resume: Path | None
) -> int:
    """Judge many mails. たくさんのメールをまとめて調べます。

    PATH is a mail, an mbox file, a Maildir, a folder of mails (with all below it), or "-" for
    standard input. Results go to standard output, one line a message, in a fixed order; everything
    else goes to standard error.

    \b
    Exit status: 0 every message was judged, whatever the verdicts;
    65 some could not be judged; 66 a PATH is not there; others as for check.
    """  # noqa: D301  click reads the backspace: lines stay as they are
    for path in paths:
        if path != "-" and not os.path.lexists(path):
            raise Failure(wishes.say(words.NO_FILE, path=path), exit_status.NOINPUT)
    tally: Counter[str] = Counter()
    with State(resume) as state, _progress(paths) as advance:
        if form == "csv" and not state.done:
            _put(csv_row(COLUMNS))
        found = _unfinished(paths, state, tally)
        pool: Pool[Row] = Pool(maker(wishes, form), workers or _cores(), SECONDS)
        try:
            for item, row in pool.run(found):
                _report(item, row, wishes, state, tally)
                advance(len(item.data))
        except StartError as error:
            raise Failure(str(error), exit_status.SOFTWARE) from error
    _summary(wishes, tally)
    return exit_status.DATAERR if tally["failed"] else exit_status.OK


def _unfinished(paths: tuple[str, ...], state: State, tally: Counter[str]) -> Iterator[Input]:
    for item in inputs.messages(paths, cast("BufferedReader", sys.stdin.buffer)):
        if item.source in state.done:
            tally["skipped"] += 1
        else:
            yield item


def _report(
    item: Input, row: Row | Lost, wishes: Wishes, state: State, tally: Counter[str]
) -> None:
    if isinstance(row, Row) and row.verdict is not None:
        _put(row.text)
        state.add(item.source)
        tally[row.verdict] += 1
        return
    lost = wishes.say(words.DIED if row is Lost.DIED else words.SLOW, n=int(SECONDS))
    why = row.text if isinstance(row, Row) else lost
    tally["failed"] += 1
    click.echo(f"mayoke: {plain(item.source)}: {why}", err=True)


def _put(text: str) -> None:
    click.echo(text.encode("utf-8"))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _summary(wishes: Wishes, tally: Counter[str]) -> None:
    counts = [(wishes.say(words.SHORT[word]), tally[word]) for word in words.SHORT]
    counts.append((wishes.say(words.FAILED), tally["failed"]))
    if tally["skipped"]:
        counts.append((wishes.say(words.SKIPPED), tally["skipped"]))
    total = sum(tally.values()) - tally["skipped"]
    told = ", ".join(f"{name} {count}" for name, count in counts)
    click.echo(f"mayoke: {wishes.say(words.TOTAL, n=total)}: {told}", err=True)


@contextmanager
def _progress(paths: tuple[str, ...]) -> Iterator[Advance]:
    """A bar on stderr, for a person who watches it while the results go elsewhere."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415  only for that person
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), redirect_stdout=False, transient=True) as progress:
        task = progress.add_task("mayoke scan", total=inputs.size(paths))
        yield lambda size: progress.advance(task, size)
