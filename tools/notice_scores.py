"""How close a reading of a notice comes to its label, field by field."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

SCALARS = (
    "organisation",
    "publisher",
    "processor",
    "site_name",
    "site_url",
    "notice_date",
    "document_date",
    "cause",
    "cause_confirmed",
    "leak_status",
    "misuse",
)
SETS = ("exposure", "subject_periods", "affected_count", "primary_count", "timeline")
ITEMS = ("data_items", "data_items_negated", "data_items_flags")
DESK = ("phone", "email", "hours", "name")
DELAYS = (
    "suspicion_to_disclosure_days",
    "suspicion_to_full_report_days",
    "suspicion_to_card_stop_days",
    "suspicion_to_site_stop_days",
    "suspicion_to_police_days",
    "suspicion_to_ppc_days",
    "suspicion_to_individuals_days",
    "investigation_days",
    "investigation_completed_to_disclosure_days",
    "occurrence_to_discovery_days",
    "exposure_days",
    "exposure_end_to_disclosure_days",
)
FIELDS = (
    "describes_incident",
    "document_kind",
    *SCALARS,
    *SETS,
    *ITEMS,
    *(f"contacts.{name}" for name in DESK),
    "delay_reason",
    "delays",
)


@dataclass(slots=True)
class Score:
    """Counts of one field: values right, given but not in the label, in the label but not given."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, other: "Score") -> None:
        """Sum up."""
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed

    @property
    def precision(self) -> float:
        """Of the values given, those in the label; 1 when none was given."""
        given = self.right + self.wrong
        return self.right / given if given else 1.0

    @property
    def recall(self) -> float:
        """Of the values in the label, those given; 1 when the label has none."""
        there = self.right + self.missed
        return self.right / there if there else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean; 1 when there was nothing to find and nothing was given."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Miss:
    """A field of a document where the two differ."""

    document: str
    name: str
    extra: list[str] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)


def plain(value: object) -> str:
    """One form for all widths and spacings of a value."""
    text = unicodedata.normalize("NFKC", str(value))
    return "".join(text.replace("〜", "~").split())


def values(record: Mapping[str, Any]) -> dict[str, set[str]]:
    """The values of a label, or of a reading in the same form, by field."""
    out: dict[str, set[str]] = {}
    for name in SCALARS:
        value = record.get(name)
        out[name] = set() if value is None else {plain(part) for part in _parts(name, value)}
    for name in ("exposure", "subject_periods"):
        out[name] = {f"{p['start']}~{p['end']} {p['basis']}" for p in record[name]}
    counts = record["affected_count"]
    out["affected_count"] = {f"{c['count']}{plain(c['unit'])}" for c in counts}
    primary = {f"{c['count']}{plain(c['unit'])}" for c in counts if c.get("primary")}
    out["primary_count"] = primary
    out["timeline"] = {f"{e['date']} {e['event']}" for e in record["timeline"]}
    out["data_items"] = set(record["data_items"])
    out["data_items_negated"] = set(record["data_items_negated"])
    out["data_items_flags"] = {f"{k}={v}" for k, v in record["data_items_flags"].items()}
    contacts = record["contacts"]
    for name in DESK:
        value = contacts[name]
        many = value if isinstance(value, list) else [value] if value is not None else []
        out[f"contacts.{name}"] = {plain(one) for one in many}
    out["delays"] = {
        f"{name}={record['delays'][name]}"
        for name in DELAYS
        if record["delays"].get(name) is not None
    }
    return out


def total(scores: Iterable[Score]) -> Score:
    """The sum of several fields or documents (micro average)."""
    out = Score()
    for score in scores:
        out.add(score)
    return out


def overlap(a: str | None, b: str | None) -> bool:
    """Do two quotations share half of the shorter one?"""
    if not a or not b:
        return False
    a, b = plain(a), plain(b)
    short, long = sorted((a, b), key=len)
    if short in long:
        return True
    shared = sum(1 for i in range(len(short) - 3) if short[i : i + 4] in long)
    return shared >= (len(short) - 3) / 2


def _parts(name: str, value: object) -> list[str]:
    if name in {"site_name", "site_url"}:
        return str(value).split("; ")
    return [str(value)]
