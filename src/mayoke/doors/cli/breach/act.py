"""``mayoke breach review``, ``publish``, ``withdraw``, ``reopen``, ``correct``: changing the ledger."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import click
import msgspec

from mayoke.breach.decode import incident_of
from mayoke.breach.ledger.follow import follow
from mayoke.breach.ledger.states import refusal
from mayoke.doors.cli import exit_status
from mayoke.doors.cli.failure import Failure, usage
from mayoke.doors.cli.places import Desk, at_the_desk
from mayoke.doors.say import leaks as words
from mayoke.records.incident import Incident
from mayoke.records.ledger import State
from mayoke.store import look_up
from mayoke.store.compose import Overlay, value_at
from mayoke.store.compose import correct as lay
from mayoke.store.ledger import Ledger

why_option = click.option(
    "--why", metavar="TEXT", default="", help="The reason, for the record. 理由"
)


@click.command(short_help="Mark as checked. 確認済みにします")
@click.argument("incident", metavar="ID")
@why_option
@at_the_desk
def review(*, desk: Desk, incident: str, why: str) -> int:
    """Mark an incident as checked against its notice. お知らせと照らし合わせ、確認済みにします。

    Whoever added it does not review it, unless the configuration says self_review = true.
    """
    return _move(desk, incident, "reviewed", why)


@click.command(short_help="Mark as public. 公開します")
@click.argument("incident", metavar="ID")
@why_option
@at_the_desk
def publish(*, desk: Desk, incident: str, why: str) -> int:
    """Let a reviewed incident stand in public views. 確認済みの件を、公開用の一覧に載せます。"""
    return _move(desk, incident, "published", why)


@click.command(short_help="Take it back. 取り下げます")
@click.argument("incident", metavar="ID")
@click.option("--why", metavar="TEXT", required=True, help="The reason, for the record. 理由")
@at_the_desk
def withdraw(*, desk: Desk, incident: str, why: str) -> int:
    """Withdraw an incident; the record of it stays. 取り下げます。記録は残ります。"""
    return _move(desk, incident, "withdrawn", why)


@click.command(short_help="Begin again. 未確認に戻します")
@click.argument("incident", metavar="ID")
@why_option
@at_the_desk
def reopen(*, desk: Desk, incident: str, why: str) -> int:
    """Bring an incident back to the state "new". 未確認に戻します。"""
    return _move(desk, incident, "new", why)


@click.command(short_help="Put a value right. 値を直します")
@click.argument("incident", metavar="ID")
@click.argument("changes", nargs=-1, required=True, metavar="FIELD=VALUE…")
@click.option("--why", metavar="TEXT", required=True, help="The reason, for the record. 理由")
@at_the_desk
def correct(*, desk: Desk, incident: str, changes: tuple[str, ...], why: str) -> int:
    """Put values of an incident right. 値を直します。

    FIELD is a path into the incident's JSON such as organisation, affected_count.0.count or
    exposure.0.end; VALUE is a word, a number or JSON. What the notice said stays on record, and the
    incident has to be reviewed again.
    """
    new = dict(_change(one, desk) for one in changes)
    with desk.open() as store:
        facts = look_up.get(store, incident).entry.data
        _check(facts, new, desk)
        Ledger(store, follow).correct(incident, new, desk.deed(why))
    click.echo(desk.wishes.say(words.CORRECTED, id=incident))
    return exit_status.OK


def _check(facts: Mapping[str, Any], new: Mapping[str, Any], desk: Desk) -> None:
    """A field that is none, or a value that no incident can have, changes nothing."""
    for field, value in new.items():
        try:
            overlay = Overlay(1, field, value_at(facts, field), value)
        except LookupError as error:
            raise usage(desk.wishes.say(words.NO_FIELD, fields=field)) from error
        try:
            laid, _ = lay(dict(facts), [overlay], follow)
            msgspec.convert(asdict(incident_of(laid)), Incident)
            msgspec.convert(laid.get("aliases", []), list[str])
        except (ValueError, TypeError, KeyError) as error:
            raise usage(desk.wishes.say(words.NO_VALUE, field=field)) from error


def _change(one: str, desk: Desk) -> tuple[str, Any]:
    field, equals, value = one.partition("=")
    if not equals or not field.strip():
        raise usage(desk.wishes.say(words.NOT_A_CHANGE, one=one))
    try:
        return field.strip(), json.loads(value)
    except ValueError:
        return field.strip(), value


def _move(desk: Desk, incident: str, after: State, why: str) -> int:
    with desk.open() as store:
        entry = look_up.get(store, incident).entry
        against = refusal(entry, after, desk.who, alone=desk.self_review)
        if against:
            raise Failure(desk.wishes.say(against), exit_status.NOPERM)
        Ledger(store, follow).set_state(incident, entry.state, after, desk.deed(why))
    before, now = words.STATES[entry.state], words.STATES[after]
    click.echo(f"{incident}: {desk.wishes.say(before)} → {desk.wishes.say(now)}")
    return exit_status.OK
