"""Consultations as JSON."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from mayoke.records.consultation import Consultation, Content, Listed, Logged, Said


def list_object(found: Sequence[Listed], now: datetime) -> dict[str, Any]:
    """``mayoke.consultations/1``."""
    return {
        "schema": "mayoke.consultations/1",
        "consultations": [
            {
                "id": one.id,
                "state": one.state,
                "arrived_at": one.arrived_at.isoformat(),
                "active_at": one.active_at.isoformat(),
                "expires_at": one.expires_at.isoformat(),
                "days_left": one.days_left(now),
                "entries": one.entries,
                "size": one.size,
            }
            for one in found
        ],
    }


def consultation_object(found: Consultation) -> dict[str, Any]:
    """``mayoke.consultation/1``; of a mail, its size and SHA-256."""
    return {
        "schema": "mayoke.consultation/1",
        "id": found.id,
        "state": found.state,
        "arrived_at": found.arrived_at.isoformat(),
        "expires_at": found.expires_at.isoformat(),
        "entries": [_entry(one) for one in found.said],
    }


def log_object(lines: Sequence[Logged]) -> dict[str, Any]:
    """``mayoke.access/1``."""
    return {
        "schema": "mayoke.access/1",
        "lines": [
            {
                "number": one.number,
                "at": one.at.isoformat(),
                "who": one.who,
                "deed": one.deed,
                "consultation": one.consultation or None,
            }
            for one in lines
        ],
    }


def _entry(said: Said) -> dict[str, Any]:
    content = said.content
    return {
        "number": said.number,
        "by": said.by,
        "at": said.at.isoformat(),
        "story": content.story,
        "situations": list(content.situations),
        "when": content.when.isoformat() if content.when else None,
        "amount": content.amount,
        "means": list(content.means),
        "text": content.text,
        "contact": content.contact,
        "verdict": content.verdict,
        "lang": content.lang,
        "mail": _mail(content),
    }


def _mail(content: Content) -> dict[str, Any] | None:
    if not content.mail:
        return None
    return {"size": len(content.mail), "sha256": hashlib.sha256(content.mail).hexdigest()}
