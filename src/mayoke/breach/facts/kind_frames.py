"""Signs that a page only looks like a leak notice: template, recall, alert, column, round-up …

Source: study §4.13. Each sign is named in the table of ``kind_score``.
"""

import re
from collections.abc import Iterator
from itertools import islice

from mayoke.breach.facts.kind_forms import forms
from mayoke.breach.facts.kind_page import Page
from mayoke.breach.facts.voices import CLAIMS, warns_of_others
from mayoke.records.incident import NegativeKind

_PRODUCT_TITLE = re.compile(
    r"(?:提供|販売|受付|配信)(?:を)?開始|発売|リリース|導入事例|ソリューション|資料請求|資料ダウンロード|サービス[^。]{0,20}のご(?:案内|紹介)|新製品|製品紹介|新機能"
    r"|無料(?:診断|相談|体験|トライアル)|保険のご|入札|公告|プロポーザル|調達|で実現|を支援|キャンペーン"
)
_SEMINAR_TITLE = re.compile(
    r"(?:セミナー|ウェビナー|研修|講座|講演会?|勉強会|シンポジウム|説明会|カンファレンス|展示会)"
    r"[^。]{0,14}(?:開催|ご案内|お知らせ|のご?案内|募集|受付|申込|$|参加|レポート)"
)
_POLICY_TITLE = re.compile(
    r"プライバシー・?ポリシー|個人情報保護(?:基本)?方針|個人情報の(?:お)?取り?扱い?|個人情報(?:等)?取り?扱い?|利用規約|特定商取引|情報セキュリティ(?:基本)?方針"
    r"|セキュリティポリシー|サイトポリシー|規程|ガイドライン|よくある質問一覧"
)
_COLUMN_TITLE = re.compile(
    r"コラム|用語|他人事|ブログ[: ]|アンケート(?:調査)?の?結果|に関するアンケート|[だ便]より(?!の)|便り|(?:事故|事件|トラブル)から(?!の)|まとめ(?!て)|ランキング|(?:[0-9]+|[三五十])選|とは(?:[?!、 ]|$)|とは何か|解説|教訓"
    r"|[にを]学[ぶべん]|年表|ケーススタディ|連載|特集】|本当か|なぜ"
    r"|どうする|どうすれば|ニュース(?:まとめ|ダイジェスト|クリップ)|週間|月間|今週|振り返|ハウツー|対処法|から守る|実態調査|インシデント調査|白書"
    r"|(?:事案|事故|漏えい等?|漏洩等?|インシデント|違反|事件)(?:等|など)?の?(?:発生|報告|公表|処理|届出|受付)?(?:状況|件数|一覧|集計|統計|推移)|(?:発生|報告|公表)(?:状況|件数)(?:について)?(?:\(|$)"
    r"|過去最[多大高悪]|前年比|(?:20[0-9]{2}|令和[0-9元]+)年(?:度|上半期|下半期)?(?:の)?(?:個人情報|情報漏|セキュリティ)|事例(?:集|紹介|から|で|と)|の歴史|事件簿"
    r"|[0-9]つの|するには|[べ]き(?:対策|対応)"
)
_COLUMN_WORD = re.compile(
    r"相次[ぐい]|(?<!再発防止)(?<!防止)対策(?!本部|委員会|室)|防止策と|方法|ポイント(?!サービス|カード|会員)|チェック|基礎知識|入門|一覧|リスク|原因と|事例|動向|傾向|統計|意識調査"
)
_NOT_COLUMN = re.compile(r"お詫び|おわび|ご報告|再発防止|第[0-9一二三四五六]報|お知らせ|調査結果の")
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
_WHO = re.compile(
    r"[^\t\n、。・|]{2,24}?(?:株式会社|市|町|村|県|区|大学|病院|高校|銀行|協会|機構|財団|組合|社|店|ホテル|庁)(?![^\t 、。・はがで(])"
    r"|株式会社[^\t\n、。 |]{2,20}"
)
_LIST_HEAD = re.compile(
    r"(?:公表日|公開日|発表日|発生日|日付|年月)[\t |/,、・]{1,3}[^\n]{0,40}(?:社名|企業|組織|団体|名称|件数|漏えい|概要)"
    r"|(?:社名|企業名|組織名|団体名|会社名)[\t |/,、・]{1,3}[^\n]{0,40}(?:件数|人数|公表|発表|原因|流出|漏えい|概要)"
)
_ALERT_TITLE = re.compile(
    r"(?:装[いうっ]|騙[るりっ]|かた[るっ]|名乗[るっ]|偽(?:の|サイト|メール|sms|アプリ|造|情報)?|なりすまし|フィッシング|不審な?(?:メール|電話|sms|サイト|連絡|訪問|はがき)"
    r"|詐欺|スミッシング|迷惑メール(?!の?送信)|架空請求|悪質な?)(?!被害(?:による|に遭|により|を受|の発生|に伴))[^。]{0,40}(?:注意|用心|お気を?つけ|警戒|お知らせ|について|関する|$)"
    r"|(?:という|といった|と称する|と書かれた)[^。]{0,12}(?:電話|メール|sms|連絡|はがき|手紙|封書|投稿)|不審な?(?:郵便|封書|手紙|文書)|便乗し"
    r"|注意喚起|(?:に|を)ご?注意(?:くだ|下さ|を|$|!)"
)
_INFECTED = re.compile(
    r"(?:感染|侵入|窃取|詐取|盗|乗っ取り|漏えい|流出)[^。「」]{0,12}(?:しました|いたしました|していた|していること|され(?:た|てい|まし)|したこと|した可能性"
    r"|ました|が(?:確認|判明|発覚)|を確認|し、|しておりました|と判明)|(?:盗|奪)まれ|偽[^。]{0,30}(?:入力し(?:た(?!方|お客|場合)|てしま(?!った(?:方|お客|場合)|われた)|、)|入力いた)|第三者に(?:使|利用|悪用|操作)[^。]{0,6}(?:ました|れた)|アカウントが[^。]{0,20}(?:不正に|アクセスされ|乗っ取ら)|(?:感染の|漏えいの)?ご報告とお詫び"
)
_DECEIT = re.compile(r"装[いうっ]|騙|かた[るっり]|偽|にせ|名乗[るっ]|なりすまし|詐欺|不審|フィッシング")
_FAKE = re.compile(
    r"(?:そのような|こうした|このような|かかる|上記の?|左記の|当該)[^。]{0,16}(?:事実|発表|公表|連絡|案内|依頼)[^。]{0,14}(?:ございません|ありません|おりません|いません|していません)"
    r"|(?:メール|sms|電話|はがき|ハガキ|封書|サイト|文書|メッセージ|通知|投稿|郵便物)は[^。]{0,24}(?:当|弊|本)[^。]{1,12}(?:とは|と|が|から)[^。]{0,16}(?:関係|無関係|送信した(?:もの|事実)|送った|配信した|発信した|お送りした|運営する)[^。]{0,12}(?:ありません|ございません|ではな|です)"
    r"|(?:当|弊|本)[^。]{1,12}とは(?:一切|全く|何ら)?(?:の)?(?:関係|関わり)[^。]{0,10}(?:ありません|ございません)|(?:一切|まったく|全く)の?(?:でたらめ|虚偽|事実無根)|事実ではありません"
)
_HELD = re.compile(
    r"(?:当|弊|本)[^。、「」]{1,24}(?:アカウント|パスワード|サーバー?|端末|パソコン|管理画面|メール)[^。、「」]{0,16}が[^。「」]{0,30}(?:破られ|盗まれ|乗っ取られ|不正に(?!利用され(?:る|て)い?るおそれ)|侵害され|侵入され|悪用され|操作され)"
)
_OWN_DENIAL = re.compile(
    r"(?:当[社行店院校会館所市町村県団組金法施協学機]|弊[社店会]|本[学校会市町村県])[^。]{0,40}(?:漏えい|漏洩|流出|漏れ)[^。]{0,30}"
    r"(?:ございません|ありません|確認されて(?:い|おり)ません|おりません)"
)
_DENIED_ALL = re.compile(
    r"(?:情報|データ)(?:等|など)?(?:の|が|は)[^。]{0,24}(?:漏えい|漏洩|流出|漏れ|含まれ|保存|保持)[^。]{0,40}"
    r"(?:ございません|ありません|おりません|いません|おらず|なかった|ないこと|いない)"
)
_NO_PERSONAL = re.compile(
    r"個人(?:情報|データ|を特定(?:でき|する))[^。]{0,30}(?:含まれ(?:て(?:い|おり)ま|ま)せん|含まれていな|含まれておらず|含んでおりません|含んでいません|ございません|ありません)"
)
_PAY_STOP = re.compile(
    r"(?:クレジット|カード|決済|お支払)[^。\n]{0,24}(?:停止|休止|中止|中断|見合わせ|ご利用いただけ|利用(?:の)?一時)"
)
_TAMPERED = re.compile(r"改ざん|改竄|書き?換え被害|書き?換えられ|差し替えられ")
HOLDS = re.compile(
    r"(?:入って|記して|記され|記載され|記載があ|記載して|記載した|載って|載せ|印字され|印刷され|書かれ|書いて|書いた|書き込|写って|写った|映って|並んだ|保存され|保存して|記録され|記録して|含まれて?|含む|収録|登録され|入力され|格納)(?:い(?!ま(?:せん)|な)"
    r"|お(?!り?ません|らず)|た(?!こ?とはな)|まし|る|、|られ)|(?:を含む|の入った|の載った|を記した|を保存した|を記載した|を記録した)"
)
CONCLUDED = re.compile(
    r"(?:個人情報|個人データ|お?客様(?:の)?情報|顧客情報|会員情報|(?<![ァ-ヶー一-龥々])(?:情報|データ))(?:等|など)?(?:の|が|は)?[^。、]{0,12}(?:漏えい|漏洩|流出|漏れ|持ち出|閲覧|取得)(?:等|など)?"
    r"(?:され|し)?(?:の事実|た事実|の痕跡|た痕跡|の形跡|た形跡)?(?:は|が|も)?[^。、]{0,10}(?:なかった|ありませんでした|なく|ないこと|ないと|ございませんでした|認められませんでした|確認されませんでした|見つかりませんでした|おらず|いないこと)"
)
ITEM_LIST = re.compile(
    r"(?:漏えい|漏洩|流出|流失|漏れ|閲覧|取得|窃取|搾取|持ち出|紛失|送信|公開|記載|含ま|対象|送付|見えて|入って|残存)[^。\n]{0,24}"
    r"(?:情報|項目|データ|内容|個人情報)(?:\n|\t|:|$|は|に|の)"
)
_PENDING = re.compile(
    r"事実関係を(?:確認|調査)|(?:事実|漏えい|流出)(?:は|が)?[^。]{0,12}確認されて(?:い|おり)ま?せ?ん|判明(?:次第|した場合)|点検|調査(?:の準備|を(?:行|進|実施|依頼))|念のため"
)
_STOP_MAIN = re.compile(
    r"(?:メンテナンス|(?:システム|サービス|サイト)(?:の)?(?:一時)?停止|入れ?替(?!わ)|更新|移行|点検|工事|作業|変更に伴|切り?替え|リニューアル|休業|改修)"
)
_YEAR = re.compile(r"[^。0-9]{0,12}((?:19|20)[0-9]{2}|(?:令和|平成)[0-9元]{1,2})年")
_ADDRESS = re.compile(
    r"privacy|policy|recruit|career|seminar|webinar|column|glossary|template|bunrei|/products?/|solution|/lp/|whitepaper|casestud"
)
_LEAKY_TITLE = re.compile(
    r"漏えい|漏洩|流出|紛失|盗難|誤(?:送|配|交付|封入|廃棄|掲載|公開|発送)|不正アクセス|不正ログイン|ランサム|サイバー攻撃|個人情報|所在不明|持ち出し"
)


