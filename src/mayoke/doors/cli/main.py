"""The command ``mayoke``: finds the subcommand and turns every end into an exit status."""

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from mayoke.doors.cli import exit_status
from mayoke.doors.cli.failure import Failure
from mayoke.doors.cli.lazy import LazyGroup
from mayoke.version import __version__

COMMANDS = {
    "breach": "mayoke.doors.cli.breach.group:breach",
    "brands": "mayoke.doors.cli.explain:brands",
    "case": "mayoke.doors.cli.case.group:case",
    "check": "mayoke.doors.cli.check:check",
    "desk": "mayoke.doors.cli.desk.group:desk",
    "explain": "mayoke.doors.cli.explain:explain",
    "help": "mayoke.doors.cli.help.command:help_",
    "publish": "mayoke.doors.cli.publish.group:publish",
    "scan": "mayoke.doors.cli.scan:scan",
    "serve": "mayoke.doors.cli.serve:serve",
    "signals": "mayoke.doors.cli.explain:signals",
    "store": "mayoke.doors.cli.store:store",
}


@click.group(
    cls=LazyGroup,
    places=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Is this mail a scam? このメールは詐欺？

    mayoke reads a mail, says whether it is a scam, shows the very words that make it one, and says
    what to do now. It also reads the notices of shops and offices that leaked data, and tells
    whether your purchases are concerned. Nothing leaves this machine, and no link is opened.

    メールを読み、詐欺かどうか、どの言葉があやしいか、今どうすればよいかをお知らせします。
    情報漏えいのお知らせも読み取り、ご自分が関係するかどうかを調べられます。
    """


def status(arguments: Sequence[str]) -> int:
    """Run one command line; returns the exit status, and never raises."""
    try:
        value = main.main(list(arguments), prog_name="mayoke", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.status if isinstance(error, Failure) else exit_status.USAGE
    except (click.Abort, KeyboardInterrupt):
        return exit_status.INTERRUPTED
    except (BrokenPipeError, SystemExit):  # click turns a broken pipe into exit status 1
        _drop_output()
        return exit_status.CLOSED
    except Exception as error:  # noqa: BLE001  the last wall: status 1 must stay the word "scam"
        return _sorry(error)
    return value if isinstance(value, int) else exit_status.OK


def run() -> NoReturn:
    """The console script."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")  # a terminal without Japanese gets "?", never an error
    sys.exit(status(sys.argv[1:]))


def _sorry(error: Exception) -> int:
    if os.environ.get("MAYOKE_DEBUG"):
        raise error
    from mayoke.doors.cli.terminal import plain  # noqa: PLC0415  only now needed

    words = plain(str(error))[:200]
    click.echo(f"mayoke: {type(error).__name__}: {words}", err=True)
    return exit_status.IOERR if isinstance(error, OSError) else exit_status.SOFTWARE


def _drop_output() -> None:
    """Nobody reads stdout: let the flush at exit go nowhere."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
