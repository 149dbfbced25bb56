"""``mayoke case review``, ``publish``, ``withdraw``: a case goes from state to state."""

import click

from mayoke.doors.cli import exit_status
from mayoke.doors.cli.breach.act import why_option
from mayoke.doors.cli.case import words
from mayoke.doors.cli.case.book import found, opened
from mayoke.doors.cli.case.steps import may_review, possible
from mayoke.doors.cli.failure import Failure
from mayoke.doors.cli.places import Desk, at_the_desk
from mayoke.doors.say.leaks import STATES
from mayoke.records.case import Case
from mayoke.records.ledger import State
from mayoke.records.verdict import Sentence
from mayoke.store import cases


@click.command(short_help="Mark as checked. 確認済みにします")
@click.argument("case", metavar="ID")
@why_option
@at_the_desk
def review(*, desk: Desk, case: str, why: str) -> int:
    """Mark a case as checked by a second person. 別の人が確かめて、確認済みにします。

    Whoever added it does not review it, unless the configuration says self_review = true.
    """
    return _move(desk, case, "reviewed", why)


@click.command(short_help="Mark as public. 公開します")
@click.argument("case", metavar="ID")
@why_option
@at_the_desk
def publish(*, desk: Desk, case: str, why: str) -> int:
    """Mark a reviewed case as public. 確認済みの事例を「公開中」にします。

    This only marks it: nothing leaves this machine. 印を付けるだけで、どこにも送りません。
    """
    return _move(desk, case, "published", why)


@click.command(short_help="Take it back. 取り下げます")
@click.argument("case", metavar="ID")
@click.option("--why", metavar="TEXT", required=True, help="The reason, for the record. 理由")
@at_the_desk
def withdraw(*, desk: Desk, case: str, why: str) -> int:
    """Withdraw a case; the record of it stays. 取り下げます。記録は残ります。"""
    return _move(desk, case, "withdrawn", why)


def _move(desk: Desk, name: str, after: State, why: str) -> int:
    with opened(desk) as store:
        case = found(desk, store, name).case
        _check(desk, case, after)
        cases.set_state(store, case.id, case.state, after, desk.deed(why))
    before, now = (desk.wishes.say(STATES[state]) for state in (case.state, after))
    click.echo(f"{case.id}: {before} → {now}")
    return exit_status.OK


def _check(desk: Desk, case: Case, after: State) -> None:
    if after == case.state:
        raise _refused(desk, words.ALREADY, id=case.id, state=_name(desk, after))
    if not possible(case, after):
        state = _name(desk, case.state)
        raise _refused(desk, words.NO_WAY, id=case.id, state=state, after=_name(desk, after))
    if after == "reviewed" and not may_review(case, desk.who, alone=desk.self_review):
        raise _refused(desk, words.NOT_ALONE, id=case.id, who=desk.who)


def _name(desk: Desk, state: State) -> str:
    return desk.wishes.say(STATES[state])


def _refused(desk: Desk, sentence: Sentence, **values: str) -> Failure:
    return Failure(desk.wishes.say(sentence, **values), exit_status.NOPERM)
