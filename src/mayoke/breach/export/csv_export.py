"""Incidents as a table: one row each, RFC 4180, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from mayoke.breach.delays import full
from mayoke.records.incident import Delays
from mayoke.records.ledger import Entry

DELAYS: Final = tuple(Delays.__dataclass_fields__)
COLUMNS: Final = (
    "id",
    "state",
    "organisation",
    "site_name",
    "site_url",
    "notice_date",
    "first_disclosed",
    "exposure_start",
    "exposure_end",
    "exposure_basis",
    "affected",
    "affected_unit",
    "affected_qualifier",
    "data_items",
    "data_items_negated",
    "card_data",
    "security_code",
    "cause",
    "cause_confirmed",
    "leak_status",
    "misuse",
    *DELAYS,
    "documents",
    "document_urls",
)
BOM: Final = b"\xef\xbb\xbf"
"""Without it Excel takes UTF-8 for the system's own charset."""
_ACTIVE: Final = ("=", "+", "-", "@", "\t", "\r")
"""With these a spreadsheet begins to calculate (OWASP, CSV injection)."""


def chunks(entries: Iterable[Entry], *, bom: bool = False) -> Iterator[bytes]:
    """The table, UTF-8, row by row, with a header line; ``bom`` for Excel."""
    if bom:
        yield BOM
    yield _line(COLUMNS)
    for entry in entries:
        row = _row(entry)
        yield _line([_cell(row.get(name)) for name in COLUMNS])


def _line(cells: Iterable[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue().encode("utf-8", "replace")


def _cell(value: Any) -> str:
    """What is not known is empty, never zero. Text that a spreadsheet would run is quoted."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return str(value)
    text = "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    text = text.replace("\0", "")
    return "'" + text if text.startswith(_ACTIVE) else text


def _row(entry: Entry) -> dict[str, Any]:
    facts = entry.data
    card = facts.get("card_data") or {}
    row: dict[str, Any] = {name: facts.get(name) for name in COLUMNS}
    row |= {
        "id": entry.id,
        "state": entry.state,
        "first_disclosed": _first_disclosed(facts),
        "card_data": card.get("leaked"),
        "security_code": card.get("security_code"),
        "documents": len(entry.documents),
        "document_urls": [one.url for one in entry.documents if one.url],
    }
    return row | _exposure(facts) | _affected(facts) | dict(facts.get("delays") or {})


def _first_disclosed(facts: Mapping[str, Any]) -> str | None:
    events = facts.get("timeline") or ()
    days = [
        str(event["date"])
        for event in events
        if event.get("event") in {"disclosed_first", "disclosed"} and full(event.get("date"))
    ]
    return min(days, default=None)


def _exposure(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The outer range, as far as every period has that end."""
    periods = facts.get("exposure") or ()
    starts, ends = [p.get("start") for p in periods], [p.get("end") for p in periods]
    return {
        "exposure_start": min(starts) if starts and all(map(full, starts)) else _only(starts),
        "exposure_end": max(ends) if ends and all(map(full, ends)) else _only(ends),
        "exposure_basis": list(dict.fromkeys(period.get("basis") for period in periods)),
    }


def _only(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else None


def _affected(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The headline number; none where the document gives only parts."""
    counts = facts.get("affected_count") or ()
    head: Mapping[str, Any] = next((one for one in counts if one.get("primary")), {})
    names = {"affected": "count", "affected_unit": "unit", "affected_qualifier": "qualifier"}
    return {column: head.get(name) for column, name in names.items()}
