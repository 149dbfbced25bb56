"""The attack, mistake, loss or opening itself happened, or began.

A range of attack or open access gives its first day. Excluded: the day on which it was found
(受けたことを確認), ranges of purchases, registrations, stays and examined logs.
"""

import re

import re2

from mayoke.breach.facts.events import words
from mayoke.breach.facts.events.clauses import Clause
from mayoke.breach.facts.events.occurred import (
    ATTACK,
    OPEN,
    PERSON,
    first_of_range,
    revealed,
    taken,
)
from mayoke.breach.facts.events.rule import Case, Finding, Rule, planned, refused
from mayoke.records.incident import Actor

_LABEL = re2.compile(
    r"(?:発生|事故|事案|事象|被害|漏え?い|流出|紛失|盗難|感染|侵入|攻撃|誤送信|誤送付|誤配|誤発送|誤廃棄|誤掲載|誤交付|持ち?出し|アクセス|ログイン)"
    r"(?:発生|メール)?(?:した|を受けた|された|[がの](?:あった|起きた|発生した|生じた)|を?受けた|に(?:遭った|あった))?(?:の)?"
    r"(?:日時?|年月日|日・?時間?|時期|月日|とき|時間帯?)(?:及び|および|・|と)?(?:場所)?[\s:◇]*$|^(?:>|・)?\s*(?:いつ"
    r"|日時(?:(?:及び|および|・|と)場所)?|発生)[\s:◇]*$"
)
_ENDS = (
    r"(?:、|。|$|ま(?:し|す)|て(?:い|お|し)|た(?:。|$|もの|ため|とみ|と考|と思|と推|ことに(?:より|よる|起因)|ことが原因|際"
    r"|の(?:は|が)|うえで|上で|後、|あと|とのこと|という))"
)
"""The verb ends a clause; before a noun (感染した端末) it tells of something else."""
_HAPPENED = re2.compile(
    ATTACK
    + r"(?:(?:[^。、◇]{0,24}?(?:を(?:受け|仕掛けられ)|に(?:感染し|遭い|あい|遭っ|あっ)|が(?:発生し|発生いたし|あり|あっ|行われ"
    r"|実行され|開始され|始ま[りっ]|置か[れ]))"
    r"|(?:が|は|も)?[^。、◇]{0,8}?◇に?、?[^。、◇]{0,6}?(?:行われ|発生し|始ま[りっ]|開始され|あり|あっ|起き|受け)"
    r"|[^。、◇]{0,6}?(?:さ|わ|ま|ら|か)れ|を?し|いたし|[みんり])"
    + _ENDS
    + r"|(?:が?発生|被害)?(?:。|$|、)|た(?:。|の(?:は|が)|とみ|と見)|て(?:いま|おり))"
)
_LOST = re2.compile(
    r"(?:紛失|置き忘れ|置忘れ|遺失|落と|無く|なく|誤って[^。、◇]{0,16}?(?:廃棄|処分)|置いたまま(?:[^。、◇]{0,12}?)|放置し"
    r"|置き去り|置きっぱなし|盗難に(?:遭|あ)|盗ま|所在不明と?な|誤廃棄|誤って廃棄|誤って処分|落下さ)"
    r"(?:を)?(?:いた)?(?:し|い|っ|り|れ|せ)?"
    + _ENDS
    + r"|(?:紛失|遺失|盗難|置き忘れ)(?:する)?(?:事案|事故)?が?発生|廃棄(?:を委託|処分)|(?:id|パスワード|認証情報)[^。◇]{0,16}?入力(?:し|いた|して)"
    r"|(?:ごみ|ゴミ|古紙|資源)[^。、◇]{0,8}?出し"
    + _ENDS
    + r"|第三者(?:が|に|によ)[^。、◇]{0,24}?(?:ログイン|アクセス|侵入)(?:し|され)"
    + _ENDS
    + (
        r"|添付(?:された)?ファイルを(?:開|実行)|遠隔(?:操作)?[^。、◇]{0,10}?(?:ソフト|アプリ|ツール|操作)[^。、◇]{0,6}?(?:入れ"
        r"|インストール|許可?し|され)|(?:事故|事案|事象|ミス|漏え?い|流出|被害|障害|トラブル|これ)が?発生(?:し|いた|。|$)"
    )
)
_DID = re.compile(
    r"(?:送信|発送|送付|郵送|配布|配付|交付|手渡|投函|メール|配信|掲載|公開|アップロード|発信|印刷|封入|渡し|納品|引き?渡"
    r"|送[っりる]|お送り|添付|fax|ファクス|ファックス|返送)"
    r"[^。、◇]{0,8}?(?:し|いた|され|を行|た|。|\Z|ミス)"
)
_TAKEN = re.compile(
    r"持ち?出し?(?:し|、|て|た(?:。|\Z|もの))|(?:複製|複写|コピー|ダウンロード|取得|印刷)し(?:、|て|ま|た(?:。|\Z|もの))|売却し"
    r"|転売し|不正に(?:取得|閲覧|複製|利用)|漏らし"
)
_OPENED = re2.compile(
    r"(?:設定|公開|掲載|アップロード|リリース|移行|更新|切り?替え|改修|システム)[^。]{0,60}?" + OPEN
)
_ERROR = re2.compile(
    r"誤(?:送信|送付|発送|交付|配|掲載|廃棄|渡)|誤って|誤り|間違|(?:[^個]|^)別の|別人|他の(?:方|人|会員|お客|児童|生徒|患者)"
    r"|第三者に|bcc|宛先|to欄|cc(?:に|欄|で)|他の(?:応募|登録|参加|利用|申込)者|回にわた|てしま[いっう]|残(?:って|ったまま)"
    r"|含まれたまま"
    r"|封入|混入|取り違|添付|同封|見え|閲覧でき|本来|ところ、|含まれてい"
)
_CURE = re2.compile(
    r"詫び|おわび|謝罪|お願い|削除|お知らせ|通知を開始|再発防止|届け|届出|報告|相談|説明|連絡|公表|リリース|修正|変更|停止"
    r"|回収|返送|返却|遮断|確認|判明|気付|気づ|気が付|返して|返却|見つけ"
)
_LATER_VERB = re2.compile(
    r"(?:こと|旨|疑い|可能性|恐れ|おそれ|もの|痕跡|形跡|事実|との|という|事案|について|を|が|に|と)[^。]{0,40}?"
    r"(?:確認|判明|発覚|検知|発見|わか[りっ]|分か[りっ]|気づ|気付|気が[つ付]|明らか|見つけ|目撃|気が|把握|認識|連絡|報告|通知"
    r"|相談|指摘|公表|発表|認めら|見つか|覚知|認知|察知|お知らせ|届け)"
)
_NO_DEED = re2.compile(
    r"対策|防止|対応|調査|監視|遮断|対処|通信を|元から|検知|確認|知らせ|報告|連絡|公表|発表|について|関する|可能性|おそれ|恐れ|疑い"
)
_BEGINS_THERE = re.compile(words.BEGINS_THERE)
_ATTACK = re2.compile(ATTACK)
_A_DAY = re.compile(r"[0-9]日")
_TIMES = re2.compile(r"◇[^。、]{0,6}?回にわた|攻撃者|第三者|何者か|犯人")
_NAMED = re.compile(
    r"◇(?:の?[^、。に]{0,6})?に?、?[^。、◇]{0,24}?(?:発生し|発生いたし|起き|起こり)(?:た|ました)、?[^。、]{0,40}?(?:不正|誤"
    r"|紛失|漏|流出|盗|攻撃|事案|事故|障害|感染|侵入)"
)
"""5月1日に発生した不正アクセスについて."""
_SENT_THEN = re2.compile(
    r"◇に?[^。、◇]{0,24}?(?:発送|送付|送信|配布|配付|交付|郵送|配信|投函|お送り)(?:し|いたし|致し|され)(?:た|ました)[^。、◇]{0,80}?"
    r"(?:につきまして|につき|について|において|に|の(?:うち|一部)[^。、]{0,6})、?[^。◇]{0,80}?(?:誤|混入|取り違|別の|手違い|ミス|漏|流出|見え)"
)
"""5月1日に発送した通知について、…が判明: the date is that of the sending."""
_GONE_WRONG = re.compile("誤|混入|取り違|別の|手違い|ミス|漏|流出|見え")
_UNABLE = ("でき", "られ", "使え", "見え", "れて")
"""Before なく: できなくしました."""
_ANOTHER = re2.compile(r"別の|他の|他社|他市|同業|同様の|類似")
_STRANGER = re2.compile(r"(?:攻撃者|犯人|何者か|第三者)(?:が|は|によ)")
_LAST_SEEN = re.compile(r"◇[^。]{0,40}?(?:を最後に|が最後)")
_OPEN = re2.compile(OPEN)
_OF_PEOPLE = re.compile(r"^[たる]?(?:方|皆|お客|者|会員|全員|[0-9])")
"""載っていた方に: they are told, nothing lay open from that day on."""
_AS_TOLD = re.compile(r"◇[^。、]{0,12}?(?:のとおり|の通り)")
_NUMBERING = "0123456789.() 【"
_AFTER_DATE = " 。、)頃ごろ(]】"
_PERSON = re2.compile(PERSON)