def frames(page: Page) -> Iterator[str]:
    """The signs against a leak notice that the page shows."""
    yield from forms(page)
    yield from _empty(page)
    yield from _alerts(page)
    yield from _talk(page)
    yield from _business(page)


def _empty(page: Page) -> Iterator[str]:
    """Texts that admit nothing."""
    strong = any(j.says == "admits" for j in page.judged)
    if not strong and (_NO_PERSONAL.search(page.text) or _OWN_DENIAL.search(page.text)):
        yield "own_denial"
    if not strong and _TAMPERED.search(page.text) and _DENIED_ALL.search(page.text):
        yield "tampering"
    if _names_nobody(page):
        yield "nobody_hit"
    if not any(j.firm for j in page.judged if j.says == "admits") and CONCLUDED.search(page.text):
        yield "concluded_none"
    if _PAY_STOP.search(page.title or page.head) and (not strong or _only_suspected(page)):
        yield "payment_stop"


def _names_nobody(page: Page) -> bool:
    """What was lost or hit held no personal data, and nothing else in the notice says it did."""
    if not _NO_PERSONAL.search(page.title + "\n" + page.text):
        return False
    if any(
        j.says == "admits" and j.data and not _NO_PERSONAL.search(_sentence(page, j.start))
        for j in page.judged
    ):
        return False
    return not any(
        "data" in signs and HOLDS.search(page.reading.text, start, min(end, start + 400))
        for (start, end), signs in zip(page.spans, page.signs, strict=True)
    )


