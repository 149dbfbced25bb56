"""The words the breach commands themselves say, in both languages."""

from collections.abc import Mapping

from mayoke.records.errors import BadInput, EmptyInput, TooLarge
from mayoke.records.verdict import Sentence

PASTE = Sentence(
    "お知らせの文章をここに貼り付けて、最後に Ctrl+D を押してください。",
    "Paste the notice here, then press Ctrl+D.",
)
KINDS: Mapping[str, Sentence] = {
    "operator_notice": Sentence("事業者自身のお知らせ", "the organisation's own notice"),
    "second_report": Sentence("事業者自身の続報", "a later report of the organisation"),
    "processor_client_notice": Sentence(
        "委託先で起きた漏えいについての、事業者のお知らせ",
        "the organisation's notice of a leak at its contractor",
    ),
    "operator_faq": Sentence("事業者による質問と答え", "the organisation's questions and answers"),
    "news_article": Sentence("報道やブログの記事", "a news or blog article"),
    "third_party_alert": Sentence("ほかの団体による注意喚起", "an alert by somebody else"),
    "not_a_breach": Sentence("情報漏えいのお知らせではない文書", "no notice of a data leak"),
}
NEGATIVES: Mapping[str, Sentence] = {
    "recall": Sentence("製品の回収のお知らせのようです。", "It looks like a product recall."),
    "maintenance": Sentence(
        "保守や工事のお知らせのようです。", "It looks like a maintenance notice."
    ),
    "phishing_alert": Sentence(
        "偽のメールや電話への注意喚起のようです。",
        "It looks like a warning of fake mails or calls.",
    ),
    "template": Sentence(
        "まだ記入されていないひな型のようです。", "It looks like a blank template."
    ),
    "tampering_no_leak": Sentence(
        "改ざんなどのお知らせですが、漏えいはなかったとしています。",
        "It tells of tampering, but says that no data leaked.",
    ),
    "roundup": Sentence(
        "いくつもの事件のまとめや解説のようです。", "It looks like a round-up of several cases."
    ),
    "payment_stop_on_suspicion": Sentence(
        "カード決済の停止のお知らせです。漏えいのお知らせが後から出ることがあります。",
        "It tells of a stop of card payment. A notice of a leak may follow.",
    ),
}
NO_LEAK = Sentence(
    "この文書には、情報漏えいのお知らせは見当たりませんでした。",
    "No data leak was found in this document.",
)
LEAK = Sentence("情報漏えいのお知らせです", "This tells of a data leak")
NTH = Sentence("{n}件目", "Incident {n}")
KIND = Sentence("文書の種類", "Kind of document")
WHO = Sentence("だれの", "Whose")
SITE = Sentence("サイト", "Site")
FACTS = Sentence("書かれていること", "What it says")
COURSE = Sentence("ことの経過", "Course of events")
DELAYS = Sentence("かかった日数", "How long it took")
CLOCKS = Sentence("法律の期限と比べると", "Against the legal clocks")
GAPS = Sentence("確認できなかったこと", "What could not be checked")
ADVICE = Sentence("この店や窓口を利用していた方へ", "If you were a customer there")

_EMPTY = Sentence("中身が空です", "nothing is in it")
_LARGE = Sentence("大きすぎて読めません（上限25MB）", "too large to be read (25 MB at most)")


def bad_document(error: BadInput) -> Sentence:
    """Why a document cannot be read, and what to do."""
    if isinstance(error, EmptyInput):
        return _EMPTY
    if isinstance(error, TooLarge):
        return _LARGE
    return Sentence(error.ja or str(error), str(error))


