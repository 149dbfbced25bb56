"""Which of a document's dates is that of the announcement, and which the document's own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mayoke.breach.dates.lines import GOOD, Candidate, DateLines
from mayoke.breach.reading import Reading
from mayoke.text.written import Written

_TODAY_IS = re.compile(r"本日[(、]?\Z")
_OWN_RELEASE = re.compile(
    r"[ :\t)]{0,2}[^。\n]{0,12}(?:本(?:件)?の?(?:発表|公表|お知らせ|開示|リリース|公開)(?![時前後])"
    r"|本件を(?:公表|発表|公開)|当発表|本ページを?(?:公開|掲載))"
)
_OURSELVES = re.compile(
    "弊社|当社|当店|当院|本学|当法人|弊店|当会|弊会|当館|当センター|本校|当校|本会|当組合|当行|当協会|弊法人"
    "|当宿|当施設|本市で|当市|本県で|当機構|当財団|当所|弊所|当園|当団体|当支部|当グループ|弊グループ"
    "|お詫び(?:申し|いた|しま|の言葉)|深くお詫び|おわび(?:申し|いた|しま|する)|申し訳ござい"
    "|ご迷惑を?お(?:かけ|掛け)|御迷惑をお|再発防止に(?:努め|取り組)[んてま]|信頼を(?:損な|裏切)|各位"
)
_REPORTED = re.compile(
    "発表した。|発表した[^。]|発表し、|発表しました。|公表した。|を公表しました。|を明らかにした|が明らかになった"
    "|[がと]分かった。|[がと]わかった。|によると|という。|によれば|としている。|同社|同(?:企業団|組合|局|課|部|事務所|協会"
    "|財団|法人|団体|会|所|区|町|村|庁|省|行|店)(?:は|で|によ)|同市は|同県|同大は|同校|同院|同病院|同センター"
    "|公式サイト|書類送検|県警|警視庁|府警|道警"
)
_PRESS = re.compile(
    "編集部|コラム|記者(?!会見|発表|クラブ|提供|レク|説明)|取材|本誌|本紙|管理人|当ブログ|カテゴリ|会員限定記事"
    "|まとめ記事|執筆|ライター|この記事|目次"
)
_ANNOUNCED = re.compile(
    r"(?:発表|公表|明らかに|報告|お知らせ|リリース|公開|掲載)"
    r"(?:し(?:た|ました|ている|ています)|を行(?:った|いました)|。|された|があっ)"
)
_AFTER_ANNOUNCED = re.compile(r"付で|付けで|付、|、|,|に|までに|夜、|午後|午前")
_PUT_UP = re.compile(
    r"(?:付で|付けで|に|、)[^。\n]{0,30}(?:謝罪文|お詫び|おわび|お知らせ|リリース|公表文|報告|発表)"
    r"[^。\n]{0,14}(?:掲載|公開|公表|発表|出|され)"
    r"|に(?:事案|本件|事実|概要|経緯|被害)?を?(?:公表|発表)し(?:た|、)"
)
_POLITE = re.compile("(?:ました|しております|ございます|います|ません)。")
_ALERT = re.compile("消費生活|国民生活センター|消費者(?:情報|庁|ホットライン)|注意喚起情報")
"""Who warns of somebody else's leak."""
_OTHERS = re.compile(
    "[と旨](?:発表|公表|明らかに)し(?:た|ました|ている|ています)。|によりますと|によると|ということです"
    "|[がと](?:分|わ)かりました。"
)
"""Said of somebody else, in news that are told politely."""
_UPDATED = re.compile(r"(?<!最終)(?<!終)更新(?:年月日|日)[ :\t]{0,3}\Z")
_QUOTED = re.compile(r"「[^」\n]{0,300}」")
_HEAD = 20_000
"""So many characters tell whose voice it is."""
_SENTENCE = 250

