"""The operator's name in the blocks a notice begins or ends with: date, name, representative."""

import re
from collections.abc import Callable, Iterator

from mayoke.breach.reading import Line, Reading
from mayoke.text.name_spans import NameSpan
from mayoke.text.names import is_organisation_noun

_DATE = re.compile(
    r"(?:公開日|掲載日|発表日|更新日|日付)?[: ]?(?:(?:令和|平成|昭和)?(?:\d{1,4}"
    r"|元)(?:\(\d{4}\))?年(?:\([^)]{1,8}\))?)?"
    r"\d{1,2}月\d{1,2}日(?:\(.(?:曜日)?\))?|\d{4}[./-]\d{1,2}[./-]\d{1,2}(?:\(.\))?"
)
_LABEL = re.compile(
    r"(?:会社名|法人名|社名|商号|団体名|学校名|病院名|施設名|事業者名|販売業者|運営会社|運営者"
    r"|運営元|運営|運営団体|発信者|発信元|発表者|発行者|公表者|主催者?)[\s:/|]{0,4}"
)
_ROLE_REST = re.compile(
    r"(?:、|,|/)?(?:長$|長 |代表|取締役|執行役|理事|会長|社長|学長|総長|院長|病院長|校長|園長|館長"
    r"|所長|店主|店長|市長|町長|村長|区長|知事|支配人|頭取|事務局|広報|経営|総務|管理|情報|お客"
    r"|カスタマ|営業|本社|本店|一同|人事|企画|法務|cs|担当|個人|センター長|組合長|連合長|機構長"
    r"|教育長|管理者)[^。]{0,40}$"
)
_PERSON = re.compile(r"[一-鿿ぁ-ゖァ-ヺ々ヶ]{2,10}$")
_AUTHORITY = re.compile(r"([一-鿿ぁ-ゖァ-ヺヶ々]{1,8}[市町村区])長[一-鿿ぁ-ゖァ-ヺ]{0,10}$")
_ALONE = re.compile(r"[一-鿿ぁ-ゖァ-ヺヶ々]{1,7}(?:[市町村区県府都]|教育委員会|大学|病院)$")
_OFFICE = re.compile(
    r"([一-鿿ぁ-ゖァ-ヺヶ々]{2,8}(?:[市町村区県府都]教育委員会|市|町|村|区|県|府|大学|病院))[一-鿿ぁ-ゖァ-ヺー]{1,14}(?:部|課"
    r"|局|室|係)$"
)
_NOT_A_NAME = re.compile(
    r"各位|皆様|皆さま|お客様へ|様へ|さまへ|お知らせ|について|お詫び|ご報告|掲載|更新|公開"
    r"|カテゴリ|分類|報道|資料|記$|敬具|以上|一覧|リリース|トップ|カテゴリー"
    r"|[。、「」『』?!〔〕【】]|第\d+報|作成|時点|現在|平素|ホーム"
)
_STAFF = re.compile("(?:チーム|事務局|サポート|窓口|スタッフ|デスク|一同|編集部|広報室)$")
_HEAD_LINES = 12
_TAIL_LINES = 10


def labelled(reading: Reading, names: list[NameSpan]) -> Iterator[tuple[int, int]]:
    """Names that stand behind 会社名, 運営: … in the notice."""
    text = reading.text
    for line in _main_lines(reading):
        if line.end - line.start > 80:
            continue
        start = line.start
        found = _LABEL.match(text, start, line.end)
        if not found:
            continue
        for span in names:
            if found.end() <= span.start <= found.end() + 2 and span.end <= line.end:
                yield span.start, span.end
        rest = text[found.end() : line.end].strip("\t ")
        if found[0][-1] in ":\t " and is_organisation_noun(rest):
            at = text.index(rest, found.end())
            yield at, at + len(rest)


def signed(reading: Reading, names: list[NameSpan]) -> Iterator[tuple[int, int]]:
    """Names with a legal form that a line consists of, but for a date, a role, a person."""
    text = reading.text
    lines = _block_lines(reading)
    by_start = {span.start: span for span in names}
    for line in lines:
        start = _after_date(text, line)
        span = by_start.get(start) or by_start.get(_skip(text, start))
        if span is None or span.end > line.end:
            continue
        rest = text[span.end : line.end].strip(" \t")
        if (
            not rest
            or _ROLE_REST.match(rest)
            or re.fullmatch(r"\(.{1,30}\)", rest)
            or (_PERSON.fullmatch(rest) and line.end - line.start <= 30)
        ):
            yield span.start, span.end


