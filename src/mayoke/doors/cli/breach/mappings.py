"""Columns that a person once named, kept for the next file of the same form.

Kept are header words and roles only, never a row: ``columns.json`` in the configuration folder.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mayoke.breach.purchases.columns import header_word
from mayoke.doors.cli import exit_status
from mayoke.doors.cli.failure import Failure
from mayoke.records.purchase import ROLES, Role

Mapped = dict[Role, str]
_MOST = 200


@dataclass(slots=True)
class Mappings:
    """By the name a person gave, and by the words of the header."""

    named: dict[str, Mapped] = field(default_factory=dict)
    headers: dict[str, Mapped] = field(default_factory=dict)


def load(path: Path) -> Mappings:
    """What was kept; nothing if the file is not there or is none of ours."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return Mappings(_read(found["named"]), _read(found["headers"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Mappings()


def key_of(header: Sequence[str]) -> str:
    """A header line as a key."""
    return "\t".join(header_word(cell) for cell in header)


def save(
    path: Path, mapping: Mapping[Role, str], *, name: str | None, header: Sequence[str]
) -> None:
    """Keep a mapping under its name and header, whole or not at all."""
    kept = load(path)
    if name:
        kept.named[name] = dict(mapping)
    if header:
        kept.headers.pop(key_of(header), None)
        kept.headers[key_of(header)] = dict(mapping)
    headers = dict(list(kept.headers.items())[-_MOST:])
    text = json.dumps({"named": kept.named, "headers": headers}, ensure_ascii=False, indent=1)
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        reason = f"{path}: {error.strerror or 'cannot be written'}"
        raise Failure(reason, exit_status.CANTCREAT) from error


def _read(found: Mapping[str, Mapping[str, str]]) -> dict[str, Mapped]:
    return {
        str(name): {role: str(mapping[role]) for role in ROLES if role in mapping}
        for name, mapping in found.items()
    }
