"""Columns, round-ups and statistics: they tell of leaks, of none in particular (study §4.13)."""

import re
from collections.abc import Iterator
from itertools import islice

from mayoke.breach.facts.kind.page import Page
from mayoke.breach.facts.kind.stories import several_stories
from mayoke.breach.facts.kind.voices import CLAIMS

_COLUMN_TITLE = re.compile(
    r"コラム|用語|広がる|止まらな|各社|(?:だより|通信|便り)[^。\n]{0,6}第?[0-9]+号|増える"
    r"|急増|続出|今年(?:度)?[0-9]+件目|他人事|ブログ[: ]|アンケート(?:調査)?の?結果|に関するアンケート|[だ便]より(?!の)|便り"
    r"|(?:事故|事件|トラブル)から(?!の)|まとめ(?!て)|ランキング|(?:[0-9]+|[三五十])選|とは(?:[?!、 ]|$)|とは何か|解説|教訓"
    r"|(?:に|を|から)学[ぶべん]|(?:主な|最近の)[^。]{0,12}(?:漏えい|漏洩|流出|事故|事件|インシデント)|トピックス?|各地で|(?:先月|今月|[0-9]{1,2}月)の(?:主な|個人情報|情報(?!の)|セキュリティ|インシデント)|年表|ケーススタディ|連載|特集】|本当か|なぜ"
    r"|どうする|どうすれば|ニュース(?:まとめ|ダイジェスト|クリップ)|週[間刊]|月間|今週|振り返|ハウツー|対処法|から守る|実態調査|インシデント調査|白書"
    r"|(?:事案|事故|漏えい等?|漏洩等?|インシデント|違反|事件)(?:等|など)?の?(?:発生|報告|公表|処理|届出|受付)?(?:状況|件数|一覧|集計|統計|推移)|(?:発生|報告|公表)(?:状況|件数)(?:について)?(?:\(|$)"
    r"|過去最[多大高悪]|前年比|(?:20[0-9]{2}|令和[0-9元]+)年(?:度|上半期|下半期)?(?:の)?(?:個人情報|情報漏|セキュリティ)|事例(?:集|紹介|から|で|と)|の歴史|事件簿"
    r"|[0-9]つの|するには|[べ]き(?:対策|対応)"
)
_COLUMN_WORD = re.compile(
    r"相次[ぐい]|(?<!再発防止)(?<!防止)対策(?!本部|委員会|室)|防止策と|方法|(?<![ァ-ヶー一-龥a-z])ポイント(?!サービス|カード|会員)|チェック|基礎知識|入門|一覧|リスク|原因と|事例|動向|傾向|統計|意識調査"
)
_NOT_COLUMN = re.compile(
    r"続報|お詫び|おわび|ご報告|再発防止|第[0-9一二三四五六]報|お知らせ|調査結果の"
)
_NAMELESS = re.compile(
    r"(?:(?:^|[、。「\n])ある|某|とある)[^、。がと]{0,12}(?:企業|会社|店|病院|自治体|通販|大学|学校|メーカー|事業者|サイト|市|法人|団体|旅館|ホテル|工場)"
    r"|(?:例えば|たとえば)[^。]{0,30}(?:企業|会社|店|病院|自治体|メーカー|大学)では|仮に|架空の"
)
_ADVICE = re.compile(
    r"ましょう|第[一二三]に|が(?:重要|大切|肝心|有効|効果的|欠かせ|不可欠|必要)(?:です|だ|で|と)|(?:必要|重要性)があります|おすすめ(?:し|です)|お勧めし"
    r"|どうすれば|心がけ|チェックしてみ|見直して(?:くだ|み)|備えて(?:くだ|お)|に(?:注意|留意)したい|してみては|目安だ|言える(?:だろう)?。|ではないだろうか"
)
_ASKING = re.compile(
    r"(?<!しょう)(?:のか|だろうか|ではないか)[。?]|始めればよい|すればよい|考えてみ"
)
_ANNOUNCED = re.compile(
    r"発表|公表|漏えいし|漏洩し|流出し|流出が|漏えいが|紛失|誤送信|誤送付|不正アクセスを受け|流出した可能性|明らかに"
)
_TOLD_COUNT = re.compile(r"[0-9万千,]{1,12}(?:件|人|名)")
_SEVERAL = 3
_DAY = re.compile(r"[^0-9\n]{0,2}((?:20[0-9]{2}[/年.])?[0-9]{1,2}[/月.][0-9]{1,2})")
_OTHER_STORIES = re.compile(
    r"(?:関連|最新|人気|注目|おすすめ|新着|前後|その他)の?(?:記事|ニュース)|あわせて読|こちらも|アクセスランキング|バックナンバー"
)
_BY_SORT = re.compile(
    r"前年(?:度|同期|同月)?(?:より|比|を|に比べ)[^。]{0,14}(?:増|減|上回|下回)|最も多(?:かった|い)のは|を集計した|[0-9一二三四五六七八九]割を占め"
    r"|(?:(?:誤送[付信]|誤送付等|誤交付|誤配[布付達送信]|誤廃棄|紛失|盗難|不正アクセス|設定ミス|誤公開|持ち出し|不正持ち出し|誤操作|管理ミス|内部不正|その他)[^。、0-9\n]{0,12}[0-9,]{1,6}(?:件|%)[^。0-9]{0,6}[、\t]){2}"
)
_MANY_HIT = re.compile(
    r"(?:今月|今年度?|先月|昨年度?|この(?:1|一|半)(?:年|か月|カ月)|ここ数)[^。、]{0,10}(?:だけで|に入って|すでに|以降)[^。]{0,30}[0-9三四五六七八九十]{1,3}(?:社|校|自治体|団体|市町村|病院|件に上)"
    r"|(?:後を絶たな|止まらな|歯止めがかから)"
)
_WHO = re.compile(
    r"[^\t\n、。・|]{2,24}?(?:株式会社|市|町|村|県|区|大学|病院|高校|銀行|協会|機構|財団|組合|社|店|ホテル|庁)(?![^\t 、。・はがで(])"
    r"|株式会社[^\t\n、。 |]{2,20}"
)
_LIST_HEAD = re.compile(
    r"(?:公表日|公開日|発表日|発生日|日付|年月)[\t |/,、・]{1,3}[^\n]{0,40}(?:社名|企業|組織|団体|名称|件数|漏えい|概要)"
    r"|(?:社名|企業名|組織名|団体名|会社名)[\t |/,、・]{1,3}[^\n]{0,40}(?:件数|人数|公表|発表|原因|流出|漏えい|概要)"
)
_YEAR = re.compile(r"[^。0-9]{0,12}((?:19|20)[0-9]{2}|(?:令和|平成)[0-9元]{1,2})年")
LEAKY_TITLE = re.compile(
    r"漏えい|漏洩|流出|紛失|盗難|誤(?:送|配|交付|封入|廃棄|掲載|公開|発送)|不正アクセス|不正ログイン|ランサム|サイバー攻撃|個人情報|所在不明|持ち出し"
)