def _only_suspected(page: Page) -> bool:
    """Nothing is said of what leaked or of whom; what there is, is being looked into."""
    leaks = page.titled is not None and page.titled.family == "leak"
    return not leaks and not ITEM_LIST.search(page.text) and bool(_PENDING.search(page.text))


def _alerts(page: Page) -> Iterator[str]:
    """Warnings of impersonation, unless an infection or a theft is admitted (study §4.12)."""
    admitted = page.titled is not None and page.titled.says == "admits"
    if warns_of_others(page) or (admitted and not _DECEIT.search(page.title)):
        return
    titled = bool(_ALERT_TITLE.search(page.title or page.head))
    fake = _FAKE.search(page.text) is not None
    many = page.times("alert") >= 3 and (fake or _ALERT_TITLE.search(page.head))
    if not titled and not many:
        return
    if not _HELD.search(page.text) and not any(_INFECTED.search(_sentence(page, j.start)) for j in page.judged if _own(page, j)):
        yield "alert"
    if fake or _OWN_DENIAL.search(page.text):
        yield "alert_quotes"


def _own(page: Page, judged: object) -> bool:
    return getattr(judged, "says", "") in {"admits", "hints", "fears"} and not _OWN_DENIAL.search(
        page.text
    )


def _sentence(page: Page, at: int) -> str:
    start, end = page.span_at(at)
    return page.reading.text[start : min(end, start + 400)]


