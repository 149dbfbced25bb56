"""Words of selling, and words of leaving a list."""

from mayoke.mail.signals.watch import Watch

SALES = Watch(
    "%off", "% off", "円off", "割引", "値引き", "半額", "特価", "セール", "送料無料", "ポイント還元", "ポイント倍",
    "倍ポイント", "クーポン", "期間限定", "数量限定", "先着", "無料体験", "初月無料", "お試し", "今だけ", "本日限り",
    "限定価格", "キャンペーン", "新発売", "おトク", "お得", "タイムセール", "在庫一掃", "最安", "激安", "無料相談",
    "無料セミナー", "資料請求", "成果報酬", "初期費用", "月額", "導入事例",
    "無料", "進呈", "初回", "お見積", "見積り", "査定", "貴社", "御社", "ご提案", "プレゼント", "特典", "実績", "申し込む",
    "free trial", "discount*", "save up to",
    "best price*", "lowest price*", "order now", "buy now", "limited time", "special offer*", "money back",
    "free shipping", "click here", "guarantee*", "act now", "no obligation", "wholesale", "best quality", "our products",
    "moq", "competitive price*", "viagra", "cialis", "casino", "seo", "web design", "loan*", "mortgage",
    "weight loss", "increase sales", "leads",
)  # fmt: skip

LEAVE = Watch(
    "配信停止", "配信解除", "配信の停止", "登録解除", "購読解除", "メルマガ解除", "配信を停止", "解除はこちら", "今後のご案内が不要",
    "案内が不要", "配信不要", "配信希望されない", "送信停止", "unsubscribe*", "opt out", "opt-out", "remove me",
    "be removed", "stop receiving", "退订", "退訂",
)  # fmt: skip
