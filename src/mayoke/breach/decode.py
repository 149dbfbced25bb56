"""An incident back from its plain values, as the ledger keeps them."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from mayoke.records.incident import (
    AffectedCount,
    Contacts,
    Delays,
    Event,
    Exposure,
    Group,
    Incident,
    Located,
    Quote,
    Site,
    SubjectPeriod,
)

_PLAIN = (
    "organisation",
    "organisation_from",
    "publisher",
    "processor",
    "notice_date",
    "notice_date_basis",
    "document_date",
    "data_items_flags",
    "cause",
    "cause_confirmed",
    "leak_status",
    "misuse",
    "reissue_fee",
)
_DELAYS = tuple(field.name for field in fields(Delays))


def incident_of(data: Mapping[str, Any]) -> Incident:
    """The incident of an object that ``encode.incident_json`` made; missing fields are empty.

    Raises KeyError, TypeError or ValueError for an object of another form.
    """
    return Incident(
        **{name: data[name] for name in _PLAIN if data.get(name) is not None},
        sites=tuple(Site(one.get("name"), one.get("url")) for one in data.get("sites", ())),
        exposure=tuple(Exposure(**_quoted(one)) for one in data.get("exposure", ())),
        subject_periods=tuple(
            SubjectPeriod(**_quoted(one)) for one in data.get("subject_periods", ())
        ),
        affected_count=tuple(
            AffectedCount(**_quoted(one)) for one in data.get("affected_count", ())
        ),
        groups={name: _group(one) for name, one in data.get("groups", {}).items()},
        data_items=tuple(data.get("data_items", ())),
        data_items_negated=tuple(data.get("data_items_negated", ())),
        timeline=tuple(Event(**_quoted(one)) for one in data.get("timeline", ())),
        contacts=_contacts(data.get("contacts") or {}),
        delays=_delays(data.get("delays") or {}),
        delay_reason=_reason(data.get("delay_reason")),
        where={name: _located(found) for name, found in data.get("where", {}).items()},
    )


def _quoted(record: Mapping[str, Any]) -> dict[str, Any]:
    values = {name: value for name, value in record.items() if name not in {"quote", "span"}}
    start, end = record.get("span") or (0, 0)
    values["quote"] = Quote(record.get("quote") or "", start, end)
    if "alternatives" in values:
        values["alternatives"] = tuple(values["alternatives"])
    return values


def _group(one: Mapping[str, Any]) -> Group:
    return Group(one["label"], tuple(one["data_items"]), one.get("cause"))


def _contacts(desk: Mapping[str, Any]) -> Contacts:
    return Contacts(
        tuple(desk.get("phone", ())),
        tuple(desk.get("email", ())),
        desk.get("hours"),
        desk.get("name"),
    )


def _delays(days: Mapping[str, Any]) -> Delays:
    return Delays(**{name: days.get(name) for name in _DELAYS})


def _reason(place: Mapping[str, Any] | None) -> Quote | None:
    return Quote(place["quote"], place["start"], place["end"]) if place else None


def _located(found: Sequence[Mapping[str, Any]]) -> tuple[Located, ...]:
    return tuple(
        Located(one["value"], Quote(one["quote"], one["start"], one["end"])) for one in found
    )
