"""The folded text of a notice, put together from stretches of it, and the way back to them."""

import re
from bisect import bisect_right

from mayoke.breach.read.marks import CIRCLED, circled
from mayoke.text.fold import Folded, fold

_LINE, _CELL = "\ue000", "\ue001"
_HIDE = str.maketrans({_LINE: "\ufffd", _CELL: "\ufffd"})
"""Private signs stand for line ends and cells while folding; those of a notice make room."""

_RADICALS = str.maketrans(
    "⺁⺅⺌⺟⺠⺩⺫⺮⺼⻁⻂⻃⻄⻆⻋⻌⻍⻑⻒⻓⻔⻗⻘⻙⻝⻞⻠⻢⻣⻤⻥⻦⻧⻨⻩⻫⻭⻯⻱⻲",
    "厂亻小母民王罒竹月虎衤襾西角車辶辶長镸長門雨青韋食食食馬骨鬼魚鳥卤麦黄斉歯竜亀亀",
)
"""Radicals that some PDF fonts give in place of the character, and that NFKC leaves alone."""

# Each pattern begins with a class: scanning is quick that way.
_CIRCLE = re.compile(f"[{CIRCLED}]")
_KANJI = "[㐀-鿿豈-﫿々〆⺀-⿕]"
_IN_KANA = re.compile(
    f"[(（](?:(?<={_KANJI}[(（])|(?<={_KANJI}[ 　][(（]))[ぁ-ゖー・\\n]{{2,16}}[)）]"
)
_NO_READING = re.compile(
    "[(（](?:おそれ|のべ|うち|かな|かなり|ふりがな|よみがな|ひらがな|ほか|など|まで|から|より|なし|あり|みなし|すべて|すべての方|ただし"
    "|いずれも|それぞれ|または|もしくは|および|ならびに|おわび|おしらせ|おおむね|およそ|めやす|まとめ|つづき|くりかえし|とする|を含む|のみ"
    "|いわゆる|とも|も|ら|たち|さま|さん|いた|する|した|について|における|による|により|お詫び|つき|あて|やく|ちゅう)[)）]"
)
_RADICAL = re.compile("[⺁-⻲]")
_HYPHEN = re.compile("[-─━](?<=[ァ-ヺー][-─━])(?=[ァ-ヺぁ-ん])")
_LONG_DASH = re.compile(
    "[─━ー一](?:(?<=[─━])|(?<=[0-9日時分月年)]ー)(?=[0-9(平令昭])|(?<=[0-9]一)(?=[0-9]))"
)


class Builder:
    """Gathers the stretches of a text that make up the flow, in order."""

    def __init__(self, text: str) -> None:
        self._text = text.translate(_HIDE) if _LINE in text or _CELL in text else text
        self._original = text
        self._parts: list[str] = []
        self._size = 0
        # Where in the gathered text a stretch begins, where in the original, and, for what was
        # put in place of something, where in the original that ends.
        self._at: list[int] = []
        self._from: list[int] = []
        self._ends: list[int] = []
        self._edits = _edits(text)
        self._next = 0

    def keep(self, start: int, end: int) -> None:
        """Take over ``text[start:end]``, without readings, ③ as (3)."""
        edits = self._edits
        while self._next < len(edits) and edits[self._next][1] <= start:
            self._next += 1
        while self._next < len(edits) and edits[self._next][0] < end:
            first, last = edits[self._next]
            self._copy(start, max(first, start))
            if last - first == 1 and first >= start:
                self.put(circled(self._original[first]), first, last)
            start = min(max(last, start), end)
            if last > end:
                return
            self._next += 1
        self._copy(start, end)

    def put(self, words: str, start: int, end: int) -> None:
        """Let ``words`` stand for ``text[start:end]``."""
        self._begin(start, end, len(words))
        self._parts.append(words)

    def end_line(self, at: int) -> None:
        """The logical line ends, at an offset of the original."""
        self._begin(at, at, 1)
        self._parts.append(_LINE)

    def end_cell(self, start: int, end: int) -> None:
        """A cell ends; the gap behind it is ``text[start:end]``."""
        self._begin(start, end, 1)
        self._parts.append(_CELL)

    def _copy(self, start: int, end: int) -> None:
        if start < end:
            self._begin(start, -1, end - start)
            self._parts.append(self._text[start:end])

    def _begin(self, start: int, end: int, size: int) -> None:
        self._at.append(self._size)
        self._from.append(start)
        self._ends.append(end)
        self._size += size

    def flow(self) -> "Flow":
        """The folded text of what was gathered."""
        return Flow(fold("".join(self._parts)), tuple(self._at), self._from, self._ends)


def _edits(text: str) -> list[tuple[int, int]]:
    """Where circled numbers and readings in brackets stand, in order."""
    found = [m.span() for m in _CIRCLE.finditer(text)]
    found += [
        (m.start() - (text[m.start() - 1] in " 　"), m.end())
        for m in _IN_KANA.finditer(text)
        if not _NO_READING.match(m[0])
    ]
    found.sort()
    return found


class Flow:
    """A folded text and where it comes from."""

    __slots__ = ("_at", "_ends", "_folded", "_from", "text")

    def __init__(
        self, folded: Folded, at: tuple[int, ...], origins: list[int], ends: list[int]
    ) -> None:
        self._folded = folded
        self._at, self._from, self._ends = at, origins, ends
        text = folded.text.replace(_LINE, "\n").replace(_CELL, "\t")
        if _RADICAL.search(text):
            text = text.translate(_RADICALS)
        text = _HYPHEN.sub("ー", text)
        self.text = _LONG_DASH.sub("-", text)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the original the words ``text[start:end]`` stand (code points, end exclusive).

        What was left out between them (line breaks, readings, marks) is spanned over.
        """
        if not self._at:
            return 0, 0
        first, last = self._folded.span(start, end)
        i = bisect_right(self._at, first) - 1
        begin = self._from[i] if self._ends[i] >= 0 else self._from[i] + first - self._at[i]
        if first == last:
            return begin, begin
        i = bisect_right(self._at, last - 1) - 1
        stop = self._ends[i] if self._ends[i] >= 0 else self._from[i] + last - self._at[i]
        return begin, max(stop, begin)
