"""Which stretches of a notice say that something leaked, and which that it did not (study §4.5).

A cue is a verb or noun of leaking, containing or keeping with the ending that decides its sense.
Japanese puts the predicate last, so a cue governs the words before it in its clause.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import ahocorasick_rs

from mayoke.breach.facts import leak_words
from mayoke.breach.reading import Reading

Kind = Literal["leak", "content", "kept", "denial"]
Sense = Literal["leaked", "not_leaked", "open"]

LONGEST = 300_000
"""So much of a text is read for facts told in words; no notice is longer."""
_REACH = 90
"""An ending stands at most so many characters behind its stem."""
_MOST = 6000

_NO = re.compile(
    "ませんでした|ません(?!でしょうか|か)|なかった|ない(?!か|よう|で(?:くだ|下|お)|と(?:は|も)(?:言|い)|わけ|し?場合|限)"
    "|無い|(?<=[がはもてれせにでさき])なく(?!ては|ても|なる|なっ)|無く|無し|なし(?=[。、)」]|$|で)|おらず|れず|せず|ず(?=[、。)])|ぬ(?=[。、])"
)
_KANA = re.compile("[ぁ-ん]{0,14}")
_NOUN = re.compile(
    "事実|痕跡|形跡|証拠|証跡|可能性|おそれ|恐れ|虞|懸念|心配|危険|記録|こと|もの|対象|影響|事案|様子|報告|ケース|被害|情報"
    "|事例|事象|兆候|ログ|履歴|連絡|申し出|話"
)
_VERB = re.compile(
    "(?:ござい|御座い|あり|確認|認め|認知|見つか|見られ|見受け|残|発見|検出|検知|受け|なって|なり|なら|は|含ま|入っ|存在|把握"
    "|寄せ|判断|発生|聞い|報告|該当|いただ|が|も)[ぁ-ん]{0,12}$"
)
_SEEN = re.compile("(?:確認|認め|検知|検出|発見|見つか|把握|報告|発生|受け|見受け)[ぁ-ん]{0,12}$")
_UNSEEN = re.compile("(?:[はもが]|自体は)(?:確認|認め|検知|検出|見つか|受け)[ぁ-ん]{0,8}")
_ELSEWHERE = re.compile(
    "(?:別の?(?:会社|サーバー?|システム|ネットワーク|場所|管理|途|回線|環境)|他社|決済(?:代行)?会社|(?:切り離|独立|分離)[^。、\\n]{0,6})[^。、\\n]{0,14}$"
)
_STOP = re.compile("[。\\n※]|(?:のみ|だけ|[件名点類目桁報])で、|(?<![はでろも在])、")
_NOT_A_NO = re.compile(
    "のでは(?!ござい|御座い|あり|なく|なかっ)|かもしれ|かねな|なければ|ざるを|ほかな|とは[いか言限]|否定|排除|わか|分か|断定|言い切|特定|至っ|否め|拭|ぬぐ|判明"
    "|不明|限り|少なく|にかかわら|問わず|問いま"
    "|まだ|いまだ|未だ|依然|いたしかね|できかね|まもな|間もな|やむなく|もれなく|漏れなく|ことなく|少な|遅滞なく|滞りなく|回収|連絡|と言え|といえ"
)
_STILL = re.compile(
    "(?:た|す|ん)?(?:が|ものの|けれど|一方)[^。\\n]{0,60}?(?:(?P<still>否定(?:は|も|が)?(?:でき|しきれ|し切れ)|否定するこ"
    "|排除(?:は|も)?(?:でき|しきれ)|払拭でき)"
    "|はっきり|断定|可能性(?:が|は|も)(?:ある|あり|ござ|残)|おそれが(?:ある|あり|ござ)|言えま|言い切れ|引き続き調査|調査を継続|調査中)"
)
_IF = re.compile(
    "(?:の|を|する|した|された|等)?(?:防止|防|未然|対策|リスク|に備え|が疑われる場合|した場合|された場合|する場合|時の"
    "|事案が発生した場合|しないよう|されないよう|のないよう|保険"
    "|することのない|が発生しないよう|を想定|に関する(?:お問|ご?相談|窓口)|に関してのお問|元のid|などのトラブル|したとみられるid)"
)
_CAUTION = re.compile(
    "(?:する|いたす|行う|う|く|ねる|める|い|き|ね|め)?(?:する|いたす)?こと(?:は|も)(?:[ぁ-ん一絶対決全]{0,6})(?:ござい|あり|な)"
)
_UNLIKELY = re.compile(
    "[^。、\\n]{0,30}?(?:可能性|おそれ|恐れ|リスク|危険性)[はもが][^。、\\n]{0,10}?(?:低|小さ|考えにく|少な)"
)
_BREAK = re.compile(
    "(?:です|ます|ました|ません|でした|した|ない|ある|いる|だ|だった|なかった|たい|れる|れた)(?:が|けれども?|けど|し|ものの)、"
    "|(?:ており|しており|ですので|ますので|おらず|せず|れず|であり|でして|まして|のため|いるため|たため|ないため|なく|なり"
    "|があり|いたし|こと(?:から|により|で))、"
    "|(?<=[^、。]{2})(?:[名報等ど号ス件みめ所話日齢別点種類分績歴書面表番ド人歴D容先額レル)])で、|(?:のみ|だけ)で、|に限(?:られ|り|定され)、|でした、|※|。|ただし|なお、|一方|;"
)

_BREAK_SIGN = re.compile("、|※|。|一方|;")
_NAMED_END = re.compile(
    "(?<=[^、。]{2})[名報等ど号ス件みめ所話日齢別点種類分績歴書面表番ド人歴D容先額レル]で、"
)


def _tails() -> dict[str, tuple[str, ...]]:
    """The literal ends of clauses before a comma in ``_BREAK``, by their last character."""
    stems = "です ます ました ません でした した ない ある いる だ だった なかった たい れる れた"
    turns = "が けれど けれども けど し ものの"
    words = {stem + turn for stem in stems.split() for turn in turns.split()}
    others = (
        "ており しており ですので ますので おらず せず れず であり でして まして のため いるため たため"
        " ないため なく なり があり いたし ことから ことにより ことで のみで だけで に限られ に限り"
        " に限定され でした なお"
    )
    words.update(others.split())
    return {
        last: tuple(sorted(word for word in words if word.endswith(last)))
        for last in {word[-1] for word in words}
    }


_TAILS = _tails()


@dataclass(frozen=True, slots=True)
class Cue:
    """A predicate at ``text[start:end]`` whose ending reaches to ``until``, and what it says."""

    start: int
    end: int
    until: int
    kind: Kind
    sense: Sense


def find_cues(text: str) -> list[Cue]:
    """Every cue of a text in order; ``open`` where it says neither that data leaked nor not."""
    found: list[Cue] = []
    for index, start, end in _AUTOMATON.find_matches_as_indexes(text[:LONGEST]):
        found.append(_cue(text, start, end, _KINDS[index]))
        if len(found) >= _MOST:
            break
    return found


@lru_cache(maxsize=2)
def cues_of(text: str) -> list[Cue]:
    """The cues of a whole flow, found once for all facts that ask; nobody may change the list."""
    return find_cues(text)


def clause_breaks(text: str, start: int, end: int) -> list[int]:
    """Where one clause of ``text[start:end]`` ends and the next begins."""
    if text.find("ただし", start, end) >= 0:  # may overlap what ends at a comma
        return [match.end() for match in _BREAK.finditer(text, start, end)]
    return [
        match.end()
        for match in _BREAK_SIGN.finditer(text, start, end)
        if text[match.start()] != "、" or _ends_clause(text, start, match.start())
    ]


def _ends_clause(text: str, start: int, comma: int) -> bool:
    """Does a clause of ``text[start:]`` end at the comma? Says what ``_BREAK`` says."""
    tails = _TAILS.get(text[comma - 1]) if comma > start else None
    if tails is None:
        return False
    if text.endswith(tails, start, comma):
        return True
    return text[comma - 1] == "で" and _NAMED_END.match(text, max(start, comma - 2)) is not None


def denied(reading: Reading) -> tuple[tuple[int, int], ...]:
    """The clauses in which the notice says that something did not leak, as stretches of the flow."""
    starts = [sentence.start for sentence in reading.sentences]
    stretches: list[tuple[int, int]] = []
    for cue in find_cues(reading.text):
        if cue.sense != "not_leaked" or not starts:
            continue
        first = starts[max(0, bisect_right(starts, cue.start) - 1)]
        first = max(first, cue.start - 400)
        breaks = [at for at in clause_breaks(reading.text, first, cue.start) if at <= cue.start]
        stretches.append((breaks[-1] if breaks else first, cue.until))
    return tuple(_merged(stretches))


def _merged(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for first, last in sorted(stretches):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def _cue(text: str, start: int, end: int, kind: Kind) -> Cue:
    stop = text.find("\n", end, end + _REACH)
    tail = text[end : stop if stop >= 0 else end + _REACH]
    if kind == "denial":
        return Cue(start, end, end, kind, "not_leaked")
    if _IF.match(tail) or (kind == "kept" and _CAUTION.match(tail)):
        return Cue(start, end, end, kind, "open")
    length, sense = denial(tail, kind)
    if sense is not None:
        return Cue(start, end, end + length, kind, sense)
    if kind == "content" and _ELSEWHERE.search(text, max(0, start - 30), start):
        return Cue(start, end, end, kind, "open")
    if kind == "kept" or _UNLIKELY.match(tail):
        return Cue(start, end, end, kind, "open")
    return Cue(start, end, end, kind, "leaked")


def denial(tail: str, kind: Kind = "leak") -> tuple[int, Sense | None]:
    """How far the denial behind a stem reaches, and its sense; None where nothing is denied."""
    stop = _STOP.search(tail)
    # A stop right behind the ending still belongs to what the ending looks ahead at.
    no = _NO.search(tail, 0, stop.end() if stop else len(tail))
    if no is None or not _governs(tail[: no.start()], kind) or _NOT_A_NO.search(tail, 0, no.end()):
        return 0, None
    still = _STILL.match(tail, no.end())
    if still:
        return still.end(), "leaked" if still["still"] else "open"
    return no.end(), "not_leaked"


def _governs(between: str, kind: Kind) -> bool:
    """Does a "not" behind these words deny the stem before them?"""
    if _KANA.fullmatch(between) or (kind == "kept" and _UNSEEN.fullmatch(between)):
        return True
    if kind != "kept" and _SEEN.search(between, max(0, len(between) - 18)):
        return len(between) <= 34 or _NOUN.search(between) is not None
    return (
        _NOUN.search(between) is not None
        and _VERB.search(between, max(0, len(between) - 18)) is not None
    )


def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, list[Kind]]:
    kinds: dict[str, Kind] = {}
    tables: tuple[tuple[str, Kind], ...] = (
        (leak_words.LEAK, "leak"),
        (leak_words.CONTENT, "content"),
        (leak_words.DENIAL, "denial"),
        (leak_words.KEPT, "kept"),
    )
    for words, kind in tables:
        for word in words.split():
            kinds.setdefault(word, kind)
    return (
        ahocorasick_rs.AhoCorasick(
            list(kinds),
            matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
            implementation=ahocorasick_rs.Implementation.DFA,
        ),
        list(kinds.values()),
    )


_AUTOMATON, _KINDS = _automaton()
