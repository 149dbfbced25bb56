"""``mayoke breach``: notices of data leaks, the ledger, and who is concerned."""

import click

from mayoke.doors.cli.lazy import LazyGroup

_HERE = "mayoke.doors.cli.breach"
COMMANDS = {
    "affected": f"{_HERE}.affected:affected",
    "add": f"{_HERE}.add:add",
    "correct": f"{_HERE}.act:correct",
    "export": f"{_HERE}.export:export",
    "import": f"{_HERE}.add:import_",
    "customers": f"{_HERE}.customers:customers",
    "list": f"{_HERE}.look:list_",
    "publish": f"{_HERE}.act:publish",
    "read": f"{_HERE}.read:read",
    "reopen": f"{_HERE}.act:reopen",
    "review": f"{_HERE}.act:review",
    "search": f"{_HERE}.look:search",
    "show": f"{_HERE}.look:show",
    "stats": f"{_HERE}.look:stats",
    "timeline": f"{_HERE}.look:timeline",
    "withdraw": f"{_HERE}.act:withdraw",
}


@click.group(
    cls=LazyGroup, places=COMMANDS, short_help="Leaked data. 情報漏えいのお知らせと台帳です"
)
def breach() -> None:
    """A shop leaked data: what does its notice say, and does it concern me?

    情報漏えいのお知らせを読み取り、台帳に残し、ご自分の買い物が関係するかを調べます。
    """
