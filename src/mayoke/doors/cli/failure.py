"""A command that ends early, with one line of words and an exit status."""

from typing import IO, Any

import click

from mayoke.doors.cli import exit_status


class Failure(click.ClickException):
    """Printed as ``mayoke: words`` on stderr."""

    def __init__(self, words: str, status: int) -> None:
        super().__init__(words)
        self.status = status

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the line."""
        click.echo(f"mayoke: {self.message}", file=file, err=file is None)


def usage(words: str) -> Failure:
    """A wrong argument."""
    return Failure(words, exit_status.USAGE)
