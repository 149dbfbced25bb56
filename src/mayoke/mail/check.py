"""One message through the mail room: read, find, judge."""

from dataclasses import replace
from functools import cache

from mayoke.mail.model.weights import load_model
from mayoke.mail.read.auth_results import receiving_host_results
from mayoke.mail.read.read import read
from mayoke.mail.signals.catalogue import all_signals
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.find import find
from mayoke.mail.verdict import Judge
from mayoke.records.known import Known
from mayoke.records.message import Message
from mayoke.records.verdict import Sentence, Verdict, Versions
from mayoke.registry.load import load
from mayoke.version import __version__

NOBODY = Known()
_GAPS_WOULD_CHANGE = Sentence(
    "「確認できなかったこと」が分かれば、判断が変わることがあります。",
    "Knowing what could not be checked may change this answer.",
)


@cache
def judge() -> Judge:
    """The judge with everything it needs, built once a process."""
    registry, model = load(), load_model()
    versions = Versions(__version__, registry.version, model.weights.version)
    return Judge(model, all_signals(), registry, versions)


def context(message: Message, known: Known = NOBODY) -> Context:
    """A message with what is known about it, ready for the signals."""
    registry = load()
    hosts = registry.lists["authserv_hosts"]
    results = receiving_host_results(message, known.authserv_ids, hosts)
    return Context(message, registry, known, results)


def verdict(data: bytes | str, known: Known) -> Verdict:
    """The verdict alone: gaps as codes, without advice.

    Raises:
        EmptyInput, TooLarge, UnsupportedInput: the input cannot be judged; the text says why.
    """
    ctx = context(read(data), known)
    judged = judge().judge(ctx, find(ctx))
    if judged.gaps and not judged.would_change:
        return replace(judged, would_change=(_GAPS_WOULD_CHANGE,))
    return judged
