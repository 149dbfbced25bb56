"""What went wrong, as a code of the schema, and whether the notice states or only supposes it."""

import re
from dataclasses import dataclass

import ahocorasick_rs

from mayoke.breach.facts.cause import words as cause_words
from mayoke.breach.facts.cause.near import NEAR, NEAR_ANCHORS, SKIMMING_ANCHORS, is_skimming
from mayoke.breach.facts.cause.processor import at_processor
from mayoke.breach.facts.elsewhere import related_lines, tells_of_another
from mayoke.breach.facts.items.words import expand, patterns
from mayoke.breach.facts.negation import LONGEST
from mayoke.breach.facts.places import Places
from mayoke.breach.reading import Part, Reading
from mayoke.records.incident import Cause, Located

_SUPPOSED = re.compile(
    "思われ|考えられ|考えてお|考えてい|推測|推定|推察|とみられ|と見られ|とみて|とみる|可能性|おそれ|恐れ|疑い|疑われ|模様|想定され|と思料|と判断され|断定"
)
_UNKNOWN = re.compile(
    "原因(?:等|など)?(?:の(?:究明|特定|詳細))?(?:は|について|につきまして|に関して|を)(?:は|も)?、?[^。\\n]{0,30}?(?:調査中"
    "|調査してお|調査を(?:進|続|継|行)|調べ|不明|判明(?:して|いたして)(?:い|お)|わかって(?:い|お)|分かって(?:い|お)"
    "|特定(?:でき|に(?:は)?至))"
)
_OWN_FAULT = frozenset(
    {"misdelivery", "improper_disposal", "lost_device", "insider", "phishing_account_takeover"}
)
_NO_ATTACK = frozenset(
    {"misdelivery", "improper_disposal", "lost_device", "inadvertent_publication"}
)
"""Causes that no attack refines: which of the two a notice tells more often is its cause."""
_SHOWN = frozenset({"inadvertent_publication", "misdelivery", "web_skimming"})
"""Causes that themselves explain why data lay open."""
_ASKS = re.compile("[^。、\\n]{0,4}か(?=[、「(\n]|[一-龠0-9]|$)")
"""A newspaper's title: 不正アクセスか."""
_SENTENCE = 200
_GUESS = re.compile("とみられ|と見られ|と思われ|と推|と考えられ")
_GUESSED = re.compile("(?:もの|こと)と(?:推定|推測|推察)")
_NEVER_THERE = frozenset({"misdelivery", "improper_disposal", "insider", "credential_stuffing"})
"""Who hires a processor answers for these itself, or they happen at the site's own door."""
_DENIED = re.compile(
    "(?:に?よる|の|は|が|を|など|等|に)?[^。、\\n]{0,14}(?:痕跡|形跡|事実|被害|こと|もの|兆候|可能性|履歴|跡)?[はがもを等で]{0,2}[^。、\\n]{0,10}?"
    "(?:確認(?:さ?れ|でき|して)|認め|見つか|ござい|あり|検出|検知|受けて|では)[ぁ-ん]{0,6}?(?:ません|なかった|ない|ず|なく)"
)
_MEMBERS = re.compile("会員|お客様|お客さま|マイページ|ユーザー|利用者")
_NOT_MEMBERS = re.compile(
    "管理画面|管理者|管理用|メールアカウント|サーバーへの不正ログイン|社内|vpn"
)
_RESET = re.compile(
    "パスワード[^。\\n]{0,24}(?:無効|初期化|リセット|変更|再設定)|(?:アカウント|id)[^。\\n]{0,12}(?:ロック|停止|凍結)|なりすま|試行"
)
_DEVICE = re.compile(
    "vpn|遠隔接続|リモート(?:接続|アクセス)|機器|装置|ファームウェア|ルーター?|ファイアウォール|ファイヤーウォール|utm|メール(?:関連)?システム|メールサーバー?|ネットワーク"
)
"""Weak spots of these are no weak spot of a site."""
_HOW = re.compile("偽|フィッシング|詐欺|装|入力|騙|だま|スミッシング|警告画面")
_LEAKS = re.compile("漏|流出|閲覧|流失|持ち出|盗|窃取|、")
_RANK = (
    "malware_ransomware",
    "web_skimming",
    "credential_stuffing",
    "site_vulnerability",
)


