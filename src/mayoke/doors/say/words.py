"""The words the commands themselves say, in both languages."""

from collections.abc import Mapping

from mayoke.records.errors import BadInput, EmptyInput, TooLarge, UnsupportedInput
from mayoke.records.verdict import Sentence, VerdictWord

SIGN: Mapping[VerdictWord, str] = {"scam": "✕", "junk": "！", "clean": "○", "unsure": "？"}

HEADLINE: Mapping[VerdictWord, Sentence] = {
    "scam": Sentence("詐欺メールです", "This is a scam"),
    "junk": Sentence("迷惑な広告メールです", "This is junk mail"),
    "clean": Sentence("あやしい点は見つかりませんでした", "Nothing suspicious was found"),
    "unsure": Sentence("判断がつきません", "It is not possible to tell"),
}

SHORT: Mapping[VerdictWord, Sentence] = {
    "scam": Sentence("詐欺", "scam"),
    "junk": Sentence("迷惑広告", "junk"),
    "clean": Sentence("あやしい点は見つからず", "nothing suspicious"),
    "unsure": Sentence("判断不能", "unsure"),
}

KIND = Sentence("種類", "Kind")
BRAND = Sentence("名前を使われている相手", "Whose name is used")
BRAND_CLEAN = Sentence("差出人", "Sender")
CHANCE_OF: Mapping[str, Sentence] = {
    "scam": Sentence("詐欺である確率", "Chance that it is a scam"),
    "junk": Sentence("迷惑な広告である確率", "Chance that it is junk"),
    "clean": Sentence("ふつうのメールである確率", "Chance that it is an ordinary mail"),
}
UNWRAPPED = Sentence(
    "転送されたメールの、中身のほうを調べました。",
    "This mail was forwarded; what is inside it was judged.",
)
CARRIER = Sentence("転送した人", "Forwarded by")
WHY = Sentence("そう考える理由", "Why")
SEEN = Sentence("目に付いたところ", "What was noticed")
AGAINST = Sentence("反対に、そうではないと思わせるところ", "What speaks against this")
GAPS = Sentence("確認できなかったこと", "What could not be checked")
CHANGE = Sentence("これがわかれば、判断できるかもしれません", "What would help to tell")
ADVICE = Sentence("今していただきたいこと", "What to do now")
MORE = Sentence("ほか{n}件", "{n} more")
PASTE = Sentence(
    "メールをここに貼り付けて、最後に Ctrl+D を押してください。",
    "Paste the mail here, then press Ctrl+D.",
)

NO_FILE = Sentence("{path}: ファイルがありません", "{path}: there is no such file")
UNREADABLE = Sentence("{path}: 読み込めません({why})", "{path}: cannot be read ({why})")
FOLDER = Sentence(
    "{path}: フォルダーです。まとめて調べるには mayoke scan をお使いください",
    "{path}: is a folder; use mayoke scan to judge what is in it",
)
SEVERAL = Sentence(
    "{path}: メールが何通も入ったファイルです。mayoke scan をお使いください",
    "{path}: holds several mails; use mayoke scan",
)
BAD: tuple[tuple[type[BadInput], Sentence], ...] = (
    (EmptyInput, Sentence("中身が空です", "nothing is in it")),
    (TooLarge, Sentence("大きすぎて調べられません", "too large to be judged")),
    (
        UnsupportedInput,
        Sentence(
            "まだ読めない形式です。メールソフトで .eml として保存し直してください",
            "a form that cannot be read yet; save the mail as .eml in your mail program",
        ),
    ),
)
NOT_A_MAIL = Sentence("メールとして読めません", "cannot be read as a mail")
DIED = Sentence("調べている途中で異常終了しました", "the judge died over it")
SLOW = Sentence("{n}秒たっても終わりませんでした", "not done after {n} seconds")
NO_TOPIC = Sentence(
    "「{topic}」という手がかりも会社もありません。一覧は mayoke signals と mayoke brands です",
    'there is no signal and no brand "{topic}"; see mayoke signals and mayoke brands',
)
NO_TOPIC_NEAR = Sentence(
    "「{topic}」はありません。もしかして: {near}", 'there is no "{topic}"; did you mean: {near}'
)
NAMES = Sentence("名前", "names")
LOGIN = Sentence("ログインする場所", "customers sign in at")
SENDING = Sentence("メールの送信元", "sends mail from")
HOSTING = Sentence("他人も書き込める場所", "its own, but strangers publish there")

FAILED = Sentence("調べられず", "not judged")
SKIPPED = Sentence("済み", "done before")
TOTAL = Sentence("{n}通", "{n} messages")
FAULT = Sentence("mayoke の不具合です({why})", "a fault of mayoke's own ({why})")

PLACES: Mapping[str, Sentence] = {
    "header:Subject": Sentence("件名", "subject"),
    "header:From": Sentence("差出人", "sender"),
    "header:Sender": Sentence("差出人", "sender"),
    "header:Reply-To": Sentence("返信先", "reply address"),
    "header:To": Sentence("宛先", "recipient"),
    "header:Cc": Sentence("宛先", "recipient"),
    "header:Received": Sentence("配送の記録", "delivery record"),
    "header:Authentication-Results": Sentence("送信元確認の記録", "record of the sender check"),
    "header": Sentence("メールの管理情報", "mail header"),
    "text": Sentence("本文", "text"),
    "link": Sentence("リンク先", "link target"),
    "name": Sentence("添付ファイルの名前", "name of an attachment"),
    "form": Sentence("入力欄", "form"),
    "hidden": Sentence("見えない文字", "hidden text"),
}


def place(part: str) -> Sentence:
    """Where a part of a message is, in words (``1.2:link:3`` → the target of a link)."""
    head, _, rest = part.partition(":")
    if head == "header":
        field = f"header:{rest.partition(':')[0]}"
        return PLACES.get(field, PLACES["header"])
    return PLACES.get(rest.partition(":")[0], PLACES["text"])


def bad_input(error: BadInput) -> Sentence:
    """What is wrong with an input, in words."""
    return next((words for kind, words in BAD if isinstance(error, kind)), NOT_A_MAIL)


def likely(share: float) -> Sentence:
    """A probability in words."""
    for least, words in _LIKELY:
        if share >= least:
            return words
    return _LIKELY[-1][1]


_LIKELY = (
    (0.99, Sentence("きわめて高いです", "extremely high")),
    (0.9, Sentence("とても高いです", "very high")),
    (0.7, Sentence("高いです", "high")),
    (0.4, Sentence("五分五分です", "about even")),
    (0.1, Sentence("低いです", "low")),
    (0.0, Sentence("とても低いです", "very low")),
)


def percent(share: float, lang: str) -> str:
    """A probability in per cent; never 0 or 100."""
    number = round(share * 100)
    if number < 1:
        return "1%未満" if lang == "ja" else "under 1%"
    if number > 99:
        return "99%以上" if lang == "ja" else "over 99%"
    return f"{number}%"
