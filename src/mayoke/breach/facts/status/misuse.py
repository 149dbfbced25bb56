"""Whether the leaked data were misused, as the sentences of a notice say it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import ahocorasick_rs

from mayoke.breach.facts.items.words import expand, patterns
from mayoke.breach.facts.negation import LONGEST
from mayoke.breach.reading import Part, Reading

_MOST = 1000
_REACH = 130
"""A predicate stands at most so many characters behind the word for misuse."""
_SKIPPED = frozenset({"prevention", "desk"})
_REQUESTS = frozenset({"request", "delay"})

_WORDS = """
{カード|カード情報|}不正{利用|使用} 不正な{利用|使用|決済|注文|購入|引き出し|送金|出金|取引|請求}
不正に{利用|使用|決済|注文|購入|交換|送金|出金|引き出|使わ} 不正{注文|購入|決済|送金|出金|引き出し|取引|請求} 悪用
{二次的な|二次|二次的|第二次|2次}被害
なりすまし{メール|被害|電話} なりすました{メール|不審なメール} なりすましの{メール|連絡} {不審|迷惑|詐欺}メール 迷惑電話
不審な{照会|問い合わせ|お問い合わせ|引き落とし|引落し|引落|決済|注文|購入|買い物
|ログイン|動き|事象|接触|メール|電話|連絡|sms|利用|dm|メッセージ|訪問|勧誘|郵便物|取引|請求|決済|書面|はがき|手紙|着信} 装った{不審な|}メール
装う{不審な|}メール 名乗る{不審な|}{メール|電話|連絡|人物|者} {騙|かた}る{不審な|不審|}{メール|電話|sms}
装った{不審メール|第三者からの不審なメール|第三者からの不審メール}
偽の{メッセージ|支払い画面|案内} フィッシングメール 名簿業者 転職先 操作{は|が}行われ 不正な操作
被害の{お|ご|}{申し出|連絡|報告|相談|申告|届け出|訴え} {詐欺|架空請求|不正請求|フィッシング|なりすまし}{の|}被害 架空請求
{現金|お金|金銭|代金}を{だまし取|騙し取} 不正な{カード利用|カードの利用|ご利用}
被害{の報告|の申告|の申し出|の連絡|の届け|の訴え|は確認|が確認
|は発生|報告|の発生|は出て|は生じ|に遭|は報告|等の報告|などの報告|の情報|の相談} 被害{は|が|も}{あり|ござい|起き|なかっ|ない} 不正{な|}流用 勧誘
脅迫{メール|電話|を受け}
金銭的{な|}被害 {経済的|財産的|実害|具体的な}被害 実害 リークサイト ダークウェブ 出回
勝手に{使|移|交換|購入|注文|変更} {知らない|見知らぬ}{買い物|買物|請求|注文|支払い|支払|決済}に使
{商品券|電子マネー|ギフト券|ギフトカード|ギフトコード|クーポン|マイル|景品|他社ポイント|ポイント}{に|へ|への|が|の}{交換|移行|振り替え|使用|利用|消費}
{身に|見に|}覚えの{ない|無い}{請求|利用|決済|取引|買い物|お買い物|引き落とし|支払|購入|カード|注文|商品|ご請求|ご利用|お金|お取引}
身に覚えがない
身におぼえのない おぼえのない {心|お心}当たりのない{請求|利用|決済|取引|買い物|ご利用|ご請求}
{使われ|使わ|利用され|使用され|流用され}{た|て|まし} 使って{いた|い}
{された|買わされた|だまされた|騙された|盗まれた|引き出された}被害{が|も} {知らない|別の|見知らぬ}{国|場所|人}で使 dm{が|の}届 はがきが{来|届}
営業{活動|電話|の電話|のはがき|が来} ばらま 身に覚えのない
"""
_USES = ("使", "利用", "流用")
_USED_DATA = re.compile(
    "(?:カード|ポイント|情報|名簿|データ|転職先|番号|送付|勧誘|営業)[^。、\\n]{0,18}(?:が|を|で|は|に|も)[^。、\\n]{0,8}$"
)
_OWN_USE = re.compile(
    "(?:ご|お|当社|弊社|当店で|保存|記録|管理|業務|運用|システム|サーバー?|端末|パソコン|usb)[^。、\\n]{0,4}$"
)
_TOLD = (
    "報告|連絡|申し?出|申出|お申し|事実|被害|情報|話|相談|申告|通報|届け?出|問い?合わ?せ|痕跡|形跡|跡|例|ケース|事例|兆候|証拠|こと|もの|事案"
    "|様子|声|指摘|訴え|苦情|電話|訪問|メール|取引|利用|使用"
)
_NO = (
    "(?:ません(?!でしょうか|か)|ない(?=[。、)」]|$|と(?:の|いう|して|聞)|こと|も?よう|もよう|模様|もの|とみ)|なかった|なし(?=[。、)]|$|で)|おらず|なく、|なく(?=[。、])"
    "|あらず|ず(?=[、。)])|ぬ(?=[。、])|ゼロ|皆無|(?<![0-9,])0件)"
)
_NONE = re.compile(
    f"[^。\\n]{{0,60}}?(?:(?:{_TOLD})(?:等|など)?(?:は|も|が|に|について|といった|をして|を)?[^。\\n]{{0,40}}?{_NO}"
    f"|(?:は|が|も|等は|などは|され(?:て|た))[^。\\n]{{0,40}}?{_NO}|て(?:い|お)(?:りませ|ませ|な)[んい]|(?:は|:|\\t)?(?:なし|無し|ない。|ありません|ございません))"
)
_NOT_NONE = re.compile(
    "否定(?:は|も)?(?:でき|しきれ)|(?:で|と)?(?:は)?限りませ|言い?切れ|排除(?:は)?でき|断定|わか(?:って|り)|分か(?:って|り)|判明|不明|特定でき"
    "|把握でき|かどうか|か否か|有無|ないよう|ないか|することは|いたしません|お尋ね|お伺い|お願い|かねま|負担|請求(?:され|する)"
    "|応じ|使(?:え|用でき)|ご利用いただけ"
)
_TALK = re.compile(
    "[^。、\\n]{0,16}?(?:防止|防ぐ|防|未然|監視|モニタリング|検知|注意|お気を|お心当たり|ないか|ないよう|場合|際は|ときは|時は"
    "|ましたら|があれば|ございましたら|開かず|開封|対策|備え|補償|可能性のある(?:カード|お客様)|有無|警戒|見分け|を受信|を開|の添付|に添付|によるマルウェア"
    "|によるウイルス|が原因|の指示|に従|届いた(?:方|場合)|を受け取|にご|等にご|などにご|には|等には|へのご|かどうか|がないことを|の項目|がござい(?:ませ)?んか"
    "|のおそれがある場合)"
)
_MAY = re.compile(
    "[^。\\n]{0,24}?(?:可能性|おそれ|恐れ|懸念|疑い|疑わ|危険|かもしれ|とみられ|不安)"
)
_SEEN = re.compile(
    "[^。\\n]{0,60}?(?:され(?:ました|ていま|ており|ていた|ている(?:こと|。|と|の)|た(?:こと|事実|と|。|との|旨|被害|[0-9]))"
    "|られ(?:ました|ており|ています|てい)|れていた|れました|の跡|続い|続けて|(?:が|を)?確認(?:さ?れ|し|いた|でき)(?:て|た|まし)|発生し(?:て|た|まし)|発生いた"
    "|判明(?:し|いた)|相次|があった|がありました|がございました|がある(?:と|旨)|が(?:何|数|[0-9])[^。、]{0,6}(?:件|枚|人|名|通)|渡っ|渡し|売却|売った"
    "|届い(?:た|て|ており|まし)|届く(?:事案|など|と)|増え|との?(?:お)?ご?(?:連絡|指摘|通報|情報|申し?出|お申し|声|電話|相談|問い合わせ)|の(?:お)?ご?(?:連絡|申し?出|お申し|相談|通報)を"
    "|見つかって(?:い|お)|見つかりました|行(?:って|われて)い(?:た|ま)|行(?:いま|われま)した|受けた(?:と|。|方|人)|受けました|来た(?:と|。|」)|教えて|(?:[0-9]|数)件の(?:報告|連絡|申告|被害)|(?:報告|連絡)を[^。\\n]{0,20}受けて|使われている|使っていた"
    "|に使(?:い|った|わ)|出ています|出ており|起きてい|起きました|していた|していまし|いただきました|いただいて(?:い|お)|[0-9]{1,6}(?:件|名|人|枚)(?:[、。]|ほど|あり|の))"
)
_TURN = re.compile(
    "(?:ます|ました|です|でした|いる|いた|ある|あった|した|された)(?:が|ものの|けれど)、"
)
_SUSPECTED = re.compile(
    "[^。\\n]{0,16}?(?:疑い|疑わ)[^。\\n]{0,14}?(?:旨|と)の(?:お)?ご?(?:連絡|指摘|通知|通報|報告|お知らせ)"
)
_HARMFUL = re.compile(
    "[^。\\n]{0,16}?(?:おそれ|恐れ|可能性|危険)の(?:ある|高い)(?:情報|もの|データ|内容)"
)
_DONE = re.compile("まし|る|い(?:る|た|ま)|お(?:り|る)|しま")
_WHO_ASKS = re.compile("(?:か|\\?|被害は|悪用は|状況は|有無は|事実は)[」。]?$")
_NO_ONE = re.compile(
    "(?:は|も|、)[^。\\n]{0,60}?(?:ません|ない|なかった|ありません|なし|おらず)[^。\\n]{0,6}$"
)
_OTHER = re.compile("アカウント|他社|一般に|過去に|別件|昨今|近年")
_ONLY_DENIED = frozenset(
    {
        *("迷惑メール", "迷惑電話", "操作は行われ", "操作が行われ", "出回", "リークサイト"),
        "ダークウェブ",
    }
)
_TAKEN = ("勝手に", "知らない", "見知らぬ")
_DONE_TO = re.compile("(?:わ|さ|入|文)?(?:れ)?(?:し)?(?:た|て|まし)|(?:わ|さ)れ")
_COUNT_BEFORE = re.compile(
    "[0-9](?:件|万円|円|枚|名|人)(?:分|相当|以上)?(?:の|に(?:つき|ついて)、?)?(?:カード(?:の|で)|第三者による)?$"
)
_COUNTED = re.compile(
    "(?:の|された)?(?:金額|額|件数|枚数)(?:は|が|:|\\t)?[^。、\\n]{0,10}?[1-9][0-9,]{0,8}万?(?:件|円|枚|名|人)"
)
_COUNT_BEHIND = re.compile(
    "[^。\\n]{0,24}(?:もの|の|件数|カード|取引|方)は、?[^。、\\n]{0,10}?[1-9][0-9,]{0,8}万?(?:件|円|枚|名|人)"
)
_UNSEEN = frozenset(
    {"転職先", "名簿業者", "フィッシングメール", "リークサイト", "ダークウェブ", "勧誘", "脅迫"}
)
"""Words that never tell a mere possibility."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a sentence says, with the words that say it."""

    value: str
    start: int
    end: int


