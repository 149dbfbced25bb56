"""``python -m mayoke`` is the command."""

from mayoke.doors.cli.main import run

run()
