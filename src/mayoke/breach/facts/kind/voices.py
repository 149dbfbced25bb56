"""Who speaks in a document about a leak: the operator, a processor's client, the press …

Source: study §3 (FAQ, processor clients, second reports, news, aggregators) and §4.9.
"""

import re
from itertools import islice
from typing import Literal

from mayoke.breach.facts.kind.page import Page
from mayoke.records.incident import DocumentKind

_LEAD_MAX = 6000
Report = Literal["first", "later", "final"]

_FAQ_TITLE = re.compile(
    r"よくある(?:ご)?(?:質問|お問い?合わせ)|q ?& ?a|faq|ご?質問と(?:ご?回答|お?答え)|問い?合わせと回答|想定(?:される)?(?:ご)?質問|一問一答|問答"
    r"|お?問い?合わせ(?:事項|例|集|内容)$|(?:多い|多く|いただく|頂く|寄せられ(?:た|る|ている))(?:お問い?合わせ|ご?質問)|ご?質問(?:集|一覧|への(?:お答え|回答|ご回答))|お答えします$"
)
_QUESTION = re.compile(r"(?:か|の|しょうか|ますか|ですか)[。?]?$|\?$")
_ASKED = re.compile(r"(?:か|の)[。?]$|[?]$|か$")
_LATER_TITLE = re.compile(
    r"続報|第(?:[2-9]|1[0-9]|[二三四五六七八九十])(?:報|回(?:目)?(?:の)?(?:報告|公表))|最終(?:報|のご?報告)"
    r"|\((?:追加|追報|更新|訂正|経過報告|その後)|追加(?:の)?(?:報告|公表|のお知らせ)|経過(?:の)?(?:ご)?報告|その後の(?:状況|対応|経過)|中間報告|再発防止策の(?:(?:ご)?報告|進)|対策の(?:進捗|進み|実施)"
    r"|[0-9日]更新\)|追報|確報|訂正とお詫び|[2-9]報目"
)
_OUTCOME_TITLE = re.compile(r"(?:調査|検証)(?:の)?結果|調査(?:の)?(?:完了|終了)")
_NEW = re.compile(
    r"(?:このたび|この度|今般|今回)[^。\n]{0,160}(?:可能性|おそれ|恐れ)[^。\n]{0,20}(?:判明|分か|わか|確認|ござい|あり)"
)
_SAYS = re.compile(r"。|(?:ます|ました|した|です)$")
_FIRST_TITLE = re.compile(r"第(?:1|一)報|初報|速報")
_FINAL = re.compile(
    r"最終(?:報|のご?報告|報告|調査報告)|確報|調査(?:の)?(?:完了|終了)(?:の|に関する|について)?(?:ご報告|お知らせ|報告)|完了(?:の)?ご報告"
)
_TOLD_BEFORE = re.compile(
    r"(?:[0-9一二三四五六七八九十]{1,3}月(?:[0-9一二三四五六七八九十]{1,3}日)?|[0-9]{1,2}[./][0-9]{1,2}|先般|先日|先に|既に|すでに|前回|第[1一二2三3]報)"
    r"[^。\n]{0,40}?(?:お知らせ|公表|発表|ご報告|ご案内)(?:いた|致|し|申|済|の|させ|を)[^。\n]{0,80}"
    r"(?:について|つきまして|関し|件|事案|続き|続報|続け|その後|おり|通り|が、|ところ|改め|続い)"
    r"|の(?:公表|発表|お知らせ|ご報告)(?:後|以降|以後)"
    r"|第(?:1|2|3|4|5|一|二|三|四|五)報[^。\n]{0,20}(?:に続き|で(?:お知らせ|ご?報告|公表)|以降|から|の(?:あと|後)|に引き続)|既報の(?:とおり|通り)"
    r"|(?:お知らせ|公表|ご報告|発表)(?:いた|し)[^。\n]{0,40}(?:その後の|続報|調査結果|最終|追加)"
)
CLAIMS = re.compile(
    r"(?:と|を)(?:発表|公表)(?:した|しました|している|していた)|(?:を|と)明らかにした|明らかになった|(?:同|県警|警|関係者|発表|判決|起訴状|捜査|会社|担当者|氏)[^。\n]{0,12}によ(?:ると|れば|りますと)"
    r"|(?:^|[。\n】」])(?!調査|報告|解析|専門|記録|検証|分析|第三者|外部)[^。、\n「」]{1,10}(?<!調査)(?<!報告)(?<!解析)(?<!結果)(?<!記録)(?<!ログ)(?<!履歴)(?<!連絡)(?<!説明)(?<!社)によ(?:ると|れば)、"
    r"|(?:停職|減給|戒告|懲戒(?:処分|免職))[^。\n]{0,16}(?:処分に|に)した。"
    r"|(?:発表|公表|報道)され(?:た|まし|てい)|(?:謝罪文|お詫び文?)が掲載され|という。|としている。|とみられる。|(?:と|などと)話(?:し|す)|書類送検|取材に|言い渡し|起訴|容疑で|と説明した|と謝罪した|とのことです"
    r"|(?:た|る|だ|い)そうです|とのこと(?:で|。)|報じ(?:た|られ)|会見を?(?:開|し)|とコメントし"
)
_REGRETS = re.compile(
    r"(?:お詫び|おわび)(?:を)?(?:申し?上げ|いたし|致し)(?:ます|る次第)|申し訳(?:ござい|あり)ません(?:でした)?。"
)
_PLAIN_END = re.compile(
    r"(?:した|いた|った|んだ|れた|である|だった|という|ている|ていた|ない|なかった|だ|る|た)。?$"
)
_POLITE_END = re.compile(
    r"(?:ます|です|ました|ません|でした|ませんでした|ございます|ください|致します)[。)!]?$"
)
_PRESS_SITE = re.compile(
    r"新聞|新報|日報|タイムス|タイムズ|ニュース|news|通信社|press|放送|テレビ|メディア|ブログ|blog|日記|メモ|journal|マガジン|速報|next|watch|ナビ|ジャーナル|watch"
)
_PRESS_URL = re.compile(
    r"/(?:articles?|archives?|entry|blog|post)/|blog\.|\.blog|news-?site|shimpo|shimbun|press\."
)
_VICTIM = (
    r"(?:漏えい|漏洩|流出|不正アクセス|不正ログイン|サイバー攻撃|攻撃|ランサム|感染|侵入|紛失|盗難|誤(?:送|配|封入|交付|廃棄|発送|って|り)|持ち出|改ざん|障害|ウイルス"
    r"|マルウェア|不正(?:な|に)|被害|閲覧)"
)
_OUTSIDE = (
    r"(?:再?委託(?:先|業者|会社|事業者|した(?!調査)|している|して(?:い|お))|外部委託先|業務委託先|業務を委託|提供(?:元|会社|事業者|企業|ベンダー|を受けて)|ベンダー|保守会社|管理会社|運営会社"
    r"|代行会社|開発会社|制作会社|請負業者|印刷会社|配送会社|外部業者|外部事業者)"
)
_CLIENT_TITLE = re.compile(
    rf"(?:再?委託(?:先|業者|会社|事業者)|外部(?:サービス|委託|業者|事業者|ポイント|システム)|提供(?:元|会社|事業者)|業務委託先|取引先(?:に|企業|が|で|の|から)|代理店|協力会社"
    rf"|(?:利用|使用|導入|契約)(?:して(?:い|お)る?|する|中の?)[^。]{{0,20}}(?:サービス|システム))[^。]{{0,60}}{_VICTIM}"
    rf"|{_VICTIM}[^。]{{0,20}}(?:委託先|委託業者)"
    r"|(?:代行|印刷|配送|保守|開発|管理|運営|提供|調査|システム|制作|運送|清掃|廃棄物処理)(?:会社|業者|事業者|企業)(?:に(?:おける|対する)|での?|への|の|から(?:の)?)[^。]{0,30}"
    rf"{_VICTIM}"
)
_HANDED = re.compile(
    r"(?:委託|任せ|提供|(?<!攻撃者が)運営|利用|導入|契約|使用|管理|保守|開発|依頼|加盟|代行|発注|請け負)(?!され|でき|可能|明細|規約|者の)[^。\n]{0,12}(?:する|した|いる|おります|おりました|いた|先の|元の|を行う|会社の|、|ている)"
)
_COMPANY = re.compile(
    r"(?:株式会社|有限会社|合同会社|\([株有]\)|(?<![弊当小自御貴会本各])社(?![員内長屋会外名])|法人|協会|組合|機構|財団|センター|業者|事業者|会社)[^、。\n]{0,24}?"
    r"(?:が|に対|において|におき|にて|で|への|より|の(?:サーバ|システム|社内|ネットワーク|従業員|社員|元社員|担当|パソコン|管理|環境|データ|機器|設備))"
)
_TELLER = re.compile(
    r"(?:株式会社[^、。\n「」]{1,24}|[^、。\n「」()]{1,14}社(?![員内長屋会外])|委託先|提供元|提供会社|同社)(?:\([^)]{0,40}\))?(?:より|から)"
)
_TOLD_US = re.compile(r"(?:連絡|報告|通知|通報|説明|公表|知らせ)")
_VICTIMS = re.compile(_VICTIM)
_OUTSIDERS = re.compile(_OUTSIDE)
_NOT_CLIENT = re.compile(
    r"(?:カード(?:発行)?会社|決済代行(?:会社|業者)?|クレジット[^。]{0,8}|お客様|お客さま|警察|銀行|アクワイアラー?|ブランド)(?:等|各社|様|一社|1社|の一部)?(?:より|から)"
    r"|調査会社|調査機関|セキュリティ(?:専門)?会社|フォレンジック|廃棄|専門(?:会社|業者|機関)|出向|問題(?:は|が)な|社員による|設備には"
)
_ALERT = re.compile(
    r"注意喚起|ご注意|(?:に|を)注意|ご確認(?:くだ|を|のお願い)|利用(?:者|され)の?(?:皆|方)|会員の皆(?:様|さま)へ"
)
_THEIR_LEAK = re.compile(
    r"(?:株式会社|合同会社|有限会社|社|サイト|店|ショップ|法人|事業者)[^、。\n]{0,24}(?:が|は)、?[^。\n]{0,80}(?:漏えい|流出|漏洩|不正アクセス)[^。\n]{0,60}(?:と|旨を|ことを|を)[^。\n]{0,14}(?:公表|発表|明らかに)"
    r"|(?:漏えい|流出|漏洩|不正アクセス)[^。\n]{0,40}旨、?[^。\n]{0,20}(?:より|から|が)[^。\n]{0,12}(?:公表|発表)"
    r"|(?:」|他社|同社|事業者|サイト|ショップ|店舗|加盟店|サービス|会社|社)(?:に|で|から|の|において|における|より)[^。]{0,50}(?:漏えい|流出|漏洩|不正アクセス)[^。]{0,60}"
    r"(?:報道|公表|発表|報じ|判明し|確認され|を受け)"
)
_TOLD_OF = re.compile(r"(?:同社|運営会社|販売会社|同店|同サイト|運営者)(?:は|から|に|が|へ)")
_WATCHER = re.compile(
    r"(?:消費|県民|市民|国民)[^。\n]{0,12}センター|カード(?:株式)?会社|カード株式会社|警察本部|情報処理推進|対策協議会|相談(?:が|を)[^。\n]{0,30}(?:寄せられ|受けて)"
)
_OWN_LEAK = re.compile(
    r"(?:当|弊|本)(?:社|店|院|校|学|会|協会|法人|市|町|村|県|組合|行|館|園|団体|財団|機構|センター|サイト|ショップ)(?:の|が|で|において|における|は|では|を|に|へ)?"
    r"[^。]{0,60}(?:漏えい|漏洩|流出|紛失|誤|不正アクセス|不正ログイン|攻撃|感染|盗|持ち出|閲覧)"
)


