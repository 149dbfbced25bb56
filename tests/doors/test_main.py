import subprocess
import sys
from collections.abc import Callable

import click
import pytest

from mayoke.doors.cli import main
from mayoke.doors.cli.failure import Failure
from mayoke.doors.cli.lazy import LazyGroup
from mayoke.records.errors import EmptyInput


def toy(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Make ``mayoke check`` do ``act``."""
    monkeypatch.setattr(LazyGroup, "get_command", lambda *_: click.Command("check", callback=act))


def stop(error: BaseException) -> Callable[[], object]:
    def act() -> None:
        raise error

    return act


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (Failure("words", 66), 66),
        (click.BadParameter("x"), 64),
        (click.ClickException("x"), 64),
        (ValueError("x"), 70),
        (RecursionError("x"), 70),
        (EmptyInput("x"), 70),
        (OSError(28, "No space left on device"), 74),
        (KeyboardInterrupt(), 130),
        (click.Abort(), 130),
    ],
)
def test_no_failure_looks_like_a_verdict(
    error: BaseException, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    toy(monkeypatch, stop(error))
    assert main.status(["check"]) == status


def test_an_unexpected_error_is_one_line_without_control_characters(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    toy(monkeypatch, stop(ValueError("bad\n\x1b[2J" + "x" * 999)))
    main.status(["check"])
    err = capsys.readouterr().err
    assert err.startswith("mayoke: ValueError: bad ‹U+001B›[2Jxxx")
    assert err.count("\n") == 1
    assert len(err) < 300


def test_what_the_command_returns_is_the_status(monkeypatch: pytest.MonkeyPatch) -> None:
    toy(monkeypatch, lambda: 3)
    assert main.status(["check"]) == 3


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nope"],
        ["--nope"],
        ["check", "--nope"],
        ["check", "a", "b"],
        ["check", "--lang", "fr"],
        ["check", "--format", "csv"],
        ["scan"],
        ["scan", "--workers", "0", "."],
        ["explain"],
    ],
)
def test_a_wrong_command_line_is_status_64(arguments: list[str]) -> None:
    assert main.status(arguments) == 64


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "-h"], ["scan", "-h"]])
def test_help_is_success(arguments: list[str]) -> None:
    assert main.status(arguments) == 0


def test_a_reader_that_leaves_is_no_error() -> None:
    code = (
        "import sys; from mayoke.doors.cli.main import run; sys.argv = ['mayoke', '--help']; run()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_help_loads_nothing_that_judges() -> None:
    code = (
        "import sys; from mayoke.doors.cli.main import status; status(['check', '--help']);"
        "sys.exit(any(name in sys.modules for name in ('numpy', 'msgspec', 'mayoke.pipeline')))"
    )
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL, check=False)
    assert done.returncode == 0


def test_the_module_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mayoke", "--version"], capture_output=True, check=True
    )
    assert done.stdout.startswith(b"mayoke ")
