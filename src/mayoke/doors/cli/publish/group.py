"""``mayoke publish``: articles, manuscripts and posts from what was reviewed."""

import click

from mayoke.doors.cli.lazy import LazyGroup

_HERE = "mayoke.doors.cli.publish"
COMMANDS = {
    "article": f"{_HERE}.incident:article",
    "manuscript": f"{_HERE}.incident:manuscript",
    "post": f"{_HERE}.incident:post",
}


@click.group(cls=LazyGroup, places=COMMANDS, short_help="Warn others. 記事や原稿にします")
def publish() -> None:
    """Make articles that warn others, from incidents that people have reviewed.

    確認済みの件から、注意を呼びかける記事、原稿、お知らせの短い文を作ります。
    """
