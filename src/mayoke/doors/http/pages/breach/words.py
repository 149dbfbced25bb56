"""What the breach pages say when something cannot be read, and what to try."""

from collections.abc import Mapping
from typing import Final

from mayoke.breach.purchases.words import ROLES as ROLE_NAMES
from mayoke.doors.http.pages.breach.facts import filled
from mayoke.records.errors import BadInput, EmptyInput, TooLarge, UnsupportedInput
from mayoke.records.purchase import Role
from mayoke.records.verdict import Sentence

_CHOSEN: Final[tuple[Role, ...]] = ("date", "merchant", "amount")
ROLES: Final[Mapping[str, Sentence]] = {
    role: Sentence(ROLE_NAMES[role].ja, ROLE_NAMES[role].en.capitalize()) for role in _CHOSEN
}
NO_FILE: Final = Sentence(
    "明細のファイルを選んでから、ボタンを押してください。",
    "Please choose the file of your statement first, then press the button.",
)
EMPTY_FILE: Final = Sentence(
    "選んだファイルは空でした。中身のあるファイルを選んでください。",
    "The file you chose is empty. Please choose one with something in it.",
)
CHOOSE_AGAIN: Final = Sentence(
    "ファイルを受け取れませんでした。お手数ですが、もう一度ファイルを選んでください。",
    "The file did not arrive whole. Please choose it once more.",
)
BAD_COLUMNS: Final = Sentence(
    "その列はこの表にありません。下の一覧から列を選び直してください。",
    "The table has no such column. Please choose the columns from the lists below.",
)
NO_PURCHASES: Final = Sentence(
    "この列の組み合わせでは、日付と店の名前のある行が見つかりませんでした。列を選び直してください。",
    "With these columns, no line has both a day and the name of a shop. Please choose other columns.",
)
_NOT_CSV: Final = Sentence(
    "このファイルは明細の表（CSV）ではないようです。カード会社のサイトで「CSV」を選んでダウンロードするか、表計算ソフトで「CSV形式」で保存してから、もう一度お試しください。",
    "This does not seem to be a statement as a table (CSV). Download it as CSV from the card company's site, or save a spreadsheet as CSV, and try again.",
)
_TOO_BIG: Final = Sentence(
    "このファイルは大きすぎるか、行や列が長すぎます。期間を短く分けた明細でお試しください。",
    "The file is too large, or its lines are too long. Please try a statement of a shorter period.",
)
_UNREAD: Final = Sentence(
    '表として読み取れませんでした。引用符（"）が閉じていない行があるかもしれません。ファイルをダウンロードし直して、もう一度お試しください。',
    "This could not be read as a table; a quotation mark may be missing somewhere. Please download the file again and retry.",
)
_LINES: Final = Sentence(
    "この画面で調べられるのは{n}行までです。期間を短く分けてお試しください。コマンドの mayoke breach affected なら、もっと長い明細も調べられます。",
    "This page takes up to {n} lines. Please try a shorter period; the command “mayoke breach affected” takes longer lists.",
)
_MISSING: Final = Sentence(
    "どの列が何を表しているのか分かりませんでした（{missing}）。下の一覧から選んでください。",
    "Some columns were not recognised ({missing}). Please choose them below.",
)
NO_NOTICE: Final = Sentence(
    "お知らせの文章を貼り付けるか、ファイルを選んでから、ボタンを押してください。",
    "Please paste the text of the notice or choose a file, then press the button.",
)
BAD_DAY: Final = Sentence(
    "公表された日は、2024-07-01 のように、年、月、日の順に書いてください。",
    "Please write the day of publication as year, month and day, such as 2024-07-01.",
)
_NOTICE_LARGE: Final = Sentence(
    "文章が長すぎて読み取れません。お知らせの部分だけを貼り付けてください。",
    "This is too long to be read. Please paste only the notice itself.",
)
_NOTICE_FORM: Final = Sentence(
    "この形のファイルは読み取れません。文章を貼り付けるか、テキスト、HTML、PDFのファイルを選んでください。",
    "This kind of file cannot be read. Please paste the text, or choose a text, HTML or PDF file.",
)


def bad_list(error: BadInput) -> Sentence:
    """Why a file is no list of purchases. No row of it is repeated."""
    kinds = ((EmptyInput, EMPTY_FILE), (TooLarge, _TOO_BIG), (UnsupportedInput, _NOT_CSV))
    return next((says for kind, says in kinds if isinstance(error, kind)), _UNREAD)


def too_many_lines(most: int) -> Sentence:
    """More lines than are compared here."""
    return filled(_LINES, n=f"{most:,}")


def columns_missing(missing: tuple[Role, ...]) -> Sentence:
    """Which columns were not recognised."""
    names = [ROLE_NAMES[role] for role in missing]
    ja, en = "、".join(one.ja for one in names), ", ".join(one.en for one in names)
    return Sentence(_MISSING.ja.format(missing=ja), _MISSING.en.format(missing=en))


def bad_notice(error: BadInput) -> Sentence:
    """Why a document cannot be read as a notice."""
    kinds = ((EmptyInput, NO_NOTICE), (TooLarge, _NOTICE_LARGE))
    found = next((says for kind, says in kinds if isinstance(error, kind)), None)
    if found:
        return found
    if not error.ja:
        return _NOTICE_FORM
    en = str(error)
    return Sentence(f"{error.ja.rstrip('。')}。", f"{en[:1].upper()}{en[1:].rstrip('.')}.")
