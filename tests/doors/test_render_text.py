from dataclasses import replace

import pytest

from mayoke.doors.cli.render_text import Page, line, render
from mayoke.doors.cli.terminal import width
from mayoke.records.gap import Gap
from mayoke.records.verdict import Probabilities, Sentence, VerdictWord
from tests.doors.verdicts import SCAM, weighed

JA = Page("ja")
EN = Page("en")
KIND = Sentence("フィッシング", "Phishing")


def test_a_japanese_answer_in_full() -> None:
    assert render(SCAM, JA, KIND) == (
        "✕ 詐欺メールです\n"
        "  種類：フィッシング\n"
        "  名前を使われている相手：お店\n"
        "  詐欺である確率：とても高いです（97%）\n"
        "  転送されたメールの、中身のほうを調べました。\n"
        "  転送した人：花子 <hanako@example.jp>\n"
        "\n■ そう考える理由\n"
        "  ・リンク先は hxxps://login[.]shop[.]example/a?b=c です。\n"
        "      リンク先「hxxps://login[.]shop[.]example/a?b=c」\n"
        "\n■ 反対に、そうではないと思わせるところ\n"
        "  ・宛名があなたのお名前です。\n"
        "      本文「花子」\n"
        "\n■ 確認できなかったこと\n"
        "  ・送信元の確認の記録がありません。\n"
        "\n■ 今していただきたいこと\n"
        "  1. リンクを開かないでください。\n"
    )


def test_an_english_answer_holds_no_japanese_of_ours() -> None:
    gaps = (Gap("authentication", "No record of the sender check."),)
    text = render(replace(SCAM, gaps=gaps, carrier="", evidence=SCAM.evidence[:1]), EN, KIND)
    assert text.startswith("✕ This is a scam\n  Kind: Phishing\n  Whose name is used: Shop\n")
    assert text.replace("✕", "").isascii()


@pytest.mark.parametrize(
    ("word", "head"),
    [
        ("scam", "✕ 詐欺メールです"),
        ("junk", "！ 迷惑な広告メールです"),
        ("clean", "○ あやしい点は見つかりませんでした"),
        ("unsure", "？ 判断がつきません"),
    ],
)
def test_the_verdict_comes_first_with_its_sign(word: VerdictWord, head: str) -> None:
    assert render(replace(SCAM, verdict=word), JA, None).split("\n")[0] == head


def test_what_would_help_is_told_when_it_is_not_possible_to_tell() -> None:
    assert "本物なら" in render(replace(SCAM, verdict="unsure"), JA, None)
    assert "本物なら" not in render(SCAM, JA, None)


def test_only_the_first_six_reasons_with_weight_are_told() -> None:
    many = tuple(
        weighed(f"s{n}", says=Sentence(f"理由{n}。", f"Reason {n}."), weight=n)
        for n in range(9, -1, -1)
    )
    text = render(replace(SCAM, evidence=many), JA, None)
    assert [n for n in range(10) if f"理由{n}。" in text] == [4, 5, 6, 7, 8, 9]
    assert text.index("理由9。") < text.index("理由4。")
    assert "ほか3件" in text


def test_probabilities_are_never_certain() -> None:
    text = render(replace(SCAM, probabilities=Probabilities(1.0, 0.0, 0.0)), JA, None)
    assert "99%以上" in text


def test_nothing_of_a_hostile_mail_steers_the_terminal() -> None:
    evil = "\x1b]0;x\x07\x9b\u202e\r\nfoo"
    hostile = replace(
        SCAM,
        carrier=evil,
        gaps=(Gap("x", evil),),
        evidence=(weighed(quote=evil, part=f"header:{evil}", says=Sentence(evil, evil)),),
    )
    for text in (render(hostile, JA, None), line(hostile, evil, JA)):
        assert not set(text) & set("\x1b\x07\x9b\u202e\r")


def test_lines_keep_the_width_of_the_page() -> None:
    long = Sentence("とても長い文を、ここに書きます。" * 12, "word " * 60)
    for page in (Page("ja", 40), Page("en", 40)):
        text = render(replace(SCAM, evidence=(weighed(says=long),)), page, KIND)
        assert max(map(width, text.split("\n"))) <= 40


def test_colour_only_where_it_is_wanted() -> None:
    assert "\x1b[" in render(SCAM, Page("ja", colour=True), None)
    assert "\x1b[" not in render(SCAM, JA, None)


def test_one_line_for_many_messages() -> None:
    assert line(SCAM, "a\nb.eml", EN) == (
        "✕ scam 97%  a b.eml  The link goes to hxxps://login[.]shop[.]example/a?b=c."
    )
