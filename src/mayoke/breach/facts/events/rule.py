"""What an event file gives: its cues and how it decides."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from mayoke.breach.facts.events.actors import Cast, Told
from mayoke.breach.facts.events.clauses import Clause
from mayoke.records.incident import Actor, EventKind

_REFUSED = re.compile(
    r"^[^。、◇]{0,14}?(?:ません|ないこと|ない状|なかった|ておらず|ない。|ない\Z|未定|できず|されず)"
)
_PLANNED = re.compile(
    r"^[^。、◇]{0,16}?(?:予定|見込|めど|目途|次第|方針|検討|準備を|つもり|までの間)"
)
_HUMBLE = re.compile(r"[^。、◇]{0,6}?させて(?:いただ|頂)[いき]?")


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules know of the document: its parties, its day.

    ``attacked``: its first lines speak of an attack, so that a bare 期間 is that of the attack.
    """

    cast: Cast
    told: str | None
    attacked: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """Who told the organisation of the suspicion, and where in the words of the clause."""

    teller: Told
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Case:
    """A clause to be judged, and what was heard in it (None if nothing)."""

    clause: Clause
    scene: Scene
    heard: Heard | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """An event in a clause: ``words[start:end]`` are the words that tell it.

    ``weak``: it counts only if nothing better is told.
    """

    event: EventKind
    actor: Actor
    start: int
    end: int
    detail: str | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """How an event kind is seen in a clause.

    ``screen``: a pattern without which there is no event of the kind (RE2, over the words).
    ``judge`` gives the finding or None.
    """

    event: EventKind
    screen: str
    judge: Callable[[Case], Finding | None]


def rest(words: str, end: int) -> str:
    """The words after ``end``, without the humble ending that asks nothing of anybody."""
    after = words[end : end + 40]
    humble = _HUMBLE.match(after)
    return after[humble.end() :] if humble else after


def refused(words: str, end: int) -> bool:
    """Is what ends at ``end`` denied (…しておりません)?"""
    return words[end - 1] not in "、。" and _REFUSED.search(words[end : end + 24]) is not None


def planned(words: str, end: int) -> bool:
    """Is what ends at ``end`` only intended (…する予定です)?"""
    return _PLANNED.search(words[end : end + 24]) is not None
