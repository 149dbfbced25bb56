"""How affected groups hang together: the whole and its parts, one group in two units, old figures."""

import re
import unicodedata
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

from mayoke.breach.facts.affected import signs
from mayoke.breach.facts.affected.mention import Mention, part_start

_SIBLING_BREAK = re.compile(
    r"このほか|そのほか|ほかに|また、|一方|加えて|合計|あわせて|合わせて|。"
)
_ONE_IN_OTHER_UNIT = re.compile(
    r"(?:様|分)*(?:のお客様|の方)?[(「](?!うち|内)[^()0-9\n]{0,20}$"
    r"|(?:様|分)*[、,・/](?:カード(?:枚数|件数)|枚数|人数|件数|実人数)(?:に(?:して|すると)|で|は|:|としては?)[約計]?$"
    r"|(?:様|分)*(?:で)?[、,(]?(?:重複|重なり|ダブり)[^0-9\n。、]{0,6}除[^0-9\n。]{0,14}$"
    r"|(?:様|分)*(?:に相当|、のべ)[^0-9\n]{0,6}$"
)
_OLD_AFTER = re.compile(
    r"[^。\n]{0,6}[」』]?(?:の漏え?い|の流出|の可能性)?(?:が(?:ある|あり)と|と|を|として|である(?:と|旨)|で)?[^。\n]{0,8}?"
    r"(?:発表|公表|お?知らせ|お伝え|ご?報告|ご?説明|ご?案内)[しさ申いを][^。\n]{0,24}?(?:が|ところ|けれど|改め|訂正|修正|から|(?:件数|人数|者数"
    r"|数|もの|内容)[はを])"
    r"|[^。\n]{0,6}[」』]?と(?:して(?:い|おり)|見込|見て|考えて|想定し|推定し)[^。\n]{0,10}(?:が|ところ|けれど|、)"
    r"|(?:から|→|⇒|->|より)[^。\n]{0,16}(?:[0-9,万千]{1,12}[件名人])[^。\n]{0,14}(?:に|へ)?(?:訂正|修正|変更|減少|増加|増え|減り|改め|更新|確定"
    r"|拡大|なり|なった)"
    r"|(?:→|⇒|->)"
)
_OLD_BEFORE = re.compile(
    r"(?:当初|前回|先般|速報(?:時|では)|第[一二三1-9]報(?:では|で|の時点|時点)|既報|(?:公表|発表)(?:した|時|済み|時点)|[日月]の時点で(?:は)?"
    r"|誤\))[^。\n]{0,40}$"
)
_OLD_DIRECT = re.compile(
    r"(?:当初|前回|前報|先般|速報|中間報告|第[一二三四1-9]報)(?:\([^()\n]{0,16}\))?(?:の?(?:発表|公表|報告|時点|段階|お知らせ))?(?:で)?(?:は|の|:"
    r"|=)?、?[「『(]?$"
    r"|[(【「]誤[)】」][^。\n正]{0,20}$"
)
_MAYBE_OLD = re.compile("[初回報般表点誤]")
"""One of these stands in whatever the two patterns above find."""
_SINCE = re.compile(r"が、|ところ|結果|その後")
_OLD_TAIL = re.compile(
    r"として(?:い|おり)|とお?伝え|発表|公表|知らせ|伝え|報告|としていた|見込|想定|訂正|修正|→|改め"
)
_CARD_WITHIN = re.compile(
    r"カード[^。\n]{0,40}(?:対象に(?:も)?含まれ|内数|に含まれ(?:ます|ており|る))"
)
_CONTAINED = re.compile(
    r"(?:様|さま|分|の方|の情報)*[)」]?(?:を|も|が|は)?(?:(?:この中|この数|これ|上記|うち)に(?:も|は)?含(?:ま?れ|み|む|ん|め)|(?<!も)含(?:み|む"
    r"|ん|め)|(?<!も)含まれ(?:ます|る|た?[。)」]|$)|内数|\([^()0-9\n]{0,16}(?:内数|うち数))"
)
"""27名を含みます: said of a number just told, these are among them."""
_BRACKETED_ROW = re.compile(r"^\([^()\n]{0,60}$")
_MARK = re.compile(r"\(?([0-9一二三四五六七八九]{1,2}|[a-zア-オ])\)?の(?:うち|内)[^。\n]{0,12}$")
_UNMARK = dict.fromkeys(map(ord, "(). "))
_SAME_AS = {"card_holder": "card", "card": "card_holder"}
_TOPS_MAX = 8
_HOLDERS = frozenset(("世帯", "件", "組", "家庭", "家族"))
_PEOPLE_UNITS = frozenset(("名", "人", "者", "方"))


