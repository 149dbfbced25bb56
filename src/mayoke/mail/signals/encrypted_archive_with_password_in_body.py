"""An encrypted archive, and its password in the same mail.

What it sees
    An encrypted zip, 7z or rar archive or document, and words that give or announce its password
    in the text of the same mail.
Why it matters
    The lock keeps nothing secret when the key lies beside it; it only keeps filters from looking
    inside.
When it is wrong
    Japanese offices did so for years ("PPAP"), usually with the password in a second mail.
Example
    「添付ファイルのパスワードは 4821 です。」
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals.attached_files import attachments
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.watch import Watch
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="encrypted_archive_with_password_in_body",
    speaks_for="scam",
    looks_at="attachments",
    kinds=("takeover_malware",),
    ja="鍵のかかった添付ファイル「{file}」と、その鍵を開ける「{quote}」が同じメールに書かれています。中身を調べさせないための手口にもあります。",
    en="The attached “{file}” is locked, and this mail also gives the key (“{quote}”), which keeps filters from looking inside.",
)

_WATCH = Watch("パスワード", "解凍キー", "解凍pw", "password*", "pass", "pw")
_GIVEN = re2.compile(r"^(?:は|[:=]|is|が)? ?[:\"「『【\[]? ?[a-z0-9!#$%&@+_.-]{3,24}")


def find(ctx: Context) -> Iterator[Signal]:
    """The first password that is given."""
    locked = next((a for a in attachments(ctx) if a.encrypted), None)
    if locked is None:
        return
    for text, start, end in _WATCH.hits(ctx):
        found = _GIVEN.search(text.folded.text[end : end + 40])
        if found is not None:
            evidence = text.evidence(start, end + found.end())
            yield Signal(SIGNAL.id, evidence, {"file": locked.name, "quote": evidence.quote})
            return