@dataclass(frozen=True, slots=True)
class CauseFound:
    """The cause; ``confirmed`` is None where it is unknown. ``where`` are the words it is from."""

    cause: Cause | None
    confirmed: bool | None
    where: tuple[Located, ...] = ()


@dataclass(frozen=True, slots=True)
class _Hit:
    code: str
    start: int
    end: int
    weight: float
    supposed: bool
    reason: bool
    how: bool = False
    """Does it tell how an account was taken, not only that it was?"""


def find(reading: Reading, part: Part) -> CauseFound:
    """The cause of one incident (README rules: the processor's breach whatever its root)."""
    hits = _hits(reading, part)
    code = _choose(reading, part, hits)
    if code is None:
        asked = _UNKNOWN.search(reading.text)
        where = (Located("unknown", reading.quote(*asked.span())),) if asked else ()
        return CauseFound("unknown", None, where)
    chosen = [hit for hit in hits if hit.code == code] or hits  # a processor's breach has no word
    chosen = sorted(chosen, key=lambda hit: (-hit.weight, hit.start))[:4]
    places = tuple(Located(code, reading.quote(hit.start, hit.end)) for hit in chosen)
    return CauseFound(code, _confirmed(code, hits), places)


def _confirmed(code: str, hits: list[_Hit]) -> bool:
    """Is the cause stated as a fact, in the passage that tells reasons if there is one?"""
    own = [hit for hit in hits if hit.code == code]
    reasons = [
        hit
        for hit in hits
        if hit.reason and (hit.code != "unauthorised_access" or hit.code == code)
    ]
    if reasons and not any(hit.code == code for hit in reasons):
        return not all(hit.supposed for hit in reasons) if code in _OWN_FAULT else True
    if code == "lost_device" and any(h.code == "improper_disposal" and h.supposed for h in hits):
        return False  # lost, perhaps destroyed with other papers
    how = [hit for hit in own if hit.how]
    told = [hit for hit in how or own if hit.reason] or how or own
    return not told or not all(hit.supposed for hit in told)


def _choose(reading: Reading, part: Part, hits: list[_Hit]) -> Cause | None:
    scores: dict[str, float] = {}
    for hit in hits:
        worth = hit.weight * (0.5 if hit.supposed else 1.0)
        scores[hit.code] = min(scores.get(hit.code, 0.0) + worth, 40.0)
    if "web_skimming" in scores:
        scores["web_skimming"] += scores.pop("site_vulnerability", 0.0)
    opened = scores.pop("open_state", 0.0)
    if opened and not scores.keys() & _SHOWN:
        scores["misconfiguration"] = scores.get("misconfiguration", 0.0) + opened
    general = scores.pop("unauthorised_access", 0.0)
    best = _best(scores)
    if best not in _NEVER_THERE and (
        reading.kind == "processor_client_notice"
        or at_processor(reading, part, lost=best in _OWN_FAULT)
    ):
        return "processor_breach"
    if best is not None and not (best in _NO_ATTACK and general > 2.0 * scores[best]):
        return best
    if not general:
        return None
    logins = any("ログイン" in reading.text[hit.start : hit.end] for hit in hits)
    stuffed = (
        logins
        and _MEMBERS.search(reading.text)
        and _RESET.search(reading.text)
        and not _NOT_MEMBERS.search(reading.text)
    )
    return "credential_stuffing" if stuffed else "unauthorised_access"


def _best(scores: dict[str, float]) -> Cause | None:
    if not scores:
        return None
    top = max(scores.values())
    for code in _RANK:
        # An attack that is named is the cause, also where its way in is told at more length.
        if code == "malware_ransomware" and scores.get(
            "phishing_account_takeover", 0.0
        ) * 1.2 >= scores.get(code, 0.0):
            continue
        if scores.get(code, 0.0) >= 0.4 * top:
            return _CODES[code]
    return _CODES[max(scores, key=lambda code: scores[code])]


