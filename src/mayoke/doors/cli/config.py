"""The user's configuration file.

``config.toml`` in the folder the platform uses for it (Linux: ``$XDG_CONFIG_HOME/mayoke`` or
``~/.config/mayoke``), or the file that ``MAYOKE_CONFIG`` names. All keys are optional::

    me = ["hanako@example.jp"]          # your addresses
    names = ["山田花子"]                 # your names, as a shop would greet you
    trust_authserv = ["mx.example.jp"]  # hosts whose Authentication-Results you trust
    lang = "ja"                         # or "en"
    database = "postgresql://…"         # where the ledger is, if not in its usual place
    acting_as = "花子"                   # who adds, reviews and publishes
    self_review = true                  # let one person add and review (working alone)
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import click

from mayoke.doors.cli import exit_status
from mayoke.doors.cli.failure import Failure

Lang = Literal["ja", "en"]


@dataclass(frozen=True, slots=True)
class Config:
    """What the file says; empty where it says nothing."""

    me: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    trust_authserv: tuple[str, ...] = ()
    lang: Lang | None = None
    database: str | None = None
    acting_as: str | None = None
    self_review: bool = False


def load(environ: Mapping[str, str]) -> Config:
    """Read the file; a file that is not there is an empty one, unless ``MAYOKE_CONFIG`` names it."""
    named = environ.get("MAYOKE_CONFIG")
    path = Path(named) if named else Path(click.get_app_dir("mayoke")) / "config.toml"
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        if named:
            raise _wrong(path, "the file is not there") from None
        return Config()
    except NotADirectoryError:
        return Config()
    except OSError as error:
        raise _wrong(path, error.strerror or "cannot be read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _wrong(path, f"is no TOML: {error}") from error
    return _config(path, values)


def language(option: str | None, config: Config, environ: Mapping[str, str]) -> Lang:
    """The option, else the configuration, else Japanese in a Japanese locale, else English."""
    if option in ("ja", "en"):
        return "ja" if option == "ja" else "en"
    if config.lang:
        return config.lang
    locale = next((v for k in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := environ.get(k))), "")
    return "ja" if locale.lower().startswith("ja") else "en"


def wants_colour(option: str, environ: Mapping[str, str], *, terminal: bool) -> bool:
    """Colour when asked for, or by itself on a terminal that shows it (https://no-color.org)."""
    if option != "auto":
        return option == "always"
    return terminal and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"


def _config(path: Path, values: dict[str, object]) -> Config:
    lists = {
        key: _strings(path, key, values.pop(key, [])) for key in ("me", "names", "trust_authserv")
    }
    lang = values.pop("lang", None)
    if lang not in ("ja", "en", None):
        raise _wrong(path, 'lang must be "ja" or "en"')
    words = {key: _word(path, key, values.pop(key, None)) for key in ("database", "acting_as")}
    alone = values.pop("self_review", False)
    if not isinstance(alone, bool):
        raise _wrong(path, "self_review must be true or false")
    if values:
        raise _wrong(path, f"no such key: {', '.join(values)}")
    return Config(
        me=lists["me"],
        names=lists["names"],
        trust_authserv=lists["trust_authserv"],
        lang=None if lang is None else ("ja" if lang == "ja" else "en"),
        database=words["database"],
        acting_as=words["acting_as"],
        self_review=alone,
    )


def _strings(path: Path, key: str, value: object) -> tuple[str, ...]:
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(item, str) for item in values):
        raise _wrong(path, f'{key} must be a list of words: {key} = ["…"]')
    return tuple(values)


def _word(path: Path, key: str, value: object) -> str | None:
    if value is None or (isinstance(value, str) and value.strip()):
        return value
    raise _wrong(path, f'{key} must be a word: {key} = "…"')


def _wrong(path: Path, words: str) -> Failure:
    return Failure(f"{os.fspath(path)}: {words}", exit_status.CONFIG)
