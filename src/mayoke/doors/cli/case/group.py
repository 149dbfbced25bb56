"""``mayoke case``: specimens of scam mail, kept, reviewed and marked for publication."""

import click

from mayoke.doors.cli.lazy import LazyGroup

_HERE = "mayoke.doors.cli.case"
COMMANDS = {
    "add": f"{_HERE}.add:add",
    "list": f"{_HERE}.look:list_",
    "publish": f"{_HERE}.act:publish",
    "review": f"{_HERE}.act:review",
    "search": f"{_HERE}.look:search",
    "show": f"{_HERE}.look:show",
    "withdraw": f"{_HERE}.act:withdraw",
}


@click.group(cls=LazyGroup, places=COMMANDS, short_help="The casebook. 詐欺メールの事例集です")
def case() -> None:
    """Keep real examples of scam mail, to warn others with them.

    実際に届いた詐欺メールを事例として残し、ほかの人への注意に役立てます。

    Mails are kept as they came, on this machine. Nothing is sent anywhere.
    """