def judge(case: Case) -> Finding | None:
    """Did it happen on that day, or begin with that range?"""
    clause = case.clause
    if clause.anchor.is_range:
        found = first_of_range(clause, attacked=case.scene.attacked)
        if found is not None or not clause.anchor.one_day:
            return None if found is None else Finding("incident_occurred", *found)
    if _labelled(clause):
        actor: Actor = "attacker" if case.scene.attacked else "operator"
        return Finding("incident_occurred", actor, 0, max(clause.mark, 1))
    there = _BEGINS_THERE.search(clause.words) is not None
    if _AS_TOLD.search(clause.words) or (case.heard is not None and not there):
        return None
    return _named(clause) or _lay_open(clause) or _of_day(clause, there=there)


def _labelled(clause: Clause) -> bool:
    """発生日時:◇, or the date alone under such a heading; of two dates the first."""
    before = clause.words[: clause.mark]
    if clause.entry and before == "" and not clause.words[1:].strip(_AFTER_DATE):
        return _LABEL.search(clause.title.lstrip(_NUMBERING)) is not None
    if not clause.postposed or before.startswith(("および", "及び", "と", "、")):
        return False
    return (_LABEL.search(clause.label) or _LABEL.search(before)) is not None


def _named(clause: Clause) -> Finding | None:
    """The day of the deed by the words around it, whatever was found when."""
    deed = revealed(clause)
    if deed is not None:
        return Finding("incident_occurred", "attacker", *deed)
    last = _LAST_SEEN.search(clause.words)
    if last is not None:
        return Finding("incident_occurred", "staff", last.start(), last.end())
    sent = sent_then(clause.words)
    if sent is not None:
        return Finding("incident_occurred", "operator", *sent.span())
    named = _NAMED.search(clause.words)
    if named is None or clause.anchor.precision == "month" or _ANOTHER.search(named.group()):
        return None
    return Finding("incident_occurred", _who(clause, named.group()), *named.span())


