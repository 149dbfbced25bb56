"""What the pages of a consultation say themselves, and how they show what people wrote."""

from datetime import datetime

from mayoke.help.words import JST, day_words
from mayoke.publish.show.visible import pieces
from mayoke.records.verdict import Sentence

STORE_DOWN = Sentence(
    "今は相談をお預かりできません。しばらくしてから、もう一度お試しください。お急ぎのときは、連絡先の一覧にある窓口をお使いください。",
    "The consultation cannot be reached at the moment. Please try again later. If it is urgent, use the official contacts.",
)
ADDED = Sentence("書き足しました。", "This was added.")
NOT_SURE = Sentence(
    "消すときは、「消してよい」に印を付けてから押してください。",
    "To erase it, please tick the box first, then press the button.",
)
CHOOSE_AGAIN = Sentence(
    "添えたメールは大きいため、この画面に残せませんでした。お手数ですが、もう一度選んでください。",
    "The mail you added is too large to stay on this page. Please choose it again.",
)
SHOWN_AT_ONCE = ("police9110", "consumer188", "ipa", "yorisoi")
"""Contacts shown where no consultation is offered."""


def day_of(moment: datetime) -> Sentence:
    """The day in Japan."""
    return day_words(moment.astimezone(JST).date())


def size_of(data: bytes) -> str:
    """About how large: ``3 KB``."""
    if len(data) < 1_000_000:
        return f"{max(1, round(len(data) / 1000))} KB"
    return f"{len(data) / 1_000_000:.1f} MB"


def lines_of(text: str) -> str:
    """A stranger's text for a page: line breaks stay, what nobody could see is shown by number."""
    return "".join(
        segment.shown or ("\n\n" if segment.kind == "blank_lines" else "")
        for segment in pieces(text)
    )
