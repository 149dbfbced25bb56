"""The documentation says what is so."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from mayoke.doors.cli import exit_status
from mayoke.doors.cli.main import COMMANDS
from mayoke.mail.signals.catalogue import all_signals
from tools import document

ROOT = document.ROOT
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
MADE = {
    ".git", ".venv", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis",
    ".import_linter_cache", "dist", "build", "out",
}  # fmt: skip


def command(name: str) -> click.Command:
    return document.place(name).command


def tree(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in MADE or path.name.startswith(".ready"):
            continue
        if path.is_dir():
            yield from tree(path)
        elif path.suffix != ".npz":
            yield path


@pytest.mark.parametrize("name", [*COMMANDS, *document.nested()])
def test_every_command_and_option_is_described(name: str) -> None:
    page = document.page_of(name).read_text(encoding="utf-8")
    prose = re.sub(r"```text\n.*?```", "", page, flags=re.DOTALL)
    assert f"`mayoke {name}`" in page
    for option in command(name).params:
        if isinstance(option, click.Option):
            assert all(word in page for word in option.opts)
            assert option.opts[-1] in prose


def test_the_help_blocks_are_the_programs_own() -> None:
    pages = [path.read_text(encoding="utf-8") for path in document.HELP_PAGES]
    for page in pages:
        assert document.commands_page(page) == page, "stale: make docs"
    for name in document.names():
        assert any(document.help_text(name) in page for page in pages)


def test_the_readme_shows_what_the_program_prints() -> None:
    page = document.README.read_text(encoding="utf-8")
    assert document.readme(page) == page, "stale: make docs"
    assert "詐欺メールです" in page


def test_the_page_of_signals_is_fresh_and_complete() -> None:
    page = document.SIGNALS.read_text(encoding="utf-8")
    assert page == document.signals_page(), "stale: make docs"
    for signal in all_signals():
        assert f"### `{signal}`" in page


def test_every_exit_status_is_described() -> None:
    page = document.COMMANDS_PAGE.read_text(encoding="utf-8").split("## Exit status")[1]
    told = {int(number) for number in re.findall(r"\b\d+\b", page.split("\n\n")[1])}
    own = {value for value in vars(exit_status).values() if isinstance(value, int)}
    assert own | set(exit_status.VERDICT.values()) == told


def test_every_target_that_is_named_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = {
        name
        for page in PAGES
        for name in re.findall(r"(?:`|^)make ([a-z]+)", page.read_text("utf-8"), re.MULTILINE)
    }
    assert named >= {"setup", "demo", "test", "check"}
    assert named <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_no_file_names_a_place_of_the_machine_it_was_made_on() -> None:
    # Written apart, so that this file does not name them either.
    paths = re.compile(rf"(?<![\w.~])/(?:{'|'.join(('wo' + 'rk', 't' + 'mp', 'ro' + 'ot'))})/")
    hosts = re.compile("|".join(("py" + r"pi\.", "python" + "hosted", "npm" + r"js\.")))
    for file in tree(ROOT):
        text = file.read_bytes().decode("utf-8", "replace")
        for found in (paths.search(text), hosts.search(text)):
            assert found is None, f"{file.relative_to(ROOT)}: {found}"
