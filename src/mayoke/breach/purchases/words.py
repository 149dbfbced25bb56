"""What the answers of ``affected`` and ``customers`` say, in Japanese and in English."""

from collections.abc import Mapping
from typing import Final

from mayoke.records.purchase import Answer, Certainty, Role, Why
from mayoke.records.verdict import Sentence

BY_DOMAIN: Final = Sentence(
    "店名の中のアドレスが {name} と同じです", "the address in the name is {name}"
)
BY_NAME: Final = Sentence("店名が「{name}」と同じです", "the name is the same as “{name}”")
BY_SHORT_NAME: Final = Sentence(
    "「ショップ」などの言葉を除くと「{name}」と同じです",
    "without words such as “shop” it is the same as “{name}”",
)
BY_KANA: Final = Sentence(
    "カナやローマ字で書くと「{name}」と同じです", "written in kana or Latin letters it is “{name}”"
)
BY_LABEL: Final = Sentence(
    "サイトのアドレス {name} と読みが同じです", "it reads like the site's address {name}"
)
BY_BEGINNING: Final = Sentence(
    "「{name}」の初めの部分と同じです（明細では長い店名が途中で切れます）",
    "it is the beginning of “{name}” (statements cut long names)",
)

ANSWERS: Final[Mapping[Answer, Sentence]] = {
    "inside": Sentence("対象の期間に入っています", "within the period"),
    "near_edge": Sentence("期間の境目です", "near the edge of the period"),
    "cannot_tell": Sentence("はっきりしません", "cannot be told"),
    "outside": Sentence("対象の期間の外です", "outside the period"),
}
CERTAINTIES: Final[Mapping[Certainty, Sentence]] = {
    "sure": Sentence("同じ店です", "the same shop"),
    "likely": Sentence("おそらく同じ店です", "probably the same shop"),
    "possible": Sentence(
        "似た名前です。同じ店とは限りません", "a similar name, maybe another shop"
    ),
}
WHYS: Final[Mapping[Why, Sentence]] = {
    "within": Sentence(
        "お知らせにある期間の中の日付です。", "The day lies within the period of the notice."
    ),
    "near": Sentence(
        "期間から数日だけ外れています。明細の日付は実際の買い物の日とずれることがあります。",
        "It is a few days outside the period. The day on a statement may differ from that of the purchase.",
    ),
    "vague_period": Sentence(
        "お知らせの期間が月や「ごろ」までしか書かれておらず、その境目の日付です。",
        "The notice gives the period only roughly, and the day lies at its edge.",
    ),
    "posted": Sentence(
        "明細にあるのは処理された日で、買い物の日は期間の内か外か決められません。",
        "The statement gives the day of posting; the purchase may lie on either side of the edge.",
    ),
    "after_or_before": Sentence(
        "お知らせにある期間の外の日付です。", "The day lies outside the period of the notice."
    ),
    "no_period": Sentence(
        "お知らせに、いつの買い物が対象かが書かれていません。",
        "The notice does not say which days are concerned.",
    ),
    "no_year": Sentence(
        "お知らせの期間に年が書かれていません。", "The period in the notice bears no year."
    ),
    "no_start": Sentence(
        "お知らせに、いつからかが書かれていません。", "The notice does not say since when."
    ),
    "no_end": Sentence(
        "お知らせに、いつまでかが書かれていません。", "The notice does not say until when."
    ),
    "other_basis": Sentence(
        "お知らせにあるのは、攻撃を受けた期間や外から見られた期間などで、買い物の期間ではありません。それより前の買い物の情報も漏れたかもしれません。",
        "The notice tells when the attack lasted or the data lay open, not whose purchases are concerned; data of earlier purchases may have leaked too.",
    ),
    "similar_name": Sentence(
        "名前が似ているだけで、同じ店かどうか分かりません。",
        "The names are only similar; it may be another shop.",
    ),
    "no_date": Sentence("明細から日付を読み取れません。", "No day can be read from the line."),
    "refund": Sentence(
        "返金の行です。もとの買い物が明細に見当たりません。",
        "This is a refund; its purchase is not in the list.",
    ),
    "instalment": Sentence(
        "分割やリボの途中の行です。もとの買い物が明細に見当たりません。",
        "This is a later instalment; its purchase is not in the list.",
    ),
    "wallet": Sentence(
        "PayPalやAmazon Payなどを通した支払いのようです。店にカード番号が渡っていないこともあるので、お知らせで対象の支払い方法を確かめてください。",
        "It seems to have been paid through another service; the shop may never have had the card number. See in the notice which payments are concerned.",
    ),
}

ROLES: Final[Mapping[Role, Sentence]] = {
    "date": Sentence("買い物の日付", "day of the purchase"),
    "merchant": Sentence("店の名前", "name of the shop"),
    "amount": Sentence("金額", "amount"),
    "refund": Sentence("返金の金額", "money given back"),
    "card": Sentence("カード", "card"),
    "kind": Sentence("支払方法", "way of payment"),
    "part": Sentence("何回目の支払いか", "which instalment"),
    "order": Sentence("注文番号", "order number"),
    "customer": Sentence("会員番号", "customer number"),
    "name": Sentence("お名前", "name"),
    "email": Sentence("メールアドレス", "mail address"),
    "phone": Sentence("電話番号", "telephone number"),
}
