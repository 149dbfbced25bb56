"""What is told from outside in a clause: by whom, and that it is the first word of the leak."""

import re2

from mayoke.breach.facts.events import words
from mayoke.breach.facts.events.actors import Cast, Told, given_by, told_by
from mayoke.breach.facts.events.clauses import Clause
from mayoke.breach.facts.events.rule import Heard, planned, refused

_NOTICE = re2.compile(words.NOTICE)
LATER = re2.compile(
    r"承認|了承|再発行|許可|再開|一覧|リスト(?:を|の)|データの?(?:提供|受領)|回答|見解|助言|指導|受理|結果|報告書|中間|最終|完了|終了|逮捕"
    r"|送検|起訴|捜査の?(?:結果|進展)|引き?渡|回収|返却|続報|協議|確認書|誓約|(?:消去|削除|破棄)(?:した|済|され|の)"
)
"""What is told later: results, lists, consent, that data were deleted."""
_FOUND_BACK = re2.compile(
    r"(?:警察|交番|駅|遺失物)[^。]{0,12}?から、?[^。]{0,40}?(?:届いている|届けられた|見つかった|保管)(?:と|旨)"
)
_OURS = re2.compile(
    r"(?:お客(?:様|さま)|皆(?:様|さま)|対象|該当|本人|関係者|会員|利用者)[^。、]{0,8}?(?:へ|に)(?:は|も)?[^。]{0,40}?(?:連絡"
    r"|電話|お?知らせ|通知)|警察|委員会|監督|交番|被害届"
)
"""Then it is the organisation that tells."""
_QUOTED = re2.compile(r"「[^」]*」")
_TAKEN = re2.compile(
    r"^(?:日|年月日|日時)?[ :\t]{0,2}◇|^[^。、◇]{0,10}?(?:受け|受領|いただ|頂|賜|あり|あった|有り|ござ|入り|入っ|届|寄せ|来"
    r"|もら|により|による|にて|で(?:、|発覚|判明)|(?:\(|が届)"
    r"|から発覚|契機|きっか|相次|ました|くださ|下さ|を?されま)|^(?:。|$|、|」|\)|$)"
)


def heard(clause: Clause, cast: Cast) -> Heard | None:
    """Who told of the suspicion in this clause; None when nobody did, or of something later."""
    said = clause.words if clause.entry else clause.words.partition("。")[0]
    if clause.postposed:
        said = clause.words
    for match in _NOTICE.finditer(said):
        start, end = match.span()
        told = told_by(clause.words, start, cast)
        if told is None or told.start > end + 30 or _FOUND_BACK.search(said):
            continue
        between = said[min(told.end, end) : max(told.start, start)]
        if LATER.search(_QUOTED.sub("", between) + said[start : end + 4]):
            return None
        if not _TAKEN.search(said[end : end + 16]) or _elsewhere(clause, told):
            continue
        if not refused(said, end) and not planned(said, end):
            return Heard(told, min(told.start, start), max(end, told.end))
    return _given(said)


def _given(said: str) -> Heard | None:
    """Told by the subject of the sentence."""
    told = given_by(said)
    if told is None or LATER.search(_QUOTED.sub("", said[told.start : told.end])):
        return None
    if refused(said, told.end) or planned(said, told.end) or _OURS.search(said[: told.end]):
        return None
    return Heard(told, told.start, told.end)


def _elsewhere(clause: Clause, told: Told) -> bool:
    """Was it told in what stands before the date, as the reason for what happened then?"""
    return not clause.postposed and told.end < clause.mark - 24
