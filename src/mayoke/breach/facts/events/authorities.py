"""How a report to an authority is read: which one it goes to, when it stands elsewhere too."""

import re

import re2

from mayoke.breach.facts.events import words
from mayoke.breach.facts.events.clauses import Clause
from mayoke.breach.facts.events.rule import planned, refused

_REPORT = re2.compile(words.REPORT)
_TO = {
    "ppc": re2.compile(words.COMMISSION),
    "police": re2.compile(words.POLICE),
}
_SIGNS = {
    words.COMMISSION: re.compile("委|ppc"),
    words.POLICE: re.compile("[警告届捜署]|110番|交番"),
}
"""Signs without which the pattern of an authority finds nothing."""
_ANY = re2.compile(
    words.COMMISSION
    + "|"
    + words.POLICE
    + r"|[一-龥]{1,6}省|金融庁|監督官庁|当局|[県府都]の?[^警。、]{0,8}[課局室]"
)
_LISTED = re2.compile(r"届|報告|相談|当局|官公庁|行政")
_NOT = re2.compile(
    r"(?:の|から|より)(?:指導|助言|指示|要請|許可|受理)|(?:に|と)協力|捜査に|(?:から|より)[^。、]{0,20}?(?:連絡|情報提供|指摘)"
)
_FROM = re.compile(r"^(?:本部|署|庁|事務局|[一-龥]{0,6})(?:から|より)")
_PASSIVE = re.compile(r"^られ")
_AGAIN = re2.compile(
    r"◇(?:付け?で|に|は|、|も|再度|改めて|あらためて|別途|追加で)*"
    r"(?:[^。、◇]{0,6}の|[^。、◇]{0,8}(?:で|にて)も?)?(?:速報|確報|続報|詳報|第[一1]報|最終報告|中間報告|追加報告|報告|届け?出|届出|相談|提出|通報)"
)
_AGAIN_BEFORE = re2.compile(
    r"(?:速報|確報|続報|詳報|第[一1二2]報|最終の?報告|追加の?報告|届け?出|相談|提出)[^。、◇]{0,4}?(?:は|を|が)?◇"
)
_FUTURE = re.compile(r"^(?:を)?(?:いた)?(?:します|する(?:。|\Z)|予定)")


def report(clause: Clause, target: re2._Regexp, told: str | None) -> tuple[int, int] | None:
    """Where the clause tells of a report to ``target`` (``words[start:end]``), or None."""
    said = clause.words
    place = target.search(said) if _may_name(target, said) else None
    if place is None:
        return _carried(clause, target, told)
    if _FROM.search(said[place.end() :]):
        return None
    for verb in _REPORT.finditer(said):
        if verb.start() < place.start() - 30:
            continue
        if _crosses(said, place.end(), verb.start()) or _PASSIVE.search(said[verb.end() :]):
            continue
        if _NOT.search(said[place.end() : max(verb.start(), place.end())][:24]):
            continue
        return _checked(
            clause, min(place.start(), verb.start()), max(place.end(), verb.end()), told
        )
    ends = not said[place.end() :].strip("。、) \t」") and "◇" in said[: place.start()]
    if ends and _LISTED.search(clause.label + clause.lead[-60:] + said[: clause.mark]):
        return place.start(), place.end()
    heading = clause.label + clause.title + clause.lead[-40:] + said
    if clause.postposed and _LISTED.search(heading):
        return place.start(), max(place.end(), clause.mark)
    return None


def _may_name(target: re2._Regexp, said: str) -> bool:
    """False where a quick look shows that the authority is not named."""
    sign = _SIGNS.get(target.pattern)
    return sign is None or sign.search(said) is not None


def _crosses(said: str, start: int, end: int) -> bool:
    """Does a sentence end between authority and verb, or stand the verb far before it?"""
    return "。" in said[min(start, end) : max(start, end)] or end - start > 70


def _carried(clause: Clause, target: re2._Regexp, told: str | None) -> tuple[int, int] | None:
    """個人情報保護委員会へは◇に速報、◇に確報: the authority was named with an earlier date."""
    if not clause.lead or not _may_name(target, clause.lead):
        return None
    verb = _AGAIN.search(clause.words) or (
        _AGAIN_BEFORE.search(clause.words) if clause.postposed else None
    )
    if verb is None or _ANY.search(clause.words):
        return None
    named = max(_ANY.finditer(clause.lead), key=lambda m: m.start(), default=None)
    if named is None or not target.search(clause.lead[named.start() :]):
        return None
    if "。" in clause.lead[named.end() :] or _NOT.search(
        clause.lead[named.end() : named.end() + 24]
    ):
        return None
    return _checked(clause, verb.start(), verb.end(), told)


def _checked(clause: Clause, start: int, end: int, told: str | None) -> tuple[int, int] | None:
    """None for what is denied, or only planned for a later day."""
    if refused(clause.words, end) or planned(clause.words, end):
        return None
    if _FUTURE.search(clause.words[end:]) and (told is None or clause.anchor.iso > told):
        return None
    return start, end


def to(name: str) -> re2._Regexp:
    """The pattern of an authority: ``ppc`` or ``police``."""
    return _TO[name]
