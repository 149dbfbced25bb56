"""``mayoke help``: what happened, and what to do now."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import click

from mayoke import pipeline
from mayoke.doors import fonts, typed
from mayoke.doors.cli import exit_status
from mayoke.doors.cli.failure import Failure, usage
from mayoke.doors.cli.help import ask, render, values, words
from mayoke.doors.cli.options import Plain, plain_options
from mayoke.doors.cli.terminal import plain
from mayoke.doors.objects.plan_json import plan_object
from mayoke.doors.objects.verdict_json import dumps
from mayoke.doors.say.shapes import shorten
from mayoke.help import sheet
from mayoke.help.deadlines import day_of
from mayoke.help.words import JST
from mayoke.records.errors import BadInput
from mayoke.records.plan import Happened, Plan
from mayoke.registry.help_forms import HelpRegistry
from mayoke.registry.help_load import load_help


@click.command("help", short_help="What to do now. 被害にあったとき、今すること")
@click.argument("situations", nargs=-1, metavar="[SITUATION]…")
@click.option("--when", metavar="DAY", help="YYYY-MM-DD or YYYY-MM-DDTHH:MM (Japan). 起きた日")
@click.option("--amount", metavar="YEN", help="How much money, in yen. 金額")
@click.option(
    "--means", metavar="WORD", multiple=True, help="How it was paid; repeatable. 支払い方法"
)
@click.option(
    "--contract-document",
    "document",
    metavar="DAY",
    help="When the contract document came (for cooling-off). 契約書面を受け取った日",
)
@click.option("--at", metavar="TIME", help="The time of the question  [default: now]. 今の日時")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html", "pdf"]),
    default="text",
    show_default=True,
    help="Form of the answer; html and pdf: a sheet to print. 形式",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write into this file. 書き出し先",
)
@click.option("--list", "listing", is_flag=True, help="List every situation and means. 一覧")
@click.option("--topic", metavar="WORD", help='A page to read; "list" lists them. 解説')
@plain_options
def help_(  # noqa: PLR0913  one argument an option
    *,
    wishes: Plain,
    situations: tuple[str, ...],
    when: str | None,
    amount: str | None,
    means: tuple[str, ...],
    document: str | None,
    at: str | None,
    form: str,
    out: Path | None,
    listing: bool,
    topic: str | None,
) -> int:
    """What happened, and what to do now, in order. 被害にあったとき、今することを順にお知らせします。

    SITUATION is a word for what happened, such as "card" or "clicked"; several may be given, and
    "mayoke help --list" shows them all. Without one, mayoke asks.

    Nobody is to blame for being deceived. だまされた方は、悪くありません。
    """
    registry = load_help()
    if listing or topic:
        if form != "text" or out:
            raise usage(wishes.say(words.TEXT_ONLY))
        click.echo(_to_read(wishes, registry, topic), nl=False, color=wishes.colour)
        return exit_status.OK
    now = _now(wishes, at)
    if form == "pdf" and out is None and sys.stdout.isatty():
        raise usage(wishes.say(words.NO_PAPER))
    told = Happened(
        situations=tuple(values.situation(wishes, word, registry) for word in situations),
        when=None if when is None else values.day_or_time(wishes, "--when", when, now),
        amount=None if amount is None else _yen(wishes, amount),
        means=tuple(values.means(wishes, word, registry) for word in means),
        contract_document=None if document is None else _day(wishes, document, now),
    )
    told = _asked(wishes, told, registry, now)
    try:
        plan = pipeline.plan(told, now)
    except BadInput as error:
        raise usage(error.ja if wishes.lang == "ja" and error.ja else str(error)) from error
    _hand_out(wishes, _formed(wishes, plan, form, registry), out)
    return exit_status.OK


def _to_read(wishes: Plain, registry: HelpRegistry, topic: str | None) -> str:
    if topic is None:
        return render.render_list(registry, wishes.page())
    if topic.strip().lower() == "list":
        return render.render_topics(registry, wishes.page())
    slug = values.topic(wishes, topic, registry)
    return render.render_topic(registry.knowledge[slug], wishes.page(), registry)


def _now(wishes: Plain, at: str | None) -> datetime:
    clock = datetime.now(UTC)
    if at is None:
        return clock.astimezone(JST)
    told = values.day_or_time(wishes, "--at", at, clock)
    return told if isinstance(told, datetime) else datetime.combine(told, time(), JST)


def _yen(wishes: Plain, word: str) -> int:
    amount = typed.yen(word)
    if amount is None:
        raise usage(wishes.say(words.BAD_AMOUNT, word=shorten(plain(word), 40)))
    return amount


def _day(wishes: Plain, word: str, now: datetime) -> date | None:
    return day_of(values.day_or_time(wishes, "--contract-document", word, now))


def _asked(wishes: Plain, told: Happened, registry: HelpRegistry, now: datetime) -> Happened:
    """What was told; on a terminal the rest is asked for, if nothing happened was named."""
    if told.situations or any(registry.means[slug].situation for slug in told.means):
        return told
    if not sys.stdin.isatty():
        raise usage(wishes.say(words.NO_SITUATION))
    answers = ask.ask(wishes, registry, now)
    return replace(
        told,
        situations=answers.situations,
        when=told.when or answers.when,
        amount=answers.amount if told.amount is None else told.amount,
        means=(*told.means, *answers.means),
    )


def _formed(wishes: Plain, plan: Plan, form: str, registry: HelpRegistry) -> bytes | str:
    if form == "json":
        return dumps(plan_object(plan), indent=2) + b"\n"
    if form == "html":
        return sheet.html(plan, wishes.lang).encode("utf-8")
    if form == "pdf":
        return _pdf(wishes, plan, fonts.japanese_type())
    return render.render_plan(plan, wishes.page(), registry)


def _pdf(wishes: Plain, plan: Plan, folders: Sequence[Path]) -> bytes:
    try:
        return sheet.pdf(plan, wishes.lang, fonts=folders)
    except ImportError as error:
        raise Failure(wishes.say(words.NO_TYPST), exit_status.UNAVAILABLE) from error
    except BadInput as error:
        hint = fonts.HINT_JA if wishes.lang == "ja" else fonts.HINT
        raise Failure(hint, exit_status.UNAVAILABLE) from error


def _hand_out(wishes: Plain, answer: bytes | str, out: Path | None) -> None:
    if out is None:
        click.echo(answer, nl=False, color=wishes.colour)
        return
    data = answer.encode("utf-8") if isinstance(answer, str) else answer
    part = out.with_name(out.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(out)  # whole or not at all
    except OSError as error:
        why = error.strerror or "?"
        reason = wishes.say(words.CANNOT_WRITE, path=plain(str(out)), why=why)
        raise Failure(reason, exit_status.CANTCREAT) from error
    click.echo(wishes.say(words.WRITTEN, path=plain(str(out))), err=True)
