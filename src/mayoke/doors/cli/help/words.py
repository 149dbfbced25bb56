"""What ``mayoke help`` itself says."""

from mayoke.records.verdict import Sentence

ASK_WHAT = Sentence("何がありましたか。", "What happened?")
ASK_NUMBERS = Sentence(
    "番号を書いてください。いくつでもかまいません（例: 2 5）",
    "Type the numbers, as many as apply (such as: 2 5)",
)
ASK_WHEN = Sentence(
    "いつのことですか（例: 今日、昨日、2026-11-22、2026-11-22T14:30。わからなければ Enter）",
    "When was it (such as: today, yesterday, 2026-11-22, 2026-11-22T14:30; Enter if unknown)",
)
ASK_AMOUNT = Sentence(
    "払ったお金や取られたお金は、いくらですか（例: 30000、3万円。なければ Enter）",
    "How much money was paid or taken, in yen (such as: 30000; Enter if none)",
)
ASK_MEANS = Sentence("どのように払いましたか。", "How was it paid?")
ASK_MEANS_NUMBERS = Sentence(
    "番号を書いてください（わからなければ Enter）", "Type the numbers (Enter if unknown)"
)
NO_SUCH_NUMBER = Sentence(
    "1から{n}までの番号を、半角の空白で区切って書いてください。",
    "Please type numbers from 1 to {n}, with spaces between them.",
)
NO_SITUATION = Sentence(
    "何があったかを書いてください（例: mayoke help card）。一覧は mayoke help --list です",
    "say what happened, as in: mayoke help card; mayoke help --list shows every word",
)
UNKNOWN_SITUATION = Sentence(
    "「{word}」に当たるできごとがありません", 'there is no situation "{word}"'
)
UNKNOWN_MEANS = Sentence(
    "「{word}」という支払いの方法はありません", 'there is no means of payment "{word}"'
)
UNKNOWN_TOPIC = Sentence("「{word}」という解説はありません", 'there is no page "{word}"')
NEAR = Sentence("{says}。もしかして: {near}", "{says}; did you mean: {near}")
SEE_LIST = Sentence("{says}。一覧は {command} です", "{says}; see {command}")
BAD_DAY = Sentence(
    "{option}: 「{word}」は日付として読めません（例: 2026-11-22、2026-11-22T14:30）",
    '{option}: "{word}" is no day (such as 2026-11-22 or 2026-11-22T14:30)',
)
BAD_AMOUNT = Sentence(
    "金額「{word}」が読めません（例: 30000、3万円）",
    'the amount "{word}" cannot be read (such as 30000)',
)
TEXT_ONLY = Sentence(
    "--list と --topic には --format を付けられません",
    "--list and --topic are text only: leave out --format",
)
NO_PAPER = Sentence(
    "PDF は画面に出せません。--out FILE で書き出すファイルを指定してください",
    "a PDF cannot go to the terminal: name a file with --out FILE",
)
NO_TYPST = Sentence(
    "PDF を作る部品（typst）がありません。mayoke[letters] を入れるか、--format html を印刷してください",
    "the package typst is missing: install mayoke[letters], or print --format html",
)
CANNOT_WRITE = Sentence("{path}: 書き込めません（{why}）", "{path}: cannot be written ({why})")
WRITTEN = Sentence("{path} に書き出しました", "wrote {path}")

SITUATIONS = Sentence(
    "できごと（mayoke help のあとに書く言葉）", "What happened (the word after mayoke help)"
)
MEANS = Sentence(
    "支払いの方法（--means のあとに書く言葉）", "Means of payment (the word after --means)"
)
TOPICS = Sentence("解説（--topic のあとに書く言葉）", "Pages (the word after --topic)")
SEE_ALSO = Sentence("あわせて読む", "See also")
ADD_WHEN = Sentence(
    "--when に起きた日を、--contract-document に契約書面を受け取った日を添えると、期限を日付でお知らせします。",
    "Add the day it happened with --when, and the day of the contract document with "
    "--contract-document, to see the time limits as dates.",
)
PRINT = Sentence(
    "窓口でお見せになる紙は、--format pdf --out FILE で作れます。窓口ごとのくわしい説明も載ります。",
    "--format pdf --out FILE makes a sheet to show at a desk, with more on each contact.",
)
