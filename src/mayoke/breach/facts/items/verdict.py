"""What the places of a notice say of each item, taken together."""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from mayoke.breach.facts.items.flags import Flag
from mayoke.breach.facts.items.words import CARD, OTHER, PERSONAL, ItemWord
from mayoke.breach.facts.negation import Sense
from mayoke.breach.reading import Reading

_CARD_ITEMS = frozenset({"card_number", "card_holder_name", "card_expiry", "card_security_code"})
_UMBRELLAS = frozenset({CARD, PERSONAL})
_LISTED = 3
"""The strength of what a list that is governed by its title, label or lead names."""
_A_LIST = 3
_MEANS = frozenset({"login_id", "password", "secret_question", "customer_id", "affiliation"})
"""Codes of words that also tell by what somebody came in, or who somebody is."""
_ALSO = re.compile("(?:など|等|の情報|情報|について|に関して|につきまして)?も")
_BESIDE_NUMBER = frozenset({"card_expiry", "card_security_code"})
_BESIDE = re.compile(
    "(?:、|と|や|及び|および|並びに|ならびに|または|又は|・|/|,|ならび|等|など){1,3}(?:お客様の|ご登録の|顧客の|会員の)?"
)
_OF_A_CARD = re.compile("カード|クレジット|クレカ")
_ADDRESSES_SEEN = re.compile(
    "(?:bcc|cc|to|宛先|あて先|送信先|受信者).{0,60}(?:入力|設定|送信|入れ|指定|表示|見え|見られ|わか|分か|閲覧)"
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A word for an item and what one place says of it; ``beside``: codes named together."""

    code: str
    word: ItemWord
    sense: Sense
    strength: int
    beside: int


@dataclass(slots=True)
class Tally:
    """All findings of one incident."""

    findings: list[Finding] = field(default_factory=list)
    flags: dict[str, Flag] = field(default_factory=dict)

    def enter(self, finding: Finding, flag: Flag | None) -> None:
        """Add what one place says."""
        self.findings.append(finding)
        if finding.code in (CARD, PERSONAL):
            return
        if flag and finding.sense == "leaked":
            self.flags.setdefault(finding.code, flag)

    def decide(self, reading: Reading) -> tuple[dict[str, Finding], dict[str, Finding]]:
        """The items that leaked and those that did not, in the order of the text."""
        leaked = self._best("leaked")
        negated = self._best("not_leaked")
        self._drop_told_beside_a_list(reading, leaked)
        leaked.pop(OTHER, None)
        negated.pop(OTHER, None)
        for code in leaked.keys() & negated.keys():
            loser = leaked if leaked[code].strength < negated[code].strength else negated
            del loser[code]
        _guardians(leaked)
        _guardians(negated)
        _drop_other_expiry(reading, leaked, negated)
        umbrellas = {code: leaked.pop(code) for code in (CARD, PERSONAL) if code in leaked}
        self._umbrellas(reading, leaked, umbrellas)
        for code in (CARD, PERSONAL):
            if (
                code == PERSONAL
                or code in leaked
                or (_CARD_ITEMS & leaked.keys())
                or (_CARD_ITEMS & negated.keys())
            ):
                negated.pop(code, None)
        return _ordered(leaked), _ordered(negated)

    def _drop_told_beside_a_list(self, reading: Reading, leaked: dict[str, Finding]) -> None:
        """Where a list says what leaked, a means or a title alone in a sentence is no entry of it.

        管理者の認証情報が盗まれ tells how they came in; パスワードも漏えい adds to the list.
        """
        listed = {
            finding.code
            for finding in self.findings
            if finding.sense == "leaked" and finding.strength == _LISTED
        }
        if len(listed - _UMBRELLAS) < _A_LIST:
            return
        for code in leaked.keys() & _MEANS - self.flags.keys():
            found = leaked[code]
            if (
                found.strength < _LISTED
                and found.beside == 1
                and not _ALSO.match(reading.text, found.word.end)
            ):
                del leaked[code]

    def _best(self, sense: Sense) -> dict[str, Finding]:
        best: dict[str, Finding] = {}
        for finding in self.findings:
            if finding.sense != sense:
                continue
            other = best.get(finding.code)
            if other is None or finding.strength > other.strength:
                best[finding.code] = finding
        return best

    def _umbrellas(
        self, reading: Reading, leaked: dict[str, Finding], umbrellas: dict[str, Finding]
    ) -> None:
        """カード情報 and 個人情報 stand only where no list says what they are."""
        listed = bool(leaked.keys() - _CARD_ITEMS)
        if CARD in umbrellas and not _CARD_ITEMS & leaked.keys():
            leaked[CARD] = umbrellas[CARD]
        if not listed and _ADDRESSES_SEEN.search(reading.text):
            address = next((f for f in self.findings if f.code == "email"), None)
            if address and "email" not in leaked:
                leaked["email"] = address
                return
        if PERSONAL not in umbrellas or listed:
            return
        if CARD not in leaked and not _CARD_ITEMS & leaked.keys():
            leaked[PERSONAL] = umbrellas[PERSONAL]
            return
        beside = self._beside_card(reading)
        if beside:
            leaked[PERSONAL] = beside

    def _beside_card(self, reading: Reading) -> Finding | None:
        """個人情報 named next to カード情報 as another thing that leaked."""
        told = [f for f in self.findings if f.sense == "leaked" and f.code in (CARD, PERSONAL)]
        for one, other in pairwise(told):
            if one.code == other.code or other.word.start - one.word.end > 24:
                continue
            if _BESIDE.fullmatch(reading.text[one.word.end : other.word.start]):
                return one if one.code == PERSONAL else other
        return None


def _drop_other_expiry(
    reading: Reading, leaked: dict[str, Finding], negated: dict[str, Finding]
) -> None:
    """有効期限 and 名義 without any other word of a card are those of another document."""
    told = leaked.keys() | negated.keys()
    number = leaked.get("card_number")
    if number and _words(reading, number) == "番号" and not told & _BESIDE_NUMBER:
        del leaked["card_number"]
    for code in ("card_expiry", "card_holder_name"):
        finding = leaked.get(code)
        if finding is None or told & ({"card_number", "card_security_code", CARD}):
            continue
        if not _OF_A_CARD.search(_words(reading, finding)):
            del leaked[code]
            if code == "card_holder_name":
                leaked.setdefault("name", replace(finding, code="name"))


def _words(reading: Reading, finding: Finding) -> str:
    return reading.text[finding.word.start : finding.word.end]


def _guardians(found: dict[str, Finding]) -> None:
    """The name of a parent beside that of a child tells of the family, alone it is a name."""
    guardian = found.pop("guardian", None)
    if guardian:
        code = "family" if "name" in found else "name"
        found.setdefault(code, replace(guardian, code=code))


def _ordered(found: dict[str, Finding]) -> dict[str, Finding]:
    return dict(sorted(found.items(), key=lambda pair: pair[1].word.start))