def _talk(page: Page) -> Iterator[str]:
    """Columns and round-ups."""
    title = page.title or page.head
    notice = _NOT_COLUMN.search(title)
    told = page.titled is not None and page.titled.says == "admits"
    sure = _COLUMN_TITLE.search(title) is not None
    if not notice and (sure or (_COLUMN_WORD.search(title) and not told)):
        yield from ("column", "column_title")[: 1 + sure]
    nameless = len(_NAMELESS.findall(page.text))
    if nameless and not page.many("own"):
        yield "nameless_case"
    if len(_ADVICE.findall(page.text)) >= 3 and not (page.many("own") and page.many("sorry")):
        yield "advice"
    if not page.many("sorry") and not CLAIMS.search(page.text) and _is_essay(page):
        yield "nobody_speaks"
    if _is_roundup(page):
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
    told = (_sentence(page, j.start) for j in page.judged[:60] if j.says == "admits")
    return len({year[1] for sentence in told if (year := _YEAR.match(sentence))})


def _is_roundup(page: Page) -> bool:
    if page.many("own") and page.many("sorry"):
        return False
    if _years(page) >= 3 or _BY_SORT.search(page.text):
        return True
    rows, tellers = set[str](), set[str]()
    named, days = set[str](), set[str]()
    for line in _lines(page):
        if _OTHER_STORIES.match(line):
            break
        if (who := _WHO.search(line[:60])) is not None and _ANNOUNCED.search(line):
            named.add(who[0].strip("-*>、 「"))
        if (day := _DAY.match(line)) is not None and _TOLD_COUNT.search(line):
            days.update({day[1]} if _LEAKY_TITLE.search(line) else ())
        if not _TOLD_COUNT.search(line):
            continue
        if (who := _WHO.search(line[:80])) is not None:
            rows.add(who[0].strip())
        subject = re.split("[はがで、 \t]", line[:40], maxsplit=1)[0]
        if _ANNOUNCED.search(line):
            tellers.add(subject)
    if _LIST_HEAD.search(page.text) and len(rows) >= 2:
        return True
    return max(len(named), len(days)) >= _SEVERAL or (
        len(tellers) >= 3 and bool(_COLUMN_TITLE.search(page.title or page.head))
    )


