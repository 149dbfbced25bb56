"""The list of all signals: the files of this folder and the groups of the lexicon."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from mayoke.mail.signals import phrases
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.wording import WORDING
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo
from mayoke.registry.load import load

PACKAGE = "mayoke.mail.signals"

_WORDING_DOC = """The wording, weighed by the text model.

What it sees
    How often the short runs of letters of this text occur in scam, junk and ordinary mail.

Why it matters
    The same swindle is told in many words that no list of phrases holds.

When it is wrong
    Honest mail about the same matter uses the same words. So it never condemns a Japanese mail
    by itself, and in other languages it may make a mail junk, never scam.

Example
    The passage that weighed most is quoted."""

Find = Callable[[Context], Iterator[Signal | Gap]]


@dataclass(frozen=True, slots=True)
class Structural:
    """A structural signal: one module of this package."""

    info: SignalInfo
    find: Find
    doc: str


@cache
def structural() -> tuple[Structural, ...]:
    """Every module of this package that has a ``SIGNAL``, in order of its name."""
    package = importlib.import_module(PACKAGE)
    found = []
    for name in sorted(module.name for module in pkgutil.iter_modules(package.__path__)):
        module = importlib.import_module(f"{PACKAGE}.{name}")
        if hasattr(module, "SIGNAL"):
            found.append(Structural(module.SIGNAL, module.find, module.__doc__ or ""))
    return tuple(found)


@cache
def all_signals() -> Mapping[str, SignalInfo]:
    """Every signal by its id: structural ones, phrases, wording."""
    catalogue = {signal.info.id: signal.info for signal in structural()}
    catalogue.update({group.id: phrases.info(group) for group in load().lexicon})
    catalogue.update({info.id: info for info in WORDING})
    return catalogue


def explain(signal_id: str) -> str:
    """What a signal sees and when it is wrong.

    Raises:
        KeyError: there is no such signal.
    """
    for signal in structural():
        if signal.info.id == signal_id:
            return signal.doc.strip()
    if any(info.id == signal_id for info in WORDING):
        return _WORDING_DOC
    group = next((group for group in load().lexicon if group.id == signal_id), None)
    if group is None:
        raise KeyError(signal_id)
    lines = [f"Words that speak for {group.speaks_for}.", "", "What it sees"]
    lines += [f"    {phrase.text}" for phrase in group.phrases]
    lines += ["", "When it is wrong", *(f"    not fired by: {text}" for text in group.nearly)]
    lines += ["", "Example", f"    {group.phrases[0].specimen}"]
    return "\n".join(lines)