STATES: Mapping[str, Sentence] = {
    "new": Sentence("未確認", "new"),
    "reviewed": Sentence("確認済み", "reviewed"),
    "published": Sentence("公開中", "published"),
    "withdrawn": Sentence("取り下げ", "withdrawn"),
}
NOTHING = Sentence("台帳に当てはまるものはありません。", "The ledger has nothing of that kind.")
MORE = Sentence("続きがあります。--offset {n} で見られます。", "There is more: --offset {n}.")
UNNAMED = Sentence("（名前の記載なし）", "(unnamed)")
AMONG = Sentence("台帳のほかの件と比べると", "Among the ledger's incidents")
AMONG_LINE = Sentence(
    "疑いがわかってから公表までの日数が書かれた、同じ種類の{n}件のうち、この件以内の日数だったのは{share}%です（中央値は{median}日）。",
    "Of {n} incidents of the same sort that tell it, {share}% took no longer from suspicion to announcement (median: {median} days).",
)
DOCUMENTS = Sentence("もとのお知らせ", "Documents")
HISTORY = Sentence("台帳の記録", "Record of the ledger")
PLACE = Sentence("台帳の場所", "Where the ledger is")
INCIDENTS = Sentence("件数", "Incidents")
PAPERS = Sentence("お知らせ", "Documents")
MEDIAN = Sentence(
    "疑いから公表までの日数（中央値）", "Days from suspicion to announcement (median)"
)
MEDIAN_CARD = Sentence("同じく、カード情報の件", "The same, with card data")
OF_SO_MANY = Sentence("{days}日（{n}件）", "{days} ({n} incidents)")
BY_CAUSE = Sentence("原因ごと", "By cause")
BY_YEAR = Sentence("公表の年ごと", "By year of announcement")
NO_CAUSE = Sentence("記載なし", "not stated")
NO_YEAR = Sentence("年の記載なし", "year not stated")
NO_FIELD = Sentence(
    "直す欄がありません: {fields}（mayoke breach show ID --format json で欄の名前を確かめられます）",
    "there is no such field: {fields} (mayoke breach show ID --format json lists them)",
)
NO_VALUE = Sentence(
    "{field} には入れられない値です（mayoke breach show ID --format json で値の形を確かめられます）",
    "no incident can have that value in {field} (mayoke breach show ID --format json shows the form)",
)
NOT_A_CHANGE = Sentence(
    "「{one}」は 欄=値 の形ではありません", '"{one}" is not of the form FIELD=VALUE'
)
CORRECTED = Sentence(
    "{id}: 直しました。もう一度確認してください", "{id}: corrected; review it again"
)
NOT_ADDED = Sentence(
    "情報漏えいのお知らせではないようなので、台帳には加えませんでした",
    "this tells of no data leak, so nothing was added to the ledger",
)
ADDED = Sentence("新しい件として加えました（未確認）", "added as a new incident, to be reviewed")
KNOWN = Sentence(
    "同じ文書がすでに台帳にあります。何も変えていません",
    "this very document is known; nothing was changed",
)
LINKED = Sentence(
    "この件の続きとして加えました。変わったところ:", "added to this incident; what changed:"
)
MAY_BE = Sentence(
    "{id} と同じ件かもしれません。そうであれば --belongs-to {id} を付けて加えてください",
    "it may be {id}; if so, add it with --belongs-to {id}",
)
IMPORTED = Sentence(
    "{added}件を取り込みました（すでにあった{known}件は飛ばしました）",
    "{added} incidents added ({known} were known)",
)

FIELDS: Mapping[str, Sentence] = {
    "affected_count": Sentence("件数", "number"),
    "data_items": Sentence("漏れた情報", "what leaked"),
    "data_items_negated": Sentence("漏れていない情報", "what did not leak"),
    "exposure": Sentence("漏れた時期", "when it leaked"),
    "timeline": Sentence("経過", "event"),
    "contacts": Sentence("窓口", "desk"),
    "organisation": Sentence("だれの", "whose"),
    "processor": Sentence("委託先", "contractor"),
    "cause": Sentence("原因", "why"),
    "cause_confirmed": Sentence("原因の確かさ", "whether the cause is certain"),
    "leak_status": Sentence("漏えいの確かさ", "whether data leaked"),
    "misuse": Sentence("悪用", "misuse"),
    "reissue_fee": Sentence("再発行の手数料", "fee for a new card"),
}
COUNTS = Sentence("公表された件数の移り変わり", "Numbers announced, in order")