def document_kind(page: Page) -> DocumentKind:
    """Whose voice it is. Unsure and 当社 … speaks: the operator's."""
    alert = warns_of_others(page)
    if alert and _own_words(_outside_quotes(page)):
        return "third_party_alert"
    if is_press(page):
        return "news_article"
    if alert:
        return "third_party_alert"
    if _is_faq(page):
        return "operator_faq"
    if _is_client(page):
        return "processor_client_notice"
    return "second_report" if _is_later(page) else "operator_notice"


def report(page: Page, kind: DocumentKind) -> Report | None:
    """Which report of the operator's it is; None for the voices of others and for FAQs."""
    if kind in {"news_article", "third_party_alert", "not_a_breach", "operator_faq"}:
        return None
    if kind == "second_report" or _is_later(page):
        return "final" if _FINAL.search(page.head) else "later"
    return "first"


def is_press(page: Page) -> bool:
    """Does a third person tell it: newspaper, security site, blog (around a quoted notice too)?"""
    if page.many("blog") >= 3 or (page.many("blog") and page.text.count("\n>") >= 3):
        return True
    outside = _outside_quotes(page)
    own = _own_words(outside)
    if own > 1 and not page.many("blog"):
        return False
    site = bool(_PRESS_SITE.search(page.site)) or bool(_PRESS_URL.search(page.url))
    if own == 0 and _REGRETS.search(outside) and not _is_plain(page):
        return False
    claims = len(CLAIMS.findall(outside))
    if page.many("blog") and site and claims:
        return True
    if own == 0:
        third = bool(re.search(r"同(?:社|市|県|町|院|校|大|店|行|協会|病院|大学)", outside))
        return claims >= 2 or (claims >= 1 and (site or third or _is_plain(page)))
    return own <= 1 and claims >= 2 and not page.many("sorry") and (site or _is_plain(page))


