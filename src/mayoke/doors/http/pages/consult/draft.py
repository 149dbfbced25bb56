"""What a visitor is about to hand in, as the form brings it; nothing of it is lost on an error."""

import base64
import binascii
from dataclasses import dataclass, field
from typing import Self

from mayoke import pipeline
from mayoke.doors.http.body import Form
from mayoke.doors.http.links import Lang
from mayoke.doors.http.pages.check.content import CARRIED
from mayoke.doors.http.pages.consult.words import lines_of
from mayoke.help.consultation.content import LINE_MOST, TEXT_MOST
from mayoke.records.consultation import Content
from mayoke.records.errors import BadInput

_SLUG_MOST = 100


@dataclass(frozen=True, slots=True)
class Draft:
    """``mail``: bytes of a chosen file, or of a mail that a page carried here in base64."""

    story: str = field(default="", repr=False)
    text: str = field(default="", repr=False)
    contact: str = field(default="", repr=False)
    situations: tuple[str, ...] = field(default=(), repr=False)
    mail: bytes = field(default=b"", repr=False)

    @classmethod
    def of(cls, form: Form) -> Self:
        """Out of the form. One character over a limit is kept, so that it is told, not cut."""
        file = form.files.get("mail")
        carried = b"" if form.get("without_mail") else _decoded(form.get("again"))
        text = _lines(form, "text")
        if form.get("pasted") and not text:  # words pasted into the page that checks mails
            text, carried = carried.decode("utf-8", "replace")[: TEXT_MOST + 1], b""
        return cls(
            story=_lines(form, "story"),
            text=text,
            contact=form.get("contact")[: LINE_MOST + 1],
            situations=tuple(
                dict.fromkeys(slug[:_SLUG_MOST] for slug in form.all("situations") if slug)
            ),
            mail=file.data if file is not None and file.data else carried,
        )

    def again(self) -> str:
        """The mail for a hidden field: base64; empty when it is too large to be carried."""
        return base64.b64encode(self.mail).decode() if len(self.mail) <= CARRIED else ""

    def shown_text(self) -> str:
        """The text with what is hidden in it made visible."""
        return lines_of(self.text)

    def content(self, lang: Lang) -> Content:
        """What is to be sealed; with what mayoke says of the mail."""
        return Content(
            story=self.story,
            situations=self.situations,
            mail=self.mail,
            text=self.text,
            contact=self.contact,
            verdict=_verdict(self.mail or self.text),
            lang=lang,
        )


def _verdict(message: bytes | str) -> str:
    """``scam phishing``: the word and the kind; empty for what cannot be judged."""
    try:
        judged = pipeline.check(message)
    except BadInput:
        return ""
    return f"{judged.verdict} {judged.kind}"


def _lines(form: Form, name: str) -> str:
    """A browser counts a line break as one character, and sends two."""
    return form.get(name).replace("\r\n", "\n")[: TEXT_MOST + 1]


def _decoded(carried: str) -> bytes:
    try:
        return base64.b64decode(carried, validate=True)
    except (binascii.Error, ValueError):
        return b""
