"""Points for and against "this is about one concrete leak", in one table, with their reasons.

Source: study §3 (what leak notices have), §4.5 and §4.13 (what their nearest neighbours have).
"""

import re
from collections.abc import Iterator, Mapping

from mayoke.breach.facts.kind.frames import HOLDS, ITEM_LIST, frames, lists_data
from mayoke.breach.facts.kind.page import Page

POINTS: Mapping[str, int] = {
    "admits": 6,  # a sentence admits that personal data leaked, were lost or lay open
    "admits_again": 3,
    "admits_often": 2,
    "names_leak": 4,  # words of a leak; the personal data stand in another sentence
    "names_leak_again": 1,
    "hints": 2,  # an intrusion, or a leak of we know not what
    "hints_again": 1,
    "fears": 3,  # not known yet, being looked into, cannot be ruled out
    "title_admits": 5,
    "title_hints": 2,
    "title_data": 2,  # the title names personal data
    "hit_data": 3,  # what was broken into held personal data
    "sorry": 2,
    "own_voice": 1,
    "count": 2,  # so and so many people, next to the leak
    "items": 2,  # a list of what leaked
    "shape": 5,  # no word of a leak, yet: sorry (or found, or reported), and whose data stood in it
    "lists": 4,  # a heading of what was seen, sent or lost over a list of personal data
    "holds": 2,  # what was lost, hit or sent held personal data
    "course": 1,
    "delay": 2,
    "ppc": 2,  # reported to the privacy commission
    "police": 1,
    "follow": 1,  # desk, individual notice, what to beware of
    "reported": 2,  # news words next to an admission
    "dated": 1,
    # Against.
    "only_denied": -6,
    "own_denial": -5,  # "nothing leaked from us" and nothing else is admitted
    "no_personal_data": -6,
    "title_denies": -8,
    "nobody_hit": -14,  # what was lost held no personal data
    "concluded_none": -14,  # the outcome of the examination: nothing leaked
    "template": -30,
    "template_words": -10,
    "recall": -8,
    "maintenance": -6,
    "alert": -9,
    "alert_quotes": -7,
    "tampering": -4,
    "column": -9,
    "column_title": -4,
    "nameless_case": -5,
    "advice": -4,
    "nobody_speaks": -24,  # an essay: no operator who apologises, nobody who reports
    "roundup": -18,
    "payment_stop": -13,
    "policy": -9,
    "advert": -12,
    "job": -8,
    "address": -2,  # the address of the page says privacy, recruit, seminar …
}
NEEDED = 6

_OTHER_TITLES = frozenset(
    {"column", "column_title", "template", "template_words", "advert", "alert", "policy"}
)
_NEGATED = re.compile(
    r"(?:ません|いない|おりません|なかった|ございません|ませんでした)[^。]{0,6}。?$"
)
_PPC = re.compile(
    r"個人情報保護委員会[^。\n]{0,40}(?:報告(?!は)|届|速報|確報|提出|相談|連絡)"
    r"|(?:報告|届け?出|速報|確報)[^。\n]{0,20}個人情報保護委員会"
)
_POLICE = re.compile(
    r"(?:警察|県警|警視庁|[^\n]署)[^。\n]{0,24}(?:届|相談|通報|申告|提出|報告)|被害届"
)
_REPORTED = (("ppc", _PPC), ("police", _POLICE))
_FOUND = re.compile(
    r"(?:こと|状態|旨|の)(?:が|を)(?:分か|わか|判明|発覚|明らか|確認)|発表した|発覚し|判明し|(?:気付|気づ)[いき]"
)
_PEOPLE = frozenset("件名人社世帯口座通枚冊組者先戸")


def score(page: Page) -> dict[str, int]:
    """Sign → points, all that apply; the page is about a leak if they sum to ``NEEDED`` or more."""
    against = list(frames(page))
    signs = [*_for(page), *against]
    if _OTHER_TITLES.intersection(against):  # their title speaks of leaks, not of this one
        signs = [sign for sign in signs if not sign.startswith("title_")]
    return {sign: POINTS[sign] for sign in signs}