def _hits(reading: Reading, part: Part) -> list[_Hit]:
    text = reading.text
    places = Places(reading)
    related = _related(reading)
    found: list[_Hit] = []
    for index, start, word_end in _AUTOMATON.find_matches_as_indexes(text[:LONGEST]):
        code, end = _ENTRIES[index], word_end
        if not code or not (reading.main[0] <= start < reading.main[1] and part.holds(start)):
            continue
        if code == "near":
            code, end = _near(text, start, end)
            if not code:
                continue
        if _DENIED.match(text, end, end + 48) or _is_another(reading, related, start):
            continue
        if code == "site_vulnerability" and _DEVICE.search(_before(text, start)):
            code = "unauthorised_access"
        weight, reason = places.weight(start)
        if weight <= 0:
            continue
        supposed = _is_supposed(text, end) or (
            code == "credential_stuffing" and end > word_end and _GUESS.search(text, word_end, end)
        )
        how = code == "phishing_account_takeover" and _HOW.search(text, start, end) is not None
        found.append(_Hit(code, start, end, weight, bool(supposed), reason, how))
        if len(found) >= 400:
            break
    return found


def _related(reading: Reading) -> list[tuple[int, int]]:
    lines = sorted(related_lines(reading))
    return [(reading.lines[index].start, reading.lines[index].end) for index in lines]


def _is_another(reading: Reading, related: list[tuple[int, int]], at: int) -> bool:
    """Is another incident told of at an offset?"""
    if any(first <= at < last for first, last in related):
        return True
    text = reading.text
    back = max(0, at - _SENTENCE)
    first = max(text.rfind("。", back, at), text.rfind("\n", back, at), back - 1) + 1
    ends = (text.find(sign, at, at + _SENTENCE) for sign in "。\n")
    return tells_of_another(text[first : min((end for end in ends if end >= 0), default=at)])


def _before(text: str, at: int) -> str:
    """The words of the sentence before an offset, at most forty."""
    back = text[max(0, at - 40) : at]
    return back[max(back.rfind("。"), back.rfind("\n")) + 1 :]


def _near(text: str, start: int, end: int) -> tuple[str, int]:
    """The cause an anchor tells with the words around it, "" if none, and where they end."""
    if text[start:end] in SKIMMING_ANCHORS:
        return ("web_skimming", end) if is_skimming(text, start, end) else ("", end)
    for code, anchors, before, after in NEAR:
        if text[start:end] not in anchors:
            continue
        line = text.rfind("\n", max(0, start - 60), start) + 1
        back = text[max(line, start - 60) : start]
        if before is not None and not before.search(back):
            continue
        behind = after.match(text, end, end + 60) if after is not None else None
        if after is not None and behind is None:
            continue
        # Whose words reach on, and may hold とみられる of another thing, end where those end.
        return code, behind.end() if behind and code == "credential_stuffing" else end
    return "", end


def _is_supposed(text: str, end: int) -> bool:
    stop = min(
        (at for at in (text.find("。", end, end + 60), text.find("\n", end, end + 60)) if at >= 0),
        default=end + 60,
    )
    if _ASKS.match(text, end, end + 20):
        return True
    if _GUESSED.search(text, end, stop):
        return True
    leaks = _LEAKS.search(text, end, stop)
    return _SUPPOSED.search(text, end, leaks.start() if leaks else stop) is not None


def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, list[str]]:
    codes: dict[str, str] = {}
    for code, written in cause_words.PHRASES.items():
        for pattern in patterns(written):
            for word in expand(pattern):
                codes.setdefault(word, code)
    for anchor in NEAR_ANCHORS:
        codes.setdefault(anchor, "near")
    for pattern in patterns(cause_words.BLOCKED):
        for word in expand(pattern):
            codes[word] = ""
    return (
        ahocorasick_rs.AhoCorasick(list(codes), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest),
        list(codes.values()),
    )


_CODES: dict[str, Cause] = {
    "site_vulnerability": "site_vulnerability",
    "web_skimming": "web_skimming",
    "credential_stuffing": "credential_stuffing",
    "malware_ransomware": "malware_ransomware",
    "misdelivery": "misdelivery",
    "misconfiguration": "misconfiguration",
    "lost_device": "lost_device",
    "insider": "insider",
    "phishing_account_takeover": "phishing_account_takeover",
    "improper_disposal": "improper_disposal",
    "inadvertent_publication": "inadvertent_publication",
}
_AUTOMATON, _ENTRIES = _automaton()
