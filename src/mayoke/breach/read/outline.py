"""Which lines are headings, and how far their sections reach."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mayoke.breach.read.headings import is_known, kind_of
from mayoke.breach.read.marks import RANKS
from mayoke.breach.reading import Section

_BRACKETED = re.compile("[【〔\\[<〈《≪(■●◆]([^】〕\\]>〉》≫)■●◆]{1,60})[】〕\\]>〉》≫)■●◆]$")
_SALUTATION = re.compile(
    "(?:各位|御中|殿|の?皆様|の?皆さま|の?皆さん|報道関係者)$|^(?:各位|記|以上|敬具|拝啓|謹啓|謹白|敬白)$"
)
_TITLE = re.compile(
    "(?:について|に関して|お詫び|おわび|お知らせ|おしらせ|ご?報告|ご?説明|お願い|ご?案内|の件|続報|最終報|第[0-9一二三四五]{1,2}報|調査結果|発生|漏え?い|流出|紛失|被害|faq|q&a|よくある(?:ご質問|質問))"
    "(?:について|等|と.{1,16})?(?:[(~<【\\[-].{0,40})?$"
)
_TITLE_LINES = 14
_AGAIN = re.compile(
    "(?:漏え?い|漏洩|流出|流失|不正|紛失|誤送信|誤送付|盗難|誤り|感染|改ざん|持ち出し).{0,50}"
    "(?:について|お詫び|おわび|お知らせ|ご?報告|ご?説明)(?:と.{1,12})?(?:\\(.{0,20})?$"
)
"""A second title: a page of several notices, or one that quotes another."""
_NO_TITLE = re.compile(
    ">|から(?:の|のご)(?:お?知らせ|ご?案内|お願い|ご?報告)$|問い?合わ?せ(?:先|窓口)?(?:について)?$"
)
"""Breadcrumbs, banners of a sender, and the heading of the desk."""
_BANNER = re.compile(
    "(?:お客様への?|皆様への?)?(?:大切な|重要な)?(?:お?知らせ|おしらせ|ご?報告|ご案内|お詫び|おわび|ニュース|新着情報|プレスリリース|報道資料|報道発表(?:資料)?|news)[■□◆◇●○★☆▼▲]{0,4}"
)
_SENTENCE_END = re.compile("[。!、,]$|(?:です|ます|した|ません|せん|ください)[。.]?$")
_QUESTION = re.compile("(?:か|ですか|ますか|でしょうか)[。?]?$|\\?$")
_ASIDE = re.compile("https?:|@|[0-9]{2,4}-[0-9]{2,4}-[0-9]{3,4}")
_DATED = re.compile("(?:[0-9]{1,4}[年月/.]|平成|令和|昭和)[0-9元]{0,4}")
_AMOUNTED = re.compile("[0-9][0-9,.万千]{0,9}(?:件|名|人|社|通|円)")
_LENGTH = 45
_ENDING = 8
"""No ending asked for above is longer."""


@dataclass(slots=True)
class Draft:
    """A line of the flow on its way to become a ``Line``."""

    start: int
    end: int
    text: str
    mark: str
    mark_kind: str
    label: str = ""
    value: int = 0
    spaced: bool = False
    spaced_after: bool = False
    inside: bool = True
    """Does it belong to the notice itself?"""
    title: str = ""
    """Of a heading, or of a labelled line that begins a section."""
    heading: bool = False
    rank: int = 0


def mark_headings(drafts: Sequence[Draft], page_title: str, *, page: bool) -> None:
    """Set ``heading``, ``title`` and ``rank`` of the lines that are headings.

    ``page_title`` is folded. ``page``: an empty line stands only before what the page marks as a
    heading.
    """
    titled, seen = False, 0
    for i, draft in enumerate(drafts):
        if not draft.inside:
            continue
        seen += 1
        after = drafts[i + 1] if i + 1 < len(drafts) and drafts[i + 1].inside else None
        early = not titled and seen <= _TITLE_LINES
        if _is_title(draft, page_title, early=early):
            titled = True
            draft.heading, draft.title, draft.rank = True, _bare(draft.text), 0
        elif _BANNER.fullmatch(draft.text):
            continue
        elif rank := _rank(draft, after, page=page):
            draft.heading, draft.rank = True, rank
            draft.title = draft.label or _bare(draft.text)
        elif draft.label and (rank := _labelled_rank(draft)):
            draft.title, draft.rank = draft.label, rank


def _bare(text: str) -> str:
    text = text.rstrip(" :■□◆◇●○◎★☆▲△▼▽")
    found = _BRACKETED.match(text)
    return (found[1] if found else text).strip(" :")


def _is_title(draft: Draft, page_title: str, *, early: bool) -> bool:
    """Does the line name the notice? ``early``: no title came yet, and the notice just began."""
    text = draft.text
    if draft.label or "。" in text or _BANNER.fullmatch(text) or not 6 <= len(text) <= 120:
        return False
    if early and len(text) >= 10 and page_title.startswith(text):
        return True
    return (
        draft.mark_kind in ("", "big")
        and (_TITLE if early else _AGAIN).search(text) is not None
        and not (is_known(text) or _DATED.match(text) or _NO_TITLE.search(text))
    )


def _rank(draft: Draft, after: Draft | None, *, page: bool) -> int:
    """The rank of a heading, 0 for a line that is none."""
    text, kind = draft.text, draft.mark_kind
    if after is None or len(text) > _LENGTH or _is_salutation(_bare(text)):
        return 0
    if draft.label:  # 「対象者:」 with nothing behind it
        empty = draft.value >= draft.end and kind_of(draft.label)
        return RANKS.get(kind, 2) if empty else 0
    if kind == "q":
        return RANKS[kind]
    if _BRACKETED.match(text) and text[0] != "(" and kind not in ("bullet", "note", "a"):
        return 1
    return _plain_rank(draft, after, page=page)


def _is_salutation(text: str) -> bool:
    return _SALUTATION.search(text, len(text) - _ENDING) is not None


def _is_question(text: str) -> bool:
    return _QUESTION.search(text, len(text) - _ENDING) is not None


def _plain_rank(draft: Draft, after: Draft, *, page: bool) -> int:
    """The rank by the words of a line."""
    text, kind = draft.text, draft.mark_kind
    rank = 0
    if "。" in text or "\t" in text or _ASIDE.search(text):
        rank = 0
    elif _is_question(text):
        rank = 0 if _is_question(after.text) and not kind else RANKS.get(kind, 2)
    elif not _SENTENCE_END.search(text, len(text) - _ENDING):
        rank = _marked_rank(draft, after) if kind else _unmarked_rank(draft, after, page=page)
    return rank


def _marked_rank(draft: Draft, after: Draft) -> int:
    kind, text = draft.mark_kind, _bare(draft.text)
    if kind in ("note", "a", "plus") or _DATED.match(text):
        return 0
    if kind == "bullet":
        return RANKS[kind] if is_known(text) and after.mark_kind != kind else 0
    if is_known(text):
        return RANKS[kind]
    if after.mark_kind == kind and not (
        kind in ("dotted", "bare", "big", "kanji") and kind_of(text)
    ):
        return 0  # entries of a list: the next stands right below
    if _AMOUNTED.search(text) and not kind_of(text):
        return 0
    return RANKS[kind] if kind_of(text) or RANKS[kind] <= 3 else 0


def _unmarked_rank(draft: Draft, after: Draft, *, page: bool) -> int:
    text = _bare(draft.text)
    if is_known(text):
        return 1
    if _DATED.match(text) or _AMOUNTED.search(text):
        return 0
    if page and draft.spaced:
        return 1
    apart = draft.spaced and not draft.spaced_after and not after.spaced
    return 1 if apart and len(text) <= 24 and kind_of(text) and not after.label else 0


def _labelled_rank(draft: Draft) -> int:
    """Does a labelled line (■件数 96件, 【期間】…) begin a section?"""
    opens = draft.text[:1] in "【〔[<〈《≪"
    if draft.mark_kind == "q":
        return RANKS["q"]
    if not draft.mark_kind and kind_of(draft.label) == "desk":
        return 1
    if not (
        opens or draft.mark_kind in ("big", "dotted", "bare", "kanji", "section", "roman", "paren")
    ):
        return 0
    if not kind_of(draft.label):
        return 0
    return 1 if opens else RANKS[draft.mark_kind]


def sections_of(drafts: Sequence[Draft]) -> tuple[Section, ...]:
    """The sections of the headings; none reaches over the edge of the notice itself."""
    found: list[Section] = []
    open_: list[tuple[int, Draft]] = []

    def close(rank: int, at: int) -> None:
        while open_ and open_[-1][0] >= rank:
            _, head = open_.pop()
            kind = "" if head.rank == 0 else kind_of(head.title)
            found.append(Section(kind, head.title, head.start, at, len(open_) + 1))

    inside = True
    end = 0
    for draft in drafts:
        if draft.inside != inside or draft.text == "以上":
            close(0, end)
            inside = draft.inside
        if draft.title:
            close(draft.rank, end)
            open_.append((draft.rank, draft))
        end = draft.end
    close(0, end)
    found.sort(key=lambda section: (section.start, section.level))
    return tuple(found)
