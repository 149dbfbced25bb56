"""The OpenAPI 3.1 document, made from the calls themselves."""

from collections.abc import Iterable
from typing import Any

import msgspec

from mayoke.doors.http.api.call import Call, Schema, component, media_type_object
from mayoke.doors.http.api.schemas import components
from mayoke.doors.http.settings import Settings
from mayoke.version import __version__

_PROBLEM = "application/problem+json"
_TOLD = {
    400: "It cannot be read at all: no JSON, no form, or not exactly one Host field.",
    403: "A page of another site sent it.",
    404: "There is none of that name, or this server has no ledger.",
    408: "It arrived too slowly.",
    410: "The incident was withdrawn.",
    413: "It is too large.",
    415: "Its media type is not taken, or it is compressed.",
    421: "The server has no such name.",
    422: "A value is not one that is taken; `where` says which.",
    429: "Too many requests one after another.",
    500: "A fault of mayoke's own.",
    503: "Too much at once, or the work took too long.",
}
_ALWAYS = (400, 421, 500, 503)
_WITH_BODY = (403, 408, 413, 415, 422, 429)
_FIELDS: dict[int, tuple[str, Schema, str]] = {
    415: ("Accept-Post", {"type": "string"}, "The media types that are taken."),
    429: ("Retry-After", {"type": "integer", "minimum": 1}, "Seconds to wait."),
    503: ("Retry-After", {"type": "integer", "minimum": 1}, "Seconds to wait, where known."),
}
_ABOUT = (
    "Tells whether a mail is a scam, reads notices of data leaks, and says what to do. "
    "Nothing that is sent is kept. No link is opened, and nothing is sent anywhere. "
    "An answer is an estimate with its reasons, never a promise."
)


def document(calls: Iterable[Call], settings: Settings) -> dict[str, Any]:
    """The whole document; addresses are relative to where it is served from."""
    paths: dict[str, Any] = {}
    for call in calls:
        paths.setdefault(call.route, {})[call.method.lower()] = _operation(call)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "mayoke",
            "version": __version__,
            "description": f"{_ABOUT} A body may have up to {settings.largest:,} bytes.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "../", "description": "This server."}],
        "paths": paths,
        "components": {
            "schemas": components(),
            "responses": {f"Problem{status}": _refusal(status) for status in _TOLD},
        },
    }


def _operation(call: Call) -> dict[str, Any]:
    statuses = {*call.problems, *_ALWAYS, *(_WITH_BODY if call.bodies else ())}
    answers: dict[str, Any] = {
        "200": {
            "description": "The answer.",
            "content": {"application/json": media_type_object(component(call.gives))},
        }
    }
    for status in sorted(statuses):
        answers[str(status)] = {"$ref": f"#/components/responses/Problem{status}"}
    told: dict[str, Any] = {
        "operationId": call.name,
        "summary": call.says.partition(". ")[0].rstrip(".") + ".",
        "description": call.says,
        "responses": answers,
    }
    parameters = [*_parameters(call.path, "path"), *_parameters(call.query, "query")]
    if parameters:
        told["parameters"] = parameters
    if call.bodies:
        told["requestBody"] = {"required": True, "content": dict(call.bodies)}
    return told


def _parameters(form: type[msgspec.Struct] | None, place: str) -> list[dict[str, Any]]:
    """The fields of a struct as parameters."""
    if form is None:
        return []
    _, found = msgspec.json.schema_components([form])
    return [
        _parameter(name, dict(schema), place)
        for name, schema in found[form.__name__]["properties"].items()
    ]


def _parameter(name: str, schema: Schema, place: str) -> dict[str, Any]:
    described = schema.pop("description", "")
    told: dict[str, Any] = {"name": name, "in": place, "schema": schema}
    if place == "path":
        told["required"] = True
    if described:
        told["description"] = described
    return told


def _refusal(status: int) -> dict[str, Any]:
    told: dict[str, Any] = {
        "description": _TOLD[status],
        "content": {_PROBLEM: media_type_object(component("Problem"))},
    }
    if status in _FIELDS:
        name, schema, says = _FIELDS[status]
        told["headers"] = {name: {"schema": schema, "description": says}}
    return told
