"""The whole product on one screen: the only place where rooms meet.

A message goes in; signals are found; a verdict is given; advice comes out.
"""

import gc
from dataclasses import replace
from datetime import datetime
from functools import cache

from mayoke.help.advice import advise
from mayoke.mail.model.weights import load_model
from mayoke.mail.read.auth_results import receiving_host_results
from mayoke.mail.read.read import read
from mayoke.mail.signals.catalogue import all_signals
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.find import find
from mayoke.mail.verdict import Judge
from mayoke.records.gap import Gap
from mayoke.records.known import Known
from mayoke.records.message import Message
from mayoke.records.verdict import Sentence, Verdict, Versions
from mayoke.registry.load import load
from mayoke.version import __version__

NOBODY = Known()


@cache
def judge() -> Judge:
    """The judge with everything it needs, built once a process."""
    registry, model = load(), load_model()
    versions = Versions(__version__, registry.version, model.weights.version)
    return Judge(model, all_signals(), registry, versions)


def warm() -> None:
    """Build everything now; for processes that judge many messages.

    What was built stays for good, so the garbage collector need not walk it again and again.
    """
    check("https://www.example.com/ をご確認ください。")
    gc.collect()
    gc.freeze()


def context(message: Message, known: Known = NOBODY) -> Context:
    """A message with what is known about it, ready for the signals."""
    registry = load()
    hosts = registry.lists["authserv_hosts"]
    results = receiving_host_results(message, known.authserv_ids, hosts)
    return Context(message, registry, known, results)


def check(
    data: bytes | str,
    *,
    lang: str = "ja",
    now: datetime | None = None,  # noqa: ARG001  kept in the signature for opening hours
    known: Known = NOBODY,
) -> Verdict:
    """Judge one message. Pure: no file, no network, no clock.

    Args:
        data: a message as bytes (RFC 5322), or pasted text.
        lang: ``ja`` or ``en``: the language of ``Gap.why``; every other sentence has both.
        now: the time of the question; reserved for advice that depends on opening hours.
        known: the user's addresses, trusted hosts, known senders, and what a store knows.

    Raises:
        EmptyInput, TooLarge, UnsupportedInput: the input cannot be judged; the text says why.
    """
    ctx = context(read(data), known)
    verdict = judge().judge(ctx, find(ctx))
    return replace(
        verdict,
        gaps=tuple(Gap(gap.what, _why(gap, lang)) for gap in verdict.gaps),
        advice=advise(verdict.kind, verdict.verdict, load()),
        would_change=verdict.would_change or _gaps_would_change(verdict.gaps),
        campaign=known.campaign,
        incidents=known.incidents,
    )


def parts(data: bytes | str) -> dict[str, str]:
    """Every text that evidence may point into, by its part name (as ``check`` reads ``data``)."""
    message = read(data)
    texts = {header.part: header.value for header in message.headers}
    texts["header:Subject"] = message.subject
    texts.update({body.part: body.text for body in message.bodies})
    texts.update({link.part: link.target for link in message.links})
    texts.update({f"{file.part}:name": file.name for file in message.attachments})
    for body in message.bodies:
        number = body.part.removesuffix(":text")
        for index, hidden in enumerate(body.hidden, 1):
            texts[f"{number}:hidden:{index}"] = hidden.text
        texts.update({form.part: form.action for form in body.forms})
    return texts


def _why(gap: Gap, lang: str) -> str:
    sentence = load().gaps.get(gap.why)
    if sentence is None:
        return gap.why
    return sentence.ja if lang == "ja" else sentence.en


def _gaps_would_change(gaps: tuple[Gap, ...]) -> tuple[Sentence, ...]:
    if not gaps:
        return ()
    return (
        Sentence(
            "「確認できなかったこと」が分かれば、判断が変わることがあります。",
            "Knowing what could not be checked may change this answer.",
        ),
    )
