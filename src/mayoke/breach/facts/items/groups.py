"""Groups of people whose data differ: blocks of a list, each under the name of its group."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from mayoke.breach.facts.items.verdict import Finding
from mayoke.breach.facts.items.words import CARD, PERSONAL
from mayoke.breach.reading import Line, Part, Reading
from mayoke.records.incident import Group

_KEYS = (
    ("card", re.compile("カード|決済")),
    ("former_employee", re.compile("退職者|元従業員|元職員|元社員")),
    ("applicant", re.compile("応募|採用|申込|申請")),
    ("employee", re.compile("従業員|社員|職員|スタッフ|教員")),
    ("business_contact", re.compile("取引先|担当者|法人|仕入|業者")),
    ("patient", re.compile("患者|受診")),
    ("student", re.compile("学生|生徒|児童|園児|受講")),
    ("member", re.compile("会員|ユーザー|アカウント|登録")),
    ("addressee", re.compile("届け先|配送先|送付先|送り先")),
    ("customer", re.compile("お客|顧客|購入|注文|利用者|契約者|申込者")),
    ("personal", re.compile("個人")),
)
_HEAD = re.compile(
    "[^。、,/・:\\t]{2,30}(?:情報|データ|方|様|者|員|生|先)(?:の(?:情報|データ))?(?:\\([^()]{0,20}\\))?:?$"
)
_HEAD_ENDS = frozenset("報タ方様者員生先):")
_MARKED = re.compile("^\\([アイウエオa-fいろはＡ-Ｆ0-9]\\)|^[a-d][.)]")


def find_groups(
    reading: Reading, part: Part, findings: Sequence[Finding], leaked: frozenset[str]
) -> dict[str, Group]:
    """Groups by key (card, member …): two or more blocks with different items, else none."""
    heads = [line for line in reading.lines if _is_head(reading, line) and part.holds(line.start)]
    if len(heads) < 2:
        return {}
    starts = [line.start for line in heads]
    codes: list[list[str]] = [[] for _ in heads]
    for finding in findings:
        at = bisect_right(starts, finding.word.start) - 1
        if (
            at < 0
            or finding.sense != "leaked"
            or finding.strength < 3
            or finding.code not in leaked
        ):
            continue
        if finding.code in (CARD, PERSONAL) or finding.word.start - heads[at].end > 600:
            continue
        if finding.code not in codes[at]:
            codes[at].append(finding.code)
    return _named(reading, heads, codes)


def _named(reading: Reading, heads: list[Line], codes: list[list[str]]) -> dict[str, Group]:
    groups: dict[str, Group] = {}
    for line, items in zip(heads, codes, strict=True):
        label = _label(reading, line)
        key = next((key for key, words in _KEYS if words.search(label)), None)
        if len(items) < 2 or key is None:
            continue
        if key in groups:
            return {}
        groups[key] = Group(label, tuple(items))
    different = {group.data_items for group in groups.values()}
    return groups if len(groups) > 1 and len(different) > 1 else {}


def _is_head(reading: Reading, line: Line) -> bool:
    if line.end - line.start > 36 or reading.text[max(line.start, line.end - 1)] not in _HEAD_ENDS:
        return False
    text = reading.text[line.start : line.end]
    return _HEAD.match(_MARKED.sub("", text)) is not None


def _label(reading: Reading, line: Line) -> str:
    text = reading.text[line.start : line.end]
    marked = _MARKED.match(text)
    start = line.start + (marked.end() if marked else 0)
    return reading.quote(start, line.end).quote.strip(" 　:：")
