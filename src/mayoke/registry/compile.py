"""Reads every TOML file of the registry, checks it, and writes what is loaded.

``python -m mayoke.registry.compile`` writes ``compiled.json`` and, for the help room,
``compiled_help.json``; a test fails when they are stale.
"""

import hashlib
import sys
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from mayoke.records.errors import BadRegistry
from mayoke.registry.assemble import assemble
from mayoke.registry.files import (
    BrandFile,
    GapFile,
    KindFile,
    LawFile,
    ListFile,
    PhraseFile,
    StatementFile,
)
from mayoke.registry.forms import Compiled
from mayoke.registry.help_assemble import assemble_help
from mayoke.registry.help_files import (
    ContactFile,
    DeadlineFile,
    KnowledgeFile,
    MeansFile,
    SituationFile,
    StepFile,
)
from mayoke.registry.help_forms import HelpRegistry
from mayoke.registry.help_load import COMPILED_HELP
from mayoke.registry.load import COMPILED
from mayoke.registry.sources import Sources, across, each
from mayoke.text.invisible import INVISIBLE

DATA = Path(__file__).with_name("data")

FileT = TypeVar("FileT")


def compile_registry(data: Path) -> tuple[bytes, bytes]:
    """``compiled.json`` and ``compiled_help.json`` for the files below ``data``.

    Sorted: the same bytes for the same files. Raises BadRegistry with one line for every rule
    broken, each naming file and rule. ``version`` is the SHA-256 of everything else in a file.
    """
    errors: list[str] = []
    sources = read_sources(data, errors)
    errors.extend(each(sources))
    errors.extend(across(sources))
    if errors:
        raise BadRegistry("\n".join(errors))
    # Sorted, but for the order in which people are shown the help room's records.
    main, helping = assemble(sources), assemble_help(sources)
    return _sealed(main, "deterministic"), _sealed(helping, None)


def _sealed(compiled: Compiled | HelpRegistry, order: Literal["deterministic"] | None) -> bytes:
    version = hashlib.sha256(msgspec.json.encode(compiled, order=order)).hexdigest()
    return msgspec.json.encode(replace(compiled, version=version), order=order) + b"\n"


def read_sources(data: Path, errors: list[str]) -> Sources:
    """Every file below ``data``; what cannot be read goes to ``errors`` and is left out."""
    return Sources(
        brands=_folder(data / "brands", BrandFile, errors),
        lists=_folder(data / "lists", ListFile, errors),
        kinds=_folder(data / "kinds", KindFile, errors),
        gaps=_folder(data / "gaps", GapFile, errors),
        laws=_folder(data / "laws", LawFile, errors),
        statements=_folder(data / "statements", StatementFile, errors),
        lexicon=_folder(data / "lexicon", PhraseFile, errors),
        contacts=_folder(data / "contacts", ContactFile, errors),
        steps=_folder(data / "steps", StepFile, errors),
        situations=_folder(data / "situations", SituationFile, errors),
        means=_folder(data / "means", MeansFile, errors),
        deadlines=_folder(data / "deadlines", DeadlineFile, errors),
        knowledge=_folder(data / "knowledge", KnowledgeFile, errors),
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
    """Write both files; on errors print them and return 1."""
    try:
        encoded, helping = compile_registry(DATA)
    except BadRegistry as error:
        sys.stderr.write(f"{error}\n")
        return 1
    COMPILED.write_bytes(encoded)
    COMPILED_HELP.write_bytes(helping)
    return 0


if __name__ == "__main__":
    sys.exit(main())
