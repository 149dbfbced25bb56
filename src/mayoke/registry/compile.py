"""Reads every TOML file of the registry, checks it, and writes ``compiled.json``.

``python -m mayoke.registry.compile`` writes it; a test fails when it is stale.
"""

import hashlib
import sys
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import msgspec

from mayoke.records.errors import BadRegistry
from mayoke.registry.assemble import assemble
from mayoke.registry.files import (
    BrandFile,
    ContactFile,
    GapFile,
    KindFile,
    LawFile,
    ListFile,
    PhraseFile,
    StatementFile,
)
from mayoke.registry.load import COMPILED
from mayoke.registry.sources import Sources, across, each
from mayoke.text.invisible import INVISIBLE

DATA = Path(__file__).with_name("data")

FileT = TypeVar("FileT")


def compile_registry(data: Path) -> bytes:
    """``compiled.json`` for the files below ``data``: sorted, the same bytes for the same files.

    Raises BadRegistry with one line for every rule broken, each naming file and rule. ``version``
    is the SHA-256 of everything else.
    """
    errors: list[str] = []
    sources = read_sources(data, errors)
    errors.extend(each(sources))
    errors.extend(across(sources))
    if errors:
        raise BadRegistry("\n".join(errors))
    compiled = assemble(sources)
    version = hashlib.sha256(msgspec.json.encode(compiled, order="deterministic")).hexdigest()
    encoded = msgspec.json.encode(replace(compiled, version=version), order="deterministic")
    return encoded + b"\n"


def read_sources(data: Path, errors: list[str]) -> Sources:
    """Every file below ``data``; what cannot be read goes to ``errors`` and is left out."""
    return Sources(
        brands=_folder(data / "brands", BrandFile, errors),
        lists=_folder(data / "lists", ListFile, errors),
        kinds=_folder(data / "kinds", KindFile, errors),
        gaps=_folder(data / "gaps", GapFile, errors),
        contacts=_folder(data / "contacts", ContactFile, errors),
        laws=_folder(data / "laws", LawFile, errors),
        statements=_folder(data / "statements", StatementFile, errors),
        lexicon=_folder(data / "lexicon", PhraseFile, errors),
    )


def _folder(folder: Path, form: type[FileT], errors: list[str]) -> dict[str, FileT]:
    files: dict[str, FileT] = {}
    for path in sorted(folder.glob("*")):
        name = f"{folder.name}/{path.name}"
        if path.suffix != ".toml":
            errors.append(f"{name}: is no .toml file")
            continue
        try:
            text = path.read_bytes().decode("utf-8")
            files[path.stem] = msgspec.convert(tomllib.loads(text), type=form)
        except (UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
            errors.append(f"{name}: {' '.join(str(error).split())}")
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if not INVISIBLE.isdisjoint(line):
                errors.append(f"{name}: an invisible character in line {number}")
    return files


def main() -> int:
    """Write ``compiled.json``; on errors print them and return 1."""
    try:
        encoded = compile_registry(DATA)
    except BadRegistry as error:
        sys.stderr.write(f"{error}\n")
        return 1
    COMPILED.write_bytes(encoded)
    return 0


if __name__ == "__main__":
    sys.exit(main())