def _own_words(text: str) -> int:
    return len(
        re.findall(
            r"弊[社店会所行院誌]|当[社店院校会館行市町村県庁園所]|本[学校院市会県町]|私ども|わたくしども|当(?:センター|カード|サイト|組合|協会|金庫|法人|公社|連盟)",
            text,
        )
    )


def _outside_quotes(page: Page) -> str:
    """The notice without what stands in 「」 or behind > : in news, the operator's words do."""
    return re.sub(r"「[^」\n]{0,300}」|(?<=\n)>[^\n]{0,2000}", "「」", page.text[:20_000])


def _is_plain(page: Page) -> bool:
    """である style: more sentences end plainly than politely."""
    ends = [
        page.reading.text[max(s, e - 8) : e].rstrip() for s, e in page.spans[:300] if e - s > 12
    ]
    polite = sum(1 for end in ends if _POLITE_END.search(end))
    plain = sum(1 for end in ends if _PLAIN_END.search(end)) - sum(
        1 for end in ends if _POLITE_END.search(end) and _PLAIN_END.search(end)
    )
    return plain > polite


def warns_of_others(page: Page) -> bool:
    """Does somebody warn of a leak at others', known from the press or their announcement?"""
    if not _ALERT.search(page.title or page.head) and "注意喚起" not in page.head:
        return False
    lead = page.text[:1500]
    theirs = _THEIR_LEAK.search(lead) or (_TOLD_OF.search(lead) and _WATCHER.search(lead))
    return bool(theirs) and not _OWN_LEAK.search(page.title + "\n" + lead)


