"""What follows from other fields of an incident, worked out again after those have changed."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from mayoke.breach.decode import incident_of
from mayoke.breach.delays import derive


def follow(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts (``mayoke.notice/1``) with delays, card data and joined site names that fit.

    Raises KeyError, TypeError or ValueError for a timeline or exposure of another form.
    """
    dated = {name: facts[name] for name in ("timeline", "exposure") if facts.get(name)}
    incident = incident_of(dated)
    items = [item for item in facts.get("data_items") or () if isinstance(item, str)]
    following: dict[str, Any] = {
        "delays": asdict(derive(incident.timeline, incident.exposure)),
        "card_data": {
            "leaked": any(item.startswith("card_") for item in items),
            "security_code": "card_security_code" in items,
        },
    }
    sites = facts.get("sites")
    if isinstance(sites, list) and sites:
        for name in ("name", "url"):
            values = (site.get(name) for site in sites if isinstance(site, Mapping))
            following[f"site_{name}"] = "; ".join(value for value in values if value) or None
    return {**facts, **following}
