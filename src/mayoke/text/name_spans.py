"""Where names of organisations with a legal form stand in a text."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from mayoke.text.names import is_organisation_noun, legal_forms

_NAME = "0-9a-zぁ-ゖァ-ヺー一-鿿々〆ヶ・&'.+\\-!~"
_NAME_CHARACTER = re.compile(f"[{_NAME}]")
_LONGEST = 40
_MOST = 2000

_BEFORE = re.compile(
    # What may stand before a form that belongs to the name after it.
    r"(?:[^0-9a-zァ-ヺー一-鿿々〆ヶ・&'ぁ-ゖ )]|である|でして|という|とする|した|する|いる|れた"
    r"|れる|った|ます|ました|です|下記|次|旧|[^ぁ-ゖ][のはがをにでとへも]|など|及び|および|並びに"
    r"|または|[やも]|より|から|当社|弊社|同社|委託先|委託元|取引先|提供元|提供会社|運営会社|運営元"
    r"|親会社|子会社|グループ会社|関連会社|会社名|社名|商号|業者|事業者|専門会社|調査会社|代行会社"
    r"|販売元|発売元|製造元|主催|共催|運営|担当|主幹)$"
)
_PARTICLE = (
    r"では|には|とは|にて|における|において|について|につきまして|に対|によ|に関|に係|に委託"
    r"|に依頼|から|より|との|との間|への|への|など|ならびに|および|及び|並びに|または|又は|という"
    r"|である|です|であり|でございま|だが|[はがをにでとへもや][、「『(0-9ァ-ヺ一-鿿当弊本お]"
    r"|内(?:[)\n〒]|$)|の[一-鿿ァ-ヺa-z0-9「『(お]|[はがをにでとへのも]$|様|さま|さん|御中|殿|ほか|他[0-9]"
)
_AFTER = re.compile(_PARTICLE)
_PERSON = re.compile(
    r"代表(?:取締役|理事|社員|執行役|者|$|[一-鿿])|取締役|代表$|社長|会長|理事長|学長|総長|院長"
    r"|校長|園長|館長|所長|店主|店長|市長|町長"
    r"|村長|区長|知事|支配人|頭取|執行役|責任者|広報|お客様|お客さま|問い?合|お問|個人情報|事務局"
    r"|一同"
)
_ROLE = re.compile(
    _PERSON.pattern
    + r"|カスタマ|コールセンター|サポート|相談|総務|経営|管理部|情報シ|営業|運営|担当|人事|本社"
    r"|法務"
)
_CUT_LEFT = re.compile(
    r"(?:である|という|している|してい[るた]|しており?ます|しておりました|しています|いただいている|する|した|れる|れた|いる|なる|及び|および|並びに"
    r"|または|(?:^|(?<=[^ぁ-ゖ]))[のはがをにでとへもや](?=[^ぁ-ゖ]|[ぁ-ゖ]{3})|から(?=[^ぁ-ゖ])"
    r"|より(?=[^ぁ-ゖ])|委託先|親会社|子会社|グループ会社|運営会社|提供会社|代行会社|調査会社"
    r"|会社名|社名|商号|運営者|元請け)"
)

_ONE_KANA = re.compile("[のはがをにでとへもや]")
_SURE_PARTICLE = re.compile(
    r"[はがとにでもや]、|は[0-9]|を|では|には|とは|にて|において|における|によ|に対|への?[一-鿿]"
    r"|の(?:元?社員|元?職員|元?従業員|子会社|お客|会員|通販|公式|サー|シス|サイ|代表|グループ|運営)"
)
_NO_NAME = re.compile(r"(?:では|には|とは|から|より|など|である|です|[はがをにでと][、一-鿿])")
_DEPARTMENT = re.compile(
    r"[ぁ-ゖァ-ヺー一-鿿a-z]{1,14}?(?:(?<![支本])部|課|係|室|局|窓口|デスク|センター|ダイヤル"
    r"|グループ|担当)(?=電話|tel|fax|受付|メール|ファ|[^ぁ-ゖァ-ヺー一-鿿]|$)"
)
_REST_OF_NAME = re.compile(
    r"[のとや](?![おごの]|件|方|皆|対応|概要|状況|漏|流出|紛失"
    r"|不正)[ァ-ヺー一-鿿々a-z]{1,8}(?=[\n(]|$)"
)


_WORD = re.compile(r"[のとや][ァ-ヺー一-鿿々a-zぁ-ゖ]{1,11}")


_DEFINED = re.compile(f"[{_NAME}]{{1,14}}(?=\\((?:以下|以後))")


@dataclass(frozen=True, slots=True)
class NameSpan:
    """``text[start:end]`` is a name with its legal form; ``sure`` if both ends are certain."""

    start: int
    end: int
    sure: bool


def _never(_: int) -> bool:
    return False


class _Finder:
    """One pass over a folded text; ``gap(i)``: a space stood before ``text[i]``."""

    def __init__(self, text: str, gap: Callable[[int], bool]) -> None:
        self.text, self.gap = text, gap

    def spans(self) -> list[NameSpan]:
        found: list[NameSpan] = []
        taken = 0
        for match in islice(legal_forms(self.text), 2 * _MOST):
            if len(found) >= _MOST:
                break
            if match.start() < taken:
                continue
            span = self._at(match, taken)
            if span is not None:
                found.append(span)
                taken = span.end
        return found

    def _at(self, match: re.Match[str], taken: int) -> NameSpan | None:
        start, end = match.span()
        if match["body"]:
            return self._after(start, end)
        left_free = self._free_left(start)
        right_free = self._free_right(end)
        led = bool(_ROLE.match(self.text, end))
        if left_free and (not right_free or led or self._spaced_name(end)):
            return None if _PERSON.match(self.text, end) else self._after(start, end)
        if right_free and left_free and not self._latin_gap(start):
            return None
        right_free = right_free or led
        if (
            not left_free
            and not right_free
            and _BEFORE.search(self.text[max(start - 8, 0) : start])
        ):
            return self._after(start, end)
        return self._before(start, end, taken)

    def _free_left(self, start: int) -> bool:
        if start == 0 or self.gap(start):
            return start == 0 or self.text[start - 1] not in ")』」" or self.text[start] == "("
        return bool(_BEFORE.search(self.text[max(start - 8, 0) : start]))

    def _free_right(self, end: int) -> bool:
        text = self.text
        if end >= len(text) or not _NAME_CHARACTER.match(text, end) or self.gap(end):
            return True
        return bool(_AFTER.match(text, end))

    def _spaced_name(self, end: int) -> bool:
        text = self.text
        if end < len(text) and text[end] == " ":
            end += 1
        elif not self.gap(end):
            return False
        return bool(_NAME_CHARACTER.match(text, end)) and not _ROLE.match(text, end)

    def _latin_gap(self, start: int) -> bool:
        """``ABC Trading 株式会社``: a space is no end of a name before its form."""
        return start > 0 and self.gap(start) and bool(_NAME_CHARACTER.match(self.text, start - 1))

    def _after(self, start: int, end: int) -> NameSpan | None:
        """The name that follows a form: up to a sign, a spaced role, or a particle."""
        text = self.text
        begin = end + (text[end : end + 1] == " ")
        if _NO_NAME.match(text, begin):
            return None
        # 学校法人X Y大学 has two words; a space after the name of a company ends it.
        one_word = "会社" in text[start:end] or text[start] == "("
        at, sure = begin, True
        while sure and at < len(text) and at - begin < _LONGEST:
            if not _NAME_CHARACTER.match(text, at) and not self._latin_space(at):
                break
            if at > begin and self.gap(at) and (one_word or _ends_here(text, at)):
                # 株式会社 A B(以下…: the bracket tells that the name goes on.
                more = _DEFINED.match(text, at) if self.gap(begin) else None
                if more is None:
                    break
                at = more.end()
                break
            stop = self._soft_end(start, begin, at)
            sure = stop is None
            at = at + 1 if stop is None else stop
        while at > begin and text[at - 1] in " -~.・":
            at -= 1
        if at == begin or text[begin:at].isdigit():
            return None
        return NameSpan(start, at, sure=sure)

    def _soft_end(self, start: int, begin: int, at: int) -> int | None:
        stop = _soft_end(self.text, start, begin, at)
        if stop == at and at > begin and (start == 0 or self.text[start - 1] in "\n\t"):
            # NPO法人 里の灯 …: alone on its line, the word up to the next space is the name.
            for end in range(at + 1, min(at + 12, len(self.text))):
                if self.gap(end):
                    rest = _WORD.fullmatch(self.text, at, end)
                    return None if rest and self.gap(begin) else stop
        return stop

    def _latin_space(self, at: int) -> bool:
        text = self.text
        return (
            text[at] == " "
            and text[at - 1].isascii()
            and bool(re.match("[0-9a-z&]", text[at + 1 : at + 2]))
        )

    def _before(self, start: int, end: int, taken: int) -> NameSpan | None:
        """The name that stands before a form: back to a sign or a particle."""
        text = self.text
        at, floor = start, max(start - _LONGEST, taken)
        if at > floor and text[at - 1] == " ":
            at -= 1
        while at > floor and (_NAME_CHARACTER.match(text, at - 1) or self._latin_space(at - 1)):
            spaced = at < start and self.gap(at) and not text[at - 1].isascii()
            if spaced and self._label_before(at):
                break
            at -= 1
        sure = at == 0 or text[at - 1] in "\n\t「『(【〔<《≪:。、"
        cuts = list(_CUT_LEFT.finditer(text, at, start))
        for cut in reversed(cuts):
            if start - cut.end() >= 1:
                at, sure = cut.end(), False
                break
        while at < start and text[at] in " -~.・!":
            at += 1
        return NameSpan(at, end, sure=sure) if start - at >= 1 else None

    def _label_before(self, at: int) -> bool:
        """Does the word before a space tell nothing of the name (a date, a label)?"""
        tail = self.text[max(at - 6, 0) : at]
        return bool(re.search(r"(?:[日名者社元先号]|会社|運営|窓口|各位|記|[0-9])$", tail))


def _soft_end(text: str, start: int, begin: int, at: int) -> int | None:
    """Where a name ends for a word that follows it without a sign; None if it goes on."""
    if at == begin:
        return None
    if _AFTER.match(text, at) and _is_particle(text, at):
        return None if _alone(text, start, at) else at
    if at - begin >= 2 and _PERSON.match(text, at) and text[at - 1] not in "・ー":
        # 〇〇大学長: the first character of the role is the last of the name.
        of_name = text[at + 1 : at + 2] == "長" and is_organisation_noun(text[begin : at + 1])
        return at + 1 if of_name else at
    return None


def _ends_here(text: str, at: int) -> bool:
    """Is what follows a space no more of the name (a role, a department, a number)?"""
    return bool(
        _ROLE.match(text, at) or re.match(r"[0-9]|tel|電話|fax|受付", text[at : at + 4])
    ) or (bool(_DEPARTMENT.match(text, at)))


def _alone(text: str, start: int, at: int) -> bool:
    """Is the particle inside a name that has the line for itself (株式会社北の森)?"""
    return (start == 0 or text[start - 1] in "\n\t") and bool(_REST_OF_NAME.match(text, at))


def _is_particle(text: str, at: int) -> bool:
    """A particle after kanji, katakana or latin; inside a hiragana word it is part of the name."""
    if not "ぁ" <= text[at - 1] <= "ゖ" or not _ONE_KANA.match(text, at):
        return True
    return bool(_SURE_PARTICLE.match(text, at))


def find_names(text: str, gap: Callable[[int], bool] = _never) -> list[NameSpan]:
    """Names with a legal form in a folded text, in order, at most 2,000; linear.

    ``gap(i)`` tells that a space stood before ``text[i]`` in the document. A name whose end is not
    certain is widened or cut to one that stands elsewhere with certain ends.
    """
    found = _Finder(text, gap).spans()
    sure = sorted({text[s.start : s.end] for s in found if s.sure}, key=len, reverse=True)[:50]
    return [_snapped(text, span, sure) for span in found]


def _longer(text: str, span: NameSpan, name: str) -> NameSpan | None:
    end = span.start + len(name)
    spaced = end > span.end and text.startswith(name, span.start)
    return NameSpan(span.start, end, sure=True) if spaced else None


def _snapped(text: str, span: NameSpan, sure: list[str]) -> NameSpan:
    if span.sure:
        return next((longer for name in sure if (longer := _longer(text, span, name))), span)
    here = text[span.start : span.end]
    for name in sure:
        if text.startswith(name, span.start):
            return NameSpan(span.start, span.start + len(name), sure=True)
        start = span.end - len(name)
        if name.endswith(here) and start >= 0 and text.startswith(name, start):
            return NameSpan(start, span.end, sure=True)
    return span
