"""Names, places, numbers and sentences to choose from; all invented."""

import unicodedata

FAMILIES = """霧島 キリシマ Kirishima,鷹取 タカトリ Takatori,白鳥 シラトリ Shiratori,雨宮 アマミヤ Amamiya
早乙女 サオトメ Saotome,月岡 ツキオカ Tsukioka,葛城 カツラギ Katsuragi,氷室 ヒムロ Himuro,渡邉 ワタナベ Watanabe
五十嵐 イガラシ Igarashi,榊原 サカキバラ Sakakibara,鳴海 ナルミ Narumi,湊谷 ミナトヤ Minatoya,髙梨 タカナシ Takanashi
東雲 シノノメ Shinonome,八重樫 ヤエガシ Yaegashi,神楽坂 カグラザカ Kagurazaka,佐々木 ササキ Sasaki,柘植 ツゲモト Tsugemoto"""
GIVEN = """小夜子 サヨコ Sayoko,千鶴 チヅル Chizuru,美冬 ミフユ Mifuyu,朔太郎 サクタロウ Sakutaro,琴音 コトネ Kotone
慎之介 シンノスケ Shinnosuke,文乃 フミノ Fumino,宗一郎 ソウイチロウ Soichiro,龍之介 リュウノスケ Ryunosuke
和歌子 ワカコ Wakako,恭平 キョウヘイ Kyohei,泰造 タイゾウ Taizo,菜々美 ナナミ Nanami,修一 シュウイチ Shuichi
万里江 マリエ Marie,梅子 ウメコ Umeko,翔 カケル Kakeru,俊哉 トシヤ Toshiya,蓉子 ヨウコ Yoko,巌 イワオ Iwao"""
CITIES = (
    "東京都府中市 神奈川県藤沢市 大阪府吹田市 北海道江別市 愛知県岡崎市 京都府宇治市 福岡県飯塚市"
)
TOWNS = "架空町 仮名町 例示台 作例町 西仮作町 字見立"
HOUSES = "コーポ架空 メゾン例示 ハイツ仮名 グランド作例 かりな荘"
CARDS = """4111111111111111 4012888888881881 4242424242424242 5555555555554444 5105105105105100
3530111333300000 3566002020360505 378282246310005"""
# The recipient and the scammer share no registrable domain, so that one may go and the other stay.
HOMES = "example.jp example.org"
ZONES = "example.com example.net"
SCAMS = """見本カード|【重要】カードのご利用を一時停止しました|第三者による不正利用の疑いが検知されました|24時間以内にご確認がない場合、カードは失効します
みほん銀行|お取引の制限について|セキュリティ強化のため、すべてのお客様に再認証をお願いしております|暗証番号と乱数表の入力が必要です
サンプル宅配|お荷物のお届けにあがりました|不在のため持ち帰りました。再配達の手数料320円をお支払いください|本日中に手続きがない場合は返送されます
例示通販|お支払い方法に問題があります|ご登録のお支払い方法が承認されませんでした|更新されない場合、アカウントは完全に削除されます
架空電力|【最終通知】電気料金の未納について|未納料金29,800円のお支払いが確認できません|電子マネーの番号を写真に撮ってお送りください
作例税務窓口|還付金のお知らせ|過払いの税金48,900円を還付いたします|受け取りの期限は明日までです
匿名|あなたの端末は私の管理下にあります|私はあなたのカメラで動画を録画しました|48時間以内に1,500ドル相当の暗号資産を送金しなさい
みほんサポート|ウイルスを検出しました|お使いのパソコンは危険な状態です|電源を切らずに今すぐお電話ください
例示投資クラブ|特別会員への無料ご招待|元本保証で毎月三割の利益をお約束します|先着50名様限定の極秘情報です"""
PHONES = (
    "{a}-{b}-{c}|{a}{b}{c}|{a} {b} {c}|{a}({b}){c}|({a}){b}-{c}|{a}.{b}.{c}"
    "|+81-{n}-{b}-{c}|+81 {n} {b} {c}|+81{n}{b}{c}|+81 (0){n}-{b}-{c}"
)
NUMBERS = "{a}-{b}-{c}|{a}丁目{b}番{c}号|{a}丁目{b}番地{c}|{a}丁目{b}-{c}|{a}番地{b}の{c}"
HEADERS = (
    "References: <{token}@{host}>",
    "In-Reply-To: <{token}@{host}>",
    "Feedback-ID: {token}:campaign:mailer",
    "List-Unsubscribe: <https://{host}/u/{token}>",
    "X-Recipient-Id: {token}",
)
HALF = {unicodedata.normalize("NFKC", chr(c)): chr(c) for c in range(0xFF66, 0xFFA0)}
WIDE = {c: c + 0xFEE0 for c in range(0x21, 0x7F)} | {0x20: 0x3000}
KANJI = str.maketrans("0123456789", "〇一二三四五六七八九")
HIRA = {c: c - 0x60 for c in range(0x30A1, 0x30F7)}
ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
CHARSETS = ("utf-8", "utf-8", "iso-2022-jp", "cp932")
LABELS = {"utf-8": "UTF-8", "iso-2022-jp": "ISO-2022-JP", "cp932": "Shift_JIS"}
