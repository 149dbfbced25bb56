"""A reading as the plain values of ``mayoke.notice/1``."""

from dataclasses import asdict
from typing import Any

from mayoke.records.incident import (
    AffectedCount,
    Contacts,
    Event,
    Exposure,
    Incident,
    Located,
    Quote,
    SubjectPeriod,
)
from mayoke.records.reading import NoticeReading

SCHEMA = "mayoke.notice/1"
_OPTIONAL = (
    "group",
    "year_basis",
    "relation",
    "primary",
    "superseded",
    "detail",
    "damaged",
    "alternatives",
)
"""Left out of a period, count or event where there is nothing to say."""


def notice_json(reading: NoticeReading, *, with_text: bool = False) -> dict[str, Any]:
    """The object that ``mayoke breach read --format json`` prints."""
    notice = reading.notice
    document: dict[str, Any] = {
        "page_title": notice.context.title,
        "url": notice.context.url,
        "site_name": notice.context.site_name,
        "published": notice.context.published.isoformat() if notice.context.published else None,
        "media_type": notice.media_type,
        "sha256": notice.sha256,
        "is_breach_notice": reading.describes_incident and reading.speaks_for_operator,
        "negative_kind": reading.negative_kind,
        "organisation": reading.organisation,
        "organisation_from": reading.organisation_from,
        "notice_date": reading.notice_date,
        "notice_date_basis": reading.notice_date_basis,
        "document_date": reading.document_date,
        "contacts": _contacts(reading.contacts),
        "where": {"document_kind": [_located(one) for one in reading.where]},
    }
    if with_text:
        document["text"] = notice.text
    return {
        "schema": SCHEMA,
        "describes_incident": reading.describes_incident,
        "document_kind": reading.document_kind,
        "report": reading.report,
        "document": document,
        "incidents": [incident_json(incident) for incident in reading.incidents],
        "gaps": [{"what": gap.what, "why": gap.why} for gap in reading.gaps],
    }


def incident_json(incident: Incident) -> dict[str, Any]:
    """One incident with the field names and codes of the schema."""
    return _named(incident) | {
        "site_name": _joined([site.name for site in incident.sites]),
        "site_url": _joined([site.url for site in incident.sites]),
        "sites": [{"name": site.name, "url": site.url} for site in incident.sites],
        "notice_date": incident.notice_date,
        "notice_date_basis": incident.notice_date_basis,
        "exposure": [_quoted(one) for one in incident.exposure],
        "subject_periods": [_quoted(one) for one in incident.subject_periods],
        "affected_count": [_quoted(one) for one in incident.affected_count],
        "groups": {name: _without_none(asdict(group)) for name, group in incident.groups.items()},
        "data_items": list(incident.data_items),
        "data_items_negated": list(incident.data_items_negated),
        "data_items_flags": dict(incident.data_items_flags),
        "card_data": _card_data(incident),
        "cause": incident.cause,
        "cause_confirmed": incident.cause_confirmed,
        "leak_status": incident.leak_status,
        "misuse": incident.misuse,
        "timeline": [_quoted(one) for one in incident.timeline],
        "contacts": _contacts(incident.contacts),
        "delays": asdict(incident.delays),
        "delay_reason_quote": incident.delay_reason.quote if incident.delay_reason else None,
        "delay_reason": _place(incident.delay_reason) if incident.delay_reason else None,
        "reissue_fee": incident.reissue_fee,
        "where": {name: [_located(one) for one in found] for name, found in incident.where.items()},
    }


def _named(incident: Incident) -> dict[str, Any]:
    """The parties; those the schema leaves out where there are none are left out."""
    rare = {
        "publisher": incident.publisher,
        "processor": incident.processor,
        "document_date": incident.document_date,
    }
    return {
        "organisation": incident.organisation,
        "organisation_from": incident.organisation_from,
        **_without_none(rare),
    }


def _card_data(incident: Incident) -> dict[str, bool]:
    """Are card data among what may have leaked, and is the security code among those?"""
    leaked = set(incident.data_items)
    return {
        "leaked": any(item.startswith("card_") for item in leaked),
        "security_code": "card_security_code" in leaked,
    }


def _quoted(record: Exposure | SubjectPeriod | AffectedCount | Event) -> dict[str, Any]:
    """A period, count or event: its fields, with ``quote`` and ``span`` (start, end)."""
    values = asdict(record)
    values["quote"] = record.quote.quote
    values["span"] = [record.quote.start, record.quote.end]
    for name in _OPTIONAL:
        if not values.get(name, True):
            del values[name]
    return {name: list(v) if isinstance(v, tuple) else v for name, v in values.items()}


def _place(quote: Quote) -> dict[str, Any]:
    return {"quote": quote.quote, "start": quote.start, "end": quote.end}


def _located(located: Located) -> dict[str, Any]:
    return {"value": located.value, **_place(located.quote)}


def _contacts(contacts: Contacts) -> dict[str, Any]:
    return {
        "phone": list(contacts.phone),
        "email": list(contacts.email),
        "hours": contacts.hours,
        "name": contacts.name,
    }


def _joined(names: list[str | None]) -> str | None:
    return "; ".join(name for name in names if name) or None


def _without_none(values: dict[str, Any]) -> dict[str, Any]:
    return {k: list(v) if isinstance(v, tuple) else v for k, v in values.items() if v is not None}
