"""A Japanese text that says it is written in a Chinese or Korean character set.

What it sees
    A part declared as gb2312, gbk, gb18030, big5, euc-kr or ks_c_5601 whose text is Japanese (ten
    kana or more).
Why it matters
    Japanese programs write UTF-8, ISO-2022-JP or Shift_JIS. The other sets come from a computer
    set up for another country, which the mail does not admit.
When it is wrong
    Japanese mail of partners in China, Taiwan or Korea.
Example
    Content-Type: text/plain; charset=gb2312 above a text in kana.
"""

import re
from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.records.evidence import Evidence
from mayoke.records.message import Body
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="foreign_charset_for_japanese",
    speaks_for="scam",
    kinds=(),
    ja="日本語の文章なのに、{country}のパソコンで使う文字の種類（{charset}）で送られています。",
    en="The text is Japanese but was sent in a character set of computers in {country_en} ({charset}).",
)

_CHINA, _TAIWAN, _KOREA = (
    ("中国", "China"),
    ("台湾・香港", "Taiwan or Hong Kong"),
    ("韓国", "Korea"),
)
_SETS = {
    "gb2312": _CHINA,
    "gbk": _CHINA,
    "gb18030": _CHINA,
    "hz-gb-2312": _CHINA,
    "big5": _TAIWAN,
    "big5-hkscs": _TAIWAN,
    "euc-kr": _KOREA,
    "ks_c_5601-1987": _KOREA,
}
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_ENOUGH = 10


def find(ctx: Context) -> Iterator[Signal]:
    """The first such part."""
    for body in ctx.message.bodies:
        charset = body.declared_charset.lower()
        if charset in _SETS and len(_KANA.findall(body.text[:4000])) >= _ENOUGH:
            country, country_en = _SETS[charset]
            values = {"charset": charset, "country": country, "country_en": country_en}
            yield Signal(SIGNAL.id, _first_line(body), values)
            return


def _first_line(body: Body) -> Evidence:
    """The first line that holds kana."""
    found = _KANA.search(body.text)
    at = found.start() if found else 0
    start = body.text.rfind("\n", 0, at) + 1
    end = body.text.find("\n", at)
    end = min(len(body.text) if end < 0 else end, start + 60)
    return Evidence(body.part, start, end, body.text[start:end])
