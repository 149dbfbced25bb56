"""``mayoke store``: bring the database up to date, copy it, bring a copy back, list corrections."""

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click

from mayoke.doors.cli import exit_status
from mayoke.doors.cli.failure import Failure
from mayoke.doors.cli.places import Desk, at_the_desk, told_plainly
from mayoke.doors.objects.verdict_json import dumps
from mayoke.store import backup as backups
from mayoke.store import feedback as corrections
from mayoke.store.opening import migrate_store


@click.group(short_help="The ledger's database. 台帳のデータベース")
def store() -> None:
    """Look after the ledger's database. 台帳のデータベースの手入れをします。"""


@store.command(short_help="Bring it up to date. 新しい版に合わせます")
@at_the_desk
def migrate(*, desk: Desk) -> int:
    """Bring a ledger of an older version up to date. 古い版の台帳を新しい版に合わせます。

    Make a backup first: mayoke store backup FILE.
    """
    with told_plainly(desk.wishes, desk.address):
        before, now = migrate_store(desk.address)
    if before == now:
        told = ("すでに新しい版です", "is up to date already")
    else:
        told = (
            f"{before or '空'} から {now} にしました",
            f"brought from {before or 'empty'} to {now}",
        )
    click.echo(told[0] if desk.wishes.lang == "ja" else told[1])
    return exit_status.OK


@store.command(short_help="Copy it into a file. 控えを取ります")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@at_the_desk
def backup(*, desk: Desk, file: Path) -> int:
    """Copy the whole ledger into FILE (.jsonl.gz). 台帳の控えをファイルに取ります。

    The copy goes back into SQLite or PostgreSQL alike. It appears whole or not at all.
    Consultations are left out, because a copy would outlive their erasing.
    消したはずの相談が残らないように、相談は控えに入れません。
    """
    with desk.open() as open_store:
        try:
            kept = backups.backup(open_store, file, datetime.now(UTC))
        except OSError as error:
            reason = f"{file}: {error.strerror or 'cannot be written'}"
            raise Failure(reason, exit_status.CANTCREAT) from error
    ja = f"{file}: {sum(kept.rows.values()):,}行の控えを取りました"
    click.echo(
        ja if desk.wishes.lang == "ja" else f"{file}: {sum(kept.rows.values()):,} rows copied"
    )
    return exit_status.OK


@store.command(short_help="Bring a copy back. 控えから戻します")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Replace what the ledger holds. 今の中身を捨てて戻す")
@at_the_desk
def restore(*, desk: Desk, file: Path, force: bool) -> int:
    """Bring the copy in FILE back into an empty ledger. 控えを空の台帳に戻します。

    Consultations stay as they are. 相談はそのまま残ります。
    """
    with desk.open(create=True) as open_store:
        kept = backups.restore(open_store, file, force=force)
    ja = f"{file}: {sum(kept.rows.values()):,}行を戻しました"
    click.echo(
        ja if desk.wishes.lang == "ja" else f"{file}: {sum(kept.rows.values()):,} rows brought back"
    )
    return exit_status.OK


@store.command(short_help="What visitors put right. 寄せられた訂正です")
@at_the_desk
def feedback(*, desk: Desk) -> int:
    """List the corrections that visitors of the web page sent, one JSON object a line.

    Each has the verdict, what the mail really is, and the ids of the signals; nothing of the mail.
    画面から寄せられた「この答えは違う」を書き出します。メールの中身は含まれません。
    """
    with desk.open() as open_store:
        for one in corrections.all(open_store):
            click.echo(dumps({**asdict(one), "day": one.day.isoformat()}))
    return exit_status.OK
