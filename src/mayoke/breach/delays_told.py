"""An incident's delays in plain words, as far as the notice gives both days."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Final

from mayoke.breach.describe import Row
from mayoke.breach.words import DELAY_NAMES
from mayoke.records.incident import Incident
from mayoke.records.verdict import Sentence

SAME_DAY: Final = Sentence("その日のうち", "the same day")
_FIRST: Final = "suspicion_to_disclosure_days"
_FULL: Final = "suspicion_to_full_report_days"


def delays_told(incident: Incident) -> Iterator[Row]:
    """One row a delay; that to the full report only where there was an earlier announcement."""
    known = {name: days for name, days in asdict(incident.delays).items() if days is not None}
    if known.get(_FULL) == known.get(_FIRST):
        known.pop(_FULL, None)
    for name, label in DELAY_NAMES.items():
        if name in known:
            same_day = known[name] == 0 and name.startswith("suspicion")
            yield Row(label, SAME_DAY if same_day else days_told(known[name]))


def days_told(number: int) -> Sentence:
    """``3`` → 3日 / 3 days."""
    return Sentence(f"{number:,}日", f"{number:,} day" if number == 1 else f"{number:,} days")
