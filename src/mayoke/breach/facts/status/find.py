"""How sure the leak is, and whether the data were misused, as the notice says it."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from mayoke.breach.facts.negation import Cue, clause_breaks, cues_of
from mayoke.breach.facts.places import holds_most, told_sentences
from mayoke.breach.facts.status import words
from mayoke.breach.facts.status.misuse import Said, said_of_misuse
from mayoke.breach.reading import Part, Reading
from mayoke.records.incident import LeakStatus, Located, Misuse

_SKIPPED = frozenset({"prevention", "desk"})
_REQUESTS = frozenset({"request", "delay"})
_SURE = ("cannot_be_ruled_out", "confirmed", "possible", "open", "lost", "named", "denied")
_HEADINGS = 20
_LONGEST = 3000
"""So much of a sentence is read."""


@dataclass(frozen=True, slots=True)
class StatusFound:
    """``leak_status`` and ``misuse`` of the schema, None where nothing is said of it."""

    leak_status: LeakStatus | None
    misuse: Misuse | None
    where: tuple[Located, ...] = ()


def find(reading: Reading, part: Part) -> StatusFound:
    """How sure the leak is and whether misuse is seen, for one incident (README rules)."""
    cues = cues_of(reading.text)
    leaks, misuses = _read(reading, part, cues)
    leak = _leak(reading, leaks)
    misuse = _first(misuses, ("reported", "none_seen", "possible"))
    where = tuple(
        Located(said.value, reading.quote(said.start, said.end)) for said in (leak, misuse) if said
    )
    return StatusFound(
        words.LEAK_STATUS[leak.value] if leak else None,
        words.MISUSE[misuse.value] if misuse else None,
        where,
    )


def _read(reading: Reading, part: Part, cues: list[Cue]) -> tuple[list[Said], list[Said]]:
    starts = [cue.start for cue in cues]
    leaks: list[Said] = []
    denied_list = -9
    skipped = _skipped_lines(reading)
    for sentence in told_sentences(reading, part):
        start, end = sentence.start, sentence.end
        kind = skipped[sentence.line]
        if kind in _SKIPPED:
            continue
        last = bisect_left(starts, min(end, start + _LONGEST))
        here = cues[bisect_left(starts, start) : last]
        line = reading.lines[sentence.line]
        if words.NO_SUCH.search(reading.text, start, end):
            denied_list = sentence.line
        elif denied_list >= 0 and line.mark and sentence.line - denied_list <= 8:
            continue
        heading = line.heading
        if kind not in _REQUESTS:
            leaks.extend(_of_leak(reading.text, start, end, here, heading=heading))
    misuses = said_of_misuse(reading, part, skipped)
    return leaks, misuses


def _of_leak(text: str, start: int, end: int, cues: list[Cue], *, heading: bool) -> list[Said]:
    """What a sentence says of the leak: the surest thing."""
    said = _all_of_leak(text, start, end, cues, heading=heading)
    return [min(said, key=lambda one: _SURE.index(one.value))] if said else []


def _all_of_leak(text: str, start: int, end: int, cues: list[Cue], *, heading: bool) -> list[Said]:
    found: list[Said] = []
    if not cues:
        return found
    if words.ASKS.search(text, max(start, end - 8), end):
        heading = True
    for cue in cues:
        if cue.kind != "leak" or _is_carried_off(text, cue, start, end):
            continue
        ruled_out = words.NOT_RULED_OUT.search(text, cue.start, min(end, cue.start + 160))
        if ruled_out:
            return [Said("cannot_be_ruled_out", cue.start, ruled_out.end())]
        along = words.DENIED_ALONG.match(text, cue.end, end)
        if cue.sense == "not_leaked" or (along and cue.sense == "leaked"):
            found.append(Said("denied", cue.start, cue.until))
        if cue.sense != "leaked" or along or words.WHETHER.match(text, cue.end, end):
            continue
        if words.ELSEWHERE.search(text, max(start, cue.start - 40), cue.start):
            continue
        breaks = _breaks(text, start, min(end, start + _LONGEST))
        stop = next((at for at in breaks if at > cue.end), end)
        said = _of_cue(text, cue, stop, heading=heading)
        if said:
            found.append(said)
    return found


@lru_cache(maxsize=1)
def _breaks(text: str, start: int, end: int) -> list[int]:
    """The ends of the clauses of a sentence, for all its cues."""
    return clause_breaks(text, start, end)


def _is_carried_off(text: str, cue: Cue, start: int, end: int) -> bool:
    """Was a thing carried out that was lost then? Who loses it carried it out; that is no leak."""
    if words.CARRIED.match(text, cue.start) is None:
        return False
    return words.GONE.search(text, max(0, start - 400), end + 400) is not None


def _of_cue(text: str, cue: Cue, end: int, *, heading: bool) -> Said | None:
    """What one verb of leaking says, read to ``end``, where its clause ends."""
    leak = words.IS_LEAK.match(text, cue.start) is not None
    unsure = words.UNSURE.search(text, cue.end, min(end, cue.end + 90))
    if unsure:
        if words.EARLIER.search(text, max(0, cue.start - 60), cue.start):
            return None
        return Said("possible", cue.start, unsure.end()) if leak else None
    open_ = words.OPEN_ACCESS.match(text, cue.start, end) or words.COULD.match(text, cue.start, end)
    if open_:
        return Said("open", cue.start, open_.end())
    before = text[max(0, cue.start - 30) : cue.start]
    return (
        None
        if _is_other(text, cue, before)
        else _of_deed(text, cue, end, leak=leak, heading=heading)
    )


def _is_other(text: str, cue: Cue, before: str) -> bool:
    """Were a key taken, mails sent, or money drawn, and no data?"""
    if text.startswith("落", cue.start) and before.endswith(("引き", "引")):
        return True
    if words.STOLEN_KEY.search(before) and text.startswith(("盗", "窃", "詐", "奪"), cue.start):
        return True
    mailed = text.startswith(("送信", "送ら"), cue.start)
    return mailed and words.MAILS.search(before) is not None


def _of_deed(text: str, cue: Cue, end: int, *, leak: bool, heading: bool) -> Said | None:
    """What a verb says that leaves no doubt."""
    before = text[max(0, cue.start - 30) : cue.start]
    seen = words.SEEN.match(text, cue.end, end)
    stolen = text.startswith("盗", cue.start) and words.STOLEN_THING.search(before)
    if stolen or (words.IS_LOSS.match(text, cue.start) and not words.DATA_TAKEN.search(before)):
        return Said("lost", cue.start, seen.end() if seen else cue.end)
    wrongly = (
        words.HANDS_OUT.match(text, cue.start) is not None
        and words.IS_WRONG.search(text, max(0, cue.start - 30), cue.end) is not None
    )
    if seen and not heading and (leak or wrongly):
        return Said("confirmed", cue.start, seen.end())
    return Said("named", cue.start, cue.end) if leak else None


def _leak(reading: Reading, said: list[Said]) -> Said | None:
    """Weigh what the sentences say: the certain one counts unless the notice opens in doubt."""
    by: dict[str, list[Said]] = {}
    for one in said:
        by.setdefault(one.value, []).append(one)
    sure, unsure = by.get("confirmed", []), by.get("possible", [])
    if by.get("cannot_be_ruled_out") and not sure:
        return by["cannot_be_ruled_out"][0]
    if sure and unsure:
        return (
            sure[0] if len(sure) >= len(unsure) and sure[0].start < unsure[0].start else unsure[0]
        )
    if sure or unsure:
        return (sure or unsure)[0]
    return _without_statement(reading, by)


def _without_statement(reading: Reading, by: dict[str, list[Said]]) -> Said | None:
    """No sentence says that data leaked or may have: judge by what happened."""
    wrong = words.GONE_OUT.search(reading.text)
    if wrong:
        return Said("confirmed", *wrong.span())
    if "open" in by:
        return _open(reading.text, by["open"][0])
    if "lost" in by:
        doubt = words.DESTROYED.search(reading.text)
        one = by["lost"][0]
        return Said("undetermined" if doubt else "possible", one.start, one.end)
    for value, pattern in (("possible", words.GONE_AWAY), ("undetermined", words.UNDETERMINED)):
        found = pattern.search(reading.text)
        if found:
            return Said(value, *found.span())
    if "named" in by:
        return Said("confirmed", by["named"][0].start, by["named"][0].end)
    return None


def _open(text: str, one: Said) -> Said:
    """The data lay open: were they looked at?"""
    seen = words.ACCESSES.search(text)
    if seen is None:
        return Said("cannot_be_ruled_out", one.start, one.end)
    doubt = words.UNSURE.search(text, seen.start(), seen.end() + 30)
    return Said("possible" if doubt else "confirmed", *seen.span())


def _first(said: list[Said], order: tuple[str, ...]) -> Said | None:
    for value in order:
        for one in said:
            if one.value == value:
                return one
    return None


def _skipped_lines(reading: Reading) -> list[str]:
    """The kind of the section of every line."""
    kinds: list[str] = []
    starts = [section.start for section in reading.sections]
    for line in reading.lines:
        at = bisect_right(starts, line.start)
        kind = ""
        for section in reversed(reading.sections[max(0, at - _HEADINGS) : at]):
            if section.start <= line.start < section.end:
                kind = "" if holds_most(reading, section) else section.kind
                break
        kinds.append(kind)
    return kinds
