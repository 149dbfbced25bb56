"""``mayoke breach list``, ``search``, ``show``, ``timeline``, ``stats``: reading the ledger."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import get_args

import click

from mayoke import pipeline
from mayoke.breach.decode import incident_of
from mayoke.doors.cli import exit_status
from mayoke.doors.cli.breach.read import save
from mayoke.doors.cli.breach.render_ledger import render_dossier, render_entries, render_stats
from mayoke.doors.cli.places import Desk, at_the_desk
from mayoke.doors.objects.ledger_json import dossier_object, entries_object
from mayoke.doors.objects.verdict_json import dumps
from mayoke.records.incident import Cause
from mayoke.records.ledger import Entry, Filter, Page, Sort, State
from mayoke.store import listing, look_up
from mayoke.store.connect import Store

_STATES = list(get_args(State))
_DAY = click.DateTime(["%Y-%m-%d"])
form_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the answer. 形式",
)
state_option = click.option(
    "--state",
    "states",
    type=click.Choice(_STATES),
    multiple=True,
    help="Only of this state; repeatable. 状態",
)
limit_options = (
    click.option(
        "--limit", type=click.IntRange(1, 1000), default=50, show_default=True, help="件数"
    ),
    click.option(
        "--offset", type=click.IntRange(0), default=0, help="Pass over so many. 飛ばす件数"
    ),
)


@click.command("list", short_help="List the ledger. 台帳の一覧です")
@state_option
@click.option("--organisation", metavar="WORDS", help="Words of the name. 名前の一部")
@click.option("--cause", type=click.Choice(list(get_args(Cause))), help="原因")
@click.option(
    "--since", type=_DAY, metavar="YYYY-MM-DD", help="Announced from this day on. 公表日の初め"
)
@click.option(
    "--until", type=_DAY, metavar="YYYY-MM-DD", help="Announced until this day. 公表日の終わり"
)
@click.option(
    "--card/--no-card", "card_data", default=None, help="With card data or without. カード情報"
)
@click.option(
    "--sort",
    type=click.Choice(list(get_args(Sort))),
    default="told",
    show_default=True,
    help="順序",
)
@limit_options[0]
@limit_options[1]
@form_option
@at_the_desk
def list_(  # noqa: PLR0913  one argument an option
    *,
    desk: Desk,
    states: tuple[State, ...],
    organisation: str | None,
    cause: str | None,
    since: datetime | None,
    until: datetime | None,
    card_data: bool | None,
    sort: Sort,
    limit: int,
    offset: int,
    form: str,
) -> int:
    """List the incidents of the ledger, the newest announcement first. 台帳の一覧です。"""
    wanted = Filter(frozenset(states), organisation, cause, _day(since), _day(until), card_data)
    with desk.open() as store:
        page = listing.find(store, wanted, sort=sort, offset=offset, limit=limit)
    _echo(desk, page, form)
    return exit_status.OK


@click.command(short_help="Search the ledger. 台帳を言葉で探します")
@click.argument("words", nargs=-1, required=True)
@state_option
@limit_options[0]
@limit_options[1]
@form_option
@at_the_desk
def search(
    *,
    desk: Desk,
    words: tuple[str, ...],
    states: tuple[State, ...],
    limit: int,
    offset: int,
    form: str,
) -> int:
    """Find incidents in whose names, addresses or notices all WORDS stand. 台帳を言葉で探します。"""
    with desk.open() as store:
        wanted = Filter(frozenset(states))
        page = listing.search(store, " ".join(words), wanted, offset=offset, limit=limit)
    _echo(desk, page, form)
    return exit_status.OK


@click.command(short_help="Show one incident. 1件を見ます")
@click.argument("incident", metavar="ID")
@form_option
@at_the_desk
def show(*, desk: Desk, incident: str, form: str) -> int:
    """Show everything the ledger has on one incident. 1件について台帳にあることをすべて見ます。"""
    with desk.open() as store:
        dossier = look_up.get(store, incident)
        told = incident_of(dossier.entry.data)
        rivals = list(_rivals(store, told.delays.suspicion_to_disclosure_days, dossier.entry))
    if form == "json":
        click.echo(dumps(dossier_object(dossier), indent=2))
    else:
        text = render_dossier(dossier, told, desk.wishes.page(), rivals)
        click.echo(text, nl=False, color=desk.wishes.colour)
    return exit_status.OK


@click.command(short_help="Draw the course of events. 経過を図にします")
@click.argument("incident", metavar="ID")
@click.option(
    "--svg",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Draw a picture into this file. 図を書き出すファイル",
)
@at_the_desk
def timeline(*, desk: Desk, incident: str, svg: Path | None) -> int:
    """Show the course of events of one incident. ことの経過を見ます。"""
    with desk.open() as store:
        told = incident_of(look_up.get(store, incident).entry.data)
    if svg:
        save(svg, pipeline.picture(told, desk.wishes.lang))
    else:
        for line in pipeline.course(told, desk.wishes.lang):
            click.echo(line)
    return exit_status.OK


@click.command(short_help="The ledger in numbers. 台帳の集計です")
@form_option
@at_the_desk
def stats(*, desk: Desk, form: str) -> int:
    """Show the ledger in numbers, and where it is. 台帳の集計と、台帳の場所を見ます。"""
    with desk.open(create=True) as store:
        found = look_up.stats(store)
    if form == "json":
        told = {
            "schema": "mayoke.stats/1",
            "place": found.place,
            "documents": found.documents,
            "incidents": found.incidents,
            "by_state": dict(found.by_state),
            "by_cause": {cause or "null": n for cause, n in found.by_cause.items()},
            "by_year": {str(year or "null"): n for year, n in found.by_year.items()},
            "median_days_to_disclosure": found.disclosure.median(),
            "median_days_to_disclosure_with_card_data": found.disclosure_card.median(),
        }
        click.echo(dumps(told, indent=2))
    else:
        click.echo(render_stats(found, desk.wishes.page()), nl=False, color=desk.wishes.colour)
    return exit_status.OK


def _rivals(store: Store, days: int | None, entry: Entry) -> Iterator[tuple[int, float, float]]:
    """How many incidents tell the delay, their median, and the share that took no longer."""
    if days is None:
        return
    card = bool((entry.data.get("card_data") or {}).get("leaked"))
    others = look_up.distribution(store, "suspicion_to_disclosure_days", card_data=card)
    middle, share = others.median(), others.share_at_most(days)
    if middle is not None and share is not None and len(others.days) > 1:
        yield len(others.days), middle, share


def _echo(desk: Desk, page: Page, form: str) -> None:
    if form == "json":
        about = {"total": page.total, "offset": page.offset, "more": page.more}
        click.echo(dumps(entries_object(page.entries, **about), indent=2))
    else:
        text = render_entries(page, desk.wishes.page())
        click.echo(text, nl=False, color=desk.wishes.colour)


def _day(moment: datetime | None) -> str | None:
    return date.isoformat(moment.date()) if moment else None
