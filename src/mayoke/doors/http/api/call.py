"""One call of the interface for programs: its route and its description, in one place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import msgspec

from mayoke.doors.http.links import Endpoint

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    """A call below ``/v1`` as it is routed and as the OpenAPI document describes it.

    ``bodies``: media type → what stands under it in the document; empty for GET. ``gives``: the
    component of the answer's schema. ``example``: an answer's, shortened or left out. ``problems``:
    statuses besides those that every call has. ``query``, ``path``: structs whose fields are the
    parameters.
    """

    method: Literal["GET", "POST"]
    route: str
    name: str
    says: str
    answer: Endpoint
    gives: str
    query: type[msgspec.Struct] | None = None
    path: type[msgspec.Struct] | None = None
    bodies: Mapping[str, Schema] = field(default_factory=dict)
    problems: tuple[int, ...] = ()


def media_type_object(schema: Schema, example: object = None) -> Schema:
    """A Media Type Object (OpenAPI 3.1 §4.8.14)."""
    return {"schema": schema} if example is None else {"schema": schema, "example": example}


def component(name: str) -> Schema:
    """A reference to a schema among the components."""
    return {"$ref": f"#/components/schemas/{name}"}
