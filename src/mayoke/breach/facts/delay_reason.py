"""Why an organisation spoke late, in its own words.

Source: study §3 (section 公表が遅れた経緯 of the card-leak template) and §5 (stated reason for delay).
"""

import re
from collections.abc import Iterator
from itertools import islice

from mayoke.breach.reading import Part, Reading, Sentence
from mayoke.records.incident import Quote

_TELL = r"(?:公表|発表|お?知らせ|ご?案内|告知|ご?報告|ご?連絡|開示|公開|説明|通知)"
_HEAD = re.compile(
    rf"{_TELL}[^。\n?]{{0,14}}(?:遅|時間を要|時間がかか|時期|理由|経緯|今日|本日|至る|至った|タイミング|までの)"
    rf"|(?:なぜ|どうして)[^。\n]{{0,12}}(?:今|いま|遅|すぐ|もっと早|これまで|直ちに|{_TELL})|(?:すぐ|早く|直ちに|早い段階)[^。\n]{{0,24}}(?:なぜ|どうして|なかった(?:の|理由))"
    rf"|{_TELL}(?:まで|に(?:至るまで|あたり))[^。\n?]{{0,10}}(?:日数|日|期間|時間|か月|間が)|(?:今日|本日|現在|この時期)まで[^。\n?]{{0,16}}(?:理由|経緯|について)"
    rf"|(?:遅れ|遅延|時間を要し|今になった|この時期)[^。\n?]{{0,16}}(?:理由|経緯|について|こと|わけ|事情)"
)
_REASON = re.compile(
    r"判断(?:し|いた|に|を|で|の|した)|考え(?:た|、|て|まし|ら)|ためです|ため(?:、|$|。|に|で)|ことから|を?要し(?:た|まし|て|、|$)|を要する|時間がかか|手間取|日数"
    r"|準備(?:を|が|に|の)|協議|調整|待(?:って|ち|つ|った)|控え|慎重|混乱|不確定|不確実|憶測|精査|考慮|配慮|捜査|優先|特定(?:に|を|する)|見極め|整(?:う|え|った|い)|集計|洗い出し"
    r"|不安を|不可欠|万全|必要(?:が|と)(?:あ|判断)|依頼を受け|要請|による(?:もの|。|$)|によります|助言|指導|指示|求められ|言われ|かかり|懸念|おそれ"
)
_SORRY_ONLY = re.compile(
    r"(?:お詫び|おわび|申し訳|ご迷惑|ご心配)[^。]{0,40}$|(?:要し|かかり|遅れ|頂き|いただき)(?:ました|ましたこと|たこと)[^。]{0,30}(?:お詫び|おわび|申し訳)"
)
_LATE = re.compile(
    rf"{_TELL}[^。\n]{{0,50}}(?:遅れ|遅く|時間を要|時間がかか|控え|見送|見合わせ|待って|待つ|保留)"
    rf"|{_TELL}(?:まで|に)[^。\n]{{0,16}}(?:日|時間|日数|期間|間|月)[をが]?(?:要|かか|置|空)[^。\n]{{0,12}}(?:の|理由|わけ)は|{_TELL}[^。\n]{{0,16}}(?:本日|今日|この時期|今)[^。\n]{{0,10}}となり?(?:ました|った)(?:の|理由)は"
    rf"|(?:時間を要|時間がかか|日数を要|控え|待って|待ち|遅れ|整った|整い)[^。\n]{{0,40}}(?:本日(?:の)?|このたびの|今回の|この時期の|今(?:日)?の)?{_TELL}(?:と(?:なり|な)|に(?:至|なり)|が遅|いた|し|する)"
    r"|(?:不確定|混乱)[^。\n]{0,60}(?:公表|発表|告知|公開|開示|お知らせ)"
)
_BECAUSE = re.compile(
    r"ため(?:、|に|で|。|$)|ので|ことから|により|判断|考え|考慮|配慮|優先|を要し(?:た|、|まし)|時間を要|待って|待ち|要請|整|によるもの|助言|指示|求め|おそれ"
)
_STRONG = re.compile(
    r"判断|考え|ため|考慮|配慮|混乱|不確定|不確か|控え|待|おそれ|懸念|助言|要請|による|言われ|を要し|協議|調整|準備|優先|捜査"
)
_INLINE = re.compile(r"[(【<\[]?[^。、()\t]{2,26}?(?:[)】>\]]:?|[:\t]|\.{2,6} ?|… ?)")
_ELSE = re.compile(
    r"(?:なお、)?(?:個別の|復旧|再開|お届け|発送|回復|サービスの)|[^。]{0,200}次第、?(?:ご)?(?:連絡|報告|案内|お知らせ|公表)"
)
_HEAD_ONLY = re.compile(
    r"(?:について|の?理由|経緯|の?時期|わけ|か|[?]|期間|事情|タイミング)[)】>〉\]]?[.…]{0,6} ?$"
)
# Each branch of _HEAD, and of _LATE, holds one of these; looked for first, as that is quick.
_HEAD_CUE = re.compile(
    r"遅|時[間期]|理由|経緯|日|至|タイミング|までの|なぜ|どうして|なかった|間|か月|現在まで|今になった"
)
_LATE_CUE = re.compile(
    r"遅[れく]|時間を要|時間がかか|日数を要|控え|見送|見合わせ|待[っつち]|保留|整[っい]|不確定|混乱|のは|理由は|わけは"
)
_SENTENCES_MAX = 400