def _lines(page: Page) -> Iterator[str]:
    lines = (ln for ln in page.reading.lines if page.start <= ln.start < page.end)
    for line in islice(lines, 300):
        yield page.reading.text[line.start : min(line.end, line.start + 300)]


def _business(page: Page) -> Iterator[str]:
    """Recalls, maintenance, policies, adverts, job ads."""
    title = page.title or page.head
    leaky = bool(_LEAKY_TITLE.search(title)) and page.titled is not None
    if page.many("recall") >= 3 or ("自主回収" in title or "リコール" in title):
        yield "recall"
    if not leaky and (_STOP_MAIN.search(title) or page.many("maintenance") >= 3):
        yield "maintenance"
    if page.titled is None and (_POLICY_TITLE.search(title) or page.many("policy_word") >= 4):
        yield "policy"
    advert = _SEMINAR_TITLE.search(title) or _PRODUCT_TITLE.search(title)
    if not page.many("sorry") and (
        advert or page.many("seminar") >= 4 or page.many("product") >= 4
    ):
        yield "advert"
    if page.many("job") >= 4 and not page.many("sorry"):
        yield "job"
    if _ADDRESS.search(page.url):
        yield "address"


_KINDS: tuple[tuple[frozenset[str], NegativeKind | None], ...] = (
    (frozenset({"template", "template_words"}), "template"),
    (frozenset({"recall"}), "recall"),
    (frozenset({"advert", "job", "policy"}), None),
    (frozenset({"roundup", "column", "nameless_case", "nobody_speaks"}), "roundup"),
    (frozenset({"alert", "alert_quotes"}), "phishing_alert"),
    (frozenset({"tampering"}), "tampering_no_leak"),
    (frozenset({"maintenance"}), "maintenance"),
)


def negative_kind(page: Page, signs: dict[str, int]) -> NegativeKind | None:
    """Which of the near neighbours it is; None for everything else."""
    for named, kind in _KINDS:
        if named & signs.keys():
            return kind
    if _TAMPERED.search(page.text) and _DENIED_ALL.search(page.text):
        return "tampering_no_leak"
    if _PAY_STOP.search(page.head):
        return "payment_stop_on_suspicion"
    return "tampering_no_leak" if _TAMPERED.search(page.title) else None
