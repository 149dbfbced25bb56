"""A request that gets no answer of the usual kind, in words for a person and for a program."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mayoke.records.verdict import Sentence


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why, and what to do. ``status`` is an HTTP status (RFC 9110 §15), ``code`` its stable name.

    For programs: ``detail`` says what exactly, ``where`` in what they sent (``$.amount``,
    ``query.lang``).
    """

    status: int
    code: str
    says: Sentence
    headers: Mapping[str, str] = field(default_factory=dict)
    detail: str = ""
    where: str = ""


class Refused(Exception):
    """Raised to answer with a refusal."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.says.en)
        self.refusal = refusal


def too_large(largest: int) -> Refusal:
    """413: more bytes than are taken."""
    size = f"{largest / 1024 / 1024:.0f}"
    return Refusal(
        413,
        "too-large",
        Sentence(
            f"大きすぎます。{size} MBまでお受けできます。添付ファイルを外すか、本文だけを貼り付けてください。",
            f"This is too large; up to {size} MB can be taken. Leave the attachments out, or paste only the text.",
        ),
    )


TOO_SLOW_TO_ARRIVE = Refusal(
    408,
    "too-slow",
    Sentence(
        "送信に時間がかかりすぎたため、途中で打ち切りました。もう一度お試しください。",
        "Sending took too long and was cut off. Please try again.",
    ),
    headers={"Connection": "close"},
)
TOOK_TOO_LONG = Refusal(
    503,
    "took-too-long",
    Sentence(
        "調べるのに時間がかかりすぎたため、打ち切りました。結果は出ていません。本文だけを貼り付けて、もう一度お試しください。",
        "Looking at it took too long and was stopped: it was not judged. Please paste only the text and try again.",
    ),
)
BUSY = Refusal(
    503,
    "busy",
    Sentence(
        "今は混み合っています。少し待ってから、もう一度お試しください。",
        "Too many requests at once. Please wait a moment and try again.",
    ),
    headers={"Retry-After": "5"},
)
COMPRESSED = Refusal(
    415,
    "compressed-request",
    Sentence(
        "圧縮して送られた内容は受け取れません。そのまま送ってください。",
        "Compressed requests are not taken; send the content as it is.",
    ),
)
BAD_FORM = Refusal(
    400,
    "bad-form",
    Sentence(
        "送られた内容を読み取れませんでした。前の画面に戻り、もう一度お試しください。",
        "What was sent could not be read. Please go back and try again.",
    ),
)
OTHER_SITE = Refusal(
    403,
    "other-site",
    Sentence(
        "ほかのサイトから送られた操作のため、受け付けませんでした。この画面を開き直して、もう一度お試しください。",
        "This came from another site and was not accepted. Please open this page again and retry.",
    ),
)
NO_HOST = Refusal(
    400,
    "no-host",
    Sentence(
        "宛先のサイトの名前（Host）が1つだけ書かれていません。",
        "The request does not name exactly one host.",
    ),
)
NO_SUCH_HOST = Refusal(
    421,
    "other-host",
    Sentence("この名前のサイトはここにはありません。", "No site of this name is here."),
)
NOT_FOUND = Refusal(
    404,
    "not-found",
    Sentence(
        "お探しのページは見つかりませんでした。", "The page you are looking for was not found."
    ),
)
NOT_THIS_WAY = Refusal(
    405,
    "method-not-allowed",
    Sentence(
        "この操作はできません。最初の画面からやり直してください。",
        "This cannot be done this way. Please start from the first page.",
    ),
)
NO_SUCH_CALL = Refusal(
    404,
    "not-found",
    Sentence(
        "この場所には何もありません。/v1/openapi.json に一覧があります。",
        "Nothing is at this place; /v1/openapi.json lists what there is.",
    ),
)
OTHER_METHOD = Refusal(
    405,
    "method-not-allowed",
    Sentence(
        "このメソッドは使えません。Allow の行にあるものをお使いください。",
        "This method cannot be used here; the Allow field names those that can.",
    ),
)
FAULT = Refusal(
    500,
    "fault",
    Sentence(
        "mayoke の不具合で、答えを出せませんでした。もう一度お試しください。届いたメールは保存されていません。",
        "A fault of mayoke's own: there is no answer. Please try again. Nothing you sent was kept.",
    ),
)


def too_many(wait: int) -> Refusal:
    """429 (RFC 6585 §4), with the seconds to wait."""
    return Refusal(
        429,
        "too-many",
        Sentence(
            f"続けて何度も送られています。{wait}秒ほど待ってから、もう一度お試しください。",
            f"Too many requests one after another. Please wait about {wait} seconds and try again.",
        ),
        headers={"Retry-After": str(wait)},
    )