def said_of_misuse(reading: Reading, part: Part, kinds: list[str]) -> list[Said]:
    """What each sentence says of misuse; ``kinds``: of the section of every line.

    Values: ``reported``, ``possible``, ``none_seen`` (README of the labels, ``misuse``).
    """
    return list(_said(reading, part, kinds))


def _said(reading: Reading, part: Part, kinds: list[str]) -> Iterator[Said]:
    starts = [sentence.start for sentence in reading.sentences]
    first, last = reading.main
    asked = -9
    hits = _MISUSES.find_matches_as_indexes(reading.text[:LONGEST])[:_MOST]
    for _, start, end in hits:
        if not starts or not (first <= start < last and part.holds(start)):
            continue
        index = max(0, bisect_right(starts, start) - 1)
        sentence = reading.sentences[index]
        kind = kinds[sentence.line]
        if kind in _SKIPPED:
            continue
        text = reading.text[sentence.start : sentence.end]
        if _WHO_ASKS.search(text[-3:]):
            if index != asked and (found := _answer(reading, index)):
                yield found
            asked = index
            continue
        stop = min(sentence.end, end + _REACH)
        said = _of_word(reading.text, sentence.start, start, end, stop, request=kind in _REQUESTS)
        if said:
            yield said


def _answer(reading: Reading, index: int) -> Said | None:
    """What the sentences behind a question about misuse answer: denied, or nothing."""
    for sentence in reading.sentences[index + 1 : index + 3]:
        text = reading.text[sentence.start : min(sentence.end, sentence.start + 160)]
        if _NO_ONE.search(text.rstrip("。")) and not _NOT_NONE.search(text):
            return Said("none_seen", sentence.start, sentence.end)
    return None


