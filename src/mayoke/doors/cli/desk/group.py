"""``mayoke desk``: the desk that answers consultations, on its own machine."""

import click

from mayoke.doors.cli import exit_status
from mayoke.doors.cli.failure import Failure
from mayoke.doors.cli.lazy import LazyGroup

_HERE = "mayoke.doors.cli.desk"
COMMANDS = {
    "answer": f"{_HERE}.act:answer",
    "erase": f"{_HERE}.act:erase",
    "key": f"{_HERE}.key:key",
    "list": f"{_HERE}.look:list_",
    "log": f"{_HERE}.look:log",
    "purge": f"{_HERE}.act:purge",
    "read": f"{_HERE}.look:read",
    "serve": "mayoke.doors.cli.desk.serve:serve",
}
_MISSING = "相談の窓口に必要な部品がありません (the desk needs more): pip install 'mayoke[serve]'"


class DeskGroup(LazyGroup):
    """Says in one line what is not installed."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        try:
            return super().get_command(ctx, cmd_name)
        except ModuleNotFoundError as error:
            if error.name not in {"cryptography", "pyrage"}:
                raise
            raise Failure(_MISSING, exit_status.UNAVAILABLE) from error


@click.group(
    cls=DeskGroup, places=COMMANDS, short_help="Answer consultations. 相談に返事をする窓口です"
)
def desk() -> None:
    """People handed in a mail and asked for help: read and answer them.

    寄せられた相談を読み、返事をします。秘密鍵は窓口の機械から出しません。

    Consultations are sealed to the desk's key; only who has the private key reads them.
    """