def _for(page: Page) -> Iterator[str]:
    yield from _judged(page)
    if page.titled is not None:
        name = {"admits": "title_admits", "hints": "title_hints", "denies": "title_denies"}
        if page.titled.says in name:
            yield name[page.titled.says]
    if "data" in page.title_signs:
        yield "title_data"
    for sign in ("sorry", "own"):
        if sign in page.words:
            yield {"sorry": "sorry", "own": "own_voice"}[sign]
    told = page.titled is not None and page.titled.says in {"admits", "hints"}
    if any(j.says != "denies" for j in page.judged) or (told and lists_data(page)):
        yield from _around(page)
    elif _has_shape(page):
        yield "shape"
        if _any_count(page):
            yield "count"


def _judged(page: Page) -> Iterator[str]:
    said = [j.says for j in page.judged]
    admits = said.count("admits")
    hinted = [j for j in page.judged if j.says == "hints"]
    data = bool(hinted) and _plainly_data(page)
    named = sum(1 for j in hinted if j.family != "intrusion") if data else 0
    yield from ("admits", "admits_again", "admits_often")[:admits]
    yield from ("names_leak", "names_leak_again")[:named]
    yield from ("hints", "hints_again")[: len(hinted) - named]
    if "fears" in said:
        yield "fears"
    if any(j.family == "intrusion" and j.data and not _ends_negated(page, j.start) for j in hinted):
        yield "hit_data"
    if "denies" in said and not admits and not named and not lists_data(page):
        yield "only_denied"
    if hinted and not admits and not data and "data" not in page.title_signs:
        yield "no_personal_data"


def _plainly_data(page: Page) -> bool:
    """Do personal data stand in a sentence that ends in no negation?"""
    return any(
        "data" in signs and not _NEGATED.search(page.reading.text[max(start, end - 40) : end])
        for (start, end), signs in zip(page.spans, page.signs, strict=True)
    )


def _ends_negated(page: Page, at: int) -> bool:
    start, end = page.span_at(at)
    return _NEGATED.search(page.reading.text[max(start, end - 40) : end]) is not None


def _around(page: Page) -> Iterator[str]:
    """What stands round an admission in a notice or in news of it."""
    kinds = {s.kind for s in page.reading.sections if page.start <= s.start < page.end}
    text = page.text
    if kinds & {"items", "affected"} or ITEM_LIST.search(text):
        yield "items"
    if lists_data(page):
        yield "lists"
    if _holds(page):
        yield "holds"
    if "course" in kinds:
        yield "course"
    if "delay" in kinds:
        yield "delay"
    yield from (sign for sign, said in _REPORTED if said.search(text))
    if page.many("follow") >= 2:
        yield "follow"
    if page.many("report"):
        yield "reported"
    if _counted(page):
        yield "count"
    if any(d.precision in {"day", "hour", "minute"} for d in page.reading.dates):
        yield "dated"


def _holds(page: Page) -> bool:
    """Does a sentence say that names, addresses … stood in it?"""
    return any(
        "data" in signs
        and HOLDS.search(page.reading.text, start, min(end, start + 400))
        and not _ends_negated(page, start)
        for (start, end), signs in zip(page.spans[:400], page.signs[:400], strict=True)
    )


def _has_shape(page: Page) -> bool:
    """A mishap told in words of its own: regret or discovery, and names … that stood in it."""
    if not (page.many("sorry") or _FOUND.search(page.text)):
        return False
    if not any(page.many(sign) for sign in ("loss", "misdelivery", "exposed", "taken", "sorry")):
        return False
    return page.many("data") >= 2 and _holds(page)


def _any_count(page: Page) -> bool:
    return any(number.unit[:1] in _PEOPLE for number in page.reading.numbers[:400])


def _counted(page: Page) -> bool:
    told = (j for j in page.judged if j.says == "admits" or (j.says == "hints" and j.data))
    near = [(j.start - 120, j.end + 160) for j in told][:40]
    return any(
        number.unit[:1] in _PEOPLE and any(start <= number.start < end for start, end in near)
        for number in page.reading.numbers[:400]
    )
