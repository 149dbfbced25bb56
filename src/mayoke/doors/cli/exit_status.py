"""What the commands say with their exit status.

``mayoke check`` says the verdict. Everything else uses the numbers of BSD's ``sysexits.h``, which
lie far from the verdicts, so that no failure can be read as an answer.
"""

from collections.abc import Mapping
from typing import Final

from mayoke.records.verdict import VerdictWord

VERDICT: Final[Mapping[VerdictWord, int]] = {"clean": 0, "scam": 1, "junk": 3, "unsure": 4}
"""2 is left out: shells and option parsers use it for errors of their own."""

OK: Final = 0
USAGE: Final = 64
"""A wrong option or argument."""
DATAERR: Final = 65
"""What was handed in is no mail, is empty or too large."""
NOINPUT: Final = 66
"""A file that is not there or must not be read."""
UNAVAILABLE: Final = 69
"""A database, a port, or a part that has to be installed cannot be used."""
SOFTWARE: Final = 70
"""A fault of mayoke's own."""
CANTCREAT: Final = 73
"""An output file cannot be made."""
IOERR: Final = 74
"""Reading or writing failed."""
TEMPFAIL: Final = 75
"""Somebody else is writing; try again in a moment."""
NOPERM: Final = 77
"""The ledger's rules do not allow this step."""
CONFIG: Final = 78
"""The configuration file is wrong."""
INTERRUPTED: Final = 130
"""Ctrl+C: 128 + SIGINT."""
CLOSED: Final = 141
"""Nobody reads the output any more: 128 + SIGPIPE."""
