"""What a visitor handed in to be checked: pasted words, a file, or the same once more."""

import base64
import binascii
import io
from dataclasses import dataclass, field

from mayoke.doors.http.body import Form
from mayoke.doors.http.pages.check import words as say
from mayoke.mail.read.sources import kind_of, split_mbox
from mayoke.records.errors import BadInput, EmptyInput, TooLarge, UnsupportedInput
from mayoke.records.verdict import Sentence

CARRIED = 512 * 1024
"""Bytes that a page carries along, so that the same mail can be asked about again."""
_OUTLOOK = b"\xd0\xcf\x11\xe0"


class NotTaken(BadInput):
    """What was handed in cannot be judged; ``says`` tells why and what to try."""

    def __init__(self, says: Sentence) -> None:
        super().__init__(says.en, says.ja)
        self.says = says


@dataclass(frozen=True, slots=True)
class Content:
    """A message: text when it was pasted, bytes when it was a file."""

    data: bytes | str = field(repr=False)

    @property
    def pasted(self) -> bool:
        """Was it pasted?"""
        return isinstance(self.data, str)

    @property
    def text(self) -> str:
        """What was pasted; empty for a file."""
        return self.data if isinstance(self.data, str) else ""

    @property
    def raw(self) -> bytes:
        """Its bytes; UTF-8 for text."""
        if isinstance(self.data, bytes):
            return self.data
        return self.data.encode("utf-8", "replace")

    def again(self) -> str:
        """For a hidden field: base64, or nothing above ``CARRIED`` bytes."""
        raw = self.raw
        return base64.b64encode(raw).decode() if len(raw) <= CARRIED else ""


def content_of(form: Form) -> Content:
    """What a form brings: a file before text, text before what is carried along.

    Raises NotTaken.
    """
    file = form.files.get("file")
    if file is not None and file.data:
        return Content(file.data)
    text = form.get("text")
    if text.strip():
        return Content(text)
    carried = form.get("again")
    if not carried:
        raise NotTaken(say.EMPTY)
    try:
        raw = base64.b64decode(carried, validate=True)
    except (binascii.Error, ValueError) as error:
        raise NotTaken(say.AGAIN) from error
    return Content(raw.decode("utf-8", "replace") if form.get("pasted") else raw)


def shared(form: Form) -> Content:
    """What another program's share sheet handed over. Raises NotTaken."""
    told = dict.fromkeys(form.get(name).strip() for name in ("title", "text", "url"))
    kept = [one for one in told if not any(one in other and one != other for other in told)]
    kept = [one for one in kept if one]
    if not kept:
        raise NotTaken(say.EMPTY)
    return Content("\n".join(kept))


def is_one_mail(content: Content) -> None:
    """Raises NotTaken for a mailbox with several mails."""
    data = content.data
    if isinstance(data, bytes) and kind_of(data[:4096]) == "mbox":
        mails = split_mbox(io.BytesIO(data))
        next(mails, None)
        if next(mails, None):
            raise NotTaken(say.SEVERAL)


def why_not(error: BadInput, content: Content | None) -> Sentence:
    """What is wrong with what was handed in, and what to try."""
    if isinstance(error, NotTaken):
        return error.says
    if isinstance(error, EmptyInput):
        return say.EMPTY
    if isinstance(error, TooLarge):
        return say.TOO_LARGE
    outlook = content is not None and content.raw.startswith(_OUTLOOK)
    return say.OUTLOOK if isinstance(error, UnsupportedInput) and outlook else say.NO_MAIL
