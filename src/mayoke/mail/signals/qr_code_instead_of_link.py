"""The reader is to scan a two-dimensional code in the mail.

What it sees
    A request to read or scan a QR code (二次元コード), in a mail that carries a picture or a document.
Why it matters
    The address in the code is invisible to mail filters, and it opens on the telephone, where it
    is hardly shown.
When it is wrong
    Tickets and payment slips carry such codes; there they are shown, not scanned by the reader.
Example
    「下のQRコードをスマートフォンで読み取ってください。」
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.quoting import word_end
from mayoke.mail.signals.watch import Watch
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="qr_code_instead_of_link",
    speaks_for="scam",
    kinds=("phishing",),
    ja="「{quote}」と、QRコードを読み取らせようとしています。読み取るまで行き先が分からないので、偽サイトへの誘い込みによく使われます。",
    en="It wants you to scan a code (“{quote}”), which hides where it leads.",
)

_CODES = Watch(
    "qrコード",
    "二次元コード",
    "2次元コード",
    "二次元バーコード",
    "2次元バーコード",
    "qr code*",
    "qrcode",
    "二维码",
)
_SCAN = re2.compile(
    r"^[^。]{0,26}?(?:読み取|読取|読み込|スキャン|読みこ|かざし|扫)[^。]{0,3}?(?:って|り|んで|み|し|の|、|ください|下さい|る|描)"
)
_ENGLISH = re2.compile(r"\b(?:scan|scanning)\b.{0,30}$")
_NOT = re2.compile(
    r"受付|係員|スタッフ|改札|入場|読み取らない|読み取りません|読み取れない|店頭|レジ|会場|当日|端末に"
)


def find(ctx: Context) -> Iterator[Signal]:
    """The first request."""
    for text, start, end in _CODES.hits(ctx):
        folded = text.folded.text
        after, before = folded[end : end + 50], folded[max(0, start - 40) : start]
        if _NOT.search(after) or _NOT.search(before):
            continue
        found = _SCAN.search(after)
        if found is None and _ENGLISH.search(before) is None:
            continue
        stop = word_end(folded, end + found.end()) if found is not None else end
        evidence = text.evidence(start, stop)
        yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
        return
