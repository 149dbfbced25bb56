"""A public view with the field names of the Have I Been Pwned breach model, version 3.

Source of the model: its API documentation (``haveibeenpwned.com/API/v3``, "The breach model").
Only published incidents appear. ``PwnCount``, ``BreachDate`` and ``LogoPath`` are null where that
model has a number, a day or a picture and the notice gives none.
"""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any, Final

from mayoke.breach.delays import full
from mayoke.breach.export.json_export import stamp
from mayoke.breach.words import CAUSES, ITEMS
from mayoke.records.ledger import Entry
from mayoke.text.url import parse

CLASSES: Final[Mapping[str, str]] = {
    "card_holder_name": "Names",
    "card_number": "Credit cards",
    "card_expiry": "Credit cards",
    "card_security_code": "Credit card CVV",
    "card_info_unspecified": "Credit cards",
    "name": "Names",
    "name_kana": "Names",
    "address": "Physical addresses",
    "postal_code": "Physical addresses",
    "phone": "Phone numbers",
    "fax": "Phone numbers",
    "email": "Email addresses",
    "password": "Passwords",
    "login_id": "Usernames",
    "nickname": "Usernames",
    "birth_date": "Dates of birth",
    "age": "Ages",
    "gender": "Genders",
    "order_history": "Purchases",
    "bank_account": "Bank account numbers",
    "my_number": "Government issued IDs",
    "medical_info": "Personal health data",
    "affiliation": "Employers",
    "occupation": "Occupations",
    "location": "Geographic locations",
    "device_id": "Device information",
    "message_content": "Private messages",
    "secret_question": "Security questions and answers",
    "nationality": "Nationalities",
    "photo": "Photos",
}
"""Classes of that model; an item without one is named in our own words."""
SENSITIVE: Final = frozenset({"medical_info", "my_number", "family_register", "residence_status"})


def breaches(entries: Iterable[Entry]) -> Iterator[dict[str, Any]]:
    """The public view of every published incident."""
    return (breach(entry) for entry in entries if entry.state == "published")


def breach(entry: Entry) -> dict[str, Any]:
    """One incident. Raises ValueError for one that is not published."""
    if entry.state != "published":
        raise ValueError(f"{entry.id} is not published")
    facts = entry.data
    items = [item for item in facts.get("data_items") or () if isinstance(item, str)]
    return {
        "Name": entry.id,
        "Title": facts.get("site_name") or facts.get("organisation") or entry.id,
        "Domain": _domain(facts),
        "BreachDate": _began(facts),
        "AddedDate": stamp(entry.added_at),
        "ModifiedDate": stamp(entry.changed_at),
        "PwnCount": _count(facts),
        "Description": _description(facts),
        "DataClasses": list(dict.fromkeys(_class(item) for item in items)),
        "IsVerified": True,  # a person compared it with the notice before it was published
        "IsFabricated": False,
        "IsSensitive": not SENSITIVE.isdisjoint(items),
        "IsRetired": False,
        "IsSpamList": False,
        "LogoPath": None,
    }


def _class(item: str) -> str:
    name = CLASSES.get(item)
    if name is None:
        says = ITEMS[item].en if item in ITEMS else item.replace("_", " ")
        return says[:1].upper() + says[1:]
    return name


def _domain(facts: Mapping[str, Any]) -> str:
    for site in facts.get("sites") or ():
        url = parse(str(site.get("url") or ""))
        if url and url.registrable:
            return url.registrable
    return ""


def _began(facts: Mapping[str, Any]) -> str | None:
    """The first day on which data are known to have leaked."""
    starts = [period.get("start") for period in facts.get("exposure") or ()]
    events = facts.get("timeline") or ()
    days = [start for start in starts if full(start)] or [
        event["date"]
        for event in events
        if event.get("event") == "incident_occurred" and full(event.get("date"))
    ]
    return min(map(str, days), default=None)


def _count(facts: Mapping[str, Any]) -> int | None:
    counts = facts.get("affected_count") or ()
    head = next((one for one in counts if one.get("primary")), None)
    return int(head["count"]) if head else None


def _description(facts: Mapping[str, Any]) -> str:
    """One plain sentence, as HTML."""
    who = facts.get("organisation") or facts.get("site_name") or "An operator that it does not name"
    told = f" on {facts['notice_date']}" if full(facts.get("notice_date")) else ""
    cause = str(facts.get("cause"))
    why = f" Stated cause: {CAUSES[cause].en}." if cause in CAUSES and cause != "unknown" else ""
    return escape(f"{who} announced a leak of personal data{told}.{why}", quote=False)
