"""Signs that a page only looks like a leak notice: template, recall, alert, maintenance …

Source: study §4.13. Each sign is named in the table of ``kind_score``.
"""

import re
from collections.abc import Iterator

from mayoke.breach.facts.kind.columns import LEAKY_TITLE, talk
from mayoke.breach.facts.kind.forms import forms
from mayoke.breach.facts.kind.page import Page
from mayoke.breach.facts.kind.patterns import NOT
from mayoke.breach.facts.kind.voices import warns_of_others
from mayoke.records.incident import NegativeKind

_PRODUCT_TITLE = re.compile(
    r"(?:提供|販売|受付|配信)(?:を)?開始|発売|リリース|導入事例|ソリューション|資料請求|資料ダウンロード|サービス[^。]{0,20}のご(?:案内|紹介)|新製品|製品紹介|新機能"
    r"|無料(?:診断|相談|体験|トライアル)|保険のご|入札|公告|プロポーザル|調達|で実現|を支援|キャンペーン"
)
_RECALL_TITLE = re.compile(r"自主回収|リコール|(?:商品|製品)の?回収|無償(?:の)?(?:点検|修理|交換)")
_SEMINAR_TITLE = re.compile(
    r"(?:セミナー|ウェビナー|研修|講座|講演会?|勉強会|シンポジウム|説明会|カンファレンス|展示会)"
    r"[^。]{0,14}(?:開催|ご案内|お知らせ|のご?案内|募集|受付|申込|$|参加|レポート)"
)
_POLICY_TITLE = re.compile(
    r"プライバシー・?ポリシー|個人情報保護(?:基本)?方針|個人情報の(?:お)?取り?扱い?|個人情報(?:等)?取り?扱い?|利用規約|特定商取引|情報セキュリティ(?:基本)?方針"
    r"|セキュリティポリシー|サイトポリシー|規程|ガイドライン|よくある質問一覧"
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
_DECEIT = re.compile(
    r"装[いうっ]|騙|かた[るっり]|偽|にせ|名乗[るっ]|なりすまし|詐欺|不審|フィッシング"
)
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
_SOURCE = re.compile(
    r"(?:から|より)(?:の|は|、|直接)?[^。、]{0,16}(?:漏えい|漏洩|流出|漏れ)|(?:パスワード|ログイン情報)[^。、]{0,10}(?:漏えい|漏洩|流出|漏れ)"
)
_REUSED = re.compile(
    r"リスト型|パスワードリスト|アカウントリスト|使い回|組み?合わせ|(?:他社|他の?サービス|他サイト|他の?サイト)[^。]{0,16}(?:流出|漏|入手|取得)"
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
    r"(?:入って|記して|記され|記載され|記載があ|記載して|記載した|載って|載せ|印字され|印刷され|書かれ|書いて|書いた|書き込|写って|写った|映って|並んだ|保存され|保存して|記録され|記録して|含まれ|含む|収録|登録され|入力され|格納(?:され)?)て?(?:い(?!ま(?:せん)|な)"
    r"|お(?!り?ません|らず)|た(?!こ?とはな)|まし|る|、|られ)|(?:を含む|の入った|の載った|を記した|を保存した|を記載した|を記録した)"
)
CONCLUDED = re.compile(
    r"(?:個人情報|個人データ|お?客様(?:の)?情報|顧客情報|会員情報|(?<![ァ-ヶー一-龥々])(?:情報|データ))(?:等|など)?(?:の|が|は)?[^。、]{0,12}(?:漏えい|漏洩|流出|漏れ|持ち出|閲覧|取得)(?:等|など)?"
    r"(?:され|し)?(?:の事実|た事実|の痕跡|た痕跡|の形跡|た形跡)?(?:は|が|も)?[^。、]{0,10}(?:なかった|ありませんでした|なく|ないこと|ないと|ございませんでした|認められませんでした|確認されませんでした|見つかりませんでした|おらず|いないこと)"
    r"|(?:漏えい|漏洩|流出|持ち出し|閲覧|取得|窃取|持ち出)(?:等|など|や[^。、]{1,8})?(?:の|された|した)(?:事実|痕跡|形跡|証拠)(?:は|が|も)[^。、]{0,8}(?:ないこと|なかった|なく、|認められず|認められなかった|確認されず|見つから(?:ず|な))"
    r"|(?:外部(?:へ|に)の?|外へ(?:の)?|社外へ(?:の)?)(?:漏えい|漏洩|流出|持ち出し|送信)(?:の?(?:事実|痕跡|形跡))?(?:は|が|も)[^。、]{0,10}(?:なかった|ありませんでした|ないこと|ございませんでした|認められませんでした|確認されませんでした)"
)
ITEM_LIST = re.compile(
    r"(?:漏えい|漏洩|流出|流失|漏れ|閲覧|取得|窃取|搾取|持ち出|紛失|送信|公開|記載|含ま|対象|送付|見えて|入って|残存)[^。\n]{0,24}"
    r"(?:情報|項目|データ|内容|個人情報)(?:\n|\t|:|$|は|に|の)"
)
_PENDING = re.compile(
    r"事実関係を(?:確認|調査)|(?:事実|漏えい|流出)(?:は|が)?[^。]{0,12}確認されて(?:い|おり)ま?せ?ん|判明(?:次第|した場合)|点検|調査(?:の準備|を(?:行|進|実施|依頼|お願い))|(?:調査|解析)[^。]{0,6}を[^。]{0,6}お願い|かどうか|念のため"
)
_STOP_MAIN = re.compile(
    r"(?:メンテナンス|(?:システム|サービス|サイト)(?:の)?(?:一時)?停止|入れ?替(?!わ)|更新|移行|点検|工事|作業|変更に伴|切り?替え|リニューアル|休業|改修)"
)
_ADDRESS = re.compile(
    r"privacy|policy|recruit|career|seminar|webinar|column|glossary|template|bunrei|/products?/|solution|/lp/|whitepaper|casestud"
)


_SUBSET = re.compile(
    r"カード|クレジット|マイナンバー|個人番号|口座|パスワード|要配慮|以外|その他の|他の"
)
_WHOLE = re.compile(r"個人(?:情報|データ)|お?客[様さ]ま?の?情報|会員|氏名|名前|一切|すべて|全て")
_NOBODY_CAME = re.compile(
    r"(?:期間|間)[^。]{0,30}(?:入力|利用|決済|購入|送信)[^。]{0,16}(?:方|お客様|お客さま|会員|者)は[^。]{0,10}(?:おらず|いなかった|おられ(?:ず|な|ま)|いらっしゃ(?:ら|い)|いません(?!が)|ありませんでした|0(?:名|件|人))"
)
_LISTED = re.compile(
    r"(?:可能性|おそれ|恐れ|対象|閲覧|見られ|漏えい|漏洩|流出|送信|送付|混入|紛失|記載|含ま|該当)[^。]{0,20}(?:情報|項目|データ|内容|事項)(?:は|等|\)|$|:|\()|^(?:記載)(?:事項|内容)"
)
_DATA_NAME = re.compile(
    r"氏名|名前|住所|電話番号|メールアドレス|生年月日|性別|年齢|カード番号|有効期限|口座番号|会員番号|購入履歴|注文履歴|利用履歴|金額|病名|学籍番号|郵便番号|会社名|勤務先|所属"
)
_LINES_MAX, _LIST_LINES, _LABEL_MAX, _LIST_NAMES = 300, 3, 44, 2


def frames(page: Page) -> Iterator[str]:
    """The signs against a leak notice that the page shows."""
    yield from forms(page)
    yield from _empty(page)
    yield from _alerts(page)
    yield from talk(page)
    yield from _business(page)


def _empty(page: Page) -> Iterator[str]:
    """Texts that admit nothing."""
    strong = any(j.says == "admits" for j in page.judged)
    listed = lists_data(page)
    if not strong and not listed and (_denies(page) or _NO_PERSONAL.search(page.text)):
        yield "own_denial"
    if not strong and _TAMPERED.search(page.text) and _DENIED_ALL.search(page.text):
        yield "tampering"
    if _names_nobody(page):
        yield "nobody_hit"
    firm = any(j.firm for j in page.judged if j.says == "admits")
    if (not firm or _NOBODY_CAME.search(page.text)) and not listed and _concluded(page):
        yield "concluded_none"
    if _PAY_STOP.search(page.title or page.head) and (not strong or _only_suspected(page)):
        yield "payment_stop"


def _concluded(page: Page) -> bool:
    """Does the outcome deny all of it, not only that cards or passwords leaked?"""
    for said in CONCLUDED.finditer(page.text):
        about = page.sentence_at(page.start + said.start())
        if not _SUBSET.search(about) or _WHOLE.search(about):
            return True
    return False


def _denies(page: Page) -> bool:
    """Does the operator deny a leak of its own?"""
    return any(not _elsewhere(page, said) for said in _OWN_DENIAL.finditer(page.text))


def _elsewhere(page: Page, denial: re.Match[str]) -> bool:
    """Passwords that leaked at others' were tried here: "not from us" denies only the source."""
    return bool(_SOURCE.search(denial[0]) and _REUSED.search(page.text))


def lists_data(page: Page) -> bool:
    """Does a heading or label of what was seen, sent or lost stand over a list of data?"""
    if "lists_data" not in page.known:
        page.known["lists_data"] = _lists_data(page)
    return page.known["lists_data"]


def _lists_data(page: Page) -> bool:
    lines = [ln for ln in page.reading.lines[:_LINES_MAX] if page.start <= ln.start < page.end]
    text = page.reading.text
    for i, line in enumerate(lines):
        label = line.label or text[line.start : min(line.end, line.start + 60)]
        if len(label) > _LABEL_MAX or "。" in label or not _LISTED.search(label):
            continue
        first = line.value if line.label else line.end
        last = lines[min(i + _LIST_LINES, len(lines) - 1)].end
        said = text[first : min(max(last, line.end), first + 300)]
        said = said.partition("。")[0]
        if len(set(_DATA_NAME.findall(said))) >= _LIST_NAMES and not NOT.search(said):
            return True
    return False


def _names_nobody(page: Page) -> bool:
    """What was lost or hit held no personal data, and nothing else in the notice says it did."""
    if not _NO_PERSONAL.search(page.title + "\n" + page.text):
        return False
    if any(
        j.says == "admits" and j.data and not _NO_PERSONAL.search(page.sentence_at(j.start))
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
    many = page.times("alert") >= 3
    if not titled and not many:
        return
    fake = _FAKE.search(page.text) is not None
    many = many and (fake or _ALERT_TITLE.search(page.head) is not None)
    if not titled and not many:
        return
    if not _HELD.search(page.text) and not any(
        _INFECTED.search(page.sentence_at(j.start)) for j in page.judged if _own(page, j)
    ):
        yield "alert"
    if fake or _OWN_DENIAL.search(page.text):
        yield "alert_quotes"


def _own(page: Page, judged: object) -> bool:
    return getattr(judged, "says", "") in {"admits", "hints", "fears"} and not _OWN_DENIAL.search(
        page.text
    )


def _business(page: Page) -> Iterator[str]:
    """Recalls, maintenance, policies, adverts, job ads."""
    title = page.title or page.head
    leaky = bool(LEAKY_TITLE.search(title)) and page.titled is not None
    if page.many("recall") >= 3 or _RECALL_TITLE.search(title):
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
    (frozenset({"payment_stop"}), "payment_stop_on_suspicion"),
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
