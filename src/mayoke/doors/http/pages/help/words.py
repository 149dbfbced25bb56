"""What the help pages themselves say: groups of situations, names of roles, errors."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mayoke.records.contact import ContactRole, Quality
from mayoke.records.errors import BadInput, DeskFull, SealBroken, UnknownConsultation
from mayoke.records.situation import Situation
from mayoke.records.verdict import Sentence

GROUPS: tuple[tuple[Sentence, tuple[str, ...]], ...] = (
    (Sentence("メールを開いた、リンクを押した", "Opened a mail or a link"), ("opened", "clicked")),
    (
        Sentence("番号やパスワードを入れた、送った", "Typed or sent something"),
        ("credentials", "card", "bank", "id_sent"),
    ),
    (
        Sentence("お金を払った、送った", "Paid or sent money"),
        ("paid_bank", "paid_code", "paid_crypto", "paid_card_shop", "sidejob"),
    ),
    (
        Sentence("アプリを入れた、添付ファイルを開いた", "Installed or opened something"),
        ("app", "attachment"),
    ),
    (
        Sentence("おどされている、しつこく言われている", "Being threatened or pressed"),
        ("sextortion", "fakepolice", "recovery"),
    ),
    (Sentence("アカウントの様子がおかしい", "Something is wrong with an account"), ("takeover",)),
    (Sentence("使ったお店から情報がもれた", "A shop I used leaked data"), ("breach",)),
    (Sentence("仕事で起きた", "It happened at work"), ("company_transfer",)),
)
_OTHER = Sentence("そのほか", "Something else")

ROLES: Mapping[ContactRole, Sentence] = {
    "police": Sentence("警察", "Police"),
    "card": Sentence("カード", "Cards"),
    "bank": Sentence("銀行", "Banks"),
    "consumer": Sentence("買い物や契約の相談", "Purchases and contracts"),
    "listening": Sentence("話を聞いてくれるところ", "People who listen"),
    "technical": Sentence("パソコンやスマートフォンの相談", "Computers and phones"),
    "legal": Sentence("弁護士や法律の相談", "Lawyers and the law"),
    "finance": Sentence("投資や金融の相談", "Investments and finance"),
    "credit": Sentence("勝手な借り入れを防ぐ", "Against loans in your name"),
    "identity": Sentence("身分証やマイナンバー", "Identity papers and My Number"),
    "privacy": Sentence("個人情報の相談", "Personal data"),
    "carrier": Sentence("携帯電話の会社", "Phone companies"),
    "report": Sentence("詐欺メールや偽サイトの報告", "Reporting scam mails and fake sites"),
}
"""In the order in which they are shown."""

SURE: Mapping[Quality, Sentence] = {
    "high": Sentence("公の資料で確かめています。", "Confirmed by official sources."),
    "medium": Sentence("信頼できる資料によります。", "From trustworthy sources."),
    "low": Sentence(
        "確かめきれていない情報です。窓口でお確かめください。",
        "Not fully confirmed; please ask the desk.",
    ),
    "own": Sentence("", ""),
}

NOTHING_CHOSEN = Sentence(
    "何があったかが、まだ選ばれていません。近いものを1つ以上選んでから、もう一度押してください。",
    "Nothing is chosen yet. Please choose at least one that comes near, then press the button again.",
)
BAD_DAY = Sentence(
    "「{word}」は日付として読めませんでした。2026-11-22 や 2026-11-22T14:30 のように書くか、空けておいてください。",
    "“{word}” could not be read as a day. Write it as 2026-11-22 or 2026-11-22T14:30, or leave it empty.",
)
BAD_AMOUNT = Sentence(
    "金額「{word}」を読めませんでした。30000 や 3万円 のように書くか、空けておいてください。",
    "The amount “{word}” could not be read. Write it as 30000, or leave it empty.",
)
NO_PDF = Sentence(
    "このサーバーでは、PDFを作る準備ができていません。代わりに、このページをそのまま印刷できます。",
    "This server is not ready to make PDFs. You can print this page instead.",
)


@dataclass(frozen=True, slots=True)
class Group:
    """Situations under one heading."""

    title: Sentence
    situations: tuple[Situation, ...]


def grouped(situations: Mapping[str, Situation]) -> tuple[Group, ...]:
    """Every situation under one heading; those that no group names come last."""
    groups = [
        Group(title, tuple(situations[slug] for slug in slugs if slug in situations))
        for title, slugs in GROUPS
    ]
    named = {slug for _, slugs in GROUPS for slug in slugs}
    rest = tuple(one for slug, one in situations.items() if slug not in named)
    return tuple(group for group in (*groups, Group(_OTHER, rest)) if group.situations)


def said(error: BadInput | UnknownConsultation | SealBroken | DeskFull) -> Sentence:
    """An error as whole sentences for a page, in both languages."""
    en = str(error)
    ja = error.ja or en
    return Sentence(_ended(ja, "。"), _ended(en[:1].upper() + en[1:], "."))


def _ended(text: str, stop: str) -> str:
    return text if text.endswith(("。", ".", "?", "？")) else text + stop


def sources_of(sources: Iterable[str]) -> tuple[str, ...]:
    """Names of sources, as they may be printed: out of ``study: … (names)`` only the names."""
    named = []
    for source in sources:
        head, _, tail = source.partition("(")
        if not head.startswith(("study:", "general knowledge")):
            named.append(source)
        elif " " in tail and tail.endswith(")"):
            named.append(tail[:-1])
    return tuple(dict.fromkeys(named))
