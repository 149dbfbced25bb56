"""Incidents in VERIS 1.4.1 (Vocabulary for Event Recording and Incident Sharing).

Field names and values were compared by hand with vz-risk/veris: ``verisc-enum.json`` (1.3), what its
converters to 1.4.0 and 1.4.1 change, and its test incident of 1.4.1. ``veris.schema.json`` beside
this file holds those that are used here, and checks every object.
Where a notice says less than VERIS asks, the value is its ``Unknown``, never a guess. VERIS has no
place for announcements, payment stops and periods of purchase: the first announcement stands in
``plus.timeline.notification``, as in VCDB; the rest is only in our own form.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from mayoke.breach.delays import full
from mayoke.breach.export.json_export import stamp
from mayoke.breach.export.veris_codes import ACTIONS, ASSETS, DATA, DISCOVERED, PARENTS, VICTIMS
from mayoke.breach.words import CAUSES
from mayoke.records.ledger import Entry

VERSION: Final = "1.4.1"
_UNKNOWN: Final = ["Unknown"]
_LEARNT: Final = ("suspicion_notified", "suspicion_notified_other", "discovered")
_DISCLOSED: Final = {
    "confirmed": "Yes",
    "possible": "Potentially",
    "cannot_be_ruled_out": "Potentially",
}
_CONTAINED: Final = ("contained", "card_payment_stopped", "site_stopped")


def incidents(entries: Iterable[Entry]) -> Iterator[dict[str, Any]]:
    """Every incident whose year is known; VERIS has no incident without one."""
    return (found for entry in entries if (found := veris(entry)) is not None)


def veris(entry: Entry) -> dict[str, Any] | None:
    """One incident; None when not even its year is known."""
    facts = entry.data
    when = _incident_date(facts)
    if when is None:
        return None
    action, actor = _action(facts)
    urls = [document.url for document in entry.documents if document.url]
    found: dict[str, Any] = {
        "schema_version": VERSION,
        "incident_id": entry.id,
        "source_id": "mayoke",
        "security_incident": "Confirmed" if _is_confirmed(facts) else "Suspected",
        "summary": _summary(facts),
        "victim": _victim(facts),
        "actor": actor,
        "action": action,
        "asset": {"assets": _assets(facts), "cloud": _UNKNOWN},
        "attribute": _attribute(facts, action),
        "discovery_method": _discovery(facts),
        "timeline": {"incident": when} | _durations(facts),
        "plus": _plus(entry),
    }
    if urls:
        found["reference"] = "; ".join(dict.fromkeys(urls))
    return found


def _is_confirmed(facts: Mapping[str, Any]) -> bool:
    return facts.get("leak_status") == "confirmed" or facts.get("cause_confirmed") is True


def _events(facts: Mapping[str, Any], *kinds: str) -> list[Mapping[str, Any]]:
    """The events of those kinds with a full date, in order."""
    timeline = facts.get("timeline") or ()
    found = [e for e in timeline if e.get("event") in kinds and full(e.get("date"))]
    return sorted(found, key=lambda event: str(event["date"]))


def _incident_date(facts: Mapping[str, Any]) -> dict[str, int] | None:
    """The day it began: it occurred, data began to leak, it was found, it was announced."""
    dates = [event["date"] for event in _events(facts, "incident_occurred")[:1]]
    starts = [period.get("start") for period in facts.get("exposure") or ()]
    dates += sorted(start for start in starts if full(start))[:1]
    dates += [event["date"] for event in _events(facts, *_LEARNT)[:1]]
    dates += [start for start in starts if start] + [facts.get("notice_date")]
    return next((parts for iso in dates if (parts := _parts(iso))), None)


def _parts(iso: Any) -> dict[str, int]:
    """Year, and month and day as far as they are known; empty without a year."""
    parts: dict[str, int] = {}
    for name, text in zip(("year", "month", "day"), str(iso or "").split("-"), strict=False):
        if not text.isdigit():
            break
        parts[name] = int(text)
    return parts


def _summary(facts: Mapping[str, Any]) -> str:
    who = facts.get("organisation") or facts.get("site_name") or "An operator that is not named"
    cause = str(facts.get("cause"))
    why = f" Stated cause: {CAUSES[cause].en}." if cause in CAUSES and cause != "unknown" else ""
    return f"{who} announced a leak of personal data.{why}"


def _victim(facts: Mapping[str, Any]) -> dict[str, Any]:
    """``JP``: the notices are Japanese. ``00`` is an unknown branch."""
    victim: dict[str, Any] = {
        "country": ["JP"],
        "employee_count": "Unknown",
        "government": _UNKNOWN,
        "industry": "00",
    }
    if facts.get("organisation"):
        victim["victim_id"] = facts["organisation"]
    return victim


def _action(facts: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The action that the cause stands for, and whose it was."""
    actions, side = ACTIONS.get(str(facts.get("cause")), ACTIONS["unknown"])
    action = {
        name: {"variety": list(variety), "vector": list(vector)}
        for name, (variety, vector) in actions.items()
    }
    actors: dict[str, dict[str, Any]] = {
        "external": {"variety": _UNKNOWN, "motive": _UNKNOWN, "country": _UNKNOWN},
        "misuse": {"variety": _UNKNOWN, "motive": _UNKNOWN},
        "error": {"variety": _UNKNOWN, "motive": ["NA"]},
        "unknown": {},
    }
    orientation = "internal" if side in {"misuse", "error"} else side
    return action or {"unknown": {}}, {orientation: actors[side]}


