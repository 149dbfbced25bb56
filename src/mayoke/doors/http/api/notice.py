"""``POST /v1/notice``: a notice of a leak read, the object of ``breach read --format json``."""

from datetime import date
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType
from starlette.requests import Request
from starlette.responses import Response

from mayoke import pipeline
from mayoke.breach.encode import notice_json
from mayoke.doors.http.api import asked, problems
from mayoke.doors.http.api.call import Call, component, media_type_object
from mayoke.doors.http.body import read_body
from mayoke.doors.http.refusal import Refused
from mayoke.doors.http.site import site_of
from mayoke.doors.objects.verdict_json import dumps
from mayoke.records.errors import BadInput, EmptyInput, TooLarge
from mayoke.records.notice import NoticeContext
from mayoke.records.verdict import Sentence

TEXT, PAGE, PDF = "text/plain", "text/html", "application/pdf"
TYPES = (TEXT, PAGE, PDF, asked.JSON)
_DEAR = 8
"""Reading a notice takes about so many times as long as judging a mail of its size."""

_EMPTY = Sentence("中身が空です。", "Nothing is in it.")
_LARGE = Sentence(
    "大きすぎて読めません。お知らせの文章だけを送ってください。",
    "This is too large to be read; send only the text of the notice.",
)
_FORM = Sentence(
    "この形の文書は読めません。文章、HTML、文字を選べるPDFを送ってください。",
    "A document of this form cannot be read; send text, HTML, or a PDF whose words can be selected.",
)

Line = Annotated[str, Meta(max_length=500)]
Address = Annotated[str, Meta(max_length=2000)]


Day = Annotated[date, Meta(description="The day its page bears.")]


class About(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is known of a notice beside its words."""

    title: Annotated[Line, Meta(description="The title of its page.")] = ""
    url: Annotated[Address, Meta(description="Its address. It is not fetched.")] = ""
    site_name: Annotated[Line, Meta(description="The name of the site.")] = ""
    published: Day | UnsetType = UNSET
    with_text: Annotated[
        bool, Meta(description="Add the text that the offsets of the quotations count in.")
    ] = False


class NoticeRequest(About, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A notice as text, and what is known of it."""

    text: Annotated[str, Meta(description="The words of the notice.")]


_DECODER = msgspec.json.Decoder(NoticeRequest)


async def notice(request: Request) -> Response:
    """Read the notice in the body."""
    kind = asked.media_type(request, TYPES)
    about = asked.query(request, About)
    site = site_of(request)
    sent = await read_body(request, site.settings)
    data: bytes | str = sent
    if kind == asked.JSON:
        found = asked.decoded(sent, _DECODER)
        data, about = found.text, _together(found, about)
    return Response(
        await site.bench.do(len(data) * _DEAR, lambda: reading(data, about)), media_type=asked.JSON
    )


def reading(data: bytes | str, about: About) -> bytes:
    """What the notice says, as JSON. Raises Refused for what cannot be read."""
    context = NoticeContext(
        about.title or None, about.url or None, about.site_name or None, about.published or None
    )
    try:
        found = pipeline.read_notice(data, context)
    except BadInput as error:
        raise Refused(problems.not_read(error, _says(error))) from error
    return dumps(notice_json(found, with_text=about.with_text))


def _together(found: NoticeRequest, about: About) -> About:
    """What the object leaves open, the query may say."""
    pairs = ((name, getattr(found, name)) for name in About.__struct_fields__)
    return msgspec.structs.replace(about, **{name: value for name, value in pairs if value})


def _says(error: BadInput) -> Sentence:
    if isinstance(error, EmptyInput):
        return _EMPTY
    return _LARGE if isinstance(error, TooLarge) else _FORM


CALL = Call(
    method="POST",
    route="/v1/notice",
    name="notice",
    says="Read one notice of a data leak. The answer is the object of `mayoke breach read "
    "--format json`; nothing is fetched, and nothing is kept.",
    answer=notice,
    gives="Notice",
    query=About,
    bodies={
        TEXT: media_type_object({"type": "string"}),
        PAGE: media_type_object({"type": "string"}),
        PDF: media_type_object({"type": "string", "contentMediaType": PDF}),
        asked.JSON: media_type_object(
            component("NoticeRequest"),
            {
                "text": "弊社が運営する「あおば茶舗オンライン」への不正アクセスにより、お客様の個人情報が漏えいした可能性があります。",
                "title": "個人情報漏えいに関するお知らせ",
            },
        ),
    },
)
