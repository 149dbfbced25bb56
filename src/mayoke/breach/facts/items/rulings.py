"""What the predicates of a sentence say of the items in it."""

import re
from dataclasses import dataclass

from mayoke.breach.facts.items.chunks import UMBRELLAS, Chunk, Clauses
from mayoke.breach.facts.items.words import PERSONAL, ItemWord
from mayoke.breach.facts.negation import Sense

_KEYS = frozenset({"login_id", "password"})
_ATTRIBUTE = 44
_TOPIC = re.compile(
    "(?:情報|項目|データ|内容|もの|の|対象|中身|種類|データ項目|名簿|書類|ファイル|一覧)(?:の(?:項目|内容|種類))?(?:等"
    "|など)?(?:に)?(?:は|:|として|とは|が)、?[^。]{0,46}$"
    "|(?:情報|項目|データ|内容|もの)(?:等|など)?$"
)
_FAR_TOPIC = re.compile(
    "[^。、]{0,24}?(?:の|情報|項目|データ|内容|もの|対象|件数)(?:等|など)?(?:は|として|とは)、?"
)
_VERBAL_END = re.compile(
    "(?:ます|ました|ません|ませんでした|ください|している|していた|した)[。)」]?$"
)
_FAR = 220
_NUMBERED = re.compile(
    "[0-9](?:件|名|人|組|世帯|社|通|口座)(?:分|様)?(?:の[^。、()]{0,12})?\\([^()]{0,12}$"
)
_DIRECT = re.compile(
    "(?:情報|項目|データ|内容|中身)(?:の(?:項目|内容|種類))?(?:等|など)?(?:は|:|とは|として)、?[^。、]{0,16}$"
)
_CLOSED = re.compile(
    "(?:\\([^()]{0,40}\\))?(?:など|等)?(?:の[^。、]{0,8})?(?:です|でした|であり|になります|となります|でございます|。|$)"
)
_NEUTRAL = re.compile(
    "(?:など|等|の情報|情報|」|』)?(?:(?:に|へ)(?!つき|加え|関す|関し|係|かか|つい|紐|ひも|限|含|記|は|も|対する不正|よる|及|おけ|おい|おき)"
    "|宛|あて|まで|で(?:の|ご|お)|にて|による|を(?:本文|別|使|利用し|用い|悪用|装|変更|入力|確認|初期化|再設定|聞|尋|伺|求|騙"
    "|かた|名乗|設定|お(?:知らせ|伝え|確認|聞|尋|伺|控え|持ち|手元)|ご(?:入力|変更|確認|登録|利用|記入|用意)|登録し|添え"
    "|リセット|無効|更新|探|推測|試)"
    "|の(?:変更|使い回し|使いまわし|再設定|入力(?!欄|項目)|初期化|リセット|確認をお|更新|ご変更|ご確認|ご入力|再発行|ご?確認"
    "|ご?閲覧|ご?照会|お?手続|差し?替え|例\\(|お心当たり|ご登録)|(?:を|も)(?:入れ|経|求め)|(?:なし|無し)で|がなくても|(?:が|は|も|を)(?:かけ|設定)|から(?:個人|本人|の?推測)|より|で(?:ログイン|検索|照合))"
)
_WHOSE = re.compile(
    "(?:など|等)?(?:のみ|だけ)?(?:を|の|が|に)(?:ご)?(?:登録|お?持ち|お?届け?出?|記入|入力|変更)[^。、]{0,14}(?:お客|方(?!法)|会員|人|者|皆)"
)
"""People told apart by what they gave: メールアドレスのみをご登録のお客様."""
_FORM = re.compile(
    "(?:など|等)?(?:を|の)(?:ご)?(?:入力|記入)(?:する|の)?(?:欄|項目|画面|フォーム|ページ)"
)
_NEW_TOPIC = re.compile(
    "(?!これら|それら|上記|当該|同|以上)[^、。]{1,20}(?:情報|データ|番号|履歴|記録)(?:等|など)?(?:は|につ|に関)"
)
_USED = re.compile("(?:使用|利用|使わ|用い|悪用|試行)[ぁ-ん]{0,6}(?:id)?[・、とや/]?$")
_DERIVED = re.compile("(?:が|を|と)?(?:読み取れ|読みとれ|類推|推測|推定|推察|判別)")
_PUBLIC = re.compile(
    "(?:など|等)?(?:は|につ[^。]{0,6})、?(?:もともと|元々|元より|従来から|以前から|既に|すでに)[^。、]{0,12}(?:公開|公表|公に)|[^。、]{0,6}(?:公開情報|公表済み|公開済み)"
)
_ABSENT = re.compile(
    "(?:など|等)?(?:の?(?:情報|データ|記載|記録|登録|項目|書類|入力|印字|写し|控え|記述|表示|欄))?(?:など|等)?(?:は|も|につ(?:いて|きまして)は)、?(?:一切|全く|まったく|今回)?(?:ございません|ありません|ない(?=[。とた])|なかった|なし(?=。|$))"
)
_CONTRASTED = re.compile(
    "(?:\\([^()]{0,30}\\))?(?:など|等)?(?:の[^。、]{0,8})?(?:など|等|のみ|だけ)?(?:で(?:す|あり|、)|でした|となり|に限(?:られ|り)|※)"
)
"""Items are named, and others of the sentence are denied: 氏名と住所で、電話番号は含まれません."""
_EXCEPT = re.compile("(?:など|等|の情報|情報)?(?:以外|を除|は除|を含まな|のほかに?は)")


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a sentence says of a chunk: its sense and how strongly (1 holds, 2 leaked, 3 listed)."""

    sense: Sense
    strength: int


def ruling(clauses: Clauses, chunk: Chunk) -> Ruling | None:
    """What the predicates of the sentence say of a chunk; None: nothing.

    An ``open`` ruling means that the sentence speaks of the data in another way.
    """
    behind = clauses.text[chunk.end : chunk.end + 24].lstrip(")")
    if not chunk.words[-1].codes or _is_unsaid(behind):
        return Ruling("open", 0)
    found = _own_cue(clauses, chunk) or _topic(clauses, chunk)
    if found is None:
        if _ABSENT.match(behind) or _EXCEPT.match(behind):
            return Ruling("not_leaked", 2)
        against = any(cue.start > chunk.end and cue.sense == "not_leaked" for cue in clauses.cues)
        named = against and len(chunk.codes) > 1 and _CONTRASTED.match(behind)
        return Ruling("leaked", 1) if named else None
    field_of_form = found.sense == "leaked" and _FORM.match(behind)
    if field_of_form or (chunk.codes <= _KEYS and _tells_the_way_in(clauses, chunk, found)):
        return Ruling("open", 0)
    if _EXCEPT.match(behind):
        turned: Sense = "not_leaked" if found.sense == "leaked" else "leaked"
        return Ruling(turned if found.sense != "open" else "open", min(found.strength, 2))
    return found


def _is_unsaid(behind: str) -> bool:
    """Do the words behind a chunk speak of its data without saying that they leaked?"""
    return bool(
        _NEUTRAL.match(behind)
        or _DERIVED.match(behind)
        or _PUBLIC.match(behind)
        or _WHOSE.match(behind)
    )


def _tells_the_way_in(clauses: Clauses, chunk: Chunk, found: Ruling) -> bool:
    """Do IDs and passwords stand here as what the attackers used, not as what leaked?"""
    if found.sense == "not_leaked" and "から" in clauses.text[clauses.start : chunk.start]:
        return True  # 当社からIDが漏れた事実はない
    before = clauses.text[max(clauses.start, chunk.start - 14) : chunk.start]
    return found.strength == 1 or _USED.search(before) is not None  # 使われたIDには…が含まれる


def denied_in_bracket(clauses: Clauses, word: ItemWord) -> bool:
    """Is the word denied by the bracket right behind it: パスワード(含まれません)?"""
    opening = clauses.text[word.end : word.end + 1]
    if opening != "(" or word.end not in clauses.closes:
        return False
    first, last = word.end, clauses.closes[word.end]
    if any(first < chunk.start < last for chunk in clauses.chunks):
        return False
    return any(first < cue.start < last and cue.sense == "not_leaked" for cue in clauses.cues)


def _own_cue(clauses: Clauses, chunk: Chunk) -> Ruling | None:
    """The first predicate behind the chunk that decides, inside its bracket and then outside."""
    level, at = chunk.level, chunk.end
    while True:
        found = _first_cue(clauses, chunk, level, at)
        if found is not None or level < 0:
            return found
        if clauses.text[chunk.end] == "を":
            return Ruling("open", 0)  # the verb of the bracket stands in it
        at = clauses.closes[level]
        level = clauses.around[level]
        if level >= 0 and level not in clauses.closes:
            level = -1


def _first_cue(clauses: Clauses, chunk: Chunk, level: int, at: int) -> Ruling | None:
    for index, cue in enumerate(clauses.cues):
        if cue.start < at or clauses.levels[index] != level or cue.sense == "open":
            continue
        if _cut_off(clauses, chunk, at, cue.start):
            return None
        return _chained(clauses, index, level)
    return None


def _cut_off(clauses: Clauses, chunk: Chunk, at: int, cue: int) -> bool:
    """Does a clause end between chunk and cue, and another chunk begin behind that end?"""
    breaks = [end for end in clauses.breaks if at < end <= cue]
    if not breaks:
        return False
    if cue - at > 160 or _NEW_TOPIC.match(clauses.text, breaks[0], cue):
        return True
    return any(
        other is not chunk and breaks[0] <= other.start < cue and not other.codes <= {PERSONAL}
        for other in clauses.chunks
    )


def _chained(clauses: Clauses, index: int, level: int) -> Ruling:
    """The sense of a cue, or of the predicate behind it whose subject it only describes."""
    cue = clauses.cues[index]
    weak = cue.kind == "content" and not any(
        other.kind == "leak" and other.sense == "leaked" for other in clauses.cues[index + 1 :]
    )
    strength = 1 if weak and cue.sense == "leaked" else 2
    if cue.sense == "not_leaked":
        return Ruling("not_leaked", strength)
    for at in range(index + 1, min(index + 4, len(clauses.cues))):
        other = clauses.cues[at]
        if clauses.levels[at] != level or other.sense == "open":
            continue
        between = clauses.text[cue.until : other.start]
        if len(between) > _ATTRIBUTE or any(cue.until < b <= other.start for b in clauses.breaks):
            break
        if any(
            cue.until <= c.start < other.start and not c.codes <= UMBRELLAS for c in clauses.chunks
        ):
            break
        if cue.kind == "leak" and "、" in between:
            break
        return Ruling(other.sense, max(strength, 2 if other.kind != "content" else 1))
    return Ruling(cue.sense, strength)


def _topic(clauses: Clauses, chunk: Chunk) -> Ruling | None:
    """What is said before the chunk: 漏えいした情報は、氏名、住所です."""
    for index in range(len(clauses.cues) - 1, -1, -1):
        cue = clauses.cues[index]
        if cue.until > chunk.start or cue.sense == "open":
            continue
        if clauses.levels[index] not in (-1, chunk.level):
            continue
        between = clauses.text[cue.until : chunk.start]
        if len(between) <= 120 and _TOPIC.search(between):
            return Ruling(cue.sense, 2)
        if len(between) <= _FAR and _is_far_topic(clauses, chunk, cue.until, between):
            return Ruling(cue.sense, 2)
        if chunk.level >= 0 and len(chunk.codes) > 1 and _NUMBERED.search(between):
            return Ruling(cue.sense, 2)
        if len(between) > _FAR:
            break
    head = clauses.text[max(clauses.start, chunk.start - 40) : chunk.start]
    if (
        len(chunk.codes) > 1
        and _DIRECT.search(head)
        and _CLOSED.match(clauses.text, chunk.end, clauses.end)
    ):
        return Ruling("leaked", 1)
    return None


def _is_far_topic(clauses: Clauses, chunk: Chunk, until: int, between: str) -> bool:
    """Does the topic right behind a predicate reach to a list that closes the sentence?

    流出した可能性があるのは、その期間に…購入した678人の氏名と住所です: no clause ends in between.
    """
    if _FAR_TOPIC.match(between) is None:
        return False
    if any(until < end <= chunk.start for end in clauses.breaks):
        return False
    return _VERBAL_END.search(clauses.text, max(chunk.end, clauses.end - 16), clauses.end) is None
