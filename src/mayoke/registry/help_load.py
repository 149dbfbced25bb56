"""The help room's records, decoded once from their compiled file."""

from functools import cache
from pathlib import Path

import msgspec

from mayoke.records.errors import BadRegistry
from mayoke.registry.help_forms import HelpRegistry

COMPILED_HELP = Path(__file__).with_name("compiled_help.json")


def decode_help(data: bytes) -> HelpRegistry:
    """The records in ``data``; raises BadRegistry."""
    try:
        return msgspec.json.decode(data, type=HelpRegistry)
    except msgspec.DecodeError as error:
        raise BadRegistry(f"{COMPILED_HELP.name}: {error}") from error


@cache
def load_help() -> HelpRegistry:
    """The package's own records."""
    return decode_help(COMPILED_HELP.read_bytes())
