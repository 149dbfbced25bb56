"""A reading as the finders of the kind see it: title, head, words and judged sentences."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import islice

from mayoke.breach.facts.kind.sentences import JUDGED, Judged, judge, signs_by_sentence, signs_of
from mayoke.breach.facts.kind.words import hits
from mayoke.breach.reading import Reading
from mayoke.text.fold import fold_plain

_HEAD_LINES = 4
_HEAD_LINE = 120
_SENTENCES_MAX = 3000
_JUDGED_MAX = 300
_TEXT_MAX = 20_000
_HEADING_LINES = 10
_HEADING_MAX = 90
_TELLS = re.compile(
    r"について|つきまして|に関|お詫び|おわび|お知らせ|報告|続報|第[0-9一二三四五六]報|最終報|q ?& ?a|faq|質問|注意|お願い|ご案内"
    r"|コラム|まとめ|ニュース|とは|なぜ|特集|ランキング|取り違え|ミス|ブログ"
    r"|漏えい|漏洩|流出|紛失|盗難|誤|不正|不明|持ち出し|攻撃|回収|リコール|停止|被害|文例|ひな[形型]|事案|一覧|解説"
)
_DECEIT = re.compile(r"装[いうっ]|騙|かた[るっり]|偽|にせ|名乗[るっ]|なりすまし|詐欺|不審な")
_COPY = re.compile(
    r"(?:本文|文面|メール内容|偽メール|次のような(?:内容|文面|メール|文章)|以下のような(?:内容|文面|メール|文章)|(?:メール|sms|文面|はがき|封書)の(?:例|内容|文面|本文)|以下の(?:内容|文面|文章))[^。\n]{0,20}(?::|\t|$|。$|\))|差出人|件名"
)
_COPY_ENDS = re.compile(
    r"(?:この|当該|上記の?|本|これらの|こうした|このような|そのような)(?:メール|sms|文面|はがき|封書|メッセージ|内容|文書|手紙|電話|サイト)|以上|(?:当|弊|本)[社行店院校会館市町村県庫組]"
    r"(?:から|では|が送|とは|が発)"
)
_COPY_MAX = 1500
_GENERIC = frozenset({"sorry_word", "sorry", "own", "later", "report", "blog", "people", "paper"})
_SITE_NAME = re.compile(r" ?[|│¦┃] ?|/(?=[^/]{2,30}$)| [-:<>] |[«»]")


@dataclass(frozen=True, slots=True)
class Page:
    """What the notice shows first, and what each of its sentences says.

    ``title``: of the page, folded, without the name of the site behind it, or the heading where
    there is none; ``titled``: what it says, or the heading where it says nothing; ``head``: title and
    first lines. ``words``: sign → the words found in the notice. ``judged``: in order. ``known``:
    answers of the finders that are asked for more than once.
    """

    reading: Reading
    title: str
    site: str
    head: str
    url: str
    start: int
    end: int
    words: dict[str, list[str]]
    signs: tuple[frozenset[str], ...]
    spans: tuple[tuple[int, int], ...]
    judged: tuple[Judged, ...]
    titled: Judged | None
    title_signs: frozenset[str]
    known: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)

    @property
    def text(self) -> str:
        """The notice itself; of a very long page its beginning."""
        return self.reading.text[self.start : min(self.end, self.start + _TEXT_MAX)]

    def span_at(self, at: int) -> tuple[int, int]:
        """The sentence that holds an offset."""
        i = max(bisect_right(self.spans, (at, len(self.reading.text))) - 1, 0)
        return self.spans[i] if self.spans else (at, at)

    def sentence_at(self, at: int) -> str:
        """The words of the sentence that holds an offset, its beginning if it is long."""
        start, end = self.span_at(at)
        return self.reading.text[start : min(end, start + 400)]

    def many(self, sign: str) -> int:
        """How many different words of a sign stand in the notice."""
        return len(set(self.words.get(sign, ())))

    def times(self, sign: str) -> int:
        """How often words of a sign stand in the notice."""
        return len(self.words.get(sign, ()))


def look(reading: Reading) -> Page:
    """The page behind a reading; linear in its length."""
    start, end = reading.main
    if end <= start:
        start, end = 0, len(reading.text)
    title, site = _title(reading)
    titled = signs_of(title)
    if not titled - _GENERIC and (heading := _heading(reading, start, end)):
        titled = signs_of(heading)
    else:
        heading = title
    found = [hit for hit in hits(reading.text) if start <= hit[1] < end]
    words: dict[str, list[str]] = {}
    for sign, first, last in found:
        words.setdefault(sign, []).append(reading.text[first:last])
    spans = tuple(
        (s.start, s.end) for s in reading.sentences[:_SENTENCES_MAX] if start <= s.start < end
    )
    signs = signs_by_sentence(found, list(spans))
    copied = _copied(reading, start, end)
    leakish = (
        (span, here)
        for span, here in zip(spans, signs, strict=True)
        if here & JUDGED and not any(first <= span[0] < last for first, last in copied)
    )
    judged = tuple(
        said
        for (first, last), here in islice(leakish, _JUDGED_MAX)
        if (said := judge(reading.text, first, last, here)) is not None
    )
    heads = [ln for ln in reading.lines if start <= ln.start < end][:_HEAD_LINES]
    head = "\n".join([title, *(reading.text[ln.start : ln.end][:_HEAD_LINE] for ln in heads)])
    return Page(
        reading=reading,
        title=title or heading,
        site=site,
        head=head,
        url=(reading.notice.context.url or "").lower(),
        start=start,
        end=end,
        words=words,
        signs=tuple(signs),
        spans=spans,
        judged=judged,
        titled=judge(heading, 0, len(heading), titled),
        title_signs=titled,
    )


def _title(reading: Reading) -> tuple[str, str]:
    """The title without the site's name, and that name."""
    whole = fold_plain(reading.notice.context.title or "")[:300]
    parts = [p for p in _SITE_NAME.split(whole) if p]
    if len(parts) < 2:
        return whole, ""
    longest = max(parts, key=lambda part: (bool(_TELLS.search(part)), len(part)))
    return longest, " ".join(p for p in parts if p is not longest)


def _heading(reading: Reading, start: int, end: int) -> str:
    """The line among the first that names the matter, where the title of the page does not."""
    lines = [ln for ln in reading.lines if start <= ln.start < end][:_HEADING_LINES]
    for line in lines:
        said = reading.text[line.start : line.end]
        if len(said) <= _HEADING_MAX and "。" not in said and _TELLS.search(said):
            return said
    return ""


def _copied(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """Where a warning of deceit shows the words of the deceiver, line by line (study §4.12)."""
    lines = [ln for ln in reading.lines if start <= ln.start < end]
    context = reading.notice.context.title or ""
    top = context + "\n".join(reading.text[ln.start : ln.end] for ln in lines[:_HEAD_LINES])
    if not _DECEIT.search(top):
        return []
    spans: list[tuple[int, int]] = []
    begun = -1
    for line in lines[:400]:
        said = reading.text[line.start : min(line.end, line.start + 200)]
        if begun >= 0 and (_COPY_ENDS.search(said) or line.start - begun > _COPY_MAX):
            spans.append((begun, line.start))
            begun = -1
        if begun < 0 and _COPY.search(said):
            begun = line.start
    return spans
