"""``mayoke breach customers``: which customers a shop has to tell."""

import csv
import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import click

from mayoke.breach.purchases.customers import Count, Listing, customers_of, tally_of
from mayoke.breach.purchases.table import rows
from mayoke.breach.words import PEOPLE
from mayoke.doors.cli import exit_status
from mayoke.doors.cli.breach.render import dot
from mayoke.doors.cli.breach.tables import Given, columns_of, open_list, table_options, unreadable
from mayoke.doors.cli.breach.watched import incident_for
from mayoke.doors.cli.failure import Failure
from mayoke.doors.cli.options import Plain
from mayoke.doors.cli.places import Desk, at_the_desk
from mayoke.doors.cli.render_text import Page
from mayoke.doors.cli.terminal import plain
from mayoke.doors.objects.verdict_json import dumps
from mayoke.doors.say import purchases as words
from mayoke.doors.say.shapes import shorten
from mayoke.records.errors import BadInput
from mayoke.records.purchase import Columns
from mayoke.records.verdict import Sentence

SCHEMA = "mayoke.customers/1"
_WHO = ("customer", "email", "name")


@click.command(short_help="Whom to tell. 知らせる顧客の一覧を作ります")
@click.argument("file", type=click.Path(path_type=Path), metavar="ORDERS.csv")
@click.option(
    "--incident", "incident_id", metavar="ID", required=True, help="The incident. 件の番号"
)
@table_options
@click.option(
    "--incidents",
    "incidents_file",
    type=click.Path(path_type=Path),
    metavar="FILE.jsonl",
    help="Take the incident from this file. 台帳の代わりに使う件のファイル",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "json"]),
    default="text",
    show_default=True,
    help="Form of the answer; text gives the counts alone. 形式",
)
@at_the_desk
def customers(  # noqa: PLR0913  one argument an option
    *,
    desk: Desk,
    file: Path,
    incident_id: str,
    pairs: tuple[str, ...],
    profile: str | None,
    save_as: str | None,
    incidents_file: Path | None,
    form: str,
) -> int:
    """List the customers a shop has to tell, each once. 知らせる顧客を、一人一度ずつ挙げます。

    ORDERS.csv is the shop's list of orders: a date, and a customer number, a mail address, or a
    name with a telephone number. It is read on this machine only, and no row of it is kept.
    """
    table = open_list(file, desk.wishes)
    skip, columns = columns_of(table, Given(pairs, profile, save_as), ("date",), desk.wishes)
    if not any(role in columns.at for role in _WHO):
        raise _nobody(file, table.head[skip - 1] if skip else (), desk.wishes)
    one = incident_for(desk, incident_id, incidents_file)
    try:
        found = customers_of(islice(rows(table), skip, None), columns, one.incident)
    except BadInput as error:
        raise unreadable(file, error, desk.wishes) from error
    if form == "json":
        click.echo(dumps(_object(one.id, found), indent=2))
    elif form == "csv":
        click.echo(_csv(found), nl=False)
    else:
        click.echo(_text(found, columns, desk.wishes.page()), nl=False, color=desk.wishes.colour)
    return exit_status.OK


def _nobody(file: Path, header: tuple[str, ...], wishes: Plain) -> Failure:
    option = "--map customer=… / --map email=… / --map name=… --map phone=…"
    missing = (
        "会員番号かメールアドレスか、お名前と電話番号" if wishes.lang == "ja" else "who ordered"
    )
    listed = " | ".join(shorten(plain(cell), 20) for cell in header[:30])
    reason = wishes.say(words.MISSING, missing=missing, header=listed, option=option)
    return Failure(f"{file}: {reason}", exit_status.DATAERR)


def _text(found: Listing, columns: Columns, page: Page) -> str:
    lines = [page.style(_filled(page, words.TO_TELL, len(found.customers)))]
    unsure = sum(not one.sure for one in found.customers)
    if unsure:
        lines.append(page.para(_filled(page, words.OF_THESE, unsure), dot(page)))
    counted: list[tuple[Sentence, int]] = [
        (words.LINES, found.lines),
        (words.INSIDE, found.inside),
        (words.AT_EDGE, found.at_edge),
        (words.OTHER_PAYMENT, found.other_payment),
        (words.NAMELESS, found.nameless),
        (words.UNDATED, found.undated),
    ]
    lines += [
        page.para(_filled(page, sentence, number), dot(page))
        for sentence, number in counted
        if number or sentence in (words.LINES, words.INSIDE)
    ]
    if "card" in columns.at and found.cards is not None:
        lines.append(page.para(_filled(page, words.CARDS, found.cards), dot(page)))
    for count in found.counts:
        lines += _reconciled(count, page)
    return "\n".join(lines) + "\n"


def _reconciled(count: Count, page: Page) -> Iterator[str]:
    """The notice's number beside ours, and what a difference may come from."""
    told = count.told
    ours = page.say(words.NOT_COUNTED) if count.counted is None else f"{count.counted:,}"
    what = page.say(PEOPLE.get(told.what, Sentence(told.what, told.what)))
    sentence = words.TOLD.ja if page.lang == "ja" else words.TOLD.en
    text = sentence.format(told=f"{told.count:,}", unit=told.unit, what=what, counted=ours)
    yield page.para(text, dot(page))
    if count.counted is None:
        return
    gap = count.counted - told.count
    reason = words.SAME if not gap else words.FEWER if gap < 0 else words.MANIER
    yield page.para(_filled(page, reason, abs(gap)), "    ")


def _csv(found: Listing) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["customer", "name", "email", "phone", "orders", "first", "last", "sure"])
    for one in found.customers:
        row = [one.id, one.name, one.email, one.phone]
        days = [str(one.first or ""), str(one.last or "")]
        writer.writerow([*map(_harmless, row), one.orders, *days, "yes" if one.sure else "no"])
    return out.getvalue()


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    formula = cell[:1] in {"=", "@", "\t", "\r"} or (
        cell[:1] in {"+", "-"} and not cell[1:2].isdigit()
    )
    return f"'{cell}" if formula else cell


def _object(incident: str, found: Listing) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "incident": incident,
        "counts": {**tally_of(found), "cards": found.cards},
        "notice": [
            {
                "count": one.told.count,
                "unit": one.told.unit,
                "what": one.told.what,
                "qualifier": one.told.qualifier,
                "counted": one.counted,
                "difference": None if one.counted is None else one.counted - one.told.count,
            }
            for one in found.counts
        ],
        "customers": [
            {
                "customer": one.id or None,
                "name": one.name or None,
                "email": one.email or None,
                "phone": one.phone or None,
                "orders": one.orders,
                "first": one.first.isoformat() if one.first else None,
                "last": one.last.isoformat() if one.last else None,
                "sure": one.sure,
            }
            for one in found.customers
        ],
    }


def _filled(page: Page, sentence: Sentence, number: int) -> str:
    return (sentence.ja if page.lang == "ja" else sentence.en).format(n=f"{number:,}")
