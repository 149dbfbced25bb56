"""A plan as an object for JSON: schema ``mayoke.plan/1`` (``doors/plan.schema.json``)."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final

from mayoke.records.contact import Contact
from mayoke.records.plan import Due, Happened, Plan, PlanStep, Reachable
from mayoke.records.verdict import Sentence

SCHEMA: Final = "mayoke.plan/1"


def plan_object(plan: Plan) -> dict[str, Any]:
    """The object, exactly as the schema has it; every sentence in both languages."""
    return {
        "schema": SCHEMA,
        "happened": _happened(plan.happened),
        "names": _sentences(plan.names),
        "asked_at": plan.asked_at.isoformat(),
        "first": _sentence(plan.first),
        "warnings": _sentences(plan.warnings),
        "steps": [_step(step) for step in plan.steps],
        "contacts": [_reachable(one) for one in plan.contacts],
        "listening": [_reachable(one) for one in plan.listening],
        "deadlines": [_due(one) for one in plan.deadlines],
        "notes": _sentences(plan.notes),
        "also": list(plan.also),
        "registry": plan.registry,
    }


def _happened(happened: Happened) -> dict[str, Any]:
    return {
        "situations": list(happened.situations),
        "when": _moment(happened.when),
        "amount": happened.amount,
        "means": list(happened.means),
        "contract_document": _moment(happened.contract_document),
    }


def _step(step: PlanStep) -> dict[str, Any]:
    return {
        "number": step.number,
        "slug": step.slug,
        "phase": step.phase,
        "within": step.within,
        "says": _sentence(step.says),
        "how": _sentences(step.how),
        "have_ready": _sentences(step.have_ready),
        "contacts": list(step.contacts),
        "deadlines": list(step.deadlines),
        "situations": list(step.situations),
        "quality": step.quality,
    }


def _reachable(one: Reachable) -> dict[str, Any]:
    return {
        **_contact(one.contact),
        "reach": one.reach,
        "until": _moment(one.until),
        "opens": _moment(one.opens),
        "says": _sentence(one.says),
    }


def _contact(contact: Contact) -> dict[str, Any]:
    return {
        "slug": contact.slug,
        "name": _sentence(contact.name),
        "role": contact.role,
        "for_what": _sentence(contact.for_what),
        "phone": contact.phone,
        "url": contact.url,
        "mail": contact.mail,
        "how": _sentences(contact.how),
        "always": contact.always,
        "hours": [
            {"days": list(one.days), "opens": one.opens, "closes": one.closes}
            for one in contact.hours
        ],
        "year_end": contact.year_end,
        "hours_note": _maybe(contact.hours_note),
        "meanwhile": _maybe(contact.meanwhile),
        "languages": list(contact.languages),
        "uncertain": list(contact.uncertain),
        "quality": contact.quality,
        "checked_on": contact.checked_on.isoformat(),
    }


def _due(one: Due) -> dict[str, Any]:
    return {
        "slug": one.slug,
        "name": _sentence(one.name),
        "rule": _sentence(one.rule),
        "starts": _sentence(one.starts),
        "day": _moment(one.day),
        "passed": one.passed,
        "law": one.law,
        "caveat": _maybe(one.caveat),
        "quality": one.quality,
        "checked_on": one.checked_on.isoformat(),
        "says": _sentence(one.says),
    }


def _sentence(sentence: Sentence) -> dict[str, str]:
    return {"ja": sentence.ja, "en": sentence.en}


def _sentences(sentences: Iterable[Sentence]) -> list[dict[str, str]]:
    return [_sentence(one) for one in sentences]


def _maybe(sentence: Sentence | None) -> dict[str, str] | None:
    return None if sentence is None else _sentence(sentence)


def _moment(moment: date | datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