def _is_faq(page: Page) -> bool:
    if _FAQ_TITLE.search(page.title) or _FAQ_TITLE.search(page.head):
        return True
    lines = [ln for ln in page.reading.lines if page.start <= ln.start < page.end][:400]
    asked = sum(
        1
        for ln in lines
        if ln.mark.lower().startswith("q")
        or (ln.heading and _QUESTION.search(page.reading.text[max(ln.start, ln.end - 8) : ln.end]))
    )
    bare = sum(
        1 for ln in lines if _ASKED.search(page.reading.text[max(ln.start, ln.end - 4) : ln.end])
    )
    return (asked >= 4 and asked * 4 >= len(lines)) or (bare >= 3 and bare * 3 >= len(lines))


def _is_client(page: Page) -> bool:
    """The leak happened at a processor's, and its client speaks."""
    title = page.title or page.head
    if _CLIENT_TITLE.search(title) and not re.search("廃棄|出向", title):
        return True
    until = page.start + min(max(900, (page.end - page.start) // 3), _LEAD_MAX)
    return any(
        _tells_of_processor(page.reading.text[start : min(end, start + 400)])
        for start, end in page.spans[:60]
        if start < until
    )


def _tells_of_processor(said: str) -> bool:
    """A sentence that names who processes the data, and what befell them or what they told."""
    if not _VICTIMS.search(said):
        return False
    for first, second, last in (
        (_OUTSIDERS, None, _VICTIMS),
        (_HANDED, _COMPANY, _VICTIMS),
        (_TELLER, _VICTIMS, _TOLD_US),
    ):
        for found in islice(first.finditer(said), 6):
            at = found.end()
            if second is not None:
                middle = second.search(said, at - 1, at + 70)
                if middle is None:
                    continue
                at = middle.end()
            then = last.search(said, at, at + 90)
            if then and not _NOT_CLIENT.search(said, max(0, found.start() - 12), then.end()):
                return True
    return False


def _is_later(page: Page) -> bool:
    if _FIRST_TITLE.search(page.title):
        return False
    if any(_LATER_TITLE.search(line) for line in page.head.split("\n") if not _SAYS.search(line)):
        return True
    long = [span for span in page.spans[:12] if span[1] - span[0] > 20][:3]
    lead = "\n".join(page.reading.text[s:e] for s, e in long)
    outcome = any(_OUTCOME_TITLE.search(ln) for ln in page.head.split("\n") if not _SAYS.search(ln))
    return bool(_TOLD_BEFORE.search(lead)) or (outcome and not _NEW.search(lead))