def find(reading: Reading, part: Part) -> Quote | None:
    """The words that give the reason for late publication; None if no reason is given."""
    best: tuple[int, Sentence] | None = None
    inside = list(_inside(reading, part))
    for sentence in _in_section(reading, inside):
        points = _points(reading.text[sentence.start : sentence.end])
        if points and (best is None or points > best[0]):
            best = (points, sentence)
    if best is not None:
        return _quote(reading, best[1])
    for sentence in inside:
        if not _LATE_CUE.search(reading.text, sentence.start, sentence.end):
            continue
        said = reading.text[sentence.start : sentence.end]
        if (
            len(said) < 400
            and _LATE.search(said)
            and not _ELSE.match(said)
            and _BECAUSE.search(said)
        ):
            return _quote(reading, sentence)
    return None


def _in_section(reading: Reading, inside: list[Sentence]) -> Iterator[Sentence]:
    """The sentences under a heading or label that asks for the reason."""
    spans = [
        (section.start, section.end)
        for section in reading.sections
        if (section.kind == "delay" or _asks(section.title))
        and section.kind not in {"course", "response"}
    ]
    spans += [(ln.value, ln.end) for ln in reading.lines if ln.label and _asks(ln.label)]
    asked = False
    del spans[20:]
    for sentence in inside:
        if _is_heading(reading, sentence):
            asked = _HEAD.search(reading.text, sentence.start, sentence.end) is not None
            continue
        if (
            asked
            or any(start <= sentence.start < end for start, end in spans)
            or _is_named(reading.text[sentence.start : sentence.start + 32])
        ):
            yield sentence


def _asks(title: str) -> bool:
    return _HEAD_CUE.search(title) is not None and _HEAD.search(title) is not None


def _is_named(said: str) -> bool:
    """Does a sentence begin with a label that asks for the reason?"""
    if not _HEAD_CUE.search(said):
        return False
    label = _INLINE.match(said)
    return label is not None and _HEAD.search(label[0]) is not None


def _is_heading(reading: Reading, sentence: Sentence) -> bool:
    """The question is no answer."""
    if sentence.line >= len(reading.lines):
        return False
    line = reading.lines[sentence.line]
    said = reading.text[sentence.start : sentence.end]
    return (line.heading and not line.label) or (
        len(said) <= 40 and "。" not in said and _HEAD_ONLY.search(said) is not None
    )


def _inside(reading: Reading, part: Part) -> Iterator[Sentence]:
    start, end = reading.main
    if end <= start:
        start, end = 0, len(reading.text)
    inside = (s for s in reading.sentences if start <= s.start < end and part.holds(s.start))
    return islice(inside, _SENTENCES_MAX)


def _points(said: str) -> int:
    """How well a sentence gives a reason; 0 if it only apologises or tells something else."""
    reasons = len(set(_STRONG.findall(said)))
    if not _REASON.search(said) or (_SORRY_ONLY.search(said) and reasons < 2):
        return 0
    return 1 + reasons


def _quote(reading: Reading, sentence: Sentence) -> Quote:
    said = reading.text[sentence.start : sentence.end]
    label = _INLINE.match(said)
    start = label.end() if label and _HEAD.search(label[0]) else 0
    turn = said.find("が、", start)  # "we meant to tell you, but …": the reason comes behind
    if turn >= 0 and _STRONG.search(said[turn:]) and _BECAUSE.search(said[turn:]):
        start = turn + 2
    return reading.quote(sentence.start + start, sentence.start + len(said.rstrip(" 。\n")))