def _assets(facts: Mapping[str, Any]) -> list[dict[str, str]]:
    return [{"variety": ASSETS.get(str(facts.get("cause")), "Unknown")}]


def _attribute(facts: Mapping[str, Any], action: Mapping[str, Any]) -> dict[str, Any]:
    confidentiality: dict[str, Any] = {
        "data_disclosure": _DISCLOSED.get(str(facts.get("leak_status")), "Unknown"),
        "data": [{"variety": variety} for variety in _data(facts)],
        "state": _UNKNOWN,
    }
    counts = [one for one in facts.get("affected_count") or () if not one.get("superseded")]
    victims = [VICTIMS.get(str(one.get("what")), "Unknown") for one in counts] or _UNKNOWN
    confidentiality["data_victim"] = sorted(dict.fromkeys(victims))
    head = next((one for one in counts if one.get("primary")), None)
    if head and head.get("qualifier") == "exact":
        confidentiality["data_total"] = head["count"]
    attribute: dict[str, Any] = {"confidentiality": confidentiality}
    # VERIS's own rules: malware installs software, and what is lost is not there any more.
    if "malware" in action:
        attribute["integrity"] = {"variety": ["Software installation"]}
    if "Loss" in action.get("error", {}).get("variety", ()):
        attribute["availability"] = {"variety": ["Loss"]}
    return attribute


def _data(facts: Mapping[str, Any]) -> list[str]:
    """Varieties of data; since 1.4.1 the special ones have ``Personal`` beside them."""
    items = facts.get("data_items") or ()
    found = dict.fromkeys(DATA.get(str(item), "Personal") for item in items)
    found |= dict.fromkeys(PARENTS[variety] for variety in list(found) if variety in PARENTS)
    return list(found) or _UNKNOWN


def _discovery(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Who found it: the first event that tells of learning it."""
    events = _events(facts, *_LEARNT)
    if not events:
        return {"unknown": True}
    first = events[0]
    side, variety = DISCOVERED.get((str(first["event"]), str(first.get("actor"))), ("", ""))
    if not side:
        side = "internal" if first["event"] == "discovered" else "external"
        variety = "Unknown"
    return {side: {"variety": [variety]}}


def _durations(facts: Mapping[str, Any]) -> dict[str, Any]:
    """From occurrence to discovery, and from discovery to the first stop, in days."""
    found: dict[str, Any] = {}
    days = (facts.get("delays") or {}).get("occurrence_to_discovery_days")
    if isinstance(days, int) and days >= 0:
        found["discovery"] = {"unit": "Days", "value": days}
    learnt, stopped = _events(facts, *_LEARNT), _events(facts, *_CONTAINED)
    begun, ended = (full(events[0]["date"]) if events else None for events in (learnt, stopped))
    if begun and ended and ended >= begun:
        found["containment"] = {"unit": "Days", "value": (ended - begun).days}
    return found


def _plus(entry: Entry) -> dict[str, Any]:
    plus: dict[str, Any] = {
        "created": stamp(entry.added_at),
        "modified": stamp(entry.changed_at),
        "analysis_status": "First pass" if entry.state == "new" else "Reviewed",
    }
    told = _events(entry.data, "disclosed_first", "disclosed")
    notified = _parts(told[0]["date"] if told else entry.data.get("notice_date"))
    if notified:
        plus["timeline"] = {"notification": notified}
    return plus
