"""What the user knows of a document beside its text: four options, one ``NoticeContext``."""

import functools
from collections.abc import Callable
from datetime import datetime

import click

from mayoke.records.notice import NoticeContext

_OPTIONS = (
    click.option("--title", metavar="TEXT", help="Title of the page. ページの題名"),
    click.option("--url", metavar="URL", help="Address of the page; not opened. ページのアドレス"),
    click.option("--site-name", metavar="TEXT", help="Name of the site it stood on. サイトの名前"),
    click.option(
        "--date",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="YYYY-MM-DD",
        help="The day it was published there. 掲載日",
    ),
)


def about_document(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the four options; it gets one ``about`` for all of them."""

    @functools.wraps(command)
    def with_about(
        title: str | None,
        url: str | None,
        site_name: str | None,
        date: datetime | None,
        **others: object,
    ) -> int:
        day = date.date() if date else None
        return command(about=NoticeContext(title, url, site_name, day), **others)

    for option in reversed(_OPTIONS):
        with_about = option(with_about)
    return with_about
