"""What to do when a shop or an office leaked one's data, by what leaked."""

from collections.abc import Iterator

from mayoke.records.incident import Incident
from mayoke.records.verdict import Sentence

_CARD = frozenset({"card_number", "card_security_code", "card_info_unspecified"})

ONLY_FROM_THE_NOTICE = Sentence(
    "この件を名乗る偽のメールや電話が出回ることがあります。連絡するときは、ご自分で開いた公式サイトの窓口を使ってください。",
    "Fake mails and calls about such cases go around. Use only the desk on the official site, opened by yourself.",
)
_STEPS: tuple[tuple[frozenset[str], tuple[Sentence, ...]], ...] = (
    (
        _CARD,
        (
            Sentence(
                "その店で使ったカードの裏にある番号に電話し、漏えいの件を伝えて、番号を変えた再発行を相談してください。",
                "Call the number on the back of the card you used there, tell them of the leak, and ask for a card with a new number.",
            ),
            Sentence(
                "漏れた期間の初日までさかのぼって利用明細を確かめ、覚えのない請求は、請求から60日以内をめやすにカード会社へ申し出てください。",
                "Check your statements back to the first day of the leak, and tell the card company of anything unknown, within about 60 days of the charge.",
            ),
        ),
    ),
    (
        frozenset({"password", "login_id", "secret_question"}),
        (
            Sentence(
                "そのサービスのパスワードを変え、同じパスワードを使っているほかのサービスも、すべて別々のものに変えてください。",
                "Change the password there, and everywhere else where you used the same one, each to a different one.",
            ),
        ),
    ),
    (
        frozenset({"bank_account"}),
        (
            Sentence(
                "口座の入出金をしばらく確かめ、覚えのない動きがあれば、すぐ銀行に知らせてください。",
                "Watch the bank account for a while, and tell the bank at once of anything unknown.",
            ),
        ),
    ),
    (
        frozenset({"my_number"}),
        (
            Sentence(
                "マイナンバーの不正な利用が心配なときは、マイナンバー総合フリーダイヤル（0120-95-0178）で、番号の変更などを相談できます。",
                "If you fear misuse of your My Number, the My Number line (0120-95-0178) advises, also on a change of number.",
            ),
        ),
    ),
    (
        frozenset({"email", "phone", "address", "name"}),
        (
            Sentence(
                "しばらくは、覚えのないメール、電話、荷物、郵便に気を付けてください。お金や番号を求められても応じないでください。",
                "For a while, be wary of unexpected mails, calls, parcels and letters. Give no money and no numbers.",
            ),
        ),
    ),
)


def leak_advice(incident: Incident) -> tuple[Sentence, ...]:
    """The steps, the most urgent first; the warning of imitators always stands last."""
    return (*_steps(set(incident.data_items)), ONLY_FROM_THE_NOTICE)


def _steps(items: set[str]) -> Iterator[Sentence]:
    for which, steps in _STEPS:
        if items & which:
            yield from steps
