"""Invented incidents, documents and people for the tests of the store."""

import hashlib
from datetime import UTC, datetime
from typing import Any

from mayoke.records.ledger import Document
from mayoke.store.recording import Deed

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER = datetime(2026, 4, 1, 12, tzinfo=UTC)
ANN = Deed("ann", NOON)
BEN = Deed("ben", LATER, "compared with the notice")


def facts(**other: Any) -> dict[str, Any]:
    """What a notice says of an incident, with ``other`` in place of some of it."""
    told: dict[str, Any] = {
        "organisation": "株式会社あおば茶舗",
        "organisation_from": "text",
        "site_name": "あおば茶舗オンライン",
        "site_url": "https://shop.aoba-cha.example.com/",
        "sites": [{"name": "あおば茶舗オンライン", "url": "https://shop.aoba-cha.example.com/"}],
        "notice_date": "2021-03-05",
        "notice_date_basis": "absolute",
        "exposure": [period("2020-01-10", "2020-11-20")],
        "subject_periods": [],
        "affected_count": [
            {
                "count": 1200,
                "unit": "件",
                "qualifier": "exact",
                "what": "card",
                "parent": None,
                "primary": True,
                "quote": "1,200件",
                "span": [40, 46],
            }
        ],
        "groups": {},
        "data_items": ["card_number", "card_expiry"],
        "data_items_negated": [],
        "data_items_flags": {},
        "card_data": {"leaked": True, "security_code": False},
        "cause": "web_skimming",
        "cause_confirmed": True,
        "leak_status": "possible",
        "misuse": None,
        "timeline": [
            event("suspicion_notified", "2020-11-24", "card_company"),
            event("disclosed", "2021-03-05"),
        ],
        "contacts": {"phone": ["0120-000-123"], "email": [], "hours": None, "name": None},
        "delays": {"suspicion_to_disclosure_days": 101},
        "delay_reason_quote": None,
        "delay_reason": None,
        "reissue_fee": None,
        "where": {},
    }
    return {**told, **other}


def period(start: str | None, end: str | None, basis: str = "purchase") -> dict[str, Any]:
    """A period of exposure."""
    quote = f"{start}から{end}まで"
    return {
        "start": start,
        "end": end,
        "basis": basis,
        "precision": "day",
        "quote": quote,
        "span": [10, 10 + len(quote)],
    }


def event(kind: str, date: str, actor: str = "operator", **other: Any) -> dict[str, Any]:
    """Something that happened."""
    return {
        "event": kind,
        "date": date,
        "precision": "day",
        "actor": actor,
        "basis": "absolute",
        "quote": date,
        "span": [0, len(date)],
        **other,
    }


def document(text: str = "個人情報の流出についてお詫びいたします。", **other: Any) -> Document:
    """A notice; its hash follows from its text."""
    values: dict[str, Any] = {
        "sha256": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        "media_type": "text/plain",
        "received_at": NOON,
        "text": text,
        "url": "https://www.aoba-cha.example.com/news/1.html",
        "title": "お詫びとお知らせ",
        "document_kind": "operator_notice",
        "report": "first",
    }
    return Document(**{**values, **other})
