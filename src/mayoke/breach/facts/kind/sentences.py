"""What each sentence says of a leak: admits it, fears it, denies it, or only talks about such things.

The distinctions are those of the study, §4.5 (negation) and §4.13 (nearest negatives).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from mayoke.breach.facts.kind.patterns import (
    BROUGHT,
    DONE,
    EXPOSED,
    GENERAL,
    GONE,
    HIT,
    IF,
    LEAKED,
    LOST,
    NO_DENIAL,
    NOT,
    NOTHING_FOUND,
    OPEN,
    OTHERS,
    PLAIN_DENIAL,
    QUOTING,
    REFERENCE,
    RUMOUR,
    SENT,
    TAKEN,
    TESTED,
    TOPIC,
    UNDECIDED,
)
from mayoke.breach.facts.kind.words import Hit, hits

Says = Literal["admits", "hints", "fears", "denies"]

_FAMILIES = (
    ("leak", LEAKED),
    ("taken", TAKEN),
    ("exposed", EXPOSED),
    ("loss", LOST),
    ("misdelivery", SENT),
    ("intrusion", HIT),
)
_SIGNS_OF = {
    "leak": frozenset({"leak"}),
    "taken": frozenset({"taken", "misdelivery", "exposed", "intrusion"}),
    "exposed": frozenset({"exposed", "misdelivery", "taken"}),
    "loss": frozenset({"loss", "misdelivery", "taken"}),
    "misdelivery": frozenset({"misdelivery", "exposed"}),
    "intrusion": frozenset({"intrusion", "taken"}),
}
LEAKISH = frozenset({"leak", "taken", "exposed", "loss", "misdelivery", "intrusion"})
JUDGED = LEAKISH | {"data"}
_OF_PEOPLE = frozenset({"people", "paper"})
_THINGS = frozenset({"paper", "thing", "credential"})
_BY_VERB = frozenset({"exposed", "loss", "misdelivery"})  # any verb will do beside personal data
_NEEDS_DATA = frozenset({"taken", "exposed", "misdelivery"})
_SENTENCE_MAX = 600
_PERSON = re.compile(r"(?:様|さま|さん|氏|方|本人|名分)[のへに宛]|(?:第三者|本人以外|他人)が")


@dataclass(frozen=True, slots=True)
class Judged:
    """What a stretch of the text says of a leak, and of which family its words are.

    ``data``: personal data stand in the same sentence. ``firm``: it states the leak, and does not
    only name it (漏えいについて, 流出の可能性に関するお知らせ).
    """

    says: Says
    family: str
    start: int
    end: int
    data: bool
    firm: bool = True


def judge(text: str, start: int, end: int, signs: frozenset[str]) -> Judged | None:
    """The weightiest thing a sentence says of a leak; None if nothing."""
    sentence = text[start : min(end, start + _SENTENCE_MAX)]
    told: list[Judged] = []
    for one in _told(sentence, start, signs):
        if one.says == "admits":  # nothing weighs more: the rest need not be looked for
            return one
        told.append(one)
    for wanted in ("fears", "hints", "denies"):
        for one in told:
            if one.says == wanted:
                return one
    return None


def signs_of(text: str) -> frozenset[str]:
    """The signs of a passage by itself."""
    return frozenset(sign for sign, _, _ in hits(text))


def signs_by_sentence(found: list[Hit], spans: list[tuple[int, int]]) -> list[frozenset[str]]:
    """The signs in each of the (ordered) spans."""
    names, starts = [hit[0] for hit in found], [hit[1] for hit in found]
    out: list[frozenset[str]] = []
    at = 0
    for start, end in spans:
        at = bisect_left(starts, start, at)
        out.append(frozenset(names[at : bisect_left(starts, end, at)]))
    return out


def _told(sentence: str, start: int, signs: frozenset[str]) -> Iterator[Judged]:
    data = "data" in signs or signs >= _OF_PEOPLE
    for family, pattern in _FAMILIES:
        if not (signs & _SIGNS_OF[family] or (data and family in _BY_VERB)):
            continue
        for found in pattern.finditer(sentence):
            says = _says(sentence, found, family)
            if says == "admits" and not data:
                says = _without_data(family, signs, found[0])
            if says:
                firm = not TOPIC.match(sentence, found.start(), found.end() + 12)
                yield Judged(says, family, start + found.start(), start + found.end(), data, firm)
    if (open_ := OPEN.search(sentence)) is not None:
        yield Judged("fears", "leak", start + open_.start(), start + open_.end(), data)
    if "leak" in signs and (denial := PLAIN_DENIAL.search(sentence)):
        says = "fears" if UNDECIDED.search(sentence) else "denies"
        yield Judged(says, "leak", start + denial.start(), start + denial.end(), data)


def _without_data(family: str, signs: frozenset[str], words: str) -> Says | None:
    """Words of a leak with no personal data in their sentence are a hint at most."""
    if family == "leak":
        return "hints"
    if family in _NEEDS_DATA and not (
        signs & _THINGS or "people" in signs or _PERSON.search(words)
    ):
        return None
    return "hints"


def _says(sentence: str, found: re.Match[str], family: str) -> Says | None:
    """What one match says, seen with the words around it."""
    before, after = sentence[: found.start()], sentence[found.end() :][:70]
    if _is_talk(before, found[0], after, sentence):
        return None
    if TESTED.match(after):
        return "denies" if NOT.search(after) else "fears"
    if GONE.search(found[0]):
        return None if NOTHING_FOUND.search(before[-40:]) else "admits"
    negated = _negation(found[0], after)
    if negated and UNDECIDED.search(sentence):
        return "fears"
    if negated and not NO_DENIAL.search(negated):
        return "denies"
    return "hints" if family == "intrusion" else "admits"


def _is_talk(before: str, words: str, after: str, sentence: str) -> bool:
    """Is this no event: a condition, a general remark, others' words, a title?"""
    if IF.match(after) or IF.match(words[-6:] + after[:10]):
        return True
    if GENERAL.search(sentence) or OTHERS.search(before[-30:] + words):
        return True
    opened = max(before.rfind("「"), before.rfind("『"))
    if opened > max(before.rfind("」"), before.rfind("』")):
        inside, _, outside = after.replace("』", "」").partition("」")
        whole = before[opened + 1 :] + words + inside
        return bool(REFERENCE.search(whole) or QUOTING.match(outside[:30]) or _chained(outside))
    return bool(RUMOUR.match(after) or BROUGHT.match(words[-4:] + after[:20]))


def _chained(outside: str) -> bool:
    """「…」「…」などの文面: the words behind the last of several quotations count for all."""
    if not outside.startswith(("「", "『", "、「", "や「", "・「")):
        return False
    return bool(QUOTING.match(outside.rpartition("」")[2][:30]))


def _negation(words: str, after: str) -> str:
    """The clause from the words to a negation that ends it; empty if it is affirmed before."""
    tail = after.partition("。")[0]
    negation = NOT.search(tail)
    if negation is None:
        return ""
    clause = words + tail[: negation.end()]
    return "" if DONE.search(clause) else clause
