"""A signal: one thing a message shows, and where it shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from mayoke.records.evidence import Evidence

SpeaksFor = Literal["scam", "junk", "clean"]


@dataclass(frozen=True, slots=True)
class Signal:
    """A finding of one signal.

    ``id`` is the signal's stable name, ``values`` fill the braces of its two sentences.
    """

    id: str
    evidence: Evidence
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SignalInfo:
    """What is fixed about a signal: its name, what it speaks for, its two sentences.

    ``kinds`` are the kinds of scam it points to (empty: any). ``ja`` and ``en`` are shown to
    people; ``{name}`` in them is replaced from ``Signal.values``.
    ``looks_at``: without such parts in a message the signal need not run at all.
    ``lexical``: it is a matter of words alone (a phrase), which an honest mail may use too.
    """

    id: str
    speaks_for: SpeaksFor
    ja: str
    en: str
    kinds: tuple[str, ...] = ()
    looks_at: Literal["", "links", "attachments"] = ""
    lexical: bool = False
