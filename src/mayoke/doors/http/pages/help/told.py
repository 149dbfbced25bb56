"""What a visitor told the help page: as typed, so that nothing is lost, and as values."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from mayoke.doors.http.body import Form
from mayoke.doors.http.pages.help.words import BAD_AMOUNT, BAD_DAY
from mayoke.doors.typed import moment, yen
from mayoke.help.deadlines import day_of
from mayoke.help.sheet_content import LONGEST_STORY
from mayoke.help.words import both
from mayoke.records.errors import BadInput
from mayoke.records.plan import Happened
from mayoke.records.verdict import Sentence

_SHORT = 100
"""Characters of a field for a day or a sum."""

InputType = Literal["datetime-local", "date", "text"]


@dataclass(frozen=True, slots=True)
class Told:
    """The fields of the form as they came."""

    situations: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    when: str = ""
    amount: str = ""
    contract_document: str = ""
    story: str = field(default="", repr=False)

    def when_type(self) -> InputType:
        """The kind of field that can show ``when`` again: a browser empties one it cannot read."""
        if not self.when or _fits(self.when, "%Y-%m-%dT%H:%M"):
            return "datetime-local"
        return "date" if _fits(self.when, "%Y-%m-%d") else "text"

    def document_type(self) -> InputType:
        """The same for ``contract_document``."""
        empty = not self.contract_document
        return "date" if empty or _fits(self.contract_document, "%Y-%m-%d") else "text"

    def happened(self, now: datetime) -> Happened:
        """As values. Raises BadInput, with words for both languages."""
        when = moment(self.when, now) if self.when else None
        if self.when and when is None:
            raise _bad(BAD_DAY, self.when)
        document = moment(self.contract_document, now) if self.contract_document else None
        if self.contract_document and document is None:
            raise _bad(BAD_DAY, self.contract_document)
        amount = yen(self.amount) if self.amount else None
        if self.amount and amount is None:
            raise _bad(BAD_AMOUNT, self.amount)
        return Happened(
            situations=self.situations,
            when=when,
            amount=amount,
            means=self.means,
            contract_document=day_of(document),
        )


def told_of(form: Form) -> Told:
    """What the form holds, within bounds."""
    return Told(
        situations=_slugs(form, "situations"),
        means=_slugs(form, "means"),
        when=form.get("when")[:_SHORT].strip(),
        amount=form.get("amount")[:_SHORT].strip(),
        contract_document=form.get("contract_document")[:_SHORT].strip(),
        story=form.get("story").replace("\r\n", "\n")[:LONGEST_STORY],
    )


def _slugs(form: Form, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(slug[:_SHORT] for slug in form.all(name) if slug))


def _fits(text: str, pattern: str) -> bool:
    try:
        datetime.strptime(text, pattern)  # noqa: DTZ007  only its form matters
    except ValueError:
        return False
    return len(text) in {10, 16}


def _bad(words: Sentence, word: str) -> BadInput:
    shown = both(words, word=Sentence(word[:40], word[:40]))
    return BadInput(shown.en, shown.ja)
