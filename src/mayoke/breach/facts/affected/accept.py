"""Which numbers of a notice count people or records concerned, and how strongly that is said."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mayoke.breach.facts.affected import signs
from mayoke.breach.facts.affected.joined import Told, addends, exhausted, is_small, siblings
from mayoke.breach.facts.affected.mention import Mention, part_start
from mayoke.breach.facts.affected.traps import Trap, is_negated, trap
from mayoke.breach.facts.affected.tree import is_old

_FIRSTS = "[b宛tc同ど互お全受送他]"
_BY_ADDRESS = re.compile(
    # A class first, so that scanning a page is quick; the rest is looked at where it hits.
    rf"{_FIRSTS}(?<=(?=bcc|(?:宛先|to|cc)(?:欄|に|へ)[^。\n]{{0,40}}(?:入力|設定|表示|指定)|(?:同士|どうし|お互い)[^。\n]{{0,20}}(?:アドレス|見[えら])|(?:全員"
    r"|全受信者|受信者(?:同士|全員|間)|送信先)[^。\n]{0,16}(?:アドレス|見え|見られ|表示)|(?:互い|他の(?:受信者|方|参加者"
    r"|申込者))[^。\n]{0,20}(?:アドレス|見[えら])"
    rf"){_FIRSTS})"
)
_TO_THEM = re.compile(r"(?:の方|様)?(?:に|へ|宛)")
_TO_FIELD = re.compile(r"[^。\n]{0,24}(?:cc|to|宛先|あて先|bcc)(?:の?欄)?(?:に|へ)")
_WRITTEN_TO = re.compile(
    r"様?(?:の[^。、\n0-9を]{1,10})?(?:に対して|に対し|に|へ|宛に|あてに)[^。\n]{0,40}(?:送|配信)"
)
_SENT = re.compile(r"送信|配信|送付")
_APOLOGY = re.compile(r"お詫び|おわび|謝罪|訂正|削除|再送")
_CONCERNED = re.compile(r"対象|該当|可能性|おそれ|恐れ|漏|流出|閲覧され|含まれ|別の|他の|他人")
_SHARE = re.compile(r"分(?:以上|程度|余り|超|弱)?$")
_NAMED_GROUP = re.compile(
    r"(?:該当(?:する|した|者は|者が|される|の)|対象(?:は|者は|者が|者|となる|となった|となります|の|となるのは|となったのは|の方は|のお客様は"
    r"|の方が)|影響を(?:受けた|受ける)(?:のは|方は|お客様は)?)"
    r"(?:方|お客様|皆様|患者様?|会員|学生|生徒)?[、,:]?$"
)
"""該当する 39名 …, 対象者は 1人: the number is of those concerned whatever else is said."""
_DEFINED = re.compile(
    r"[)」]{0,2}(?:です|でした|となり|になり|である|だった|とな[るっ])?(?:ます)?[)。、]{0,2}\s*(?:$|について|に関して)"
    r"|[)」]{0,2}(?:と|で(?:ある)?(?:と|こと(?:が|を|も))|に)(?:確定|判明|特定|確認|わか|分か|推定|絞)"
)
_CLAUSE = re.compile(r"(?:[たるうくすつぬむいの]|以[上降前下]|中)(?:[^。、\n]{0,12})?$")
_SUBJECT = re.compile(
    r"(?:漏|流出|流失|窃取|盗|紛失|閲覧|失く|なくし|誤(?:って|送|廃|交|配)|持ち?出|公開|被害|影響|見え|見られ|失っ)[^。、\n]{0,30}は、?[^。、\n]{0,40}$"
)
_OUR_SHARE = re.compile(
    r"(?:当[社店院校協組園会市]|弊社|本[市町村校学]|うち)(?:の|に関する)?分(?:の[^。、\n]{1,8})?(?:は|として)、?[^。\n]{0,60}$"
)
_GROUP_AFTER = re.compile(
    r"(?:様|分|の方)?(?:が|は)、?(?:今回の|本件の|その)?(?:対象(?!外)|該当し)"
)
_CLAUSE_OF = re.compile(r"(?:[たるう]|お申し?込みの|ご利用の|ご購入の|ご注文の)$")
_ROW = re.compile(r"[^\sはがをにでとへも、。0-9][:\t( ]{0,2}$")
_OPENS_WITH_PART = re.compile(
    r"[(※・\s]{0,3}(?:なお、)?(?:この|その|上記の?|これらの?)?(?:うち|内訳|内[、,:])"
    r"|(?:なお、)?[^。、\n0-9]{0,12}(?:お客様|お客さま|方々?|会員様?|患者様?|利用者様?|顧客|契約者様?|生徒|学生|児童)のうち"
)
_PARTS = re.compile(r"(?:上記|この|その|これら|前記)?の?(?:うち|内、)")
_PEOPLE = frozenset(("名", "人"))
_PLAIN_UNITS = frozenset(("件", "名", "人"))
_NEAR_LINES = 6
_QUIET = frozenset(("desk", "prevention", "request", "delay"))
_TOLD_KINDS = frozenset(("course", "response"))
_LISTS = frozenset(("affected", "count", "items", "summary"))
_COUNTING_LISTS = frozenset(("affected", "count"))


@dataclass(slots=True)
class _Sieve:
    """The mentions of a part, sorted while they are read in order."""

    by_address: bool
    found: list[Told] = field(default_factory=list)
    spare: list[Told] = field(default_factory=list)
    loose: list[Mention] = field(default_factory=list)
    wholes: list[Mention] = field(default_factory=list)
    state: dict[int, bool] = field(default_factory=dict)
    """By sentence: was the last number one of those concerned?"""

    def take(self, m: Mention) -> None:
        why = self._trap(m)
        negated = is_negated(m)
        asked = not negated and why in ("", "told")
        strength = _strength(m, by_address=self.by_address) if asked else 0
        if why == "" and part_start(m) is not None and (not m.label or _PARTS.match(m.label)):
            strength = _as_part(m, strength, whole=self._whole(m))
        good = why == "" and strength > 0
        if good:
            self.found.append((m, strength))
        elif why == "told" and strength > 0 and (self.by_address or _is_concerned(m)):
            self.spare.append((m, 1))
        if not good and not negated and (why == "" or (why == "told" and self.by_address)):
            self.loose.append(m)
        if why == "population" and not negated:
            self.wholes.append(m)
        if why != "population":
            self.state[m.sentence] = good

    def _trap(self, m: Mention) -> Trap:
        if self.by_address and (
            (m.number.unit in _PEOPLE and _WRITTEN_TO.match(m.after)) or _TO_FIELD.match(m.after)
        ):
            return "told"
        why = trap(m, by_address=self.by_address)
        return "told" if why == "" and self.by_address and _TO_THEM.match(m.after) else why

    def _whole(self, m: Mention) -> bool | None:
        """Is what a part belongs to one of those concerned? None if that is not known."""
        if m.sentence in self.state:
            return self.state[m.sentence]
        if not self.found or m.line - self.found[-1][0].line > _NEAR_LINES:
            return None
        return True if _OPENS_WITH_PART.match(m.before) else None


def accepted(mentions: Sequence[Mention], page: str) -> list[Told]:
    """The mentions that count those concerned, in order; people written to where nobody else is."""
    sieve = _Sieve(by_address=_BY_ADDRESS.search(page) is not None)
    for m in mentions:
        sieve.take(m)
    found = sieve.found + siblings(sieve.found, sieve.loose)
    found += addends(found, sieve.loose)
    found += exhausted(sieve.found, sieve.loose, sieve.wholes)
    found.sort(key=lambda told: told[0].number.start)
    return found or sieve.spare or _only_one(sieve.loose)


def _only_one(loose: Sequence[Mention]) -> list[Told]:
    """Where nothing is plainly told: the one number of people or records that stands there."""
    for narrow in (False, True):
        fit = [m for m in loose if _may_count(m, narrow=narrow)]
        if len({m.number.value for m in fit}) == 1:
            return [(m, 1) for m in fit]
    return []


def _may_count(m: Mention, *, narrow: bool) -> bool:
    if is_small(m) or m.kind in _QUIET:
        return False
    leak = signs.LEAK.search(m.said) is not None
    people = m.number.unit in _PEOPLE
    if narrow:
        return leak and people
    named = signs.WHO.search(m.titles) or signs.DATA.search(m.before[-10:])
    return leak or people or named is not None


def _is_concerned(m: Mention) -> bool:
    return _CONCERNED.search(m.before[-40:] + m.after[:24]) is not None


def _as_part(m: Mention, strength: int, *, whole: bool | None) -> int:
    """A part of what is no group of those concerned is none either, and the other way round."""
    if whole is None:
        return strength
    if whole:
        return max(strength, 1)
    own = signs.NEXT_LEAK.match(m.after) or signs.LABEL_BEFORE.search(m.before)
    return strength if own else 0


def _strength(m: Mention, *, by_address: bool) -> int:
    """How strongly the words say that this many are concerned; 0: not at all."""
    label = _is_labelled(m)
    leak = signs.LEAK.search(m.said) is not None or (by_address and _is_sent_to(m))
    governed = signs.NEXT_LEAK.match(m.after) is not None or is_old(m)
    listed = m.kind in _LISTS or _is_under_list(m.titles)
    total = signs.is_total(m.before, m.words, m.row)
    grouped = bool(_NAMED_GROUP.search(m.before) or _GROUP_AFTER.match(m.after))
    defined = _is_defined(m) or _is_answer(m)
    if m.kind in _QUIET and not (governed or label or grouped or defined):
        return 0
    if not (label or grouped) and is_small(m) and not (_is_close(m) and (leak or listed)):
        return 0
    ruled = leak or listed or signs.TARGET.search(m.said) is not None
    told = label or governed or grouped or (ruled and _is_named(m)) or _is_alone(m) or _is_shared(m)
    told = told or defined or (listed and m.short and _is_row(m)) or _is_of_data(m)
    counting = m.kind in _COUNTING_LISTS or signs.WHO.search(m.titles) is not None
    if not told and not (listed and (total or counting)):
        return 0
    return 1 + 3 * label + 2 * governed + 2 * total + leak + listed


def _is_labelled(m: Mention) -> bool:
    """件数: 1,250件, a column 人数, 対象件数は1,250件."""
    return (
        signs.COUNT_LABEL.search(m.label) is not None
        or signs.COUNT_LABEL.search(m.row) is not None
        or signs.LABEL_BEFORE.search(m.before) is not None
    )


def _is_named(m: Mention) -> bool:
    """Does a noun for people or data stand near, or a counter that is one?"""
    near = f"{m.label}\n{m.before[-40:]}\0{m.after[:20]}"
    return (
        m.number.unit not in _PLAIN_UNITS
        or _is_share(m)
        or signs.DATA.search(near) is not None
        or signs.PEOPLE.search(near) is not None
    )


def _is_alone(m: Mention) -> bool:
    """A kind of people as a label, and the number alone as its value."""
    return m.alone and bool(signs.PEOPLE_LABEL.search(m.label) or signs.DATA_LABEL.search(m.label))


def _is_defined(m: Mention) -> bool:
    """…された お客様、163人。 A noun with a clause before it, and nothing else said of it."""
    before = m.before.rstrip("、,:( \t")
    noun = signs.PEOPLE_LABEL.search(before)
    if noun is None and "様" in m.words:
        return bool(_CLAUSE_OF.search(before) and _DEFINED.match(m.after))
    clause = noun and _CLAUSE.search(before[: noun.start()])
    return bool(clause and _DEFINED.match(m.after))


def _is_answer(m: Mention) -> bool:
    """流出した可能性があるのは、… 300件です: the number says what leaked."""
    subject = _SUBJECT.search(m.before) or _OUR_SHARE.search(m.before)
    return subject is not None and _DEFINED.match(m.after) is not None


def _is_row(m: Mention) -> bool:
    """国内のご予約 4,406件: a noun and its number in a list or table."""
    return _ROW.search(m.before) is not None


def _is_of_data(m: Mention) -> bool:
    """533人の氏名、住所 …: what is listed of them is what leaked."""
    return signs.OF_DATA.match(m.after) is not None


def _is_under_list(titles: str) -> bool:
    return any(
        signs.HEADING.search(title) and not signs.DOCUMENT_TITLE.search(title)
        for title in titles.split("\n")
    )


def _is_sent_to(m: Mention) -> bool:
    """Where addresses were shown to one another, those a mail went to are concerned."""
    return _SENT.search(m.said) is not None and _APOLOGY.search(m.said) is None


def _is_share(m: Mention) -> bool:
    """1,200名分: so many people's."""
    return _SHARE.search(m.words) is not None


def _is_shared(m: Mention) -> bool:
    """組合員2,300人分, where nothing is said of what is done with them."""
    return m.number.unit in _PEOPLE and _is_share(m) and m.kind not in _TOLD_KINDS


def _is_close(m: Mention) -> bool:
    """Is a noun of data or people bound to the number itself?"""
    near = m.before[-10:]
    return bool(
        _is_share(m) or signs.OF_DATA.match(m.after) or signs.PEOPLE.search(near + "$")
        or signs.DATA.search(near)
    )  # fmt: skip
