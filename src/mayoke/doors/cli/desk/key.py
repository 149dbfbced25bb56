"""``mayoke desk key``: a new pair of keys."""

import os
from pathlib import Path

import click

from mayoke.doors.cli import exit_status
from mayoke.doors.cli.desk.counter import ask_passphrase
from mayoke.doors.cli.failure import Failure, usage
from mayoke.doors.cli.options import Plain, plain_options
from mayoke.doors.say import desk as words
from mayoke.help.consultation.age import key_file, new_key


@click.command(short_help="Make the desk's keys. 窓口の鍵を作ります")
@click.option(
    "--out",
    "path",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="FILE",
    help="Write the private key here. 秘密鍵を書き出すファイル",
)
@click.option("--passphrase", is_flag=True, help="Seal the file; asks. 合言葉で封をする")
@plain_options
def key(*, wishes: Plain, path: Path, passphrase: bool) -> int:
    """Make a pair of keys (age, X25519) and print the public one. 窓口の鍵を作ります。

    The private key goes into FILE, which only you can read and which is never overwritten. The
    public key is all that the public server gets: mayoke serve --desk-key age1…
    """
    if path.exists():
        raise Failure(wishes.say(words.THERE, path=path), exit_status.CANTCREAT)
    word = ask_passphrase(wishes, twice=True) if passphrase else ""
    if passphrase and not word:
        raise usage(wishes.say(words.UNEQUAL))
    made = new_key()
    write_new(path, key_file(made, word), wishes)
    click.echo(wishes.say(words.KEY_MADE, path=path), err=True)
    click.echo(made.public)
    return exit_status.OK


def write_new(path: Path, data: bytes, wishes: Plain) -> None:
    """Write a new file that only its owner reads. Raises Failure, also when it is there."""
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(number, "wb") as file:
            file.write(data)
    except FileExistsError as error:
        raise Failure(wishes.say(words.THERE, path=path), exit_status.CANTCREAT) from error
    except OSError as error:
        why = error.strerror or "?"
        reason = wishes.say(words.NOT_MADE, path=path, why=why)
        raise Failure(reason, exit_status.CANTCREAT) from error