@dataclass(slots=True)
class Entry:
    """A group in the making. ``parent`` is an index in the same list."""

    mention: Mention
    strength: int
    what: str | None
    seen: list[Mention] = field(default_factory=list)
    parent: int | None = None
    relation: Literal["part", "same"] | None = None
    superseded: bool = False

    @property
    def value(self) -> int:
        """The number."""
        return self.mention.number.value

    @property
    def unit(self) -> str:
        """The counter as written."""
        return self.mention.number.unit


def same_unit(a: str, b: str) -> bool:
    """One sort of counter: 名 and 人 are."""
    return a == b or (a in _PEOPLE_UNITS and b in _PEOPLE_UNITS)


def link(entries: list[Entry], overlaps: list[int], page: str) -> None:
    """Set parents, relations and superseded numbers in place; ``overlaps`` are 重複N名."""
    for index in range(len(entries)):
        _link_same(entries, index)
        if entries[index].relation is None:
            _link_part(entries, index)
    for index in range(len(entries)):
        _link_sum(entries, index, overlaps)
    _mark_old(entries)
    _link_units(entries)
    if _CARD_WITHIN.search(page):
        _link_cards(entries)


def root(entries: list[Entry], index: int) -> int:
    """The group an entry says again in another unit, or the entry itself."""
    entry = entries[index]
    return entry.parent if entry.relation == "same" and entry.parent is not None else index


def _link_same(entries: list[Entry], index: int) -> None:
    """(1,287名様分) directly behind 1,352件, or one value with two counters."""
    entry = entries[index]
    if index:
        before = entries[index - 1]
        for m in entry.seen:
            if any(_is_other_unit(old, m) for old in before.seen):
                entry.parent, entry.relation = root(entries, index - 1), "same"
                return
    for other in range(index):
        if entries[other].value == entry.value and not same_unit(entries[other].unit, entry.unit):
            entry.parent, entry.relation = root(entries, other), "same"
            return


def _is_other_unit(old: Mention, new: Mention) -> bool:
    gap = new.number.start - old.number.end
    if old.line != new.line or not 0 <= gap <= 30:
        return False
    between = new.before[-gap:] if gap else ""
    counted_otherwise = not same_unit(old.number.unit, new.number.unit)
    told_apart = "実人数" in between or "除" in between or "実数" in between
    if old.number.unit in _HOLDERS and counted_otherwise and between in {"", "、", "・", "/", ","}:
        return True
    return bool(_ONE_IN_OTHER_UNIT.match(between)) and (counted_otherwise or told_apart)


def _link_part(entries: list[Entry], index: int) -> None:
    entry = entries[index]
    for m in entry.seen:
        parent = _parent(entries, index, m)
        if parent is not None and parent != index and entries[parent].value >= entry.value:
            entry.parent, entry.relation = parent, "part"
            return


def _parent(entries: list[Entry], index: int, m: Mention) -> int | None:
    """The group a number is said to be part of by うち, 内訳, 上記 … のうち."""
    start = part_start(m)
    if start is None:
        row = _row_parent(entries, index, m)
        return _contained(entries, index, m) if row is None else row
    marked = _MARK.search(m.before)
    if marked:
        return _marked(entries, index, marked[1])
    here = [(i, s) for i, s in _told_before(entries, index, m) if s.sentence == m.sentence]
    after = [(i, s) for i, s in here if s.number.start > start]
    if after:  # うちA店3人、B店2人: B is what A is
        i, s = after[-1]
        between = m.before[-(m.number.start - s.number.end) :]
        sibling = entries[i].relation == "part" and not _SIBLING_BREAK.search(between)
        return entries[i].parent if sibling else None
    named = [(i, s) for i, s in here if s.number.start < start]
    if named:
        return root(entries, named[-1][0])
    return _last_whole(entries, index, m)


def _contained(entries: list[Entry], index: int, m: Mention) -> int | None:
    """The number before one that is said to be among it: 941名(海外の27名を含みます)."""
    contained = _CONTAINED.match(m.after) is not None
    if not (contained or (_BRACKETED_ROW.match(m.before) and not signs.is_total("", m.words, ""))):
        return None
    gaps = (0, 1) if contained else (1,)
    told = _told_before(entries, index, m)
    near = [i for i, s in told if m.line - s.line in gaps and _holds(entries[i], m)]
    return root(entries, near[-1]) if near else None


def _holds(whole: Entry, m: Mention) -> bool:
    return whole.value > m.number.value and not _all_old(whole)


