"""Invented families: one skeleton each, under other brands, names, numbers and links."""

from email.message import EmailMessage
from email.policy import SMTP

from mayoke.mail.campaigns.sketch import Sketch, sketch
from mayoke.mail.read.read import read

WHO = (
    ("Amazon", "佐藤花子", "login.qv81.example.com", "4417"),
    ("三井住友カード", "田中一郎", "secure-aa2.example.net", "90-11823"),
    ("楽天カード", "taro@example.jp", "x7.example.org", "A88213"),
    ("イオンカード", "鈴木美咲", "card-update.example.com", "20260412"),
    ("えきねっと", "高橋健", "member.example.net", "55310"),
    ("メルカリ", "伊藤直子", "kakunin.example.org", "7-7720-1"),
)

CARD_STOPPED = """{who}様

いつも{brand}をお使いくださり、ありがとうございます。
昨夜、ふだんと違う端末から会員ページに入ろうとした記録が見つかりました。
被害を防ぐため、現在お手続きの一部を止めております（受付番号 {number}）。
ご本人による操作かどうかを、下記のページで48時間以内にお知らせください。
https://{host}/kaiin/kakunin.php?id={number}
お知らせがないときは、契約を終わらせていただく場合がございます。
ご不便をおかけしますが、ご理解のほどお願いいたします。
{brand} 会員窓口
"""

PARCEL = """{who} 様
{brand}よりお荷物のご案内です。
本日お届けにうかがいましたが、宛名の番地が読み取れず、荷物を営業所に持ち帰りました。
お問い合わせ番号は {number} です。住所の訂正がないまま三日が過ぎますと差出人へお返しします。
訂正には再配達の手数料として少額のカード払いが必要になります。
訂正はこちらから: http://{host}/haitatsu/teisei?no={number}
なお、このメールには返信できませんので、ご質問は上のページからお寄せください。
"""

UNPAID = """{who}さま
{brand}の有料動画サービスにつき、退会の届け出がないまま料金のお支払いが遅れています。
管理番号 {number} の件で、再三の連絡にもお返事がなく、法的な手続きに入る準備を始めました。
きょう中に担当まで電話をいただければ、取り下げの相談に応じます。
家族や職場への確認を望まない方は、早めの連絡をおすすめします。
案内: https://{host}/seikyu/{number}/annai.html
"""

ENGLISH = """Dear {who},

We noticed that the monthly payment for your {brand} plan was turned down by your bank.
To keep watching without a break, please bring your payment details up to date today.
Your reference is {number}. If we hear nothing within two days we will have to close the
account and remove every list, profile and setting that belongs to it.
Update here: https://{host}/billing/renew.php?ref={number}
Thank you for staying with us. The {brand} team
"""

FAMILIES = (CARD_STOPPED, PARCEL, UNPAID, ENGLISH)

UNLIKE = (
    CARD_STOPPED,
    """{brand}ポイント特別進呈のご案内

お誕生月の会員の中から、{number}名の方に一万円分のポイントを差し上げます。
受け取りには簡単な質問に三つお答えいただき、最後にカードの番号を登録していただきます。
受け取りはこちら https://{host}/point/get.php?c={number}
数に限りがあり、なくなりしだい終わります。どうぞお早めにお申し込みください。
""",
    """{who}様 ご注文ありがとうございます。{brand}です。
テレビ 55型 128,000円を承りました。発送は明日の朝の予定です。
注文に覚えがない方は、取り消しの窓口 https://{host}/cancel/?o={number} から、
本人確認のためにお名前、ご住所、カードの番号を入力して取り消してください。
発送の後の取り消しはお受けできません。お届け先は倉庫の控えのとおりです。
""",
    """【{brand}】年会費の引き落としができませんでした

口座の残高が足りないか、登録の内容が古くなっているようです。番号 {number}
新しい口座を登録すると、次の引き落とし日にまとめてお支払いいただけます。
登録の変更: https://{host}/kouza/henkou.php?m={number}
変更のない場合、延滞の利息がかかり、ほかの会社のカードの審査にも響くことがあります。
""",
)

ORDER = """{who} 様

このたびは{brand}でお買い上げいただき、まことにありがとうございます。
下記のとおりご注文を承りましたので、内容をお確かめください。
ご注文番号: {number}
お支払い方法: 銀行振込
お届けまで三日から五日ほどいただいております。
ご注文の状況は、会員ページでもご覧いただけます。
https://{host}/mypage/history/{number}
お気づきの点がございましたら、お手数ですがこのメールへのご返信でお知らせください。
"""


def written(
    skeleton: str,
    who: tuple[str, str, str, str] = WHO[0],
    *,
    sender: str = "info@mailer-71.example.org",
    html: bool = False,
    host: str = "",
) -> Sketch:
    """The sketch of one mail of a family."""
    brand, person, place, number = who
    text = skeleton.format(brand=brand, who=person, host=host or place, number=number)
    message = EmailMessage(policy=SMTP.clone(cte_type="8bit", utf8=True))
    message["From"] = f'"{brand}" <{sender}>'
    message["To"] = "user@recipient.example"
    message["Subject"] = f"【{brand}】大切なお知らせ {number}"
    if html:
        lines = "".join(f"<p>{line}</p>" for line in text.splitlines())
        message.set_content(f"<html><body>{lines}</body></html>", subtype="html")
    else:
        message.set_content(text)
    return sketch(read(message.as_bytes()))