def sent_then(said: str) -> "re2._Match[str] | None":
    """Where the words tell of a sending that turned out wrong later."""
    return _SENT_THEN.search(said) if _GONE_WRONG.search(said) else None


def _lay_open(clause: Clause) -> Finding | None:
    """From that day on it lay open (5月1日から、誰でも閲覧できる状態でした)."""
    said = clause.words
    if not clause.anchor.since:
        return None
    lay = _OPEN.search(said[clause.mark : clause.ranged].partition("。")[0])
    if lay is None or _CURE.search(lay.group()):
        return None
    end = clause.mark + lay.end()
    if _OF_PEOPLE.search(said[end : end + 4]):
        return None
    if planned(said, end) or refused(said, end) or _found_later(said, end):
        return None
    return Finding("incident_occurred", "operator", clause.mark, end)


def _of_day(clause: Clause, *, there: bool) -> Finding | None:
    """``there``: the date stands right before the deed, whatever the sentence goes on to say."""
    said = clause.words
    for pattern in (_HAPPENED, _LOST, _TAKEN, _DID, _OPENED):
        found = pattern.search(said)
        if found is None or _aside(clause, pattern, *found.span()):
            continue
        start, end = found.span()
        if not there and pattern is not _DID and _found_later(said, end):
            continue
        if _fits(pattern, clause, start, end):
            return Finding("incident_occurred", _who(clause, found.group()), start, end)
    return None


