"""``POST /v1/affected``: purchases against the ledger, the object of ``breach affected``."""

from collections.abc import Sequence
from typing import Annotated

import msgspec
from msgspec import Meta
from starlette.requests import Request
from starlette.responses import Response

from mayoke.breach.purchases import columns as finder
from mayoke.breach.purchases import plain, scale
from mayoke.breach.purchases.table import COLUMNS_MAX, Table
from mayoke.doors.http.api import asked, problems
from mayoke.doors.http.api.call import Call, media_type_object
from mayoke.doors.http.api.ledger import asked_ledger
from mayoke.doors.http.body import read_body, read_form
from mayoke.doors.http.ledger import BESIDE, shown_states, told_by
from mayoke.doors.http.lists import NEEDED, columns_of, opened
from mayoke.doors.http.pages.breach import words
from mayoke.doors.http.refusal import Refused
from mayoke.doors.http.site import site_of
from mayoke.doors.objects.affected_json import affected_json
from mayoke.records.errors import BadInput, TooLarge
from mayoke.records.ledger import Filter
from mayoke.records.purchase import ROLES, Columns, UnknownColumns, Watched
from mayoke.records.verdict import Sentence
from mayoke.registry.load import load
from mayoke.store import listing
from mayoke.store.connect import Store

CSV, TSV, FORM = "text/csv", "text/tab-separated-values", "multipart/form-data"
TYPES = (CSV, TSV, FORM)
LINES_MOST = scale.LARGE
_NO_FILE = Sentence(
    "一覧のファイルを file という名前で送ってください。",
    "Send the list as a file named “file”.",
)
_COLUMNS = Sentence(
    "日付の列と店の名前の列が分かりません。columns で指定してください。",
    "The columns with the day and the shop are not clear; name them with columns.",
)

Pair = Annotated[str, Meta(max_length=120, pattern=f"^({'|'.join(ROLES)})=.*[^\\s].*$")]
Slug = Annotated[str, Meta(max_length=60)]


class Columned(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is where in the list; without it, the words of the header tell."""

    columns: Annotated[
        tuple[Pair, ...],
        Meta(
            max_length=12,
            description="role=column, by a word of the header or a number from 1; repeatable. "
            "Roles: date, merchant, amount, refund, card, kind, part …",
        ),
    ] = ()
    profile: Annotated[Slug, Meta(description="The form of a card company's statement.")] = ""


async def affected(request: Request) -> Response:
    """Compare the list in the body with the ledger."""
    kind = asked.media_type(request, TYPES)
    told = asked.query(request, Columned)
    site = site_of(request)
    if kind == FORM:
        file = (await read_form(request, site.settings)).files.get("file")
        if file is None:
            raise Refused(problems.bad_value("no part named `file`", "body.file", _NO_FILE))
        data = file.data
    else:
        data = await read_body(request, site.settings)
    wanted = Filter(shown_states(site.settings))
    known = await asked_ledger(request, lambda store: watched(store, wanted))
    answer = await site.bench.do(max(len(data), BESIDE), lambda: compared(data, told, known))
    return Response(answer, media_type=asked.JSON)


def watched(store: Store, wanted: Filter) -> list[Watched]:
    """The incidents to compare with; facts of another form are passed over."""
    pairs = ((entry, told_by(entry)) for entry in listing.iterate(store, wanted))
    return [
        Watched(entry.id, entry.state, incident, tuple(entry.data.get("aliases", ())))
        for entry, incident in pairs
        if incident
    ]


def compared(data: bytes, told: Columned, known: Sequence[Watched]) -> bytes:
    """``mayoke.affected/1``. Raises Refused."""
    try:
        table = opened(data)
        if table.rows_about > LINES_MOST:
            raise TooLarge(f"more than {LINES_MOST} lines")
        found = _columns(table, told)
        tally, findings = plain.compare(table, *found, known)
    except UnknownColumns as error:
        raise Refused(problems.bad_value(str(error), "query.columns", _COLUMNS)) from error
    except BadInput as error:
        raise Refused(problems.not_read(error, words.bad_list(error))) from error
    return "".join(affected_json(tally, findings, list(known))).encode()


def _columns(table: Table, told: Columned) -> tuple[int, Columns]:
    """How many rows to pass over, and the columns. Raises UnknownColumns, Refused."""
    if told.profile and not told.columns:
        for one in load().statements:
            if one.slug == told.profile:
                return finder.by_profile(one, table.head)
        names = ", ".join(one.slug for one in load().statements)
        raise Refused(problems.bad_value(f"there are: {names}", "query.profile"))
    if not told.columns:
        return columns_of(table, {})
    try:
        mapping = finder.read_mapping(told.columns)
        found = finder.apply_mapping(mapping, table.head, NEEDED)
    except UnknownColumns:
        raise
    except ValueError as error:  # of ours, and of digits that are no number
        said = str(error) if isinstance(error, BadInput) else "no number of a column"
        raise Refused(problems.bad_value(said, "query.columns", _COLUMNS)) from error
    if any(at >= COLUMNS_MAX for at in found[1].at.values()):
        raise Refused(problems.bad_value("no number of a column", "query.columns", _COLUMNS))
    return found


_EXAMPLE = "利用日,利用店名,利用金額\r\n2020/05/01,あおば茶舗オンライン,3240\r\n"

CALL = Call(
    method="POST",
    route="/v1/affected",
    name="affected",
    says="Compare a card statement or list of purchases with the leaks of the ledger. The answer "
    "is the object of `mayoke breach affected --format json`; no row is kept.",
    answer=affected,
    gives="Affected",
    query=Columned,
    bodies={
        CSV: media_type_object({"type": "string"}, _EXAMPLE),
        TSV: media_type_object({"type": "string"}),
        FORM: media_type_object(
            {
                "type": "object",
                "required": ["file"],
                "properties": {"file": {"type": "string", "format": "binary"}},
            }
        ),
    },
    problems=(404,),
)
