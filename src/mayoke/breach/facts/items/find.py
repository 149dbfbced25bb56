"""Which kinds of personal data leaked, and which the notice says did not."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

from mayoke.breach.facts.elsewhere import tells_of_another
from mayoke.breach.facts.items.chunks import Chunk, Clauses, take_apart
from mayoke.breach.facts.items.exact import exact
from mayoke.breach.facts.items.flags import Flag, flag_of
from mayoke.breach.facts.items.groups import find_groups
from mayoke.breach.facts.items.rulings import Ruling, denied_in_bracket, ruling
from mayoke.breach.facts.items.scopes import Scope, scopes
from mayoke.breach.facts.items.verdict import Finding, Tally
from mayoke.breach.facts.items.words import ItemWord, find_words
from mayoke.breach.facts.negation import Cue, cues_of
from mayoke.breach.facts.places import told_sentences
from mayoke.breach.reading import Part, Reading, Sentence
from mayoke.records.incident import Group, Located

_ENDS_IN_VERB = re.compile(
    "(?<!になり)(?<!となり)(?<!でござい)(?<!とおりであり)(?<!なっており)(?:ます|ました|ください|下さい|ません|ませんでした|した|する|いる|れる|願い|なる)[。」)]?$"
    "|(?:った|いた|れた|んだ|ない|ある|あり|という)。$"
)
_LONGEST = 3000
"""So much of a sentence is read; what is longer is a table or no sentence."""
_COUNTED = re.compile("(?:など|等)?:?\t?[0-9,]{1,9}(?:件|名|人)(?:分|様)?[。)]?$")
_NO_CELL = "(?:×|✕|✖|なし|無し|無|対象外|該当なし|非該当|含まず|含まない|-)"
_YES_CELL = "(?:○|〇|◯|●|あり|有|有り|該当|対象|△)"
_CROSSED = re.compile(f"(?:など|等|の情報)?[\\t:]{_NO_CELL}(?:\\t{_NO_CELL}){{0,6}}[。\\t]?$")
_TICKED = re.compile(
    f"(?:など|等|の情報)?(?:\\t{_NO_CELL}){{0,3}}[\\t:]{_YES_CELL}(?:\\t(?:{_NO_CELL}|{_YES_CELL})){{0,6}}[。\\t]?$"
)
_BCC = re.compile('(?:bcc|cc|to)[」』"]?(?:欄)?$')
_NAMES_LIST = re.compile("(?:以下|次|下記)の|とおり|通り|該当|対象と|(?:項目|内容)(?:に|と)な")


@dataclass(frozen=True, slots=True)
class Items:
    """Codes of ``data_items`` (schema): what leaked and what did not; no code stands in both.

    ``flags``: partial, encrypted or hashed by code. ``groups``: people whose data differ.
    ``where``: under ``data_items`` and ``data_items_negated``, one place for each code.
    """

    leaked: tuple[str, ...]
    negated: tuple[str, ...]
    flags: Mapping[str, Literal["partial", "encrypted", "hashed"]] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    where: Mapping[str, tuple[Located, ...]] = field(default_factory=dict)


def find(reading: Reading, part: Part) -> Items:
    """The items of one incident (study §4.5: denials are scoped to their clause or list)."""
    tally = read_items(reading, part)
    leaked, negated = tally.decide(reading)
    flags: dict[str, Flag] = {}
    for finding in leaked.values():
        flag = tally.flags.get(finding.code)
        if flag:
            flags[finding.code] = flag
    where = {
        "data_items": tuple(_located(reading, finding) for finding in leaked.values()),
        "data_items_negated": tuple(_located(reading, finding) for finding in negated.values()),
    }
    return Items(
        tuple(leaked),
        tuple(negated),
        flags,
        find_groups(reading, part, tally.findings, frozenset(leaked)),
        {name: places for name, places in where.items() if places},
    )


def read_items(reading: Reading, part: Part) -> Tally:
    """Every word for an item of a part with what its sentence and its place say of it."""
    words = find_words(reading.text)
    cues = cues_of(reading.text)
    word_starts = [word.start for word in words]
    cue_starts = [cue.start for cue in cues]
    places = scopes(reading, cues, words)
    tally = Tally()
    asked: list[Chunk] = []
    for sentence in told_sentences(reading, part):
        scope = places[sentence.line]
        end = min(sentence.end, sentence.start + _LONGEST)
        here = words[bisect_left(word_starts, sentence.start) : bisect_left(word_starts, end)]
        said = cues[bisect_left(cue_starts, sentence.start) : bisect_left(cue_starts, end)]
        if scope.asks:
            asked = _asked(reading, sentence, here)
            continue
        if asked and not here:
            _answer(reading, tally, asked, sentence, said)
        if not here:
            continue
        asked = []
        if tells_of_another(reading.text[sentence.start : end]):
            continue
        clauses = take_apart(reading.text, sentence.start, end, here, said)
        for chunk in clauses.chunks:
            _judge(tally, clauses, chunk, scope)
    return tally


def _judge(tally: Tally, clauses: Clauses, chunk: Chunk, scope: Scope) -> None:
    """Enter what a sentence says of a chunk."""
    said = _placed(clauses, chunk, scope)
    if said is None or said.sense == "open":
        return
    if not chunk.counts and not (said.strength == 3 and _is_alone(clauses, chunk)):
        return
    if scope.skipped or _explains_bcc(clauses, chunk):
        return
    for word in map(partial(exact, clauses, chunk), chunk.words):
        denied = denied_in_bracket(clauses, word)
        sense = "not_leaked" if denied else said.sense
        flag = flag_of(clauses.text, word, clauses.start, clauses.end)
        for code in word.codes:
            tally.enter(Finding(code, word, sense, said.strength, len(chunk.codes)), flag)


def _placed(clauses: Clauses, chunk: Chunk, scope: Scope) -> Ruling | None:
    """What the sentence says of a chunk, or else its place."""
    ticked = _ticked(clauses.text[chunk.end : min(clauses.end, chunk.end + 60)])
    if ticked is not None:
        return ticked
    said = ruling(clauses, chunk)
    if said is not None:
        both = said.sense == "leaked" and scope.sense == "leaked"
        return Ruling("leaked", 3) if both else said
    people = scope.people and len(chunk.codes) > 1
    if (scope.sense is not None or people) and _is_list(clauses, chunk):
        return Ruling(scope.sense or "leaked", 3)
    counted = _COUNTED.match(clauses.text, chunk.end, clauses.end)
    return Ruling("leaked", 1) if counted or _is_bare_list(clauses, chunk) else None


def _ticked(cells: str) -> Ruling | None:
    """What ○ and × in the cells behind a chunk say of it."""
    if _CROSSED.match(cells):
        return Ruling("not_leaked", 3)
    return Ruling("leaked", 3) if _TICKED.match(cells) else None


def _explains_bcc(clauses: Clauses, chunk: Chunk) -> bool:
    """Does the chunk stand in the bracket that explains what BCC is?"""
    level = chunk.level
    return level > 0 and _BCC.search(clauses.text, max(0, level - 8), level) is not None


def _is_list(clauses: Clauses, chunk: Chunk) -> bool:
    """Does a sentence without a telling predicate name data rather than do something with them?"""
    end = clauses.closes.get(chunk.level) or _before_brackets(clauses)
    tails = {end, _before_brackets(clauses)}
    verbal = any(
        _ENDS_IN_VERB.search(clauses.text[max(chunk.end, at - 24) : max(chunk.end, at)])
        for at in tails
    )
    if not verbal:
        return True
    return _NAMES_LIST.search(clauses.text, chunk.end, clauses.end) is not None


def _is_bare_list(clauses: Clauses, chunk: Chunk) -> bool:
    """Is the whole line little more than three or more items side by side?"""
    length = clauses.end - clauses.start
    return (
        len(chunk.codes) >= 3
        and 2 * (chunk.end - chunk.start) >= length
        and not any(cue.kind != "content" for cue in clauses.cues)
        and _is_list(clauses, chunk)
    )


def _before_brackets(clauses: Clauses) -> int:
    """The end of the sentence without the brackets that close it."""
    opens = {closing: opening for opening, closing in clauses.closes.items()}
    end = clauses.end
    while end > clauses.start and (clauses.text[end - 1] == "。" or end - 1 in opens):
        end = opens.get(end - 1, end - 1)
    return end


def _is_alone(clauses: Clauses, chunk: Chunk) -> bool:
    return (clauses.end - clauses.start) - (chunk.end - chunk.start) <= 4


def _asked(reading: Reading, sentence: Sentence, words: list[ItemWord]) -> list[Chunk]:
    """What a question asks about: パスワードは漏れていませんか."""
    if not words:
        return []
    end = min(sentence.end, sentence.start + _LONGEST)
    return take_apart(reading.text, sentence.start, end, words, []).chunks


def _answer(
    reading: Reading, tally: Tally, asked: list[Chunk], sentence: Sentence, cues: list[Cue]
) -> None:
    """An answer that names no item speaks of those of the question."""
    text = reading.text[sentence.start : sentence.end]
    senses = {cue.sense for cue in cues}
    if "not_leaked" in senses and "leaked" not in senses and len(text) <= 120:
        for chunk in asked:
            for word in chunk.words if chunk.counts else []:
                for code in word.codes:
                    tally.enter(Finding(code, word, "not_leaked", 2, len(chunk.codes)), None)
    asked.clear()


def _located(reading: Reading, finding: Finding) -> Located:
    return Located(finding.code, reading.quote(finding.word.start, finding.word.end))