def _aside(clause: Clause, pattern: "re2._Regexp", start: int, end: int) -> bool:
    """Is it told in another sentence, within a range, before the date, or denied?"""
    said = clause.words
    if start >= clause.ranged or "。" in said[clause.mark : start]:
        return True
    if pattern is _DID and not clause.postposed and end <= clause.mark:
        return True
    return refused(said, end) or planned(said, end)


def _found_later(said: str, end: int) -> bool:
    """Does the sentence go on to say that this was found or told on the day?"""
    rest = said[end - 2 :].partition("。")[0]
    return _LATER_VERB.search(rest) is not None


def _fits(pattern: "re2._Regexp", clause: Clause, start: int, end: int) -> bool:
    """A sending or a taking is the incident only with the words of a mistake, or of a person."""
    said = clause.words.partition("。")[0]
    found = clause.words[start:end]
    if pattern is _DID:
        cured = _CURE.search(said[max(0, start - 12) : end + 20])
        before = "" if _A_DAY.search(clause.lead) else clause.lead
        return _ERROR.search(before + said) is not None and cured is None
    if pattern is _OPENED:
        return _CURE.search(clause.words[start : end + 20]) is None
    if pattern is _TAKEN:
        named = _PERSON.search(clause.lead + said) or _TIMES.search(said)
        return named is not None and "判明" not in said
    if pattern is _LOST:
        return "電源" not in said and clause.words[max(0, start - 2) : start] not in _UNABLE
    if pattern is _HAPPENED:
        return _NO_DEED.search(found) is None
    return True


def _who(clause: Clause, found: str) -> Actor:
    if _ATTACK.search(found) or "添付ファイル" in found or "入力" in found:
        return "attacker"
    if _STRANGER.search(clause.lead + clause.words.partition("。")[0]):
        return "attacker"
    return "insider" if taken(clause, found) else "operator"


_SCREEN = (
    "不正|攻撃|侵入|乗っ取|ランサム|マルウェア|ウイルス|エモテット|emotet|感染|暗号|改ざ|改竄|なりすま|盗|窃|奪|車上|置き|ひったくり"
    "|空き巣|詐取|不審|外部|抜き取|入り込|忍び込|潜り込|書き|埋め込|仕込|仕掛|すり替|割られ|アクセス|ログイン|転送|取り出|接続"
    "|閲覧|表示|検索|ダウンロード|参照|編集|見え|見られ|見る|丸見え|誰でも|公開|掲載|載|状態|露出|持ち|私用|私物|写し|複製|複写|撮影"
    "|コピー|印刷|売却|転売|取得|漏ら|送|配|交付|渡|投函|メール|アップロード|発信|封入|納品|添付|fax|ファ[クッ]|期間|時期|日時|発生|いつ|最後"
    "|[たる]間|紛失|遺失|落|無く|なく|不明|廃棄|処分|放置|入力|第三者|遠隔|ごみ|ゴミ|古紙|資源|起|日[ :\\t]?◇|事故|更新|移行|改修|設定|システム|リリース"
)
"""Words without which nothing of the kind is told; plain, so that the screen stays quick."""

RULE = Rule("incident_occurred", _SCREEN, judge)
