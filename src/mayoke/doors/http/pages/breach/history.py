"""How what is known of an incident grew: its reports in order, and what people put right.

Names of those who review and their notes are the desk's own, and never shown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from mayoke.breach import words as codes
from mayoke.breach.dates_in_words import day, span
from mayoke.breach.ledger.diff import SAYS, Change, diff
from mayoke.doors.http.pages.breach.facts import same, titled
from mayoke.doors.say import leaks as words
from mayoke.doors.say.shapes import shorten
from mayoke.publish.show.visible import visible
from mayoke.records.ledger import Dossier, Version
from mayoke.records.verdict import Sentence

_CHANGES_MOST = 12
_NOTHING = Sentence("記載なし", "not stated")
_OTHER = Sentence("そのほかの欄", "another field")
_YES_NO = {"True": Sentence("はい", "yes"), "False": Sentence("いいえ", "no")}
_UNTOLD = frozenset({"precision", "quote", "span", "basis"})


@dataclass(frozen=True, slots=True)
class Altered:
    """One value before and after; None where there was, or is, none."""

    field: Sentence
    how: Sentence
    before: Sentence | None
    after: Sentence | None


@dataclass(frozen=True, slots=True)
class Report:
    """One document: what it is, the day it bears, where it stood, and what it changed."""

    number: int
    kind: Sentence
    told: Sentence | None
    title: str
    url: str
    changes: tuple[Altered, ...]


@dataclass(frozen=True, slots=True)
class Righted:
    """A value a person put right. ``holds``: no later document says something else."""

    on: Sentence
    altered: Altered
    holds: bool


def reports(dossier: Dossier) -> tuple[Report, ...]:
    """Every document of an incident in the order it was added."""
    found: list[Report] = []
    before: Version | None = None
    for version in dossier.versions:
        changes = diff(before.data, version.data) if before else ()
        found.append(_report(version, tuple(islice(map(_altered, changes), _CHANGES_MOST))))
        before = version
    return tuple(found)


def corrections(dossier: Dossier) -> tuple[Righted, ...]:
    """What people put right, in order."""
    return tuple(
        Righted(
            day(one.at.date().isoformat()),
            Altered(
                _field(one.field.partition(".")[0], ""),
                SAYS["changed"],
                _value(one.old) if one.old is not None else _NOTHING,
                _value(one.new) if one.new is not None else _NOTHING,
            ),
            one.holds,
        )
        for one in dossier.corrections
    )


def _report(version: Version, changes: tuple[Altered, ...]) -> Report:
    document = version.document
    told = version.data.get("notice_date")
    return Report(
        version.number,
        titled(words.KINDS.get(document.document_kind, words.KINDS["operator_notice"])),
        day(told) if isinstance(told, str) and _is_date(told) else None,
        shorten(visible(document.title or ""), 120),
        shorten(visible(document.url or ""), 300),
        changes,
    )


def _altered(change: Change) -> Altered:
    field = _field(change.field, change.about)
    before, after = (
        None if value is None else _value(value) for value in (change.before, change.after)
    )
    return Altered(field, SAYS[change.kind], before, after)


def _field(name: str, about: str) -> Sentence:
    field = words.FIELDS.get(name, _OTHER)
    detail = codes.name_of(about.partition(" ")[0]) if about else None
    if detail is None:
        return titled(field)
    field = titled(field)
    return Sentence(f"{field.ja}（{detail.ja}）", f"{field.en} ({detail.en})")


def _value(value: Any) -> Sentence:
    """A value of the facts in words; codes by their names, days as people write them."""
    if value is None or value in ("", [], ()):
        return _NOTHING
    if isinstance(value, Mapping):
        return _object(value)
    if isinstance(value, list | tuple):
        return _joined((_value(one) for one in value[:20]), "、", ", ")
    if isinstance(value, int) and not isinstance(value, bool):
        return Sentence(f"{value:,}", f"{value:,}")
    text = str(value)
    if _is_date(text):
        return day(text)
    return _YES_NO.get(text) or codes.name_of(text) or same(text, 80)


def _object(value: Mapping[str, Any]) -> Sentence:
    """A number with its unit, a period, an event's day, or whatever has a value, one by one."""
    if "count" in value:
        much = codes.QUALIFIERS.get(str(value.get("qualifier")), codes.QUALIFIERS["exact"])
        number, unit = _value(value["count"]), _value(value.get("unit"))
        return Sentence(f"{much.ja}{number.ja}{unit.ja}", f"{much.en}{number.en} {unit.en}")
    if "start" in value or "end" in value:
        first, last = value.get("start"), value.get("end")
        if all(one is None or _is_date(str(one)) for one in (first, last)):
            return span(first, last)
    told = [one for name, one in value.items() if one is not None and name not in _UNTOLD]
    return _joined(map(_value, told), "、", ", ")


def _joined(parts: Iterator[Sentence], ja: str, en: str) -> Sentence:
    told = list(parts)
    return Sentence(ja.join(one.ja for one in told), en.join(one.en for one in told))


def _is_date(text: str) -> bool:
    parts = text.split("-")
    if len(parts[0]) != 4 or not (parts[0].isdigit() or parts[0] == "XXXX"):
        return False
    if parts[0] == "XXXX" and len(parts) == 1:
        return False
    if not all(len(part) == 2 and part.isdigit() for part in parts[1:]):
        return False
    try:
        date(2000, *(int(part) for part in (*parts[1:], "1", "1")[:2]))
    except ValueError:
        return False
    return len(parts) <= 3