_Voice = Literal["own", "press", "quoting"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Indexes of the written dates that are the announcement's and the document's own.

    ``reported``: somebody else tells of the announcement (news, blog), so that ``notice`` is the
    day the operator announced and ``document`` that of the article.
    """

    notice: int | None
    document: int | None
    reported: bool


def choose(reading: Reading, dates: Sequence[Written], paired: frozenset[int]) -> Chosen:
    """Find the date of the announcement; ``paired`` are the sides of periods.

    Study section 4.4: the date line near the head, at the end, or a label line; never the day of
    the last update. In news the day told with 発表した, while the date line is the article's.
    """
    lines = DateLines(reading, dates)
    judged = [lines.judge(i, w) for i, w in enumerate(dates) if i not in paired]
    good = [c for c in judged if c is not None and c.score >= GOOD]
    best = _best(good)
    announced = _announced(reading, dates, paired)
    voice = _voice(reading, announced=announced is not None)
    if voice == "own":
        notice = best if best is not None else _own_release(reading, dates)
        notice = _brought_up(reading, dates) if notice is None else notice
        return Chosen(notice, None, reported=False)
    return (_of_quoting if voice == "quoting" else _of_article)(good, announced)


def _best(candidates: Sequence[Candidate]) -> int | None:
    """The index of the best date line, the first among equals."""
    best = max(candidates, key=lambda c: (c.score, -c.index), default=None)
    return best.index if best else None


def _of_article(good: list[Candidate], announced: int | None) -> Chosen:
    """News: the day told, and the line of the article."""
    own = _best([c for c in good if not c.letterhead])
    return Chosen(announced, _best(good) if own is None else own, reported=True)


def _of_quoting(good: list[Candidate], announced: int | None) -> Chosen:
    """A blog around a notice: the letter's date, and before it the blog's own."""
    letter = _best([c for c in good if c.letterhead])
    if letter is None:
        best = _best(good)
        return Chosen(announced if best is None else best, None, reported=announced is not None)
    own = _best([c for c in good if not c.letterhead and c.index < letter])
    return Chosen(letter, own, reported=True)


def _voice(reading: Reading, *, announced: bool) -> _Voice:
    """Who speaks: the operator, the press, or somebody who quotes a notice.

    ``announced``: the text tells that somebody announced something on a day.
    """
    start, end = reading.main
    text = reading.text[start : min(end, start + _HEAD)]
    own = len(_OURSELVES.findall(_QUOTED.sub("", text)))
    polite = _POLITE.search(text) is not None
    press, told = len(_PRESS.findall(text)), len(_REPORTED.findall(text))
    if own == 0 and polite and press < 2:
        return "press" if announced and _OTHERS.search(text) else "own"
    if own == 0:
        return "press" if announced or press >= 2 or told >= 2 else "own"
    if _ALERT.search(text[:_SENTENCE]) and told:
        return "press"
    if own == 1 and announced and told >= 2:
        return "press"
    return "quoting" if press else "own"


def _announced(reading: Reading, dates: Sequence[Written], paired: frozenset[int]) -> int | None:
    """The date of 「…は14日、…と発表した」."""
    start, end = reading.main
    for i, written in enumerate(dates):
        if i in paired or written.day is None or not start <= written.start < end:
            continue
        if _is_announced(reading.text, written):
            return i
    return None


def _is_announced(text: str, written: Written) -> bool:
    if _PUT_UP.match(text, written.end, written.end + 60):
        return True
    if not _AFTER_ANNOUNCED.match(text, written.end):
        return False
    stop = text.find("。", written.end, written.end + _SENTENCE)
    if stop < 0 or text[written.start - 1 : written.start] not in "はが、\n。":
        return False
    return _ANNOUNCED.search(text, max(written.end, stop - 30), stop + 1) is not None


def _brought_up(reading: Reading, dates: Sequence[Written]) -> int | None:
    """更新日:2019年11月5日 above a city's page that bears no other date."""
    for i, written in enumerate(dates):
        if written.day is None or written.year is None:
            continue
        if _UPDATED.search(reading.text, max(0, written.start - 12), written.start):
            return i
    return None


def _own_release(reading: Reading, dates: Sequence[Written]) -> int | None:
    """本日(5月12日), or the entry of the course that is this announcement (8月26日 本発表)."""
    text = reading.text
    found = None
    for i, written in enumerate(dates):
        if written.day is None or written.month is None or written.relative:
            continue
        today = _TODAY_IS.search(text, max(0, written.start - 4), written.start)
        if today or _OWN_RELEASE.match(text, written.end, written.end + 40):
            found = i
    return found
