"""Options that several commands share, and what they come to."""

import functools
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass

import click

from mayoke.doors.cli import config
from mayoke.doors.cli.config import Lang
from mayoke.doors.cli.render_text import Page
from mayoke.records.known import Known
from mayoke.records.verdict import Sentence

WIDEST = 88

lang_option = click.option(
    "--lang",
    type=click.Choice(["ja", "en"]),
    help="Language of the answer. 答えの言語  [default: configuration, then locale]",
)
color_option = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colour in text output. 色",
)
_judging = (
    lang_option,
    click.option(
        "--me",
        metavar="ADDRESS",
        multiple=True,
        help="Your own address; repeatable. 自分のアドレス",
    ),
    click.option(
        "--name",
        metavar="NAME",
        multiple=True,
        help="Your own name, as a shop writes it; repeatable. 自分の名前",
    ),
    click.option(
        "--trust-authserv",
        metavar="ID",
        multiple=True,
        help="A host whose Authentication-Results you trust; repeatable. 認証結果を信頼するホスト",
    ),
    color_option,
)


@dataclass(frozen=True, slots=True)
class Plain:
    """What every command with an answer for people needs: language and colour."""

    lang: Lang
    colour: bool

    def say(self, sentence: Sentence, **values: object) -> str:
        """The sentence in the user's language, with its braces filled where values are given."""
        words = sentence.ja if self.lang == "ja" else sentence.en
        return words.format(**values) if values else words

    def page(self) -> Page:
        """The page to write on."""
        return Page(self.lang, min(shutil.get_terminal_size().columns - 1, WIDEST), self.colour)


@dataclass(frozen=True, slots=True)
class Wishes(Plain):
    """What the user wants of a judgement, from options and configuration together."""

    known: Known


def plain_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command ``--lang`` and ``--color``; it gets one ``Plain`` for both."""

    @functools.wraps(command)
    def with_wishes(lang: str | None, color: str, **others: object) -> int:
        file = config.load(os.environ)
        colour = config.wants_colour(color, os.environ, terminal=sys.stdout.isatty())
        return command(wishes=Plain(config.language(lang, file, os.environ), colour), **others)

    return lang_option(color_option(with_wishes))


def judging(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the shared options; it gets one ``Wishes`` for all of them."""

    @functools.wraps(command)
    def with_wishes(
        lang: str | None,
        me: tuple[str, ...],
        name: tuple[str, ...],
        trust_authserv: tuple[str, ...],
        color: str,
        **others: object,
    ) -> int:
        file = config.load(os.environ)
        known = Known(
            me=frozenset(address.strip().lower() for address in (*file.me, *me)),
            names=frozenset((*file.names, *name)),
            authserv_ids=frozenset(
                host.strip().lower() for host in (*file.trust_authserv, *trust_authserv)
            ),
        )
        colour = config.wants_colour(color, os.environ, terminal=sys.stdout.isatty())
        return command(Wishes(config.language(lang, file, os.environ), colour, known), **others)

    for option in reversed(_judging):
        with_wishes = option(with_wishes)
    return with_wishes