def _of_word(
    text: str, first: int, start: int, end: int, stop: int, *, request: bool
) -> Said | None:
    """What is said of misuse by the word ``text[start:end]`` of the sentence ``text[first:stop]``."""
    word = text[start:end]
    before = text[max(first, start - 40) : start]
    behind = text[end:stop]
    uses = word.startswith(_USES)
    if _is_other_use(before, uses=uses):
        return None
    turn = _TURN.search(behind)
    said = behind[: turn.end()] if turn else behind
    if not request and (
        _COUNTED.match(behind) or (_MAY.match(behind) and _COUNT_BEHIND.match(behind))
    ):
        return Said("reported", start, end)
    if _HARMFUL.match(behind):
        return None
    none = _NONE.match(word[-1] + said if word[-1] in "はがも" else said)
    if none and not _NOT_NONE.search(behind[: none.end() + 6]):
        return Said("none_seen", start, end + none.end())
    if request or word in _ONLY_DENIED or (uses and not _USED_DATA.search(before)):
        return None
    return _affirmed(word, before, start, behind, uses=uses)


def _is_other_use(before: str, *, uses: bool) -> bool:
    """Is it how they came in, or the use that the organisation itself makes of the data?"""
    if _OTHER.search(before[-20:]) and "ポイント" not in before:
        return True
    return uses and _OWN_USE.search(before) is not None


def _affirmed(word: str, before: str, start: int, behind: str, *, uses: bool) -> Said | None:
    """What words behind a word for misuse say that deny nothing."""
    end = start + len(word)
    if _TALK.match(behind):
        return None
    may = _MAY.match(behind)
    counted = may if may and _COUNT_BEFORE.search(before) else None
    told = _SUSPECTED.match(behind) or counted  # a suspicion that is counted was told
    if may and not told:
        return Said("possible", start, end + may.end()) if word not in _UNSEEN else None
    done = uses and (word.endswith(("た", "まし")) or _DONE.match(behind))
    if done or (word.startswith(_TAKEN) and _DONE_TO.match(behind)):
        return Said("reported", start, end)
    told = told or _SEEN.match(behind)
    return Said("reported", start, end + told.end()) if told else None


_MISUSES = ahocorasick_rs.AhoCorasick(
    sorted({word for pattern in patterns(_WORDS) for word in expand(pattern)}),
    matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
    implementation=ahocorasick_rs.Implementation.DFA,
)
