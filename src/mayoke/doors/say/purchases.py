"""What ``affected`` and ``customers`` say besides the answers themselves."""

from typing import Final

from mayoke.records.verdict import Sentence

EMPTY: Final = Sentence("ファイルが空です", "the file is empty")
TOO_BIG: Final = Sentence(
    "買い物や注文の一覧としては大きすぎるか、行や列が長すぎます",
    "too large for a list of purchases, or its lines are too long",
)
NOT_CSV: Final = Sentence(
    "CSVではありません。表計算ソフトなどでCSVとして保存してからお試しください",
    "is no CSV; save the list as CSV first",
)
UNREAD: Final = Sentence(
    "表として読めません（引用符が閉じていないなど）",
    "cannot be read as a table (an open quotation mark?)",
)
BAD_MAP: Final = Sentence(
    "列は --map 役割=列の名前 または --map 役割=番号 の形で書いてください。役割: {roles}",
    "write columns as --map role=name or --map role=number; the roles are: {roles}",
)
NO_PROFILE: Final = Sentence(
    "その名前の形式はありません: {name}（ある形式: {names}）",
    "no such form: {name} (there are: {names})",
)
MISSING: Final = Sentence(
    "次の列が見つかりません: {missing}。ファイルの列: {header}。次のように指定してください: {option}（列の名前か、左からの番号）",
    "no column found for: {missing}. The columns are: {header}. Name them with: {option} (a header word, or a number from the left)",
)
THE_COLUMNS: Final = Sentence(
    "列の意味が分かりません。ファイルの列は次のとおりです。",
    "The columns are not clear. The file has these:",
)
ASK: Final = Sentence("{role}は何番の列ですか", "Which number is the column with the {role}")
NO_DUCKDB: Final = Sentence(
    "行が多いので時間がかかります。pip install 'mayoke[scale]' で DuckDB を入れると速くなります。",
    "There are many lines; this takes a while. DuckDB makes it quick: pip install 'mayoke[scale]'.",
)

NOTHING: Final = Sentence(
    "台帳にある店での買い物は見つかりませんでした。",
    "No purchase at a shop of the ledger was found.",
)
NOTHING_MORE: Final = Sentence(
    "台帳に載っていない漏えいや、明細に別の名前で載る店は分かりません。",
    "Leaks that are not in the ledger, and shops under other names, cannot be seen.",
)
HEAD: Final = Sentence(
    "買い物{n}件のうち、{matched}件が台帳にある店のものです。",
    "{matched} of {n} purchases were made at shops of the ledger.",
)
ONE: Final = Sentence("{n}件目", "line {n}")
BELONGS: Final = Sentence(
    "{n}件目の買い物についての行です。", "It belongs to the purchase of line {n}."
)
QUOTE: Final = Sentence("お知らせの言葉「{quote}」", "The notice says: “{quote}”")
STEPS: Final = Sentence("こうしてください", "What to do")
OUTSIDE: Final = Sentence("期間の外の買い物: {n}件", "purchases outside the period: {n}")
MORE: Final = Sentence("ほかに{n}件（--all ですべて表示）", "and {n} more (all with --all)")
NOT_REVIEWED: Final = Sentence(
    "この件は、台帳の中でまだ人が確かめていません。",
    "Nobody has reviewed this incident in the ledger yet.",
)
UNREAD_LINES: Final = Sentence(
    "合計や見出しなど、買い物でない行: {n}行", "lines that are no purchases (totals, headings): {n}"
)

TO_TELL: Final = Sentence("お知らせする方: {n}人", "customers to tell: {n}")
OF_THESE: Final = Sentence(
    "うち{n}人は、お知らせの期間の書き方があいまいなため、念のための方です",
    "{n} of them only to be safe, as the period of the notice is vague there",
)
LINES: Final = Sentence("一覧の行: {n}行", "lines in the list: {n}")
INSIDE: Final = Sentence("期間の中の注文: {n}件", "orders within the period: {n}")
AT_EDGE: Final = Sentence("あいまいな境目の注文: {n}件", "orders where the period is vague: {n}")
UNDATED: Final = Sentence(
    "日付を読めない行: {n}行（確かめてください）",
    "lines without a readable day: {n} (look at them)",
)
OTHER_PAYMENT: Final = Sentence(
    "期間の中だが、カード番号を入力しない支払方法の注文: {n}件（除きました）",
    "orders within it paid without typing in a card number: {n} (left out)",
)
NAMELESS: Final = Sentence(
    "期間の中だが、だれの注文か分からない行: {n}行（確かめてください）",
    "lines within it that do not say who ordered: {n} (look at them)",
)
CARDS: Final = Sentence("カードの枚数: {n}枚", "different cards: {n}")
TOLD: Final = Sentence(
    "お知らせの数 {told}{unit}（{what}）に対し、一覧では {counted}",
    "the notice says {told} {unit} ({what}); the list has {counted}",
)
SAME: Final = Sentence("一致しています", "they agree")
NOT_COUNTED: Final = Sentence(
    "数えられません（カードの列がありません）", "cannot be counted (no such column)"
)
FEWER: Final = Sentence(
    "一覧のほうが{n}少ないです。一覧にない注文や入力途中の方がいる、同じ方が別のカードを使った、お知らせの数が多めである、などが考えられます。",
    "The list has {n} fewer. Perhaps: orders or unfinished inputs are missing from the list, one person used several cards, the notice counts generously.",
)
MANIER: Final = Sentence(
    "一覧のほうが{n}多いです。取り消された注文やカード以外の支払いが入っている、同じ方が別の番号やアドレスで注文した、などが考えられます。",
    "The list has {n} more. Perhaps: cancelled orders or other payments are in it, or one person ordered under several numbers or addresses.",
)
