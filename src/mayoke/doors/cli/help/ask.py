"""Asks, on a terminal, what happened, when, how much, and how it was paid."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TypeVar

import click

from mayoke.doors import typed
from mayoke.doors.cli.help import words
from mayoke.doors.cli.options import Plain
from mayoke.doors.cli.terminal import plain
from mayoke.doors.say.shapes import shorten
from mayoke.help.plan import MOST_YEN
from mayoke.records.plan import Happened
from mayoke.records.verdict import Sentence
from mayoke.registry.help_forms import HelpRegistry
from mayoke.text.fold import fold_plain

_Answer = TypeVar("_Answer")


def ask(wishes: Plain, registry: HelpRegistry, now: datetime) -> Happened:
    """What the person answers; whatever cannot be read is asked again, in the same words."""
    click.echo(wishes.say(words.ASK_WHAT), err=True)
    slugs = _choose(
        wishes,
        {slug: one.name for slug, one in registry.situations.items()},
        words.ASK_NUMBERS,
        needed=True,
    )
    when = _asked(wishes, words.ASK_WHEN, lambda word: _when(wishes, word, now))
    amount = _asked(wishes, words.ASK_AMOUNT, lambda word: _yen(wishes, word))
    paid: tuple[str, ...] = ()
    if amount or any(registry.situations[slug].money_lost for slug in slugs):
        click.echo(wishes.say(words.ASK_MEANS), err=True)
        names = {slug: one.name for slug, one in registry.means.items()}
        paid = _choose(wishes, names, words.ASK_MEANS_NUMBERS, needed=False)
    click.echo("", err=True)
    return Happened(slugs, when=when, amount=amount, means=paid)


def _choose(
    wishes: Plain, names: dict[str, Sentence], question: Sentence, *, needed: bool
) -> tuple[str, ...]:
    slugs = tuple(names)
    for number, slug in enumerate(slugs, 1):
        click.echo(f"{number:>4}. {wishes.say(names[slug])}", err=True)

    def chosen(word: str) -> tuple[str, ...]:
        numbers = _numbers(word)
        if not numbers or not all(1 <= number <= len(slugs) for number in numbers):
            raise ValueError(wishes.say(words.NO_SUCH_NUMBER, n=len(slugs)))
        return tuple(slugs[number - 1] for number in numbers)

    while True:
        found = _asked(wishes, question, chosen)
        if found or not needed:
            return found or ()
        click.echo(wishes.say(words.NO_SUCH_NUMBER, n=len(slugs)), err=True)


def _numbers(word: str) -> Sequence[int]:
    """The numbers between spaces and commas; none if anything else stands there."""
    parts = re.split(r"[\s,、・.]+", fold_plain(word[:200]).strip(" ,、・."))
    return (
        [int(part) for part in parts] if all(re.fullmatch("[0-9]{1,3}", p) for p in parts) else []
    )


def _when(wishes: Plain, word: str, now: datetime) -> date | datetime:
    told = typed.moment(word, now)
    if told is None:
        shown = shorten(plain(word), 40)
        raise ValueError(wishes.say(words.BAD_DAY, option="mayoke", word=shown))
    return told


def _yen(wishes: Plain, word: str) -> int:
    amount = typed.yen(word)
    if amount is None or amount > MOST_YEN:
        raise ValueError(wishes.say(words.BAD_AMOUNT, word=shorten(plain(word), 40)))
    return amount


def _asked(wishes: Plain, question: Sentence, read: Callable[[str], _Answer]) -> _Answer | None:
    """The answer as ``read`` has it; None for an empty one."""
    while True:
        word = str(click.prompt(wishes.say(question), default="", show_default=False, err=True))
        if not word.strip():
            return None
        try:
            return read(word)
        except ValueError as error:
            click.echo(str(error), err=True)
