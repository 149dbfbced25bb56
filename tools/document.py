"""Writes the pages that are made from the program: ``python -m tools.document``.

``docs/signals.md`` as a whole, in the pages that describe commands the blocks between
``<!-- help: NAME -->`` and the end of their code block, and in ``README.md`` what its commands print. Tests fail when they are stale.
"""

import os
import re
import subprocess
import sys
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from mayoke.doors.cli.main import COMMANDS, main
from mayoke.mail.signals import catalogue
from mayoke.records.signal import SignalInfo, SpeaksFor

ROOT = Path(__file__).resolve().parent.parent
SIGNALS = ROOT / "docs" / "signals.md"
README = ROOT / "README.md"
COMMANDS_PAGE = ROOT / "docs" / "commands.md"
BREACH_PAGE = ROOT / "docs" / "breach.md"
CASE_PAGE = ROOT / "docs" / "casebook.md"
DESK_PAGE = ROOT / "docs" / "consultation.md"
PUBLISH_PAGE = ROOT / "docs" / "publishing.md"
HELP_PAGES = (COMMANDS_PAGE, BREACH_PAGE, CASE_PAGE, DESK_PAGE, PUBLISH_PAGE)
"""Where commands are described."""

_HEADINGS: Mapping[SpeaksFor, str] = {
    "scam": "Signals that speak for a scam",
    "junk": "Signals that speak for junk",
    "clean": "Signals that speak for an ordinary mail",
}
_SECTIONS = ("What it sees", "Why it matters", "When it is wrong", "Example")
_OUTPUT = re.compile(r"(\$ \.venv/bin/mayoke ([^\n]+)\n).*?^(```)$", re.DOTALL | re.MULTILINE)
_BLOCK = re.compile(r"(<!-- help: ([a-z ]+) -->\n\n```text\n).*?^(```)$", re.DOTALL | re.MULTILINE)


def signals_page() -> str:
    """``docs/signals.md``."""
    infos = catalogue.all_signals()
    lines = [
        "# Signals",
        "",
        f"Everything that can speak for or against a mail: {len(infos)} signals.",
        "This page is made by `make docs`; `mayoke explain ID` shows the same.",
        "A weight is no part of a signal: the weights lie in one table that `make train` makes.",
    ]
    for word, heading in _HEADINGS.items():
        chosen = sorted((i for i in infos.values() if i.speaks_for == word), key=lambda i: i.id)
        if chosen:
            lines += ["", f"## {heading}"]
        for info in chosen:
            lines += _signal(info)
    return "\n".join(lines) + "\n"


def _signal(info: SignalInfo) -> Iterator[str]:
    yield from ("", f"### `{info.id}`", "")
    yield f"> {info.ja}  "
    yield f"> {info.en}"
    if info.kinds:
        yield from ("", f"Points to: {', '.join(info.kinds)}.")
    doc = catalogue.explain(info.id)
    is_data = doc.startswith("Words that speak for")
    for heading, text in _sections(doc):
        if heading:
            yield from ("", f"**{heading}**")
        if heading == "Example" or (is_data and heading):
            yield from ("", "```text", text, "```")
        else:
            yield from ("", text)


def _sections(doc: str) -> Iterator[tuple[str, str]]:
    """The parts of a signal's docstring: ``(heading, text)``; the first has no heading."""
    heading, lines = "", list[str]()
    for line in doc.splitlines():
        name = line.strip().rstrip(":")
        if name in _SECTIONS and not line.startswith(" "):
            yield heading, textwrap.dedent("\n".join(lines)).strip()
            heading, lines = name, []
        else:
            lines.append(line)
    yield heading, textwrap.dedent("\n".join(lines)).strip()


def help_text(name: str) -> str:
    """What ``mayoke NAME --help`` prints (``mayoke``: the program itself), 80 columns wide."""
    found = place(name)
    return found.command.get_help(found).rstrip()


def place(name: str) -> click.Context:
    """The context of a command such as ``breach read``; of the program itself for ``mayoke``."""
    found = context()
    for word in name.split() if name != "mayoke" else ():
        group = found.command
        command = group.get_command(found, word) if isinstance(group, click.Group) else None
        if command is None:
            raise KeyError(name)
        found = click.Context(command, parent=found, info_name=word)
    return found


def context() -> click.Context:
    """The program's own context, 80 columns wide."""
    settings = {**main.context_settings, "terminal_width": 80, "max_content_width": 80}
    return click.Context(main, info_name="mayoke", **settings)


def commands_page(old: str) -> str:
    """``docs/commands.md`` with its help blocks made new."""
    return _BLOCK.sub(lambda match: f"{match[1]}{help_text(match[2])}\n{match[3]}", old)


def readme(old: str) -> str:
    """``README.md`` with the outputs of its commands made new."""
    return _OUTPUT.sub(lambda match: f"{match[1]}{output(match[2])}{match[3]}", old)


def output(arguments: str) -> str:
    """What ``mayoke ARGUMENTS`` prints, run from the root of the repository, 80 columns wide."""
    done = subprocess.run(
        [sys.executable, "-m", "mayoke", *arguments.split()],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        check=False,
    )
    return done.stdout.decode("utf-8")


def page_of(name: str) -> Path:
    """The page that describes a command."""
    own = {"desk": DESK_PAGE, "case": CASE_PAGE, "publish": PUBLISH_PAGE}
    group, _, command = name.partition(" ")
    if command and group in own:
        return own[group]
    return COMMANDS_PAGE if name in COMMANDS else BREACH_PAGE


def names() -> list[str]:
    """Everything that has a help text."""
    return ["mayoke", *COMMANDS, *nested()]


def nested() -> list[str]:
    """The commands of the groups: ``breach read`` …."""
    found = []
    for name in COMMANDS:
        group = place(name)
        if isinstance(group.command, click.Group):
            found += [f"{name} {word}" for word in group.command.list_commands(group)]
    return found


if __name__ == "__main__":
    SIGNALS.write_text(signals_page(), encoding="utf-8")
    for path in HELP_PAGES:
        page = commands_page(path.read_text(encoding="utf-8"))
        path.write_text(page, encoding="utf-8")
    README.write_text(readme(README.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"{SIGNALS.name}, {COMMANDS_PAGE.name}, {README.name}")
