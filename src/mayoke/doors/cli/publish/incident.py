"""``mayoke publish article``, ``manuscript``, ``post``: an incident of the ledger for readers."""

import functools
from collections.abc import Callable
from pathlib import Path

import click

from mayoke.breach.article import incident_article
from mayoke.breach.decode import incident_of
from mayoke.doors.cli import exit_status
from mayoke.doors.cli.breach.read import save
from mayoke.doors.cli.failure import Failure
from mayoke.doors.cli.places import Desk, at_the_desk
from mayoke.help.leak_advice import leak_advice
from mayoke.publish.article.html import html
from mayoke.publish.article.length import PER, RATE, length
from mayoke.publish.article.post import post as short_post
from mayoke.publish.article.text import text
from mayoke.records.article import Article, Comment
from mayoke.records.ledger import Dossier
from mayoke.records.verdict import Sentence
from mayoke.store import look_up

NOT_REVIEWED = Sentence(
    "{id} はまだ確認されていません。mayoke breach review で確認してから公開するか、"
    "手元で見るだけなら --include-unreviewed を付けてください",
    "{id} has not been reviewed; review it (mayoke breach review), or add --include-unreviewed for a "
    "private preview",
)
WITHDRAWN = Sentence("{id} は取り下げられています", "{id} was withdrawn")
LENGTH = Sentence(
    "{n:,}字（400字詰め{sheets:,}枚）、原稿料のめやす {fee:,}円（{per:,}字あたり{rate:,}円）",
    "{n:,} characters ({sheets:,} sheets of 400), fee about {fee:,} yen ({rate:,} yen for {per:,})",
)

_options = (
    click.argument("incident", metavar="ID"),
    click.option(
        "--comment", metavar="TEXT", default="", help="The author's own words. 筆者の一言"
    ),
    click.option("--author", metavar="NAME", default="", help="Whose words. 筆者の名前"),
    click.option(
        "--include-unreviewed",
        "unreviewed",
        is_flag=True,
        help="For a private preview. 確認前の件も",
    ),
    click.option(
        "--out",
        type=click.Path(dir_okay=False, path_type=Path),
        help="Write into this file. 書き出し先",
    ),
)


def of_incident(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the incident's article; a failure is one clear line."""

    @functools.wraps(command)
    def with_article(
        *,
        desk: Desk,
        incident: str,
        comment: str,
        author: str,
        unreviewed: bool,
        **others: object,
    ) -> int:
        with desk.open() as store:
            dossier = look_up.get(store, incident)
        _may_be_shown(desk, dossier, unreviewed=unreviewed)
        said = Comment(author or desk.who, comment) if comment else None
        return command(desk=desk, article=_article(dossier, said), **others)

    decorated = at_the_desk(with_article)
    for option in reversed(_options):
        decorated = option(decorated)
    return decorated


@click.command(short_help="An article. 記事にします")
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "text"]),
    default="html",
    show_default=True,
    help="Form of the article. 形式",
)
@of_incident
def article(*, desk: Desk, article: Article, form: str, out: Path | None) -> int:
    """Make an article of a reviewed incident. 確認済みの件を記事にします。

    Everything in it was read from the notices, or says that it is not stated. Nothing is live.
    """
    made = html(article, desk.wishes.lang) if form == "html" else text(article, desk.wishes.lang)
    return _hand_out(made, out)


@click.command(short_help="A manuscript and its length. 原稿と文字数です")
@click.option("--rate", type=click.IntRange(0), default=RATE, show_default=True, help="円")
@click.option("--per", type=click.IntRange(1), default=PER, show_default=True, help="字あたり")
@of_incident
def manuscript(*, desk: Desk, article: Article, rate: int, per: int, out: Path | None) -> int:
    """Make a manuscript, and count it as Japanese editors do. 原稿にして、文字数を数えます。

    A full-width character fills a square, a half-width one half of it; line breaks fill none. The
    fee is an estimate. The count goes to standard error.
    """
    made = text(article, desk.wishes.lang)
    found = length(made, rate=rate, per=per)
    told = desk.wishes.say(
        LENGTH, n=found.characters, sheets=found.sheets, fee=found.fee, per=per, rate=rate
    )
    click.echo(told, err=True)
    return _hand_out(made, out)


@click.command(short_help="A short post. お知らせの短い文です")
@of_incident
def post(*, desk: Desk, article: Article, out: Path | None) -> int:
    """Make a post of at most 140 full-width characters, without a link. 全角140字以内の文を作ります。"""
    return _hand_out(short_post(article, desk.wishes.lang) + "\n", out)


def _may_be_shown(desk: Desk, dossier: Dossier, *, unreviewed: bool) -> None:
    entry = dossier.entry
    if entry.state == "withdrawn":
        raise Failure(desk.wishes.say(WITHDRAWN, id=entry.id), exit_status.NOPERM)
    if entry.state == "new" and not unreviewed:
        raise Failure(desk.wishes.say(NOT_REVIEWED, id=entry.id), exit_status.NOPERM)


def _article(dossier: Dossier, comment: Comment | None) -> Article:
    told = incident_of(dossier.entry.data)
    documents = (version.document for version in dossier.versions)
    sources = dict.fromkeys(" ".join(filter(None, (d.title, d.url))) for d in documents)
    return incident_article(
        told,
        id=dossier.entry.id,
        advice=leak_advice(told),
        sources=tuple(source for source in sources if source),
        comment=comment,
    )


def _hand_out(made: str, out: Path | None) -> int:
    if out:
        save(out, made)
    else:
        click.echo(made, nl=False)
    return exit_status.OK
