"""Lines that bear a document's date: 令和6年3月5日, 公表日:…, …株式会社 2024.3.5."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from mayoke.breach.reading import Line, Reading
from mayoke.text.written import Written

_PUBLISHING = (
    "(?:公表|公開|掲載|登録|発表|発行|発信|配信|投稿|作成|報道発表|リリース|記者発表|資料提供|情報提供|発出|告知"
    "|お知らせ|広報|最終発表|初回(?:公開|掲載|公表)|制定)"
)
_LABEL = re.compile(
    rf"(?:\A|[^一-龥ぁ-んァ-ヶa-z]|[日分])(?:{_PUBLISHING}(?:年月日|日時|日)|{_PUBLISHING}(?= ?:)|日付|日時|date|posted|published)"
    r"\W{0,4}\Z"
)
_LABEL_WORD = re.compile(
    rf"{_PUBLISHING}(?:年月日|日時|日)?|日付|日時|date|初版|第[一1]版|初出|(?:発表|公表)(?:年月日|日)"
)
_PAPER = re.compile(
    r"(?:報道資料|報道発表資料|報道発表|記者発表資料|記者会見資料|プレスリリース|ニュースリリース|press ?release"
    r"|news ?release|news|お知らせ|重要なお知らせ|重要|ご報告|お詫び|各位|第[0-9一二三四五六七八九]報|続報|no\.? ?[0-9-]{1,8}"
    r"|第[0-9-]{1,8}号|[0-9a-z一-龥]{0,6}発?第[0-9-]{1,6}号|info(?:rmation)?|topics|トピックス|新着情報|ニュース"
    r"|[\W_])*"
)
_CATEGORY = re.compile(r"(?:カテゴリー?|分類|タグ|投稿者|執筆|by|writer)[ :]")
_STAMP_AFTER = re.compile(
    r"[ \t)\]】]{0,3}(?:[0-9]{1,2}:[0-9]{2} ?)?(?:最終)?(?:更新|改訂|改定|修正|追記|現在|時点)(?!日)"
)
_CLAUSE = re.compile("[。、]|[をはが]|より|から|まで|した|して|ました|による|において|について")
_EVENT = re.compile(
    "報告|受領|通知|連絡|停止|開始|完了|発覚|判明|確認|検知|発生|公表|発表|相談|提出|届出|届け|掲載|依頼"
    "|発送|送付|調査|閉鎖|再開|実施|遮断|通報|受理|回収|配信|送信|対応|着手|指摘|問い合わせ|申告|復旧|流出|漏えい"
    "|漏洩|不正|募集|開催|終了|出展|発売|メンテナンス|のお知らせ|について|予定|期限|締切|休業|休館"
)
_OTHER_LABEL = re.compile(r"[:0-9]|[日時間]\Z|期限|現在|最終|以[前後降]|ver|版")
_ADDRESSEE = re.compile(
    "各位|皆様|皆さま|皆さん|様へ|御中|関係者|お客様へ|株式会社|有限会社|合同会社|法人|代表|理事長|社長"
    "|市長|町長|村長|区長|知事|学長|校長|院長|会長|所長|組合|機構|協会|連盟|大学|病院|センター|財団|銀行|教育委員会"
)
_REPORT = re.compile("第([0-9一二三四五六七八九])報")
_DIGIT = {kanji: str(n) for n, kanji in enumerate("〇一二三四五六七八九")}
_TITLE = 120
"""So far into the notice its title may tell which report it is."""

GOOD = 55
"""From this score on a line is taken for the document's date line."""
_LABELLED = 90
_NEAR = 2
_SHORT = 50


@dataclass(frozen=True, slots=True)
class Candidate:
    """A written date and how much its line looks like a date line.

    ``letterhead``: it stands alone in the midst of the text with addressee or sender beside it, as
    the date of a letter that is quoted does.
    """

    index: int
    score: int
    letterhead: bool