def talk(page: Page) -> Iterator[str]:
    """Columns and round-ups."""
    title = page.title or page.head
    notice = any(_NOT_COLUMN.search(ln) for ln in title.split("\n") if "。" not in ln)
    told = page.titled is not None and page.titled.says == "admits"
    sure = _COLUMN_TITLE.search(title) is not None
    if not notice and (sure or (_COLUMN_WORD.search(title) and not told)):
        yield from ("column", "column_title")[: 1 + sure]
    if not page.many("own") and _NAMELESS.search(page.text):
        yield "nameless_case"
    speaks = page.many("own") and page.many("sorry")
    if not speaks and len(_ADVICE.findall(page.text)) >= 3:
        yield "advice"
    if not page.many("sorry") and not CLAIMS.search(page.text) and _is_essay(page):
        yield "nobody_speaks"
    if _is_roundup(page) or several_stories(page):
        yield "roundup"


def _is_essay(page: Page) -> bool:
    """Advice, questions to the reader, wares, case after case: neither notice nor news."""
    return (
        len(_ADVICE.findall(page.text)) >= 2
        or bool(_ASKING.search(page.text))
        or page.many("product") >= 2
        or (_years(page) >= 2 and not page.many("own"))
    )


def _years(page: Page) -> int:
    """In how many different years the leaks lie that are told one after the other."""
    told = (page.sentence_at(j.start) for j in page.judged[:60] if j.says == "admits")
    return len({year[1] for sentence in told if (year := _YEAR.match(sentence))})


def _is_roundup(page: Page) -> bool:
    if page.many("own") and page.many("sorry"):
        return False
    if _years(page) >= 3 or _BY_SORT.search(page.text) or _MANY_HIT.search(page.text):
        return True
    counted, tellers, named, days = set[str](), set[str](), set[str](), set[str]()
    for line in _lines(page):
        told, number = _ANNOUNCED.search(line), _TOLD_COUNT.search(line)
        who = _WHO.search(line[:80]) if told or number else None
        if who is not None and told:
            named.add(who[0].strip("-*>、 「"))
        if not number:
            continue
        counted.update({who[0].strip()} if who else ())
        tellers.update({re.split("[はがで、 \t]", line[:40], maxsplit=1)[0]} if told else ())
        day = _DAY.match(line) if LEAKY_TITLE.search(line) else None
        days.update({day[1]} if day else ())
    if _LIST_HEAD.search(page.text) and len(counted) >= 2:
        return True
    titled = _COLUMN_TITLE.search(page.title or page.head) is not None
    return max(len(named), len(days)) >= _SEVERAL or (titled and len(tellers) >= _SEVERAL)


def _lines(page: Page) -> Iterator[str]:
    lines = (ln for ln in page.reading.lines if page.start <= ln.start < page.end)
    for line in islice(lines, 300):
        said = page.reading.text[line.start : min(line.end, line.start + 300)]
        if _OTHER_STORIES.match(said):
            return
        yield said
