"""Which incidents purchases are compared with: the ledger's, or those of a file."""

import json
from pathlib import Path
from typing import Any

from mayoke.breach.decode import incident_of
from mayoke.doors.cli import exit_status
from mayoke.doors.cli.failure import Failure
from mayoke.doors.cli.places import Desk
from mayoke.doors.say import words
from mayoke.records.ledger import Entry, Filter
from mayoke.records.purchase import Watched
from mayoke.store import listing, look_up

_WANTED = Filter(states=frozenset({"new", "reviewed", "published"}))
_LINE_MAX = 5_000_000


def incidents_for(desk: Desk, file: Path | None) -> list[Watched]:
    """Every incident that was not withdrawn; from ``file`` (JSON Lines) if it is given."""
    if file is not None:
        return _from_file(desk, file)
    with desk.open() as store:
        return [_of_entry(entry) for entry in listing.iterate(store, _WANTED)]


def incident_for(desk: Desk, name: str, file: Path | None) -> Watched:
    """The incident of that id; a failure in one line if there is none."""
    if file is None:
        with desk.open() as store:
            return _of_entry(look_up.get(store, name).entry)
    for one in _from_file(desk, file):
        if one.id == name:
            return one
    ja = desk.wishes.lang == "ja"
    raise Failure(
        f"{file}: その番号の件がありません" if ja else f"{file}: has no incident {name}",
        exit_status.NOINPUT,
    )


def _of_entry(entry: Entry) -> Watched:
    aliases = entry.data.get("aliases", ())
    return Watched(entry.id, entry.state, incident_of(entry.data), tuple(aliases))


def _from_file(desk: Desk, file: Path) -> list[Watched]:
    try:
        with file.open(encoding="utf-8") as stream:
            lines = [line for line in iter(lambda: stream.readline(_LINE_MAX), "") if line.strip()]
        return [_of_object(number, json.loads(line)) for number, line in enumerate(lines, 1)]
    except FileNotFoundError as error:
        reason = desk.wishes.say(words.NO_FILE, path=file)
        raise Failure(reason, exit_status.NOINPUT) from error
    except OSError as error:
        why = error.strerror or "cannot be read"
        reason = desk.wishes.say(words.UNREADABLE, path=file, why=why)
        raise Failure(reason, exit_status.NOINPUT) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        ja = "1行に1件ずつ、mayoke.notice/1 の形で書いたファイルではありません"
        en = "is no file with one incident of mayoke.notice/1 on each line"
        reason = ja if desk.wishes.lang == "ja" else en
        raise Failure(f"{file}: {reason}", exit_status.DATAERR) from error


def _of_object(number: int, found: dict[str, Any]) -> Watched:
    name, state = str(found.get("id") or number), str(found.get("state") or "new")
    return Watched(name, state, incident_of(found), tuple(found.get("aliases", ())))