class DateLines:
    """The lines of a reading, with the zones in which a date line stands."""

    def __init__(self, reading: Reading, dates: Sequence[Written]) -> None:
        self.text, self.lines, self.main = reading.text, reading.lines, reading.main
        self.starts = [line.start for line in reading.lines]
        self.listed = {n for w in dates if (n := self._listed_at(w)) >= 0}
        self.body_start, self.body_end = self._body(reading)
        title = f"{reading.notice.context.title or ''} {self.text[self.main[0] :][:_TITLE]}"
        self.report = _report(title)

    def judge(self, index: int, written: Written) -> Candidate | None:
        """How good a date line is the line of this date? None: it is none."""
        if written.month is None or written.relative or not self.lines:
            return None
        number = self._index_at(written.start)
        line = self.lines[number]
        before, after = self._around(line, written)
        base = self._base(line, written, before, after)
        if base == 0 or (base < _LABELLED and _STAMP_AFTER.match(after)):
            return None
        near = self._near_addressee(number)
        if written.day is None and not _is_month_line(written, base, after, near=near):
            return None
        score = base + 15 * (written.year is not None) + 15 * near
        score += self._zone(written, number, labelled=base == _LABELLED, near=near)
        alone = not before and not after
        return Candidate(index, score, near and alone and written.start > self.body_start)

    def _index_at(self, at: int) -> int:
        return max(bisect_right(self.starts, at) - 1, 0)

    def _listed_at(self, written: Written) -> int:
        """The index of the line that a date begins as an entry of a list, else -1."""
        if not self.lines:
            return -1
        number = self._index_at(written.start)
        line = self.lines[number]
        entry = written.start - line.start <= 2 and line.end - written.end > 2
        return number if entry and "。" not in self.text[line.end - 2 : line.end] else -1

    def _body(self, reading: Reading) -> tuple[int, int]:
        """From the first sentence with 。, or heading of a course, to the last sentence."""
        start, end = self.main
        body = [
            s
            for s in reading.sentences
            if start <= s.start < end
            and s.end - s.start >= 15
            and "。" in self.text[s.end - 2 : s.end]
        ]
        told = [s.start for s in reading.sections if s.kind and start <= s.start < end]
        first = min([*told, body[0].start if body else end], default=end)
        return first, body[-1].end if body else start

    def _around(self, line: Line, written: Written) -> tuple[str, str]:
        """What stands in the cell of a date in front of it and behind it."""
        start = line.value if line.label and line.value <= written.start else line.start
        before = self.text[max(start, written.start - 60) : written.start]
        after = self.text[written.end : min(line.end, written.end + 60)]
        after = after.removeprefix("付け").removeprefix("付")
        return before.rpartition("\t")[2].strip(" ([【〔>|"), after.strip(" )]】〕\t")

    def _base(self, line: Line, written: Written, before: str, after: str) -> int:
        """90 for a label line, 40 to 50 for a date almost alone, 0 for no date line."""
        labelled = line.label != "" and line.value <= written.start
        if labelled and not before and not _PAPER.fullmatch(line.label):
            return _LABELLED if _LABEL_WORD.fullmatch(line.label) else 0
        if _LABEL.search(before):
            return _LABELLED
        if self._framed(line, written):
            return 50
        report = _report(before + after)
        if report and self.report and report != self.report:
            return 0
        return _bare(before, after)

    def _framed(self, line: Line, written: Written) -> bool:
        """Does the line begin with the date in brackets, before a title (【2024/07/12】お詫び)?"""
        marks = self.text[line.start : written.start] + self.text[written.end : written.end + 1]
        return marks in {"【】", "[]"}

    def _near_addressee(self, number: int) -> bool:
        """Do the lines around tell to whom and by whom?"""
        around = self.lines[max(0, number - _NEAR) : number + _NEAR + 1]
        return any(
            line.end - line.start <= _SHORT
            and _ADDRESSEE.search(self.text, line.start, line.end) is not None
            for line in around
        )

    def _zone(self, written: Written, number: int, *, labelled: bool, near: bool) -> int:
        """Where the line stands: head and end are the places of a date."""
        start, end = self.main
        if not start <= written.start < end:
            score = -10 if labelled else -60
        elif written.start < self.body_start:
            score = 30
        elif written.start >= self.body_end:
            score = 20
        else:
            score = 15 if near else -25
        if not labelled and {number - 1, number + 1} & self.listed:
            score -= 30
        return score


def _is_month_line(written: Written, base: int, after: str, *, near: bool) -> bool:
    """令和6年3月吉日, or a month that stands alone beside addressee or sender."""
    if written.year is None or written.fuzzy:
        return False
    return after == "吉日" or base == _LABELLED or (near and not after)


def _report(text: str) -> str:
    """The number of the report that a text names first, "" if none."""
    match = _REPORT.search(text)
    return _DIGIT.get(match[1], match[1]) if match else ""


def _bare(before: str, after: str) -> int:
    """50 for a date that stands alone, 40 with a signature, else 0."""
    if not _PAPER.fullmatch(before):
        signed = not after and len(before) <= 30 and not _CLAUSE.search(before)
        return 40 if signed and not _EVENT.search(before) and not _OTHER_LABEL.search(before) else 0
    if (
        after == "吉日"
        or _PAPER.fullmatch(after)
        or _LABEL_WORD.fullmatch(after)
        or _CATEGORY.match(after)
    ):
        return 50
    if len(after) > 45 or _CLAUSE.search(after) or _EVENT.search(after):
        return 0
    return 40
