"""What programs are told when a call cannot be answered (RFC 9457)."""

import re
from collections.abc import Iterable

from mayoke.doors.http.refusal import Refusal
from mayoke.doors.say import words
from mayoke.records.errors import BadInput, EmptyInput, TooLarge
from mayoke.records.verdict import Sentence

_DETAIL = 400
_PLACE = re.compile(r"(.{1,600}?) - at `([^`]{1,300})`", re.DOTALL)

GONE = Refusal(
    410,
    "withdrawn",
    Sentence("この件は取り下げられました。", "This incident was withdrawn."),
)
NO_INCIDENT = Refusal(
    404,
    "no-such-incident",
    Sentence("その番号の件はありません。", "There is no incident of that name."),
)
NO_LEDGER = Refusal(
    404,
    "no-ledger",
    Sentence(
        "このサーバーには、漏えいの記録が置かれていません。",
        "This server keeps no record of leaks.",
    ),
)
LEDGER_BUSY = Refusal(
    503,
    "ledger-not-read",
    Sentence(
        "今は漏えいの記録を読めません。しばらくしてから、もう一度お試しください。",
        "The record of leaks cannot be read just now. Please try again later.",
    ),
    headers={"Retry-After": "30"},
)


def other_type(accepted: Iterable[str]) -> Refusal:
    """415, naming what is taken (RFC 9110 §15.5.16, Accept-Post)."""
    names = ", ".join(accepted)
    return Refusal(
        415,
        "other-type",
        Sentence(
            "この種類の内容は受け取れません。Content-Type を確かめてください。",
            "Content of this type is not taken; see to the Content-Type.",
        ),
        headers={"Accept-Post": names},
        detail=f"taken are: {names}",
    )


def bad_json(said: str) -> Refusal:
    """400: no JSON; ``said`` names the byte."""
    return Refusal(
        400,
        "bad-json",
        Sentence("JSONとして読めません。", "This cannot be read as JSON."),
        detail=_shortened(said),
    )


def bad_value(said: str, where: str, says: Sentence | None = None) -> Refusal:
    """422: it can be read, but a value is not one that is taken."""
    return Refusal(
        422,
        "bad-value",
        says
        or Sentence("受け取れない値があります。", "One of the values is not one that is taken."),
        detail=_shortened(said),
        where=where,
    )


def unfit(said: str, within: str = "$") -> Refusal:
    """422 from what msgspec says (``Expected …, got … - at `$.text```); ``within``: its ``$``."""
    found = _PLACE.fullmatch(said)
    what, place = (found[1], found[2]) if found else (said, "$")
    where = within + place.removeprefix("$").removeprefix("." if within == "$." else "")
    return bad_value(what, where)


def not_read(error: BadInput, says: Sentence) -> Refusal:
    """422, or 413, for a mail or document that cannot be read."""
    kind = 413 if isinstance(error, TooLarge) else 422
    code = {EmptyInput: "empty", TooLarge: "too-large"}.get(type(error), "unreadable")
    return Refusal(kind, code, says, detail=_shortened(str(error)))


def no_mail(error: BadInput) -> Refusal:
    """For a mail that cannot be judged."""
    told = words.bad_input(error)
    ja = told.ja + ("" if told.ja.endswith("。") else "。")
    return not_read(error, Sentence(ja, told.en[:1].upper() + told.en[1:] + "."))


def _shortened(said: str) -> str:
    return said if len(said) <= _DETAIL else said[:_DETAIL] + "…"