def _told_before(entries: list[Entry], index: int, m: Mention) -> list[tuple[int, Mention]]:
    """Every telling of another entry before a number, in order of place."""
    told = [
        (i, s)
        for i, entry in enumerate(entries)
        if i != index
        for s in entry.seen
        if s.number.start < m.number.start
    ]
    return sorted(told, key=lambda pair: pair[1].number.start)


def _last_whole(entries: list[Entry], index: int, m: Mention) -> int | None:
    for i, _ in reversed(_told_before(entries, index, m)):
        known = entries[i]
        if known.relation is None and known.value >= m.number.value and not _all_old(known):
            return i
    return None


def _marked(entries: list[Entry], index: int, mark: str) -> int | None:
    """The entry of the line with that list mark (①のうち)."""
    for i, entry in enumerate(entries):
        if i != index and any(_plain(s.mark) == mark for s in entry.seen):
            return i
    return None


def _plain(mark: str) -> str:
    return unicodedata.normalize("NFKC", mark).translate(_UNMARK)


def _row_parent(entries: list[Entry], index: int, m: Mention) -> int | None:
    """The rows below 内訳."""
    if signs.is_total(m.before, m.words, m.row) or signs.is_total(f"{m.label}", "", ""):
        return None
    if "内訳" in m.label or "内訳" in m.titles:
        return _last_whole(entries, index, m)
    return None


def _link_sum(entries: list[Entry], index: int, overlaps: list[int]) -> None:
    """Neighbours that add up to a number are its parts (§4.3: do not sum them again)."""
    whole = entries[index]
    if whole.relation is not None:
        return
    rest = [
        i
        for i, e in enumerate(entries)
        if i != index and e.relation != "same" and e.parent in {None, index}
        and (same_unit(e.unit, whole.unit) or whole.what == "email_address")
        and not _all_old(e)
    ]  # fmt: skip
    for first in range(len(rest)):
        total = 0
        for last in range(first, len(rest)):
            if not same_unit(entries[rest[last]].unit, entries[rest[first]].unit):
                break
            total += entries[rest[last]].value
            over = total - whole.value
            close = whole.mention.number.qualifier == "about" and abs(over) * 50 <= whole.value
            if last > first and (over == 0 or over in overlaps or close):
                for i in rest[first : last + 1]:
                    entries[i].parent, entries[i].relation = index, "part"
                return
            if over > max(overlaps, default=0) and not close:
                break


def _mark_old(entries: list[Entry]) -> None:
    """Numbers that an earlier report gave, where a newer one stands."""
    for entry in entries:
        if entry.relation is not None or len(entries) < 2:
            continue
        if any(e.parent is not None and entries[e.parent] is entry for e in entries):
            continue
        entry.superseded = _all_old(entry)
    if all(e.superseded for e in entries if e.relation is None):
        for entry in entries:
            entry.superseded = False


def _all_old(entry: Entry) -> bool:
    return all(is_old(m) for m in entry.seen)


def is_old(m: Mention) -> bool:
    """Did an earlier report give this number?"""
    if _OLD_AFTER.match(m.after):
        return True
    if _MAYBE_OLD.search(m.before) is None:
        return False
    if _OLD_DIRECT.search(m.before):
        return True
    then = _OLD_BEFORE.search(m.before)
    return bool(then and not _SINCE.search(then[0]) and _OLD_TAIL.search(m.after))


def _link_units(entries: list[Entry]) -> None:
    """Cards and their holders counted apart, nearly as many: one group in two units."""
    tops = [i for i, e in enumerate(entries) if e.relation is None and not e.superseded]
    for first, second in combinations(tops[:_TOPS_MAX], 2):
        a, b = entries[first], entries[second]
        if a.relation is None and b.relation is None and _is_one_group(a, b):
            older, newer = sorted((first, second), key=lambda i: entries[i].mention.number.start)
            entries[newer].parent, entries[newer].relation = older, "same"


def _is_one_group(a: Entry, b: Entry) -> bool:
    near = min(a.value, b.value) * 10 >= max(a.value, b.value) * 7
    labels = "人数" in b.mention.label and "件数" in a.mention.label
    pair = a.what is not None and _SAME_AS.get(a.what) == b.what
    return near and not same_unit(a.unit, b.unit) and (pair or labels)


def _link_cards(entries: list[Entry]) -> None:
    """The text says that those with a card are all among the members."""
    tops = [i for i, e in enumerate(entries) if e.relation is None and not e.superseded]
    wholes = [i for i in tops if entries[i].what not in {"card", "card_holder"}]
    if len(wholes) != 1:
        return
    for i in tops:
        if i != wholes[0] and entries[i].value <= entries[wholes[0]].value:
            entries[i].parent, entries[i].relation = wholes[0], "part"