def unformed(reading: Reading, gap: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
    """Names without a legal form in the signature: 〇〇市長, a city, a university, a shop."""
    text = reading.text
    lines = _block_lines(reading)
    for i, line in enumerate(lines):
        start = _after_date(text, line)
        end = line.end
        if end - start > 40 or end - start < 2:
            continue
        mayor = _AUTHORITY.match(text, start, end)
        if mayor:
            yield mayor.span(1)
            continue
        office = _OFFICE.match(text, start, end)
        if office and (office[1].endswith("委員会") or text.count(office[1], *reading.main) > 1):
            yield office.span(1)
            continue
        if i + 3 >= len(lines) and _ALONE.match(text, start, end):
            yield start, end
            continue
        near = start > line.start or _dated_above(text, lines, i)
        if not near and not _may_be_led(text, lines, i):
            continue
        for stop in _stops(reading, start, end, gap):
            piece = text[start:stop].strip()
            if _NOT_A_NAME.search(piece) or re.search(r"\d{3,}|[@:]|tel", piece):
                break
            if is_organisation_noun(piece) and (near or _led(text, lines, i, stop)):
                yield start, start + len(piece)
                break


def dated(reading: Reading, gap: Callable[[int], bool]) -> Iterator[tuple[int, int, bool]]:
    """Short words on the line of the date, or of the representative: a shop's plain name.

    The third value tells that a representative follows.
    """
    text = reading.text
    lines = _block_lines(reading)
    for i, line in enumerate(lines):
        start = _after_date(text, line)
        if line.end - start > 70:
            continue
        below = start == line.start and _between(text, lines, i)
        if below and _heads(text, lines, i + 1):
            yield start, line.end, True
            continue
        if start == line.start and not _may_be_led(text, lines, i):
            if below:
                yield start, line.end, False
            continue
        for stop in _stops(reading, start, line.end, gap):
            piece = text[start:stop].strip()
            if not 2 <= len(piece) <= 24 or _NOT_A_NAME.search(piece) or _STAFF.search(piece):
                continue
            if re.search(r"\d{3,}|[@:]|tel|^\d", piece) or re.match(
                r"[^ぁ-ゖァ-ヺ一-鿿a-z]", piece
            ):
                continue
            led = _led(text, lines, i, stop)
            if led or (start > line.start and stop == line.end):
                yield start, start + len(piece), led
                break


def _between(text: str, lines: list[Line], i: int) -> bool:
    """Does a short line that may be a name stand below the date?"""
    words = text[lines[i].start : lines[i].end]
    if not 3 <= len(words) <= 20 or not _dated_above(text, lines, i):
        return False
    if _NOT_A_NAME.search(words) or not re.fullmatch(r"[ぁ-ゖァ-ヺー一-鿿々a-z0-9・& ]+", words):
        return False
    return not re.search(
        r"(?:課|係|室|部|局|班|長|者|様|方|日|時|分|件|名)$|[をがはに](?=[一-鿿])", words
    )


def _heads(text: str, lines: list[Line], i: int) -> bool:
    """Does the heading follow, or nothing?"""
    return i >= len(lines) or bool(_HEADING.search(text[lines[i].start : lines[i].end]))


_ADDRESSED = re.compile(
    r"(?:各\s?位|皆様|皆さま|みなさま|みなさん|皆さん|御中|様|さま|の方)(?:へ)?$"
)
_HEADING = re.compile(
    r"(?:について|お詫び|お知らせ|ご報告|ご案内|お願い"
    r"|第?\d報)[)」』】~ -]{0,3}(?:\([^)]{1,20}\))?$"
)


def _dated_above(text: str, lines: list[Line], i: int) -> bool:
    """Does a date stand on the line above, or above the line that addresses the readers?"""
    if 0 < i < _HEAD_LINES and _ADDRESSED.search(text, lines[i - 1].start, lines[i - 1].end):
        return i == 1 or _is_date(text, lines[i - 2])
    return i > 0 and _is_date(text, lines[i - 1])


def _may_be_led(text: str, lines: list[Line], i: int) -> bool:
    """Does a role stand on the line or at the start of the next?"""
    if _A_ROLE.search(text, lines[i].start, lines[i].end):
        return True
    return i + 1 < len(lines) and bool(_A_ROLE.match(text, lines[i + 1].start))


def _led(text: str, lines: list[Line], i: int, stop: int) -> bool:
    """Does a representative follow, on the line or the next?"""
    rest = text[stop : lines[i].end].strip(" \t")
    if rest:
        return bool(_REPRESENTATIVE.match(rest))
    if i + 1 >= len(lines):
        return False
    after = text[lines[i + 1].start : lines[i + 1].end]
    return bool(_REPRESENTATIVE.match(after)) and len(after) <= 40


_A_ROLE = re.compile(
    r"代表|取締役|理事長|会長|社長|学長|総長|院長|校長|園長|館長|所長|店主|店長|市長|町長|村長"
    r"|区長|知事|支配人|頭取|教育長|オーナー|運営"
)
_REPRESENTATIVE = re.compile(
    r"(?:代表(?!者の|的)|取締役|理事長|会長|社長|学長|総長|院長|病院長|校長|園長|館長|所長|店主"
    r"|店長|市長|町長|村長|区長|知事|支配人|頭取|教育長|オーナー|運営:"
    r"|運営会社)[^。、をがは]{0,24}$"
)


def _stops(reading: Reading, start: int, end: int, gap: Callable[[int], bool]) -> Iterator[int]:
    """Where a name that begins a line may end: at spaces, else at the line's end."""
    text = reading.text
    if len(reading.quote(start, end).quote.split()) > 1:
        for at in range(start + 2, min(end, start + 30)):
            if gap(at) or text[at] == "\t":
                yield at
    yield end


def _block_lines(reading: Reading) -> list[Line]:
    lines = _main_lines(reading)
    if len(lines) <= 4 * (_HEAD_LINES + _TAIL_LINES):
        return lines
    # A quoted notice (a blog, an archive) may begin anywhere: lines near a date count too.
    text = reading.text
    keep = set(range(_HEAD_LINES)) | set(range(len(lines) - _TAIL_LINES, len(lines)))
    for i, line in enumerate(lines[:2000]):
        if line.end - line.start <= 40 and _DATE.match(text, line.start, line.end):
            keep.update(range(i, min(i + 4, len(lines))))
    return [lines[i] for i in sorted(keep)]


def _main_lines(reading: Reading) -> list[Line]:
    first, last = reading.main
    return [line for line in reading.lines if first <= line.start < max(last, first + 1)]


def _after_date(text: str, line: Line) -> int:
    found = _DATE.match(text, line.start, line.end)
    return _skip(text, found.end()) if found else _skip(text, line.start)


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t|・>":
        at += 1
    return at


def _is_date(text: str, line: Line) -> bool:
    found = _DATE.match(text, line.start, line.end)
    return bool(found) and line.end - (found.end() if found else 0) <= 2
