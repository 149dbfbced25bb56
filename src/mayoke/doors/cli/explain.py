"""``mayoke explain``, ``signals``, ``brands``: what a signal sees, what is known of a brand."""

import difflib
import os
from collections.abc import Iterable, Iterator

import click

from mayoke.doors.cli import config
from mayoke.doors.cli.failure import usage
from mayoke.doors.cli.options import lang_option
from mayoke.doors.cli.terminal import width
from mayoke.doors.say import words
from mayoke.mail.signals import catalogue
from mayoke.records.brand import Brand
from mayoke.records.signal import SignalInfo
from mayoke.registry.load import load


@click.command(short_help="Tell what a signal sees. 手がかりを説明します")
@click.argument("topic", metavar="ID")
@lang_option
def explain(topic: str, lang: str | None) -> int:
    """Tell what a signal sees, or what is known of a brand. 手がかりやブランドを説明します。

    ID is the name of a signal or of a brand, as "mayoke signals", "mayoke brands" and JSON output
    have it.
    """
    chosen = config.language(lang, config.load(os.environ), os.environ)
    known, brands = catalogue.all_signals(), load().brands
    if topic in known:
        lines = _signal(known[topic], catalogue.explain(topic), chosen)
    elif topic in brands:
        lines = _brand(brands[topic], chosen)
    else:
        near = difflib.get_close_matches(topic, [*known, *brands], n=3)
        sentence = words.NO_TOPIC_NEAR if near else words.NO_TOPIC
        told = sentence.ja if chosen == "ja" else sentence.en
        raise usage(told.format(topic=topic, near=", ".join(near)))
    click.echo("\n".join(lines))
    return 0


@click.command(short_help="List every signal. 手がかりの一覧です")
@lang_option
def signals(lang: str | None) -> int:
    """List every signal: its name, what it speaks for, its sentence. 手がかりの一覧です。"""
    chosen = config.language(lang, config.load(os.environ), os.environ)
    infos = catalogue.all_signals().values()
    click.echo("\n".join(_table((i.id, i.speaks_for, _says(i, chosen)) for i in infos)))
    return 0


@click.command(short_help="List every brand. ブランドの一覧です")
def brands() -> int:
    """List every brand that is known: its name here, in Japanese, in English. ブランドの一覧です。"""
    rows = ((b.slug, b.name_ja, b.name_en) for b in load().brands.values())
    click.echo("\n".join(_table(rows)))
    return 0


def _says(info: SignalInfo, lang: str) -> str:
    return info.ja if lang == "ja" else info.en


def _signal(info: SignalInfo, doc: str, lang: str) -> Iterator[str]:
    yield info.id
    yield ""
    yield f"  ja  {info.ja}" if lang == "ja" else f"  en  {info.en}"
    yield f"  en  {info.en}" if lang == "ja" else f"  ja  {info.ja}"
    yield f"  speaks for {info.speaks_for}"
    if info.kinds:
        yield f"  kinds: {', '.join(info.kinds)}"
    yield ""
    yield doc


def _brand(brand: Brand, lang: str) -> Iterator[str]:
    yield f"{brand.slug}: {brand.name_ja if lang == 'ja' else brand.name_en}"
    yield ""
    sending = (f"{entry.domain} ({entry.grade})" for entry in brand.sending_domains)
    rows = (
        (words.NAMES, brand.names),
        (words.LOGIN, sorted(brand.login_domains)),
        (words.SENDING, sending),
        (words.HOSTING, sorted(brand.hosting_domains)),
    )
    for label, values in rows:
        text = ", ".join(values)
        if text:
            yield f"  {label.ja if lang == 'ja' else label.en}: {text}"


def _table(rows: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    cells = sorted(rows)
    first = max((width(a) for a, _, _ in cells), default=0)
    second = max((width(b) for _, b, _ in cells), default=0)
    for a, b, c in cells:
        yield f"{a}{' ' * (first - width(a))}  {b}{' ' * (second - width(b))}  {c}"
