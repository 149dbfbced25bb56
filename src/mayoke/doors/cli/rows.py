"""One message of many as one piece of output: a JSON line, a CSV row, a line of text."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from mayoke.doors.cli.inputs import Input
from mayoke.doors.cli.options import Wishes
from mayoke.doors.cli.render_text import line
from mayoke.doors.cli.terminal import plain
from mayoke.doors.objects.verdict_json import dumps, verdict_object
from mayoke.doors.say import words
from mayoke.records.errors import BadInput
from mayoke.records.verdict import Verdict, VerdictWord

Form = Literal["jsonl", "csv", "text"]

COLUMNS = (
    "source", "verdict", "kind", "family", "brand", "scam", "junk", "clean", "message_id", "signals"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One message judged, or (``verdict`` is ``None``) why not. ``text`` has no line break."""

    verdict: VerdictWord | None
    text: str


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes, inside a worker, the function that judges one message; picklable."""

    wishes: Wishes
    form: Form
    now: datetime

    def __call__(self) -> Callable[[Input], Row]:
        """Load everything now, so that no message has to wait for it."""
        from mayoke import pipeline  # noqa: PLC0415  the parent never needs it

        pipeline.warm()

        def judge(item: Input) -> Row:
            if item.problem:
                return Row(None, item.problem)
            try:
                wishes = self.wishes
                verdict = pipeline.check(
                    item.data, lang=wishes.lang, now=self.now, known=wishes.known
                )
            except BadInput as error:
                return Row(None, self.wishes.say(words.bad_input(error)))
            except Exception as error:  # noqa: BLE001  one message must not stop the others
                why = plain(f"{type(error).__name__}: {error}")[:200]
                return Row(None, self.wishes.say(words.FAULT).replace("{why}", why))
            return Row(verdict.verdict, self.text(verdict, item.source))

        return judge

    def text(self, verdict: Verdict, source: str) -> str:
        """The verdict in the wanted form."""
        if self.form == "text":
            return line(verdict, source, self.wishes.page())
        if self.form == "csv":
            return csv_row(_cells(verdict, source))
        return dumps(verdict_object(verdict, source, self.wishes.lang)).decode("utf-8")


def maker(wishes: Wishes, form: Form) -> Maker:
    """A ``Maker`` for now."""
    return Maker(wishes, form, datetime.now(UTC))


def _cells(verdict: Verdict, source: str) -> tuple[str, ...]:
    odds = verdict.probabilities
    shares = (f"{share:.4f}" for share in (odds.scam, odds.junk, odds.clean))
    signals = dict.fromkeys(weighed.id for weighed in verdict.evidence)
    brand = verdict.brand[0] if verdict.brand else ""
    head = (source, verdict.verdict, verdict.kind, verdict.family or "", brand)
    return (*head, *shares, verdict.message_id, " ".join(signals))


def csv_row(cells: tuple[str, ...]) -> str:
    """One row (RFC 4180), without its line break.

    A cell that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV
    Injection"), and nothing that a terminal obeys stays in.
    """
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow([_cell(cell) for cell in cells])
    return out.getvalue()


def _cell(cell: str) -> str:
    text = plain(cell)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")) else text
