"""What a program asks for: media type, query and JSON, as values or as a refusal."""

from functools import cache
from typing import TypeVar

import msgspec
from starlette.requests import Request

from mayoke.doors.http.api import problems
from mayoke.doors.http.refusal import Refused

Form = TypeVar("Form", bound=msgspec.Struct)

JSON = "application/json"
_NOTHING: dict[str, object] = {}


def media_type(request: Request, accepted: tuple[str, ...]) -> str:
    """The media type of the body, without parameters. Raises Refused (415)."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in accepted:
        raise Refused(problems.other_type(accepted))
    return kind


def charset(request: Request) -> str | None:
    """The charset that the Content-Type names."""
    for part in request.headers.get("content-type", "").split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip('"')[:40] or None
    return None


def query(request: Request, form: type[Form]) -> Form:
    """The query as ``form``. Raises Refused (422) for other names, values and repetitions."""
    if not request.scope["query_string"]:
        return convert(_NOTHING, form, "query")
    many = _many(form)
    found: dict[str, object] = {}
    for name, value in request.query_params.multi_items():
        if name in many:
            found.setdefault(name, [])
            found[name].append(value)  # type: ignore[attr-defined]
        elif name in found:
            raise Refused(problems.bad_value("given more than once", f"query.{name[:60]}"))
        else:
            found[name] = value
    return convert(found, form, "query")


def convert(found: object, form: type[Form], within: str) -> Form:
    """Strings as the values of ``form``. Raises Refused (422)."""
    try:
        return msgspec.convert(found, form, strict=False)
    except msgspec.ValidationError as error:
        raise Refused(problems.unfit(str(error), within)) from error


def decoded(data: bytes, decoder: "msgspec.json.Decoder[Form]") -> Form:
    """The JSON in ``data``. Raises Refused: 400 with the byte, 422 with the place."""
    try:
        return decoder.decode(data)
    except msgspec.ValidationError as error:
        raise Refused(problems.unfit(str(error))) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refused(problems.bad_json(str(error))) from error
    except RecursionError as error:
        raise Refused(problems.bad_json("nested too deeply")) from error


@cache
def _many(form: type[msgspec.Struct]) -> frozenset[str]:
    """Parameters that may be repeated."""
    fields = msgspec.structs.fields(form)
    return frozenset(field.encode_name for field in fields if field.default == ())
