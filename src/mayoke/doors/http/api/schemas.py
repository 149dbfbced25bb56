"""The components of the OpenAPI document: the schemas of the answers, and what has none yet."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, get_args

import msgspec

from mayoke.doors.http.api.call import Schema, component
from mayoke.doors.http.api.check import CheckRequest
from mayoke.doors.http.api.notice import NoticeRequest
from mayoke.doors.http.api.plan import PlanRequest
from mayoke.records.ledger import State
from mayoke.records.purchase import Answer, Certainty, LineKind, Why
from mayoke.registry.help_load import load_help

DOORS = Path(__file__).parents[2]
_FILES = {"Verdict": "verdict", "Notice": "notice", "Plan": "plan"}
_REQUESTS = (CheckRequest, NoticeRequest, PlanRequest)
_TEXT: Schema = {"type": "string"}
_MAYBE: Schema = {"type": ["string", "null"]}
_TIME: Schema = {"type": "string", "format": "date-time"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_NAME: Schema = {"type": "string", "description": "Always empty: names are not given out."}
_SHA: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}


@cache
def components() -> dict[str, Schema]:
    """Every schema that the document refers to."""
    found: dict[str, Schema] = {}
    for name, file in _FILES.items():
        schema = json.loads((DOORS / f"{file}.schema.json").read_text(encoding="utf-8"))
        found |= _placed(name, schema)
    found |= _requests()
    found |= _affected() | _ledger() | {"Problem": _problem()}
    found["OpenAPI"] = {"type": "object", "required": ["openapi", "info", "paths"]}
    return found


def _placed(name: str, schema: Schema) -> dict[str, Schema]:
    """A schema of ours and its definitions as components; its references follow."""
    definitions = schema.pop("$defs", {})
    for key in ("$schema", "$id"):
        schema.pop(key, None)
    placed = {name: schema} | {f"{name}.{key}": value for key, value in definitions.items()}
    return {key: _moved(value, "#/$defs/", f"{name}.") for key, value in placed.items()}


def _moved(value: Any, old: str, prefix: str) -> Any:
    if isinstance(value, dict):
        return {
            key: f"#/components/schemas/{prefix}{one.removeprefix(old)}"
            if key == "$ref" and isinstance(one, str) and one.startswith(old)
            else _moved(one, old, prefix)
            for key, one in value.items()
        }
    return [_moved(one, old, prefix) for one in value] if isinstance(value, list) else value


def _requests() -> dict[str, Schema]:
    """What a JSON body may hold, as msgspec checks it, and what is checked beside."""
    _, found = msgspec.json.schema_components(_REQUESTS, ref_template="#/components/schemas/{name}")
    found["CheckRequest"]["oneOf"] = [{"required": ["text"]}, {"required": ["mail"]}]
    registry = load_help()
    fields = found["PlanRequest"]["properties"]
    fields["situations"]["items"] = {"type": "string", "enum": list(registry.situations)}
    fields["means"]["items"] = {"type": "string", "enum": list(registry.means)}
    found["PlanRequest"]["anyOf"] = [
        {"required": [name], "properties": {name: {"minItems": 1}}}
        for name in ("situations", "means")
    ]
    return found


def _object(fields: dict[str, Schema], *, loose: Iterable[str] = ()) -> Schema:
    """An object with exactly these fields; ``loose``: those that may be left out."""
    needed = [name for name in fields if name not in set(loose)]
    return {
        "type": "object",
        "additionalProperties": False,
        "required": needed,
        "properties": fields,
    }


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _problem() -> Schema:
    fields: dict[str, Schema] = {
        "type": {"type": "string", "format": "uri", "description": "The name of the problem."},
        "title": {"type": "string", "description": "The same as en."},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "ja": {"type": "string", "description": "What is wrong and what to try, in Japanese."},
        "en": {"type": "string", "description": "The same in English."},
        "detail": {"type": "string", "description": "For programmers: what exactly."},
        "where": {"type": "string", "description": "In what was sent: $.amount, query.lang …"},
    }
    return _object(fields, loose=("detail", "where"))


def _affected() -> dict[str, Schema]:
    sentence = component("Verdict.sentence")
    finding = _object(
        {
            "line": {"type": "integer", "minimum": 1, "description": "Lines after the header."},
            "date": _MAYBE,
            "merchant": _TEXT,
            "amount": {"type": ["integer", "null"]},
            "kind": {"enum": list(get_args(LineKind))},
            "card": {"type": ["string", "null"], "description": "Masked."},
            "incident": _TEXT,
            "answer": {"enum": list(get_args(Answer))},
            "why": {"enum": list(get_args(Why))},
            "says": sentence,
            "certainty": {"enum": list(get_args(Certainty))},
            "match": sentence,
            "quote": _MAYBE,
            "belongs_to_line": {"type": ["integer", "null"]},
        }
    )
    about = _object(
        {
            "state": {"enum": list(get_args(State))},
            "organisation": _MAYBE,
            "sites": _list(_object({"name": _MAYBE, "url": _MAYBE})),
            "notice_date": _MAYBE,
            "advice": _list(sentence),
        }
    )
    counts = _object(
        {
            "purchases": _COUNT,
            "matched": _COUNT,
            "other_lines": _COUNT,
            "answers": _object(dict.fromkeys(get_args(Answer), _COUNT)),
        }
    )
    affected = _object(
        {
            "schema": {"const": "mayoke.affected/1"},
            "counts": counts,
            "findings": _list(component("Affected.finding")),
            "incidents": {
                "type": "object",
                "additionalProperties": component("Affected.incident"),
            },
        }
    )
    return {"Affected": affected, "Affected.finding": finding, "Affected.incident": about}


def _ledger() -> dict[str, Schema]:
    entry = _entry()
    several = _object(
        {
            "schema": {"const": "mayoke.incidents/1"},
            "total": {"type": ["integer", "null"], "minimum": 0},
            "offset": _COUNT,
            "more": {"type": "boolean"},
            "incidents": _list(component("Incidents.entry")),
        }
    )
    dossier = _object({"schema": {"const": "mayoke.incident/1"}, **entry, **_past()})
    return {
        "Incidents": several,
        "Incidents.entry": _object(entry),
        "Incidents.document": _document(),
        "Dossier": dossier,
    }


def _document() -> Schema:
    return _object(
        {
            "sha256": _SHA,
            "url": _MAYBE,
            "title": _MAYBE,
            "media_type": _TEXT,
            "document_kind": _TEXT,
            "report": {"enum": ["first", "later", "final", None]},
            "received_at": _TIME,
            "added_by": _NAME,
        }
    )


def _entry() -> dict[str, Schema]:
    return {
        "id": _TEXT,
        "state": {"enum": list(get_args(State))},
        "added_at": _TIME,
        "changed_at": _TIME,
        "changed_by": _NAME,
        "same_as": _MAYBE,
        "corrected": _list(_TEXT),
        "sources": {"type": "object", "additionalProperties": {"type": "integer"}},
        "documents": _list(component("Incidents.document")),
        "incident": {"type": "object", "description": "As an incident of mayoke.notice/1."},
    }


def _past() -> dict[str, Schema]:
    """The versions, the history and the corrections of an incident."""
    version = _object(
        {
            "number": {"type": "integer", "minimum": 1},
            "sha256": _SHA,
            "added_at": _TIME,
            "added_by": _NAME,
            "link": {"type": ["object", "null"]},
            "incident": {"type": "object"},
        }
    )
    change = _object(
        {"at": _TIME, "who": _NAME, "why": _TEXT, "before": _MAYBE, "after": _TEXT},
    )
    correction = _object(
        {
            "number": {"type": "integer", "minimum": 1},
            "at": _TIME,
            "who": _NAME,
            "why": _TEXT,
            "field": _TEXT,
            "old": {},
            "new": {},
            "holds": {"type": "boolean"},
        }
    )
    return {
        "versions": _list(version),
        "history": _list(change),
        "corrections": _list(correction),
    }
