"""The header that mail programs copy into a forward: its marker line and its lines of fields.

The forms are those of Gmail, Outlook, Apple Mail, Thunderbird, Yahoo! and of the Japanese mobile
carriers, in Japanese and English, with the commonest names of some other languages.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

MAX_FRONT = 1_200
"""Characters that may stand before a forwarded message."""

_MAX_SCAN = 6_000
_MAX_LINES = 40
_MAX_CONTINUED = 3
_MAX_NAME = 20
_STROKES = "-_=*#+|>~ \t\u3000―ー—–─━<"
_EMPTY = re.compile(r"[\s>]*(?:\n|$)")
_FORWARD = frozenset(
    """forwarded message|begin forwarded message|forwarded mail|this is a forwarded message
    |転送メッセージ|転送されたメッセージ|転送されたメール|転送メール|転送元メッセージ|ここから転送メッセージ
    |message transféré|weitergeleitete nachricht|mensaje reenviado|messaggio inoltrato|转发的邮件
    |转发邮件|轉寄郵件""".replace("\n    ", "").split("|")
)
_ORIGINAL = frozenset(
    """original message|original mail|元のメッセージ|元のメール|オリジナルメッセージ|オリジナルメール
    |ursprüngliche nachricht|message d'origine|原始邮件|原始郵件""".replace("\n    ", "").split("|")
)
# One of these stands in every line of _FORWARD.
_TRACES = (
    "forwarded",
    "転送",
    "transféré",
    "weitergeleitet",
    "reenviado",
    "inoltrato",
    "转发",
    "轉寄",
)
_NAMES = {
    "From": "from 差出人 送信者 送信元 発信者 von de da 发件人 寄件者 보낸사람",
    "Date": "date sent 日付 日時 送信日時 送信日 送信時刻 受信日時 gesendet envoyé enviado datum 发送时间 日期",
    "To": "to 宛先 宛て先 送信先 受信者 宛名 an à para a 收件人",
    "Subject": "subject 件名 題名 タイトル betreff objet asunto oggetto 主题 主旨",
    "Cc": "cc 写し",
    "Reply-To": "reply-to 返信先",
    "": "importance 重要度 attachments 添付ファイル 添付 priority resent-from message-id",
}
_FIELD_OF = {word: field for field, words in _NAMES.items() for word in words.split()}

Marker = Literal["forward", "original", ""]


@dataclass(frozen=True, slots=True)
class QuotedHeader:
    """A copied header: ``text[:start]`` stands before it, the message follows from ``end`` on.

    ``fields`` are (usual English name, value) pairs; the values stand in the text as they are.
    ``marker`` is the kind of line that announced it, ``quoted`` tells of ``>`` before that line.
    """

    start: int
    end: int
    fields: tuple[tuple[str, str], ...]
    marker: Marker
    quoted: bool

    def value(self, name: str) -> str:
        """The value of a field, or empty."""
        return next((value for key, value in self.fields if key == name), "")


def find(text: str, *, marked: bool) -> QuotedHeader | None:
    """The first copied header within reach of the beginning.

    ``marked``: only below a line that says "forwarded"; otherwise also below "original message",
    or without any such line.
    """
    if marked:
        reach = text[:_MAX_SCAN].lower()
        if not any(word in reach for word in _TRACES):
            return None
    lines = list(_split(text, 0, _MAX_SCAN))
    for index, (start, _, line) in enumerate(lines):
        if len(text[:start].strip()) > MAX_FRONT:
            return None
        marker = _marker(line)
        bare = not marker and _field(line)[0] == "From"
        if marker != "forward" and (marked or not (marker or bare)):
            continue
        found = _read(text, lines, index if bare else index + 1)
        if found:
            fields, end = found
            return QuotedHeader(start, end, fields, marker, line.lstrip().startswith(">"))
    return None


def at_top(text: str) -> QuotedHeader | None:
    """A copied header that begins with the first line of ``text``."""
    start = len(text) - len(text.lstrip("\n \u3000"))
    found = _read(text, list(_split(text, start, start + _MAX_SCAN)), 0)
    return QuotedHeader(start, found[1], found[0], "", quoted=False) if found else None


def _split(text: str, start: int, limit: int) -> Iterator[tuple[int, int, str]]:
    """The lines as (start, start of the next, text)."""
    while start < len(text) and start <= limit:
        stop = text.find("\n", start)
        after = len(text) if stop < 0 else stop + 1
        yield start, after, text[start : len(text) if stop < 0 else stop]
        start = after


def _marker(line: str) -> Marker:
    if not 2 < len(line) < 100:
        return ""
    core = line.strip(_STROKES)
    if core == line.strip(" \t>\u3000") and not core.endswith((":", "：")):
        return ""  # without strokes or a colon these are words of a sentence
    core = unicodedata.normalize("NFKC", core).lower().rstrip(":. ").strip(_STROKES)
    core = core.removesuffix("ここから").strip() if core.startswith("転送") else core
    if core in _FORWARD:
        return "forward"
    return "original" if core in _ORIGINAL else ""


def _field(line: str) -> tuple[str | None, str]:
    """The usual name of the field on this line (``None`` when there is none) and its value."""
    content = line.lstrip("> \t\u3000*|")
    head = content[: _MAX_NAME + 1].replace("：", ":").partition(":")
    if not head[1]:
        return None, ""
    name = head[0].strip(" \t\u3000*").lower().replace(" ", "").replace("\u3000", "")
    value = content[len(head[0]) + 1 :].strip().strip("*").strip()
    return _FIELD_OF.get(name), value


def _read(
    text: str, lines: list[tuple[int, int, str]], index: int
) -> tuple[tuple[tuple[str, str], ...], int] | None:
    """The fields from line ``index`` on and where the message itself begins."""
    values: dict[str, str] = {}
    end = 0
    last = index + _MAX_LINES
    while index < min(len(lines), last):
        name, value = _field(lines[index][2])
        if name is not None and (not name or name not in values):
            if not value and _follows(lines, index) == 1:
                index += 1  # the value stands on a line of its own
                value = lines[index][2].lstrip("> \t*").rstrip(" \t*")
            if name:
                values[name] = value
            end = lines[index][1]
            index += 1
            continue
        step = _field_after(lines, index, started=bool(values))
        if not step:
            break
        index += step
    if "From" not in values or len(values) < 2:
        return None
    empty = _EMPTY.match(text, end)
    return tuple(values.items()), empty.end() if empty else end


def _follows(lines: list[tuple[int, int, str]], index: int) -> int:
    """1 when the next line holds words that are no field."""
    if index + 1 >= len(lines):
        return 0
    line = lines[index + 1][2]
    return int(bool(line.strip()) and _field(line)[0] is None)


def _field_after(lines: list[tuple[int, int, str]], index: int, *, started: bool) -> int:
    """How many lines to the next field: over empty lines and over values that were wrapped."""
    for step in range(1, _MAX_CONTINUED + 1):
        line = lines[index + step - 1][2] if index + step - 1 < len(lines) else ""
        if not started and line.strip(" \t>\u3000"):
            return 0
        if index + step < len(lines) and _field(lines[index + step][2])[0] is not None:
            return step
    return 0
